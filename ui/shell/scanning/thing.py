"""What was scanned, as the page in front is offered it."""

from dataclasses import dataclass
from typing import Literal

from desk_app.dossiers.scan import Scanned

Source = Literal["keys", "port"]


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A text as a scanner sent it, before anybody made it out.

    ``by_keys`` is what the same keys mean on an American keyboard, where the keys themselves are known; ``ended`` says
    whether the scanner pressed Enter or Tab behind it; ``was_broken`` that the line was not UTF-8; ``was_edited`` that
    something (an input method) took letters back while they came.
    """

    text: str
    source: Source
    by_keys: str = ""
    ended: bool = True
    was_broken: bool = False
    was_edited: bool = False


@dataclass(frozen=True, kw_only=True)
class ScannedThing:
    """A scan made out.

    ``text`` is what the code holds, repaired where that was possible; ``scan`` says what it is, unless it ``is_ticket``:
    the slip of a waiting number. ``dossier`` is the id of a receipt's dossier, ``ticket`` of the slip's ticket; both are
    empty where this desk has none, and ``trouble`` then says why a slip names no ticket. ``replaced`` says that a
    receipt is not the newest of its dossier. ``page`` and ``about`` say where any other slip of the office belongs.
    """

    heard: Heard
    text: str
    scan: Scanned
    dossier: str = ""
    is_ticket: bool = False
    ticket: str = ""
    trouble: str = ""
    replaced: str = ""
    page: str = ""
    about: str = ""
