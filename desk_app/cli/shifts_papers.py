"""Papers of ``desk shifts``: the notice, the sheet for the wall, slips, letters."""

from datetime import date
from pathlib import Path

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.shifts_files import refuse_own_and_others, written
from desk_app.cli.shifts_named import member_named, month_named, organisation_named, place_named, seat_named
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record, changed
from desk_app.kernel.time_source import day
from desk_app.printing.official.document import Document
from desk_app.printing.official.files import document_pdf, document_word
from desk_app.printing.wall_sheet import WallSize
from desk_app.shifts.facts import EditionName
from desk_app.shifts.office_papers import notice_of, thanks_of_whom, wall_of
from desk_app.shifts.papers_print import Whose, print_change, print_own_slip, print_sign_in, print_slips
from desk_app.shifts.rights import PRINT

_out = click.option("--out", type=click.Path(path_type=Path), required=True, metavar="TỆP", help="Tệp ghi ra.")
_signer = click.option("--signer", default="", metavar="TÊN", help="Tên người ký.")


class Queued(Record):
    """How many papers wait for the printer."""

    papers: int


@command("notice", "Thông báo lịch trực tháng kèm phụ lục, theo Nghị định 30/2020: .docx để sửa, .pdf để in.")
@click.argument("month", metavar="THÁNG")
@click.option("--edition", type=click.Choice(["draft", "issued"]), default=None, help="Bản dự kiến hay đã ban hành.")
@_signer
@_out
@asks
def notice(asked: Asked, month: str, edition: EditionName | None, signer: str, out: Path) -> None:
    """Write the notice of a month."""
    with acting(asked) as act:
        act.desk.require(act.by, PRINT)
        document = notice_of(act.desk.shifts, month_named(month), edition=edition)
    if signer and document.signature is not None:
        document = changed(document, signature=changed(document.signature, name=signer.strip()))
    written(asked, out, _drawn(document, out))


@command("wall", "Lịch treo tường đọc được từ hai mét (.pdf); mỗi điểm trực một tờ.")
@click.argument("month", metavar="THÁNG")
@click.option("--place", default="", metavar="TÊN", help="Chỉ điểm này.")
@click.option("--size", type=click.Choice(["A4", "A3"]), default="A4", help="Khổ giấy.")
@_out
@asks
def wall(asked: Asked, month: str, place: str, size: WallSize, out: Path) -> None:
    """Write the sheets for the wall."""
    from desk_app.printing.pdf_wall_sheet import wall_sheet_pdf

    with acting(asked) as act:
        act.desk.require(act.by, PRINT)
        own = place_named(act, place).id if place else ""
        sheets = wall_of(act.desk.shifts, month_named(month), place=own, size=size)
    written(asked, out, wall_sheet_pdf(sheets))


@command("slips", "In phiếu bỏ túi của tháng đã ban hành cho từng người.")
@click.argument("month", metavar="THÁNG")
@click.option("--organisation", default="", metavar="TÊN", help="Chỉ người của tổ chức này.")
@click.option("--member", default="", metavar="TÊN", help="Chỉ người này.")
@click.option("--own", is_flag=True, help="Chỉ phiếu của chính mình; ai có ca trực cũng in được.")
@click.option("--printer", default=None, metavar="TÊN", help="Máy in.")
@asks
def slips(asked: Asked, month: str, organisation: str, member: str, printer: str | None, *, own: bool) -> None:
    """Queue pocket slips."""
    refuse_own_and_others(own=own, named=organisation or member)
    with acting(asked) as act:
        room, day_, id_ = act.desk.shifts, month_named(month), act.new_id()
        if own:
            done = print_own_slip(room, by=act.by, month=day_, command_id=id_, printer=printer)
        else:
            whose = _whose(act, organisation, member)
            done = print_slips(room, by=act.by, month=day_, whose=whose, command_id=id_, printer=printer)
    _queued(asked, len(done.entries))


@command("slip", "In phiếu đổi ca hoặc trực thay của một chỗ, cho người trước và người mới ký.")
@click.argument("seat", metavar="CHỖ")
@click.option("--printer", default=None, metavar="TÊN", help="Máy in.")
@asks
def slip(asked: Asked, seat: str, printer: str | None) -> None:
    """Queue the slip of a swap or cover."""
    with acting(asked) as act:
        id_ = seat_named(act, seat).seat
        done = print_change(act.desk.shifts, by=act.by, seat=id_, command_id=act.new_id(), printer=printer)
    _queued(asked, len(done.entries))


@command("sign-in", "In danh sách ký trực của một ngày, mỗi điểm một tờ.")
@click.argument("on", metavar="NGÀY")
@click.option("--printer", default=None, metavar="TÊN", help="Máy in.")
@asks
def sign_in(asked: Asked, on: str, printer: str | None) -> None:
    """Queue the sheets to sign."""
    with acting(asked) as act:
        done = print_sign_in(act.desk.shifts, by=act.by, on=day(on), command_id=act.new_id(), printer=printer)
    _queued(asked, len(done.entries))


@command("letter", "Viết thư cảm ơn kèm số giờ của từng người: .docx để sửa, .pdf để in. Ghi nhận bằng «thank».")
@click.option("--organisation", required=True, metavar="TÊN", help="Tổ chức.")
@click.option("--member", default="", metavar="TÊN", help="Người của tổ chức; không ghi là cả tổ chức.")
@click.option("--from", "first", required=True, metavar="NGÀY", help="Từ ngày này.")
@click.option("--to", "last", required=True, metavar="NGÀY", help="Đến hết ngày này.")
@click.option("--number", default="", metavar="SỐ", help="Số thư.")
@_signer
@_out
@asks
def letter(
    asked: Asked, organisation: str, member: str, first: str, last: str, number: str, signer: str, out: Path
) -> None:
    """Write a letter of thanks."""
    days: tuple[date, date] = day(first), day(last)
    with acting(asked) as act:
        act.desk.require(act.by, PRINT)
        own = organisation_named(act, organisation).id
        person = member_named(act, member, own).id if member else ""
        document = thanks_of_whom(
            act.desk.shifts, *days, organisation=own, member=person, number=number, signer=signer.strip()
        )
    written(asked, out, _drawn(document, out))


def _whose(act: Acting, organisation: str, member: str) -> Whose:
    group = organisation_named(act, organisation).id if organisation else ""
    members = frozenset({member_named(act, member, group).id}) if member else None
    return Whose(organisation=group, members=members)


def _drawn(document: Document, out: Path) -> bytes:
    draw = {".docx": document_word, ".pdf": document_pdf}.get(out.suffix.lower())
    if draw is None:
        raise InvalidInput("out", f"Không ghi được tệp dạng «{out.suffix}».", "Dùng tệp .docx hoặc .pdf.")
    return draw(document)


def _queued(asked: Asked, papers: int) -> None:
    answer(asked, Queued(papers=papers), f"Đã gửi in {papers} tờ.")
