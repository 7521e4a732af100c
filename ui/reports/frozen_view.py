"""Frozen copies, and what changed since one of them was sent up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from desk_app.reports.comparing import Comparison
from desk_app.reports.freezing import FrozenSeen
from ui.reports.state import ChangeRow, change_rows, frozen_words, verdict
from ui.widgets.colours import COLOURS
from ui.widgets.parts import button, grown, label, row
from ui.widgets.table import Column, Look, RowsModel, Table

_COPIES: tuple[Column[FrozenSeen], ...] = (
    Column(title=_("Báo cáo"), look=lambda seen: Look(words=frozen_words(seen)[0], bold=True), stretches=True),
    Column(title=_("Thời kỳ"), look=lambda seen: Look(words=frozen_words(seen)[1])),
    Column(title=_("Chốt lúc"), look=lambda seen: Look(words=frozen_words(seen)[2])),
    Column(
        title=_("Mã kiểm tra, ghi chú"),
        look=lambda seen: Look(words=frozen_words(seen)[3], colour=COLOURS.soft_ink),
        stretches=True,
        minor=True,
    ),
)
_CHANGES: tuple[Column[ChangeRow], ...] = (
    Column(
        title=_("Con số đã đổi"),
        look=lambda each: Look(
            words=each.words, bold=not each.is_cause, colour=COLOURS.soft_ink if each.is_cause else COLOURS.ink
        ),
        stretches=True,
    ),
    Column(title=_("Lúc chốt"), look=lambda each: Look(words=each.then)),
    Column(title=_("Bây giờ"), look=lambda each: Look(words=each.now)),
)


class FrozenView(QWidget):
    """The copies above, the changes of the one that was compared below."""

    compare_asked = Signal(str)
    card_asked = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.copies: Table[FrozenSeen] = Table(RowsModel(_COPIES), _("Các báo cáo đã chốt"))
        self.copies.when_empty(
            "done", _("Chưa chốt báo cáo nào"), _("Lập báo cáo, xem xong bấm F8 để chốt trước khi gửi."), key="F8"
        )
        self.copies.setMinimumHeight(grown(130))
        self.copies.entered.connect(lambda _place: self._compare())
        self.verdict = label("", "strong", wrap=True)
        self.changes: Table[ChangeRow] = Table(RowsModel(_CHANGES), _("Những con số đã đổi"))
        self.changes.setMinimumHeight(grown(130))
        self.changes.entered.connect(self._on_change)
        self.compare_button = button(_("Lập lại và so"), self._compare, key="Enter", kind="main")
        back = button(_("Về bảng"), self.closed.emit, key="Esc", kind="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        layout.addWidget(label(_("Các báo cáo đã chốt"), "title"))
        layout.addWidget(self.copies, 2)
        layout.addLayout(row(self.compare_button, None, back))
        layout.addWidget(self.verdict)
        layout.addWidget(self.changes, 3)
        self._clear()

    def put(self, copies: tuple[FrozenSeen, ...]) -> None:
        """Show the copies, none compared yet."""
        self.copies.put(copies, keep=lambda seen: seen.id)
        self.compare_button.setEnabled(bool(copies))
        self._clear()

    def show_comparison(self, found: Comparison) -> None:
        """Show what changed since the copy was frozen."""
        self.verdict.setText(verdict(found))
        self.changes.put(change_rows(found))
        self.changes.setVisible(bool(found.changes))
        if found.changes:
            self.changes.setFocus()

    def _clear(self) -> None:
        self.verdict.setText("")
        self.changes.put(())
        self.changes.hide()

    def _compare(self) -> None:
        if self.copies.current is not None:
            self.compare_asked.emit(self.copies.current.id)

    def _on_change(self, place: int) -> None:
        if self.changes.rows[place].dossier:
            self.card_asked.emit(self.changes.rows[place].dossier)
