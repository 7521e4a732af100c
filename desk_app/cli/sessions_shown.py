"""Places, sessions and lines as the command line shows them."""

from datetime import date, datetime

from desk_app.cli.acting import Acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.mobile_sessions.facts import Staff
from desk_app.mobile_sessions.invitation_code import invitation_text
from desk_app.mobile_sessions.line import END_WORDS
from desk_app.mobile_sessions.lists import short_lack
from desk_app.mobile_sessions.named import line_in
from desk_app.mobile_sessions.progress import LackState, Progress, progress_in
from desk_app.mobile_sessions.reading import SessionSeen, session_seen
from desk_app.mobile_sessions.session import CANCEL_WORDS, STATE_WORDS, KnownPlace

_LACK_WORDS = {LackState.OPEN: "", LackState.BEGUN: " (đang làm)", LackState.DONE: " (đã có)"}


class PlaceShown(Record):
    """A place where sessions are held."""

    place: str
    name: str
    area: str
    address: str
    contact: str
    phone: str
    note: str


class ThingShown(Record):
    """One thing of the kit: since when it is out, since when back."""

    item: str
    out_at: datetime | None
    back_at: datetime | None


class StintShown(Record):
    """One desk's work at a session; ``cash`` counted, in đồng."""

    desk: str
    opened_at: datetime
    closed_at: datetime | None
    cash: int | None
    note: str


class SessionShown(Record):
    """A session as it stands."""

    session: str
    place: str
    area: str
    starts_at: datetime
    ends_at: datetime
    state: str
    staff: tuple[Staff, ...]
    procedures: tuple[str, ...]
    kit: tuple[ThingShown, ...]
    note: str
    invited: int
    came: int
    stints: tuple[StintShown, ...]
    cancel_reason: str
    cancel_note: str
    moved_to: str
    moved_from: str
    findings: tuple[str, ...]


class LackShown(Record):
    """One paper: how it stands, and the code of the dossier for it."""

    lack: str
    words: str
    state: str
    dossier: str


class LineShown(Record):
    """A line of the screening list; ``sessions`` are those that the person is asked to or came to."""

    line: str
    name: str
    id_number: str
    birth_on: str
    area: str
    address: str
    phone: str
    guardian: str
    lacks: tuple[LackShown, ...]
    left: bool
    source: str
    told_by: str
    file_row: str
    note: str
    added_on: date
    sessions: tuple[str, ...]
    came: tuple[str, ...]
    ended: str
    invitation: str


def place_shown(each: KnownPlace) -> PlaceShown:
    """Return a place as a line of a list."""
    place = each.place
    return PlaceShown(
        place=each.id,
        name=place.name,
        area=place.area,
        address=place.address,
        contact=place.contact,
        phone=place.phone,
        note=place.note,
    )


def session_shown(seen: SessionSeen) -> SessionShown:
    """Return a session that was read."""
    session, plan, off = seen.session, seen.session.plan, seen.session.cancelled
    return SessionShown(
        session=session.id,
        place=seen.place.place.name,
        area=seen.place.place.area,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        state=str(session.state),
        staff=plan.staff,
        procedures=plan.procedures,
        kit=tuple(ThingShown(item=each.item, out_at=each.out_at, back_at=each.back_at) for each in session.kit),
        note=plan.note,
        invited=seen.invited,
        came=seen.came,
        stints=tuple(
            StintShown(
                desk=each.desk, opened_at=each.opened_at, closed_at=each.closed_at, cash=each.cash, note=each.note
            )
            for each in session.stints
        ),
        cancel_reason=off.reason if off is not None else "",
        cancel_note=off.note if off is not None else "",
        moved_to=off.moved_to if off is not None else "",
        moved_from=session.moved_from,
        findings=tuple(each.words for each in session.findings),
    )


def session_words(seen: SessionSeen) -> str:
    """Return a session in words, on one line."""
    session, plan = seen.session, seen.session.plan
    why = f": {CANCEL_WORDS[session.cancelled.reason].lower()}" if session.cancelled is not None else ""
    return (
        f"{session.short}  {spoken_day(session.on)} {plan.starts_at:%H:%M}–{plan.ends_at:%H:%M}  {seen.place.place.name}: "
        f"{STATE_WORDS[session.state]}{why}; mời {seen.invited}, đến {seen.came}"
    )


def line_shown(each: Progress) -> LineShown:
    """Return a line that was read."""
    line, found = each.line, each.line.found
    lacks = tuple(
        LackShown(
            lack=one.lack.key,
            words=short_lack(one.lack.key, found.other),
            state=str(one.state),
            dossier=one.dossier.code if one.dossier is not None else "",
        )
        for one in each.lacks
    )
    return LineShown(
        line=line.id,
        name=found.person.name,
        id_number=found.person.id_number,
        birth_on=found.person.birth_on,
        area=found.area,
        address=found.person.address,
        phone=found.person.phone,
        guardian=found.guardian,
        lacks=lacks,
        left=each.is_left,
        source=found.source,
        told_by=found.told_by,
        file_row=found.file_row,
        note=found.note,
        added_on=line.added_at.date(),
        sessions=tuple(visit.session for visit in line.visits),
        came=tuple(visit.session for visit in line.visits if visit.came_at is not None),
        ended=line.ended.reason if line.ended is not None else "",
        invitation=invitation_text(line.id),
    )


def line_words(each: Progress) -> str:
    """Return somebody of the list as one line of words: who, where, what lacks."""
    found, ended = each.line.found, each.line.ended
    lacks = ", ".join(f"{short_lack(one.lack.key, found.other)}{_LACK_WORDS[one.state]}" for one in each.lacks)
    end = f" – {END_WORDS[ended.reason]}" if ended is not None else ""
    birth = f", sinh {found.person.birth_on}" if found.person.birth_on else ""
    return f"{each.line.id[-6:]}  {found.area}: {found.person.name}{birth}: {lacks}{end}"


def answer_session(asked: Asked, act: Acting, session: str) -> None:
    """Answer a session as it now stands."""
    seen = session_seen(act.desk.mobile_sessions, session)
    answer(asked, session_shown(seen), session_words(seen))


def answer_line(asked: Asked, act: Acting, line: str) -> None:
    """Answer a line as it now stands."""
    db = act.desk.journal.reading()
    now = progress_in(db, line_in(act.desk.mobile_sessions, db, line))
    answer(asked, line_shown(now), line_words(now))
