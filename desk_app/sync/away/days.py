"""What a laptop did on which day, counted from the entries that its file brings."""

from datetime import date, datetime

from desk_app.dossiers.facts import HandedOver, Registered, ResultIssued
from desk_app.journal.entry import Entry
from desk_app.journal.folding import FoldRegistry
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import VIETNAM

_COUNTED = frozenset({Registered.KIND, ResultIssued.KIND, HandedOver.KIND})


class DayAtWork(Record):
    """How many dossiers a desk registered, settled (their result exists) and handed over on one day."""

    on: date
    registered: int
    settled: int
    handed_over: int


class DaysAtWork:
    """Takes entries in any order; the day is that of the deed itself, not of its being written down."""

    def __init__(self, registry: FoldRegistry) -> None:
        self._registry = registry
        self._dossiers: dict[tuple[str, date, str], set[str]] = {}

    def take(self, entry: Entry) -> None:
        """Count an entry that is new here; other kinds of entries are no dossiers' steps."""
        if entry.kind not in _COUNTED:
            return
        fact, at = self._registry.read(entry).fact, None
        if isinstance(fact, Registered):
            at = fact.received_at
        elif isinstance(fact, ResultIssued):
            at = fact.issued_at
        elif isinstance(fact, HandedOver):
            at = fact.handed_at
        if at is not None:
            self._dossiers.setdefault((entry.desk, _day(at), entry.kind), set()).add(entry.subject)

    def of(self, desk: str) -> tuple[DayAtWork, ...]:
        """Return the days on which a desk did any of it, the first of them first."""
        days = sorted({on for each, on, _kind in self._dossiers if each == desk})
        return tuple(
            DayAtWork(
                on=on,
                registered=self._count(desk, on, Registered.KIND),
                settled=self._count(desk, on, ResultIssued.KIND),
                handed_over=self._count(desk, on, HandedOver.KIND),
            )
            for on in days
        )

    def _count(self, desk: str, on: date, kind: str) -> int:
        return len(self._dossiers.get((desk, on, kind), ()))


def _day(at: datetime) -> date:
    return at.astimezone(VIETNAM).date()
