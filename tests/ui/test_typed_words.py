from collections.abc import Callable
from datetime import date, time

import pytest

from desk_app.kernel.errors import InvalidInput
from ui.widgets.typed import typed_day, typed_day_ahead, typed_dong, typed_number, typed_time

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", TODAY),
        ("24/11", date(2026, 11, 24)),
        ("5-1", date(2026, 1, 5)),
        ("5.1.2027", date(2027, 1, 5)),
        ("23/11/26", date(2026, 11, 23)),
        (" 5 / 11 ", date(2026, 11, 5)),
        ("2411", date(2026, 11, 24)),
        ("051126", date(2026, 11, 5)),
        ("23112026", date(2026, 11, 23)),
        ("5", date(2026, 11, 5)),
        ("Hôm qua", date(2026, 11, 22)),
        ("mai", date(2026, 11, 24)),
        ("+7", date(2026, 11, 30)),
        ("-7", date(2026, 11, 16)),
        ("t6", date(2026, 11, 27)),
        ("thứ 2", date(2026, 11, 30)),
        ("chủ nhật", date(2026, 11, 29)),
        ("29/2/2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_typed_as_it_is_said(text: str, day: date) -> None:
    assert typed_day(text, TODAY, field="on") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24/11", date(2026, 11, 24)),
        ("23/11", TODAY),
        ("5/1", date(2027, 1, 5)),
        ("5/1/2026", date(2026, 1, 5)),
        ("5", date(2026, 12, 5)),
        ("31", date(2026, 12, 31)),
        ("mốt", date(2026, 11, 25)),
        ("t6", date(2026, 11, 27)),
    ],
)
def test_a_day_to_come_takes_the_next_month_or_year_where_none_is_typed(text: str, day: date) -> None:
    assert typed_day_ahead(text, TODAY, field="on") == day


@pytest.mark.parametrize("read", [typed_day, typed_day_ahead])
@pytest.mark.parametrize("text", ["31/2", "32/1", "t8", "0", "99", "1/1/99999", "ngày kia", "+"])
def test_what_is_no_day_is_refused(read: Callable[..., date], text: str) -> None:
    with pytest.raises(InvalidInput, match="không phải là ngày"):
        read(text, TODAY, field="on")


@pytest.mark.parametrize("text", ["", "hôm qua", "-1"])
def test_nothing_and_yesterday_are_no_days_to_come(text: str) -> None:
    with pytest.raises(InvalidInput, match="không phải là ngày"):
        typed_day_ahead(text, TODAY, field="on")


def test_the_thirty_first_of_a_short_month_is_no_day_of_it() -> None:
    with pytest.raises(InvalidInput):
        typed_day("31", TODAY, field="on")


def test_an_hour_is_typed_as_it_is_said() -> None:
    read = [typed_time(text, field="at") for text in ("7", "7:30", "13h", "7h05")]
    assert read == [time(7), time(7, 30), time(13), time(7, 5)]


@pytest.mark.parametrize("text", ["", "24", "7:60", "x"])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="không phải là giờ"):
        typed_time(text, field="at")


def test_numbers_and_money_are_typed_with_dots_or_without() -> None:
    assert [typed_number(text, field="n") for text in ("7", " 1.200 ", "1200")] == [7, 1200, 1200]
    assert typed_number("", field="n", empty=1) == 1
    assert [typed_dong(text, field="n") for text in ("28.500 đ", "28500", " ")] == [28_500, 28_500, None]
    for text in ("", "-3", "một", "²"):
        with pytest.raises(InvalidInput, match="không phải là số"):
            typed_number(text, field="n")
    with pytest.raises(InvalidInput, match="không phải là số tiền"):
        typed_dong("28,5", field="n")
