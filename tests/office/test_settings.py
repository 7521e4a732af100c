from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.texts import is_nfc
from desk_app.office.rules import SETTINGS, DatedSetting, checked_value, get_setting, number_on, setting_on
from desk_app.office.setting import Setting

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2027, 12, 31))


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_is_documented_and_may_hold_its_default(setting: Setting) -> None:
    assert setting.label
    assert is_nfc(setting.label + setting.legal_basis)
    assert checked_value(setting.key, setting.default) == setting.default
    assert get_setting(setting.key) is setting


def test_no_key_stands_twice() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("idle_lock_minutes", " 010 ", "10"),
        ("idle_lock_minutes", "60", "60"),
        ("receipt_copies", "1", "1"),
    ],
)
def test_a_value_is_kept_in_its_one_spelling(key: str, text: str, value: str) -> None:
    assert checked_value(key, text) == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("idle_lock_minutes", "0"),
        ("idle_lock_minutes", "61"),
        ("idle_lock_minutes", "-5"),
        ("idle_lock_minutes", "năm"),
        ("idle_lock_minutes", "٥"),
        ("idle_lock_minutes", ""),
        ("receipt_copies", "1.5"),
    ],
)
def test_a_value_the_setting_cannot_hold_is_refused_by_its_label(key: str, text: str) -> None:
    with pytest.raises(InvalidInput, match=get_setting(key).label) as caught:
        checked_value(key, text)
    assert caught.value.field == key


def test_an_unknown_setting_is_not_found() -> None:
    with pytest.raises(NotFound):
        setting_on((), "colour_of_the_door", date(2026, 1, 1))


def test_a_new_value_counts_from_its_first_day_and_old_days_keep_theirs() -> None:
    put = (
        DatedSetting(key="idle_lock_minutes", valid_from=date(2026, 7, 1), value="3"),
        DatedSetting(key="idle_lock_minutes", valid_from=date(2026, 1, 1), value="10"),
        DatedSetting(key="receipt_copies", valid_from=date(2026, 1, 1), value="1"),
    )
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
    assert [number_on(put, "idle_lock_minutes", day) for day in days] == [5, 10, 10, 3]


@given(st.dictionaries(DAYS, st.integers(1, 60), max_size=8), DAYS)
def test_the_value_in_force_is_the_last_one_that_had_begun(values: dict[date, int], day: date) -> None:
    put = tuple(
        DatedSetting(key="idle_lock_minutes", valid_from=first, value=str(value)) for first, value in values.items()
    )
    expected = 5
    for first in sorted(values):
        if first <= day:
            expected = values[first]
    assert number_on(put, "idle_lock_minutes", day) == expected
