"""What happens to seats, in ``desk shifts``; each answers the seat as it then stands. ``CHỖ`` is place/day/number."""

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.shifts_named import SEAT_HELP, member_named, organisation_named, seat_named, time_named
from desk_app.cli.shifts_shown import replacement_words, seat_words
from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import Record
from desk_app.shifts import attendance, changes
from desk_app.shifts.facts import Attended
from desk_app.shifts.reading import get_seat
from desk_app.shifts.replacement import replacements
from desk_app.shifts.rights import READ
from desk_app.shifts.seen import SeatSeen

_seat = click.argument("seat", metavar="CHỖ")
_reason = click.option("--reason", default="", metavar="CHỮ", help="Vì sao.")


class Swapped(Record):
    """What ``desk shifts swap`` answers: both seats as they now stand."""

    first: SeatSeen
    second: SeatSeen


@command("swap", f"Hai chỗ đổi người cho nhau; nói rõ vì sao nếu không đổi được. Chỗ: {SEAT_HELP}")
@click.argument("first", metavar="CHỖ")
@click.argument("second", metavar="CHỖ")
@_reason
@asks
def swap(asked: Asked, first: str, second: str, reason: str) -> None:
    """Swap two seats."""
    with acting(asked) as act:
        one, other = seat_named(act, first).seat, seat_named(act, second).seat
        changes.swap_seats(act.desk.shifts, by=act.by, first=one, second=other, reason=reason, command_id=act.new_id())
        now = Swapped(first=get_seat(act.desk.shifts, one), second=get_seat(act.desk.shifts, other))
    answer(asked, now, f"{seat_words(now.first)}\n{seat_words(now.second)}")


@command("cancel", f"Người giữ chỗ báo không đến được; báo quá sát giờ là báo muộn. Chỗ: {SEAT_HELP}")
@_seat
@_reason
@asks
def cancel(asked: Asked, seat: str, reason: str) -> None:
    """Record a cancellation."""
    with acting(asked) as act:
        id_ = seat_named(act, seat).seat
        changes.cancel_seat(act.desk.shifts, by=act.by, seat=id_, reason=reason, command_id=act.new_id())
        _show(asked, act, id_)


@command("cover", "Ghi người trực thay; không ghi ai thì nêu người nên gọi, theo thứ tự và vì sao.")
@_seat
@click.option("--member", default="", metavar="TÊN", help="Người trực thay.")
@click.option("--organisation", default="", metavar="TÊN", help="Tổ chức của người thay; một mình: tổ chức tự cử.")
@click.option("--first", is_flag=True, help="Nhận luôn người đầu trong danh sách nên gọi.")
@_reason
@asks
def cover(asked: Asked, seat: str, member: str, organisation: str, reason: str, *, first: bool) -> None:
    """Give a seat to somebody else, or say whom to call."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        id_ = seat_named(act, seat).seat
        if not (member or organisation or first):
            found = replacements(act.desk.shifts, id_)
            answer_each(asked, ((each, replacement_words(each)) for each in found), nothing="Không còn ai rảnh.")
            return
        own, person = _first(act, id_) if first else _who(act, member, organisation)
        changes.cover_seat(
            act.desk.shifts,
            by=act.by,
            seat=id_,
            organisation=own,
            member=person,
            reason=reason,
            command_id=act.new_id(),
        )
        _show(asked, act, id_)


@command("name", "Ghi tên người mà tổ chức cử cho chỗ của mình.")
@_seat
@click.argument("member", metavar="TÊN")
@asks
def name(asked: Asked, seat: str, member: str) -> None:
    """Name whom an organisation sends."""
    with acting(asked) as act:
        found = seat_named(act, seat)
        person = member_named(act, member, found.organisation).id
        changes.name_member(act.desk.shifts, by=act.by, seat=found.seat, member=person, command_id=act.new_id())
        _show(asked, act, found.seat)


@command("off", "Bỏ cả ca trực của chỗ này: không ai phải đến, không ai nợ lượt.")
@_seat
@_reason
@asks
def off(asked: Asked, seat: str, reason: str) -> None:
    """Call a shift off."""
    with acting(asked) as act:
        found = seat_named(act, seat)
        changes.call_off_shift(act.desk.shifts, by=act.by, shift=found.shift, reason=reason, command_id=act.new_id())
        _show(asked, act, found.seat)


@command("attend", "Điểm danh: came (có mặt), late (đến muộn, kèm --from), no_show (vắng mặt). Ghi lại là sửa.")
@_seat
@click.argument("attended", metavar="KẾT_QUẢ", type=click.Choice(["came", "late", "no_show"]))
@click.option("--from", "first", default="", metavar="GIỜ", help="Đến lúc.")
@click.option("--to", "last", default="", metavar="GIỜ", help="Về lúc.")
@click.option("--note", default="", metavar="CHỮ", help="Ghi chú.")
@asks
def attend(asked: Asked, seat: str, attended: Attended, first: str, last: str, note: str) -> None:
    """Note attendance."""
    with acting(asked) as act:
        id_ = seat_named(act, seat).seat
        attendance.note_attendance(
            act.desk.shifts,
            by=act.by,
            seat=id_,
            attended=attended,
            from_time=time_named(first, field="from") if first else None,
            to_time=time_named(last, field="to") if last else None,
            note=note,
            command_id=act.new_id(),
        )
        _show(asked, act, id_)


def _first(act: Acting, seat: str) -> tuple[str, str]:
    best = next(iter(replacements(act.desk.shifts, seat, limit=1)), None)
    if best is None:
        raise NotFound("shifts.nobody_free", "Không còn ai rảnh ngày này.", "Gọi các tổ chức, hoặc bỏ ca.")
    return best.organisation, best.member


def _who(act: Acting, member: str, organisation: str) -> tuple[str, str]:
    own = organisation_named(act, organisation).id if organisation else ""
    if not member:
        return own, ""
    person = member_named(act, member, own)
    return person.organisation, person.id


def _show(asked: Asked, act: Acting, seat: str) -> None:
    now = get_seat(act.desk.shifts, seat)
    answer(asked, now, seat_words(now))
