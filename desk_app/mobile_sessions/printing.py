"""Issuing the papers of a session, and making them out for a file."""

from typing import Literal

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Refused
from desk_app.mobile_sessions import invitations, papers
from desk_app.mobile_sessions.named import get_place, session_in
from desk_app.mobile_sessions.occasion import Occasion
from desk_app.mobile_sessions.progress import Progress, every_progress
from desk_app.mobile_sessions.reconciliation import reconciled
from desk_app.mobile_sessions.room import PLAN, MobileSessions
from desk_app.printing.blocks import Paper
from desk_app.printing.commands import issue
from desk_app.storage.engine import Database

PaperKind = Literal["notice", "notice_small", "invitations", "invitation_slips", "kit", "list", "record"]
"""``notice_small`` is the notice on A5, ``invitation_slips`` one thermal slip for each person."""


def print_papers(
    room: MobileSessions,
    *,
    by: str,
    session: str,
    kind: PaperKind,
    lines: tuple[str, ...] = (),
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Queue the papers of one kind; invitations for ``lines``, or for everybody who is asked and has not come.

    Raises ``Refused`` when there is nobody to invite.
    """

    def decide(writing: Writing) -> None:
        for paper in made_out(room, writing.db, by=by, session=session, kind=kind, lines=lines):
            issue(writing, room.printing, paper, about=session, printer=printer)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def made_out(
    room: MobileSessions, db: Database, *, by: str, session: str, kind: PaperKind, lines: tuple[str, ...] = ()
) -> tuple[Paper, ...]:
    """Return the papers of one kind as they would be printed now; raises what ``print_papers`` raises."""
    of = _occasion(room, db, by, session)
    if kind in ("notice", "notice_small"):
        return (papers.notice(of, "A4" if kind == "notice" else "A5"),)
    if kind == "kit":
        return (papers.kit_sheet(of),)
    if kind == "record":
        return (papers.record(of, reconciled(room, session)),)
    if kind == "list":
        people = [each for each in every_progress(db, session=session) if _is_asked(each, session)]
        return (papers.invited_list(of, people),)
    asked = _to_invite(db, session, lines)
    if kind == "invitations":
        return (invitations.invitation_sheets(of, asked),)
    return tuple(invitations.invitation(of, each) for each in asked)


def _occasion(room: MobileSessions, db: Database, by: str, session: str) -> Occasion:
    now, office = session_in(room, db, session), room.office.book.get(db)
    book, person = room.catalogue.book.get(db), room.accounts.book.get(db).find(by)
    found = (book.find(code, now.on) for code in now.plan.procedures)
    return Occasion(
        session=now,
        place=get_place(db, now.plan.place).place,
        agency=office.get_agency(),
        officer=person.name if person is not None else "",
        made_on=room.journal.time.now().date(),
        procedures=tuple(each for each in found if each is not None),
        words=office.words_on(now.on),
    )


def _to_invite(db: Database, session: str, lines: tuple[str, ...]) -> list[Progress]:
    def wanted(each: Progress) -> bool:
        visit = each.line.visit(session)
        return visit is not None and (each.line.id in lines if lines else visit.came_at is None)

    found = [each for each in every_progress(db, session=session) if wanted(each)]
    if not found:
        raise Refused("sessions.nobody_left", "Chưa mời ai đến buổi này.", "Mời người trong danh sách rà soát trước.")
    return found


def _is_asked(each: Progress, session: str) -> bool:
    visit = each.line.visit(session)
    return visit is not None
