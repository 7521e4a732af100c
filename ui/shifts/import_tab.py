"""The tab of an earlier list: read an Excel file, see what becomes of every row, then take it over."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.shifts.import_list import ListRead, RowRead
from desk_app.shifts.rights import PLAN
from ui.shifts import files, people_side
from ui.shifts.deed import Deed, Tab
from ui.shifts.work import Work
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.parts import grown, label
from ui.widgets.strip import Strip
from ui.widgets.table import Column, Look, RowsModel, Table


def _verdict(row: RowRead) -> Look:
    if row.is_kept:
        return Look(words=row.words or _("Rõ"), shape="tick", colour=COLOURS.good)
    if row.verdict == "similar":
        return Look(words=row.words, shape="question", colour=COLOURS.warning)
    return Look(words=row.words, shape="cross", colour=COLOURS.danger)


_COLUMNS: tuple[Column[RowRead], ...] = (
    Column(title=_("Dòng"), look=lambda row: Look(words=str(row.row))),
    Column(title=_("Ngày"), look=lambda row: Look(words=spoken_day(row.on) if row.on is not None else "–")),
    Column(title=_("Ghi trong tệp"), look=lambda row: Look(words=row.typed)),
    Column(title=_("Hiểu là"), look=lambda row: Look(words=row.name or "–", bold=True)),
    Column(title=_("Sẽ ra sao"), look=_verdict, stretches=True),
)


class ImportTab(Tab):
    """Reads first; nothing is written before a person has seen every row."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.read: ListRead | None = None
        self._kept: ListRead | None = None
        self.summary = label("", "section", wrap=True)
        self.table = Table(RowsModel(_COLUMNS), _("Các dòng của tệp"))
        self.table.when_empty(
            "import",
            _("Chưa đọc tệp nào"),
            _("Tệp Excel có cột Ngày, Họ và tên, Tổ chức; máy nhận xét từng dòng trước khi nhập."),
            key="F6",
        )
        self.file = Strip("", [Field("file", _("Tệp Excel"))], self._do_read, words=_("Đọc"))
        view = QWidget()
        inside = QVBoxLayout(view)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(grown(6))
        inside.addWidget(self.summary)
        inside.addWidget(self.table, 1)
        plans = work.context.may(PLAN)
        deeds = (
            Deed(key="F6", words=_("Đọc tệp"), run=self._on_file, may=lambda: plans, kind="main"),
            Deed(key="Ctrl+I", words=_("Chọn tệp…"), run=self._pick, may=lambda: plans),
            Deed(key="F7", words=_("Nhập các dòng rõ"), run=self._on_keep, may=lambda: plans and self._clear > 0),
            Deed(
                key="Shift+F7",
                words=_("Nhập cả tên gần giống"),
                run=self._on_keep_similar,
                may=lambda: plans and self._similar > 0,
            ),
        )
        self.lay_out(view, (self.file,), deeds)
        work.written.connect(self._on_written)

    def take_focus(self) -> None:
        """Stand in the list."""
        self.table.setFocus()

    @property
    def _clear(self) -> int:
        return self.read.kept if self.read is not None else 0

    @property
    def _similar(self) -> int:
        return sum(row.verdict == "similar" for row in self.read.rows) if self.read is not None else 0

    def _on_file(self) -> None:
        self.work.ask(self.file, _("Đọc danh sách trực từ tệp Excel"))

    def _pick(self) -> None:
        name, _pattern = QFileDialog.getOpenFileName(self, _("Chọn tệp"), "", "Excel (*.xlsx)")
        if name:
            self._read(Path(name))

    def _do_read(self) -> None:
        self._read(Path(self.file.text("file").strip()))

    def _read(self, file: Path) -> None:
        desk, by = self.work.context.desk, self.work.context.actor.id
        self.work.context.jobs.long(
            lambda _progress: files.read_file(desk, by, file),
            self._on_read,
            title=_("Đọc danh sách trực"),
            failed=self._on_failed,
        )

    def _on_read(self, read: ListRead) -> None:
        self.file.put_away()
        self._show(read)
        self.table.setFocus()

    def _show(self, read: ListRead | None) -> None:
        self.read = read
        self.table.put(read.rows if read is not None else ())
        self.summary.setText(self._summary() if read is not None else "")
        self.allow()

    def _summary(self) -> str:
        rows = len(self.read.rows) if self.read is not None else 0
        words = _("{rows} dòng: {clear} rõ, {similar} tên gần giống, {left} không nhập được. Chưa ghi gì.")
        left = rows - self._clear - self._similar
        return words.format(
            rows=quantity(rows), clear=quantity(self._clear), similar=quantity(self._similar), left=quantity(left)
        )

    def _on_failed(self, error: DeskError) -> None:
        if not (isinstance(error, InvalidInput) and self.file.isVisible() and self.file.refuse(error)):
            self.file.put_away()
            self.work.context.messages.report(error)

    def _on_keep(self) -> None:
        self._keep(similar=False)

    def _on_keep_similar(self) -> None:
        self._keep(similar=True)

    def _keep(self, *, similar: bool) -> None:
        read = self.read
        if read is None:
            return
        count = self._clear + (self._similar if similar else 0)
        said = _("Đã nhập {count} dòng thành lịch đã ban hành.").format(count=quantity(count))
        self.work.do(lambda do: people_side.keep_list(do, read, similar=similar), said, _("Alt+2: xem từng tháng."))
        self._kept = read

    def _on_written(self) -> None:
        """Forget a list once it was taken over; one that was refused stays."""
        if self._kept is not None and self._kept is self.read:
            self._show(None)
        self._kept = None
