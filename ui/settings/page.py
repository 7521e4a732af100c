"""The settings: sections on the left, the one in hand beside them."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.settings.sections import SECTIONS, SectionEntry
from ui.shell.page import Context, Page
from ui.shell.scanning.thing import ScannedThing
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label, row
from ui.widgets.table import Column, Look, RowsModel, Table

_LIST_WIDTH = 206
_NARROW = 1_000


@dataclass(frozen=True, kw_only=True)
class _Line:
    entry: SectionEntry
    keys: str


class SettingsPage(Page):
    """Hosts the sections this person may see; each is made when it is first opened.

    It is about a section's key, with what the section is about behind a colon where it needs that.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        allowed = [entry for entry in SECTIONS if context.may(entry.permission)]
        keys = [f"Alt+{number % 10}" if number <= 10 else "" for number in range(1, len(allowed) + 1)]
        self._lines = tuple(_Line(entry=entry, keys=key) for entry, key in zip(allowed, keys, strict=True))
        self._made: dict[str, Page] = {}
        self._is_filling = False
        self._stack = QStackedWidget()
        self.list = Table(RowsModel(_columns()), _("Các mục cài đặt"))
        self.list.horizontalHeader().hide()
        self.list.setAlternatingRowColors(False)
        self.list.setFixedWidth(grown(_LIST_WIDTH))
        self.list.put(self._lines)
        self.list.selectionModel().currentRowChanged.connect(lambda *_what: self._on_walked())
        self.list.entered.connect(lambda _what: self._enter())
        self.box = ChoiceBox(_("Mục cài đặt"))
        for line in self._lines:
            self.box.addItem(line.entry.title)
        self.box.activated.connect(lambda place: self.open(self._lines[place].entry.key))
        self._lay_out()
        for line in self._lines:
            if line.keys:
                self._bind_section(line)
        self._own_keys = list(self.key_map)

    def _bind_section(self, line: _Line) -> None:
        self.bind(line.keys, line.entry.title, lambda: self.open(line.entry.key))

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(grown(16), grown(12), 0, grown(12))
        side.addWidget(label(_("Cài đặt"), "title"))
        side.addWidget(self.list, 1)
        self._side = QWidget()
        self._side.setLayout(side)
        self._top = QWidget()
        top = row(label(_("Cài đặt"), "title"), self.box, None)
        top.setContentsMargins(grown(16), grown(8), grown(16), 0)
        self._top.setLayout(top)
        self._top.hide()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._top)
        right.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._side)
        whole.addLayout(right, 1)

    @property
    def front(self) -> Page | None:
        """Return the section in hand."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Page) else None

    def section(self, key: str) -> Page:
        """Return the section of that key, made now if this is its first opening."""
        if key not in self._made:
            entry = next(line.entry for line in self._lines if line.entry.key == key)
            self._made[key] = entry.make(self.context)
            self._stack.addWidget(self._made[key])
        return self._made[key]

    def open(self, key: str, about: str = "") -> None:
        """Bring a section to the front, with the focus where its work begins."""
        self._show(key).arrive(about)

    def arrive(self, about: str) -> None:
        """Open the section that is asked for, else the one left last, else the first."""
        key, _colon, rest = about.partition(":")
        if any(line.entry.key == key for line in self._lines):
            self.open(key, rest)
        elif self.front is None:
            self.open(self._lines[0].entry.key)
        else:
            self.front.arrive("")

    def refresh(self) -> None:
        """Let the section in hand show what may have changed."""
        if self.front is not None:
            self.front.refresh()

    def tick(self, now: datetime) -> None:
        """Let the section in hand follow the clock."""
        if self.front is not None:
            self.front.tick(now)

    def escape(self) -> bool:
        """Close what is open within the section."""
        return self.front is not None and self.front.escape()

    def scanned(self, thing: ScannedThing) -> bool:
        """Offer what was scanned to the section in hand."""
        return self.front is not None and self.front.scanned(thing)

    def leave(self) -> None:
        """Put what is half-typed in the section into safety."""
        if self.front is not None:
            self.front.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose sections from a box where there is no room for a list."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        self._side.setVisible(not narrow)
        self._top.setVisible(narrow)

    def _show(self, key: str) -> Page:
        if self.front is not None and self.front is not self._made.get(key):
            self.front.leave()
        page = self.section(key)
        self._stack.setCurrentWidget(page)
        place = next(at for at, line in enumerate(self._lines) if line.entry.key == key)
        self._is_filling = True
        self.list.selectRow(place)
        self.box.setCurrentIndex(place)
        self._is_filling = False
        self.key_map = [*page.key_map, *self._own_keys]
        return page

    def _on_walked(self) -> None:
        """Show the section the keyboard walks over; the focus stays in the list."""
        line = self.list.current
        if line is not None and not self._is_filling and self.list.hasFocus():
            self._show(line.entry.key).refresh()

    def _enter(self) -> None:
        line = self.list.current
        if line is not None:
            self.open(line.entry.key)


def _columns() -> tuple[Column[_Line], ...]:
    return (
        Column(title="", look=lambda line: Look(words=line.entry.title), stretches=True),
        Column(title="", look=lambda line: Look(words=line.keys, colour=COLOURS.soft_ink)),
    )
