from datetime import timedelta
from typing import Any

import pytest

from desk_app.accounts.access_log import latest_access
from desk_app.dossiers.commands import dossier_in, hand_over, issue_result
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.dossiers.status import Status
from desk_app.office.tables import RECEIPT_KEY, get_secret
from tests.desks import RehearsalDesk, form
from tests.dossiers.correcting import put_right
from tests.ui.windows import Seat, focused
from ui.dossiers.card.page import CardPage
from ui.dossiers.hand_over.page import HandOverPage
from ui.shell.scanning.thing import Heard

COPY = "2.000635"
ME = Person(name="Nguyễn Thị Ngọc Hân", id_number="093195004321", birth_on="1995-01-01", phone="0907123456")
MY_CARD = "093195004321||Nguyễn Thị Ngọc Hân|01011995|Nữ|Ấp 2, Hòa Mỹ|25122021"
OTHER_CARD = "093085001234||Trần Văn Thử|05031985|Nam|Ấp 1, Hòa Mỹ|12082021"


class Counter:
    """The officer at the hand-over page."""

    def __init__(self, seat: Seat, desk: RehearsalDesk) -> None:
        self.seat, self.desk = seat, desk
        self.officer = desk.accounts_by_role["officer"]
        self.told: list[tuple[str, str]] = []

    @property
    def page(self) -> HandOverPage:
        return self.seat.front(HandOverPage)

    def come(self) -> None:
        self.seat.hands.press("F12")
        self.seat.settle()
        self.page.context.happenings.handed_over.connect(lambda dossier, code: self.told.append((dossier, code)))

    def received(self, *, ready: bool = True, **values: Any) -> str:
        registration = form(**{"procedure": COPY, "applicant": ME, **values})
        new_id = self.desk.journal.new_id
        dossier = register(self.desk.dossiers, by=self.officer, form=registration, command_id=new_id()).subject
        if ready:
            issue_result(self.desk.dossiers, by=self.officer, dossier=dossier, command_id=new_id())
        return dossier

    def now(self, dossier: str) -> Dossier:
        return dossier_in(self.desk.dossiers, self.desk.journal.reading(), dossier)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.seat.hands.press(key)
            self.seat.settle()

    def ask(self, text: str) -> None:
        self.page.scan_field.take_focus()
        self.seat.hands.type(text)
        self.press("Return")
        self.seat.wait(lambda: self.page.opened is not None or bool(self.page.hits.table.rows), "nothing was found")

    def scan(self, text: str) -> None:
        """Let a scanner at a port say a text."""
        self.seat.workspace.scanning.take(Heard(text=text, source="port"))
        self.seat.settle()


@pytest.fixture
def counter(seat: Seat, desk: RehearsalDesk) -> Counter:
    return Counter(seat, desk)


def receipt(counter: Counter, dossier: str, edition: int = 1) -> str:
    key = get_secret(counter.desk.journal.reading(), RECEIPT_KEY)
    return receipt_text(counter.now(dossier).code, key, edition=edition)


def test_an_ordinary_result_is_given_by_a_scan_and_one_key(counter: Counter) -> None:
    dossier = counter.received()
    counter.come()
    counter.scan(receipt(counter, dossier))
    counter.press("Return")
    given = counter.now(dossier).handed_over
    assert given is not None
    assert (given.to, given.relation) == (ME.name, "self")
    assert counter.told == [(dossier, counter.now(dossier).code)]
    assert counter.page.opened is None
    assert focused() is counter.page.scan_field.edit
    assert "Đã trả" in counter.seat.said


def test_where_a_register_is_signed_space_says_so_first(counter: Counter) -> None:
    dossier = counter.received(procedure="1.001193")
    counter.come()
    counter.ask(receipt(counter, dossier))
    counter.press("Return")
    assert counter.now(dossier).handed_over is None
    assert "phải ký sổ" in counter.seat.said
    counter.press("Space", "Return")
    given = counter.now(dossier).handed_over
    assert given is not None
    assert given.signed_register


