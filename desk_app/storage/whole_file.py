"""Files where a person named them, on a stick as on a disk: whole or not at all, and words that name the file."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

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
    with _TroubleNamed(file):
        with tempfile.TemporaryDirectory(prefix=_BESIDE, dir=file.parent, ignore_cleanup_errors=True) as place:
            part = Path(place) / file.name
            yield part
            media.sync_file(part)
            part.replace(file)
        media.sync_folder(file.parent)


class _TroubleNamed:
    """Says which file an error of the disk was about, also one that a library has wrapped, as xlsxwriter does."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __enter__(self) -> None:
        """Begin; what goes wrong from here on is looked at when it leaves."""

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        wrapped = error.args[0] if error is not None and error.args else None
        cause = next((each for each in (error, wrapped) if isinstance(each, OSError)), None)
        if cause is None:
            return
        trouble = media.trouble_of(cause, self._file.parent, room=_ROOM)
        words = f"Chưa ghi được tệp {self._file.name}. {trouble.message}"
        raise DeviceTrouble(trouble.code, words, trouble.hint) from error
