"""The page of findings, by keys."""

from pathlib import Path

import pytest

from tests.desks import RehearsalDesk, rehearsal_desk
from tests.fees.taking import COPY, paid, received
from tests.findings.test_findings import exchanged
from tests.ui.windows import Seat
from ui.findings.page import FindingsPage


@pytest.fixture
def contradicted(desk: RehearsalDesk, tmp_path: Path) -> str:
    """One fee that two desks took; the dossier's id."""
    with rehearsal_desk(tmp_path / "second", desk_number=2) as second:
        dossier = received(desk, COPY)
        exchanged(desk, second)
        paid(desk, dossier)
        paid(second, dossier, 5_000, reason="hộ nghèo")
        exchanged(desk, second)
    return dossier


def opened(seat: Seat) -> FindingsPage:
    seat.hands.press("Shift+F3")
    seat.settle()
    return seat.front(FindingsPage)


def test_both_sides_stand_side_by_side_and_one_key_closes_it(desk: RehearsalDesk, contradicted: str) -> None:
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        seat.settle()
        page = opened(seat)
        (one,) = page.table.rows
        assert one.dossier == contradicted
        texts = {page.first.words.text(), page.second.words.text()}
        assert any("8.000 đ" in text for text in texts)
        assert any("5.000 đ" in text for text in texts)
        seat.hands.press("F6")
        seat.hands.press("Return")
        seat.settle()
        assert page.strip.isVisible(), "a reason is asked for"
        seat.hands.type("Đã hỏi hai quầy")
        seat.hands.press("Return")
        seat.settle()
        assert page.table.rows == ()
        assert "Không cần làm gì" in page.table.accessibleDescription()


@pytest.mark.usefixtures("contradicted")
def test_a_key_opens_the_page_on_which_it_is_put_right(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        seat.settle()
        opened(seat)
        seat.hands.press("F7")
        seat.settle()
        assert type(seat.workspace.front).__name__ == "FeesPage"
