"""The hub's windows call each dossier's procedure as its own office does."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.catalogue.commands import publish
from desk_app.desk import Desk
from desk_app.dossiers.register import register
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import FixedTime
from desk_app.sync.hub.inbox import take_inbox
from tests.desks import RehearsalDesk, form, rehearsal_desk
from tests.sync.hubs import OFFICES, join, open_hub, sent, staff_of
from tests.ui.windows import Seat
from ui.dossiers.find.page import FindPage
from ui.dossiers.list.page import ListPage
from ui.home.page import HomePage

BIRTH, OTHER_NAME = "1.001193", "Khai sinh theo cách của phường kia"
NAMES = {"Phường Này": "Đăng ký khai sinh", "Phường Kia": OTHER_NAME}


def registered(desk: RehearsalDesk, name: str) -> None:
    register(desk.dossiers, by=desk.admin, form=form(name, BIRTH), command_id=desk.journal.new_id())


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Desk]:
    """A hub with a dossier of each of two offices, the second of which calls the procedure otherwise."""
    inbox = tmp_path / "usb"
    inbox.mkdir()
    with ExitStack() as stack:
        upper = stack.enter_context(open_hub(tmp_path / "hub"))
        one, two = (stack.enter_context(rehearsal_desk(tmp_path / f"d{n}", desk_number=n)) for n in (1, 2))
        for desk, office in zip((one, two), OFFICES, strict=False):
            join(upper, desk, tmp_path, office)
        registered(one, "Phường Này")
        two.time.advance(timedelta(minutes=10))
        version = two.catalogue.present().procedure_on(BIRTH, two.time.now().date())
        renamed = changed(version, name=OTHER_NAME)
        publish(two.catalogue, by=two.admin, procedures=(renamed,), command_id=two.journal.new_id())
        registered(two, "Phường Kia")
        for desk in (one, two):
            sent(desk, inbox)
        take_inbox(upper.sync, by=staff_of(upper), folder=inbox)
        yield upper


def test_lists_searches_and_the_morning_name_a_procedure_as_the_dossiers_office_does(hub: Desk) -> None:
    with Seat(hub) as seat:
        seat.sign_in("quantri")
        seat.hands.press("F11")
        seat.settle()
        assert {line.name: line.procedure for line in seat.front(ListPage).table.rows} == NAMES
        seat.workspace.go("find", "Phường")
        seat.settle()
        assert {hit.name: hit.procedure for hit in seat.front(FindPage).table.rows} == NAMES
        assert isinstance(hub.journal.time, FixedTime)
        hub.journal.time.advance(timedelta(days=9))
        seat.hands.press("F4")
        seat.settle()
        assert {line.name: line.procedure for line in seat.front(HomePage).table.rows} == NAMES
