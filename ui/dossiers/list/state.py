"""What the page of lists shows: rows, the part of a list that is held, and how many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import repeat
from typing import NamedTuple

from desk_app.catalogue.offices import OfficeCatalogues
from desk_app.dossiers.listing.pages import COUNTED_TO
from desk_app.dossiers.listing.wanted import Wanted
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.listing import ListRow
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from ui.widgets.status_words import StatusWords, status_words

HELD = 600
"""How many rows are held at most; those far from the keyboard are let go and read again when they are wanted."""


class Naming:
    """How the codes in rows are called on one day; what a state looks like is thought about once for all rows that share it."""

    def __init__(self, offices: OfficeCatalogues, now: datetime) -> None:
        self._offices = offices
        self._now = now
        self._today, self._year = now.isoformat()[:10], f"{now.year}"
        self._looks: dict[tuple[str, str], StatusWords] = {}

    def status(self, row: ListRow) -> StatusWords:
        """Return how the row's state is shown."""
        key = (row.status, row.due_at[:10])
        look = self._looks.get(key)
        if look is None:
            due_at = datetime.fromisoformat(row.due_at)
            look = self._looks[key] = status_words(Status(row.status), due_at, self._now)
        return look

    def procedure(self, row: ListRow) -> str:
        """Return what the row's procedure is called at its office."""
        return self._offices.name_of(row.procedure, row.code)

    def day(self, at: str) -> str:
        """Return a stored moment as briefly as it stays clear: ``hôm nay 17:00``, ``24/11``, ``24/11/2025``."""
        if at[:10] == self._today:
            return _("hôm nay {time}").format(time=at[11:16])
        day = f"{at[8:10]}/{at[5:7]}"
        return day if at[:4] == self._year else f"{day}/{at[:4]}"


class Line(NamedTuple):
    """One dossier as a row; its words are made when they are drawn, since few of the rows held are ever looked at."""

    row: ListRow
    naming: Naming

    @property
    def id(self) -> str:
        """Return the dossier's id."""
        return self.row.id

    @property
    def status(self) -> StatusWords:
        """Return its state."""
        return self.naming.status(self.row)

    @property
    def code(self) -> str:
        """Return the part of its code that people say aloud."""
        return tail(self.row.code)

    @property
    def name(self) -> str:
        """Return who handed it in, and for whom."""
        row = self.row
        return f"{row.name} → {row.subject_name}" if row.subject_name else row.name

    @property
    def procedure(self) -> str:
        """Return what is asked for."""
        return self.naming.procedure(self.row)

    @property
    def received(self) -> str:
        """Return when it was received."""
        return self.naming.day(self.row.received_at)

    @property
    def due(self) -> str:
        """Return when its result is promised."""
        return self.naming.day(self.row.due_at)

    @property
    def where(self) -> str:
        """Return which agency holds it."""
        return self.row.agency


@dataclass(frozen=True, kw_only=True)
class Window:
    """The part of a list that is held: ``first`` counts the rows before it, None where nobody knows."""

    lines: tuple[Line, ...] = ()
    first: int | None = 0
    at_start: bool = True
    at_end: bool = True

    def longer(self, more: Sequence[Line], *, at_end: bool) -> tuple["Window", int]:
        """Return the window with rows added at its end, and how many were let go at its start."""
        lines = (*self.lines, *more)
        gone = max(0, len(lines) - HELD)
        first = None if self.first is None else self.first + gone
        return Window(lines=lines[gone:], first=first, at_start=self.at_start and not gone, at_end=at_end), gone

    def earlier(self, more: Sequence[Line], *, at_start: bool) -> tuple["Window", int]:
        """Return the window with rows added before its start, and how many were let go at its end."""
        lines = (*more, *self.lines)
        gone = max(0, len(lines) - HELD)
        known = None if self.first is None else max(0, self.first - len(more))
        kept = lines[: len(lines) - gone]
        return Window(
            lines=kept, first=0 if at_start else known, at_start=at_start, at_end=self.at_end and not gone
        ), gone

    def counted(self, total: int) -> "Window":
        """Return the window knowing how long the list is: at its end that says where it begins."""
        if self.first is None and self.at_end and total <= COUNTED_TO:
            return replace(self, first=max(0, total - len(self.lines)))
        return self


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A list as it was opened or read again."""

    about: str
    wanted: Wanted
    window: Window


# The same as Line(row, naming), five times as fast.
_line: Callable[[tuple[ListRow, Naming]], Line] = partial(tuple.__new__, Line)


def lines_of(rows: Sequence[ListRow], naming: Naming) -> tuple[Line, ...]:
    """Return dossiers as rows."""
    return tuple(map(_line, zip(rows, repeat(naming))))


def count_words(total: int | None) -> str:
    """Return how many there are; None while they are being counted."""
    if total is None:
        return _("đang đếm…")
    if total > COUNTED_TO:
        return _("hơn {count} hồ sơ").format(count=quantity(COUNTED_TO))
    return _("{count} hồ sơ").format(count=quantity(total)) if total else _("không có hồ sơ nào")


def place_words(window: Window, place: int) -> str:
    """Return which dossier of the list the keyboard stands on; empty where nobody knows."""
    if window.first is None or place < 0 or not window.lines:
        return ""
    return _("· đang ở thứ {place}").format(place=quantity(window.first + place + 1))
