"""What a paper is made of. A paper is described once with these blocks and drawn on every medium.

A block says what it means (a title, a field, the due date), never how many millimetres it takes: that is the business
of ``slip.py`` (thermal, 80 and 58 mm) and ``pdf.py`` (A5, A4). Texts are Vietnamese, NFC; a non-breaking space (U+00A0)
keeps two words on one line.
"""

from collections.abc import Iterator
from typing import Literal

from desk_app.kernel.errors import Damaged
from desk_app.kernel.records import Record, WireError, canonical, from_json
from desk_app.printing.form_parts import Form
from desk_app.printing.qr import Level

Medium = Literal["page", "slip"]
Only = Literal["", "page", "slip"]
Size = Literal["small", "normal", "large", "huge"]
Align = Literal["left", "center", "right", "justify"]
PageSize = Literal["A5", "A4"]

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


class Part(Record, omit_defaults=True):
    """What every block has: ``only`` names the one medium it is meant for; empty means both."""

    only: Only = ""


class Letterhead(Part, tag="letterhead"):
    """The head of an official paper, by Nghị định 30/2020: agency on the left, national motto on the right."""

    agency: str
    parent: str = ""
    number: str = ""
    place_and_date: str = ""


class Title(Part, tag="title"):
    """What the paper is, in bold capitals; ``subtitle`` stands under it in plain type."""

    text: str
    subtitle: str = ""


class Text(Part, tag="text"):
    """A paragraph; a line break in ``text`` starts a new line."""

    text: str
    size: Size = "normal"
    bold: bool = False
    italic: bool = False
    align: Align = "left"


class Field(Part, tag="field"):
    """A label and what was filled in; an empty value leaves a dotted line to write on."""

    label: str
    value: str
    bold: bool = False


class Column(Part):
    """One column of a table; ``width`` is its share of the table's width among its neighbours'."""

    title: str
    width: int = 1
    align: Literal["left", "center", "right"] = "left"


class Table(Part, tag="table"):
    """Rows under titled columns; a column with ``only`` appears on that medium alone."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


class CheckItem(Part, tag="check"):
    """A box, ticked or empty, and the text beside it."""

    text: str
    checked: bool = False


class QrCode(Part, tag="qr"):
    """A QR code of ``payload``; ``caption`` is the code for human eyes, ``note`` says what it is good for.

    A ``large`` one holds a text for the telephones of citizens, who see the paper from some way off; the others are for
    scanners.
    """

    payload: str
    caption: str = ""
    note: str = ""
    size: Literal["normal", "large"] = "normal"

    @property
    def level(self) -> Level:
        """Return how much of the code repairs the rest: less where much is to be told in large modules."""
        return "L" if self.size == "large" else "M"


class Highlight(Part, tag="highlight"):
    """The one thing to be read at arm's length, in a frame: the due date of a receipt, the number of a ticket."""

    label: str
    value: str
    note: str = ""


class Signer(Record, tag="signer", omit_defaults=True):
    """Who signs: ``role`` in capitals, ``hint`` in italics, room for the hand, then the ``name``."""

    role: str
    hint: str = "(Ký và ghi rõ họ tên)"
    name: str = ""


class Recipients(Record, tag="recipients"):
    """``Nơi nhận:`` and its list, which stands left of the signature."""

    places: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the list as it is printed: a semicolon after each, a full stop after the last."""
        last = len(self.places) - 1
        return tuple(f"- {place}{';' if at < last else '.'}" for at, place in enumerate(self.places))


class Signatures(Part, tag="signatures"):
    """The foot of a paper; never parted by a page break. A code in the ``middle`` stands between the two hands."""

    left: Signer | Recipients | None = None
    middle: QrCode | None = None
    right: Signer | None = None


class Rule(Part, tag="rule"):
    """A line across the paper; ``dashed`` is where to tear or fold."""

    dashed: bool = False


class Space(Part, tag="space"):
    """Air between two blocks."""

    size: Size = "normal"


class KeepTogether(Part, tag="together"):
    """Blocks that one page holds together."""

    blocks: "tuple[Block, ...]"


Block = (
    Letterhead
    | Title
    | Text
    | Field
    | Table
    | CheckItem
    | QrCode
    | Highlight
    | Signatures
    | Rule
    | Space
    | KeepTogether
    | Form
)


class Paper(Record, omit_defaults=True):
    """One paper. ``kind`` and ``code`` name its files; ``copies`` are its liên; ``mark`` says that it is a copy.

    ``fleeting``: once it is on paper nothing of its content stays at the desk, so there is no copy of it either.
    """

    kind: str
    code: str
    title: str
    blocks: tuple[Block, ...]
    page: PageSize = "A5"
    copies: tuple[str, ...] = ()
    mark: str = ""
    fleeting: bool = False


def paper_json(paper: Paper) -> bytes:
    """Return ``paper`` as canonical JSON without what is usual: what the queue keeps, and what the digest is taken of."""
    return canonical(paper)


def paper_from_json(raw: bytes | str) -> Paper:
    """Return the paper that ``paper_json`` wrote; raise ``Damaged`` when it is none."""
    try:
        return from_json(raw, Paper)
    except WireError as error:
        raise Damaged(
            "printing.paper", "Nội dung giấy đã lưu không đọc được.", f"Lập lại giấy từ hồ sơ. ({error.field})"
        ) from None


def blocks_on(medium: Medium, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Return the blocks meant for ``medium``, in order."""
    return (block for block in blocks if not block.only or block.only == medium)


def shown_columns(table: Table, medium: Medium) -> tuple[tuple[Column, ...], tuple[tuple[str, ...], ...]]:
    """Return the columns of ``table`` meant for ``medium`` and its rows cut down to them; missing cells are empty."""
    places = [place for place, column in enumerate(table.columns) if not column.only or column.only == medium]
    columns = tuple(table.columns[place] for place in places)
    rows = tuple(tuple(row[place] if place < len(row) else "" for place in places) for row in table.rows)
    return columns, rows
