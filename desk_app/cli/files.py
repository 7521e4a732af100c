"""Files that a command writes where a person named them: whole or not at all, with the same words everywhere."""

from pathlib import Path

from desk_app.kernel.errors import InvalidInput
from desk_app.storage import media
from desk_app.storage.whole_file import whole_file

_ROOM = "cli"


def require_folder(folder: Path) -> None:
    """Raise ``DeviceTrouble`` for a folder that is not there: no command makes one, it may be a stick that is not in."""
    if not folder.is_dir():
        raise media.missing(folder, room=_ROOM)


def write_file(file: Path, content: bytes) -> None:
    """Write ``content`` to ``file``; raise ``InvalidInput`` for a folder, else what ``require_folder`` and ``whole_file`` raise."""
    require_folder(file.parent)
    if file.is_dir():
        raise InvalidInput("to", f"«{file}» là thư mục.", "Hãy ghi thêm tên tệp.")
    if file.exists() and not file.is_file():
        # A pipe or a device takes what it is given; nothing can stand beside it.
        file.write_bytes(content)
        return
    with whole_file(file) as part:
        part.write_bytes(content)
