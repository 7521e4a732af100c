"""What the section of this computer asks, on a job's thread: the disk, the journal, the settings of the program."""

import shutil

from PySide6.QtCore import QSettings

from desk_app.desk import Desk
from desk_app.journal.journal import Verified
from desk_app.journal.tables import count_entries
from desk_app.kernel.paths import resource
from desk_app.kernel.translations import SOURCE
from ui.settings.desk.state import Computer
from ui.shell.progress import Progress

VERIFY = "journal.verify"
_LANGUAGE = "language"


def computer(desk: Desk) -> Computer:
    """Return what is known of this desk's computer."""
    shipped = sorted(file.stem for file in resource("translations").glob("*.mo"))
    return Computer(
        desk_number=desk.card.desk_number,
        desk_id=desk.card.desk_id,
        folder=str(desk.home.folder),
        key=desk.card.key,
        rehearsal=desk.card.rehearsal,
        free_bytes=shutil.disk_usage(desk.home.folder).free,
        data_bytes=sum(file.stat().st_size for file in desk.home.folder.glob("desk.db*")),
        entries=count_entries(desk.journal.reading()),
        languages=(SOURCE, *shipped),
        language=str(_settings().value(_LANGUAGE, SOURCE)),
    )


def put_language(language: str) -> None:
    """Let the program speak ``language`` from its next start on."""
    settings = _settings()
    settings.setValue(_LANGUAGE, language)
    settings.sync()


def verified(desk: Desk, by: str, progress: Progress) -> Verified:
    """Read every chain of the journal; raises ``NotAllowed``, and ``Cancelled`` when the person stops it."""
    desk.require(by, VERIFY)
    total = count_entries(desk.journal.reading())
    return desk.journal.verify(lambda done: progress.say(min(done, total), total))


def _settings() -> QSettings:
    return QSettings("mot-cua", "mot-cua")
