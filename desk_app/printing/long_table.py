"""A table too long for blocks: thousands of pages on A4 across, drawn row by row as they come."""

from dataclasses import dataclass
from typing import Literal

from desk_app.printing.blocks import Letterhead, Signatures


@dataclass(frozen=True, kw_only=True)
class Across:
    """One column; ``share`` is its part of the page's width among its neighbours'."""

    title: str
    share: int
    align: Literal["left", "center"] = "left"


@dataclass(frozen=True, kw_only=True)
class LongTable:
    """Everything but the rows; ``{pages}`` in ``opening`` and ``closing`` becomes the number of pages.

    ``nothing`` stands where the rows would be when there are none.
    """

    code: str
    title: str
    subtitle: str
    head: Letterhead
    opening: str
    columns: tuple[Across, ...]
    closing: str
    signatures: Signatures
    nothing: str
