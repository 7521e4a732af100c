"""Picking a procedure by keys: three letters, or arrows through what this desk receives most."""

import pytest

from desk_app.dossiers.register import register
from desk_app.dossiers.tables import queries
from tests.desks import RehearsalDesk, form
from tests.ui.counter import go_to_counter, page_of
from tests.ui.windows import Seat
from ui.dossiers.registration.page import RegistrationPage

COPY, MARRIAGE = "2.000635", "1.000894"


@pytest.fixture
def counter(seat: Seat, desk: RehearsalDesk) -> Seat:
    for procedure in (COPY, COPY, MARRIAGE):
        officer, new_id = desk.accounts_by_role["officer"], desk.journal.new_id()
        register(desk.dossiers, by=officer, form=form(procedure=procedure), command_id=new_id)
    go_to_counter(seat)
    return seat


def offered(page: RegistrationPage) -> list[str]:
    return [each.code for each in page.view.picker.hits.rows]


def test_what_this_desk_receives_most_is_offered_before_a_letter_is_typed(counter: Seat) -> None:
    page = page_of(counter)
    counter.hands.press("Ctrl+T")
    assert offered(page)[:2] == [COPY, MARRIAGE]
    assert page.view.picker.hits.current is None


def test_enter_takes_nothing_until_the_arrows_or_letters_have_said_what(counter: Seat) -> None:
    page = page_of(counter)
    counter.hands.press("Ctrl+T")
    counter.hands.press("Return")
    assert page.filling.typed.procedure == ""
    counter.hands.press("Down")
    counter.hands.press("Return")
    assert page.filling.typed.procedure == COPY
    assert page.view.papers.table.hasFocus()


def test_the_list_says_term_and_fee(counter: Seat) -> None:
    page = page_of(counter)
    counter.hands.press("Ctrl+T")
    counter.hands.type("tl")
    model = page.view.picker.hits.model()
    assert [model.index(0, column).data() for column in (2, 3)] == ["trong ngày", "8.000 đ/bản"]


@pytest.mark.usefixtures("counter")
def test_another_desks_dossiers_do_not_count(desk: RehearsalDesk) -> None:
    db = desk.journal.reading()
    assert queries.procedures_used(db, "2026-11-01", desk.journal.desk_id) == {COPY: 2, MARRIAGE: 1}
    assert queries.procedures_used(db, "2026-11-01", "another-desk") == {}


def test_esc_gives_the_search_up(counter: Seat) -> None:
    page = page_of(counter)
    counter.hands.press("Ctrl+T")
    counter.hands.type("ks")
    counter.hands.press("Esc")
    assert (page.view.picker.field.text, page.view.picker.is_searching) == ("", False)
