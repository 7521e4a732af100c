"""The ten states of a dossier (Nghị định 61/2018) and which move each allows."""

from enum import StrEnum

from desk_app.kernel.errors import Refused


class Status(StrEnum):
    """Where a dossier stands; the order is the law's own."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    IN_PROCESS = "in_process"
    SUPPLEMENT_REQUESTED = "supplement_requested"
    PAYMENT_REQUESTED = "payment_requested"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    SETTLED = "settled"
    HANDED_OVER = "handed_over"

    @property
    def words(self) -> str:
        """Return the state in the words of the law."""
        return _WORDS[self]


_WORDS = {
    Status.SUBMITTED: "Mới đăng ký",
    Status.ACCEPTED: "Được tiếp nhận",
    Status.NOT_ACCEPTED: "Không được tiếp nhận",
    Status.IN_PROCESS: "Đang xử lý",
    Status.SUPPLEMENT_REQUESTED: "Yêu cầu bổ sung",
    Status.PAYMENT_REQUESTED: "Yêu cầu thực hiện nghĩa vụ tài chính",
    Status.WITHDRAWN: "Công dân yêu cầu rút",
    Status.STOPPED: "Dừng xử lý",
    Status.SETTLED: "Đã xử lý xong",
    Status.HANDED_OVER: "Đã trả kết quả",
}

OPEN = frozenset(
    {Status.SUBMITTED, Status.ACCEPTED, Status.IN_PROCESS, Status.SUPPLEMENT_REQUESTED, Status.PAYMENT_REQUESTED}
)
BEING_SOLVED = frozenset({Status.ACCEPTED, Status.IN_PROCESS})
WAITING = frozenset({Status.SUPPLEMENT_REQUESTED, Status.PAYMENT_REQUESTED})
"""The clock stands still: such a dossier is never late and stuck with nobody."""
ENDED = frozenset({Status.NOT_ACCEPTED, Status.WITHDRAWN, Status.STOPPED})
"""Come to an end without a result."""

_ALLOWED = {
    "finish_step": (BEING_SOLVED, "ghi xong bước"),
    "issue_result": (BEING_SOLVED, "ghi đã có kết quả"),
    "hand_over": (frozenset({Status.SETTLED}), "trả kết quả"),
    "request_supplement": (BEING_SOLVED, "yêu cầu bổ sung"),
    "complete": (frozenset({Status.SUPPLEMENT_REQUESTED}), "ghi đã bổ sung xong"),
    "refuse": (BEING_SOLVED | {Status.SUBMITTED, Status.SUPPLEMENT_REQUESTED}, "từ chối giải quyết"),
    "apologise": (BEING_SOLVED, "xin lỗi và hẹn lại"),
    "withdraw": (OPEN, "rút hồ sơ"),
    "stop": (BEING_SOLVED | WAITING, "dừng giải quyết"),
    "ask_payment": (BEING_SOLVED, "yêu cầu thực hiện nghĩa vụ tài chính"),
    "pay": (frozenset({Status.PAYMENT_REQUESTED}), "ghi đã nộp tiền"),
    "reassign": (OPEN | {Status.SETTLED}, "chuyển người phụ trách"),
    "pass_on": (BEING_SOLVED, "chuyển cho cơ quan khác"),
}


def allows(status: Status, move: str) -> bool:
    """Tell whether a dossier in ``status`` may make ``move``, one of the moves named in this file."""
    return status in _ALLOWED[move][0]


def require(status: Status, move: str, code: str) -> None:
    """Raise ``Refused`` with the reason when a dossier in ``status`` may not make ``move``."""
    if allows(status, move):
        return
    hint = "Trước hết phải có kết quả." if move == "hand_over" and status in OPEN else "Xem lịch sử trên thẻ hồ sơ."
    raise Refused(
        f"dossiers.{move}_not_allowed", f"Hồ sơ {code} «{status.words}»: không thể {_ALLOWED[move][1]}.", hint
    )
