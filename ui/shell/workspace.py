"""What a signed-in person works in: the rail of pages, the header, the page in front, the keyboard map."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk_app.accounts.rules import Account
from desk_app.kernel.errors import NotAllowed
from desk_app.kernel.translations import _
from ui.dossiers.find.state import LIST
from ui.shell import shortcuts
from ui.shell.exchange_pump import ExchangePump
from ui.shell.happenings import Happenings
from ui.shell.header import Header
from ui.shell.jobs import Jobs
from ui.shell.keys import KeyMap, everywhere, in_fields
from ui.shell.message_bar import MessageBar
from ui.shell.message_list import MessageList
from ui.shell.opened import Opened
from ui.shell.page import Context, Page
from ui.shell.pages import pages_of, start_of
from ui.shell.print_pump import PrintPump
from ui.shell.rail import Rail
from ui.shell.scanning.anywhere import ScanAnywhere
from ui.shell.searching import Searching
from ui.shell.upkeep_pump import UpkeepPump
from ui.widgets.parts import grown, row

_TICK_MS = 1_000
_NARROW = 1_000
# What happens once and is no place to come back to: the page keeps what came of it.
_EVENTS = ("scan:", "ticket:", "supplement:", "prefill:", "from:", "ask:")


class Workspace(QWidget):
    """Holds one person's pages, made when first opened, and moves between them."""

    lock_requested = Signal()
    switch_requested = Signal()

    def __init__(
        self, opened: Opened, actor: Account, jobs: Jobs, messages: MessageBar, happenings: Happenings
    ) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.actor = actor
        self._messages = messages
        self.context = Context(
            desk=opened.desk,
            actor=actor,
            jobs=jobs,
            messages=messages,
            go=self.go,
            wrote=self.show_written,
            happenings=happenings,
        )
        entries = pages_of(actor, self.context.now().date(), hub=opened.desk.card.hub)
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._way: list[tuple[str, str]] = []
        self.pump = PrintPump(opened.desk, jobs, self)
        self.exchange = ExchangePump(opened.desk, actor, jobs, self)
        self.upkeep = UpkeepPump(opened.desk, jobs, self)
        self._stack = QStackedWidget()
        self.rail = Rail([entry for entry in self._entries.values() if entry.on_rail])
        self.header = Header(opened.office_name, actor.name, searches="find" in self._entries)
        self._lay_out()
        self.keys = KeyMap(self)
        self.said = MessageList(self, messages)
        self._searching = Searching(
            self.header, lambda: self.page("find"), lambda: self.front, lambda text: self.go("find", text)
        )
        self.scanning = self._scan_anywhere()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._listen()

    @property
    def front(self) -> Page | None:
        """Return the page in front."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Page) else None

    @property
    def place(self) -> tuple[str, str]:
        """Return the page in front and what it is about; two empty texts where there is none."""
        return self._way[-1] if self._way else ("", "")

    @property
    def place_title(self) -> str:
        """Return the title of the page in front."""
        entry = self._entries.get(self.place[0])
        return entry.title if entry is not None else ""

    @property
    def keys_of_pages(self) -> tuple[str, ...]:
        """Return the keys of the pages that this person may open."""
        return tuple(self._entries)

    def page(self, key: str) -> Page:
        """Return the page registered under ``key``, made now if this is its first opening."""
        if key not in self._pages:
            made = self._entries[key].make(self.context)
            self._pages[key] = made
            self._stack.addWidget(made)
        return self._pages[key]

    def go(self, key: str, about: str = "") -> None:
        """Open a page on what it is about; say so in the bar where this person may not."""
        if key not in self._entries:
            self._messages.report(
                NotAllowed("window.page", _("Tài khoản này không dùng được trang đó."), _("Hãy hỏi quản trị."))
            )
            return
        page = self.page(key)
        if self.front is not None and self.front is not page:
            self.front.leave()
            self._messages.move_on()
        self._note((key, "" if about.startswith(_EVENTS) else about))
        self._stack.setCurrentWidget(page)
        self.rail.mark(key)
        if key == "find":
            self.header.show_text("" if about.startswith(LIST) else about)
        page.tick(self.context.now())
        page.arrive(about)

    def _note(self, place: tuple[str, str]) -> None:
        if place in self._way:
            self._way.remove(place)
        self._way.append(place)

    def back(self) -> None:
        """Go back to the page before, or empty the message bar where there is none."""
        self._messages.clear()
        if len(self._way) > 1:
            self._way.pop()
            self.go(*self._way[-1])

    def resume(self, place: tuple[str, str] = ("", "")) -> None:
        """Begin, at ``place`` or where the day starts, or go on where it stopped: clock and printer run."""
        self._timer.start()
        self._on_tick()
        self.pump.start()
        self.exchange.start()
        self.upkeep.start()
        self.scanning.look()
        if self._way:
            self.front_again()
        elif self._entries:
            key, about = place
            self.go(key or start_of(self._entries), about)

    def front_again(self) -> None:
        """Give the focus back to the page in front."""
        if self.front is not None:
            (self.front.focusWidget() or self.front).setFocus()
            self.front.refresh()

    def leave(self) -> None:
        """Put half-typed work into safety."""
        if self.front is not None:
            self.front.leave()

    def stop(self) -> None:
        """End clock, printing and scanning: this workspace is going."""
        self._timer.stop()
        self.pump.stop()
        self.exchange.stop()
        self.upkeep.stop()
        self.scanning.stop()

    def show_written(self) -> None:
        """Let the page in front show what was written, and the printer print what waits."""
        if self.front is not None:
            self.front.refresh()
        self.pump.look()
        self.exchange.look()
        self.scanning.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page what room there is: large text or a small screen narrow rail and header."""
        super().resizeEvent(event)
        narrow = self.width() < grown(_NARROW)
        self.rail.be_narrow(narrow)
        self.header.be_narrow(narrow)
        self.header.tick(self.context.now())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take letters that no field wanted as the beginning of a search: type, or scan, from anywhere."""
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        letter = not held and event.text().isprintable() and event.text().strip()
        if letter and self.header.search is not None:
            self.header.begin(event.text())
        else:
            super().keyPressEvent(event)

    def _scan_anywhere(self) -> ScanAnywhere:
        return ScanAnywhere(
            self,
            self.context,
            front=lambda: (self.front, self.place[0]),
            header=self.header,
            may_open=self._entries.__contains__,
            is_on=self.isVisible,
        )

    def _listen(self) -> None:
        shortcuts.bind(self, self._shortcuts())
        self.rail.chosen.connect(self.choose)
        self.rail.lock_requested.connect(self.lock_requested)
        self.rail.keys_requested.connect(self.show_keys)
        self._timer.timeout.connect(self._on_tick)
        self.pump.changed.connect(self._on_queue_changed)
        self.exchange.taken.connect(self._on_others_work)
        self.exchange.troubled.connect(self._messages.report)
        self.upkeep.kept.connect(self._on_others_work)
        self.upkeep.troubled.connect(self._messages.report)

    def _on_others_work(self) -> None:
        if self.front is not None:
            self.front.refresh()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self._stack, 1)
        whole = row(self.rail, right, spacing=0)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def choose(self, key: str) -> None:
        """Open a page as its key or its button does; for the search that is the search box."""
        if key == "find":
            self.header.begin()
            self.go("find", self.header.text)
        else:
            self.go(key)

    def show_keys(self) -> None:
        """Lay the keyboard map over the page, or take it away."""
        if self.keys.isVisible():
            self.keys.put_away()
            return
        self.said.put_away()
        pages = [(entry.shortcut, entry.title) for entry in self._entries.values() if entry.shortcut]
        here = self.front.key_map if self.front is not None else []
        sections = [(_("Ở mọi nơi"), (*pages, *everywhere())), (_("Trong ô và danh sách"), in_fields())]
        self.keys.put([(_("Ở trang này"), here), *sections] if here else sections)

    def show_messages(self) -> None:
        """Lay what was said lately over the page, or take it away."""
        if self.said.isVisible():
            self.said.put_away()
        else:
            self.keys.put_away()
            self.said.open()

    def _shortcuts(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            ("F1", self.show_keys),
            ("F5", self.show_written),
            ("Esc", self.escape),
            ("Ctrl+M", self.show_messages),
            ("Ctrl+L", self.lock_requested.emit),
            ("Ctrl+Shift+L", self.switch_requested.emit),
            ("Ctrl+K", partial(self.choose, "find")),
            *((entry.shortcut, partial(self.choose, key)) for key, entry in self._entries.items() if entry.shortcut),
        ]

    def escape(self) -> None:
        """Close what is open: a panel over the page, something within the page, long work, at last the page itself."""
        panel = next((each for each in (self.keys, self.said) if each.isVisible()), None)
        if panel is not None:
            panel.put_away()
        elif (self.front is None or not self.front.escape()) and not self.context.jobs.stop_long():
            self.back()

    def _on_tick(self) -> None:
        now = self.context.now()
        self.header.tick(now)
        if self.front is not None:
            self.front.tick(now)

    def _on_queue_changed(self, waiting: int) -> None:
        self.rail.count("queue", waiting)
        if self.front is not None:
            self.front.refresh()
