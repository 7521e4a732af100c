"""What the page of reports does that takes time: making, writing, freezing, comparing; one at a time, stoppable."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.reports.comparing import Comparison
from desk_app.reports.figure import Report
from desk_app.reports.freezing import FrozenSeen
from ui.reports import desk_side
from ui.reports.desk_side import Shown
from ui.reports.state import FORMATS, Wanted
from ui.shell.page import Context
from ui.widgets.field import Field
from ui.widgets.path_field import PathField
from ui.widgets.strip import Strip


class ReportMoves(QObject):
    """Asks for what a move needs in a strip, does it by a job, and says what came of it."""

    made = Signal(object)
    froze = Signal(object)
    compared = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Shown | None = None
        self._wanted: Wanted | None = None
        self._report: Report | None = None
        self._note_id = ""
        self.writing = Strip(
            _("Ghi báo cáo ra tệp"),
            [PathField("folder", _("Thư mục"))],
            self._do_write,
            words=_("Ghi tệp"),
            choices=FORMATS,
            box=_("Dạng tệp"),
        )
        self.freezing = Strip(
            _("Chốt báo cáo: mọi con số được giữ đúng như đang thấy, kèm mã kiểm tra"),
            [Field("note", _("Gửi đâu, theo văn bản nào"))],
            self._do_freeze,
            words=_("Chốt"),
        )
        self.strips = (self.writing, self.freezing)

    def make(self, wanted: Wanted) -> None:
        """Make a report."""
        self._wanted = wanted
        desk, by = self._context.desk, self._context.actor.id
        self._context.jobs.long(
            lambda progress: desk_side.made(desk, by, wanted, progress.say), self._on_made, title=_("Lập báo cáo")
        )

    def ask_file(self, shown: Shown) -> None:
        """Ask where and in which format a report is to be written."""
        self._shown = shown
        self.freezing.put_away()
        self.writing.open()
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.writing.fields["folder"].put(place or str(Path.home()))

    def ask_freeze(self, report: Report) -> None:
        """Ask for what the report is frozen."""
        self._report = report
        self._note_id = self._context.desk.journal.new_id()
        self.writing.put_away()
        self.freezing.open()

    def compare(self, id_: str) -> None:
        """Make a frozen report again and show what changed."""
        desk, by = self._context.desk, self._context.actor.id
        self._context.jobs.long(
            lambda progress: desk_side.compared(desk, by, id_, progress.say),
            self._on_compared,
            title=_("Lập lại báo cáo đã chốt"),
        )

    def close(self) -> bool:
        """Close an open strip; tell whether there was any."""
        opened = [strip for strip in self.strips if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def _do_write(self) -> None:
        desk, shown = self._context.desk, self._shown
        folder, kind = self.writing.text("folder"), self.writing.choice
        if shown is not None:
            self._context.jobs.long(
                lambda _progress: desk_side.written(desk, shown, folder, kind),
                self._on_written,
                title=_("Ghi báo cáo ra tệp"),
                failed=self._on_not_written,
            )

    def _do_freeze(self) -> None:
        desk, by, wanted, report = self._context.desk, self._context.actor.id, self._wanted, self._report
        note, id_ = self.freezing.text("note"), self._note_id
        if wanted is not None and report is not None:
            self._context.jobs.long(
                lambda progress: desk_side.frozen(desk, by, wanted, report, note, id_, progress.say),
                self._on_froze,
                title=_("Chốt báo cáo"),
                failed=self._on_not_frozen,
            )

    def _on_made(self, shown: Shown) -> None:
        self.made.emit(shown)

    def _on_written(self, file: Path) -> None:
        self.writing.put_away()
        self._context.messages.say(_("Đã ghi {file}.").format(file=file))

    def _on_not_written(self, error: DeskError) -> None:
        self.writing.do_button.setEnabled(True)
        self._context.messages.report(error)

    def _on_froze(self, seen: FrozenSeen) -> None:
        self.freezing.put_away()
        self._context.wrote()
        words = _("Đã chốt báo cáo, mã kiểm tra {digest}. Bấm Ctrl+B để xem lại và so sau này.")
        self._context.messages.say(words.format(digest=seen.digest[:12]))
        self.froze.emit(seen)

    def _on_not_frozen(self, error: DeskError) -> None:
        self.freezing.do_button.setEnabled(True)
        if not (isinstance(error, InvalidInput) and self.freezing.refuse(error)):
            self._context.messages.report(error)

    def _on_compared(self, found: Comparison) -> None:
        self.compared.emit(found)
