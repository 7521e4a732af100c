"""Bringing a data file up to this program: named steps, all in one transaction, a backup before the first.

A step never touches today's classes: it is fixed SQL, so that it does the same in ten years.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sqlite_utils import Migrations as _Migrations

from desk_app.kernel.errors import Damaged, Refused
from desk_app.storage.engine import Database

__all__ = ["Migrations", "is_current", "upgrade"]

Step = Callable[[Database], None]

_APPLIED = "SELECT migration_set, name FROM _sqlite_migrations"


class Migrations(_Migrations):
    """The named steps of one room, in order."""

    if TYPE_CHECKING:

        def __call__(self, *, name: str | None = None, transactional: bool = True) -> Callable[[Step], Step]:  # type: ignore[override]
            """Say that a step takes our own connection, which is what ``upgrade`` gives it."""


def upgrade(db: Database, sets: Sequence[Migrations], *, back_up: Callable[[], None]) -> tuple[str, ...]:
    """Apply what is missing and return its names; ``back_up`` is called first when the file already holds data.

    Call it inside ``Store.writing``: of two programs started at once the second then finds nothing missing.
    Raises ``Refused`` for a file that a newer program has written, and ``Damaged`` when a step leaves a broken
    reference; then the file stays as it was.
    """
    applied = _applied(db)
    known = {(each.name, step.name) for each in sets for step in each._migrations}
    if applied - known:
        raise Refused(
            "storage.newer",
            "Dữ liệu này do phiên bản mới hơn của chương trình ghi.",
            "Dữ liệu vẫn nguyên. Hãy cập nhật chương trình trên máy này.",
        )
    missing = tuple(f"{each.name}.{step.name}" for each in sets for step in each.pending(db))
    if not missing:
        return ()
    if applied:
        back_up()
    with db.atomic():
        for each in sets:
            each.apply(db)
        if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise Damaged(
                "storage.references",
                "Dữ liệu sau nâng cấp không khớp nhau.",
                "Dữ liệu vẫn như trước. Hãy dùng lại phiên bản cũ và báo cho người quản trị.",
            )
    return missing


def is_current(db: Database, sets: Sequence[Migrations]) -> bool:
    """Tell whether every step stands in the file and nothing newer does."""
    return _applied(db) == {(each.name, step.name) for each in sets for step in each._migrations}


def _applied(db: Database) -> set[tuple[str, str]]:
    if db.execute("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'").fetchone() is None:
        return set()
    return {(row[0], row[1]) for row in db.execute(_APPLIED)}
