"""The moves of the page of the signs: what the strips ask, one write at a time, files for controllers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.signage.commands import NewSlogan
from desk_app.signage.export import Exported, FileFormat
from desk_app.signage.schedule import ALL_WEEK, Schedule
from ui.shell.one_write import Doing, OneWrite
from ui.shell.page import Context
from ui.signage import desk_side
from ui.signage.state import SloganRow
from ui.widgets.field import Field
from ui.widgets.strip import Strip
from ui.widgets.typed import typed_day, typed_number

_DAYS: tuple[tuple[str, str], ...] = ((ALL_WEEK, _("Cả tuần")), ("ngày làm việc", _("Ngày làm việc")))


@dataclass(frozen=True, kw_only=True)
class _Export:
    """What is being written: which kind of files for which panel."""

    panel: desk_side.LedAsked
    file_format: FileFormat


class SignageMoves(QObject):
    """Opens a strip for a wish, and writes what it answered; says ``written`` when something was."""

    written = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self._one = OneWrite(context, self)
        self._slogan: SloganRow | None = None
        self._export: _Export | None = None
        self._make_strips()

    def add(self) -> None:
        """Ask for a new slogan."""
        self._open(self.adding, _("Thêm khẩu hiệu của cơ quan"))

    def end(self, slogan: SloganRow) -> None:
        """Ask for the last day of a slogan."""
        self._slogan = slogan
        self._open(self.ending, _("Thôi chiếu «{text}»?").format(text=slogan.text))

    def time(self, now: Schedule) -> None:
        """Ask for another schedule; the present one stands in the fields."""
        self._open(
            self.timing,
            _("Lịch chiếu từ hôm nay"),
            signage_minutes=str(now.minutes),
            signage_from_minute=str(now.from_minute),
            signage_from_hour=str(now.from_hour),
            signage_to_hour=str(now.to_hour),
        )
        self.timing.box.setCurrentIndex([key for key, _named in _DAYS].index(now.days))

    def export(self, panel: desk_side.LedAsked, file_format: FileFormat) -> None:
        """Ask where the files for a panel go."""
        self._export = _Export(panel=panel, file_format=file_format)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = _("Ghi khẩu hiệu hôm nay cho màn hình LED {size}").format(size=panel.size)
        self._open(self.saving, title, folder=self.saving.text("folder") or documents)

    def print_proof(self, days: int) -> None:
        """Queue the proof of play of the last ``days``."""
        self._one.fresh()
        self._write(lambda do: desk_side.print_proof(do, days), _("Đã gửi in nhật ký chiếu khẩu hiệu."))

    def close(self) -> bool:
        """Close an open strip; tell whether there was one."""
        opened = [strip for strip in self.strips if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def _make_strips(self) -> None:
        self.adding = Strip(
            "",
            [
                Field("text", _("Khẩu hiệu")),
                Field("valid_from", _("Từ ngày"), placeholder=_("hôm nay")),
                Field("valid_until", _("Đến hết ngày"), placeholder=_("đến khi bỏ")),
                Field("source", _("Nguồn")),
            ],
            self._do_add,
            words=_("Thêm"),
        )
        self.ending = Strip(
            "", [Field("last_on", _("Chiếu hết ngày"), placeholder=_("hôm nay"))], self._do_end, words=_("Thôi chiếu")
        )
        self.timing = Strip(
            "",
            [
                Field("signage_minutes", _("Số phút mỗi giờ")),
                Field("signage_from_minute", _("Từ phút")),
                Field("signage_from_hour", _("Từ giờ")),
                Field("signage_to_hour", _("Đến giờ")),
            ],
            self._do_time,
            words=_("Đổi lịch"),
            choices=_DAYS,
            box=_("Những ngày nào"),
        )
        self.saving = Strip("", [Field("folder", _("Thư mục, USB"))], self._do_export, words=_("Ghi tệp"))
        self.strips = (self.adding, self.ending, self.timing, self.saving)

    def _open(self, strip: Strip, title: str, **texts: str) -> None:
        self.close()
        self._one.fresh()
        strip.open(title)
        for name, text in texts.items():
            strip.fields[name].put(text)

    def _do_add(self) -> None:
        text, today = self.adding.text, self.context.now().date()
        try:
            last = text("valid_until").strip()
            slogan = NewSlogan(
                text=text("text"),
                valid_from=typed_day(text("valid_from"), today, field="valid_from"),
                valid_until=typed_day(last, today, field="valid_until") if last else None,
                source=text("source"),
            )
        except InvalidInput as error:
            self._on_failed(error)
            return
        self._write(lambda do: desk_side.put(do, slogan), _("Đã thêm khẩu hiệu."))

    def _do_end(self) -> None:
        one = self._slogan
        try:
            last_on = typed_day(self.ending.text("last_on"), self.context.now().date(), field="last_on")
        except InvalidInput as error:
            self._on_failed(error)
            return
        if one is not None:
            id_ = one.id
            self._write(lambda do: desk_side.end(do, id_, last_on), _("Khẩu hiệu sẽ thôi chiếu sau ngày ấy."))

    def _do_time(self) -> None:
        try:
            schedule = Schedule(
                minutes=self._number("signage_minutes"),
                from_minute=self._number("signage_from_minute"),
                days=self.timing.choice,
                from_hour=self._number("signage_from_hour"),
                to_hour=self._number("signage_to_hour"),
            )
        except InvalidInput as error:
            self._on_failed(error)
            return
        self._write(lambda do: desk_side.set_schedule(do, schedule), _("Đã đổi lịch chiếu."))

    def _number(self, name: str) -> int:
        return typed_number(self.timing.text(name), field=name)

    def _do_export(self) -> None:
        export, folder = self._export, Path(self.saving.text("folder").strip()).expanduser()
        if export is None:
            return
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.long(
            lambda progress: desk_side.exported(desk, by, export.panel, folder, export.file_format, progress),
            self._on_exported,
            title=_("Xuất khẩu hiệu cho màn hình LED"),
            failed=self._on_failed,
        )

    def _on_exported(self, done: Exported) -> None:
        self.saving.put_away()
        words = _("Đã ghi {count} khẩu hiệu, {frames} hình.").format(count=done.slogans, frames=done.frames)
        self.context.messages.say(words, done.path)

    def _write(self, work: Callable[[Doing], Written], said: str) -> None:
        self._one.do(work, lambda _written: self._on_written(said), self._on_failed)

    def _on_written(self, said: str) -> None:
        self.close()
        self.context.messages.say(said)
        self.context.happenings.screens_changed.emit()
        self.written.emit()
        self.context.wrote()

    def _on_failed(self, error: DeskError) -> None:
        opened = next((strip for strip in self.strips if strip.isVisible()), None)
        if opened is not None:
            opened.do_button.setEnabled(True)
        if opened is None or not (isinstance(error, InvalidInput) and opened.refuse(error)):
            self.context.messages.report(error)
