"""What the page of shifts decides without a widget."""

from datetime import date, time

import pytest

from desk_app.kernel.errors import InvalidInput
from desk_app.shifts.fairness import Fairness, FairnessLine
from tests.desks import RehearsalDesk
from tests.shifts.rota import drafted, entered, issued
from ui.shifts.fairness_tab import credit_words, rows_of
from ui.shifts.state import grid_of, holders, month_beside, roster_words
from ui.shifts.typed import short_weekdays, typed_hours, typed_weekdays

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("T6", (4,)),
        ("2 4 6", (0, 2, 4)),
        ("thứ sáu, chủ nhật", (4, 6)),
        ("CN", (6,)),
        ("t7;t2", (0, 5)),
        ("", ()),
        ("Thứ Ba", (1,)),
    ],
)
def test_weekdays_are_read_the_way_people_write_them(typed: str, days: tuple[int, ...]) -> None:
    assert typed_weekdays(typed, field="weekdays") == days


@pytest.mark.parametrize("numbers", [(), (0,), (4, 6), (0, 1, 2, 3, 4, 5, 6)])
def test_weekdays_that_are_shown_can_be_typed_back(numbers: tuple[int, ...]) -> None:
    assert typed_weekdays(short_weekdays(numbers), field="weekdays") == numbers


@pytest.mark.parametrize("typed", ["T8", "T1", "mai", "66"])
def test_a_word_that_names_no_weekday_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput, match="không phải là thứ"):
        typed_weekdays(typed, field="weekdays")


@pytest.mark.parametrize("typed", ["7:30-11:00", "7h30 - 11h", "07:30–11:00", "7.30-11"])
def test_hours_are_read_the_way_people_write_them(typed: str) -> None:
    assert typed_hours(typed, field="hours") == (time(7, 30), time(11, 0))


@pytest.mark.parametrize("typed", ["", "7:30", "11-7", "25-26", "sáng"])
def test_hours_that_are_none_are_refused(typed: str) -> None:
    with pytest.raises(InvalidInput):
        typed_hours(typed, field="hours")


@pytest.mark.parametrize(
    ("month", "step", "beside"),
    [
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2026, 5, 1), 0, date(2026, 5, 1)),
    ],
)
def test_months_follow_each_other_over_the_new_year(month: date, step: int, beside: date) -> None:
    assert month_beside(month, step) == beside


def test_a_month_nobody_planned_has_an_empty_calendar() -> None:
    assert grid_of(None).days == ()
    assert roster_words(None)[0] == "Chưa xếp lịch"


def test_a_draft_is_told_from_what_was_issued(desk: RehearsalDesk) -> None:
    entered(desk)
    assert roster_words(drafted(desk))[0] == "Bản thảo, chưa ban hành"
    assert roster_words(issued(desk))[0].startswith("Đã ban hành số 15/TB-UBND")
    assert roster_words(drafted(desk, anew=True))[0] == "Bản thảo sửa lịch đã ban hành"


def test_every_organisation_and_each_of_its_people_can_be_chosen(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    book = desk.shifts.present()

    assert len(holders(book, TODAY)) == 4 + 8
    assert [key for key, _words in holders(book, TODAY, only=rota.organisations[0])] == [
        f"{rota.organisations[0]}|",
        *(f"{rota.organisations[0]}|{member}" for member in rota.members[rota.organisations[0]]),
    ]


def line(name: str, credit: int) -> FairnessLine:
    return FairnessLine(
        organisation=name, name=name, short=name, weight=100, carried=0, owed=100, done=100 - credit, credit=credit
    )


def test_who_owes_most_stands_first_beside_what_was_before() -> None:
    seen = Fairness(
        month=date(2026, 12, 1),
        before=(line("a", 0), line("b", 300)),
        after=(line("a", -50), line("b", 50)),
        spread_before=300,
        spread_after=100,
    )
    first, second = rows_of(seen)

    assert (first.after.name, second.after.name) == ("b", "a")
    assert first.before is not None
    assert first.before.credit == 300
    assert first.most == second.most == 300


@pytest.mark.parametrize(("credit", "words"), [(0, "vừa đủ"), (50, "còn nợ 0,5 lượt"), (-125, "trực dư 1,25 lượt")])
def test_what_is_owed_is_said_in_words(credit: int, words: str) -> None:
    assert credit_words(credit) == words
