"""What an official form that people fill in is made of: lines with places to write on, boxes, tables, signatures.

A form stands on a page only: its dotted lines and boxes need the width of one. ``form_page.py`` draws it.
"""

from typing import Literal

from desk_app.kernel.records import Record


class Words(Record, tag="words"):
    """Printed words of the form itself."""

    text: str
    bold: bool = False
    italic: bool = False


class Blank(Record, tag="blank"):
    """A place to write on: dots under ``value``, at least ``least_mm`` of them, as far as the line has room."""

    value: str = ""
    least_mm: int = 20
    lines: int = 1


class Tick(Record, tag="tick"):
    """A box before the words that follow it."""

    ticked: bool = False


class Squares(Record, tag="squares"):
    """A row of ``count`` boxes, one digit in each."""

    count: int
    value: str = ""


Run = Words | Blank | Tick | Squares


class FormHead(Record, tag="form_head"):
    """National motto in the middle, the form's number on the right, then title, subtitle and whom it is for."""

    title: str
    number: str = ""
    source: str = ""
    subtitle: str = ""


class FormLine(Record, tag="form_line"):
    """A line or paragraph of runs."""

    runs: tuple[Run, ...]
    align: Literal["left", "center", "justify"] = "justify"
    small: bool = False
    indent_mm: int = 0
    space_before: bool = False


class FormHeading(Record, tag="form_heading"):
    """A bold line over a part of the form, held together with what follows."""

    text: str


class FormColumn(Record):
    """One column of a form's table; ``width`` is its share of the table's width."""

    title: str
    width: int = 1


class FormTable(Record, tag="form_table"):
    """A ruled table; an empty row is high enough to write in by hand."""

    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[str, ...], ...]


class FormHand(Record):
    """Who signs, with the line of place and date above the role; the ``name`` stands under the room for the hand."""

    role: str
    hint: str = ""
    name: str = ""
    above: str = ""


class FormHands(Record, tag="form_hands"):
    """The foot of the form; never parted by a page break."""

    hands: tuple[FormHand, ...]


class FormNotes(Record, tag="form_notes"):
    """The explanations in small type under the signatures."""

    notes: tuple[str, ...]


FormPart = FormHead | FormLine | FormHeading | FormTable | FormHands | FormNotes


class Form(Record, tag="form"):
    """A whole form, as one block of a paper."""

    parts: tuple[FormPart, ...]
    only: Literal["page"] = "page"
