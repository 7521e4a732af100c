"""A window that says when it is first painted, and how much memory it takes a little later: ``bare``, or ours on a home.

Run as a program of its own, so that start means start: ``python -m tests.bench.painted bare``, ``… ours HOME``.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

_SETTLED_MS = 3_000


class FirstPaint(QObject):
    """Says ``painted`` once, when the window it watches has got its first paint."""

    def __init__(self) -> None:
        super().__init__()
        self._said = False

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let every event pass and look for the first paint."""
        if event.type() == QEvent.Type.Paint and not self._said:
            self._said = True
            print("painted", flush=True)
            QTimer.singleShot(_SETTLED_MS, self._settled)
        return False

    def _settled(self) -> None:
        print(_resident_kib(), flush=True)
        QApplication.exit()


def _resident_kib() -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def main() -> int:
    """Show one window, say what is asked, end."""
    watcher = FirstPaint()
    if sys.argv[1] == "bare":
        app = QApplication([])
        window = QMainWindow()
        window.setCentralWidget(QLabel("Một cửa"))
    else:
        from desk_app.kernel.paths import Home
        from ui.app import application
        from ui.shell.main_window import MainWindow
        from ui.shell.opening import open_home

        app = application(100)
        window = MainWindow(lambda password: open_home(Home(Path(sys.argv[2])), password))
    # Kept by name: the filter sees nothing once Python has let go of the widget it watches.
    seen = window.centralWidget()
    assert seen is not None
    seen.installEventFilter(watcher)
    window.resize(1366, 728)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
