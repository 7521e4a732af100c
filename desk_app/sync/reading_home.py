"""A home that is fed from a copy in PostgreSQL: it shows and counts, and exchanges files with nobody.

A seal is what proves who wrote. Entries from a database carry none: were such a home let in, or let others in, it would pass them
on under its own seal, as if they had been proved.
"""

from datetime import datetime

from desk_app.kernel.errors import Refused
from desk_app.sync.room import Sync
from desk_app.sync.tables import fed


def note_fed(room: Sync) -> None:
    """Keep in mind that this home reads from a copy, and when it did last."""
    at = room.journal.time.now()
    room.journal.store.transact(lambda db: fed.put_fed(db, at))


def fed_at(room: Sync) -> datetime | None:
    """Return when this home read from a copy last; None for every home that never did."""
    return fed.fed_at(room.journal.reading())


def require_unfed(room: Sync) -> None:
    """Raise ``Refused`` in a home that reads from a copy: it neither is let in nor lets anybody in."""
    if fed_at(room) is not None:
        raise Refused(
            "sync.fed",
            "Thư mục dữ liệu này chỉ để xem: số liệu đọc từ bản sao PostgreSQL, không kèm chữ ký của máy viết, nên không ghi "
            "danh, không cho máy nào ghi danh được.",
            "Chưa ghi gì, số liệu ở đây vẫn nguyên. Hãy tạo một thư mục dữ liệu khác («desk init» cho quầy, «desk hub init» cho "
            "tuyến trên) rồi ghi danh ở đó.",
        )
