"""The page of fees, worked by keys at a real desk."""

from datetime import timedelta

import pytest

from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.scan import scanned
from desk_app.fees.due import unpaid
from desk_app.fees.numbering import scan_text
from desk_app.kernel.errors import InvalidInput
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.printing.tables import list_papers
from tests.desks import RehearsalDesk
from tests.fees.taking import COPY, DEAL, SIGNATURE, TODAY, closed, paid, received, today
from tests.ui.windows import Seat, focused, press, typed
from ui.fees.page import FeesPage
from ui.fees.state import closing_words, money_in
from ui.shell.scanning.thing import Heard, ScannedThing


@pytest.fixture
def till(seat: Seat, desk: RehearsalDesk) -> Seat:
    """Give the page with two dossiers that owe, and one that does not."""
    received(desk, COPY, "Nguyễn Văn An", copies=3)
    received(desk, DEAL, "Trần Thị Bình")
    received(desk, SIGNATURE, "Lê Văn Cường", fee=0, fee_reason="hộ nghèo")
    press(seat, "Ctrl+F11")
    return seat


def page(seat: Seat) -> FeesPage:
    return seat.front(FeesPage)


def rows(seat: Seat) -> list[tuple[str, str, str]]:
    return [(row.name, row.money, row.state) for row in page(seat).table.rows]


def thing(desk: RehearsalDesk, text: str, dossier: str = "") -> ScannedThing:
    key = get_secret(desk.journal.reading(), RECEIPT_KEY)
    scan = scanned(text, key)
    return ScannedThing(heard=Heard(text=text, source="port"), text=text, scan=scan, dossier=dossier)


def scan(seat: Seat, of: ScannedThing) -> bool:
    was_taken = page(seat).scanned(of)
    seat.settle()
    return was_taken


def test_a_day_without_debts_says_how_to_find_an_older_one(seat: Seat) -> None:
    press(seat, "Ctrl+F11")
    described = page(seat).table.accessibleDescription()
    assert "Không ai còn nợ" in described
    assert "Quét giấy hẹn" in described
    assert not page(seat).day.take_button.isEnabled()


def test_who_owes_stands_in_the_list_with_the_keyboard_in_it(till: Seat) -> None:
    assert rows(till) == [("Trần Thị Bình", "50.000 đ", "unpaid"), ("Nguyễn Văn An", "24.000 đ", "unpaid")]
    assert focused() is page(till).table


def test_enter_twice_takes_what_is_due(till: Seat, desk: RehearsalDesk) -> None:
    press(till, "Return")
    strip = page(till).strips.paying
    assert "PT-261123-1001" in strip.title.text()
    assert strip.text("amount") == "50.000"
    press(till, "Return")
    assert till.said.startswith("Đã thu 50.000 đ, phiếu PT-261123-1001.")
    assert rows(till) == [("Nguyễn Văn An", "24.000 đ", "unpaid"), ("Trần Thị Bình", "50.000 đ", "paid")]
    assert page(till).day.money.text() == "50.000 đ"
    assert today(desk).net == 50_000


def test_another_amount_asks_for_a_reason_beside_the_field_and_nothing_is_written(
    till: Seat, desk: RehearsalDesk
) -> None:
    press(till, "F6")
    typed(till, "40000")
    press(till, "Return")
    strip = page(till).strips.paying
    assert "lý do" in strip.fields["reason"].trouble
    assert focused() is strip.fields["reason"].edit
    assert today(desk).payments == 0
    typed(till, "giam")
    press(till, "Return")
    assert today(desk).lines[0].reason == "giam"


def test_a_word_is_no_amount(till: Seat, desk: RehearsalDesk) -> None:
    press(till, "F6")
    typed(till, "nam muoi")
    press(till, "Return")
    assert "không đọc được" in page(till).strips.paying.fields["amount"].trouble
    assert today(desk).payments == 0


def test_a_transfer_is_chosen_by_keys_and_counted_apart(till: Seat, desk: RehearsalDesk) -> None:
    press(till, "F6")
    page(till).strips.paying.box.setFocus()
    press(till, "Down", "Return")
    assert [(each.way, each.net) for each in today(desk).ways] == [("cash", 0), ("transfer", 50_000)]
    assert "Chuyển khoản 1 phiếu 50.000 đ" in page(till).day.sums


def test_a_payment_is_given_back_and_owed_again(till: Seat, desk: RehearsalDesk) -> None:
    press(till, "Return", "Return", "Down", "F7")
    typed(till, "thu nham")
    press(till, "Return")
    assert till.said.startswith("Đã trả lại 50.000 đ, phiếu PT-261123-1001.")
    assert [state for _name, _money, state in rows(till)] == ["unpaid", "unpaid", "returned"]
    assert today(desk).net == 0


def test_the_slip_is_printed_once_and_then_as_a_marked_copy(till: Seat, desk: RehearsalDesk) -> None:
    press(till, "Return", "Return", "Down", "Ctrl+I")
    assert till.said == "Đang in phiếu thu."
    press(till, "Ctrl+I")
    assert till.said == "Đang in bản sao phiếu thu."
    dossier = page(till).table.rows[1].id
    slips = [each for each in list_papers(desk.journal.reading(), dossier) if each.kind == "fee_slip"]
    assert [each.marked_copies for each in slips] == [1]


