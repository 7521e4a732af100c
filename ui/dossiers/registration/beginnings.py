"""Where a registration may have begun: the rooms that know a visitor before anybody types."""

from collections.abc import Callable, Mapping

from desk_app.desk import Desk
from desk_app.dossiers.prefill import Prefill
from desk_app.guidance.prefill import prefill_of_appointment, prefill_of_contact
from desk_app.kernel.errors import NotFound
from desk_app.mobile_sessions.prefill import prefill_of as screening_prefill
from desk_app.writing.reading import prefill_of as writing_prefill

_ROOMS: Mapping[str, Callable[[Desk, str], Prefill]] = {
    "writing": lambda desk, id_: writing_prefill(desk.writing, id_),
    "guidance": lambda desk, id_: prefill_of_contact(desk.guidance, id_),
    "sessions": lambda desk, id_: screening_prefill(desk.mobile_sessions, id_),
    "appointments": lambda desk, id_: prefill_of_appointment(desk.guidance, id_),
}


def prefill(desk: Desk, origin: str) -> Prefill:
    """Return what the room named in ``<room>:<id>`` knows; raise ``NotFound`` when no room knows it."""
    room, _colon, id_ = origin.partition(":")
    known = _ROOMS.get(room)
    if known is None:
        raise NotFound("dossiers.origin", f"Không có nơi ghi «{origin}».", "Hãy nhập hồ sơ như thường.")
    return known(desk, id_)
