"""Two computers at their windows: the desk that makes a laptop ready, and the laptop that has nothing yet."""

from pathlib import Path

from desk_app.desk import Desk, open_desk
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import TimeSource
from tests.ui.windows import Seat
from ui.rehearsal.hands import Hands
from ui.shell.main_window import MainWindow
from ui.shell.opened import Opened
from ui.shell.opening import open_pack_into, opened
from ui.shell.progress import Progress

PASSPHRASE = "hoa sen nở giữa đồng"


class LaptopSeat(Seat):
    """A window on a folder that may hold nothing yet: its desk is there once a pack was opened, and is closed with the window."""

    def __init__(self, folder: Path, time: TimeSource) -> None:
        self.home, self._time = Home(folder), time
        self.window = MainWindow(self._open, None, self._open_pack)
        self.window.resize(1366, 768)
        self.hands = Hands(self.window)

    def _open(self, password: str) -> Opened:
        return self._kept(opened(open_desk(self.home, time=self._time, password=password)))

    def _open_pack(self, file: str, passphrase: str, progress: Progress) -> Opened:
        return self._kept(open_pack_into(self.home, file, passphrase, progress, time=self._time))

    def _kept(self, made: Opened) -> Opened:
        self.desk: Desk = made.desk
        return made
