"""What the pages of guidance and appointments make of typed texts and plain values, without a window."""

from datetime import date, timedelta

from desk_app.guidance.appointments.appointment import State
from desk_app.guidance.appointments.slots import Slot
from tests.guidance.guiding import TODAY, at
from ui.guidance.appointments.state import Row, count_words, day_rows, title_of
from ui.guidance.appointments.week import Cell, days_of_week, short_name
from ui.guidance.log.state import Asked, CheckedPaper, Typed, advice_of, clock_words, minutes, papers_words


def test_minutes_count_from_the_first_letter_begun_ones_whole_and_not_over_lunch() -> None:
    begun = Typed(begun_at=at(8))
    assert minutes(Typed(), at(9)) == 0
    assert [minutes(begun, at(8) + timedelta(seconds=seconds)) for seconds in (0, 59, 60, 61)] == [1, 1, 1, 2]
    assert minutes(begun, at(13)) == 120
    assert clock_words(begun, at(8) + timedelta(seconds=65)) == "Đã 1:05"


def test_only_papers_that_were_asked_about_are_logged() -> None:
    answers: tuple[tuple[str, Asked], ...] = (("Một", "has"), ("Hai", "lacks"), ("Ba", ""))
    papers = tuple(CheckedPaper(name=name, words=name, required=True, asked=asked) for name, asked in answers)
    advice = advice_of(Typed(papers=papers, follow_up="bỏ đi"), (), at(9))
    assert [(paper.name, paper.has) for paper in advice.papers] == [("Một", True), ("Hai", False)]
    assert (advice.follow_up_on, advice.follow_up) == (None, "")
    assert papers_words(papers) == "Có 1 · thiếu 1 · chưa hỏi 1"


def a_slot(hour: int, capacity: int = 1, taken: int = 0) -> Slot:
    return Slot(line="l", starts_at=at(hour), minutes=60, capacity=capacity, taken=taken)


def test_free_places_stand_behind_the_people_of_their_hour_and_none_are_left_of_the_past() -> None:
    person = Row(starts_at=at(10), minutes=60, id="a", who="Mẫu", state=State.BOOKED)
    rows = day_rows((a_slot(7), a_slot(9), a_slot(10, 2, 1), a_slot(11, 1, 1)), (person,), at(9, 30))
    assert [(row.time, row.who, row.free) for row in rows] == [("09:00", "", 1), ("10:00", "Mẫu", 0), ("10:00", "", 1)]
    assert count_words(rows) == "1 hẹn · 0 đã đến · 0 không đến · 2 chỗ trống"


def test_a_cell_of_the_week_says_who_comes_and_what_is_left() -> None:
    def words(capacity: int, *names: str, is_past: bool = False) -> str:
        return Cell(starts_at=at(8), capacity=capacity, names=names, is_past=is_past).words

    assert words(1) == "trống"
    assert words(1, is_past=True) == ""
    assert words(0) == ""
    assert words(1, "Đ.T. Ánh") == "Đ.T. Ánh"
    assert words(3, "Đ.T. Ánh") == "Đ.T. Ánh · trống 2"
    assert words(1, "A", "B") == "A, B"


def test_names_and_titles_are_short() -> None:
    assert short_name("Đỗ Thị Ngọc Ánh") == "Đ.T.N. Ánh"
    assert short_name("0907123456") == "0907123456"
    assert title_of("day", date(2026, 11, 24), TODAY) == "Thứ ba, 24/11/2026 (ngày mai)"
    assert days_of_week(date(2026, 11, 29))[0] == TODAY
