"""What another room already knows of a visitor, so that nobody types it twice."""

import re

from desk_app.dossiers.facts import Channel
from desk_app.dossiers.person import Person
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record

_ORIGIN = re.compile(r"[a-z_]+:[0-9A-Za-z-]{1,64}", re.ASCII)


class Prefill(Record):
    """The beginning of a registration; what is not known is empty.

    ``origin`` is ``<room>:<id>`` of the guidance, appointment, filled form or screening line it comes from: the dossier
    keeps it, so that the room finds later what became of it. ``channel`` None leaves the counter's own.
    """

    origin: str
    procedure: str = ""
    applicant: Person | None = None
    subject: Person | None = None
    note: str = ""
    channel: Channel | None = None


def checked_origin(origin: str) -> str:
    """Return ``origin``; raise ``InvalidInput`` unless it is empty or ``<room>:<id>``."""
    if origin and not _ORIGIN.fullmatch(origin):
        raise InvalidInput(
            "origin", f"«{origin}» không chỉ đúng nơi khởi đầu của hồ sơ.", "Hãy mở lại từ trang đã ghi."
        )
    return origin
