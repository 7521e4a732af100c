"""The page of shifts: today, the month, organisations, fairness, places; a volunteer sees their own shifts only."""

from datetime import date
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.kernel.translations import _
from desk_app.shifts.rights import READ
from ui.shell.page import Context, Page
from ui.shifts.deck import Deck
from ui.shifts.deed import Tab
from ui.shifts.fairness_tab import FairnessTab
from ui.shifts.import_tab import ImportTab
from ui.shifts.keys import KEYS, OWN_KEYS
from ui.shifts.month_tab import MonthTab
from ui.shifts.own_tab import OwnTab
from ui.shifts.papers import Papers
from ui.shifts.people_tab import PeopleTab
from ui.shifts.places_tab import PlacesTab
from ui.shifts.state import month_beside, month_words, roster_words
from ui.shifts.today_tab import TodayTab
from ui.shifts.work import Work
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.in_sight import InSight
from ui.widgets.parts import button, grown, label, put_shape, row, scrolled, shape

TODAY, MONTH, PEOPLE, FAIRNESS, PLACES, IMPORT = range(6)
TABS: tuple[tuple[str, str], ...] = (
    (_("Hôm nay"), "Alt+1"),
    (_("Tháng"), "Alt+2"),
    (_("Tổ chức"), "Alt+3"),
    (_("Công bằng"), "Alt+4"),
    (_("Điểm trực"), "Alt+5"),
    (_("Nhập danh sách"), "Alt+6"),
)
_NARROW = 900


class ShiftsPage(Page):
    """``about`` is empty, a month (``2026-12``), or a seat's name; who may not read rosters sees their own shifts."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.work = Work(context, self)
        self.papers = Papers(self.work, self)
        self.tabs: tuple[Tab, ...] = self._make_tabs()
        self.deck = Deck(self.tabs)
        self.title = label("", "section")
        self.mark, self.stand = shape("ring", COLOURS.soft_ink), label("", "soft")
        self._lay_out()
        self._bind_keys()
        self.work.written.connect(self.refresh)

    @property
    def tab(self) -> Tab:
        """Return the tab in front."""
        return self.tabs[self.deck.place]

    def arrive(self, about: str) -> None:
        """Show today, or the month or seat asked for."""
        if about and len(self.tabs) > 1:
            self._go(about)
        self.refresh()
        self.tab.take_focus()

    def refresh(self) -> None:
        """Look at the desk again; the month is looked at on every tab, for the words above."""
        self.tab.seek()
        if len(self.tabs) > 1 and self.tab is not self.month:
            self.month.seek()

    def escape(self) -> bool:
        """Close an open strip, or go a step back within the tab."""
        return self.tab.escape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set lists one under the other where the window is narrow, or its text large."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        for tab in self.tabs:
            tab.narrow(narrow)

    def open_tab(self, place: int) -> None:
        """Bring a tab to the front, with the keyboard."""
        self.radios[place].setChecked(True)
        self.deck.show_card(place)
        self.tab.seek()
        self.tab.take_focus()

    def _make_tabs(self) -> tuple[Tab, ...]:
        if not self.context.may(READ):
            return (OwnTab(self.work, self.papers),)
        self.today = TodayTab(self.work)
        self.month = MonthTab(self.work, self.papers)
        self.month.changed.connect(self._show_stand)
        people = PeopleTab(self.work, self.papers)
        return (self.today, self.month, people, FairnessTab(self.work), PlacesTab(self.work), ImportTab(self.work))

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        layout.setSpacing(grown(8))
        if len(self.tabs) > 1:
            layout.addWidget(self._head())
            layout.addWidget(self._switch())
        layout.addWidget(self.deck, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolled(inside)
        whole.addWidget(area)
        InSight(area)
        self._show_month()

    def _head(self) -> Flow:
        before = button("◂", partial(self._step, -1), key="Alt+←", kind="quiet")
        after = button("▸", partial(self._step, 1), key="Alt+→", kind="quiet")
        before.setAccessibleName(_("Tháng trước"))
        after.setAccessibleName(_("Tháng sau"))
        standing = QWidget()
        inside = row(self.mark, self.stand)
        inside.setContentsMargins(0, 0, 0, 0)
        standing.setLayout(inside)
        return Flow((self.title, before, after, standing, None))

    def _switch(self) -> Flow:
        group = QButtonGroup(self)
        self.radios = tuple(QRadioButton(f"{words}  {keys}") for words, keys in TABS)
        for place, (radio, (words, _keys)) in enumerate(zip(self.radios, TABS, strict=True)):
            radio.setAccessibleName(words)
            radio.clicked.connect(lambda _checked, place=place: self.open_tab(place))
            group.addButton(radio)
        self.radios[TODAY].setChecked(True)
        return Flow((*self.radios, None))

    def _bind_keys(self) -> None:
        is_own = len(self.tabs) == 1
        for keys, words in OWN_KEYS if is_own else KEYS:
            self.bind(keys, words, partial(self._press, keys))
        self.bind("Ctrl+O", _("Mở thư mục của tệp vừa ghi"), self.papers.show_folder)
        if is_own:
            return
        for place, (words, keys) in enumerate(TABS):
            self.bind(keys, words, partial(self.open_tab, place))
        self.bind("Alt+Left", _("Tháng trước"), partial(self._step, -1))
        self.bind("Alt+Right", _("Tháng sau"), partial(self._step, 1))

    def _press(self, key: str) -> None:
        self.tab.press(key)

    def _step(self, months: int) -> None:
        self.work.month = month_beside(self.work.month, months)
        self._show_month()
        self.refresh()

    def _go(self, about: str) -> None:
        """Turn to a month, or to a seat: one of today's on the first tab, any other in its month."""
        parts = about.split("/")
        day = parts[1] if len(parts) == 3 else f"{about}-01"
        self.work.month = self._month_in(day)
        self._show_month()
        if len(parts) == 3:
            self.today.stand_on(about)
            self.month.stand_on(about)
        self.open_tab(TODAY if day == self.work.today.isoformat() else MONTH)

    def _month_in(self, day: str) -> date:
        try:
            return date.fromisoformat(day).replace(day=1)
        except ValueError:
            return self.work.month

    def _show_month(self) -> None:
        self.title.setText(_("Lịch trực – {month}").format(month=month_words(self.work.month).lower()))

    def _show_stand(self) -> None:
        words, glyph, colour = roster_words(self.month.view.roster)
        self.stand.setText(words)
        put_shape(self.mark, glyph, colour)
