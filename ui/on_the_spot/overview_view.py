"""Who waits at a sitting, and which of today's dossiers may be settled now."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.on_the_spot.state import (
    CandidateRow,
    Overview,
    WaitingRow,
    against_words,
    day_words,
    greeting,
    is_over,
    waited_words,
)
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label
from ui.widgets.table import Column, Look, RowsModel, Table


def _fit_look(row: CandidateRow) -> Look:
    if row.fit.offered:
        return Look(words=_("Trả ngay được"), shape="tick", colour=COLOURS.good)
    return Look(words=against_words(row.fit.against), shape="warning", colour=COLOURS.warning)


_CANDIDATES: tuple[Column[CandidateRow], ...] = (
    Column(title=_("Trả ngay?"), look=_fit_look),
    Column(title=_("Mã hồ sơ"), look=lambda row: Look(words=row.code, bold=True)),
    Column(title=_("Người nộp"), look=lambda row: Look(words=row.name), stretches=True),
    Column(
        title=_("Thủ tục"),
        look=lambda row: Look(words=row.procedure, colour=COLOURS.soft_ink),
        stretches=True,
        minor=True,
    ),
)


class OverviewView(QWidget):
    """Two lists; says ``opened`` with the dossier of a sitting, ``chosen`` with one that may begin one."""

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._now: datetime | None = None
        self._overview: Overview | None = None
        self.greeting = label("", "title")
        self.figures = label("", "soft", wrap=True)
        self.waiting = Table(RowsModel(self._columns()), _("Người đang chờ tại chỗ"))
        self.waiting.when_empty(
            "clock",
            _("Không có ai đang chờ tại chỗ"),
            _("Ở trang Tiếp nhận, khi đủ giấy tờ, bấm Ctrl+Shift+Enter: lưu và giải quyết ngay, không in giấy hẹn."),
            key="F2",
        )
        self.waiting.entered.connect(lambda place: self.opened.emit(self.waiting.rows[place].id))
        self.candidates = Table(RowsModel(_CANDIDATES), _("Hồ sơ nhận hôm nay, chưa giải quyết"))
        self.candidates.when_empty("tick", _("Không còn hồ sơ nào nhận hôm nay mà chưa giải quyết."))
        self.candidates.entered.connect(lambda place: self.chosen.emit(self.candidates.rows[place].id))
        self._lay_out()

    def put(self, overview: Overview, now: datetime) -> None:
        """Show who waits and the day as it stands."""
        self._overview, self._now = overview, now
        self.greeting.setText(greeting(overview))
        self.figures.setText(day_words(overview))
        self.waiting.put(overview.waiting, keep=lambda row: row.id)
        self.candidates.put(overview.candidates, keep=lambda row: row.id)

    def tick(self, now: datetime) -> None:
        """Let the minutes of those who wait go on."""
        self._now = now
        if self.waiting.rows:
            self.waiting.viewport().update()

    def begin(self) -> None:
        """Stand where Enter opens something."""
        only_candidates = not self.waiting.rows and self.candidates.rows
        (self.candidates if only_candidates else self.waiting).setFocus()

    def _columns(self) -> tuple[Column[WaitingRow], ...]:
        return (
            Column(title=_("Đã chờ"), look=self._waited_look),
            Column(title=_("Bước tiếp theo"), look=lambda row: Look(words=row.stage)),
            Column(title=_("Mã hồ sơ"), look=lambda row: Look(words=row.code, bold=True)),
            Column(title=_("Người nộp"), look=lambda row: Look(words=row.name), stretches=True),
            Column(
                title=_("Thủ tục"),
                look=lambda row: Look(words=row.procedure, colour=COLOURS.soft_ink),
                stretches=True,
                minor=True,
            ),
        )

    def _waited_look(self, row: WaitingRow) -> Look:
        if self._overview is None or self._now is None:
            return Look(words="")
        over = is_over(row.received_at, self._now, self._overview.target_minutes)
        colour = COLOURS.warning if over else COLOURS.ink
        return Look(words=waited_words(row.received_at, self._now), shape="clock", colour=colour, bold=over)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        self.waiting.setMinimumHeight(grown(150))
        self.candidates.setMinimumHeight(grown(120))
        for part in (self.greeting, self.figures, label(_("Đang chờ tại chỗ"), "section")):
            layout.addWidget(part)
        layout.addWidget(self.waiting, 3)
        layout.addSpacing(grown(6))
        layout.addWidget(label(_("Nhận hôm nay, chưa giải quyết  ·  Enter: giải quyết tại chỗ"), "section"))
        layout.addWidget(self.candidates, 2)
