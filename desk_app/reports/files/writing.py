"""Writing a report to a file: Excel, CSV, JSON, Word or PDF by its ending, whole or not at all."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.records import canonical
from desk_app.kernel.texts import folded
from desk_app.reports.definitions.register import get_definition
from desk_app.reports.figure import Report
from desk_app.reports.files.csv_out import report_csv
from desk_app.reports.files.document import report_document
from desk_app.reports.files.excel import report_excel
from desk_app.reports.room import Reports
from desk_app.reports.steps import Step, begins_on
from desk_app.reports.words import ReportWords, words_for
from desk_app.storage.whole_file import whole_file

FORMATS = ("json", "csv", "xlsx", "docx", "pdf")


def report_bytes(room: Reports, report: Report, kind: str, words: ReportWords | None = None) -> bytes:
    """Return a report as the content of a file of one of ``FORMATS``; ``words`` None takes those shipped with the program.

    Raises ``InvalidInput`` for a wording that does not fit the report, ``Refused`` when a check of the report fails:
    such figures must not go out.
    """
    _require_checks(report)
    plain: Mapping[str, Callable[[Report], bytes]] = {"json": canonical, "csv": report_csv, "xlsx": report_excel}
    if kind in plain:
        return plain[kind](report)
    if kind not in FORMATS:
        raise InvalidInput("format", f"Không ghi được báo cáo dạng «{kind}».", f"Các dạng: {', '.join(FORMATS)}.")
    text = words or words_for(report.definition, report.made_at.date())
    document = report_document(report, text, room.dossiers.office.present_book())
    from desk_app.printing.official.files import document_pdf, document_word

    return document_pdf(document) if kind == "pdf" else document_word(document)


def write_report(room: Reports, report: Report, file: Path, words: ReportWords | None = None) -> Path:
    """Write a report to ``file``, its format by the ending, and return it; raises what ``report_bytes`` raises.

    Raises ``DeviceTrouble`` when the disk fails: then no file is left, and an older one of that name stays.
    """
    content = report_bytes(room, report, file.suffix.lower().removeprefix("."), words)
    if not file.parent.is_dir():
        raise InvalidInput("to", f"Không có thư mục {file.parent}.", "Hãy ghi thư mục đang có trên máy.")
    with whole_file(file) as part:
        part.write_bytes(content)
    return file


def file_name(report: Report, kind: str) -> str:
    """Return a name for a report's file that people find again: what it is, its period and its office, without marks."""
    office = folded(report.unit_name).replace(" ", "-")
    return f"{get_definition(report.definition).stem}-{_period(report.first_on, report.last_on)}-{office}.{kind}"


def _period(first: date, last: date) -> str:
    """Return ``2026``, ``2026-quy-4``, ``2026-11`` for a whole year, quarter or month, else both days."""
    for step, written in _WHOLE:
        following = begins_on(last + timedelta(days=1), step)
        if first == begins_on(last, step) and following > last:
            return written(first)
    return f"{first}-den-{last}" if first < last else f"{first}"


_WHOLE: tuple[tuple[Step, Callable[[date], str]], ...] = (
    ("year", lambda first: f"{first:%Y}"),
    ("quarter", lambda first: f"{first:%Y}-quy-{(first.month + 2) // 3}"),
    ("month", lambda first: f"{first:%Y-%m}"),
)


def _require_checks(report: Report) -> None:
    failed = [f"{table.title}: {check.words}" for table in report.tables for check in table.checks if not check.holds]
    if failed:
        raise Refused(
            "reports.check_failed", f"Số liệu không khớp: {'; '.join(failed)}.", "Chưa ghi tệp nào. Chạy «desk check»."
        )
