"""The officer's day: what the drawer should hold, what came in by each way, whether the day is closed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout

from desk_app.kernel.texts import dong, quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui import theme
from ui.fees.state import WAY_WORDS, Row, Seen, day_state
from ui.widgets.parts import button, grown, label, put_look

_MONEY_PX = 30


@dataclass(frozen=True, kw_only=True)
class FeeKeys:
    """What the panel's buttons do."""

    take: Callable[[], None]
    give_back: Callable[[], None]
    close_day: Callable[[], None]
    slip: Callable[[], None]
    report: Callable[[], None]


class DayPanel(QFrame):
    """Shows the day; a button that the chosen row or the person's permissions forbid is off."""

    def __init__(self, keys: FeeKeys) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = label("", "section", wrap=True)
        self._caption = label(_("Tiền mặt phải có"), "label")
        self.money = label("")
        self.money.setFont(theme.font(_MONEY_PX, bold=True))
        self._lines: list[QLabel] = []
        self._sums = QGridLayout()
        self._sums.setHorizontalSpacing(grown(14))
        self._sums.setVerticalSpacing(grown(3))
        self._sums.setColumnStretch(0, 1)
        self._more = label("", "soft", wrap=True)
        self.state = label("", "soft", wrap=True)
        self.take_button = button(_("Thu"), keys.take, key="F6", kind="main")
        self.return_button = button(_("Trả lại"), keys.give_back, key="F7")
        self.close_button = button(_("Chốt ngày"), keys.close_day, key="F8")
        self.slip_button = button(_("In phiếu thu"), keys.slip, key="Ctrl+I")
        self.report_button = button(_("In báo cáo"), keys.report, key="Ctrl+P")
        self._lay_out()

    @property
    def sums(self) -> str:
        """Return the lines by way, as they are shown."""
        return " ".join(each.text() for each in self._lines)

    def put(self, seen: Seen) -> None:
        """Show the day."""
        report = seen.report
        who = report.name or _("cả quầy")
        self._title.setText(_("Ngày {day} · {who}").format(day=spoken_day(report.day), who=who))
        self.money.setText(dong(report.expected))
        self.money.setAccessibleName(_("Tiền mặt phải có: {amount}").format(amount=self.money.text()))
        lines = [(WAY_WORDS[each.way], each.payments, each.net) for each in report.ways]
        lines.append((_("Cộng"), report.payments, report.net))
        self._put_sums(lines)
        more = []
        if report.returned:
            more.append(_("Đã trả lại {amount}").format(amount=dong(report.returned)))
        if waived := sum(each.count for each in report.waived):
            more.append(_("Miễn {count} hồ sơ").format(count=quantity(waived)))
        self._more.setText(" · ".join(more))
        self._more.setVisible(bool(more))
        self.state.setText(day_state(seen))
        forgotten = seen.to_close is not None and seen.to_close < report.day
        put_look(self.state, "look", "warning" if forgotten else "soft")

    def allow(self, row: Row | None, *, may_take: bool, may_close: bool) -> None:
        """Let the buttons do what is possible with ``row``."""
        paid = row is not None and row.state == "paid"
        self.take_button.setEnabled(may_take and row is not None and row.state == "unpaid")
        self.return_button.setEnabled(may_take and paid)
        self.slip_button.setEnabled(paid)
        self.close_button.setEnabled(may_close)

    def _put_sums(self, lines: list[tuple[str, int, int]]) -> None:
        for each in self._lines:
            self._sums.removeWidget(each)
            each.deleteLater()
        self._lines = []
        for place, (words, payments, net) in enumerate(lines):
            is_total = place == len(lines) - 1
            shown = (
                label(words, "strong" if is_total else ""),
                label(_("{count} phiếu").format(count=quantity(payments)), "soft"),
                label(dong(net), "strong"),
            )
            for column, each in enumerate(shown):
                self._sums.addWidget(each, place, column)
            self._lines += shown

    def _lay_out(self) -> None:
        keys = QGridLayout()
        keys.setSpacing(grown(8))
        keys.addWidget(self.take_button, 0, 0, 1, 2)
        keys.addWidget(self.return_button, 1, 0)
        keys.addWidget(self.slip_button, 1, 1)
        keys.addWidget(self.close_button, 2, 0)
        keys.addWidget(self.report_button, 2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(14), grown(10), grown(14), grown(12))
        layout.setSpacing(grown(6))
        for part in (self._title, self._caption, self.money):
            layout.addWidget(part)
        layout.addLayout(self._sums)
        layout.addWidget(self._more)
        layout.addWidget(self.state)
        layout.addSpacing(grown(6))
        layout.addLayout(keys)
