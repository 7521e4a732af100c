"""The citizens' screens as the program holds them: one for all sign-ins, told what happens at the counter."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desk_app.accounts.rules import Account, allows
from desk_app.kernel.errors import Refused
from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from desk_app.surveys.commands import RATE
from desk_app.surveys.questions import QUESTION_KEYS, question_on
from desk_app.surveys.rules import Level, Reason
from desk_app.surveys.screens import ScreenSetup
from ui.citizen import desk_side
from ui.citizen.call_board import Board, CallBoard
from ui.citizen.call_display import CallDisplay
from ui.citizen.customer_screen import CustomerScreen
from ui.citizen.customer_state import Answer, Asking, CustomerState, Kind
from ui.citizen.play_keeper import PlayKeeper
from ui.citizen.signs import Signs
from ui.citizen.sound import Announcer, Tools, tools_of
from ui.citizen.windows import Windows

if TYPE_CHECKING:
    from desk_app.desk import Desk
    from desk_app.kernel.errors import DeskError
    from ui.shell.happenings import Happenings
    from ui.shell.jobs import Jobs

_TICK_MS = 1_000
_DRESS_EVERY_S = 600.0


class CitizenScreens(QObject):
    """The customer's screen and the call display, alive over sign-ins and the lock.

    ``who`` returns the account signed in, None for nobody; errors that the officer must know go to ``report``. What a key
    opened or closed is kept on the desk, and opened again at the next start.
    """

    def __init__(
        self,
        desk: Desk,
        office_name: str,
        jobs: Jobs,
        happenings: Happenings,
        *,
        who: Callable[[], Account | None],
        report: Callable[[DeskError], None],
        beside: QWidget,
    ) -> None:
        super().__init__(beside)
        self._desk, self._jobs, self._who, self._report = desk, jobs, who, report
        self.state, self.calls = CustomerState(), CallBoard()
        self.sound = Announcer(Tools(), self)
        self.windows = Windows(office_name, beside, self)
        self.signs = Signs(desk.journal.new_id)
        self._played = PlayKeeper(desk, jobs, self, who=who, report=report)
        self._question, self._visit_question = (question_on((), key, date.max) for key in QUESTION_KEYS)
        self._slip = "không"
        # What a person wants, known at once; the windows follow when it is on the disk.
        self._wanted = ScreenSetup()
        self._being_kept = 0
        self._called: tuple[str, str] | None = None
        self._dressed_s = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.windows.customer_made.connect(self._listen)
        self.windows.customer_away.connect(self._on_customer_away)
        self.windows.display_away.connect(self._on_display_away)
        happenings.handed_over.connect(self._on_handed_over)
        happenings.visited.connect(self._on_visited)
        happenings.called.connect(self._on_called)
        happenings.registered.connect(self._on_registered)
        happenings.screens_changed.connect(self.dress)

    def start(self) -> None:
        """Open what was open at the last closing."""
        self._jobs.read(_tools, self._on_tools)
        self.dress()
        self._timer.start()

    def dress(self) -> None:
        """Read setup and slogans anew: the office's day may have changed, or a person changed them."""
        self._dressed_s = time.monotonic()
        self._jobs.read(partial(desk_side.dressing, self._desk), self._on_dressed, latest="dressing")

    def toggle_customer(self) -> None:
        """Open the customer's screen, or put it away."""
        self._keep(changed(self._wanted, customer_open=not self._wanted.customer_open))

    def toggle_display(self) -> None:
        """Open the call display, or put it away."""
        self._keep(changed(self._wanted, display_open=not self._wanted.display_open))

    def lock(self) -> None:
        """Show nothing but slogans at the counter; the hall goes on."""
        self._show_after(self.state.lock(time.monotonic()))

    def unlock(self) -> None:
        """Follow the counter again: somebody signed in."""
        self.state.unlock()

    def close(self) -> None:
        """Put everything away; what was open is remembered."""
        self._timer.stop()
        self._show_after(self.state.lock(time.monotonic()))
        self._played.keep(self.signs.stop())
        self.sound.stop()
        self.windows.follow(ScreenSetup())

    def tick(self) -> None:
        """Follow the clock: the next slogan, the end of a showing, the calls of every program on this data."""
        self._show_after(self.state.tick(time.monotonic()))
        self._note_signs()
        if self.windows.display is not None:
            self.look()
        if time.monotonic() - self._dressed_s > _DRESS_EVERY_S:
            self.dress()

    def look(self) -> None:
        """Read who is called and how many wait."""
        work = partial(desk_side.board, self._desk)
        self._jobs.read(work, self._on_board, failed=self._on_no_board, latest="board")

    def _on_tools(self, tools: Tools) -> None:
        self.sound.tools = tools

    def _on_dressed(self, dressing: desk_side.Dressing) -> None:
        self._question, self._visit_question = dressing.question, dressing.visit_question
        self._slip = dressing.slip
        self.signs.dress(dressing.slogans, dressing.windows)
        self.state.take_slogans(dressing.slogans, time.monotonic())
        self._played.enter()
        if not self._being_kept:
            self._wanted = dressing.setup
            self._follow(dressing.setup)
        self._show_after(None)

    def _keep(self, setup: ScreenSetup) -> None:
        self._wanted = setup
        self._being_kept += 1
        self._jobs.write(partial(desk_side.kept, self._desk, setup), self._on_kept, failed=self._on_not_kept)

    def _on_kept(self, setup: ScreenSetup) -> None:
        self._being_kept -= 1
        self._follow(setup)

    def _on_not_kept(self, error: DeskError) -> None:
        """Open and close all the same: only the next start will not know."""
        self._being_kept -= 1
        self._follow(self._wanted)
        self._report(error)

    def _follow(self, setup: ScreenSetup) -> None:
        had_display = self.windows.display is not None
        self.windows.follow(setup)
        if self.windows.display is not None and not had_display:
            self.look()
        self._show_after(None)

    def _listen(self, customer: CustomerScreen) -> None:
        customer.answered.connect(self._on_answered)
        customer.toggled.connect(self._on_toggled)
        customer.finished.connect(self._on_finished)

    def _on_customer_away(self) -> None:
        self._keep(changed(self._wanted, customer_open=False))

    def _on_display_away(self) -> None:
        self._keep(changed(self._wanted, display_open=False))

    def _on_answered(self, level: Level) -> None:
        self._show_after(self.state.answer(level, time.monotonic()))

    def _on_toggled(self, reason: Reason) -> None:
        self.state.toggle(reason, time.monotonic())
        self._show_after(None)

    def _on_finished(self) -> None:
        self._show_after(self.state.finish(time.monotonic()))

    def _on_handed_over(self, dossier: str, code: str) -> None:
        account, time_source = self._who(), self._desk.journal.time
        if account is None or not allows(account, RATE, time_source.now().date()):
            return
        has_screen = self.windows.customer is not None
        if has_screen:
            asking = Asking(id=self._desk.journal.new_id(), dossier=dossier, code=code, by=account.id)
            self._show_after(self.state.ask(asking, time.monotonic()))
        if self._slip == "luôn" or (self._slip != "không" and not has_screen):
            self._played.print_slip(account, dossier)

    def _on_visited(self) -> None:
        """Ask whoever leaves the counter about the visit, without any dossier."""
        account = self._who()
        if account is None or not allows(account, RATE, self._desk.journal.time.now().date()):
            return
        if self.windows.customer is None:
            self._report(
                Refused(
                    "screens.closed", _("Màn hình cho người dân đang đóng."), _("Ctrl+F7: mở màn hình rồi hỏi lại.")
                )
            )
            return
        asking = Asking(id=self._desk.journal.new_id(), dossier="", code="", by=account.id)
        self._show_after(self.state.ask(asking, time.monotonic()))

    def _on_registered(self, code: str, due: str, whose: str) -> None:
        self.state.registered(code, due, whose, time.monotonic())
        self._show_after(None)

    def _on_called(self, number: str, counter: str) -> None:
        self._called = (number, counter)
        self.look()

    def _on_board(self, board: Board) -> None:
        if self._called is not None:
            (spoken, counter), self._called = self._called, None
            number = next((each.number for each in board.calls if spoken in (each.spoken, each.number)), spoken)
            self.state.called(number, counter, time.monotonic())
        news = self.calls.take(board)
        display = self.windows.display
        if display is not None:
            display.put(self.calls)
            if news:
                self.signs.called(time.monotonic())
                display.flash()
            for each in news:
                setup = self.windows.setup
                self.sound.call(each.spoken, each.counter, chime=setup.chime, voice=setup.spoken)
        self._show_after(None)

    def _on_no_board(self, error: DeskError) -> None:
        """Leave what stands on the display: the next second tries again, and the officer has no part in it."""

    def _show_after(self, answer: Answer | None) -> None:
        """Write an answer where there is one, and let both windows show what is so now."""
        if answer is not None:
            work = partial(desk_side.written, self._desk, answer, self._desk.journal.new_id())
            self._jobs.write(work, self._on_written, failed=self._on_not_written)
        if self.windows.customer is not None:
            asked = self.state.showing.asking
            visit = asked is not None and not asked.dossier
            self.windows.customer.put_question(self._visit_question if visit else self._question)
            self.windows.customer.show_now(self.state.showing)
        if self.windows.display is not None:
            self._show_hall(self.windows.display)

    def _show_hall(self, display: CallDisplay) -> None:
        now, now_s = self._desk.journal.time.now(), time.monotonic()
        display.tick(now)
        display.show_slogan(self.signs.turn(now_s))
        display.show_large_slogan(self.signs.large(now, now_s))

    def _note_signs(self) -> None:
        """Note what really stands on the screens in the minutes of the slogans."""
        display, customer = self.windows.display, self.windows.customer
        hall = display.face.slogan.text() if display is not None and display.shows_large_slogan else ""
        idle = customer is not None and self.state.showing.kind is Kind.SLOGAN
        notes = self.signs.note(
            self._desk.journal.time.now(), hall=hall, counter=self.state.showing.big if idle else ""
        )
        self._played.keep(notes)

    def _on_written(self, subject: str) -> None:
        """Nothing more to show: the citizen has been thanked."""

    def _on_not_written(self, error: DeskError) -> None:
        self.state.fail(time.monotonic())
        self._show_after(None)
        self._report(error)


def _tools() -> Tools:
    return tools_of(sys.platform, shutil.which)
