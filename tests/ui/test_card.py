from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.accounts.access_log import latest_access
from desk_app.dossiers.commands import finish_step, issue_result
from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.register import register
from desk_app.dossiers.status import Status
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.printing.tables import list_papers
from tests.desks import RehearsalDesk, form, rehearsal_desk
from tests.dossiers.correcting import put_right
from tests.dossiers.test_two_desks import exchanged
from tests.ui.cards import Card, opened_card
from tests.ui.windows import Seat
from ui.dossiers.card import state
from ui.dossiers.card.page import CardPage
from ui.dossiers.hand_over.page import HandOverPage
from ui.shell.scanning.thing import Heard


@pytest.fixture
def card(seat: Seat, desk: RehearsalDesk) -> Card:
    return opened_card(seat, desk)


def settle(card: Card) -> None:
    officer = card.desk.accounts_by_role["officer"]
    for _ in range(4):
        new_id = card.desk.journal.new_id()
        finish_step(card.desk.dossiers, by=officer, dossier=card.dossier, command_id=new_id)
    card.press("F5")


def test_the_card_says_where_the_dossier_is_and_until_when(card: Card) -> None:
    assert card.page.seen is not None
    assert "Đang ở UBND cấp xã (Tư pháp – Hộ tịch)" in state.headline(card.page.seen)
    assert [row.status.words for row in card.page.view.legs.rows] == ["Đang ở đây", *["Chưa tới lượt"] * 3]
    assert card.page.view.why.rows[-1].reason == "nửa ngày 19–20/20"


def test_opening_a_card_is_entered_in_the_access_log_once(card: Card) -> None:
    card.press("F5")
    card.open()
    looks = [
        each for each in latest_access(card.desk.accounts, by=card.desk.admin) if each.about.startswith("dossier:")
    ]
    assert [each.about for each in looks] == [f"dossier:{card.dossier}"]


def test_steps_are_written_down_one_key_and_enter_each(card: Card) -> None:
    card.press("F6", "Return")
    assert card.now().status is Status.IN_PROCESS
    assert len(card.now().open_legs) == 3
    assert "xong" in card.seat.said.lower()


def test_escape_leaves_everything_as_it_was(card: Card) -> None:
    card.press("F6", "Esc")
    assert card.now().status is Status.ACCEPTED
    assert not card.page.moves.step.isVisible()


def test_a_result_carries_its_number(card: Card) -> None:
    card.press("F7")
    card.seat.hands.type("15/GKS")
    card.press("Return")
    result = card.now().result
    assert result is not None
    assert result.number == "15/GKS"


def test_the_result_is_handed_over_on_its_own_page(card: Card) -> None:
    settle(card)
    card.press("F8")
    page = card.seat.front(HandOverPage)
    assert page.opened is not None
    assert page.opened.dossier.id == card.dossier
    card.press("Return")
    assert card.now().status is Status.HANDED_OVER


def test_nothing_is_handed_over_before_there_is_a_result(card: Card) -> None:
    assert not card.page.buttons.by_name["hand_over"].isEnabled()
    card.press("F8")
    card.seat.front(CardPage)
    assert "Chưa có kết quả" in card.seat.said


def test_what_makes_no_sense_any_more_is_not_offered(card: Card) -> None:
    assert not card.page.buttons.by_name["settle"].isVisible()
    settle(card)
    assert card.page.buttons.by_name["hand_over"].isEnabled()
    assert not card.page.buttons.by_name["step"].isVisible()
    assert not card.page.buttons.by_name["result"].isVisible()
    card.press("F8", "Return")
    card.open()
    assert not card.page.buttons.by_name["hand_over"].isVisible()
    assert not card.page.buttons.by_name["correct"].isEnabled()
    assert "lãnh đạo" in card.page.buttons.by_name["correct"].toolTip()


