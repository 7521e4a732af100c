"""What the tests of the print queue do over and over."""

from typing import Protocol

from desk_app.journal.journal import Journal
from desk_app.journal.write_door import Writing
from desk_app.kernel.paths import Home
from desk_app.kernel.records import changed
from desk_app.printing.blocks import Paper
from desk_app.printing.commands import (
    configure_printer,
    issue,
)
from desk_app.printing.printer_settings import Printer
from desk_app.printing.room import Printing
from desk_app.printing.tables import Job, list_jobs
from tests.printing.samples import ticket

ISSUE = "dossiers.register"
ABOUT = "dossier-1"


class Desk(Protocol):
    """What these tests use of an open desk."""

    home: Home
    journal: Journal
    printing: Printing
    admin: str


def new_id(desk: Desk) -> str:
    return desk.journal.new_id()


def add_printer(desk: Desk, name: str = "Quầy 1", port: int = 9, **more: object) -> None:
    printer = changed(Printer(name=name, kind="network", address="127.0.0.1", port=port), **more)
    configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=new_id(desk))


def add_preview(desk: Desk, name: str = "Xem trước") -> None:
    printer = Printer(name=name, kind="preview")
    configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=new_id(desk))


def issued(desk: Desk, paper: Paper | None = None, printer: str | None = None, command_id: str = "") -> str:
    ids: list[str] = []

    def decide(writing: Writing) -> None:
        ids.append(issue(writing, desk.printing, paper or ticket(), about=ABOUT, printer=printer))

    desk.journal.write(by=desk.admin, permission=ISSUE, command_id=command_id or new_id(desk), decide=decide)
    return ids[0] if ids else ""


def jobs(desk: Desk) -> tuple[Job, ...]:
    return tuple(sorted(list_jobs(desk.journal.reading()), key=lambda job: job.id))


def states(desk: Desk) -> list[str]:
    return [job.state for job in jobs(desk)]
