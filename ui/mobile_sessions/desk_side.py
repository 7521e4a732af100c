"""What the page of mobile sessions asks of the desk; every function runs on a job's thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from desk_app.accounts.rules import allows
from desk_app.desk import Desk
from desk_app.dossiers.commands import id_of
from desk_app.dossiers.person import Person
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from desk_app.mobile_sessions import following, reading, running, screening
from desk_app.mobile_sessions.excel.cells import birth_of
from desk_app.mobile_sessions.excel.lacks import lacks_in_words
from desk_app.mobile_sessions.importing import Judged, judge_file
from desk_app.mobile_sessions.line import Line
from desk_app.mobile_sessions.named import line_named
from desk_app.mobile_sessions.reading import SessionSeen, Which
from desk_app.mobile_sessions.reconciliation import reconciled
from desk_app.mobile_sessions.room import READ, SCREEN
from desk_app.mobile_sessions.screening_facts import Found
from desk_app.mobile_sessions.session import State
from ui.mobile_sessions.record_rows import record_rows
from ui.mobile_sessions.state import Detail, PersonRow, Seen, kit_row, pair_rows, person_row, session_row
from ui.mobile_sessions.typed import shown_staff
from ui.shell.one_write import Doing
from ui.shell.progress import Progress

_BEFORE, _AHEAD = timedelta(days=45), timedelta(days=120)
_LISTS: Mapping[str, Which] = {"left": "left", "begun": "begun", "done": "done", "ended": "ended"}
_LABELS = (_("Thời gian"), _("Địa điểm"), _("Người phục vụ"), _("Thủ tục"), _("Ghi chú"))


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What to look at: which session, and which lines of the list."""

    session: str = ""
    which: str = "left"
    area: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Typed:
    """Somebody as they are typed in; ``birth`` and ``lacks`` are read as lists are."""

    name: str
    id_number: str
    birth: str
    address: str
    phone: str
    area: str
    guardian: str
    lacks: str = ""
    told_by: str = ""
    note: str = ""


def seen(desk: Desk, by: str, wanted: Wanted) -> Seen:
    """Return everything the page shows; who may not read gets the lines that they entered themselves."""
    desk.require(by, SCREEN)
    room, today = desk.mobile_sessions, desk.journal.time.now().date()
    may_read = allows(desk.accounts.present_book().get(by), READ, today)
    sessions = reading.sessions(room, first_on=today - _BEFORE, last_on=today + _AHEAD) if may_read else ()
    if wanted.session and may_read and all(each.session.id != wanted.session for each in sessions):
        # An older one that somebody asked for stands with the others.
        sessions = (reading.session_seen(room, wanted.session), *sessions)
    chosen = next((each for each in sessions if each.session.id == wanted.session), None) or _nearest(sessions, today)
    return Seen(
        sessions=tuple(map(session_row, sessions)),
        detail=_detail(desk, chosen, sessions) if chosen is not None else None,
        people=_people(desk, "" if may_read else by, wanted),
        places=tuple((each.id, f"{each.place.name}, {each.place.area}") for each in reading.places(room)),
        areas=reading.areas(room),
        total=len(reading.people(room, which="left")) if may_read else 0,
        may_read=may_read,
    )


def scanned_line(desk: Desk, by: str, text: str) -> str:
    """Return the id of the line whose invitation was scanned; raise ``NotFound`` or ``InvalidInput``."""
    desk.require(by, READ)
    return line_named(desk.mobile_sessions, text).id


def line_of(desk: Desk, by: str, line: str) -> Line:
    """Return one line, to change what it says."""
    desk.require(by, SCREEN)
    return line_named(desk.mobile_sessions, line)


def add_person(do: Doing, typed: Typed) -> Written:
    """Enter somebody who lacks papers."""
    return screening.add_line(do.desk.mobile_sessions, by=do.by, found=_found(do.desk, typed), command_id=do.id)


def change_person(do: Doing, line: str, typed: Typed) -> Written:
    """Put right what a line says of the person; what is not asked for stays."""
    now, put = line_named(do.desk.mobile_sessions, line).found.person, _person(do.desk, typed)
    return screening.change_line(
        do.desk.mobile_sessions,
        by=do.by,
        line=line,
        person=changed(put, sex=now.sex, email=now.email),
        area=typed.area,
        guardian=typed.guardian,
        note=typed.note,
        command_id=do.id,
    )


