"""What the page of reports asks of the desk; every function runs on a job's thread."""

from dataclasses import dataclass
from pathlib import Path

from desk_app.accounts.rules import allows
from desk_app.desk import Desk
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.office.tables import list_units
from desk_app.reports.asked import Watch
from desk_app.reports.comparing import Comparison, compare
from desk_app.reports.definitions.register import DEFINITIONS
from desk_app.reports.figure import Report
from desk_app.reports.files.writing import write_report
from desk_app.reports.freezing import FrozenSeen, digest_of, freeze, get_frozen, list_frozen
from desk_app.reports.making import make_report
from desk_app.reports.words import ReportWords, checked_words, words_for
from ui.reports.state import Choice, Start, Unit, Wanted

FIRST_DAY = "report_first_day"
EXISTS = _("Đã có tệp này.")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A report and the text that goes with it."""

    report: Report
    words: ReportWords


def start(desk: Desk, by: str) -> Start:
    """Return which reports somebody may see, of which offices, and today."""
    account, today = desk.accounts.present_book().get(by), desk.journal.time.now().date()
    units = list_units(desk.journal.reading())
    return Start(
        reports=tuple(
            Choice(id=each.id, title=each.title, words=each.words, goes_by_steps=each.goes_by_steps)
            for each in DEFINITIONS.values()
            if allows(account, each.permission, today)
        ),
        units=tuple(Unit(code=each.code, name=each.name) for each in units),
        first_day=desk.office.present_book().number_on(FIRST_DAY, today),
        today=today,
    )


def made(desk: Desk, by: str, wanted: Wanted, watch: Watch) -> Shown:
    """Return a report with the text that ships for it."""
    report = make_report(desk.reports, by=by, definition=wanted.definition, scope=wanted.scope, watch=watch)
    return Shown(report=report, words=words_for(report.definition, report.made_at.date()))


def written(desk: Desk, shown: Shown, to: str, *, over: bool) -> Path:
    """Write a report to a file, its format by the ending, and return the file.

    Raises ``InvalidInput`` for a file that exists unless it may be written ``over``, and what ``write_report`` raises.
    """
    file = Path(to.strip()).expanduser()
    if not file.suffix:
        raise InvalidInput("to", _("Chưa có tên tệp."), _("Gõ cả tên tệp, như bao-cao.docx."))
    if file.exists() and not over:
        raise InvalidInput("to", EXISTS, _("Bấm Enter lần nữa để ghi đè, hoặc đổi tên."))
    return write_report(desk.reports, shown.report, file, shown.words)


def fitting(shown: Shown, words: ReportWords) -> Shown:
    """Return a report with another text; raise ``InvalidInput`` for a text that does not fit it."""
    checked_words(words, shown.report)
    return Shown(report=shown.report, words=words)


def frozen(desk: Desk, by: str, wanted: Wanted, shown: Report, note: str, command_id: str, watch: Watch) -> FrozenSeen:
    """Freeze the report that is shown and return the copy; raises ``Conflict`` when its figures changed meanwhile."""
    done = freeze(
        desk.reports,
        by=by,
        definition=wanted.definition,
        scope=wanted.scope,
        note=note,
        digest=digest_of(shown),
        command_id=command_id,
        watch=watch,
    )
    return get_frozen(desk.reports, by=by, id_=done.subject.removeprefix("report:")).seen


def copies(desk: Desk, by: str) -> tuple[FrozenSeen, ...]:
    """Return every frozen copy, newest first."""
    return list_frozen(desk.reports, by=by)


def compared(desk: Desk, by: str, id_: str, watch: Watch) -> Comparison:
    """Return a frozen copy beside the same report made now."""
    return compare(desk.reports, by=by, id_=id_, watch=watch)
