"""Files that a command writes where a person named them: whole or not at all, with the same words everywhere."""

from pathlib import Path

from desk_app.kernel.errors import DeviceTrouble, InvalidInput
from desk_app.storage import media

PART = ".part"
_ROOM = "cli"


def require_folder(folder: Path) -> None:
    """Raise ``DeviceTrouble`` for a folder that is not there: no command makes one, it may be a stick that is not in."""
    if not folder.is_dir():
        raise media.missing(folder, room=_ROOM)


def write_file(file: Path, content: bytes) -> None:
    """Write ``content`` to ``file``; on the medium when this returns, and an older file of that name stays until then.

    Raises ``InvalidInput`` for a folder, ``DeviceTrouble`` naming the file when its folder is missing, full or failing:
    then nothing is left of it.
    """
    require_folder(file.parent)
    if file.is_dir():
        raise InvalidInput("to", f"«{file}» là thư mục.", "Hãy ghi thêm tên tệp.")
    try:
        if file.exists() and not file.is_file():
            # A pipe or a device takes what it is given; nothing can stand beside it.
            file.write_bytes(content)
        else:
            _put(file, content)
    except OSError as error:
        trouble = media.trouble_of(error, file.parent, room=_ROOM)
        raise DeviceTrouble(trouble.code, f"Chưa ghi được tệp {file.name}. {trouble.message}", trouble.hint) from error


def _put(file: Path, content: bytes) -> None:
    part = file.with_name(file.name + PART)
    try:
        part.write_bytes(content)
        media.sync_file(part)
        part.replace(file)
        media.sync_folder(file.parent)
    except BaseException:
        _remove(part)
        raise


def _remove(part: Path) -> None:
    """Remove what is half-written; a stick that was pulled has taken it along."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
