"""The lines people stand in: one for each field of the catalogue and one for everything else, each with its letter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.texts import collation_key, folded

GENERAL = "Việc khác"
"""The line of whoever does not know which field they need."""

# Letters that differ to the ear and to the eye: no I and O beside 1 and 0, no Đ beside D.
LETTERS = "ABCDEGHKLMNPQRSTUVXY"
_SHIPPED = {
    "Hộ tịch": "A",
    "Chứng thực": "B",
    "Cư trú": "C",
    "Đất đai": "D",
    "Đăng ký kinh doanh": "E",
    "Bảo trợ xã hội – Người có công – BHXH": "H",
    GENERAL: "G",
}


@dataclass(frozen=True, kw_only=True)
class PutLine:
    """What the office laid down about one field: its letter, and whether it gives out numbers."""

    letter: str
    is_open: bool


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: its field, the letter of its numbers; ``is_put``: the letter is laid down in the journal."""

    field: str
    letter: str
    is_open: bool = True
    is_put: bool = False


def lines_of(fields: Iterable[str], put: Mapping[str, PutLine]) -> tuple[Line, ...]:
    """Return a line for each field in the order of their letters, and the general one behind them.

    A letter laid down stays; then the letters this product ships; any other field gets the first that is free.
    """
    wanted = {GENERAL, *(field for field in fields if field)}
    letters = {field: line.letter for field, line in put.items()}
    for field in sorted(wanted - set(letters), key=collation_key):
        shipped = _SHIPPED.get(field, "")
        if shipped and shipped not in letters.values():
            letters[field] = shipped
    for field in sorted(wanted - set(letters), key=collation_key):
        letters[field] = _free_letter(set(letters.values()))
    made = (
        Line(
            field=field,
            letter=letters[field],
            is_open=put[field].is_open if field in put else True,
            is_put=field in put,
        )
        for field in wanted
    )
    return tuple(sorted(made, key=lambda line: (line.field == GENERAL, line.letter, line.field)))


def line_named(lines: Iterable[Line], text: str) -> Line:
    """Return the line that ``text`` names: its letter, its field, or the beginning of its field, marks optional.

    Raises ``NotFound`` when none does, or several do.
    """
    choice, wanted = tuple(lines), folded(text)
    exact = [line for line in choice if text.strip() == line.field or text.strip().upper() == line.letter]
    found = exact or [line for line in choice if wanted and folded(line.field).startswith(wanted)]
    if len(found) != 1:
        names = ", ".join(f"{line.letter} {line.field}" for line in choice)
        raise NotFound("tickets.unknown_field", f"Không có lĩnh vực «{text.strip()[:60]}».", f"Các lĩnh vực: {names}.")
    return found[0]


def checked_letter(letter: str, field: str, lines: Iterable[Line]) -> str:
    """Return the letter in capitals; raise ``InvalidInput`` for one that is no letter of ours, or another line's."""
    clean = letter.strip().upper()
    if len(clean) != 1 or clean not in LETTERS:
        raise InvalidInput(
            "letter", f"Không dùng được chữ «{letter.strip()[:10]}».", f"Chọn một trong: {', '.join(LETTERS)}."
        )
    other = next((line.field for line in lines if line.letter == clean and line.field != field), "")
    if other:
        raise InvalidInput(
            "letter", f"Chữ {clean} đã dùng cho «{other}».", "Chọn chữ khác, hoặc đổi chữ của lĩnh vực kia trước."
        )
    return clean


def _free_letter(taken: set[str]) -> str:
    free = next((letter for letter in LETTERS if letter not in taken), None)
    if free is None:
        raise Refused(
            "tickets.no_letter_left",
            "Đã dùng hết chữ cái cho các lĩnh vực.",
            "Hãy nhờ quản trị gộp bớt lĩnh vực trong danh mục.",
        )
    return free
