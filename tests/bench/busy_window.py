"""A window that works: how long its own thread ever stands still while it exports, prints and imports.

Run as a program of its own: ``python -m tests.bench.busy_window FOLDER PRINTER_PORT``; prints one ``name milliseconds`` a line.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer

from desk_app.catalogue.files import write_catalogue
from desk_app.dossiers.register import register
from desk_app.printing.commands import configure_printer
from desk_app.printing.printer_settings import Printer
from desk_app.printing.tables import list_jobs
from tests.bench.many import fill_table
from tests.desks import RehearsalDesk, form, rehearsal_desk
from tests.ui.windows import Seat
from ui.app import application
from ui.dossiers.list.page import ListPage
from ui.settings.page import SettingsPage

_DOSSIERS = 30_000
_RECEIPTS = 12
_BEAT_MS = 4
_BEGUN_MS = 4_000


class Pulse:
    """Beats in the window's thread; the longest pause between two beats is the longest frame."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last_s = 0.0
        self.longest_ms = 0.0

    def during(self, work: Callable[[], None]) -> float:
        """Return the longest pause while ``work`` was done."""
        self.longest_ms, self._last_s = 0.0, time.perf_counter()
        self._timer.start()
        work()
        self._beat()
        self._timer.stop()
        return self.longest_ms

    def _beat(self) -> None:
        now_s = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now_s - self._last_s) * 1000)
        self._last_s = now_s


def main() -> None:
    """Export a long list, print a dozen receipts, import a catalogue, and say the longest frame of each."""
    folder, port = Path(sys.argv[1]), int(sys.argv[2])
    application(100)
    with rehearsal_desk(folder / "busy") as desk:
        fill_table(desk, _DOSSIERS)
        printer = Printer(name="Quầy", kind="network", address="127.0.0.1", port=port)
        configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=desk.journal.new_id())
        catalogue = folder / "danh-muc.xlsx"
        write_catalogue(catalogue, desk.catalogue.present().current(desk.time.now().date()))
        with Seat(desk) as seat:
            seat.sign_in("quantri")
            seat.settle()
            # A window that somebody has just begun to work at has loaded what it prints with.
            seat.hands.rest(_BEGUN_MS)
            seat.settle()
            _play(seat, desk, folder, catalogue)


def _play(seat: Seat, desk: RehearsalDesk, folder: Path, catalogue: Path) -> None:
    pulse = Pulse()
    _open_list(seat)
    print(f"exporting {pulse.during(lambda: _export(seat, folder)):.1f}", flush=True)
    _open_queue(seat, desk)
    print(f"printing {pulse.during(lambda: _print(seat, desk)):.1f}", flush=True)
    _open_catalogue(seat)
    print(f"importing {pulse.during(lambda: _import(seat, catalogue)):.1f}", flush=True)


def _open_list(seat: Seat) -> None:
    seat.workspace.go("list", "status=handed_over")
    page = seat.front(ListPage)
    seat.wait(lambda: page.total is not None, "the list was not counted")
    seat.settle()


def _export(seat: Seat, folder: Path) -> None:
    seat.hands.press("F8")
    seat.hands.press("Ctrl+A")
    seat.hands.type(str(folder))
    seat.hands.press("Return")
    seat.wait(lambda: any(folder.glob("*.xlsx")) and seat.window.jobs.under_way == 0, f"no file: {seat.said}")


def _open_queue(seat: Seat, desk: RehearsalDesk) -> None:
    for number in range(_RECEIPTS):
        register(desk.dossiers, by=desk.admin, form=form(f"Người Thứ {'I' * number}"), command_id=desk.journal.new_id())
    seat.hands.press("F9")
    seat.hands.rest(0)


def _print(seat: Seat, desk: RehearsalDesk) -> None:
    seat.workspace.show_written()
    db = desk.journal.reading()
    seat.wait(lambda: all(job.state == "confirmed" for job in list_jobs(db)), f"not printed: {seat.said}")


def _open_catalogue(seat: Seat) -> None:
    seat.workspace.go("settings", "catalogue")
    seat.front(SettingsPage)
    seat.settle()


def _import(seat: Seat, catalogue: Path) -> None:
    seat.hands.press("F6")
    seat.hands.type(str(catalogue))
    seat.hands.press("Return")
    seat.wait(lambda: seat.window.jobs.under_way == 0, "the catalogue was not read")
    seat.settle()


if __name__ == "__main__":
    main()
