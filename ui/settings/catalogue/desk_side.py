"""What the catalogue section asks of the desk, on a job's thread."""

from dataclasses import dataclass
from pathlib import Path

from desk_app.catalogue.commands import PUBLISH_CATALOGUE, publish
from desk_app.catalogue.difference import difference
from desk_app.catalogue.files import read_catalogue, write_catalogue
from desk_app.catalogue.procedure import Procedure
from desk_app.desk import Desk
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.working_time.reading import reading_on
from ui.settings.catalogue.state import ProcedureRow, preview_of, rows_of
from ui.settings.preview import Preview
from ui.shell.progress import Progress


@dataclass(frozen=True, kw_only=True)
class Read:
    """What a file holds, and what taking it over would change."""

    procedures: tuple[Procedure, ...]
    preview: Preview


def procedures(desk: Desk) -> tuple[ProcedureRow, ...]:
    """Return every procedure as a row."""
    today = desk.journal.time.now().date()
    return rows_of(desk.catalogue.present(), today, reading_on(desk.working_time.present_readings(), today))


def read_file(desk: Desk, by: str, file: str, progress: Progress) -> Read:
    """Return what a catalogue file would change; nothing is written. Raises ``InvalidInput`` and ``NotAllowed``."""
    desk.require(by, PUBLISH_CATALOGUE)
    progress.say(0, 2)
    read = read_catalogue(_place(file))
    progress.say(1, 2)
    preview = preview_of(difference(desk.catalogue.present(), read.procedures), read.problems)
    progress.say(2, 2)
    return Read(procedures=read.procedures, preview=preview)


def take_over(desk: Desk, by: str, procedures: tuple[Procedure, ...], command_id: str) -> None:
    """Publish what is new or changed."""
    publish(desk.catalogue, by=by, procedures=procedures, command_id=command_id)


def write_file(desk: Desk, file: str, *, empty: bool) -> str:
    """Write the catalogue of today, or the empty template, and return the file's name; raises ``InvalidInput``."""
    place = _place(file)
    today = desk.journal.time.now().date()
    try:
        write_catalogue(place, () if empty else desk.catalogue.present().current(today))
    except OSError:
        raise InvalidInput(
            "file", _("Không ghi được tệp {file}.").format(file=place), _("Chọn thư mục khác, hoặc đóng tệp đang mở.")
        ) from None
    return place.name


def _place(file: str) -> Path:
    if not file.strip():
        raise InvalidInput("file", _("Chưa chọn tệp."), _("Gõ đường dẫn, hoặc bấm «Chọn tệp…»."))
    return Path(file.strip()).expanduser()
