"""What becomes of a line: asked to a session, came, got the papers, or is carried over to the next session."""

from desk_app.dossiers.commands import dossier_in
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.texts import checked_line, folded
from desk_app.mobile_sessions import screening_facts as facts
from desk_app.mobile_sessions.lists import spoken_lack
from desk_app.mobile_sessions.named import get_place, line_in, session_in
from desk_app.mobile_sessions.planning import require_state
from desk_app.mobile_sessions.progress import Progress, every_progress
from desk_app.mobile_sessions.room import RUN, MobileSessions
from desk_app.mobile_sessions.screening import require_followed
from desk_app.mobile_sessions.screening_facts import How
from desk_app.mobile_sessions.session import Session, State

MOST_LINES = 2_000


def invite(room: MobileSessions, *, by: str, session: str, lines: tuple[str, ...] = (), command_id: str) -> Written:
    """Ask people to a session: the lines named, else everybody of its area who still lacks something.

    Who is asked to it already is not asked twice. Raises ``Refused`` when nobody is left to ask or the session is over.
    """

    def decide(writing: Writing) -> None:
        now = session_in(room, writing.db, session)
        require_state(now, (State.PLANNED, State.OPEN), "mời")
        if lines:
            for id_ in lines:
                require_followed(line_in(room, writing.db, id_))
            wanted = [id_ for id_ in dict.fromkeys(lines) if not _is_asked(room, writing, id_, session)]
        else:
            wanted = _left_in_area(writing, now)
        _require_some(wanted, "Không còn ai để mời đến buổi này.")
        for id_ in wanted[:MOST_LINES]:
            writing.add(id_, facts.Invited(session=session, carried_from="", invited_at=writing.now))

    return room.journal.write(by=by, permission=RUN, command_id=command_id, decide=decide)


def record_came(
    room: MobileSessions, *, by: str, session: str, line: str, came: bool = True, command_id: str
) -> Written:
    """Record that somebody of the list came to a session, asked or not; without ``came`` take that back.

    Raises ``Refused`` for a session called off or a line that has ended, or when nothing would change.
    """

    def decide(writing: Writing) -> None:
        require_state(session_in(room, writing.db, session), (State.PLANNED, State.OPEN, State.CLOSED), "ghi người đến")
        now = line_in(room, writing.db, line)
        require_followed(now)
        visit = now.visit(session)
        if (visit is not None and visit.came_at is not None) is came:
            words = "đã ghi đến buổi này" if came else "chưa ghi đến buổi này"
            raise Refused("sessions.nothing_changed", f"{now.found.person.name} {words}.", "Chưa ghi gì.")
        writing.add(line, facts.Attended(session=session, came=came, came_at=writing.now))

    return room.journal.write(by=by, permission=RUN, command_id=command_id, decide=decide)


def settle_lack(
    room: MobileSessions,
    *,
    by: str,
    line: str,
    lack: str,
    how: How = "dossier",
    dossier: str = "",
    note: str = "",
    command_id: str,
) -> Written:
    """Record that a paper lacks no more; ``dossier`` is the id of the dossier it came by.

    Raises ``InvalidInput`` for a paper that does not lack, ``NotFound`` for an unknown dossier.
    """
    words = checked_line(note, field="note", label="Ghi chú", longest=300)

    def decide(writing: Writing) -> None:
        now = line_in(room, writing.db, line)
        require_followed(now)
        if not any(each.key == lack and each.settled is None for each in now.lacks):
            raise InvalidInput("lack", f"Dòng này không thiếu «{spoken_lack(lack)}».", "Xem lại các giấy tờ còn thiếu.")
        if how == "dossier" and not dossier:
            raise InvalidInput("dossier", "Chưa nói hồ sơ nào.", "Ghi mã hồ sơ, hoặc chọn đã làm nơi khác.")
        if dossier:
            dossier_in(room.dossiers, writing.db, dossier)
        fact = facts.LackSettled(lack=lack, how=how, dossier=dossier, note=words, settled_at=writing.now)
        writing.add(line, fact)

    return room.journal.write(by=by, permission=RUN, command_id=command_id, decide=decide)


def carry_over(room: MobileSessions, *, by: str, session: str, to: str, command_id: str) -> Written:
    """Ask everybody of a session who is left to a later one; raise ``Refused`` when nobody is, or it is not later."""

    def decide(writing: Writing) -> None:
        now, later = session_in(room, writing.db, session), session_in(room, writing.db, to)
        require_state(later, (State.PLANNED, State.OPEN), "chuyển người sang")
        if later.plan.starts_at <= now.plan.starts_at:
            raise InvalidInput("to", "Buổi nhận không ở sau buổi này.", "Chọn buổi sau.")
        left = [
            each.line.id
            for each in every_progress(writing.db, session=session)
            if each.is_left and each.line.visit(to) is None
        ]
        _require_some(left, "Không còn ai cần chuyển sang buổi sau.")
        for id_ in left:
            writing.add(id_, facts.Invited(session=to, carried_from=session, invited_at=writing.now))

    return room.journal.write(by=by, permission=RUN, command_id=command_id, decide=decide)


def _left_in_area(writing: Writing, session: Session) -> list[str]:
    area = folded(get_place(writing.db, session.plan.place).place.area)

    def wanted(each: Progress) -> bool:
        return each.is_left and folded(each.line.found.area) == area and each.line.visit(session.id) is None

    return [each.line.id for each in every_progress(writing.db) if wanted(each)]


def _is_asked(room: MobileSessions, writing: Writing, line: str, session: str) -> bool:
    visit = line_in(room, writing.db, line).visit(session)
    return visit is not None and visit.invited_at is not None


def _require_some(lines: list[str], words: str) -> None:
    if not lines:
        raise Refused("sessions.nobody_left", words, "Xem danh sách rà soát của địa bàn.")
