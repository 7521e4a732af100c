"""What can be done on the page of mobile sessions: the buttons, what each does, and when it may."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from desk_app.mobile_sessions.room import PLAN, RUN, SCREEN
from desk_app.mobile_sessions.session import State
from ui.mobile_sessions.line_moves import LineMoves
from ui.mobile_sessions.session_moves import SessionMoves
from ui.mobile_sessions.state import Detail, PersonRow
from ui.shell.page import Context
from ui.widgets.flow import Flow
from ui.widgets.parts import button


class SessionActions(QWidget):
    """The buttons under the sessions: about the session in front, and a person or thing of it."""

    def __init__(self, context: Context, moves: SessionMoves) -> None:
        super().__init__()
        self._context, self._moves = context, moves
        self.detail: Detail | None = None
        self.places: tuple[tuple[str, str], ...] = ()
        self.plan_button = button(_("Lập buổi"), self.plan, key="F6", kind="main")
        self.run_button = button(_("Mở buổi"), self.run, key="F7")
        self.invite_button = button(_("Mời"), self.invite, key="F8")
        self.carry_button = button(_("Chuyển buổi sau"), self.carry, key="Ctrl+D")
        self.print_button = button(_("In"), self.papers, key="Ctrl+P")
        self.change_button = button(_("Sửa kế hoạch"), self.change, key="Ctrl+E")
        self.place_button = button(_("Thêm địa điểm"), self.place, key="Ctrl+N")
        self.cancel_button = button(_("Hủy, dời"), self.cancel, key="Ctrl+H", kind="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        first = (self.plan_button, self.run_button, self.invite_button, self.carry_button, self.print_button)
        layout.addWidget(Flow((*first, None, self.change_button, self.place_button, self.cancel_button)))

    def allow(self, detail: Detail | None, places: tuple[tuple[str, str], ...]) -> None:
        """Let do what this session allows."""
        self.detail, self.places = detail, places
        plans, runs = self._context.may(PLAN), self._context.may(RUN)
        state = detail.state if detail is not None else None
        here = detail is not None and detail.opened_here
        opens = detail is not None and detail.is_today and state is not State.CANCELLED
        name_button(self.run_button, _("Kết thúc buổi") if here else _("Mở buổi"), "F7")
        self.run_button.setEnabled(runs and (here or opens))
        self.invite_button.setEnabled(runs and state in (State.PLANNED, State.OPEN))
        self.carry_button.setEnabled(runs and detail is not None and bool(detail.later))
        self.print_button.setEnabled(plans and detail is not None)
        self.change_button.setEnabled(plans and state in (State.PLANNED, State.OPEN))
        self.cancel_button.setEnabled(plans and state is State.PLANNED)
        for made in (self.plan_button, self.place_button):
            made.setEnabled(plans)

    def plan(self) -> None:
        """Ask for a session; for a place first where none is known."""
        if not self.plan_button.isEnabled():
            return
        if self.places:
            self._moves.plan(self.places)
        else:
            self._context.messages.say(_("Chưa có địa điểm nào; hãy thêm địa điểm trước."), tone="plain")
            self._moves.place()

    def place(self) -> None:
        """Ask for a place."""
        if self.place_button.isEnabled():
            self._moves.place()

    def run(self) -> None:
        """Open the session here, or end it."""
        if self.detail is None or not self.run_button.isEnabled():
            return
        if self.detail.opened_here:
            self._moves.close(self.detail)
        else:
            self._moves.open_session(self.detail)

    def invite(self) -> None:
        """Ask everybody of the area who lacks something."""
        self._do(self.invite_button, self._moves.invite)

    def carry(self) -> None:
        """Carry whoever is left over to the next session."""
        self._do(self.carry_button, self._moves.carry)

    def papers(self) -> None:
        """Ask which paper is printed."""
        self._do(self.print_button, self._moves.papers)

    def change(self) -> None:
        """Ask what of the plan is put otherwise."""
        self._do(self.change_button, self._moves.change)

    def cancel(self) -> None:
        """Ask why the session is called off."""
        self._do(self.cancel_button, self._moves.cancel)

    def tick(self, person: PersonRow | None, thing: tuple[str, bool] | None, *, out: bool) -> None:
        """Record that a person came, or tick a thing (and whether it is ticked already) out or back."""
        if self.detail is None or not self._context.may(RUN):
            return
        if person is not None and out:
            self._moves.came(self.detail, person)
        elif thing is not None:
            self._moves.tick(self.detail, thing[0], out=out, ticked=not thing[1])

    def _do(self, made: QPushButton, move: Callable[[Detail], None]) -> None:
        if self.detail is not None and made.isEnabled():
            move(self.detail)


class LineActions(QWidget):
    """The buttons about a person of either list; ``whole`` shows also what concerns the list as a whole."""

    def __init__(self, context: Context, moves: LineMoves, area: Callable[[], str]) -> None:
        super().__init__()
        self._context, self._moves, self._area = context, moves, area
        self.person: PersonRow | None = None
        self.add_button = button(_("Ghi một người"), self.add, key="F6", kind="main")
        self.import_button = button(_("Nhập Excel"), self.file, key="F8")
        self.begin_button = button(_("Lập hồ sơ"), self.begin, key="Enter")
        self.settle_button = button(_("Đã có giấy tờ"), self.settle, key="Ctrl+S")
        self.merge_button = button(_("Gộp hai dòng"), self.merge, key="Ctrl+G")
        self.apart_button = button(_("Là hai người"), self.keep_apart, key="Ctrl+B")
        self.edit_button = button(_("Sửa"), self.edit, key="Ctrl+E")
        self.end_button = button(_("Thôi theo dõi"), self.end, key="Delete", kind="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        first = (self.add_button, self.import_button, self.begin_button, self.settle_button)
        pair = (self.merge_button, self.apart_button)
        layout.addWidget(Flow((*first, *pair, None, self.edit_button, self.end_button)))

    def allow(self, person: PersonRow | None, *, whole: bool) -> None:
        """Let do what this person's line allows."""
        self.person = person
        runs, pair = self._context.may(RUN), person is not None and bool(person.other)
        begins = person is not None and person.may_begin and not pair
        self.begin_button.setEnabled(self._context.may("dossiers.register") and begins)
        self.settle_button.setEnabled(runs and begins)
        self.end_button.setEnabled(runs and person is not None and not pair)
        words = _("Theo dõi lại") if person is not None and person.ended else _("Thôi theo dõi")
        name_button(self.end_button, words, "Delete")
        for made in (self.merge_button, self.apart_button):
            made.setVisible(whole and pair)
            made.setEnabled(runs)
        for made in (self.add_button, self.import_button):
            made.setVisible(whole)
            made.setEnabled(self._context.may(SCREEN))
        self.edit_button.setEnabled(self._context.may(SCREEN) and person is not None and not pair)
        for made in (self.edit_button, self.end_button):
            made.setVisible(whole)

    def add(self) -> None:
        """Ask for somebody who lacks papers."""
        if self.add_button.isEnabled():
            self._moves.person(area=self._area())

    def file(self) -> None:
        """Ask for a list in Excel."""
        if self.import_button.isEnabled():
            self._moves.file()

    def begin(self) -> None:
        """Begin a dossier with what the line knows."""
        if self.person is not None and self.begin_button.isEnabled():
            self._context.go("registration", f"prefill:sessions:{self.person.id}")

    def settle(self) -> None:
        """Ask which paper is there."""
        if self.person is not None and self.settle_button.isEnabled():
            self._moves.settle(self.person)

    def edit(self) -> None:
        """Ask what the line says wrongly."""
        if self.person is not None and self.edit_button.isEnabled():
            self._moves.edit(self.person)

    def end(self) -> None:
        """Ask why the line is followed no more, or follow it again."""
        if self.person is not None and self.end_button.isEnabled():
            self._moves.end(self.person)

    def merge(self) -> None:
        """Let one line stand for both of a pair."""
        if self.person is not None and self.person.other and self.merge_button.isEnabled():
            self._moves.merge(self.person)

    def keep_apart(self) -> None:
        """Record that a pair means two people."""
        if self.person is not None and self.person.other and self.apart_button.isEnabled():
            self._moves.keep_apart(self.person)


def name_button(made: QPushButton, words: str, key: str) -> None:
    """Let a button say something else."""
    made.setText(f"{words}  {key}")
    made.setAccessibleName(words)
