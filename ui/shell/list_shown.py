"""What a page says of a list of citizens that it shows."""

from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ListShown:
    """Which list in ``words``, what was ``asked`` for it, how many ``people`` it shows, and which ``dossiers`` if it does.

    A search that somebody ``typed`` counts as a look each time; a list is looked at once a day, and a dossier in it too.
    """

    words: str
    asked: Hashable
    people: int
    typed: bool = False
    dossiers: tuple[str, ...] = ()
