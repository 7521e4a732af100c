"""What the journal keeps of a complaint or a suggestion, from its receipt to its end."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact

Topic = Literal["complaint", "suggestion", "praise"]
How = Literal["counter", "hotline", "box", "letter"]
Outcome = Literal["", "right", "partly", "wrong", "taken", "withdrawn"]

TOPIC_WORDS: Mapping[Topic, str] = {"complaint": "Phản ánh", "suggestion": "Kiến nghị", "praise": "Khen ngợi"}
HOW_WORDS: Mapping[How, str] = {
    "counter": "Tại quầy",
    "hotline": "Đường dây nóng",
    "box": "Hòm thư góp ý",
    "letter": "Đơn, thư",
}
OUTCOME_WORDS: Mapping[Outcome, str] = {
    "": "Chưa có kết luận",
    "right": "Đúng",
    "partly": "Đúng một phần",
    "wrong": "Không đúng",
    "taken": "Tiếp thu, ghi nhận",
    "withdrawn": "Người gửi rút",
}


class ComplaintReceived(Fact):
    """Somebody complained, suggested or praised; ``name`` and ``contact`` are empty where they did not say who they are.

    ``officer`` is the account it is about, ``procedure`` and ``dossier`` (a code) what it is about; each may be empty.
    ``responsible`` is the account that answers by ``due_on``.
    """

    KIND: ClassVar[str] = "complaint.received"

    number: str
    topic: Topic
    how: How
    name: str
    contact: str
    procedure: str
    dossier: str
    officer: str
    text: str
    responsible: str
    received_on: date
    due_on: date


class ComplaintAssigned(Fact):
    """Somebody else answers from now on, perhaps by another day."""

    KIND: ClassVar[str] = "complaint.assigned"

    responsible: str
    due_on: date
    reason: str


class ComplaintStep(Fact):
    """Something was done about it: somebody was heard, a file was looked into."""

    KIND: ClassVar[str] = "complaint.step"

    text: str
    done_on: date


class ComplaintAnswered(Fact):
    """The answer, as the letter says it."""

    KIND: ClassVar[str] = "complaint.answered"

    text: str
    answered_on: date


class ComplaintClosed(Fact):
    """The matter has ended."""

    KIND: ClassVar[str] = "complaint.closed"

    outcome: Outcome
    note: str
    closed_on: date
