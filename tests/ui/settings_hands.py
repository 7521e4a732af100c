"""Opening a section of the settings, and typing into its sheets."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from tests.desks import RehearsalDesk
from tests.ui.windows import Seat
from ui.settings.page import SettingsPage
from ui.settings.sheet import Sheet
from ui.shell.page import Page

P = TypeVar("P", bound=Page)


@contextmanager
def seated(desk: RehearsalDesk, login: str = "quantri") -> Iterator[Seat]:
    """Give a window at which ``login`` is signed in."""
    with Seat(desk) as seat:
        seat.sign_in(login)
        seat.settle()
        yield seat


def section(seat: Seat, key: str, kind: type[P]) -> P:
    """Open a section and return it."""
    seat.workspace.go("settings", key)
    seat.settle()
    front = seat.front(SettingsPage).front
    assert isinstance(front, kind), f"{type(front).__name__} is in front"
    return front


def fill(seat: Seat, sheet: Sheet, **answers: str) -> None:
    """Type into the open sheet's fields by their names (a double underscore stands for a dot)."""
    assert sheet.isVisible()
    for name, text in answers.items():
        asked = sheet.inputs[name.replace("__", ".")]
        asked.take_focus()
        seat.hands.press("Ctrl+A")
        if text:
            seat.hands.type(text)
        else:
            seat.hands.press("Delete")


def enter(seat: Seat) -> None:
    """Keep what the open sheet holds."""
    seat.hands.press("Return")
    seat.settle()


def trouble(sheet: Sheet, name: str) -> str:
    """Return what stands below one of the sheet's inputs."""
    return str(getattr(sheet.inputs[name], "trouble", ""))
