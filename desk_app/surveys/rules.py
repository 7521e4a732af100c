"""What a citizen can answer, and how answers become figures."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from desk_app.kernel.records import Record

Screen = Literal["customer_screen", "counter", "command", "slip", "paper"]
"""Where the citizen was asked: on the screen that faces them, on the officer's window, through the command line, on the
slip that proves one answer, or on a paper from the box."""

SCREEN_WORDS: Mapping[Screen, str] = {
    "customer_screen": "Màn hình cho người dân",
    "counter": "Hỏi tại quầy",
    "command": "Dòng lệnh",
    "slip": "Phiếu có mã",
    "paper": "Phiếu trong thùng",
}

SMALL_GROUP = 5
"""Fewer answers than these about one officer or one procedure are not broken down: a person could be found out."""

ROUNDING = "làm tròn đến 0,1 %, nửa thì lên"
"""How every share of this room is rounded; printed beside the figures."""


class Level(StrEnum):
    """How content somebody was, the best first: keys 1 to 5 on the screen."""

    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    NEUTRAL = "neutral"
    DISSATISFIED = "dissatisfied"
    VERY_DISSATISFIED = "very_dissatisfied"


LEVEL_WORDS: Mapping[Level, str] = {
    Level.VERY_SATISFIED: "Rất hài lòng",
    Level.SATISFIED: "Hài lòng",
    Level.NEUTRAL: "Bình thường",
    Level.DISSATISFIED: "Chưa hài lòng",
    Level.VERY_DISSATISFIED: "Rất không hài lòng",
}

GOOD = frozenset({Level.VERY_SATISFIED})
"""Levels reported as «tốt»."""

SATISFIED = GOOD | {Level.SATISFIED}
"""Levels reported as «hài lòng»: «tốt» is among them, as the offices report it (97 % satisfied, of which 64 % good)."""


class Reason(StrEnum):
    """What an answer was about; quick choices only, so that no name can be written down."""

    ATTITUDE = "attitude"
    TIME = "time"
    GUIDANCE = "guidance"
    PROCEDURE = "procedure"
    PREMISES = "premises"
    RESULT = "result"


REASON_WORDS: Mapping[Reason, str] = {
    Reason.ATTITUDE: "Thái độ",
    Reason.TIME: "Thời gian",
    Reason.GUIDANCE: "Hướng dẫn",
    Reason.PROCEDURE: "Giấy tờ, thủ tục",
    Reason.PREMISES: "Cơ sở vật chất",
    Reason.RESULT: "Kết quả",
}


class Share(Record):
    """A part of a whole; ``tenths`` are tenths of a percent, half rounded up, None of nothing: no answer is not 0 %."""

    count: int
    of: int
    tenths: int | None


def share(count: int, of: int) -> Share:
    """Return ``count`` out of ``of`` as a share."""
    return Share(count=count, of=of, tenths=(2000 * count + of) // (2 * of) if of else None)


def spoken_share(part: Share) -> str:
    """Return a share as the office writes it, as in ``97,0 %``; a dash of nothing."""
    return "–" if part.tenths is None else f"{part.tenths // 10},{part.tenths % 10} %"
