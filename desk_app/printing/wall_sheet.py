"""A sheet for the wall, read from two metres: large days on the left, who is there on the right."""

from dataclasses import dataclass
from typing import Literal

WallSize = Literal["A4", "A3"]


@dataclass(frozen=True, kw_only=True)
class WallLine:
    """Who comes: the organisation in bold, the people of it under it."""

    organisation: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WallRow:
    """One entry: a day and its hours, and who; ``remark`` stands instead of people where nobody comes."""

    day: str
    weekday: str
    hours: str
    lines: tuple[WallLine, ...]
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class WallSheet:
    """A whole sheet, on as many pages as it needs; ``foot`` stands at the bottom of each."""

    title: str
    head: str
    rows: tuple[WallRow, ...]
    foot: str = ""
    size: WallSize = "A4"
