"""Real windows on a real desk, without a screen."""

import os
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.register import register
from desk_app.office.tables import RECEIPT_KEY, get_secret
from tests.desks import RehearsalDesk, form
from tests.ui.keyboard import CODE
from tests.ui.windows import Seat
from ui import theme
from ui.shell.dress import dress
from ui.widgets import colours

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def qapp() -> QApplication:
    """Give the application in the program's own look."""
    from ui.app import application

    return application(100)


@pytest.fixture(autouse=True)
def _everyday_look(qapp: QApplication) -> Iterator[None]:
    """Give every test everyday colours and plain text, whatever keys an earlier one pressed."""
    yield
    if colours.is_high_contrast() or theme.present_percent() != theme.SMALLEST_TEXT:
        colours.choose(high_contrast=False)
        dress(qapp, theme.SMALLEST_TEXT)


@pytest.fixture
def seat(desk: RehearsalDesk) -> Iterator[Seat]:
    """Give a window at which the officer is signed in; afterwards nothing of it may be left over."""
    with Seat(desk) as made:
        made.sign_in("officer")
        yield made
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("desk-")] == []


@pytest.fixture
def receipt(desk: RehearsalDesk) -> str:
    """Register a dossier and give what its receipt's code says."""
    officer = desk.accounts_by_role["officer"]
    register(desk.dossiers, by=officer, form=form("Lê Thị Ví Dụ"), command_id=desk.journal.new_id())
    return receipt_text(CODE, get_secret(desk.journal.reading(), RECEIPT_KEY))