def test_closing_shows_the_difference_while_it_is_typed(till: Seat, desk: RehearsalDesk) -> None:
    press(till, "Return", "Return", "F8")
    strip = page(till).strips.closing
    typed(till, "150000")
    assert strip.title.text().endswith("phải có 50.000 đ · thừa 100.000 đ, cần giải thích")
    press(till, "Tab")
    typed(till, "100000")
    assert strip.title.text().endswith("phải có 150.000 đ · khớp sổ")
    press(till, "Return")
    assert till.said.startswith("Đã chốt ngày 23/11/2026.")
    assert (today(desk).counted, today(desk).difference) == (150_000, 0)
    assert "Thu thêm tính vào ngày 25/11/2026" in page(till).day.state.text()
    assert not page(till).day.close_button.isEnabled()


def test_money_after_the_closing_is_said_to_be_the_next_days(till: Seat, desk: RehearsalDesk) -> None:
    closed(desk, 0)
    press(till, "F5", "Return", "Return")
    assert "tính vào ngày 25/11/2026" in till.said
    assert today(desk).net == 0
    assert ("Trần Thị Bình", "50.000 đ", "paid") in rows(till)


def test_a_forgotten_day_is_closed_first(till: Seat, desk: RehearsalDesk) -> None:
    paid(desk, received(desk, SIGNATURE))
    desk.time.advance(timedelta(days=2))
    press(till, "F5")
    assert "23/11/2026 chưa chốt" in page(till).day.state.text()
    press(till, "F8")
    typed(till, "10000")
    press(till, "Return")
    assert till.said.startswith("Đã chốt ngày 23/11/2026.")
    assert page(till).day.state.text() == "Chưa chốt."


def test_a_scanned_receipt_of_another_day_is_chosen_and_paid(till: Seat, desk: RehearsalDesk) -> None:
    old = received(desk, COPY, "Phạm Thị Dung", received_at=desk.time.now() - timedelta(days=5))
    press(till, "F5")
    assert all(name != "Phạm Thị Dung" for name, _money, _state in rows(till))
    code = next(each.code for each in page(till).table.rows).replace("1002", "1001")
    text = receipt_text(f"000.16.32.H49-{code}", get_secret(desk.journal.reading(), RECEIPT_KEY))
    assert scan(till, thing(desk, text, old))
    current = page(till).table.current
    assert current is not None
    assert (current.name, current.state) == ("Phạm Thị Dung", "unpaid")
    press(till, "Return", "Return")
    assert unpaid(desk.fees, old) == 0


def test_a_scanned_payment_slip_chooses_its_payment_and_a_strange_one_is_named(till: Seat, desk: RehearsalDesk) -> None:
    press(till, "Return", "Return")
    assert scan(till, thing(desk, scan_text("PT-261123-1001")))
    current = page(till).table.current
    assert current is not None
    assert (current.name, current.number) == ("Trần Thị Bình", "PT-261123-1001")
    assert scan(till, thing(desk, scan_text("PT-261123-1777")))
    assert "không có phiếu thu «PT-261123-1777»" in till.said
    assert not scan(till, thing(desk, "something else"))


def test_the_report_of_the_day_is_queued(till: Seat, desk: RehearsalDesk) -> None:
    press(till, "Ctrl+P")
    assert till.said == "Đang in báo cáo thu tiền ngày 23/11/2026."
    about = f"fee_day:{desk.journal.desk_id}:{desk.accounts_by_role['officer']}:{TODAY.isoformat()}"
    assert [each.kind for each in list_papers(desk.journal.reading(), about)] == ["fee_day"]


def test_esc_closes_the_strip_and_keeps_the_list(till: Seat) -> None:
    press(till, "F6", "Escape")
    assert not page(till).strips.paying.isVisible()
    assert page(till).isVisible()
    assert focused() is page(till).table


def test_a_leader_sees_the_whole_desk_and_takes_nothing(desk: RehearsalDesk) -> None:
    paid(desk, received(desk, COPY))
    received(desk, DEAL)
    with Seat(desk) as seat:
        seat.sign_in("leader")
        press(seat, "Ctrl+F11", "F6", "F8")
        assert page(seat).day.money.text() == "8.000 đ"
        assert not any(strip.isVisible() for strip in page(seat).strips.all)


@pytest.mark.parametrize("text", ["40000", "40.000", " 40 000 đ", "40,000"])
def test_amounts_are_read_as_people_write_them(text: str) -> None:
    assert money_in(text, field="amount") == 40_000


@pytest.mark.parametrize("text", ["", "-5", "4e3", "một trăm", "9999999999999"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        money_in(text, field="amount")


def test_too_little_in_the_drawer_is_called_so() -> None:
    assert closing_words(TODAY, 50_000, "49000").endswith("thiếu 1.000 đ, cần giải thích")
    assert closing_words(TODAY, 50_000, "").endswith("phải có 50.000 đ")
