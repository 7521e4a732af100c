"""Entering and changing who can be on duty: organisations, people, places, patterns, absences.

A record with an empty id is a new one: its id is the subject of what was written.
"""

from datetime import date

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import changed
from desk_app.shifts import facts
from desk_app.shifts.book import Absence, Member, Organisation, Pattern, Place
from desk_app.shifts.checks import (
    checked_absence,
    checked_member,
    checked_organisation,
    checked_pattern,
    checked_place,
    checked_reason,
)
from desk_app.shifts.rights import KEEP
from desk_app.shifts.room import Shifts


def put_organisation(room: Shifts, *, by: str, organisation: Organisation, command_id: str) -> Written:
    """Enter an organisation, or change the one of that id; raise ``InvalidInput``, ``NotFound`` for an unknown id."""

    def decide(writing: Writing) -> None:
        if organisation.id:
            room.book.get(writing.db).get_organisation(organisation.id)
        clean = changed(checked_organisation(organisation), id=organisation.id or writing.new_id())
        writing.add(clean.id, facts.OrganisationPut(organisation=clean))

    return room.journal.write(by=by, permission=KEEP, command_id=command_id, decide=decide)


def put_member(room: Shifts, *, by: str, member: Member, command_id: str) -> Written:
    """Enter a person of an organisation, or change the one of that id; raise ``InvalidInput``, ``NotFound``."""

    def decide(writing: Writing) -> None:
        book = room.book.get(writing.db)
        if member.id:
            book.get_member(member.id)
        if member.account:
            room.accounts.book.get(writing.db).get(member.account)
        clean = changed(checked_member(member, book), id=member.id or writing.new_id())
        writing.add(clean.id, facts.MemberPut(member=clean))

    return room.journal.write(by=by, permission=KEEP, command_id=command_id, decide=decide)


def put_place(room: Shifts, *, by: str, place: Place, command_id: str) -> Written:
    """Enter a place, or change the one of that id; raise ``InvalidInput``, ``NotFound`` for an unknown id."""

    def decide(writing: Writing) -> None:
        if place.id:
            room.book.get(writing.db).get_place(place.id)
        clean = changed(checked_place(place), id=place.id or writing.new_id())
        writing.add(clean.id, facts.PlacePut(place=clean))

    return room.journal.write(by=by, permission=KEEP, command_id=command_id, decide=decide)


def put_pattern(room: Shifts, *, by: str, pattern: Pattern, command_id: str) -> Written:
    """Enter a pattern of duty days, or change the one of that id; raise ``InvalidInput``, ``NotFound``.

    Rosters already made stay as they are until they are planned again.
    """

    def decide(writing: Writing) -> None:
        book = room.book.get(writing.db)
        if pattern.id:
            book.get_pattern(pattern.id)
        clean = changed(checked_pattern(pattern, book), id=pattern.id or writing.new_id())
        writing.add(clean.id, facts.PatternPut(pattern=clean))

    return room.journal.write(by=by, permission=KEEP, command_id=command_id, decide=decide)


def note_absence(
    room: Shifts, *, by: str, who: str, first_on: date, last_on: date, reason: str, command_id: str
) -> Written:
    """Note when a person or an organisation (``who``) cannot come, both days included; raise ``InvalidInput``, ``NotFound``.

    Seats they hold on these days stay theirs until somebody cancels them or plans again; the alerts name them.
    """

    def decide(writing: Writing) -> None:
        absence = Absence(id=writing.new_id(), who=who, first_on=first_on, last_on=last_on, reason=reason)
        clean = checked_absence(absence, room.book.get(writing.db))
        writing.add(clean.id, facts.AbsencePut(absence=clean))

    return room.journal.write(by=by, permission=KEEP, command_id=command_id, decide=decide)


def withdraw_absence(room: Shifts, *, by: str, absence: str, reason: str = "", command_id: str) -> Written:
    """Take an absence back: they can come after all. Raise ``NotFound`` for an unknown one."""
    words = checked_reason(reason)

    def decide(writing: Writing) -> None:
        if all(each.id != absence for each in room.book.get(writing.db).absences):
            raise NotFound("shifts.no_absence", "Không có lần báo vắng này.", "Hãy xem lại danh sách báo vắng.")
        writing.add(absence, facts.AbsenceWithdrawn(reason=words))

    return room.journal.write(by=by, permission=KEEP, command_id=command_id, decide=decide)
