"""The page of mobile sessions: the sessions with everything about one of them, and the list of people who lack papers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStackedWidget, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from desk_app.mobile_sessions.importing import Judged
from desk_app.mobile_sessions.invitation_code import looks_like_invitation
from desk_app.mobile_sessions.room import READ, SCREEN
from ui.mobile_sessions import desk_side
from ui.mobile_sessions.actions import LineActions, SessionActions
from ui.mobile_sessions.line_moves import LineMoves
from ui.mobile_sessions.looks import screening_shown, session_shown
from ui.mobile_sessions.screening_view import ScreeningView
from ui.mobile_sessions.session_moves import SessionMoves
from ui.mobile_sessions.sessions_view import TABS, SessionsView
from ui.mobile_sessions.state import PersonRow, Seen
from ui.mobile_sessions.verdicts_view import VerdictsView
from ui.shell.list_looks import ListLooks
from ui.shell.page import Context, Page
from ui.shell.scanning.thing import ScannedThing
from ui.widgets.flow import Flow
from ui.widgets.in_sight import InSight
from ui.widgets.parts import grown, scrolled

SESSIONS, SCREENING = range(2)
VIEWS = ((_("Buổi lưu động"), "Alt+1"), (_("Danh sách rà soát"), "Alt+2"))
_NARROW = 900


class SessionsPage(Page):
    """Two views; ``about`` is empty, ``session:<id>``, ``line:<id>`` or ``scan:<text>`` of an invitation."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.seen: Seen | None = None
        self._session = ""
        self._stands_on = ""
        self.moves = SessionMoves(context, self)
        self.lines = LineMoves(context, self)
        self.sessions = SessionsView()
        self.screening = ScreeningView()
        self.verdicts = VerdictsView(self._on_take, self._drop_verdicts)
        self.session_actions = SessionActions(context, self.moves)
        self.line_actions = LineActions(context, self.lines, lambda: self.screening.area.key)
        self._looks = ListLooks(context, self)
        self._lay_out()
        self._bind_keys()
        for moves in (self.moves, self.lines):
            moves.written.connect(self._on_written)
        self.lines.judged.connect(self._on_judged)
        self.sessions.picked.connect(self._on_picked)
        self.sessions.moved.connect(self._allow)
        self.sessions.ticked.connect(self._on_ticked)
        self.screening.moved.connect(self._allow)
        self.screening.asked.connect(self.refresh)
        for people in (self.sessions.people, self.screening.table):
            people.entered.connect(lambda _place: self.line_actions.begin())
        self._allow()

    @property
    def view(self) -> int:
        """Return which view is in front."""
        return self._stack.currentIndex()

    @property
    def person(self) -> PersonRow | None:
        """Return the line that the keyboard stands on."""
        return self.screening.person if self.view == SCREENING else self.sessions.person

    def arrive(self, about: str) -> None:
        """Show the session, the line or the invitation that the page is about, else the nearest session."""
        kind, _colon, named = about.partition(":")
        if kind == "session":
            self._session = named
        if kind == "line":
            self._look_for(named)
        elif kind == "scan":
            self._find_scanned(named)
        else:
            self.open_view(SESSIONS if self.context.may(READ) else SCREENING)

    def refresh(self) -> None:
        """Look at the desk again."""
        desk, by, shown = self.context.desk, self.context.actor.id, self.screening
        wanted = desk_side.Wanted(
            session=self._session, which=shown.which.key, area=shown.area.key, text=shown.search.text
        )
        self.context.jobs.read(lambda: desk_side.seen(desk, by, wanted), self._on_seen, latest="sessions")

    def scanned(self, thing: ScannedThing) -> bool:
        """Open the line of an invitation; begin a line with an identity card where the list is in front."""
        if looks_like_invitation(thing.text) and self.context.may(READ):
            self._find_scanned(thing.text)
            return True
        card = thing.scan.card
        if card is None or self.view != SCREENING or not self.context.may(SCREEN):
            return False
        self._close_forms()
        self.lines.person(card.person, self.screening.area.key)
        return True

    def escape(self) -> bool:
        """Close an open form, then the verdicts."""
        if self._close_forms():
            return True
        was_open = self.verdicts.isVisible()
        self._drop_verdicts()
        return was_open

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lists one under the other where the window is narrow, or its text large."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        self.sessions.narrow(narrow=narrow)
        self.screening.table.setMinimumHeight(grown(220 if narrow else 80))

    def open_view(self, view: int) -> None:
        """Bring a view to the front, the keyboard in its list."""
        self._drop_verdicts()
        if view == SESSIONS and not self.context.may(READ):
            return
        self._show_view(view)
        (self.sessions.sessions if view == SESSIONS else self.screening.table).setFocus()
        self.refresh()

    def _show_view(self, view: int) -> None:
        self.tabs[view].setChecked(True)
        self._stack.setCurrentIndex(view)
        self._allow()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sessions)
        self._stack.addWidget(self.screening)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        layout.setSpacing(grown(8))
        layout.addWidget(self._switch())
        for form in (*self.moves.forms, *self.lines.forms):
            layout.addWidget(form)
        layout.addWidget(self.verdicts, 1)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.session_actions)
        layout.addWidget(self.line_actions)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolled(inside)
        whole.addWidget(area)
        InSight(area)

    def _switch(self) -> Flow:
        group, tabs = QButtonGroup(self), []
        for view, (words, key) in enumerate(VIEWS):
            tab = QRadioButton(f"{words}  {key}")
            tab.setAccessibleName(words)
            tab.setChecked(view == SESSIONS)
            tab.setEnabled(view == SCREENING or self.context.may(READ))
            tab.clicked.connect(lambda _checked, view=view: self.open_view(view))
            group.addButton(tab)
            tabs.append(tab)
        self.tabs = tuple(tabs)
        return Flow((*tabs, None))

    def _bind_keys(self) -> None:
        of_session, of_line = self.session_actions, self.line_actions
        for keys, words, run in (
            ("F6", _("Lập buổi; ở danh sách: ghi một người"), self._either(of_session.plan, of_line.add)),
            ("F7", _("Mở, kết thúc buổi; nhập danh sách đã xem trước"), self._on_f7),
            ("F8", _("Mời người còn thiếu; ở danh sách: nhập Excel"), self._either(of_session.invite, of_line.file)),
            ("Ctrl+N", _("Thêm địa điểm"), self._on_session(of_session.place)),
            ("Ctrl+E", _("Sửa kế hoạch; ở danh sách: sửa dòng"), self._either(of_session.change, of_line.edit)),
            ("Ctrl+H", _("Hủy buổi, dời ngày"), self._on_session(of_session.cancel)),
            ("Ctrl+D", _("Chuyển người còn lại sang buổi sau"), self._on_session(of_session.carry)),
            ("Ctrl+P", _("In giấy mời, thông báo, danh sách, đối soát"), self._on_session(of_session.papers)),
            ("Ctrl+S", _("Giấy tờ này đã có"), of_line.settle),
            ("Ctrl+G", _("Gộp hai dòng là một người"), of_line.merge),
            ("Ctrl+B", _("Hai dòng là hai người"), of_line.keep_apart),
            ("Delete", _("Thôi theo dõi, theo dõi lại"), self._either(_nothing, of_line.end)),
            ("Ctrl+T", _("Tìm trong danh sách rà soát"), self._to_search),
        ):
            self.bind(keys, words, run)
        for view, (words, keys) in enumerate(VIEWS):
            self.bind(keys, words, partial(self.open_view, view))
        for tab, (words, keys) in enumerate(TABS):
            self.bind(keys, words, partial(self._open_list, tab))
        self.key_map.append(("Enter", _("Lập hồ sơ cho người này")))
        self.key_map.append((_("Phím cách"), _("Đã đến; dụng cụ: mang đi")))
        self.key_map.append(("Backspace", _("Dụng cụ: mang về")))

    def _either(self, of_session: Callable[[], None], of_list: Callable[[], None]) -> Callable[[], None]:
        """Return what a key does that means one thing at the sessions and another at the list."""

        def do() -> None:
            self._close_forms()
            (of_session if self.view == SESSIONS else of_list)()

        return do

    def _on_session(self, do: Callable[[], None]) -> Callable[[], None]:
        """Return what a key does that means something at the sessions alone."""
        return self._either(do, _nothing)

    def _on_seen(self, seen: Seen) -> None:
        self.seen = seen
        self.sessions.put(seen.sessions, seen.detail)
        self._session = seen.detail.id if seen.detail is not None else ""
        self.screening.put(seen.people, seen.areas, seen.total)
        if seen.may_read:
            at_list = self.view == SCREENING
            self._looks.saw(screening_shown(seen, self.screening) if at_list else session_shown(seen))
        line, self._stands_on = self._stands_on, ""
        if line:
            here = seen.detail is not None and seen.detail.opened_here
            if here and any(row.id == line for row in self.sessions.people.rows):
                self._show_view(SESSIONS)
                self.sessions.stand_on(line)
            else:
                self.screening.stand_on(line)
        self._allow()

    def _look_for(self, line: str) -> None:
        """Stand on a line: among a session's people while this desk sits there, else in the whole list."""
        self._stands_on = line
        self.screening.show_all()
        self.open_view(SCREENING)

    def _find_scanned(self, text: str) -> None:
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: desk_side.scanned_line(desk, by, text), self._look_for, latest="scanned")

    def _allow(self) -> None:
        at_sessions = self.view == SESSIONS
        places = self.seen.places if self.seen is not None else ()
        self.session_actions.allow(self.sessions.detail, places)
        self.session_actions.setVisible(at_sessions)
        self.line_actions.allow(self.person, whole=not at_sessions)

    def _on_ticked(self, out: bool) -> None:
        thing = self.sessions.thing
        ticked = (thing.item, bool(thing.out if out else thing.back)) if thing is not None else None
        self.session_actions.tick(self.sessions.person, ticked, out=out)

    def _on_f7(self) -> None:
        if self.verdicts.isVisible():
            self._on_take()
        elif self.view == SESSIONS:
            self.session_actions.run()

    def _open_list(self, tab: int) -> None:
        self.open_view(SESSIONS)
        self.sessions.open_tab(tab)
        self._allow()

    def _to_search(self) -> None:
        self.open_view(SCREENING)
        self.screening.search.take_focus()

    def _on_judged(self, judged: Judged) -> None:
        self._stack.hide()
        self.line_actions.hide()
        self.verdicts.put(judged)

    def _on_take(self) -> None:
        if self.verdicts.judged is not None and self.verdicts.take_button.isEnabled():
            self.verdicts.take_button.setEnabled(False)
            self.lines.take(self.verdicts.judged)

    def _drop_verdicts(self) -> None:
        self.verdicts.hide()
        self._stack.show()
        self.line_actions.show()

    def _on_written(self) -> None:
        self._drop_verdicts()
        self.refresh()

    def _on_picked(self, session: str) -> None:
        self._session = session
        self.refresh()

    def _close_forms(self) -> bool:
        return self.moves.close_forms() | self.lines.close_forms()


def _nothing() -> None:
    """Stand for what a key means nowhere else."""
