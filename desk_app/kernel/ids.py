"""Time-ordered ids (UUID version 7, RFC 9562) made by the desk itself, without asking anybody."""

import secrets
import threading
import uuid
from datetime import datetime

from desk_app.kernel.time_source import milliseconds

_COUNTER_BITS = 12
_KEY_NAMESPACE = uuid.UUID("5f0e6d2c-3b3a-7c1e-9a57-0d5c6f1b7a11")


class IdMaker:
    """Makes ids that sort in the order they were made, also many in one millisecond and when the clock goes back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def new(self, at: datetime) -> str:
        """Return a fresh id stamped with ``at``, as 36 characters."""
        with self._lock:
            self._last = max(self._last + 1, milliseconds(at) << _COUNTER_BITS)
            stamp = f"{self._last:015x}"
        chance = f"{0b10 << 62 | secrets.randbits(62):016x}"
        return f"{stamp[:8]}-{stamp[8:12]}-7{stamp[12:]}-{chance[:4]}-{chance[4:]}"


def recency(id_: str) -> int:
    """Return 63 bits of a time-ordered id that sort as the ids do: 43 of the millisecond, 12 of the counter, 8 of chance."""
    value = int(id_.replace("-", ""), 16)
    return (value >> 80 & (1 << 43) - 1) << 20 | (value >> 64 & 0xFFF) << 8 | value & 0xFF


def command_id_of(key: str) -> str:
    """Return the command id that a caller's own ``key`` always leads to, so that repeats are harmless."""
    return str(uuid.uuid5(_KEY_NAMESPACE, key))
