"""Finding one place, session or line, as people and scripts name it, inside a write or outside of one."""

from desk_app.journal import tables as journal_tables
from desk_app.journal.entry import Recorded
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.texts import folded
from desk_app.mobile_sessions.invitation_code import looks_like_invitation, scanned_code
from desk_app.mobile_sessions.line import Line, folded_line
from desk_app.mobile_sessions.room import MobileSessions
from desk_app.mobile_sessions.session import KnownPlace, Session, folded_session
from desk_app.mobile_sessions.tables import queries, screening_queries
from desk_app.storage.engine import Database

_SHORTEST_END = 4


def session_in(room: MobileSessions, db: Database, id_: str) -> Session:
    """Return a session as its entries make it; raise ``NotFound`` when there is none of that id."""
    found = folded_session(_history(room, db, id_)) if queries.find_session(db, id_) is not None else None
    if found is None:
        raise NotFound("sessions.unknown", "Không có buổi lưu động này trên máy.", "Xem lại danh sách các buổi.")
    return found


def line_in(room: MobileSessions, db: Database, id_: str) -> Line:
    """Return a line as its entries make it; raise ``NotFound`` when there is none of that id."""
    found = folded_line(_history(room, db, id_))
    if found is None:
        raise NotFound("sessions.no_line", "Không có dòng rà soát này trên máy.", "Xem lại danh sách rà soát.")
    return found


def get_place(db: Database, id_: str) -> KnownPlace:
    """Return a place; raise ``NotFound`` when there is none of that id."""
    found = queries.find_place(db, id_)
    if found is None:
        raise NotFound("sessions.no_place", "Không có địa điểm này trên máy.", "Xem lại danh sách địa điểm.")
    return found


def session_named(room: MobileSessions, text: str) -> Session:
    """Return the session that people mean by its id or the end of it, four characters or more.

    Raises ``NotFound`` when none ends so, ``InvalidInput`` when several do.
    """
    end, db = text.strip().lower(), room.journal.reading()
    found = queries.sessions_ending(db, end) if len(end) >= _SHORTEST_END else ()
    if not found:
        raise NotFound("sessions.unknown", f"Không có buổi «{text.strip()[:40]}».", "Xem «desk sessions list».")
    if len(found) > 1:
        raise InvalidInput("session", f"Nhiều buổi có mã kết thúc bằng «{end}».", "Ghi mã dài hơn.")
    return session_in(room, db, found[0].id)


def place_named(room: MobileSessions, text: str) -> KnownPlace:
    """Return the place in use that people mean by its name, its area or the end of its id, marks and case ignored.

    Raises ``NotFound`` when there is none, ``InvalidInput`` when several are meant.
    """
    plain, known = folded(text), queries.list_places(room.journal.reading())
    end = text.strip().lower()
    found = [each for each in known if plain and plain in (folded(each.place.name), folded(each.place.area))]
    if not found and len(end) >= _SHORTEST_END:
        found = [each for each in known if each.id.endswith(end)]
    if not found:
        raise NotFound("sessions.no_place", f"Không có địa điểm «{text.strip()[:40]}».", "Xem «desk sessions places».")
    if len(found) > 1:
        raise InvalidInput("place", f"Nhiều địa điểm tên «{text.strip()[:40]}».", "Ghi mã địa điểm.")
    return found[0]


def line_named(room: MobileSessions, text: str) -> Line:
    """Return the line that people mean by its id, the end of it, or the code of its invitation.

    Raises ``NotFound`` when there is none, ``InvalidInput`` when several are meant or the code was misread.
    """
    plain, db = text.strip().lower(), room.journal.reading()
    if looks_like_invitation(plain):
        code = scanned_code(plain)
        if not code:
            raise InvalidInput("line", "Mã giấy mời bị đọc sai một vài số.", "Hãy quét lại.")
        by_code = screening_queries.find_by_code(db, code)
        found: tuple[str, ...] = (by_code,) if by_code is not None else ()
    else:
        found = screening_queries.lines_ending(db, plain) if len(plain) >= _SHORTEST_END else ()
    if not found:
        raise NotFound(
            "sessions.no_line", f"Không có dòng rà soát «{text.strip()[:40]}».", "Xem «desk sessions screen list»."
        )
    if len(found) > 1:
        raise InvalidInput("line", f"Nhiều dòng có mã kết thúc bằng «{plain}».", "Ghi mã dài hơn.")
    return line_in(room, db, found[0])


def _history(room: MobileSessions, db: Database, subject: str) -> list[Recorded]:
    registry = room.journal.registry
    return [registry.read(entry) for entry in journal_tables.history(db, subject)]
