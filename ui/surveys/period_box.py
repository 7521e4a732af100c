"""The choice of a period: this month, this quarter, this year, or any two days."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.parts import grown, label
from ui.widgets.strip import Strip
from ui.widgets.typed import typed_day

Span = tuple[date, date]


def this_month(today: date) -> Span:
    """Return the month of ``today``, whole."""
    first = today.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def last_month(today: date) -> Span:
    """Return the month before that of ``today``."""
    return this_month(today.replace(day=1) - timedelta(days=1))


def this_quarter(today: date) -> Span:
    """Return the quarter of ``today``, whole."""
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    return first, this_month(first + timedelta(days=70))[1]


def this_year(today: date) -> Span:
    """Return the year of ``today``, whole."""
    return date(today.year, 1, 1), date(today.year, 12, 31)


def last_year(today: date) -> Span:
    """Return the year before that of ``today``."""
    return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)


_SPANS: tuple[tuple[str, Callable[[date], Span]], ...] = (
    (_("Tháng này"), this_month),
    (_("Tháng trước"), last_month),
    (_("Quý này"), this_quarter),
    (_("Năm nay"), this_year),
    (_("Năm trước"), last_year),
)


class PeriodBox(QWidget):
    """Says ``chosen`` with both days; ``strip`` asks for any other two and belongs above the list."""

    chosen = Signal()

    def __init__(self, today: Callable[[], date], *, first: int = 0) -> None:
        super().__init__()
        self._today = today
        self._own: Span | None = None
        self.box = ChoiceBox(_("Thời kỳ"))
        for words, _days in _SPANS:
            self.box.addItem(words)
        self.box.addItem(_("Từ ngày … đến ngày …"))
        self.box.setCurrentIndex(first)
        self.box.activated.connect(self._on_activated)
        self._words = label("", "soft")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        layout.addWidget(self.box)
        layout.addWidget(self._words)
        fields = [Field("first_on", _("Từ ngày")), Field("last_on", _("Đến ngày"))]
        self.strip = Strip(_("Chọn thời kỳ"), fields, self._do, words=_("Xem"))
        self._say()

    @property
    def span(self) -> Span:
        """Return both days of the period."""
        place = self.box.currentIndex()
        if place < len(_SPANS):
            return _SPANS[place][1](self._today())
        return self._own or this_month(self._today())

    def _on_activated(self, place: int) -> None:
        if place == len(_SPANS):
            first_on, last_on = self.span
            self.strip.open(_("Chọn thời kỳ"))
            self.strip.fields["first_on"].put(spoken_day(first_on))
            self.strip.fields["last_on"].put(spoken_day(last_on))
            return
        self._tell()

    def _do(self) -> None:
        try:
            first_on = typed_day(self.strip.text("first_on"), self._today(), field="first_on")
            last_on = typed_day(self.strip.text("last_on"), self._today(), field="last_on")
            if first_on > last_on:
                raise InvalidInput("last_on", _("Ngày cuối ở trước ngày đầu."), _("Sửa lại ngày."))
        except InvalidInput as error:
            self.strip.refuse(error)
            return
        self._own = (first_on, last_on)
        self.strip.put_away()
        self._tell()

    def _tell(self) -> None:
        self._say()
        self.chosen.emit()

    def _say(self) -> None:
        first_on, last_on = self.span
        self._words.setText(f"{spoken_day(first_on)} – {spoken_day(last_on)}")
