"""What a thermal printer's status bytes mean (ESC/POS: ``DLE EOT``, ``GS r``, automatic status back).

Bytes arrive when the printer likes: late, unasked, in pieces. Their fixed bits tell them apart, and only a byte whose
fixed bits are right is taken for an answer.
"""

from typing import Literal, NamedTuple

ASK_ONLINE = b"\x10\x04\x01"
ASK_WHY_OFFLINE = b"\x10\x04\x02"
ASK_PAPER = b"\x10\x04\x04"
ASK_AT_THE_END = b"\x1dr\x01"

OFF = "Máy in tắt hoặc không nối mạng."
BUSY = "Máy in ngắt kết nối, có thể đang bận in việc khác."
NO_PRINTER = "Ở địa chỉ này không phải máy in nhiệt. Kiểm tra địa chỉ và cổng."
NO_PAPER = "Hết giấy."
COVER_OPEN = "Nắp máy in đang mở."
IN_TROUBLE = "Máy in báo lỗi, chưa sẵn sàng."
NEAR_END = "Giấy sắp hết."

_ASB_LENGTH = 4
# The two sensors of an answer to GS r take two equal bits each.
_PAIRED_BITS = (0x00, 0x03, 0x0C, 0x0F)


class Reply(NamedTuple):
    """One answer: ``live`` to ``DLE EOT``, ``end`` to ``GS r``."""

    kind: Literal["live", "end"]
    value: int


class Replies:
    """Sorts the bytes that a printer sends; keeps the place inside a status that came unasked."""

    def __init__(self) -> None:
        self._unasked_left = 0

    def sorted(self, raw: bytes) -> list[Reply]:
        """Return the answers in ``raw``; what came unasked, and flow control, is passed over."""
        found: list[Reply] = []
        for value in raw:
            if self._unasked_left:
                self._unasked_left -= 1
            elif value & 0x93 == 0x10:
                # Automatic status back: four bytes, of which the last three look like answers to GS r.
                self._unasked_left = _ASB_LENGTH - 1
            elif value & 0x93 == 0x12:
                found.append(Reply("live", value))
            elif value & 0x90 == 0 and value & 0x0F in _PAIRED_BITS:
                found.append(Reply("end", value))
        return found


def is_offline(online: int) -> bool:
    """Tell from the answer to ``ASK_ONLINE`` whether the printer will not print now."""
    return bool(online & 0x08)


def is_paper_out(paper: int) -> bool:
    """Tell from the answer to ``ASK_PAPER`` whether the roll is at its end."""
    return bool(paper & 0x60)


def is_near_end(paper: int) -> bool:
    """Tell from the answer to ``ASK_PAPER`` whether the roll is nearly at its end."""
    return bool(paper & 0x0C)


def why_offline(answer: int) -> str:
    """Return what the answer to ``ASK_WHY_OFFLINE`` means."""
    if answer & 0x04:
        return COVER_OPEN
    return NO_PAPER if answer & 0x20 else IN_TROUBLE


def ended_without_paper(end: int) -> bool:
    """Tell from the answer to ``ASK_AT_THE_END`` whether the paper ran out during the job."""
    return bool(end & 0x0C)
