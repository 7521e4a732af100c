"""What the printers section asks of the desk, on a job's thread."""

from collections.abc import Sequence

from desk_app.desk import Desk
from desk_app.printing.commands import RETRY_JOBS, choose_printer
from desk_app.printing.facts import printer_subject, use_subject
from desk_app.printing.outcome import Outcome
from desk_app.printing.tables import last_jobs
from desk_app.printing.uses import USES
from ui.settings.history import Change, changes_of
from ui.settings.printers.state import Shown, row_of, words_of


def printers(desk: Desk) -> Shown:
    """Return this desk's printers as rows, and what they are used for."""
    db, now = desk.journal.reading(), desk.journal.time.now()
    uses, last = desk.printing.own_uses(db), last_jobs(db)
    rows = tuple(row_of(each, uses, last.get(each.name), now) for each in desk.printing.own_printers(db).values())
    return Shown(rows=rows, chosen=tuple(uses.items()))


def choose(desk: Desk, by: str, wanted: Sequence[tuple[str, str]]) -> int:
    """Choose a printer for each use whose choice differs; return how many did."""
    present = desk.printing.own_uses(desk.journal.reading())
    differing = [(use, printer) for use, printer in wanted if present.get(use, "") != printer]
    for use, printer in differing:
        choose_printer(desk.printing, by=by, use=use, printer=printer, command_id=desk.journal.new_id())
    return len(differing)


def tried(desk: Desk, by: str, name: str) -> Outcome:
    """Print a trial page; raises ``NotAllowed`` and ``NotFound``."""
    # Drawing takes its time to load, and only who prints needs it.
    from desk_app.printing.trial_page import print_trial_page

    desk.require(by, RETRY_JOBS)
    return print_trial_page(desk.printing, name=name)


def past_of(desk: Desk, name: str) -> tuple[Change, ...]:
    """Return what was done to a printer, and what was chosen for each use, newest first."""
    own = desk.journal.desk_id
    return changes_of(desk, [printer_subject(own, name), *(use_subject(own, use) for use in USES)], words_of)
