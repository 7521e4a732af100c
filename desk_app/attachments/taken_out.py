"""Writing an attachment out of the desk: a plain file, protected by nothing."""

import secrets
from pathlib import Path

from desk_app.attachments.given_file import Watch
from desk_app.attachments.reading import opened
from desk_app.attachments.room import Attachments
from desk_app.kernel.errors import Conflict, DeviceTrouble


def take_out(
    room: Attachments, *, by: str, attachment: str, file: Path, watch: Watch = lambda _done, _total: None
) -> int:
    """Write an attachment to ``file``, whole or not at all, and return its bytes; the look-up is in the access log.

    Raises ``Conflict`` where ``file`` is there already, ``DeviceTrouble`` where it cannot be written.
    """
    if file.exists():
        raise Conflict("attachments.file_taken", f"Đã có tệp {file}.", "Chưa ghi gì. Hãy chọn tên khác.")
    kept, content = opened(room, by=by, attachment=attachment)
    part = file.with_name(f"{file.name}.{secrets.token_hex(4)}.part")
    size = 0
    try:
        with part.open("xb") as out:
            for chunk in content:
                out.write(chunk)
                size += len(chunk)
                watch(size, kept.attachment.size)
        part.replace(file)
    except OSError as error:
        raise DeviceTrouble(
            "attachments.not_written",
            f"Không ghi được tệp {file}.",
            "Bản chụp trong hồ sơ vẫn nguyên. Hãy xem chỗ trống trên đĩa và quyền ghi, rồi chọn nơi khác.",
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return size
