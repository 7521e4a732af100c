"""Breaking very many short texts into lines: letter widths are looked up once, and repeated texts broken once."""

from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import stringWidth

from desk_app.kernel.errors import InvalidInput
from desk_app.printing.fonts import SERIF, SPACES, covered
from desk_app.printing.pdf_look import font_name
from desk_app.printing.pdf_text import checked

_MOST_LINES = 12


def drawable(text: str) -> str:
    """Return ``text`` with «?» for what the font lacks: one strange letter must not cost a whole year's book."""
    try:
        return checked(text)
    except InvalidInput:
        known = covered(SERIF)
        return "".join(letter if letter in known else "?" for letter in text.translate(SPACES))


@lru_cache(maxsize=20_000)
def lines(text: str, room: float, points: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return ``text`` in lines of at most ``room`` points, at most a dozen; a longer word is broken where it must be."""
    found, line = [], ""
    for word in drawable(text).split():
        longer = f"{line} {word}" if line else word
        if _wide(longer, points, bold) <= room:
            line = longer
            continue
        if line:
            found.append(line)
        while _wide(word, points, bold) > room:
            fits = _fitting(word, room, points, bold)
            found.append(word[:fits])
            word = word[fits:]
        line = word
    found.append(line)
    return tuple(found) if len(found) <= _MOST_LINES else (*found[: _MOST_LINES - 1], "…")


def _fitting(word: str, room: float, points: float, bold: bool) -> int:
    """Return how many letters fit, parted behind a dash or a dot where there is one."""
    fits = next((count for count in range(len(word), 1, -1) if _wide(word[:count], points, bold) <= room), 1)
    mark = max(word.rfind("-", 0, fits), word.rfind(".", 0, fits)) + 1
    return mark if mark > 1 else fits


def _wide(text: str, points: float, bold: bool) -> float:
    letters = _letter_widths(points, bold)
    return sum(letters.get(letter) or _letter(letter, points, bold) for letter in text)


@lru_cache(maxsize=8)
def _letter_widths(_points: float, _bold: bool) -> dict[str, float]:
    return {}


def _letter(letter: str, points: float, bold: bool) -> float:
    width = stringWidth(letter, font_name(bold=bold), points)
    _letter_widths(points, bold)[letter] = width
    return width