def settle(do: Doing, line: str, lack: str, code: str) -> Written:
    """Record that a paper is there, by the dossier of that code or (empty) made elsewhere."""
    dossier = id_of(do.desk.dossiers, code) if code.strip() else ""
    return following.settle_lack(
        do.desk.mobile_sessions,
        by=do.by,
        line=line,
        lack=lack,
        how="dossier" if dossier else "elsewhere",
        dossier=dossier,
        command_id=do.id,
    )


def came(do: Doing, session: str, line: str, *, came: bool) -> Written:
    """Record that somebody came, or take that back."""
    return following.record_came(
        do.desk.mobile_sessions, by=do.by, session=session, line=line, came=came, command_id=do.id
    )


def tick(do: Doing, session: str, item: str, *, out: bool, ticked: bool) -> Written:
    """Tick one thing out or back, or take the tick away."""
    return running.tick_kit(
        do.desk.mobile_sessions,
        by=do.by,
        session=session,
        items=(item,),
        way="out" if out else "back",
        ticked=ticked,
        command_id=do.id,
    )


def judge(desk: Desk, by: str, file: str, area: str, told_by: str, progress: Progress) -> Judged:
    """Return what taking a list over would do; nothing is written."""
    desk.require(by, SCREEN)
    if not file.strip():
        raise InvalidInput("file", _("Chưa chọn tệp."), _("Gõ đường dẫn, hoặc bấm «Chọn tệp…»."))
    progress.say(0, 2)
    judged = judge_file(desk.mobile_sessions, Path(file.strip()).expanduser(), area=area, told_by=told_by)
    progress.say(2, 2)
    return judged


def _found(desk: Desk, typed: Typed) -> Found:
    lacks, other = lacks_in_words(typed.lacks, [])
    return Found(
        person=_person(desk, typed),
        area=typed.area,
        lacks=lacks,
        other=other,
        guardian=typed.guardian,
        told_by=typed.told_by,
    )


def _person(desk: Desk, typed: Typed) -> Person:
    today = desk.journal.time.now().date()
    return Person(
        name=typed.name,
        id_number=typed.id_number,
        birth_on=birth_of(typed.birth, today, typed.id_number, []),
        address=typed.address,
        phone=typed.phone,
    )


def _nearest(sessions: tuple[SessionSeen, ...], today: date) -> SessionSeen | None:
    """Return today's session, else the next one, else the latest."""
    coming = [each for each in sessions if each.session.on >= today and each.session.state is not State.CANCELLED]
    return next(iter(coming), sessions[-1] if sessions else None)


def _people(desk: Desk, own: str, wanted: Wanted) -> tuple[PersonRow, ...]:
    room = desk.mobile_sessions
    if wanted.which == "alike":
        return pair_rows(reading.look_alikes(room)) if not own else ()
    found = reading.people(
        room, which=_LISTS.get(wanted.which, "all"), area=wanted.area, text=wanted.text, added_by=own
    )
    return tuple(map(person_row, found))


def _detail(desk: Desk, seen: SessionSeen, sessions: tuple[SessionSeen, ...]) -> Detail:
    room, session, place = desk.mobile_sessions, seen.session, seen.place.place
    plan, record = session.plan, reconciled(desk.mobile_sessions, session.id)
    book, hours = desk.catalogue.present(), f"{plan.starts_at:%H:%M}-{plan.ends_at:%H:%M}"
    names = [found.name for code in plan.procedures if (found := book.find(code, session.on)) is not None]
    contact = " – ".join(part for part in (place.contact, place.phone) if part)
    values = (
        f"{session.on:%d/%m/%Y}, {hours}",
        ", ".join(part for part in (place.name, place.address or place.area, contact) if part),
        shown_staff(plan.staff),
        ", ".join(names),
        plan.note,
    )
    later = (
        each.session.id
        for each in sessions
        if each.session.state is State.PLANNED and each.session.plan.starts_at > plan.starts_at
    )
    return Detail(
        id=session.id,
        title=place.name,
        state=session.state,
        about=tuple((words, value) for words, value in zip(_LABELS, values, strict=True) if value),
        people=tuple(person_row(each, session=session.id) for each in reading.people(room, session=session.id)),
        kit=tuple(map(kit_row, session.kit)),
        record=record_rows(record),
        hours=hours,
        day=f"{session.on:%d/%m/%Y}",
        staff=shown_staff(plan.staff),
        procedures=", ".join(plan.procedures),
        things="; ".join(plan.kit),
        note=plan.note,
        opened_here=session.open_stint(desk.journal.desk_id) is not None,
        is_today=session.on == desk.journal.time.now().date(),
        trouble=" ".join(each.words for each in session.findings),
        later=next(later, ""),
        cash=record.money.cash,
    )
