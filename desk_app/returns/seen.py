"""Results and rounds as lists show them: each with its dossier and its whole way."""

from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import ReturnWay
from desk_app.returns.moves import still_waits
from desk_app.returns.round import Round
from desk_app.returns.way import OPEN_STOPS, Parcel, Stop, Way, Where


@dataclass(frozen=True, kw_only=True)
class Going:
    """One result that waits to be brought home or sent, or is ``proposed`` for it (the reason; empty: it was asked for).

    ``blocked`` says why it may not leave the desk; ``attempts`` is how often nobody was met.
    """

    dossier: Dossier
    way: ReturnWay
    hamlet: str
    address: str
    kit: tuple[str, ...]
    attempts: int = 0
    proposed: str = ""
    blocked: str = ""


@dataclass(frozen=True, kw_only=True)
class StopSeen:
    """One stop with its dossier and its whole way."""

    dossier: Dossier
    way: Way
    stop: Stop

    @property
    def fetched(self) -> bool:
        """Tell whether the result was handed over otherwise while the stop is open."""
        return self.stop.state in OPEN_STOPS and not still_waits(self.dossier)


@dataclass(frozen=True, kw_only=True)
class RoundSeen:
    """One round with its stops in their order."""

    round: Round
    stops: tuple[StopSeen, ...]

    @property
    def open_count(self) -> int:
        """Return how many stops have no outcome."""
        return sum(each.stop.state in OPEN_STOPS for each in self.stops)


@dataclass(frozen=True, kw_only=True)
class Outstanding:
    """One result on its way: where it is since when.

    ``is_late``: it was posted more than seven days ago and nobody knows more. ``parcel`` and ``stop`` are the latest;
    ``together`` are the codes of the other dossiers in that parcel while it is on its way.
    """

    dossier: Dossier
    way: Way
    where: Where
    since: datetime
    days: int
    is_late: bool
    stop: Stop | None
    parcel: Parcel | None
    together: tuple[str, ...] = ()
