"""What the journal keeps of the writing table: who served whom, with which forms, how long, and what came of it.

What was filled into a form is in no entry. Of the citizen there are the name and the last three digits of the number, so
that a case can be told from another and a leader can look into it.
"""

from datetime import datetime
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact
from desk_app.writing.form import Area

Outcome = Literal["written", "advised", "portal", "registered"]
OUTCOME_WORDS: dict[Outcome, str] = {
    "written": "Đã viết đơn, tờ khai",
    "advised": "Đã hướng dẫn",
    "portal": "Đã mở tài khoản Cổng dịch vụ công",
    "registered": "Đã nộp hồ sơ",
}


class Written(Fact):
    """Somebody was served at the writing table; the entry's actor is the helper, ``organisation`` whom they stand for.

    ``forms`` are the keys of the forms that were written, none for mere advice. ``minutes`` count from when the citizen
    sat down. ``number_end`` is the last three digits of the identity number, or empty.
    """

    KIND: ClassVar[str] = "writing.written"

    organisation: str
    forms: tuple[str, ...]
    area: Area
    outcome: Outcome
    minutes: int
    person: str
    number_end: str
    note: str
    sat_at: datetime
    written_at: datetime


class Corrected(Fact):
    """A case was put right, or taken back as never having been (``void``)."""

    KIND: ClassVar[str] = "writing.corrected"

    outcome: Outcome
    minutes: int
    void: bool
    reason: str
    corrected_at: datetime
