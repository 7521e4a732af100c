"""What one screen really shows in the minutes of the slogans, second by second: the proof of play. No widget, no desk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from desk_app.signage.facts import Played, Shown

NOTE_EVERY = timedelta(seconds=20)
"""How much of a stretch a power cut can take."""

_BREAK = timedelta(seconds=5)


@dataclass(frozen=True, kw_only=True)
class Note:
    """A stretch as it stands, to be kept under its id; ``is_over`` says that nothing more comes."""

    id: str
    played: Played
    is_over: bool


@dataclass(kw_only=True)
class _Stretch:
    id: str
    from_at: datetime
    to_at: datetime
    noted_at: datetime
    last: str = ""
    shown: dict[str, tuple[int, float]] = field(default_factory=dict)


class PlayLog:
    """Is told every second what stands on one screen (empty: no slogan), and says when there is something to keep."""

    def __init__(self, screen: str, new_id: Callable[[], str]) -> None:
        self._screen, self._new_id = screen, new_id
        self._stretch: _Stretch | None = None

    def tick(self, slogan: str, now: datetime) -> tuple[Note, ...]:
        """Take what stands on the screen at ``now``; return what is to be kept."""
        notes: list[Note] = []
        stretch = self._stretch
        if stretch is not None and (not slogan or not timedelta() <= now - stretch.to_at <= _BREAK):
            notes.append(self._over(stretch))
            stretch = None
        if slogan:
            notes += self._go_on(stretch, slogan, now)
        return tuple(notes)

    def stop(self) -> tuple[Note, ...]:
        """End what is being shown: the screen was put away, or the program closes."""
        return (self._over(self._stretch),) if self._stretch is not None else ()

    def _go_on(self, stretch: _Stretch | None, slogan: str, now: datetime) -> list[Note]:
        is_new = stretch is None
        if stretch is None:
            stretch = self._stretch = _Stretch(id=self._new_id(), from_at=now, to_at=now, noted_at=now)
        # The second that has passed belongs to what stood there while it passed.
        if stretch.last:
            times, seconds = stretch.shown[stretch.last]
            stretch.shown[stretch.last] = (times, seconds + (now - stretch.to_at).total_seconds())
        if slogan != stretch.last:
            times, seconds = stretch.shown.get(slogan, (0, 0.0))
            stretch.shown[slogan] = (times + 1, seconds)
        stretch.last, stretch.to_at = slogan, now
        if not is_new and now - stretch.noted_at < NOTE_EVERY:
            return []
        stretch.noted_at = now
        return [Note(id=stretch.id, played=self._played(stretch), is_over=False)]

    def _over(self, stretch: _Stretch) -> Note:
        self._stretch = None
        return Note(id=stretch.id, played=self._played(stretch), is_over=True)

    def _played(self, stretch: _Stretch) -> Played:
        shown = tuple(
            Shown(text=text, times=times, seconds=round(seconds)) for text, (times, seconds) in stretch.shown.items()
        )
        return Played(screen=self._screen, from_at=stretch.from_at, to_at=stretch.to_at, shown=shown)
