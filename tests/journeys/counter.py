"""A counter at work, as a process that can be killed: registers whom it is told, prints, and says each answer at once.

``python -m tests.journeys.counter HOME`` reads lines of ``desk dossiers register``, the first one empty, and prints.
"""

import sys
import threading
import time
from pathlib import Path

from desk_app.cli.register_line import RegisterLine, form_of, line_of
from desk_app.desk import Desk, open_desk
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.register import register
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import SystemTime
from desk_app.printing.escpos_bytes import receipt_bytes
from desk_app.printing.printer_settings import Printer
from desk_app.printing.printers import width_dots
from desk_app.printing.trial_page import trial_page
from desk_app.printing.worker import run_once

_PAUSE_S = 0.008


def main() -> None:
    """Work until killed: one thread registers, another one prints, as in the window."""
    _warm_up()
    # Everything is loaded now; the first line is the sign to begin.
    sys.stdin.buffer.readline()
    desk = open_desk(Home(Path(sys.argv[1])))
    threading.Thread(target=_print_for_ever, args=(desk,), daemon=True).start()
    by = desk.accounts.present_book().list_accounts()[0].id
    for raw in sys.stdin.buffer:
        line = line_of(raw, RegisterLine)
        written = register(desk.dossiers, by=by, form=form_of(line), command_id=command_id_of(line.key))
        code = dossier_in(desk.dossiers, desk.journal.reading(), written.subject).code
        sys.stdout.write(f"{line.key} {code}\n")
        sys.stdout.flush()
        # Printing is ten times slower: let it keep up a little.
        time.sleep(_PAUSE_S)


def _warm_up() -> None:
    """Draw a page, so that fonts and libraries are there and printing begins with the first receipt."""
    printer = Printer(name="x", kind="preview")
    receipt_bytes(trial_page(printer, SystemTime().now()), width_dots(printer))


def _print_for_ever(desk: Desk) -> None:
    waiting = threading.Event()
    while True:
        if run_once(desk.printing) is None:
            waiting.wait(0.002)


if __name__ == "__main__":
    main()
