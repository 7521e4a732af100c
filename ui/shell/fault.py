"""A bug met while working, told calmly."""

from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _


class Fault(DeskError):
    """A bug met while working; what it was stands in the log of faults."""

    def __init__(self) -> None:
        super().__init__(
            "window.fault",
            _("Chương trình gặp lỗi khi làm việc này."),
            _("Những gì đã lưu vẫn nguyên. Hãy thử lại; nếu còn lỗi, hãy báo quản trị xem tệp desk.log."),
        )


def told(who: str, error: Exception) -> DeskError:
    """Return what a person is told: the disk's trouble by its name, or that ``who``'s bug now stands in the log of faults."""
    from desk_app.kernel import fault_log
    from desk_app.storage.faults import known_trouble

    known = known_trouble(error)
    if known is not None:
        return known
    fault_log.fault(f"job of {who}", error)
    return Fault()