def test_a_register_signed_at_an_earlier_step_asks_for_nothing(counter: Counter) -> None:
    dossier = counter.received(procedure="2.000986")
    counter.come()
    counter.page.open(dossier)
    counter.seat.settle()
    assert "Sổ hộ tịch ký ở bước" in counter.page.form.collector.signed_words.text()
    counter.press("Return")
    assert counter.now(dossier).status is Status.HANDED_OVER


def test_a_relative_gives_name_kinship_and_number(counter: Counter) -> None:
    dossier = counter.received()
    counter.come()
    counter.ask("261123-1001")
    counter.press("Alt+2")
    for text in ("Trần Văn Thử", "chồng", "093085001234"):
        counter.seat.hands.type(text)
        counter.press("Return")
    counter.press("Return")
    given = counter.now(dossier).handed_over
    assert given is not None
    assert (given.to, given.kinship, given.id_number) == ("Trần Văn Thử", "chồng", "093085001234")


def test_what_is_missing_stands_beside_its_field(counter: Counter) -> None:
    dossier = counter.received()
    counter.come()
    counter.ask("261123-1001")
    counter.press("Alt+3", "F8")
    fields = counter.page.form.collector.fields
    assert "Người nhận" in fields["to"].trouble
    counter.seat.hands.type("Lê Văn Hộ")
    counter.press("F8")
    assert "Giấy tờ xuất trình" in fields["paper_shown"].trouble
    counter.seat.hands.type("Giấy ủy quyền số 3")
    counter.press("F8")
    assert counter.now(dossier).status is Status.HANDED_OVER


def test_the_card_of_the_applicant_or_of_another_says_who_collects(counter: Counter) -> None:
    dossier = counter.received()
    counter.come()
    counter.scan(receipt(counter, dossier))
    counter.scan(MY_CARD)
    assert "Đúng người nộp" in counter.seat.said
    assert counter.page.form.collector.radios["self"].isChecked()
    counter.scan(OTHER_CARD)
    assert counter.page.form.collector.radios["relative"].isChecked()
    assert counter.page.form.collector.fields["to"].text == "Trần Văn Thử"
    counter.seat.hands.type("chồng")
    counter.press("F8")
    given = counter.now(dossier).handed_over
    assert given is not None
    assert (given.to, given.id_number, given.kinship) == ("Trần Văn Thử", "093085001234", "chồng")


def test_a_card_alone_finds_the_results_of_its_owner(counter: Counter) -> None:
    dossier = counter.received()
    counter.come()
    counter.scan(MY_CARD)
    assert counter.page.opened is not None
    assert counter.page.opened.dossier.id == dossier


def test_every_result_of_one_person_goes_with_one_key(counter: Counter) -> None:
    dossiers = [counter.received() for _number in range(3)]
    counter.received(applicant=Person(name="Người Khác", id_number="093085009999"))
    counter.come()
    counter.scan(receipt(counter, dossiers[1]))
    assert "Trả cả 3 kết quả" in counter.page.form.all_button.text()
    counter.press("F7")
    assert {counter.now(each).status for each in dossiers} == {Status.HANDED_OVER}
    assert sorted(dossier for dossier, _code in counter.told) == sorted(dossiers)
    assert len(counter.page.waiting.table.rows) == 1


def test_a_result_that_is_not_there_says_where_it_is_and_what_to_tell(counter: Counter) -> None:
    dossier = counter.received(ready=False)
    counter.come()
    counter.scan(receipt(counter, dossier))
    view = counter.page.form
    assert "Chưa có kết quả: đang ở" in view.headline.text()
    assert "hẹn trả" in view.tell.text()
    assert not view.give_button.isVisible()
    counter.press("F8")
    assert counter.now(dossier).handed_over is None
    counter.desk.time.advance(timedelta(days=5))
    counter.press("F5")
    assert "Đã quá hẹn" in view.tell.text()


