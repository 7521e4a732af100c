"""The morning page tells an administrator that nothing would open the data again after their key was lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.desk import Desk
from desk_app.kernel.records import changed
from desk_app.sync.recovery import name_new_recovery, new_recovery
from tests.desks import RehearsalDesk
from tests.sync.hubs import open_hub
from tests.ui.windows import Seat
from ui.home.figure import NoticeLine
from ui.home.page import HomePage
from ui.sync.page import SyncPage


def in_earnest(desk: Desk) -> Desk:
    """Return a desk that is no rehearsal."""
    return replace(desk, card=changed(desk.card, rehearsal=False))


@contextmanager
def morning(desk: Desk, login: str) -> Iterator[tuple[Seat, HomePage]]:
    with Seat(desk) as seat:
        seat.sign_in(login)
        seat.hands.press("F4")
        seat.settle()
        yield seat, seat.front(HomePage)


def line(page: HomePage, words: str) -> NoticeLine:
    return next(each for each in page.reminders.findChildren(NoticeLine) if each.accessibleName().startswith(words))


@pytest.fixture(params=["desk", "hub"])
def real(request: pytest.FixtureRequest, desk: RehearsalDesk, tmp_path: Path) -> Iterator[Desk]:
    """A desk or a hub that is no rehearsal, and has no recovery key."""
    if request.param == "desk":
        yield in_earnest(desk)
        return
    with open_hub(tmp_path / "hub") as hub:
        yield in_earnest(hub)


def test_the_administrator_is_told_first_and_one_press_opens_the_making_of_the_paper(real: Desk) -> None:
    with morning(real, "quantri") as (seat, page):
        told = line(page, "Chưa có tờ khóa dự phòng")
        assert page.reminders.text.startswith("Chưa có tờ khóa dự phòng"), (
            "nothing is worse, and nothing is done sooner"
        )
        assert "mất dữ liệu và mọi bản sao lưu" in told.toolTip()
        told.click()
        seat.settle()
        assert seat.front(SyncPage).keys.make_paper.isVisible()


def test_once_the_paper_is_made_nothing_is_said_until_its_file_is_gone(desk: RehearsalDesk) -> None:
    name_new_recovery(desk.sync, by=desk.admin, key=new_recovery(), command_id=desk.journal.new_id())
    with morning(in_earnest(desk), "quantri") as (seat, page):
        assert "khóa" not in page.reminders.text
        desk.home.recovery.unlink()
        seat.hands.press("F5")
        seat.settle()
        line(page, "Thiếu tệp khóa gửi giữ").click()
        seat.settle()
        assert seat.front(SyncPage).keys.try_paper.isVisible()
        seat.hands.press("Esc")
        seat.hands.press("Esc")
        seat.settle()
        seat.hands.press("Shift+F11")
        seat.settle()
        assert not seat.front(SyncPage).keys.try_paper.isVisible(), "it was asked once"


@pytest.mark.parametrize("login", ["officer", "leader"])
def test_who_cannot_make_the_paper_is_not_troubled(desk: RehearsalDesk, login: str) -> None:
    with morning(in_earnest(desk), login) as (_seat, page):
        assert "khóa" not in page.reminders.text


def test_a_rehearsal_needs_no_paper(desk: RehearsalDesk) -> None:
    with morning(desk, "quantri") as (_seat, page):
        assert "khóa" not in page.reminders.text
