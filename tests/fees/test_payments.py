"""Taking money for a dossier, giving it back, and what two desks may do to each other."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.fees.commands import Payment, give_back, pay
from desk_app.fees.due import list_unpaid, unpaid
from desk_app.fees.history import whole_history
from desk_app.fees.numbering import following, number_in, scan_text
from desk_app.fees.tables import queries
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry, list_findings
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.fees.taking import BIRTH, COPY, DEAL, SIGNATURE, TODAY, officer_of, paid, received, returned


@pytest.fixture
def second(tmp_path: Path) -> Iterator[RehearsalDesk]:
    with rehearsal_desk(tmp_path / "second", desk_number=2) as made:
        yield made


def exchanged(one: RehearsalDesk, other: RehearsalDesk) -> None:
    mine, theirs = list(every_entry(one.journal.reading())), list(every_entry(other.journal.reading()))
    one.journal.merge(theirs)
    other.journal.merge(mine)


def owing(desk: RehearsalDesk) -> list[tuple[str, int]]:
    return [(each.name, each.due) for each in list_unpaid(desk.fees, first_on=TODAY, last_on=TODAY)]


def test_what_is_due_is_taken_under_the_next_number_of_the_desk(desk: RehearsalDesk) -> None:
    first, second = received(desk, COPY, copies=3), received(desk, SIGNATURE)
    fact = paid(desk, first)
    assert (fact.number, fact.amount, fact.due, fact.way) == ("PT-261123-1001", 24_000, 24_000, "cash")
    assert (fact.payer, fact.day, fact.field) == ("Nguyễn Văn Mẫu", TODAY, "Hộ tịch")
    assert paid(desk, second, way="transfer").number == "PT-261123-1002"


def test_a_dossier_is_never_paid_twice(desk: RehearsalDesk) -> None:
    dossier = received(desk, DEAL)
    paid(desk, dossier)
    with pytest.raises(Refused) as refused:
        paid(desk, dossier)
    assert refused.value.code == "fees.already_paid"
    assert "PT-261123-1001" in refused.value.message


def test_a_payment_that_is_sent_again_is_taken_once(desk: RehearsalDesk) -> None:
    dossier, id_ = received(desk, DEAL), desk.journal.new_id()
    written = [
        pay(desk.fees, by=officer_of(desk), dossier=dossier, payment=Payment(), command_id=id_) for _again in range(2)
    ]
    assert written[0].entries == written[1].entries


def test_another_amount_needs_a_reason_and_keeps_what_was_due(desk: RehearsalDesk) -> None:
    dossier = received(desk, DEAL)
    with pytest.raises(InvalidInput) as refused:
        paid(desk, dossier, 40_000)
    assert refused.value.field == "reason"
    fact = paid(desk, dossier, 40_000, reason="giảm: gia đình chính sách")
    assert (fact.amount, fact.due, fact.reason) == (40_000, 50_000, "giảm: gia đình chính sách")


@pytest.mark.parametrize("amount", [-1, 1_000_000_001])
def test_an_amount_that_cannot_be_is_refused(desk: RehearsalDesk, amount: int) -> None:
    with pytest.raises(InvalidInput) as refused:
        paid(desk, received(desk, DEAL), amount, reason="thử")
    assert refused.value.field == "amount"


def test_a_dossier_that_costs_nothing_gets_no_payment(desk: RehearsalDesk) -> None:
    free = received(desk, COPY, fee=0, fee_reason="hộ nghèo")
    with pytest.raises(Refused) as refused:
        paid(desk, free)
    assert refused.value.code == "fees.nothing_due"


def test_a_fee_that_nobody_stated_is_not_guessed(desk: RehearsalDesk) -> None:
    unknown = received(desk, BIRTH)
    with pytest.raises(InvalidInput) as refused:
        paid(desk, unknown)
    assert refused.value.field == "amount"
    assert paid(desk, unknown, 8_000, reason="theo nghị quyết của tỉnh").due is None


def test_money_is_given_back_with_a_reason_and_can_be_paid_anew(desk: RehearsalDesk) -> None:
    dossier = received(desk, COPY)
    paid(desk, dossier)
    with pytest.raises(InvalidInput):
        returned(desk, dossier, "  ")
    returned(desk, dossier, "thu nhầm hồ sơ")
    assert unpaid(desk.fees, dossier) == 8_000
    assert paid(desk, dossier).number == "PT-261123-1002"
    assert sum(move.amount for move in queries.money_of(desk.journal.reading(), dossier).moves) == 8_000


def test_nothing_is_given_back_that_was_not_paid(desk: RehearsalDesk) -> None:
    dossier = received(desk, COPY)
    with pytest.raises(Refused):
        returned(desk, dossier)
    paid(desk, dossier)
    with pytest.raises(NotFound):
        returned(desk, dossier, number="PT-261123-9999")
    returned(desk, dossier, number="pt-261123-1001")
    with pytest.raises(Refused):
        returned(desk, dossier)


def test_a_mistake_is_told_apart_from_money_given_back(desk: RehearsalDesk) -> None:
    dossier = received(desk, COPY)
    paid(desk, dossier)
    give_back(
        desk.fees,
        by=officer_of(desk),
        dossier=dossier,
        reason="gõ nhầm",
        mistake=True,
        command_id=desk.journal.new_id(),
    )
    assert [move.kind for move in queries.money_of(desk.journal.reading(), dossier).moves] == ["paid", "mistake"]


def test_the_unpaid_are_those_who_owe_and_a_handed_over_dossier_may_be_among_them(desk: RehearsalDesk) -> None:
    first = received(desk, COPY, "Nguyễn Văn An")
    paid(desk, received(desk, DEAL, "Trần Thị Bình"))
    received(desk, BIRTH, "Lê Văn Cường")
    received(desk, COPY, "Phạm Thị Dung", fee=0, fee_reason="người cao tuổi")
    assert owing(desk) == [("Nguyễn Văn An", 8_000)]
    issue_result(desk.dossiers, by=officer_of(desk), dossier=first, command_id=desk.journal.new_id())
    hand_over(desk.dossiers, by=officer_of(desk), dossier=first, command_id=desk.journal.new_id())
    assert owing(desk) == [("Nguyễn Văn An", 8_000)]
    assert unpaid(desk.fees, first) == 8_000
    paid(desk, first)
    assert owing(desk) == []
    assert unpaid(desk.fees, first) == 0


def test_two_desks_that_take_one_fee_have_a_finding_until_one_gives_it_back(
    desk: RehearsalDesk, second: RehearsalDesk
) -> None:
    dossier = received(desk, DEAL)
    exchanged(desk, second)
    paid(desk, dossier)
    pay(second.fees, by=officer_of(second), dossier=dossier, payment=Payment(), command_id=second.journal.new_id())
    exchanged(desk, second)
    found = [list_findings(each.journal.reading()) for each in (desk, second)]
    assert found[0] == found[1]
    assert [each[1] for each in found[0]] == ["fee_paid_twice"]
    assert "PT-261123-2001" in found[0][0][4]
    with pytest.raises(Refused) as refused:
        returned(desk, dossier)
    assert refused.value.code == "fees.which"
    returned(desk, dossier, number="PT-261123-1001")
    exchanged(desk, second)
    assert list_findings(desk.journal.reading()) == list_findings(second.journal.reading()) == ()
    contents = [table_contents(each.journal.reading(), each.journal.registry) for each in (desk, second)]
    assert contents[0] == contents[1]


def test_numbers_follow_each_other_within_the_desks_block_and_end_with_it() -> None:
    assert following(None, 12, TODAY) == "PT-261123-12001"
    assert following(1009, 1, TODAY) == "PT-261123-1010"
    with pytest.raises(Refused):
        following(1999, 1, TODAY)


def test_the_code_on_a_slip_holds_digits_and_dashes_and_a_misread_one_is_none() -> None:
    code = scan_text("PT-261123-1001")
    assert set(code) <= set("0123456789-")
    assert number_in(code) == number_in(" pt-261123-1001 ") == "PT-261123-1001"
    wrong = code.replace("1001", "1010")
    assert number_in(wrong) == ""
    assert number_in("7-261123-01-0001-83") == ""


def test_the_card_tells_what_was_paid_and_given_back_among_all_that_happened(desk: RehearsalDesk) -> None:
    dossier = received(desk)
    desk.time.advance(timedelta(minutes=1))
    number = paid(desk, dossier).number
    desk.time.advance(timedelta(minutes=1))
    returned(desk, dossier)
    first, *money = [line.words for line in whole_history(desk.fees, dossier)]
    assert "Tiếp nhận" in first
    assert money == [
        f"Thu 8.000 đ (tiền mặt), phiếu {number}.",
        f"Trả lại 8.000 đ của phiếu {number}. Lý do: thu nhầm",
    ]
