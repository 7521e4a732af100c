"""The dated list of procedures that the office guides on."""

from datetime import date

import pytest

from desk_app.guidance.contacts.procedures import guided_procedures, put_procedure_list
from desk_app.journal.tables import every_entry
from desk_app.kernel.errors import InvalidInput, NotFound
from tests.desks import RehearsalDesk
from tests.guidance.guiding import BIRTH, TODAY, a_desk

SEAL = "2.000815"


def put(desk: RehearsalDesk, *codes: str, valid_from: date = TODAY, basis: str = "") -> None:
    leader = desk.accounts_by_role["leader"]
    command_id = desk.journal.new_id()
    put_procedure_list(desk.guidance, by=leader, codes=codes, valid_from=valid_from, basis=basis, command_id=command_id)


def codes(desk: RehearsalDesk, day: date = TODAY) -> list[str]:
    return [each.code for each in guided_procedures(desk.guidance, day).procedures]


def test_without_a_list_the_office_guides_on_everything(desk: RehearsalDesk) -> None:
    assert len(codes(desk)) == 37
    assert guided_procedures(desk.guidance, TODAY).valid_from is None


def test_a_list_holds_from_its_day_on_in_the_order_of_names(desk: RehearsalDesk) -> None:
    put(desk, BIRTH, SEAL, SEAL, valid_from=date(2026, 12, 1), basis="Quyết định 12/QĐ-UBND")
    assert len(codes(desk)) == 37
    assert codes(desk, date(2026, 12, 1)) == [SEAL, BIRTH]
    assert guided_procedures(desk.guidance, date(2026, 12, 2)).basis == "Quyết định 12/QĐ-UBND"


def test_the_later_word_for_a_day_stands(desk: RehearsalDesk) -> None:
    put(desk, BIRTH, SEAL)
    put(desk, SEAL)
    assert codes(desk) == [SEAL]


def test_an_empty_list_and_an_unknown_procedure_are_refused(desk: RehearsalDesk) -> None:
    with pytest.raises(InvalidInput):
        put(desk)
    with pytest.raises(NotFound):
        put(desk, "9.999999")


def test_the_list_of_another_desk_of_the_office_counts_and_the_later_one_stands() -> None:
    with a_desk() as one, a_desk(2) as two:
        put(one, BIRTH)
        two.time.advance(two.time.now() - one.time.now())
        two.journal.merge(every_entry(one.journal.reading()))
        assert codes(two) == [BIRTH]
        put(two, SEAL)
        one.journal.merge(every_entry(two.journal.reading()))
        assert codes(one) == codes(two) == [SEAL]
