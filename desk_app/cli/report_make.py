"""``desk report <name>``: one report of a period, on the screen or in a file."""

from pathlib import Path
from typing import Any

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import Command, asks, command
from desk_app.cli.files import require_folder
from desk_app.cli.report_period import ON_SCREEN, Wanted, period_options, require_format, told
from desk_app.cli.report_shown import report_words
from desk_app.cli.report_words import read_words
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.reports.definitions.register import get_definition
from desk_app.reports.figure import Report, figures_of
from desk_app.reports.files.writing import report_bytes, write_report
from desk_app.reports.making import make_report


class ReportFile(Record):
    """A written report: where it stands, and how many figures are in it."""

    file: str
    definition: str
    first_on: str
    last_on: str
    unit: str
    tables: int
    figures: int


def _command(definition: str) -> Command:
    """Return the command that makes one report."""

    @command(definition, f"{get_definition(definition).title}.")
    @period_options
    @click.option(
        "--words", default="", metavar="TỆP", help="Lời văn đã sửa, cho Word và PDF (xem «desk report words»)."
    )
    @asks
    def make(asked: Asked, words: str, **options: Any) -> None:
        wanted = Wanted(**options)
        require_format(wanted.kind, wanted.file)
        if wanted.file is not None:
            require_folder(wanted.file.parent)
        with acting(asked) as act:
            report = make_report(
                act.desk.reports, by=act.by, definition=definition, scope=wanted.scope(act), watch=told(asked)
            )
            _answer(asked, act, wanted, report, words)

    return make


def _answer(asked: Asked, act: Acting, wanted: Wanted, report: Report, words: str) -> None:
    file = wanted.file
    text = read_words(Path(words)) if words else None
    if file is not None:
        write_report(act.desk.reports, report, file, text)
        done = _done(report, file)
        answer(
            asked, done, f"{report.title}: {quantity(done.figures)} con số trong {done.tables} bảng, ghi vào {file}."
        )
    elif wanted.kind in ON_SCREEN:
        click.echo(report_bytes(act.desk.reports, report, wanted.kind).decode("utf-8-sig"), nl=wanted.kind == "json")
    else:
        answer(asked, report, report_words(report))


def _done(report: Report, file: Path) -> ReportFile:
    return ReportFile(
        file=str(file),
        definition=report.definition,
        first_on=report.first_on.isoformat(),
        last_on=report.last_on.isoformat(),
        unit=report.unit,
        tables=len(report.tables),
        figures=len(figures_of(report)),
    )


models = _command("models")
form_06 = _command("06")
timeliness = _command("timeliness")
guided = _command("guided")
on_the_spot = _command("on-the-spot")
returns = _command("returns")
shifts = _command("shifts")
sessions = _command("sessions")
cash = _command("cash")
ratings = _command("ratings")
numbers = _command("numbers")
access = _command("access")
