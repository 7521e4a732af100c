"""What the office section asks of the desk, on a job's thread."""

from desk_app.desk import Desk
from desk_app.office.facts import OFFICE, setting_subject
from desk_app.office.rules import SETTINGS
from ui.settings.history import Change, changes_of
from ui.settings.office.state import Shown, row_of, words_of


def office(desk: Desk) -> Shown:
    """Return the agency and every setting as a row."""
    book, today = desk.office.present_book(), desk.journal.time.now().date()
    return Shown(agency=book.agency, rows=tuple(row_of(each, book, today) for each in SETTINGS))


def past_of(desk: Desk) -> tuple[Change, ...]:
    """Return every change to the office's data, newest first."""
    return changes_of(desk, [OFFICE, *(setting_subject(each.key) for each in SETTINGS)], words_of)
