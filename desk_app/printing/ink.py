"""Words as small grey pictures, measured and drawn once, and lines broken between them.

Drawing letters is what a receipt costs. Most words of a paper stand on the next one too, so each word is drawn once for
its face and kept; a line is then pasted together. Hinted advances are whole dots, so words set side by side look
exactly like a line drawn at once.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from desk_app.kernel.texts import nfc
from desk_app.printing.fonts import SANS, SANS_BOLD, SPACES, font_file, printable

_WORDS_KEPT = 4096
_LETTERS_KEPT = 4096
_YARDSTICK = 64
_RESERVE = 1.03
_EVEN_ENOUGH = 8


class Face(NamedTuple):
    """A font at a size in dots."""

    name: str
    size: int

    @property
    def height(self) -> int:
        """Return the height of a line in dots: marks above capitals and dots below letters included."""
        return sum(_font(self).getmetrics())


class Inked(NamedTuple):
    """A drawn word: its advance in dots, and its picture, which begins ``overhang`` dots further left."""

    width: int
    picture: Image.Image
    overhang: int


class Word(NamedTuple):
    """A word and the face it is set in."""

    text: str
    face: Face


class Placed(NamedTuple):
    """A word and how far from the start of its line it stands, in dots."""

    left: int
    inked: Inked
    face: Face


class Line(NamedTuple):
    """The words of one line and how many dots they take."""

    words: tuple[Placed, ...]
    width: int

    @property
    def height(self) -> int:
        """Return the height of the line in dots: that of its tallest face."""
        return max(placed.face.height for placed in self.words)


def face(size: int, *, bold: bool = False) -> Face:
    """Return the slip's face at ``size`` dots."""
    return Face(SANS_BOLD if bold else SANS, size)


@lru_cache(maxsize=_LETTERS_KEPT)
def advance(letter: str, face: Face) -> int:
    """Return how many dots ``letter`` takes; raise ``InvalidInput`` when the font lacks it."""
    return round(_font(face).getlength(printable(letter, face.name)))


@lru_cache(maxsize=_WORDS_KEPT)
def inked(text: str, face: Face) -> Inked:
    """Return ``text``, one line of it, drawn in ``face``; raise ``InvalidInput`` when the font lacks a character."""
    font = _font(face)
    shown = nfc(text)
    width, overhang = sum(advance(letter, face) for letter in shown), face.size // 4
    ascent, descent = font.getmetrics()
    picture = Image.new("L", (width + 2 * overhang, ascent + descent), 0)
    ImageDraw.Draw(picture).text((overhang, ascent), shown, fill=255, font=font, anchor="ls")
    return Inked(width, picture, overhang)


def words(text: str, face: Face) -> tuple[Word, ...]:
    """Return the words of one line of ``text``. A non-breaking space does not part two words; line breaks do.

    Raise ``InvalidInput`` when the font lacks a character.
    """
    return tuple(Word(part, face) for part in printable(text.translate(SPACES), face.name).split(" ") if part)


def lines(parts: Sequence[Word], width: int) -> list[Line]:
    """Return ``parts`` in lines of at most ``width`` dots; a word longer than a line is broken between letters."""
    done: list[Line] = []
    row: list[Placed] = []
    at = 0
    for word in (piece for part in parts for piece in _fitting(part, width)):
        ink, space = inked(word.text, word.face), inked(" ", word.face).width
        left = at + space if row else 0
        if row and left + ink.width > width:
            done.append(Line(tuple(row), at))
            row, left = [], 0
        row.append(Placed(left, ink, word.face))
        at = left + ink.width
    if row:
        done.append(Line(tuple(row), at))
    return done


def widest(text: str, face: Face) -> int:
    """Return the width in dots of the longest word of ``text``; 0 when there is none."""
    return max((inked(word.text, face).width for row in text.split("\n") for word in words(row, face)), default=0)


def fitting(text: str, sizes: Sequence[int], width: int, *, bold: bool = False) -> Face:
    """Return the first of ``sizes`` (falling) at which ``text`` stands on one line of ``width`` dots, else the last."""
    yardstick = face(_YARDSTICK, bold=bold)
    rows = (" ".join(word.text for word in words(row, yardstick)) for row in text.split("\n"))
    measured = max(sum(advance(letter, yardstick) for letter in row) for row in rows)
    # Advances are rounded to whole dots at every size, so a size scaled from another one needs a little reserve.
    fits = (size for size in sizes if measured * size / _YARDSTICK * _RESERVE <= width)
    return face(next(fits, sizes[-1]), bold=bold)


def balanced(parts: Sequence[Word], width: int) -> list[Line]:
    """Return ``parts`` in as few lines as ``lines`` needs, all of about the same length: for centred text."""
    broken = lines(parts, width)
    low, high = width // 2, width
    while len(broken) > 1 and high - low > _EVEN_ENOUGH:
        middle = (low + high) // 2
        tried = lines(parts, middle)
        if len(tried) > len(broken):
            low = middle
        else:
            broken, high = tried, middle
    return broken


def _fitting(word: Word, width: int) -> Iterator[Word]:
    """Yield ``word``, or the pieces of it that each fit into ``width`` dots (one letter at least)."""
    rest = word.text
    while len(rest) > 1 and sum(advance(letter, word.face) for letter in rest) > width:
        taken, cut = 0, 0
        while cut == 0 or taken + advance(rest[cut], word.face) <= width:
            taken += advance(rest[cut], word.face)
            cut += 1
        yield Word(rest[:cut], word.face)
        rest = rest[cut:]
    if rest:
        yield Word(rest, word.face)


@cache
def _font(face: Face) -> ImageFont.FreeTypeFont:
    # The basic layout needs no shaping library: the same dots on every machine. Composed Vietnamese needs no shaping.
    return ImageFont.truetype(font_file(face.name), face.size, layout_engine=ImageFont.Layout.BASIC)
