"""The moves of a dossier's life on its card: a key and a strip each, there only when they are allowed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.accounts.rules import PERMISSIONS, Role
from desk_app.dossiers.status import Status
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.dossiers.living import led, now, papers, received
from tests.ui.cards import Card, opened_card
from tests.ui.windows import Seat
from ui.dossiers.card import state
from ui.dossiers.card.life_actions import life_actions
from ui.dossiers.card.life_typed import several


@pytest.fixture
def card(seat: Seat, desk: RehearsalDesk) -> Card:
    return opened_card(seat, desk)


@pytest.fixture
def leaders(tmp_path: Path) -> Iterator[Card]:
    """Give the card of a dossier in front of a leader."""
    with rehearsal_desk(tmp_path / "leaders") as desk, Seat(desk) as made:
        made.sign_in("leader")
        yield opened_card(made, desk)


def offered(card: Card) -> set[str]:
    return {name for name, button in card.page.life.buttons.items() if button.isVisible()}


def typed(card: Card, **texts: str) -> None:
    """Fill in the open strip and press Enter."""
    strip = next(strip for strip in card.page.life.strips.values() if strip.isVisible())
    for name, text in texts.items():
        strip.fields[name].put(text)
    card.press("Return")


def test_only_what_is_allowed_stands_on_the_card(card: Card) -> None:
    assert offered(card) == {
        "supplement",
        "pass_on",
        "propose",
        "ask_payment",
        "reassign",
        "withdraw",
        "refuse",
        "stop",
        "control",
    }
    card.press("Ctrl+B")
    typed(card, missing="Giấy chứng sinh; Tờ khai")
    assert offered(card) == {"supplied", "reassign", "withdraw", "refuse", "stop", "control"}


def test_a_supplement_is_asked_for_and_taken_in_with_one_key(card: Card) -> None:
    card.press("Ctrl+B")
    typed(card, missing="Giấy chứng sinh; Tờ khai")
    assert card.now().status is Status.SUPPLEMENT_REQUESTED
    assert card.page.seen is not None
    assert "Chờ người dân bổ sung" in state.headline(card.page.seen)
    assert {row.status.words for row in state.leg_rows(card.page.seen)} == {"Tạm dừng"}
    card.desk.time.advance(timedelta(days=2))
    card.press("Ctrl+B", "Return")
    assert card.now().status is Status.IN_PROCESS
    assert [paper.name for paper in card.now().registered.papers[-2:]] == ["Giấy chứng sinh", "Tờ khai"]
    assert papers(card.desk, card.dossier) == ["receipt", "supplement", "receipt"]
    assert "thời hạn tính lại từ đầu" in state.why_note(card.page.seen)
    assert "hoàn thiện lúc" in card.page.seen.why[0].reason
    assert "supplement" not in offered(card)
    assert [sheet.replaced for sheet in card.page.seen.sheets] == [False, False, True]
    assert "hẹn trả kết quả" in card.page.seen.sheets[0].title


def test_what_is_missing_must_be_said(card: Card) -> None:
    card.press("Ctrl+B", "Return")
    strip = card.page.life.strips["supplement"]
    assert strip.isVisible()
    assert "Chưa ghi giấy tờ" in strip.fields["missing"].trouble
    card.press("Esc")
    assert card.now().status is Status.ACCEPTED


def test_an_officer_proposes_an_apology(card: Card) -> None:
    card.press("Ctrl+D")
    typed(card, due_at="15/12/2026", reason="Phải xác minh")
    assert card.now().story.open_proposal is not None
    assert card.page.seen is not None
    assert "Chờ lãnh đạo duyệt" in state.why_note(card.page.seen)


def test_a_leader_approves_it_as_it_was_proposed(leaders: Card) -> None:
    led(leaders.desk, leaders.dossier, "propose", "2026-11-25T09:00", reason="Phải xác minh", due="2026-12-15T17:00")
    leaders.press("F5", "Ctrl+D")
    strip = leaders.page.life.strips["apologise"]
    assert (strip.text("due_at"), strip.text("reason")) == ("17:00 15/12/2026", "Phải xác minh")
    leaders.press("Return")
    assert f"{leaders.now().registered.due_at:%H:%M %d/%m}" == "17:00 15/12"
    assert papers(leaders.desk, leaders.dossier)[-1] == "apology"
    assert "apologise" not in offered(leaders)


def test_a_day_off_is_refused_beside_its_field(leaders: Card) -> None:
    leaders.press("Ctrl+D")
    typed(leaders, due_at="12/12/2026", reason="Phải xác minh")
    assert "ngày nghỉ" in leaders.page.life.strips["apologise"].fields["due_at"].trouble


@pytest.mark.parametrize(
    ("keys", "texts", "status"),
    [
        ("Ctrl+R", {"reason": "Không làm nữa"}, Status.WITHDRAWN),
        ("Ctrl+T", {"reason": "Sai nơi nộp"}, Status.NOT_ACCEPTED),
        ("Ctrl+U", {"reason": "Không bổ sung", "basis": "Điều 19"}, Status.STOPPED),
    ],
)
def test_a_dossier_ends_with_one_key_and_its_paper(
    card: Card, keys: str, texts: dict[str, str], status: Status
) -> None:
    card.press(keys)
    typed(card, **texts)
    assert card.now().status is status
    assert len(papers(card.desk, card.dossier)) == 2
    assert offered(card) == {"control"}
    assert card.page.seen is not None
    assert texts["reason"] in state.headline(card.page.seen)
    card.press(keys)
    assert "không làm được việc này" in card.seat.said


def test_money_is_asked_for_and_paid(card: Card) -> None:
    card.press("Ctrl+I")
    typed(card, amount="20 nghìn", purpose="Lệ phí", until="15/12/2026")
    assert "không phải là số tiền" in card.page.life.strips["ask_payment"].fields["amount"].trouble
    typed(card, amount="20.000", purpose="Lệ phí", until="15/12/2026")
    assert card.now().status is Status.PAYMENT_REQUESTED
    card.press("Ctrl+I")
    typed(card, receipt_number="BL 01")
    assert card.now().status is Status.IN_PROCESS


def test_the_folder_goes_on_and_the_card_says_who_has_it(card: Card) -> None:
    card.press("Ctrl+H")
    typed(card, taken_by="Lê Thị Thử")
    assert card.now().legs[0].received_at is not None
    card.press("Ctrl+O")
    strip = card.page.life.strips["reassign"]
    assert "Người Thử Officer" not in [strip.box.itemText(place) for place in range(strip.box.count())]
    typed(card, reason="Nghỉ ốm")
    assert card.now().holder != card.desk.accounts_by_role["officer"]
    assert card.page.seen is not None
    assert ("Người phụ trách", card.page.seen.holder) in state.facts_of(card.page.seen)


def test_the_control_sheet_is_printed_whatever_the_state(card: Card) -> None:
    card.press("Ctrl+J", "Return")
    assert papers(card.desk, card.dossier) == ["receipt", "control"]
    assert card.now().status is Status.ACCEPTED


def test_nobody_is_offered_what_the_rules_refuse(desk: RehearsalDesk) -> None:
    dossier = received(desk)
    officer, leader = PERMISSIONS[Role.OFFICER], PERMISSIONS[Role.LEADER]
    names = [each.name for each in life_actions(now(desk, dossier), officer.__contains__)]
    assert "apologise" not in names
    assert "propose" in names
    led(desk, dossier, "apologise", "2026-11-25T09:00", "leader", reason="x", due="2026-12-15T17:00")
    assert not {"apologise", "propose"} & {each.name for each in life_actions(now(desk, dossier), leader.__contains__)}
    assert life_actions(now(desk, dossier), set[str]().__contains__) == ()


def test_papers_named_in_one_line_are_parted_by_semicolons() -> None:
    assert several(" Giấy chứng sinh;; Tờ khai ;") == ("Giấy chứng sinh", "Tờ khai")
