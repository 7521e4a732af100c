"""What the scanner's settings ask of the desk; every function runs on a job's thread."""

from dataclasses import dataclass

from desk_app.desk import Desk
from desk_app.printing.outcome import Outcome
from desk_app.printing.qr import modules
from desk_app.scanner.profile import Port, ScannerSettings
from desk_app.scanner.serial_port import FoundPort, list_ports
from desk_app.scanner.trial_code import TRIAL_TEXT, Diagnosis

PRINT = "jobs.retry"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What the section shows: what is kept, this computer's ports, the printers' names, the rows of the trial code."""

    settings: ScannerSettings
    ports: tuple[FoundPort, ...]
    printers: tuple[str, ...]
    code: tuple[tuple[bool, ...], ...]


def seen(desk: Desk) -> Seen:
    """Return what the section shows."""
    return Seen(
        settings=desk.scanner.settings(),
        ports=list_ports(),
        printers=tuple(sorted(desk.printing.own_printers(desk.journal.reading()))),
        code=modules(TRIAL_TEXT),
    )


def keep_test(desk: Desk, diagnosis: Diagnosis) -> ScannerSettings:
    """Keep what the trial showed; later scans are repaired accordingly."""
    return desk.scanner.keep_test(diagnosis)


def use(desk: Desk, port: Port, prefix: str, suffix: str) -> ScannerSettings:
    """Keep the port and what the scanner adds; raises ``InvalidInput`` naming the wrong field."""
    return desk.scanner.use(port=port, prefix=prefix, suffix=suffix)


def print_sheet(desk: Desk, by: str, printer: str) -> Outcome:
    """Print the sheet with the trial code; raises ``NotAllowed``, and ``NotFound`` for an unknown printer."""
    # Drawing takes its time to load; looking at the section does without.
    from desk_app.scanner.papers import print_trial_sheet

    desk.require(by, PRINT)
    return print_trial_sheet(desk.printing, name=printer)
