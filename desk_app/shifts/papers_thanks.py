"""The letter of thanks to a person or an organisation, with their turns and hours: an official document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.office.agency import Agency
from desk_app.printing.official.document import Cell, Column, Document, Margins, Paragraph, Part, Signature, Table
from desk_app.printing.official.words import head_of
from desk_app.shifts.hours import Worked
from desk_app.shifts.notice import written_number
from desk_app.shifts.paper_texts import shipped_texts
from desk_app.shifts.words import hours

THANKS_KIND = "THƯ CẢM ƠN"
_SYMBOL = "TCO-UBND"


@dataclass(frozen=True, kw_only=True)
class Thanks:
    """Who is thanked for what; ``people`` are the members of an organisation with their part, none for a person.

    ``number`` is empty until the office gives one; ``words`` are a line of its own.
    """

    name: str
    first_on: date
    last_on: date
    turns: int
    minutes: int
    kept_percent: int | None = None
    people: tuple[Worked, ...] = ()
    words: str = ""
    number: str = ""
    issued_on: date | None = None


def thanks_letter(of: Thanks, agency: Agency, margins: Margins, *, signer: str = "") -> Document:
    """Return the letter; ``turns`` are the times they came."""
    texts = shipped_texts()
    kept = f", giữ đúng {of.kept_percent} % số buổi được phân công" if of.kept_percent is not None else ""
    filled = {
        "agency": agency.name,
        "name": of.name,
        "first_on": spoken_day(of.first_on),
        "last_on": spoken_day(of.last_on),
        "turns": quantity(of.turns),
        "hours": hours(of.minutes),
        "kept": kept,
    }
    first, second, *last = (Paragraph(text=line.format(**filled)) for line in texts.thanks_lines)
    body: list[Part] = [first, second]
    if of.people:
        body += (Paragraph(text="Các thành viên đã tham gia trực:"), _people(of.people))
    if of.words:
        body.append(Paragraph(text=of.words))
    return Document(
        name=f"Thư cảm ơn {of.name}",
        code=f"{of.last_on:%Y-%m}",
        head=head_of(
            agency,
            number=written_number(of.number, _SYMBOL) if of.number else "",
            on=of.issued_on,
            year=of.last_on.year,
        ),
        kind=THANKS_KIND,
        greeting=(f"{of.name}.",),
        body=(*body, *last),
        signature=Signature(titles=texts.signer_titles, name=signer),
        recipients=texts.thanks_recipients,
        margins=margins,
    )


def _people(people: Sequence[Worked]) -> Table:
    columns = (
        Column(title="STT", width=2, align="center"),
        Column(title="Họ và tên", width=10),
        Column(title="Số lượt", width=4, align="right"),
        Column(title="Thời gian", width=6, align="right"),
    )
    rows = tuple(
        (str(place), each.name, quantity(each.turns), hours(each.minutes)) for place, each in enumerate(people, start=1)
    )
    total = (
        Cell(text="Cộng", across=2, bold=True, align="center"),
        Cell(text=quantity(sum(each.turns for each in people)), bold=True),
        Cell(text=hours(sum(each.minutes for each in people)), bold=True),
    )
    return Table(columns=columns, rows=(*rows, total))
