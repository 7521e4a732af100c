"""A month's roster in ``desk shifts``: planned, shown, pinned, issued; and how fair it is."""

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.shifts_named import SEAT_HELP, member_named, month_named, organisation_named, seat_named
from desk_app.cli.shifts_shown import fairness_words, roster_words, seat_words
from desk_app.kernel.errors import NotFound
from desk_app.kernel.time_source import day
from desk_app.shifts import pins, plan_month
from desk_app.shifts.facts import EditionName
from desk_app.shifts.fairness import Fairness, fairness_of, fairness_of_draft, member_fairness
from desk_app.shifts.reading import RosterSeen, get_seat, roster_of
from desk_app.shifts.rights import READ
from desk_app.shifts.words import turns

_month = click.argument("month", metavar="THÁNG")


@command("plan", "Xếp lịch trực một tháng (như 2026-12): giữ người đang có nếu còn hợp lệ, công bằng giữa các tổ chức.")
@_month
@click.option("--anew", is_flag=True, help="Xếp lại cả tháng từ đầu, chỉ giữ chỗ đã ghim và ngày đã qua.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem công bằng trước và sau, chưa giữ bản dự kiến.")
@asks
def plan(asked: Asked, month: str, *, anew: bool, dry_run: bool) -> None:
    """Plan a month and, unless it is a dry run, keep the draft."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        draft = plan_month.preview(act.desk.shifts, month_named(month), anew=anew)
        if dry_run:
            fairness = fairness_of_draft(act.desk.shifts, draft)
            answer(asked, fairness, "\n".join([_compared(fairness), *draft.unmet]))
            return
        plan_month.keep_draft(act.desk.shifts, by=act.by, draft=draft, command_id=act.new_id())
        _answer_roster(asked, _roster(act, month, "draft"))


@command("issue", "Ban hành bản dự kiến của tháng theo số thông báo; thay bản đã ban hành trước.")
@_month
@click.option("--number", required=True, metavar="SỐ", help="Số thông báo, như 15/TB-UBND.")
@click.option("--on", "on", default="", metavar="NGÀY", help="Ngày thông báo; không ghi là hôm nay.")
@click.option("--note", default="", metavar="CHỮ", help="Ghi chú.")
@asks
def issue_month(asked: Asked, month: str, number: str, on: str, note: str) -> None:
    """Issue the draft of a month."""
    with acting(asked) as act:
        issued_on = day(on, field="on") if on else act.desk.journal.time.now().date()
        plan_month.issue(
            act.desk.shifts,
            by=act.by,
            month=month_named(month),
            number=number,
            issued_on=issued_on,
            note=note,
            command_id=act.new_id(),
        )
        _answer_roster(asked, _roster(act, month, "issued"))


@command("show", "Lịch trực của một tháng: bản dự kiến nếu có, không thì bản đã ban hành.")
@_month
@click.option(
    "--edition", type=click.Choice(["draft", "issued"]), default=None, help="Chọn bản dự kiến hay đã ban hành."
)
@asks
def show(asked: Asked, month: str, edition: EditionName | None) -> None:
    """Show a month."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        _answer_roster(asked, _roster(act, month, edition))


@command("pin", f"Ghim một chỗ trực cho tổ chức hoặc người. Chỗ: {SEAT_HELP}")
@click.argument("seat", metavar="CHỖ")
@click.option("--organisation", default="", metavar="TÊN", help="Tổ chức; không ghi người thì tổ chức tự cử.")
@click.option("--member", default="", metavar="TÊN", help="Người trực.")
@click.option("--reason", default="", metavar="CHỮ", help="Vì sao.")
@click.option("--remove", is_flag=True, help="Bỏ ghim.")
@asks
def pin(asked: Asked, seat: str, organisation: str, member: str, reason: str, *, remove: bool) -> None:
    """Pin a seat, or let it go."""
    with acting(asked) as act:
        found = seat_named(act, seat)
        month = found.on.fromisoformat(found.seat.split("/")[1]).replace(day=1)
        place = {"month": month, "seat": found.seat}
        if remove:
            pins.unpin_seat(act.desk.shifts, by=act.by, command_id=act.new_id(), **place)  # type: ignore[arg-type]
        else:
            own = organisation_named(act, organisation).id if organisation else ""
            person = member_named(act, member, own) if member else None
            pins.pin_seat(
                act.desk.shifts,
                by=act.by,
                month=month,
                seat=found.seat,
                organisation=own or (person.organisation if person is not None else found.organisation),
                member=person.id if person is not None else "",
                reason=reason,
                command_id=act.new_id(),
            )
        now = get_seat(act.desk.shifts, found.seat)
    answer(asked, now, seat_words(now))
    remark("Đã bỏ ghim." if remove else "Đã ghim. Chạy «desk shifts plan» để xếp lại quanh chỗ ghim.")


@command("fairness", "Mỗi tổ chức phải trực bao nhiêu, đã xếp bao nhiêu: bản ban hành và bản dự kiến.")
@_month
@click.option("--members", is_flag=True, help="Từng người, thay vì từng tổ chức.")
@asks
def fairness(asked: Asked, month: str, *, members: bool) -> None:
    """Show who owes how much."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        first = month_named(month)
        if members:
            people = member_fairness(act.desk.shifts, first)
            answer_each(asked, ((each, fairness_words(each)) for each in people), nothing="Tháng này chưa xếp.")
            return
        found = fairness_of(act.desk.shifts, first)
    answer(asked, found, _compared(found))


def _roster(act: Acting, month: str, edition: EditionName | None) -> RosterSeen:
    found = roster_of(act.desk.shifts, month_named(month), edition)
    if found is None:
        raise NotFound("shifts.no_roster", f"Tháng {month} chưa có lịch trực.", "Xếp bằng «desk shifts plan».")
    return found


def _answer_roster(asked: Asked, roster: RosterSeen) -> None:
    answer(asked, roster, roster_words(roster))


def _compared(found: Fairness) -> str:
    lines = [f"Trước: chênh lệch lớn nhất {turns(found.spread_before)} lượt"] if found.before else []
    lines += [f"  {fairness_words(each)}" for each in found.before]
    lines.append(f"Sau: chênh lệch lớn nhất {turns(found.spread_after)} lượt")
    lines += [f"  {fairness_words(each)}" for each in found.after]
    return "\n".join(lines)
