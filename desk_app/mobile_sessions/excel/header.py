"""Finding the head of a list, in one row or two, wherever it stands, and which column holds what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.kernel.texts import folded
from desk_app.mobile_sessions.excel.cells import Cell, text_of
from desk_app.mobile_sessions.lists import Field, paper_named, shipped

_DEEPEST = 20
_FEWEST = 2


@dataclass(frozen=True, kw_only=True)
class Header:
    """Which column holds what; ``papers`` are columns of their own for one paper, by its key.

    ``rows`` is the number of the rows before the first person, from the top; ``area_title`` heads the area's column.
    """

    columns: Mapping[Field, int]
    papers: Mapping[int, str]
    rows: int
    area_title: str = ""


def find_header(rows: Sequence[Sequence[Cell]]) -> Header | None:
    """Return the head of a sheet: the row, or the two, that name most columns, the person's name among them."""
    best: Header | None = None
    for place in range(min(len(rows), _DEEPEST)):
        for deep in (1, 2):
            found = _read(rows[place : place + deep], place + deep)
            if found is not None and (best is None or _size(found) > _size(best)):
                best = found
    return best


def is_header_again(header: Header, row: Sequence[Cell]) -> bool:
    """Tell whether a row repeats the head, as at the top of a further page."""
    named = sum(field in _fields_of(text_of(row[at])) for field, at in header.columns.items() if at < len(row))
    return named >= _FEWEST


def _read(rows: Sequence[Sequence[Cell]], height: int) -> Header | None:
    columns: dict[Field, int] = {}
    papers: dict[int, str] = {}
    for at in range(max((len(row) for row in rows), default=0)):
        words = [text_of(row[at]) for row in rows if at < len(row)]
        field = _field(words)
        paper = paper_named(words[-1]) if len(words) > 1 and words[0] != words[-1] else None
        if paper is not None and field not in ("birth_male", "birth_female") and _is_under_lacks(words[0]):
            papers[at] = paper.key
        elif field is not None and field not in columns:
            columns[field] = at
    if "name" not in columns or len(columns) + len(papers) < _FEWEST:
        return None
    title = text_of(rows[-1][columns["area"]]) if "area" in columns else ""
    return Header(columns=columns, papers=papers, rows=height, area_title=title)


def _field(words: Sequence[str]) -> Field | None:
    """Return what a column holds by the words of its head, top to bottom."""
    if len(words) > 1 and words[0] != words[-1]:
        under = folded(words[-1])
        if "birth" in _fields_of(words[0]) and under in ("nam", "nu"):
            return "birth_male" if under == "nam" else "birth_female"
        both = _fields_of(words[-1]) or _fields_of(words[0])
        return both[0] if both else None
    found = _fields_of(words[0]) if words else ()
    return found[0] if found else None


def _fields_of(words: str) -> tuple[Field, ...]:
    plain = folded(words.split("(")[0])
    return tuple(each.field for each in shipped().columns if plain in each.headers)


def _is_under_lacks(words: str) -> bool:
    return "lacks" in _fields_of(words) or "giay to" in folded(words) or "thieu" in folded(words).split()


def _size(header: Header) -> int:
    return len(header.columns) + len(header.papers)
