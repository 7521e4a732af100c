"""The strips of the writing table: what came of it, what was wrong, how many empty sheets, which earlier dossier."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.widgets.field import Field
from ui.widgets.strip import Strip
from ui.writing.state import OUTCOMES


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What is done with each strip's answer."""

    record: Callable[[], None]
    correct: Callable[[], None]
    void: Callable[[], None]
    blank: Callable[[], None]
    earlier: Callable[[], None]


class Asking(QObject):
    """Opens one strip at a time."""

    def __init__(self, answers: Answers, parent: QObject) -> None:
        super().__init__(parent)
        outcomes = tuple(OUTCOMES.items())
        self.record = Strip(
            "",
            [
                Field("minutes", _("Số phút"), placeholder=_("tự tính từ lúc ngồi xuống")),
                Field("organisation", _("Đoàn thể của người viết")),
                Field("note", _("Ghi chú")),
            ],
            answers.record,
            words=_("Ghi lượt"),
            choices=outcomes,
            box=_("Kết quả"),
        )
        self.correct = Strip(
            "",
            [Field("minutes", _("Số phút đúng"), placeholder=_("như đã ghi")), Field("reason", _("Vì sao sửa"))],
            answers.correct,
            words=_("Sửa lượt"),
            choices=outcomes,
            box=_("Kết quả đúng"),
        )
        self.void = Strip("", [Field("reason", _("Vì sao bỏ"))], answers.void, words=_("Bỏ lượt"))
        self.blank = Strip("", [Field("copies", _("Số tờ"), placeholder="1")], answers.blank, words=_("In mẫu trống"))
        self.earlier = Strip(
            "", [Field("code", _("Mã hồ sơ cũ của người này"))], answers.earlier, words=_("Lấy thông tin")
        )

    @property
    def strips(self) -> tuple[Strip, ...]:
        """Return every strip."""
        return (self.record, self.correct, self.void, self.blank, self.earlier)

    def open(self, strip: Strip, title: str) -> None:
        """Open one strip in place of any other."""
        self.close()
        strip.open(title)

    def close(self) -> bool:
        """Close what is open; tell whether something was."""
        opened = [strip for strip in self.strips if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error at its field of the open strip; tell whether it has one."""
        opened = next((strip for strip in self.strips if strip.isVisible()), None)
        return opened is not None and opened.refuse(error)

    def allow_again(self) -> None:
        """Let the open strip be answered again after a refusal."""
        for strip in self.strips:
            strip.do_button.setEnabled(True)
