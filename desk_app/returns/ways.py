"""Reading one way or one round, inside a write or outside of one."""

from desk_app.journal import tables as journal_tables
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.returns import facts
from desk_app.returns.room import Returns
from desk_app.returns.round import Round
from desk_app.returns.tables import queries
from desk_app.returns.way import Way
from desk_app.returns.way_fold import folded
from desk_app.storage.engine import Database

_SHORTEST_END = 4


def way_in(room: Returns, db: Database, dossier: str) -> Way | None:
    """Return the way of a dossier's result as its entries make it; None when nothing was ever said of it."""
    registry = room.journal.registry
    history = [registry.read(entry) for entry in journal_tables.history(db, facts.way_subject(dossier))]
    return folded(history) if history else None


def get_round(db: Database, id_: str) -> Round:
    """Return a round; raise ``NotFound`` when there is none of that id."""
    found = queries.find_round(db, id_)
    if found is None:
        raise NotFound("returns.no_round", "Không có chuyến này trên máy.", "Xem lại danh sách chuyến.")
    return found


def round_named(room: Returns, text: str) -> Round:
    """Return the round that people mean by its id or the end of it, four characters or more.

    Raises ``NotFound`` when none ends so, ``InvalidInput`` when several do.
    """
    end = text.strip().lower()
    found = queries.rounds_ending(room.journal.reading(), end) if len(end) >= _SHORTEST_END else ()
    if not found:
        raise NotFound(
            "returns.no_round", f"Không có chuyến «{text.strip()[:40]}».", "Xem «desk returns list --rounds»."
        )
    if len(found) > 1:
        raise InvalidInput("round", f"Nhiều chuyến có mã kết thúc bằng «{end}».", "Ghi mã dài hơn.")
    return found[0]
