import gc
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from desk_app.desk import open_desk
from tests.desks import PASSWORD, RehearsalDesk
from tests.ui.counter import fill, save
from tests.ui.windows import Seat, own_password
from ui.rehearsal.__main__ import main as rehearse
from ui.shell.crash import CrashHook
from ui.shell.main_window import CONTRAST, TEXT_SIZE
from ui.widgets import colours

ROOT = Path(__file__).parents[2]


def test_closing_leaves_no_thread_no_timer_and_no_widget(desk: RehearsalDesk) -> None:
    before = set(QApplication.allWidgets())
    with Seat(desk) as seat:
        seat.sign_in("officer")
        for key in ("F2", "F3", "F9", "F4"):
            seat.hands.press(key)
            seat.settle()
        timers = seat.window.findChildren(QTimer)
        own: QObject = seat.window
    gc.collect()
    assert not shiboken6.isValid(own)
    assert not any(shiboken6.isValid(timer) and timer.isActive() for timer in timers)
    assert [type(each).__name__ for each in set(QApplication.allWidgets()) - before if shiboken6.isValid(each)] == []
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("desk-")] == []


def test_the_thread_of_the_window_never_opens_the_database(desk: RehearsalDesk) -> None:
    own = open_desk(desk.home, time=desk.time)
    with Seat(own) as seat:
        seat.answer("quantri", PASSWORD)
        seat.wait(lambda: not seat.window.is_locked, "nobody was let in")
        for key in ("F2", "F3", "F9", "F4"):
            seat.hands.press(key)
            seat.settle()
        seat.hands.press("F2")
        fill(seat)
        save(seat)
        for key in ("F6", "Ctrl+N"):
            seat.hands.press(key)
            seat.settle()
    # Each thread that reads keeps a connection of its own in the store.
    assert not hasattr(own.journal.store._local, "db")
    own.close()


def test_another_person_leaves_nothing_of_the_first_ones_pages(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("officer")
        seat.hands.press("F2")
        seat.settle()
        first = seat.workspace
        seat.hands.press("Ctrl+L")
        seat.sign_in("quantri")
        seat.settle()
        assert not shiboken6.isValid(first)
        assert seat.workspace.actor.login == "quantri"


def test_a_bug_in_the_window_is_told_calmly_and_logged_without_data(tmp_path: Path) -> None:
    from desk_app.kernel import fault_log

    fault_log.write_to(tmp_path / "desk.log")
    told: list[str] = []
    hook = CrashHook(lambda: told.append("told"))
    try:
        raise ValueError("Nguyễn Văn Mật")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    finally:
        hook.remove()
    log = (tmp_path / "desk.log").read_text(encoding="utf-8")
    assert told == ["told"]
    assert "ValueError" in log
    assert "Nguyễn" not in log


def test_high_contrast_comes_and_goes_by_a_key_and_is_remembered(desk: RehearsalDesk) -> None:
    kept: list[tuple[str, int]] = []
    with Seat(desk, remember=lambda name, value: kept.append((name, value))) as seat:
        seat.sign_in("officer")
        seat.hands.press("F9")
        seat.settle()
        first = seat.workspace
        try:
            seat.hands.press("Ctrl+Shift+H")
            seat.wait(lambda: not shiboken6.isValid(first), "the pages were not made anew")
            assert colours.is_high_contrast()
            assert seat.workspace.place == ("queue", "")
            assert "tương phản cao" in seat.said
            assert QApplication.palette().text().color().name() == colours.HIGH_CONTRAST.ink
        finally:
            seat.hands.press("Ctrl+J")
            seat.wait(lambda: not colours.is_high_contrast(), "the contrast stayed high")
        seat.settle()
        seat.hands.press("Ctrl+=")
        seat.settle()
        assert kept == [(CONTRAST, 1), (CONTRAST, 0), (TEXT_SIZE, 110)]


def test_contrast_and_text_size_change_before_anybody_signed_in(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.hands.press("Ctrl+=")
        seat.hands.press("Ctrl+Shift+H")
        seat.settle()
        assert colours.is_high_contrast()
        seat.hands.press("Ctrl+Shift+H")
        seat.settle()
        assert not colours.is_high_contrast()
        seat.sign_in("officer")


def test_the_menus_of_fields_speak_vietnamese() -> None:
    field = QLineEdit()
    menu = field.createStandardContextMenu()
    words = {action.text().partition("\t")[0] for action in menu.actions() if action.text()}
    assert {"Hoàn tác", "Sao chép", "Dán"} <= words


_FIRST_PAINT = """
import sys
from ui.app import application
application(100)
from ui.shell.main_window import MainWindow
def never(password):
    raise SystemExit(3)
window = MainWindow(never)
window.show()
window.grab()
heavy = ("sqlite_utils", "sqlcipher3", "desk_app.desk", "desk_app.journal.journal", "reportlab", "PIL", "ui.home.page")
print([name for name in heavy if name in sys.modules])
"""


def test_before_the_first_paint_neither_the_desk_nor_a_page_is_loaded() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    printed = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT], capture_output=True, text=True, env=environment, check=False
    )
    assert printed.stdout == "[]\n", printed.stderr


def test_in_english_no_word_of_the_window_is_vietnamese(desk: RehearsalDesk) -> None:
    password = own_password(desk, "officer")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.ui.english_window", str(desk.home.folder), "officer", password]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, cwd=ROOT)
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout)
    assert {"sign-in", "home", "registration", "settings", "keys"} <= found.keys()
    assert {place: words for place, words in found.items() if words} == {}


@pytest.mark.parametrize("percent", ["100", "150"])
def test_the_rehearsal_walks_a_visit_to_its_end(
    tmp_path: Path, percent: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DESK_HOME", raising=False)
    assert rehearse(["--to", str(tmp_path), "--text", percent]) == 0
    printed = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert all(file.stat().st_size > 2_000 for file in printed)
    assert {file.suffix for file in printed} == {".png", ".pdf"}
    assert len(printed) == 15
