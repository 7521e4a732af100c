"""One line of the journal."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from desk_app.journal.clock import wall_time
from desk_app.journal.fact import Fact


class Entry(NamedTuple):
    """What stands in the journal: who wrote which fact about which subject, and its place in the desk's chain.

    ``(desk, epoch, seq)`` names it. ``epoch`` changes after a restore or a copy. ``clock`` orders entries of all desks.
    ``body`` is canonical JSON. ``previous`` and ``digest`` are SHA-256, 32 bytes.
    """

    desk: str
    epoch: int
    seq: int
    command_id: str
    clock: int
    actor: str
    subject: str
    kind: str
    version: int
    body: bytes
    previous: bytes
    digest: bytes

    @property
    def name(self) -> str:
        """Return the entry's name as people may quote it: ``desk/epoch/seq``."""
        return f"{self.desk}/{self.epoch}/{self.seq}"

    @property
    def order(self) -> tuple[int, str, int, int]:
        """Return what sorts entries of all desks the same way everywhere."""
        return self.clock, self.desk, self.epoch, self.seq

    @property
    def at(self) -> datetime:
        """Return the wall-clock moment at which it was written, in Vietnamese time."""
        return wall_time(self.clock)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry with its fact read, lifted to the fact's present version."""

    entry: Entry
    fact: Fact

    @property
    def at(self) -> datetime:
        """Return the wall-clock moment at which it was written."""
        return self.entry.at
