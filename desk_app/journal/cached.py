"""Small tables held in memory and read again only when their content has changed, by this program or another."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from desk_app.journal import tables
from desk_app.storage.engine import Database

T = TypeVar("T")


class Cached(Generic[T]):
    """A value loaded from the tables of one reference fold, or of several."""

    def __init__(self, folds: str | Sequence[str], load: Callable[[Database], T]) -> None:
        self._folds = (folds,) if isinstance(folds, str) else tuple(folds)
        self._load = load
        self._held: tuple[tuple[int, ...], T] | None = None

    def get(self, db: Database) -> T:
        """Return the value as the tables stand in ``db``'s present transaction."""
        return db.recall.ask(self, self._held_or_loaded, db)

    def _held_or_loaded(self, db: Database) -> T:
        present = tuple(tables.revision(db, fold) for fold in self._folds)
        held = self._held
        if held is None or held[0] != present:
            held = (present, self._load(db))
            self._held = held
        return held[1]
