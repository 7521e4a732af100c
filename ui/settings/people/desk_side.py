"""What the people section asks of the desk, on a job's thread."""

from desk_app.accounts.facts import account_subject
from desk_app.accounts.roster import list_people
from desk_app.desk import Desk
from ui.settings.history import Change, changes_of
from ui.settings.people.state import PersonRow, row_of, words_of


def people(desk: Desk, by: str) -> tuple[PersonRow, ...]:
    """Return everybody as rows; raises ``NotAllowed``."""
    now = desk.journal.time.now()
    return tuple(row_of(each, now) for each in list_people(desk.accounts, by=by))


def past_of(desk: Desk, account_id: str) -> tuple[Change, ...]:
    """Return what was done to an account, newest first."""
    return changes_of(desk, [account_subject(account_id)], words_of)
