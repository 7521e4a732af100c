"""What a laptop takes along: reference data, a session with its list, dossiers with their papers, people's passwords."""

from desk_app.accounts.tables import find_credential
from desk_app.dossiers.listing.wanted import NOT_CLOSED
from desk_app.journal.entry import Entry
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.mobile_sessions.reading import session_seen
from desk_app.mobile_sessions.tables.fold import PlaceFold
from desk_app.storage.engine import Database
from desk_app.sync.away import tables
from desk_app.sync.away.pack import PackedPassword
from desk_app.sync.away.room import Away

MOST_DOSSIERS = 5_000


def open_dossiers(db: Database) -> tuple[str, ...]:
    """Return the dossiers that are still open, the latest first, at most 5.000."""
    return tables.open_dossiers(db, tuple(map(str, NOT_CLOSED)), MOST_DOSSIERS)


def entries_for(
    room: Away, db: Database, *, session: str, dossiers: tuple[str, ...], lines: tuple[str, ...]
) -> tuple[Entry, ...]:
    """Return all reference data and people, the session with its list, the dossiers with their papers; each entry once.

    Raises ``NotFound`` for an unknown session.
    """
    registry = room.journal.registry
    reference = [
        fact.KIND for fold in registry.folds if fold.reference or fold.name == PlaceFold.name for fact in fold.facts
    ]
    found = list(tables.entries_of_kinds(db, reference))
    if session:
        session_seen(room.mobile_sessions, session)
        found += tables.entries_about(db, (session,))
    found += tables.entries_about(db, lines)
    found += tables.entries_about(db, dossiers)
    found += tables.entries_about(db, (f"{kind}:{each}" for each in dossiers for kind in ("fee", "return")))
    once = {entry.name: entry for entry in found}
    return tuple(sorted(once.values(), key=lambda each: each.order))


def passwords_of(room: Away, db: Database, people: tuple[str, ...]) -> tuple[PackedPassword, ...]:
    """Return by what people prove themselves; raise ``InvalidInput`` for nobody, ``Refused`` without a password here."""
    if not people:
        raise InvalidInput("people", "Chưa chọn ai dùng máy mang đi.", "Chọn ít nhất một người.")
    found = []
    for account in people:
        person, credential = room.dossiers.accounts.present_book().get(account), find_credential(db, account)
        if credential is None:
            raise Refused("away.no_password", f"{person.name} chưa có mật khẩu ở máy này.", "Đặt mật khẩu trước.")
        found.append(
            PackedPassword(
                account=account,
                password_hash=credential.password_hash,
                pin_hash=credential.pin_hash,
                set_at=credential.set_at,
            )
        )
    return tuple(found)
