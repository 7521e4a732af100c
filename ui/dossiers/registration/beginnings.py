"""Where a registration may have begun: the rooms that know a visitor before anybody types."""

from collections.abc import Callable, Mapping

from desk_app.desk import Desk
from desk_app.dossiers.prefill import Prefill
from desk_app.kernel.errors import NotFound

_ROOMS: Mapping[str, Callable[[Desk, str], Prefill]] = {}


def prefill(desk: Desk, origin: str) -> Prefill:
    """Return what the room named in ``<room>:<id>`` knows; raise ``NotFound`` when no room knows it."""
    room, _colon, id_ = origin.partition(":")
    known = _ROOMS.get(room)
    if known is None:
        raise NotFound("dossiers.origin", f"Không có nơi ghi «{origin}».", "Hãy nhập hồ sơ như thường.")
    return known(desk, id_)
