"""What the page of reports does that takes time: making, writing, freezing, comparing; one at a time, stoppable."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Signal

from desk_app.kernel.errors import Cancelled, DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.reports.asked import Watch
from desk_app.reports.comparing import Comparison
from desk_app.reports.files.writing import file_name
from desk_app.reports.freezing import FrozenSeen
from desk_app.reports.steps import Step
from ui.reports import desk_side, overview
from ui.reports.desk_side import Shown
from ui.reports.state import FORMATS, Wanted
from ui.shell.page import Context
from ui.shell.progress import Progress
from ui.widgets.field import Field
from ui.widgets.path_field import PathField
from ui.widgets.strip import Strip


class ReportMoves(QObject):
    """Asks for what a move needs in a strip, does it by a job, and says what came of it.

    ``made`` brings a ``Shown``, ``looked`` an ``Overview``; ``stopped`` says that neither will come.
    """

    made = Signal(object)
    looked = Signal(object)
    stopped = Signal()
    froze = Signal(object)
    compared = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._turn = 0
        self._shown: Shown | None = None
        self._wanted: Wanted | None = None
        self._note_id = self._over = self._writing_to = ""
        self._folder: Path | None = None
        self.writing = Strip(
            _("Ghi báo cáo ra tệp"),
            [PathField("to", _("Tệp"), kind="save", pattern="*.docx *.pdf *.xlsx *.csv")],
            self._do_write,
            words=_("Ghi tệp"),
            choices=FORMATS,
            box=_("Dạng tệp"),
        )
        self.writing.box.currentIndexChanged.connect(lambda _place: self._put_ending())
        self.freezing = Strip(
            _("Chốt báo cáo: mọi con số được giữ đúng như đang thấy, kèm mã kiểm tra"),
            [Field("note", _("Gửi đâu, theo văn bản nào"))],
            self._do_freeze,
            words=_("Chốt"),
        )
        self.strips = (self.writing, self.freezing)

    def make(self, wanted: Wanted) -> None:
        """Make a report; what was being made before it ends."""
        desk, by = self._context.desk, self._context.actor.id
        self._start(lambda watch: desk_side.made(desk, by, wanted, watch), _("Lập báo cáo"))

    def look(self, unit: str, step: Step | None) -> None:
        """Make the overview of an office, or of all, its trend by a step; what was being made before it ends."""
        desk, by = self._context.desk, self._context.actor.id
        self._start(lambda watch: overview.overview(desk, by, unit, step, watch), _("Tổng quan"))

    def ask_file(self, shown: Shown) -> None:
        """Ask where and in which format a report is to be written."""
        self._shown, self._over = shown, ""
        self.freezing.put_away()
        self.writing.open()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._folder or Path(documents or Path.home())
        self.writing.fields["to"].put(str(folder / file_name(shown.report, self.writing.choice)))

    def ask_freeze(self, wanted: Wanted, shown: Shown) -> None:
        """Ask for what the report that is shown is frozen."""
        self._wanted, self._shown = wanted, shown
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

    def _start(self, work: Callable[[Watch], Any], title: str) -> None:
        """Do the newest making only: an older one ends at its next step."""
        self._turn += 1
        turn = self._turn

        def run(progress: Progress) -> tuple[int, Any]:
            def watch(done: int, total: int) -> None:
                if turn != self._turn:
                    raise Cancelled("reports.outdated", _("Đã đổi báo cáo."), _("Đang lập báo cáo mới."))
                progress.say(done, total)

            found = work(watch)
            # Esc in the very last moment still means that nothing is wanted.
            watch(1, 1)
            return turn, found

        self._context.jobs.long(run, self._on_came, title=title, failed=self._on_not_made)

    def _on_came(self, came: tuple[int, Any]) -> None:
        turn, found = came
        if turn != self._turn:
            return
        (self.looked if isinstance(found, overview.Overview) else self.made).emit(found)

    def _on_not_made(self, error: DeskError) -> None:
        if error.code != "reports.outdated":
            self._context.messages.report(error)
            self.stopped.emit()

    def _put_ending(self) -> None:
        """Let the file's ending follow its format."""
        field, kind = self.writing.fields["to"], self.writing.choice
        if field.text:
            field.put(str(Path(field.text).with_suffix(f".{kind}")))
            field.refuse(None)

    def _do_write(self) -> None:
        desk, shown, to = self._context.desk, self._shown, self.writing.text("to")
        over, self._writing_to = to == self._over, to
        if shown is not None:
            self._context.jobs.long(
                lambda _progress: desk_side.written(desk, shown, to, over=over),
                self._on_written,
                title=_("Ghi báo cáo ra tệp"),
                failed=self._on_not_written,
            )

    def _do_freeze(self) -> None:
        desk, by, wanted, shown = self._context.desk, self._context.actor.id, self._wanted, self._shown
        note, id_ = self.freezing.text("note"), self._note_id
        if wanted is not None and shown is not None:
            self._context.jobs.long(
                lambda progress: desk_side.frozen(desk, by, wanted, shown.report, note, id_, progress.say),
                self._on_froze,
                title=_("Chốt báo cáo"),
                failed=self._on_not_frozen,
            )

    def _on_written(self, file: Path) -> None:
        self._folder = file.parent
        self.writing.put_away()
        self._context.messages.say(_("Đã ghi báo cáo."), _("Tệp: {file}").format(file=file), tone="good")

    def _on_not_written(self, error: DeskError) -> None:
        self.writing.do_button.setEnabled(True)
        if not isinstance(error, InvalidInput):
            self._context.messages.report(error)
            return
        self._over = self._writing_to if error.message == desk_side.EXISTS else ""
        field = self.writing.fields["to"]
        field.refuse(error)
        field.take_focus()

    def _on_froze(self, seen: FrozenSeen) -> None:
        self.freezing.put_away()
        self._context.wrote()
        words = _("Đã chốt báo cáo, mã kiểm tra {digest}.").format(digest=seen.digest[:12])
        self._context.messages.say(words, _("Bấm F8 để xem lại và so sau này."), tone="good")
        self.froze.emit(seen)

    def _on_not_frozen(self, error: DeskError) -> None:
        self.freezing.do_button.setEnabled(True)
        if not (isinstance(error, InvalidInput) and self.freezing.refuse(error)):
            self._context.messages.report(error)

    def _on_compared(self, found: Comparison) -> None:
        self.compared.emit(found)
