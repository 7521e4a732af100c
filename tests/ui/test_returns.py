"""The page of returns, worked by keyboard at a real desk."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.dossiers.status import Status
from desk_app.printing.tables.jobs import list_jobs
from desk_app.returns import reading
from desk_app.returns.way import Where
from tests.desks import RehearsalDesk
from tests.returns.going import BIRTH, CARD, LAN, dossier_now, out, pass_hours, planned, ready, way
from tests.ui.returning import Returning
from tests.ui.windows import Seat, focused
from ui.dossiers.card.page import CardPage
from ui.dossiers.hand_over.page import HandOverPage
from ui.returns.page import ReturnsPage
from ui.returns.ways_view import BACK, POST, TRIPS
from ui.shell.dress import dress


@pytest.fixture
def returning(seat: Seat, desk: RehearsalDesk) -> Returning:
    return Returning(seat, desk)


def test_a_round_is_planned_sent_and_ended_by_keys_alone(returning: Returning) -> None:
    desk = returning.desk
    given, missed = ready(desk, "Nguyễn Văn An"), ready(desk, "Trần Thị Bình")
    returning.come()
    assert focused() is returning.page.waiting.table
    returning.press("Ctrl+A", "F6")
    returning.type("Lê Thị Thử")
    returning.press("Return")
    assert returning.page.waiting.table.rows == ()
    assert [row.dossier for row in returning.page.ways.trips.rows] == ["", given, missed]
    returning.press("Alt+1", "Ctrl+P", "Ctrl+G", "Return")
    titles = {job.title for job in list_jobs(desk.journal.reading())}
    assert {"Danh sách trả kết quả tại nhà", "Phiếu ký nhận kết quả tại nhà"} <= titles
    assert way(desk, given).where is Where.OUT
    pass_hours(desk, 2)
    returning.scan(given)
    returning.press("F7", "Return")
    assert dossier_now(desk, given).status is Status.HANDED_OVER
    returning.scan(missed)
    returning.press("F8", "Return", "Ctrl+D")
    assert reading.open_rounds(desk.returns) == ()
    assert way(desk, missed).where is Where.WAITING
    current = returning.page.waiting.table.current
    assert current is not None
    assert current.id == missed


def test_the_space_bar_ticks_and_escape_unticks(returning: Returning) -> None:
    first, second = ready(returning.desk, "Nguyễn Văn An"), ready(returning.desk, "Trần Thị Bình")
    returning.come()
    returning.press("Space", "Space")
    assert returning.page.waiting.ticked == (first, second)
    returning.press("Escape")
    assert not returning.page.waiting.ticked


def test_nothing_ticked_plans_nothing_and_says_how_to_tick(returning: Returning) -> None:
    ready(returning.desk)
    returning.come()
    returning.press("F6")
    assert "Chưa chọn" in returning.seat.said


def test_who_went_to_a_hamlet_last_time_is_proposed(returning: Returning) -> None:
    planned(returning.desk, ready(returning.desk))
    ready(returning.desk, "Trần Thị Bình")
    returning.come()
    returning.press("Space", "F6")
    fields = returning.page.asking.plan.fields
    assert (fields["hamlet"].text, fields["helper"].text, fields["phone"].text) == ("Ấp 2", LAN.name, LAN.phone)


def test_a_missing_helper_is_said_beside_the_field_and_can_be_mended(returning: Returning) -> None:
    ready(returning.desk)
    returning.come()
    returning.press("Space", "F6", "Return")
    assert "Người đi trả" in returning.page.asking.plan.fields["helper"].trouble
    returning.field("Lan", "helper")
    returning.press("Return")
    assert len(reading.open_rounds(returning.desk.returns)) == 1


@pytest.mark.parametrize(("name", "typed"), [("going_on", "31/2"), ("going_on", "ngày kia")])
def test_a_day_that_is_none_is_said_beside_the_field(returning: Returning, name: str, typed: str) -> None:
    ready(returning.desk)
    returning.come()
    returning.press("Space", "F6")
    returning.field(typed, name)
    returning.press("Return")
    assert "không phải là ngày" in returning.page.asking.plan.fields[name].trouble


def test_a_proposal_is_accepted_with_one_key(returning: Returning) -> None:
    dossier = ready(returning.desk, procedure=CARD, return_by="counter")
    returning.come()
    assert returning.page.waiting.table.rows[0].proposed
    returning.press("Ctrl+Y")
    assert way(returning.desk, dossier).where is Where.WAITING
    assert not returning.page.waiting.table.rows[0].proposed


def test_a_proposal_is_declined_with_one_key(returning: Returning) -> None:
    ready(returning.desk, procedure=CARD, return_by="counter")
    returning.come()
    returning.press("Delete")
    assert returning.page.waiting.table.rows == ()


def test_a_result_that_must_be_signed_for_cannot_be_ticked_and_says_why(returning: Returning) -> None:
    ready(returning.desk, procedure=BIRTH, return_by="counter", priority="Người khuyết tật")
    returning.come()
    returning.press("Space")
    assert returning.page.waiting.ticked == ()
    assert "ký" in returning.seat.said
    assert not returning.page.waiting.accept_button.isEnabled()


def test_a_relative_at_the_door_is_typed_in(returning: Returning) -> None:
    dossier = ready(returning.desk)
    out(returning.desk, dossier)
    returning.come()
    returning.scan(dossier)
    returning.press("F7", "Down")
    returning.field("Trần Thị Hai", "to")
    returning.field("vợ", "about")
    returning.field("8:30", "at")
    returning.press("Return")
    given = dossier_now(returning.desk, dossier).handed_over
    assert given is not None
    assert (given.to, given.kinship, f"{given.handed_at:%H:%M}") == ("Trần Thị Hai", "vợ", "08:30")


def test_a_stop_is_brought_back_for_its_owner_to_fetch(returning: Returning) -> None:
    dossier = ready(returning.desk)
    out(returning.desk, dossier)
    returning.come()
    returning.scan(dossier)
    returning.press("Ctrl+B", "Return")
    assert way(returning.desk, dossier).where is Where.AT_DESK
    returning.press("Alt+3")
    assert [row.id for row in returning.page.ways.back.rows] == [dossier]
    returning.press("Return")
    assert returning.seat.front(HandOverPage).opened is not None


def test_a_scanned_slip_leads_to_its_stop_and_any_other_receipt_to_its_card(returning: Returning) -> None:
    dossier, other = ready(returning.desk), ready(returning.desk, "Trần Thị Bình", return_by="counter")
    out(returning.desk, dossier)
    returning.come()
    returning.press("Alt+3")
    returning.scan(dossier)
    assert returning.page.ways.tab == TRIPS
    assert returning.page.ways.trip is not None
    assert returning.page.ways.trip.dossier == dossier
    returning.scan(other)
    assert isinstance(returning.seat.workspace.front, CardPage)


def test_the_page_opens_on_the_dossier_it_is_about(returning: Returning) -> None:
    ready(returning.desk, "Nguyễn Văn An")
    dossier = ready(returning.desk, "Trần Thị Bình")
    returning.seat.workspace.go("returns", dossier)
    returning.seat.settle()
    current = returning.page.waiting.table.current
    assert current is not None
    assert current.id == dossier


def test_a_round_with_an_unsaid_stop_names_it_when_somebody_wants_to_end_it(returning: Returning) -> None:
    dossier = ready(returning.desk)
    out(returning.desk, dossier)
    returning.come()
    returning.press("Alt+1", "Ctrl+D")
    assert "chưa ghi kết quả" in returning.seat.said
    assert len(reading.open_rounds(returning.desk.returns)) == 1


def test_empty_lists_say_what_to_do(returning: Returning) -> None:
    returning.come()
    assert "Không có kết quả nào" in returning.page.waiting.table.accessibleDescription()
    for tab in (TRIPS, POST, BACK):
        assert returning.page.ways.tables[tab].accessibleDescription()
    assert not any(made.isEnabled() for made in buttons(returning.page))


def test_a_leader_has_no_page_of_rounds(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("leader")
        assert "returns" not in seat.workspace.rail.keys


def test_every_strip_fits_a_small_window_at_large_text(qapp: QApplication, desk: RehearsalDesk) -> None:
    dress(qapp, 200)
    with Seat(desk) as seat:
        seat.window.resize(1366, 728)
        seat.sign_in("officer")
        seat.workspace.go("returns", "")
        seat.settle()
        page = seat.front(ReturnsPage)
        for strip in page.asking.strips:
            page.asking.open(strip, "261123-1001")
            seat.settle()
            assert strip.minimumSizeHint().width() <= page.width()
            assert strip.mapTo(page, strip.rect().topRight()).x() <= page.width()


def buttons(page: ReturnsPage) -> tuple[Any, ...]:
    """Return the buttons that move something."""
    return (page.forward_button, page.fail_button, page.back_button, page.leave_button, page.close_button)
