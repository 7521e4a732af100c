"""What the page enters about organisations, people, places and patterns; every function runs on a job's thread."""

from collections.abc import Collection
from datetime import date

from desk_app.journal.write_door import Written
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from desk_app.shifts import import_keeping, keeping, single_days
from desk_app.shifts.book import Absence, Member, Organisation, Pattern, Place
from desk_app.shifts.import_list import ListRead
from ui.shell.one_write import Doing


def put_organisation(do: Doing, organisation: Organisation) -> Written:
    """Enter or change an organisation."""
    return keeping.put_organisation(do.desk.shifts, by=do.by, organisation=organisation, command_id=do.id)


def put_member(do: Doing, member: Member, login: str) -> Written:
    """Enter or change a person, whose own account ``login`` names (empty: none); raise ``InvalidInput`` for an unknown one."""
    found = do.desk.accounts.present_book().find_by_login(login) if login else None
    if login and found is None:
        raise InvalidInput(
            "login",
            _("Không có tài khoản «{login}».").format(login=login),
            _("Tạo tài khoản ở Cài đặt – Người dùng, hoặc để trống."),
        )
    put = changed(member, account=found.id if found is not None else "")
    return keeping.put_member(do.desk.shifts, by=do.by, member=put, command_id=do.id)


def put_place(do: Doing, place: Place) -> Written:
    """Enter or change a place."""
    return keeping.put_place(do.desk.shifts, by=do.by, place=place, command_id=do.id)


def put_pattern(do: Doing, pattern: Pattern, place: str) -> Written:
    """Enter or change a pattern; its place, by name, is entered too where it is new."""
    room = do.desk.shifts
    known = next((each.id for each in room.present().places if each.name == place.strip()), "")
    if not known:
        id_ = do.desk.journal.new_id()
        known = keeping.put_place(room, by=do.by, place=Place(id="", name=place), command_id=id_).subject
    return keeping.put_pattern(room, by=do.by, pattern=changed(pattern, place=known), command_id=do.id)


def absent(do: Doing, absence: Absence) -> Written:
    """Note when somebody cannot come."""
    return keeping.note_absence(
        do.desk.shifts,
        by=do.by,
        who=absence.who,
        first_on=absence.first_on,
        last_on=absence.last_on,
        reason=absence.reason,
        command_id=do.id,
    )


def present_again(do: Doing, absence: str) -> Written:
    """Take an absence back."""
    return keeping.withdraw_absence(do.desk.shifts, by=do.by, absence=absence, command_id=do.id)


def comes_on(do: Doing, member: str, days: Collection[date]) -> Written:
    """Note single days on which a person can come."""
    return single_days.offer_days(do.desk.shifts, by=do.by, member=member, days=days, command_id=do.id)


def comes_no_more_on(do: Doing, member: str, on: date) -> Written:
    """Take a single day back."""
    return single_days.withdraw_days(do.desk.shifts, by=do.by, member=member, days=(on,), command_id=do.id)


def keep_list(do: Doing, read: ListRead, *, similar: bool) -> Written:
    """Take over the rows of a list that are clear, and with ``similar`` those whose names are nearly right."""
    return import_keeping.keep_list(do.desk.shifts, by=do.by, read=read, similar=similar, command_id=do.id)