def test_a_note_stands_in_the_history(card: Card) -> None:
    card.press("Ctrl+N")
    card.seat.hands.type("Đã gọi điện báo.")
    card.press("Return")
    assert any("Đã gọi điện báo." in line.words for line in card.page.view.history.rows)


def test_a_further_sheet_is_marked_and_counted_as_a_copy(card: Card) -> None:
    card.press("Ctrl+P", "Return")
    papers = list_papers(card.desk.journal.reading(), card.dossier)
    assert [paper.marked_copies for paper in papers] == [1]


def test_one_key_leads_to_the_scans_of_its_papers(card: Card) -> None:
    card.press("Ctrl+Y")
    assert card.seat.workspace.place == ("attachments", card.dossier)


def test_every_sheet_says_who_asked_for_it_and_when(card: Card) -> None:
    card.press("Ctrl+P", "Return")
    sheets = card.page.view.sheets.rows
    assert [sheet.words.strip() for sheet in sheets] == ["Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Bản sao lần 1"]
    assert {sheet.when for sheet in sheets} == {"08:15 23/11 Người Thử Officer"}


def test_a_leg_shows_the_days_it_has_left(card: Card) -> None:
    assert [row.days for row in card.page.view.legs.rows][:2] == ["còn 1,5 / 1,5 ngày", "còn 1,5 / 1,5 ngày"]
    card.desk.time.advance(timedelta(days=4))
    card.press("F5")
    assert card.page.view.legs.rows[0].days == "quá 0,5 ngày"


def test_a_contradiction_is_shown_and_settled_by_a_leader(desk: RehearsalDesk, tmp_path: Path) -> None:
    officer = desk.accounts_by_role["officer"]
    dossier = register(desk.dossiers, by=officer, form=form(), command_id=desk.journal.new_id()).subject
    with Seat(desk) as seat:
        # The other desk brings people of the same sign-in names: the leader sits here already.
        seat.sign_in("leader")
        corrected_at_two_desks(desk, tmp_path / "second", dossier)
        card = Card(seat, desk, dossier)
        card.open()
        assert "«0900000001» và «0900000002»" in card.page.view.findings.text()
        card.press("Ctrl+G")
        seat.hands.type("Đã gọi hỏi người dân.")
        card.press("Return")
        assert card.now().findings == ()
        assert not card.page.view.findings.isVisible()
        assert not card.page.buttons.by_name["settle"].isVisible()


def corrected_at_two_desks(desk: RehearsalDesk, folder: Path, dossier: str) -> None:
    with rehearsal_desk(folder, desk_number=2) as second:
        exchanged(desk, second)
        put_right(desk, dossier, applicant__phone="0900000001")
        second.time.advance(timedelta(minutes=1))
        put_right(second, dossier, applicant__phone="0900000002")
        exchanged(desk, second)


def test_a_leader_may_look_and_move_on_but_not_hand_over(desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    written = register(desk.dossiers, by=officer, form=form(), command_id=desk.journal.new_id())
    issue_result(desk.dossiers, by=officer, dossier=written.subject, command_id=desk.journal.new_id())
    with Seat(desk) as seat:
        seat.sign_in("leader")
        card = Card(seat, desk, written.subject)
        card.open()
        assert not card.page.buttons.by_name["copy"].isEnabled()
        assert not card.page.buttons.by_name["hand_over"].isEnabled()
        assert "cán bộ một cửa" in card.page.buttons.by_name["hand_over"].toolTip()


def test_an_old_receipt_scanned_from_anywhere_opens_the_card_and_says_it_was_replaced(card: Card) -> None:
    put_right(card.desk, card.dossier, applicant__phone="0907000111", reissue=True)
    card.press("F4")
    key = get_secret(card.desk.journal.reading(), RECEIPT_KEY)
    card.seat.workspace.scanning.take(Heard(text=receipt_text(card.now().code, key), source="port"))
    card.seat.settle()
    assert card.page.seen is not None
    assert card.page.seen.dossier.id == card.dossier
    assert "đã được thay bằng giấy in lúc" in card.seat.said
