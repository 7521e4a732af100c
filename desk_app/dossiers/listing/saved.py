"""Filters that a person gives a name: kept on this desk, for that person alone."""

from dataclasses import dataclass

from desk_app.dossiers.listing.asked import text_of, wanted_of
from desk_app.dossiers.listing.shipped import SHIPPED, VIEW
from desk_app.dossiers.listing.wanted import Wanted
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.tables import saved_lists
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.texts import checked_line, collation_key
from desk_app.storage.engine import Database

_LONGEST = 60


@dataclass(frozen=True, kw_only=True)
class Saved:
    """One named filter: the name and the line that asks for it."""

    name: str
    query: str


def saved_of(room: Dossiers, *, account: str) -> tuple[Saved, ...]:
    """Return a person's named filters in the Vietnamese order of their names."""
    found = saved_lists.list_saved(room.journal.reading(), account)
    return tuple(
        Saved(name=name, query=query) for name, query in sorted(found, key=lambda each: collation_key(each[0]))
    )


def save(room: Dossiers, *, account: str, name: str, wanted: Wanted) -> Saved:
    """Keep ``wanted`` under ``name``; a filter of that name is replaced.

    Raises ``InvalidInput`` for an empty or too long name.
    """
    kept = Saved(name=_checked(name), query=text_of(wanted))
    with room.journal.store.writing() as db:
        saved_lists.put_saved(db, account, kept.name, kept.query)
    return kept


def rename(room: Dossiers, *, account: str, old: str, new: str) -> Saved:
    """Give a named filter another name; raise ``InvalidInput`` where that one is taken, ``NotFound`` without ``old``."""
    name = _checked(new)
    with room.journal.store.writing() as db:
        query = _query(db, account, old)
        if name != old and saved_lists.find_saved(db, account, name) is not None:
            raise InvalidInput("name", f"Đã có bộ lọc «{name}».", "Hãy đặt tên khác.")
        saved_lists.drop_saved(db, account, old)
        saved_lists.put_saved(db, account, name, query)
    return Saved(name=name, query=query)


def forget(room: Dossiers, *, account: str, name: str) -> Saved:
    """Delete a named filter and return it, so that it can be brought back; raise ``NotFound`` without it."""
    with room.journal.store.writing() as db:
        gone = Saved(name=name, query=_query(db, account, name))
        saved_lists.drop_saved(db, account, name)
    return gone


def bring_back(room: Dossiers, *, account: str, saved: Saved) -> Saved:
    """Keep a deleted filter again."""
    with room.journal.store.writing() as db:
        saved_lists.put_saved(db, account, saved.name, saved.query)
    return saved


def opened(room: Dossiers, *, account: str, asked: str) -> Wanted:
    """Return the list behind ``view:<name>``, shipped or saved, or behind a query.

    Raises ``NotFound`` for a name that nobody gave, and ``InvalidInput`` for a query that cannot be read.
    """
    if not asked.startswith(VIEW):
        return wanted_of(asked)
    name = asked.removeprefix(VIEW)
    if name in SHIPPED:
        return wanted_of(SHIPPED[name])
    return wanted_of(_query(room.journal.reading(), account, name))


def _query(db: Database, account: str, name: str) -> str:
    query = saved_lists.find_saved(db, account, name)
    if query is None:
        raise NotFound("dossiers.no_saved_list", f"Không có bộ lọc «{name[:60]}».", "Hãy chọn trong các bộ lọc đã lưu.")
    return query


def _checked(name: str) -> str:
    return checked_line(name, field="name", label="Tên bộ lọc", longest=_LONGEST, required=True)
