"""The page of fees: who has not paid on the left, the officer's day on the right."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.fees.numbering import number_in
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.fees import desk_side
from ui.fees.day_panel import DayPanel, FeeKeys
from ui.fees.list_table import fee_table
from ui.fees.moves import FeeMoves
from ui.fees.state import SPANS, Seen, owed_words
from ui.fees.strips import FeeStrips
from ui.shell.page import Context, Page
from ui.shell.scanning.thing import ScannedThing
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label, scrolled
from ui.widgets.sides import Sides

TAKE, CLOSE_DAY = "fees.take", "fees.close_day"

_NARROW = 820


class FeesPage(Page):
    """Shows who owes and takes their money; ``about`` is empty or a dossier's id."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.seen: Seen | None = None
        self._picked = ""
        self._stands_on = ""
        self._closing = context.now().date()
        self.moves = FeeMoves(context, self)
        self.strips = FeeStrips(self.moves, self)
        self.day = DayPanel(
            FeeKeys(
                take=self._on_take,
                give_back=self._on_return,
                close_day=self._on_close,
                slip=self._on_slip,
                report=self._on_report,
            )
        )
        self._count = label("", "soft")
        self.span = ChoiceBox(_("Hồ sơ nhận khi nào"))
        for _days, words in SPANS:
            self.span.addItem(words)
        self.span.activated.connect(lambda _place: self.refresh())
        self.table = fee_table()
        self.table.entered.connect(lambda _place: self._on_take())
        self.table.selectionModel().currentRowChanged.connect(lambda *_places: self._allow())
        self._lay_out()
        self._bind_keys()
        self.moves.moved.connect(self._on_moved)
        self.moves.refused.connect(self._on_refused)
        self._allow()

    def arrive(self, about: str) -> None:
        """Show who owes, one dossier chosen when the page is about it; the keyboard stands in the list."""
        self._picked = self._stands_on = about
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Look at the money again."""
        desk, by, picked = self.context.desk, self.context.actor.id, self._picked
        days = SPANS[self.span.currentIndex()][0]
        self.context.jobs.read(lambda: desk_side.seen(desk, by, days, picked), self._on_seen, latest="fees")

    def scanned(self, thing: ScannedThing) -> bool:
        """Choose the dossier of a receipt or of a payment's slip."""
        if thing.scan.kind == "receipt" and thing.dossier and thing.scan.verdict not in ("forged", "misread"):
            self._pick(thing.dossier)
            return True
        if number_in(thing.text):
            desk, text = self.context.desk, thing.text
            self.context.jobs.read(lambda: desk_side.dossier_scanned(desk, text), self._pick, latest="scanned")
            return True
        return False

    def escape(self) -> bool:
        """Close an open strip, then let a scanned dossier go."""
        if self.strips.close():
            return True
        if not self._picked:
            return False
        self._picked = ""
        self.refresh()
        return True

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(grown(8))
        left.addWidget(Flow((label(_("Thu phí, lệ phí"), "section"), self._count, None, self.span)))
        for strip in self.strips.all:
            left.addWidget(strip)
        left.addWidget(self.table, 1)
        left.addWidget(
            label(_("Quét giấy hẹn: chọn hồ sơ · Enter: thu · Alt+L: hồ sơ của ngày khác."), "small", wrap=True)
        )
        right = QVBoxLayout()
        right.addWidget(self.day)
        right.addStretch(1)
        self._sides = Sides(left, right, (8, 3))
        self._sides.setContentsMargins(grown(14), grown(12), grown(14), grown(10))
        inside = QWidget()
        inside.setLayout(self._sides)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(inside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the day under the list where the window is narrow, or its text large."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        self._sides.be_narrow(narrow=narrow)

    def _bind_keys(self) -> None:
        for keys, words, run in (
            ("F6", _("Thu tiền của dòng đang chọn"), self._on_take),
            ("F7", _("Trả lại phiếu thu của dòng đang chọn"), self._on_return),
            ("F8", _("Chốt ngày: đếm tiền trong ngăn"), self._on_close),
            ("Ctrl+I", _("In phiếu thu của dòng đang chọn"), self._on_slip),
            ("Ctrl+P", _("In báo cáo thu tiền trong ngày"), self._on_report),
            ("Ctrl+O", _("Mở thẻ hồ sơ"), self._on_card),
            ("Alt+L", _("Chọn hồ sơ của những ngày nào"), self.span.setFocus),
        ):
            self.bind(keys, words, run)

    def _on_seen(self, seen: Seen) -> None:
        self.seen = seen
        self._count.setText(owed_words(seen))
        if seen.rows != self.table.rows or not seen.rows:
            self.table.put(seen.rows, keep=lambda row: (row.id, row.number))
        if self._stands_on:
            self._stand_on(self._stands_on)
        self.day.put(seen)
        self._allow()

    def _stand_on(self, dossier: str) -> None:
        self._stands_on = ""
        place = next((at for at, row in enumerate(self.table.rows) if row.id == dossier), None)
        if place is not None:
            self.table.selectRow(place)
            self.table.setFocus()

    def _pick(self, dossier: str) -> None:
        self.strips.close()
        self._picked = self._stands_on = dossier
        self.refresh()

    def _allow(self) -> None:
        may_close = self.context.may(CLOSE_DAY) and self.seen is not None and self.seen.to_close is not None
        self.day.allow(self.table.current, may_take=self.context.may(TAKE), may_close=may_close)

    def _on_take(self) -> None:
        row = self.table.current
        if row is not None and self.seen is not None and self.day.take_button.isEnabled():
            self.strips.open_payment(row, self.seen.next_number)
        elif row is not None and row.state == "paid":
            words = _("Phiếu {number} đã thu {amount}.").format(number=row.number, amount=row.money)
            self.context.messages.say(words, _("F7: trả lại · Ctrl+I: in phiếu thu."), tone="plain")

    def _on_return(self) -> None:
        row = self.table.current
        if row is not None and self.day.return_button.isEnabled():
            self.strips.open_return(row)

    def _on_close(self) -> None:
        if self.seen is None or self.seen.to_close is None or not self.day.close_button.isEnabled():
            return
        desk, by, day = self.context.desk, self.context.actor.id, self.seen.to_close
        self._closing = day
        self.context.jobs.read(lambda: desk_side.expected_cash(desk, by, day), self._on_expected, latest="expected")

    def _on_expected(self, expected: int) -> None:
        self.strips.open_closing(self._closing, expected)

    def _on_slip(self) -> None:
        row = self.table.current
        if row is not None and self.day.slip_button.isEnabled():
            self.moves.print_slip(row)

    def _on_report(self) -> None:
        if self.seen is not None:
            self.moves.print_day(self.seen.report.day)

    def _on_card(self) -> None:
        row = self.table.current
        if row is not None and self.context.may("dossiers.view"):
            self.context.go("card", row.id)

    def _on_moved(self) -> None:
        self.strips.close()
        self._picked = ""
        self.refresh()

    def _on_refused(self, error: DeskError) -> None:
        if not (isinstance(error, InvalidInput) and self.strips.refuse(error)):
            self.context.messages.report(error)
