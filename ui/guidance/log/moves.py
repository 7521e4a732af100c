"""What the keys of the page of guidance write, one at a time."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desk_app.desk import Desk
from desk_app.guidance.contacts.commands import Advice
from desk_app.guidance.outreach.commands import Outreach
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.guidance.log import desk_side
from ui.shell.one_write import OneWrite
from ui.shell.page import Context

T = TypeVar("T")


class GuidanceMoves(QObject):
    """Does what a key asks, unless the move before is still under way; says ``moved`` when something was written.

    ``saved`` hands on the id of a contact that was logged, ``refused`` an error that belongs to a field.
    """

    moved = Signal()
    saved = Signal(str)
    refused = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._one = OneWrite(context, self)
        self._words = ""

    def save(self, advice: Advice, command_id: str) -> None:
        """Enter the form in the log."""
        desk, by, _id = self._said_by()
        self._write(lambda: desk_side.save(desk, by, advice, command_id), self._on_saved, "")

    def leaflet(self, procedure: str) -> None:
        """Print a leaflet."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.leaflet(desk, by, procedure, "", id_), self._on_done, _("Đang in tờ hướng dẫn."))

    def finish(self, contact: str, note: str) -> None:
        """Record that somebody asked again."""
        desk, by, id_ = self._said_by()
        self._write(
            lambda: desk_side.finish_follow_up(desk, by, contact, note, id_), self._on_done, _("Đã ghi là đã hỏi lại.")
        )

    def put_off(self, contact: str, on: date, what: str) -> None:
        """Say when somebody asks again."""
        desk, by, id_ = self._said_by()
        self._write(
            lambda: desk_side.set_follow_up(desk, by, contact, on, what, id_), self._on_done, _("Đã đặt ngày hỏi lại.")
        )

    def withdraw(self, contact: str, reason: str) -> None:
        """Take back a contact."""
        desk, by, id_ = self._said_by()
        self._write(
            lambda: desk_side.withdraw(desk, by, contact, reason, id_), self._on_done, _("Đã bỏ lượt ghi nhầm.")
        )

    def put_list(self, codes: tuple[str, ...], valid_from: date, basis: str) -> None:
        """Lay down the list of procedures."""
        desk, by, id_ = self._said_by()
        self._write(
            lambda: desk_side.put_list(desk, by, codes, valid_from, basis, id_),
            self._on_done,
            _("Đã lập danh sách thủ tục hướng dẫn."),
        )

    def record(self, of: Outreach) -> None:
        """Enter outreach."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.record(desk, by, of, id_), self._on_done, _("Đã ghi việc truyền thông."))

    def take_back(self, item: str, reason: str) -> None:
        """Take back an entry of outreach."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.take_back(desk, by, item, reason, id_), self._on_done, _("Đã bỏ dòng ghi nhầm."))

    def _said_by(self) -> tuple[Desk, str, str]:
        self._one.fresh()
        doing = self._one.doing
        return doing.desk, doing.by, doing.id

    def _write(self, work: Callable[[], T], done: Callable[[T], None], words: str) -> None:
        if self._one.do(lambda _doing: work(), done, self._on_failed):
            self._words = words

    def _on_saved(self, contact: str) -> None:
        self._context.wrote()
        self.saved.emit(contact)

    def _on_done(self, _result: None) -> None:
        self._context.messages.say(self._words)
        self._context.wrote()
        self.moved.emit()

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, InvalidInput):
            self.refused.emit(error)
        else:
            self._context.messages.report(error)
