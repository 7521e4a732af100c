"""Real windows on a real desk, without a screen."""

import os
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.desks import RehearsalDesk
from tests.ui.windows import Seat
from ui import theme
from ui.shell.dress import dress

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def qapp() -> QApplication:
    """Give the application in the program's own look."""
    from ui.app import application

    return application(100)


@pytest.fixture(autouse=True)
def _plain_text_size(qapp: QApplication) -> Iterator[None]:
    """Leave the text as large as it was for the next test."""
    yield
    if theme.present_percent() != theme.SMALLEST_TEXT:
        dress(qapp, theme.SMALLEST_TEXT)


@pytest.fixture
def seat(desk: RehearsalDesk) -> Iterator[Seat]:
    """Give a window at which the officer is signed in; afterwards nothing of it may be left over."""
    with Seat(desk) as made:
        made.sign_in("officer")
        yield made
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("desk-")] == []
