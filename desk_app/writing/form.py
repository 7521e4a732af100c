"""An official form as data: what is asked, in which layout it is drawn, on which text of law it rests.

One JSON file is one form; ``resources/official_forms/README.md`` explains every field of it.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from desk_app.kernel.records import Record

Kind = Literal[
    "text",
    "name",
    "date",
    "date_words",
    "amount",
    "amount_words",
    "number",
    "id_number",
    "phone",
    "sex",
    "choice",
    "table",
]
Area = Literal["justice", "residence", "insurance", "social", "business", "land", "other"]
AREA_WORDS: dict[Area, str] = {
    "justice": "Hộ tịch, chứng thực",
    "residence": "Cư trú",
    "insurance": "Bảo hiểm",
    "social": "Bảo trợ xã hội",
    "business": "Kinh doanh",
    "land": "Đất đai",
    "other": "Khác",
}
Sure = Literal["text", "memory"]
"""How the field list is known: read in the legal text itself, or from memory and still to be checked («kiểm lại»)."""

_PLACE = re.compile(r"\{([a-z0-9_]+)\}")


class Option(Record):
    """One answer of a choice: what is kept, and what stands beside the box."""

    key: str
    text: str


class Column(Record):
    """One column of a table that is filled in; ``width`` is its share among its neighbours."""

    title: str
    width: int = 1
    kind: Kind = "text"


class Field(Record):
    """One thing the form asks for.

    ``fill`` names what it is filled from: ``applicant.name``, ``today``, ``office.name`` or any name that forms share, as
    ``child.name``. ``of`` is the field that a date or an amount in words spells. ``least_mm`` is the shortest dotted line,
    ``lines`` how many there are to write on, ``squares`` draws that many boxes for single digits instead;
    ``long`` writes a day as «ngày 23 tháng 11 năm 2026».
    """

    key: str
    label: str
    kind: Kind = "text"
    fill: str = ""
    of: str = ""
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: int = 4
    least_mm: int = 20
    lines: int = 1
    squares: int = 0
    long: bool = False
    required: bool = False
    about: str = ""


class Line(Record, tag="line"):
    """A line or paragraph; ``{key}`` is where a field stands."""

    text: str
    align: Literal["left", "center", "justify"] = "justify"
    bold: bool = False
    italic: bool = False
    small: bool = False
    indent_mm: int = 0
    space_before: bool = False


class Heading(Record, tag="heading"):
    """A bold line over a part of the form."""

    text: str


class Options(Record, tag="options"):
    """The answers of a choice, a box before each, one under the other."""

    field: str


class Rows(Record, tag="rows"):
    """The table of a field of kind ``table``."""

    field: str


class Grid(Record, tag="grid"):
    """A table with a fixed number of rows; ``{key}`` in a cell is where a field stands."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


Part = str | Line | Heading | Options | Rows | Grid
"""A plain text is a ``Line`` of everyday looks."""


class Hand(Record):
    """Who signs: ``name`` may name a field; ``above`` is the line of place and date over the role."""

    role: str
    hint: str = "(Ký, ghi rõ họ, chữ đệm, tên)"
    name: str = ""
    above: str = ""


class Form(Record):
    """One official form and since when it is the one to use; ``valid_to`` is its last day."""

    key: str
    title: str
    area: Area
    source: str
    sure: Sure
    valid_from: date
    valid_to: date | None = None
    check: str = ""
    number: str = ""
    subtitle: str = ""
    procedures: tuple[str, ...] = ()
    to: str = ""
    fields: tuple[Field, ...]
    body: tuple[Part, ...]
    sign: tuple[Hand, ...] = ()
    notes: tuple[str, ...] = ()

    def find_field(self, key: str) -> Field | None:
        """Return the field of that key, or None."""
        return next((field for field in self.fields if field.key == key), None)


def spoken_title(form: Form) -> str:
    """Return the form's title as it is said within a sentence's beginning: «Tờ khai đăng ký khai sinh»."""
    return form.title.capitalize()


def places_in(text: str) -> tuple[str, ...]:
    """Return the keys of the fields that stand in a text, in order."""
    return tuple(_PLACE.findall(text))


def pieces_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text in pieces: («», words) or (key of a field, «»)."""
    for number, piece in enumerate(_PLACE.split(text)):
        if number % 2:
            yield piece, ""
        elif piece:
            yield "", piece


def is_valid_on(form: Form, day: date) -> bool:
    """Tell whether the form is the one to use on ``day``."""
    return form.valid_from <= day and (form.valid_to is None or day <= form.valid_to)
