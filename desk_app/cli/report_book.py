"""``desk report book``: the register book of a desk, or of every desk of an office, on the screen or in a file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, json_line
from desk_app.cli.asked import Asked
from desk_app.cli.book import answer_file, last_day, said
from desk_app.cli.command import asks, command
from desk_app.cli.report_period import file_in, require_format
from desk_app.dossiers.book.columns import words
from desk_app.dossiers.book.plain import book_csv
from desk_app.dossiers.book.rows import BookLine, Wanted
from desk_app.dossiers.book.write import read_book
from desk_app.kernel.errors import Conflict, NotFound
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day
from desk_app.office.tables import list_units


class DeskBook(Record):
    """One desk's lines, numbered by themselves."""

    desk: str
    lines: tuple[BookLine, ...]


class Books(Record):
    """The books of a year; days are None where the whole year is meant, ``unit`` empty for this desk alone."""

    definition: str
    year: int
    first_on: date | None
    last_on: date | None
    unit: str
    dossiers: int
    books: tuple[DeskBook, ...]


@command("book", "Sổ theo dõi hồ sơ của một năm (mẫu 06): của quầy này, hoặc của mọi quầy của một đơn vị.")
@click.option("--year", type=int, metavar="NĂM", help="Sổ năm nào; không ghi là năm của các ngày, hoặc năm nay.")
@click.option("--from", "first", default="", metavar="NGÀY", help="Trích từ ngày này.")
@click.option("--to", "ends", multiple=True, metavar="NGÀY|TỆP", help="Trích đến hết ngày này; ghi ra tệp này.")
@click.option("--unit", default="", metavar="MÃ", help="Sổ của các quầy thuộc đơn vị này.")
@click.option("--desk", default="", metavar="MÁY", help="Chỉ sổ của quầy này: mã ở mục «desk».")
@click.option("--format", "kind", default="", metavar="DẠNG", help="json, csv, xlsx, docx hoặc pdf.")
@asks
def books(asked: Asked, year: int | None, first: str, ends: tuple[str, ...], unit: str, desk: str, kind: str) -> None:
    """Answer the lines, or write one desk's book to a file."""
    file = file_in(ends)
    require_format(kind, file)
    first_on, last_on = day(first, field="from") if first else None, last_day(ends)
    with acting(asked) as act:
        present = (first_on or last_on or act.desk.journal.time.now().date()).year
        wanted = Wanted(year=year or present, first_on=first_on, last_on=last_on)
        desks = _desks(act, unit, desk)
        if file is None:
            _show(asked, act, wanted, unit, desks, kind)
        else:
            _write(asked, act, wanted, desks, file)


def _desks(act: Acting, unit: str, desk: str) -> tuple[str, ...]:
    """Return the desks whose books are wanted; raise ``NotFound`` for an unknown office or a desk that is not in it."""
    units = list_units(act.desk.journal.reading())
    known = {each.code: each.desks for each in units}
    if unit and unit not in known:
        raise NotFound("reports.unit", f"Không có đơn vị mã {unit}.", f"Các đơn vị: {', '.join(known)}.")
    own = act.desk.journal.desk_id
    among = known[unit] if unit else tuple(each for desks in known.values() for each in desks) or (own,)
    if desk and desk not in among:
        raise NotFound("reports.desk", f"Không có quầy «{desk}».", f"Các quầy: {', '.join(among)}.")
    return (desk,) if desk else among if unit else (own,)


def _show(asked: Asked, act: Acting, wanted: Wanted, unit: str, desks: tuple[str, ...], kind: str) -> None:
    found = tuple(DeskBook(desk=each, lines=_lines(asked, act, _of(wanted, each))) for each in desks)
    every = [line for each in found for line in each.lines]
    shown = Books(
        definition="book",
        year=wanted.year,
        first_on=wanted.first_on,
        last_on=wanted.last_on,
        unit=unit,
        dossiers=len(every),
        books=found,
    )
    if kind == "csv":
        click.echo(book_csv(every).decode("utf-8-sig"), nl=False)
    elif kind == "json":
        click.echo(json_line(shown))
    else:
        answer(asked, shown, _spoken(wanted, every))


def _write(asked: Asked, act: Acting, wanted: Wanted, desks: tuple[str, ...], file: Path) -> None:
    if len(desks) > 1:
        hint = f"Thêm --desk và một trong: {', '.join(desks)}; hoặc bỏ --to để xem tất cả."
        raise Conflict("dossiers.book_of_many", f"Đơn vị này có {len(desks)} quầy, mỗi quầy một sổ.", hint)
    answer_file(asked, act, _of(wanted, desks[0]), file)


def _of(wanted: Wanted, desk: str) -> Wanted:
    return replace(wanted, desk=desk)


def _lines(asked: Asked, act: Acting, wanted: Wanted) -> tuple[BookLine, ...]:
    return read_book(act.desk.dossiers, wanted, by=act.by, say=said(asked))


def _spoken(wanted: Wanted, lines: list[BookLine]) -> str:
    """Return a line of text for each line of the books."""
    told = (
        f"{line.number:02d}  {words(line.received_at)}  {line.code}  {line.name}  {line.procedure}  {line.remark}".rstrip()
        for line in lines
    )
    return "\n".join((f"Sổ năm {wanted.year}: {quantity(len(lines))} hồ sơ.", *told))
