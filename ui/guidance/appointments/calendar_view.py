"""Which day, which line, which view: the head of the page, and the list or grid below it."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.guidance.appointments.day_table import DayTable
from ui.guidance.appointments.desk_side import Wanted
from ui.guidance.appointments.state import Seen, View, count_words, title_of
from ui.guidance.appointments.week_grid import WeekGrid
from ui.guidance.one_of import OneOf
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label, panel, put_look

_LIST, _WEEK = range(2)
_LEAST_PX = 200


class CalendarView(QWidget):
    """Calls ``look`` when another day, line, view or search is wanted."""

    views: tuple[tuple[View, str, str], ...] = (
        ("day", _("Ngày"), "Alt+1"),
        ("week", _("Tuần"), "Alt+2"),
        ("calls", _("Gọi nhắc"), "Alt+3"),
    )

    def __init__(self, today: date, look: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self._day = self._today = today
        self._next_day = today + timedelta(days=1)
        self._line = ""
        self._lines: tuple[str, ...] = ()
        self.view: View = "day"
        self.table, self.grid = DayTable(), WeekGrid()
        self.lines = ChoiceBox(_("Lịch nhận hẹn"))
        self.search = Field("search", _("Tìm hẹn: tên, số điện thoại, số hẹn (Alt+F)"))
        self.title = label("", "title")
        self.counts = label("", "soft")
        self.head, self.notice = QWidget(), QFrame()
        self._words = label("", "strong", wrap=True)
        self._radios: dict[View, QRadioButton] = {}
        self._stack = OneOf(_LEAST_PX)
        self._lay_out()
        self.lines.activated.connect(self._on_line)
        self.search.edited.connect(self._on_search)

    @property
    def wanted(self) -> Wanted:
        """Return what the page is to show."""
        return Wanted(line=self._line, day=self._day, view=self.view, text=self.search.text)

    @property
    def notice_words(self) -> str:
        """Return what is said above the calendar."""
        return self._words.text()

    def put(self, seen: Seen) -> None:
        """Show the page."""
        self._today, self._next_day = seen.today, seen.next_day
        self._lines = tuple(line.id for line in seen.lines)
        self._line = seen.line.id if seen.line is not None else ""
        self.lines.clear()
        self.lines.addItems([line.name for line in seen.lines])
        self.lines.setCurrentIndex(self._lines.index(self._line) if self._line else -1)
        self.lines.setVisible(len(seen.lines) > 1)
        self.title.setText(title_of(seen.view, seen.day, seen.today))
        self.counts.setText(count_words(seen.rows) if seen.view == "day" and seen.rows else "")
        self._stack.setCurrentIndex(_WEEK if seen.view == "week" and seen.week is not None else _LIST)
        if seen.week is not None:
            self.grid.put(seen.week, seen.today)
        else:
            self.table.show_rows(seen)
        self._warn(seen)

    def tell(self, words: str) -> None:
        """Say something above the calendar; nothing when empty."""
        self._words.setText(words)
        put_look(self.notice, "look", "strip")
        self.notice.setVisible(bool(words))

    def choose(self, view: View) -> None:
        """Show another view; whom to call is of the next working day unless another day was chosen."""
        if view == "calls" and self._day == self._today:
            self._day = self._next_day
        elif self.view == "calls" and view != "calls" and self._day == self._next_day:
            self._day = self._today
        self.view = view
        if view in self._radios:
            self._radios[view].setChecked(True)
            self.search.put("")
            self._look()
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard into the list or the grid."""
        (self.grid if self.view == "week" else self.table).setFocus()

    def turn(self, step: int) -> None:
        """Show the day or the week before or after."""
        days = step * (7 if self.view == "week" else 1)
        self.go_to(self._day + timedelta(days=days))

    def go_to(self, day: date) -> None:
        """Show a day."""
        self._day = day
        self._look()

    def open_at(self, line: str, day: date) -> None:
        """Show a line's day, without looking yet."""
        self._line, self._day, self.view = line, day, "day"
        self._radios["day"].setChecked(True)
        self.search.put("")

    def leave_search(self) -> bool:
        """Go back to the day from a search; tell whether there was one."""
        if self.view != "found":
            return False
        self.choose("day")
        return True

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for view, words, keys in self.views:
            made = QRadioButton(f"{words}  {keys}")
            made.setAccessibleName(words)
            made.clicked.connect(lambda _checked, view=view: self.choose(view))
            group.addButton(made)
            self._radios[view] = made
        self._radios["day"].setChecked(True)
        self.search.setMinimumWidth(grown(250))
        before = button(_("Trước"), lambda: self.turn(-1), key="PgUp", kind="quiet")
        after = button(_("Sau"), lambda: self.turn(1), key="PgDown", kind="quiet")
        head = QVBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(grown(5))
        head.addWidget(Flow((*self._radios.values(), None, self.lines, self.search)))
        head.addWidget(Flow((before, self.title, after, None, self.counts)))
        self.notice, notice = panel(look="strip")
        notice.addWidget(self._words)
        self.notice.hide()
        for part in (self.table, self.grid):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _warn(self, seen: Seen) -> None:
        if self.notice.property("look") == "strip" and self.notice.isVisible():
            return
        count = len(seen.without_place)
        words = _("{count} hẹn cần dời: giờ ấy đã đủ người, hoặc lịch đã đóng. Alt+X: xem và dời.").format(count=count)
        self._words.setText(words)
        put_look(self.notice, "look", "alarm")
        self.notice.setVisible(count > 0)

    def _on_line(self, place: int) -> None:
        self._line = self._lines[place]
        self._look()

    def _on_search(self, text: str) -> None:
        if text.strip():
            self.view = "found"
            self._look()
        else:
            self.choose("day")
            self.search.take_focus()
