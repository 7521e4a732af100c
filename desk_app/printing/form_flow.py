"""Setting a form's line: words, places to write on and boxes flow from line to line, dots fill what is left."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from desk_app.printing.form_parts import Blank, FormLine, Run, Squares, Tick
from desk_app.printing.pdf_look import font_name
from desk_app.printing.pdf_text import checked

SQUARE = 4.7 * mm
_TOKENS = re.compile(r"\s+|\S+")
_FEWEST_DOTS = 9 * mm
# So many spaces in a row are meant: they part two things on one line.
_WIDE_SPACE = 3


@dataclass(frozen=True, kw_only=True)
class Atom:
    """What stands on a line without a break: a word, dots, a box, a row of squares.

    ``grows`` is its share of the room that is left; ``dotted`` words stand on dots, ``spaced`` ones after a space.
    """

    width: float
    text: str = ""
    font: str = ""
    spaced: bool = False
    dotted: bool = False
    grows: float = 0
    tick: Tick | None = None
    squares: Squares | None = None
    more_lines: int = 0

    @property
    def is_dots(self) -> bool:
        """Tell whether it is an empty place to write on."""
        return self.grows > 0 and self.width > 0 and not self.text

    @property
    def is_air(self) -> bool:
        """Tell whether it only parts its neighbours: it never begins a row."""
        return not (self.text or self.grows or self.tick or self.squares)


@dataclass(kw_only=True)
class Row:
    """One line on the paper; ``last`` ends its paragraph."""

    atoms: list[Atom] = field(default_factory=list)
    last: bool = False

    def room(self, space: float) -> float:
        """Return how wide the atoms are with their spaces, before any of them grows."""
        return sum(atom.width + (space if atom.spaced and place else 0) for place, atom in enumerate(self.atoms))


def rows_of(line: FormLine, points: float, width: float) -> list[Row]:
    """Return a line of a form as it is broken into rows of ``width`` points."""
    space = stringWidth(" ", font_name(), points)
    rows = [Row()]
    for atom in _atoms(line.runs, points):
        _put(rows, atom, width, space)
    rows[-1].last = True
    return rows


def _put(rows: list[Row], atom: Atom, width: float, space: float) -> None:
    row = rows[-1]
    if atom.is_air and not row.atoms:
        return
    before = space if atom.spaced and row.atoms else 0
    if atom.is_dots:
        _narrow(row, width - before - min(atom.width, _FEWEST_DOTS), space)
    left = width - row.room(space) - before
    if row.atoms and atom.width > left:
        # A short rest of a line is still good for dots.
        if atom.is_dots and left >= _FEWEST_DOTS - 0.01:
            atom = replace(atom, width=left)
        else:
            rows.append(Row())
    rows[-1].atoms.append(atom)
    for _line in range(atom.more_lines):
        rows.append(Row(atoms=[Atom(width=0, grows=1)]))


def _narrow(row: Row, width: float, space: float) -> None:
    """Let the dots of a row give up some of theirs, so that the last of it still finds room for its own."""
    missing = row.room(space) - width
    spare = sum(max(atom.width - _FEWEST_DOTS, 0) for atom in row.atoms if atom.is_dots)
    if not 0 < missing <= spare:
        return
    for place, atom in enumerate(row.atoms):
        if atom.is_dots:
            given = missing * max(atom.width - _FEWEST_DOTS, 0) / spare
            row.atoms[place] = replace(atom, width=atom.width - given)


def _atoms(runs: Sequence[Run], points: float) -> Iterator[Atom]:
    spaced = False
    for run in runs:
        if isinstance(run, Tick):
            yield Atom(width=points * 0.95, tick=run, spaced=spaced)
        elif isinstance(run, Squares):
            yield Atom(width=run.count * SQUARE, squares=run, spaced=spaced)
        elif isinstance(run, Blank):
            yield from _blank(run, points, spaced)
        else:
            font = font_name(bold=run.bold, italic=run.italic)
            yield from _words(run.text, font, points, spaced=spaced)
            if run.text:
                tail = len(run.text) - len(run.text.rstrip())
                spaced = 0 < tail < _WIDE_SPACE
            continue
        spaced = False


def _words(text: str, font: str, points: float, *, spaced: bool, dotted: bool = False) -> Iterator[Atom]:
    for token in _TOKENS.findall(checked(text).replace("\n", " ")):
        if len(token) >= _WIDE_SPACE and token.isspace():
            yield Atom(width=stringWidth(token, font, points))
            continue
        if token.isspace():
            spaced = True
            continue
        yield Atom(width=stringWidth(token, font, points), text=token, font=font, spaced=spaced, dotted=dotted)
        spaced = False


def _blank(run: Blank, points: float, spaced: bool) -> Iterator[Atom]:
    """Yield the words written on the dots, then the dots that are left."""
    if not run.value.strip():
        least = run.least_mm * mm
        yield Atom(width=least, grows=least, spaced=spaced, more_lines=run.lines - 1)
        return
    yield from _words(run.value, font_name(), points, spaced=spaced, dotted=True)
    yield Atom(width=0, grows=run.least_mm * mm / 4)
