"""Files where a person named them, on a stick as on a disk: whole or not at all, and words that name the file."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk_app.kernel.errors import DeviceTrouble
from desk_app.storage import media

_ROOM = "storage"
_BESIDE = ".mot-cua-"


@contextmanager
def whole_file(file: Path) -> Iterator[Path]:
    """Give a path beside ``file`` to write to; what stands there when the block ends well is on the medium as ``file``.

    Raises ``DeviceTrouble`` naming the file when its folder is missing, full or failing: nothing is left then, and an older
    file of that name stays. Other files of the work may stand in the folder of the path, which is removed.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=_BESIDE, dir=file.parent, ignore_cleanup_errors=True) as place:
            part = Path(place) / file.name
            yield part
            media.sync_file(part)
            part.replace(file)
        media.sync_folder(file.parent)
    except Exception as error:
        cause = _of_disk(error)
        if cause is None:
            raise
        trouble = media.trouble_of(cause, file.parent, room=_ROOM)
        raise DeviceTrouble(trouble.code, f"Chưa ghi được tệp {file.name}. {trouble.message}", trouble.hint) from error


def _of_disk(error: Exception) -> OSError | None:
    """Return the error of the system that ``error`` is, or that it wraps, as xlsxwriter does; None for any other."""
    wrapped = error.args[0] if error.args else None
    return next((each for each in (error, wrapped) if isinstance(each, OSError)), None)
