"""Two computers at their windows: the desk that makes a laptop ready, and the laptop that has nothing yet."""

from datetime import timedelta
from pathlib import Path

from desk_app.desk import Desk, open_desk
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime, TimeSource
from desk_app.sync.away.prepare import Wanted, prepare
from tests.desks import RehearsalDesk
from tests.ui.windows import Seat, own_password
from ui.rehearsal.hands import Hands
from ui.shell.main_window import MainWindow
from ui.shell.opened import Opened
from ui.shell.opening import open_pack_into, opened
from ui.shell.progress import Progress
from ui.shell.sign_in import Asked

PASSPHRASE = "hoa sen nở giữa đồng"


class LaptopSeat(Seat):
    """A window on a folder that may hold nothing yet: its desk is there once a pack was opened, and is closed with the window."""

    def __init__(self, folder: Path, time: TimeSource) -> None:
        self.home, self._time = Home(folder), time
        self.window = self._made_window()
        self.window.resize(1366, 768)
        self.hands = Hands(self.window)

    def _made_window(self) -> MainWindow:
        return MainWindow(self._open, None, self._open_pack)

    def _open(self, password: str) -> Opened:
        return self._kept(opened(open_desk(self.home, time=self._time, password=password)))

    def _open_pack(self, file: str, passphrase: str, progress: Progress) -> Opened:
        return self._kept(open_pack_into(self.home, file, passphrase, progress, time=self._time))

    def _kept(self, made: Opened) -> Opened:
        self.desk: Desk = made.desk
        return made


def made_ready(desk: RehearsalDesk, folder: Path) -> Path:
    """Make a laptop ready for the officer, who has chosen a password."""
    own_password(desk, "officer")
    wanted = Wanted(desk_number=90, people=(desk.accounts_by_role["officer"],))
    new_id = desk.journal.new_id()
    return prepare(
        desk.away, by=desk.admin, wanted=wanted, folder=folder, passphrase=PASSPHRASE, command_id=new_id
    ).file


def later(desk: RehearsalDesk) -> FixedTime:
    """Return a clock five minutes after the desk's."""
    return FixedTime(desk.time.now() + timedelta(minutes=5))


def open_pack(laptop: Seat, pack: Path) -> None:
    """Choose the file, type the passphrase, and wait for the sign-in."""
    laptop.answer(str(pack), PASSPHRASE)
    laptop.wait(lambda: laptop.window.sign_in.asked is Asked.SECRET, "the pack did not open")
