import pytest

from desk_app.accounts.access_log import latest_access
from desk_app.dossiers.commands import dossier_in, finish_step
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.register import register
from desk_app.dossiers.status import Status
from desk_app.printing.tables import list_papers
from tests.desks import PAPERS, RehearsalDesk, form
from tests.ui.windows import Seat
from ui.dossiers.card import state
from ui.dossiers.card.page import CardPage

LINKED = "2.000986"


class Card:
    def __init__(self, seat: Seat, desk: RehearsalDesk, dossier: str) -> None:
        self.seat, self.desk, self.dossier = seat, desk, dossier

    @property
    def page(self) -> CardPage:
        return self.seat.front(CardPage)

    def open(self) -> None:
        self.seat.workspace.go("card", self.dossier)
        self.seat.settle()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.seat.hands.press(key)
            self.seat.settle()

    def now(self) -> Dossier:
        return dossier_in(self.desk.dossiers, self.desk.journal.reading(), self.dossier)


@pytest.fixture
def card(seat: Seat, desk: RehearsalDesk) -> Card:
    officer = desk.accounts_by_role["officer"]
    registration = form(procedure=LINKED, papers=PAPERS)
    written = register(desk.dossiers, by=officer, form=registration, command_id=desk.journal.new_id())
    made = Card(seat, desk, written.subject)
    made.open()
    return made


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


def test_the_result_is_handed_to_the_person_with_two_keys(card: Card) -> None:
    settle(card)
    card.press("F8", "Return")
    handed = card.now().handed_over
    assert handed is not None
    assert (handed.to, handed.relation) == ("Nguyễn Văn Mẫu", "self")
    assert not card.page.hand_over_button.isEnabled()


def test_somebody_else_needs_a_name_and_the_authorised_a_paper(card: Card) -> None:
    settle(card)
    card.press("F8", "Down", "Down", "Return")
    strip = card.page.moves.hand_over
    assert "Người nhận" in strip.fields["to"].trouble
    card.seat.hands.type("Lê Văn Hộ")
    card.press("Return")
    assert "Giấy tờ xuất trình" in strip.fields["paper_shown"].trouble
    card.seat.hands.type("Giấy ủy quyền số 3")
    card.press("Return")
    handed = card.now().handed_over
    assert handed is not None
    assert (handed.to, handed.relation, handed.paper_shown) == ("Lê Văn Hộ", "authorised", "Giấy ủy quyền số 3")


def test_nothing_is_handed_over_before_there_is_a_result(card: Card) -> None:
    card.press("F8")
    assert not card.page.moves.hand_over.isVisible()
    assert "Chưa trả được" in card.seat.said


def test_a_note_stands_in_the_history(card: Card) -> None:
    card.press("Ctrl+N")
    card.seat.hands.type("Đã gọi điện báo.")
    card.press("Return")
    assert any("Đã gọi điện báo." in line.words for line in card.page.view.history.rows)


def test_a_further_sheet_is_marked_and_counted_as_a_copy(card: Card) -> None:
    card.press("Ctrl+P", "Return")
    papers = list_papers(card.desk.journal.reading(), card.dossier)
    assert [paper.marked_copies for paper in papers] == [1]


def test_a_leader_may_look_and_move_on_but_not_hand_over(desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    written = register(desk.dossiers, by=officer, form=form(), command_id=desk.journal.new_id())
    with Seat(desk) as seat:
        seat.sign_in("leader")
        card = Card(seat, desk, written.subject)
        card.open()
        assert card.page.step_button.isEnabled()
        assert not card.page.copy_button.isEnabled()
        card.press("F7", "Return")
        assert card.now().status is Status.SETTLED
        assert not card.page.hand_over_button.isEnabled()
