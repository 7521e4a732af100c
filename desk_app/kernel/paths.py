"""Where things are: the desk's data folder, and the resources shipped with the program."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

HOME_VARIABLE = "DESK_HOME"


@dataclass(frozen=True)
class Home:
    """One desk's data folder; every file in it has its name here and nowhere else."""

    folder: Path

    @property
    def card(self) -> Path:
        """Return the file that says whose home this is; no personal data, no keys."""
        return self.folder / "desk.json"

    @property
    def database(self) -> Path:
        """Return the encrypted database."""
        return self.folder / "desk.db"

    @property
    def key(self) -> Path:
        """Return the file of the wrapped key (or, in a rehearsal, of the key itself)."""
        return self.folder / "desk.key"

    @property
    def recovery(self) -> Path:
        """Return the file that holds this desk's keys, sealed to the office's recovery key: worthless without its paper."""
        return self.folder / "desk.recovery"

    @property
    def ballast(self) -> Path:
        """Return the 2 MB file that is given up when the disk is full."""
        return self.folder / "ballast"

    @property
    def backups(self) -> Path:
        """Return the folder of backups made before a migration."""
        return self.folder / "backups"

    @property
    def papers(self) -> Path:
        """Return the folder into which the preview printer writes."""
        return self.folder / "papers"

    @property
    def attachments(self) -> Path:
        """Return the folder of the sealed images of papers; their keys are in the database."""
        return self.folder / "attachments"

    @property
    def own_forms(self) -> Path:
        """Return the folder of the official forms that the office wrote itself; templates, never a filled one."""
        return self.folder / "forms"

    @property
    def parked_bundles(self) -> Path:
        """Return the folder of bundles that wait for a newer program."""
        return self.folder / "parked"

    @property
    def print_lock(self) -> Path:
        """Return the file whose lock says which program prints: one at a time, whatever windows and scripts are open."""
        return self.folder / "print.lock"

    @property
    def crash_log(self) -> Path:
        """Return where a hard crash of the window leaves its path through the code."""
        return self.folder / "crash.log"

    @property
    def log(self) -> Path:
        """Return the log of faults; it never holds personal data."""
        return self.folder / "desk.log"


def home(named: str | None = None) -> Home:
    """Return the data folder that ``named`` or ``DESK_HOME`` names, else the platform's own."""
    chosen = named or os.environ.get(HOME_VARIABLE)
    return Home(Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("mot-cua", appauthor=False)))


def resource(*parts: str) -> Path:
    """Return a file shipped with the program, as in ``resource("fonts", "NotoSans-Regular.ttf")``."""
    return Path(__file__).resolve().parents[2].joinpath("resources", *parts)
