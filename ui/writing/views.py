"""The views of the writing page, one at a time: the table, one's own cases, the forms, and the office's cases."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.widgets.flow import Flow
from ui.widgets.parts import grown
from ui.writing.case_lists import OfficeCases, OwnCases
from ui.writing.forms_view import FormsView
from ui.writing.state import CaseRow, Seen
from ui.writing.table_view import TableKeys, TableView

TABLE, OWN, FORMS, OFFICE = range(4)
TABS: tuple[tuple[str, str], ...] = (
    (_("Bàn viết"), "Alt+1"),
    (_("Lượt của tôi hôm nay"), "Alt+2"),
    (_("Mẫu đơn"), "Alt+3"),
    (_("Cả cơ quan"), "Alt+4"),
)


class Views(QWidget):
    """Holds the views that this person may see; says ``opened`` with the one that came to the front."""

    opened = Signal(int)

    def __init__(
        self, keys: TableKeys, look_again: Callable[[], None], *, may_read: bool, may_register: bool, may_look: bool
    ) -> None:
        super().__init__()
        self.table = TableView(keys, may_register=may_register, may_look=may_look)
        self.own = OwnCases()
        self.forms = FormsView()
        self.office = OfficeCases(look_again)
        self.tabs = TABS if may_read else TABS[:OFFICE]
        self._stack = QStackedWidget()
        self._views: tuple[QWidget, ...] = (self.table, self.own, self.forms, self.office)
        for view in self._views[: len(self.tabs)]:
            self._stack.addWidget(view)
        self.radios = self._made_radios()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        layout.addWidget(Flow((*self.radios, None)))
        layout.addWidget(self._stack, 1)
        self._bring(TABLE)

    @property
    def tab(self) -> int:
        """Return which view is in front."""
        return self._stack.currentIndex()

    @property
    def row(self) -> CaseRow | None:
        """Return the case the keyboard stands on, while a list of cases is in front."""
        lists = {OWN: self.own.table, OFFICE: self.office.table}
        return lists[self.tab].current if self.tab in lists else None

    def open_tab(self, tab: int) -> None:
        """Bring a view to the front, with the keyboard; the table where this person has no such view."""
        tab = tab if tab < len(self.tabs) else TABLE
        self._bring(tab)
        firsts: tuple[QWidget, ...] = (
            *(self.table.picker.field.edit, self.own.table, self.forms.table),
            self.office.table,
        )
        firsts[tab].setFocus()
        self.opened.emit(tab)

    def put(self, seen: Seen) -> None:
        """Show cases and forms as they are now."""
        self.own.put(seen)
        self.forms.put(seen.shelf)
        if seen.figures is not None:
            self.office.put(seen)

    def _made_radios(self) -> list[QRadioButton]:
        group, radios = QButtonGroup(self), []
        for place, (words, keys) in enumerate(self.tabs):
            made = QRadioButton(f"{words}  {keys}")
            made.setAccessibleName(words)
            made.clicked.connect(partial(self.open_tab, place))
            group.addButton(made, place)
            radios.append(made)
        return radios

    def _bring(self, tab: int) -> None:
        """Bring a view to the front; the page is as high as that one needs."""
        self.radios[tab].setChecked(True)
        policy = QSizePolicy.Policy
        for place, view in enumerate(self._views):
            view.setSizePolicy(policy.Preferred, policy.Preferred if place == tab else policy.Ignored)
        self._stack.setCurrentIndex(tab)
