"""Whatever anybody presses: no fault, no warning, no half-typed work lost."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desk_app.dossiers.drafts import list_drafts
from desk_app.dossiers.register import register
from tests.desks import RehearsalDesk, form
from tests.ui.monkey import Monkey
from tests.ui.windows import Seat
from ui.dossiers.registration.page import RegistrationPage
from ui.dossiers.registration.typed import DRAFT, Typed, is_untouched

ACTIONS = int(os.environ.get("ACTIONS", "1000"))
_LOOK_EVERY = 200
_HELD_MS = 100
_SEED = 20261123


@pytest.fixture
def warnings() -> Iterator[list[str]]:
    """Collect what Qt complains of."""
    said: list[str] = []

    def keep(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        # Without a screen there is nothing to raise a window on.
        if kind is not QtMsgType.QtDebugMsg and not message.startswith("This plugin does not support"):
            said.append(message)

    before = qInstallMessageHandler(keep)
    yield said
    qInstallMessageHandler(before)


def test_no_key_harms(desk: RehearsalDesk, warnings: list[str]) -> None:
    for name in ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Thị Ví Dụ"):
        register(desk.dossiers, by=desk.admin, form=form(name), command_id=desk.journal.new_id())
    with Seat(desk) as seat:
        seat.sign_in("officer")
        monkey = Monkey(seat, _SEED)
        for number in range(1, ACTIONS + 1):
            monkey.act()
            let_in_again(seat)
            if number % _LOOK_EVERY == 0:
                half_typed_work_stays(seat, monkey)
                assert not desk.home.log.exists(), (monkey.what_was_done, desk.home.log.read_text())
        seat.settle()
    assert not desk.home.log.exists(), (monkey.what_was_done, desk.home.log.read_text())
    assert warnings == [], monkey.what_was_done
    assert desk.journal.verify().breaks == ()
    assert desk.journal.refold() == ()


def let_in_again(seat: Seat) -> None:
    """Answer the lock, and put away what waits for an answer."""
    waiting = QApplication.activeModalWidget()
    if waiting is not None:
        waiting.close()
    if seat.window.is_locked:
        seat.settle()
        seat.sign_in("officer")


def half_typed_work_stays(seat: Seat, monkey: Monkey) -> None:
    """Leave the counter, lock the window, come back: what stood in the form is kept, and nothing else is lost."""
    # Letters that may be a scanner's are held back for a moment; they belong to what is half-typed.
    seat.hands.rest(_HELD_MS)
    on_the_counter = half_typed(seat)
    # Not by its key: a map or a list may lie over the page, and takes it.
    seat.workspace.go("home")
    seat.settle()
    before = kept(seat)
    assert on_the_counter is None or on_the_counter in before, (on_the_counter, before, monkey.what_was_done)
    seat.hands.press("Ctrl+L")
    let_in_again(seat)
    seat.settle()
    # A scan that was still being made out may have begun one more.
    after = kept(seat)
    assert all(each in after for each in before), monkey.what_was_done


def half_typed(seat: Seat) -> Typed | None:
    """Return what stands in the form, None where no form is open, nothing was typed yet or all was saved."""
    page = seat.workspace.front
    if not isinstance(page, RegistrationPage) or page.saved is not None or is_untouched(page.filling.typed):
        return None
    return page.filling.typed


def kept(seat: Seat) -> tuple[Typed, ...]:
    """Return every half-typed form of the officer."""
    officer = seat.workspace.actor.id
    return list_drafts(seat.desk.dossiers, account=officer, forms=DRAFT, kind=Typed)
