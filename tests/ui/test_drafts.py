import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desk_app.dossiers.drafts import keep_draft
from desk_app.dossiers.register import register
from tests.desks import RehearsalDesk, form
from tests.ui.counter import draft_of, fill, go_to_counter, page_of, save
from tests.ui.windows import Seat
from ui.dossiers.registration.typed import DRAFT, Typed

CARD = "093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ, Phụng Hiệp, Hậu Giang|25122021"
BIRTH, LINKED = "1.001193", "2.000986"


@pytest.fixture
def counter(seat: Seat) -> Seat:
    go_to_counter(seat)
    return seat


def test_the_draft_is_kept_while_typing_and_dropped_when_saved(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter)
    counter.wait(lambda: draft_of(desk) is not None, "no draft")
    draft = draft_of(desk)
    assert draft is not None
    assert (draft.name, draft.procedure) == ("Nguyễn Văn Mẫu", BIRTH)
    save(counter)
    counter.settle()
    assert draft_of(desk) is None


def test_a_draft_that_had_been_saved_before_the_program_died_is_not_opened_again(desk: RehearsalDesk) -> None:
    officer, command_id = desk.accounts_by_role["officer"], desk.journal.new_id()
    register(desk.dossiers, by=officer, form=form(), command_id=command_id)
    keep_draft(desk.dossiers, account=officer, form=DRAFT, draft=Typed(command_id=command_id, name="Nguyễn Văn Mẫu"))
    with Seat(desk) as seat:
        seat.sign_in("officer")
        seat.hands.press("F2")
        seat.settle()
        assert page_of(seat).filling.typed.name == ""


def test_clearing_throws_the_draft_away(counter: Seat, desk: RehearsalDesk) -> None:
    counter.hands.type("Nguyễn Văn Mẫu")
    counter.wait(lambda: draft_of(desk) is not None, "no draft")
    counter.hands.press("Ctrl+Delete")
    counter.settle()
    assert draft_of(desk) is None
    assert page_of(counter).view.fields["name"].text == ""


_TYPING = """
import sys
from tests.desks import opened
from tests.ui.counter import dossiers, draft_of, fill, go_to_counter, page_of, save
from tests.ui.windows import Seat
from ui.app import application
from pathlib import Path
application(100)
seat = Seat(opened(Path(sys.argv[1])))
seat.__enter__()
seat.sign_in("officer")
seat.hands.press("F2")
seat.settle()
seat.hands.type("Nguyễn Văn Mẫu")
seat.hands.rest(700)
seat.settle()
print("typed", flush=True)
seat.hands.rest(60_000)
"""


def test_a_half_typed_form_survives_a_killed_program(desk: RehearsalDesk) -> None:
    folder = desk.home.folder
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    program = subprocess.Popen(
        [sys.executable, "-c", _TYPING, str(folder)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "typed\n"
    program.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    program.wait()
    program.stdout.close()
    with Seat(desk) as seat:
        seat.sign_in("officer")
        seat.hands.press("F2")
        seat.settle()
        assert page_of(seat).filling.typed.name == "Nguyễn Văn Mẫu"
        assert "nhập dở" in seat.said