def test_a_second_hand_over_is_refused_and_says_to_whom_the_first_was(counter: Counter) -> None:
    dossier = counter.received()
    given = {"relation": "relative", "to": "Trần Văn Thử"}
    command_id = counter.desk.journal.new_id()
    hand_over(counter.desk.dossiers, by=counter.officer, dossier=dossier, command_id=command_id, **given)  # type: ignore[arg-type]
    counter.come()
    counter.scan(receipt(counter, dossier))
    assert "cho Trần Văn Thử (người thân)" in counter.page.form.headline.text()
    assert "Người Thử Officer" in counter.page.form.tell.text()
    assert not counter.page.form.give_button.isVisible()


def test_an_old_receipt_says_that_it_was_replaced(counter: Counter) -> None:
    dossier = counter.received()
    put_right(counter.desk, dossier, applicant__phone="0907000111", reissue=True)
    counter.come()
    counter.scan(receipt(counter, dossier))
    assert counter.page.form.replaced.isVisible()
    assert "đã được thay" in counter.page.form.replaced.text()
    counter.scan(receipt(counter, dossier, edition=2))
    assert not counter.page.form.replaced.isVisible()


def test_a_name_that_several_bear_is_chosen_from_a_list_with_the_ready_ones_first(counter: Counter) -> None:
    counter.received()
    chosen = counter.received()
    counter.received(ready=False)
    counter.come()
    counter.ask("ngoc han")
    rows = counter.page.hits.table.rows
    assert [row.status.words for row in rows] == ["Đã xử lý xong", "Đã xử lý xong", "Được tiếp nhận"]
    counter.press("Return")
    assert counter.page.opened is not None
    assert counter.page.opened.dossier.id == chosen
    counter.press("Esc")
    assert counter.page.opened is None


def test_who_has_not_come_is_listed_longest_first_and_narrowed(counter: Counter) -> None:
    for name, days in (("Người Lâu", 25), ("Người Vừa", 8), ("Người Mới", 0)):
        counter.received(applicant=Person(name=name, phone="0907123456"))
        counter.desk.time.advance(timedelta(days=days))
    counter.come()
    table = counter.page.waiting.table
    assert [row.days for row in table.rows] == [33, 8, 0]
    for place, names in ((1, ["Người Lâu", "Người Vừa"]), (2, ["Người Lâu"])):
        counter.page.waiting.filter.setCurrentIndex(place)
        counter.page.waiting.filter.activated.emit(place)
        assert [row.name for row in table.rows] == names


def test_a_call_is_written_down_with_its_day(counter: Counter) -> None:
    dossier = counter.received()
    counter.come()
    counter.press("F6", "Return")
    assert counter.now(dossier).told_at is not None
    assert counter.page.waiting.table.rows[0].told == "23/11/2026"
    assert "Đã ghi lần gọi điện" in counter.seat.said


def test_opening_is_logged_once_and_the_card_is_one_key_away(counter: Counter) -> None:
    dossier = counter.received()
    counter.seat.workspace.go("hand_over", dossier)
    counter.seat.settle()
    counter.press("F5")
    looks = [each.about for each in latest_access(counter.desk.accounts, by=counter.desk.admin)]
    assert looks.count(f"dossier:{dossier}") == 1
    counter.press("Ctrl+O")
    counter.seat.front(CardPage)
    counter.press("Esc")
    counter.seat.front(HandOverPage)


def test_enter_twice_gives_once(counter: Counter) -> None:
    dossier = counter.received()
    counter.come()
    counter.scan(receipt(counter, dossier))
    counter.seat.hands.press("Return")
    counter.seat.hands.press("Return")
    counter.seat.settle()
    assert len(counter.told) == 1
    assert counter.now(dossier).findings == ()


def test_with_large_text_what_has_the_focus_is_seen(counter: Counter) -> None:
    dossier = counter.received()
    counter.come()
    counter.seat.window.grow_text(10)
    counter.seat.settle()
    counter.seat.workspace.go("hand_over", dossier)
    counter.seat.settle()
    button = counter.page.form.give_button
    assert button.hasFocus()
    assert button.visibleRegion().boundingRect().height() == button.height()
