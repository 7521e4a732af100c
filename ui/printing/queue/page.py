"""The page of the print queue."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from desk_app.desk import Desk
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.printing.commands import cancel_job, confirm_job, retry_job
from desk_app.printing.tables import find_paper, list_jobs
from ui.printing.queue.state import JobRow, Queue, queue_of, row_of
from ui.shell.page import Context, Page
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, label, row
from ui.widgets.strip import Strip
from ui.widgets.table import Column, Look, RowsModel, Table

_COLUMNS: tuple[Column[JobRow], ...] = (
    Column(
        title=_("Trạng thái"),
        look=lambda job: Look(words=job.state.words, shape=job.state.shape, colour=job.state.colour),
    ),
    Column(title=_("Lập lúc"), look=lambda job: Look(words=job.when), minor=True),
    Column(title=_("Giấy"), look=lambda job: Look(words=job.title, bold=True)),
    Column(title=_("Mã hồ sơ"), look=lambda job: Look(words=job.code)),
    Column(title=_("Máy in"), look=lambda job: Look(words=job.printer), minor=True),
    Column(title=_("Số lần"), look=lambda job: Look(words=job.attempts), minor=True),
    Column(title=_("Vì sao"), look=lambda job: Look(words=job.state.reason, colour=COLOURS.soft_ink), stretches=True),
)


class QueuePage(Page):
    """Shows every print job, those that need somebody first, and what may be done with the one in hand."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._command_id = ""
        self._chosen = ""
        self._words = label("", "soft")
        self.table = Table(RowsModel(_COLUMNS), _("Hàng đợi in"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        self.table.entered.connect(self._on_entered)
        self.table.when_empty(
            "print",
            _("Chưa có giấy nào được in."),
            _("Lưu một hồ sơ thì giấy tiếp nhận của nó sẽ đứng ở đây."),
            key="F2",
        )
        self.retry_button = button(_("In lại"), self._on_retry, key="F6", kind="main")
        self.confirm_button = button(_("Đã in rồi"), self._on_confirm, key="F7")
        self.cancel_button = button(_("Hủy"), self._on_cancel, key="F8")
        self.reason = Strip(
            _("Hủy in giấy này?"), [Field("reason", _("Lý do hủy"))], self._do_cancel, words=_("Hủy in")
        )
        self.printers = Strip(
            _("In trên máy nào?"), [], self._do_retry_there, words=_("In lại"), choices=(("", ""),), box=_("Máy in")
        )
        self._lay_out()
        self.bind("F6", _("In lại"), self._on_retry)
        self.bind("F7", _("Đã in rồi (giấy có trong tay)"), self._on_confirm)
        self.bind("F8", _("Hủy, ghi lý do"), self._on_cancel)
        self._queue = Queue(rows=(), printers=())
        self._allow()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        layout.setSpacing(grown(8))
        layout.addLayout(row(label(_("Hàng đợi in"), "title"), self._words, None))
        layout.addLayout(row(self.retry_button, self.confirm_button, self.cancel_button, None))
        layout.addWidget(self.reason)
        layout.addWidget(self.printers)
        layout.addWidget(self.table, 1)
        help_words = _("Giấy đã ghi vào sổ không mất khi máy in hỏng. Enter: mở hồ sơ của giấy.")
        layout.addWidget(label(help_words, "small", wrap=True))

    def arrive(self, about: str) -> None:
        """Stand in the list."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the queue again."""
        desk = self.context.desk
        self.context.jobs.read(lambda: _read(desk), self._on_read, latest="queue")

    def escape(self) -> bool:
        """Close an open strip."""
        opened = next((strip for strip in (self.reason, self.printers) if strip.isVisible()), None)
        if opened is not None:
            opened.put_away()
        return opened is not None

    def _on_read(self, queue: Queue) -> None:
        self._queue = queue
        self._words.setText(queue.words)
        self.table.put(queue.rows, keep=lambda job: job.id)
        self._allow()

    def _allow(self) -> None:
        job, may = self.table.current, self.context.may
        self.retry_button.setEnabled(job is not None and job.may_retry and may("jobs.retry"))
        self.confirm_button.setEnabled(job is not None and job.may_confirm and may("jobs.retry"))
        self.cancel_button.setEnabled(job is not None and job.may_cancel and may("jobs.cancel"))

    def _begin(self) -> str:
        job = self.table.current
        self._command_id = self.context.desk.journal.new_id()
        self._chosen = job.id if job is not None else ""
        return self._chosen

    def _on_retry(self) -> None:
        if not self.retry_button.isEnabled():
            return
        self._begin()
        if len(self._queue.printers) > 1:
            self.printers.offer(tuple((name, name) for name in self._queue.printers))
            self.printers.open()
        else:
            self._retry(None)

    def _do_retry_there(self) -> None:
        self._retry(self.printers.choice)

    def _retry(self, printer: str | None) -> None:
        room, by, job, id_ = self.context.desk.printing, self.context.actor.id, self._chosen, self._command_id
        self._write(lambda: retry_job(room, by=by, job_id=job, command_id=id_, printer=printer))

    def _on_confirm(self) -> None:
        if self.confirm_button.isEnabled():
            job = self._begin()
            room, by, id_ = self.context.desk.printing, self.context.actor.id, self._command_id
            self._write(lambda: confirm_job(room, by=by, job_id=job, command_id=id_))

    def _on_cancel(self) -> None:
        job = self.table.current
        if job is not None and self.cancel_button.isEnabled():
            self._begin()
            self.reason.open(_("Hủy in «{paper}» {code}?").format(paper=job.title, code=job.code))

    def _do_cancel(self) -> None:
        room, by, job, id_ = self.context.desk.printing, self.context.actor.id, self._chosen, self._command_id
        reason = self.reason.text("reason")
        self._write(lambda: cancel_job(room, by=by, job_id=job, reason=reason, command_id=id_))

    def _write(self, work: Callable[[], Written]) -> None:
        self.context.jobs.write(work, self._on_written, failed=self._on_failed)

    def _on_written(self, _written: Written) -> None:
        self.escape()
        self.context.wrote()

    def _on_failed(self, error: DeskError) -> None:
        if not (isinstance(error, InvalidInput) and self.reason.refuse(error)):
            self.context.messages.report(error)

    def _on_entered(self, place: int) -> None:
        row = self.table.rows[place]
        if row.page:
            self.context.go(row.page, row.about)


def _read(desk: Desk) -> Queue:
    db, now = desk.journal.reading(), desk.journal.time.now()
    rows = [row_of(job, find_paper(db, job.paper_id), now) for job in list_jobs(db)]
    return queue_of(rows, sorted(desk.printing.own_printers(db)))
