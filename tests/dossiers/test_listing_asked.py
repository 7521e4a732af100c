"""A list in one readable line, there and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desk_app.dossiers.listing.asked import text_of, wanted_of
from desk_app.dossiers.listing.shipped import SHIPPED
from desk_app.dossiers.listing.wanted import NOT_CLOSED, Days, Wanted, admits_nothing, statuses_of
from desk_app.dossiers.status import Status
from desk_app.kernel.errors import InvalidInput

DAYS = some.one_of(
    some.builds(Days, named=some.sampled_from(["today", "week", "month"])),
    some.builds(Days, first=some.none() | some.dates(max_value=date(2026, 6, 1))),
    some.builds(
        Days,
        first=some.none() | some.dates(max_value=date(2026, 6, 1)),
        last=some.dates(date(2026, 6, 2), date(2100, 1, 1)),
    ),
)
TEXTS = some.sampled_from(["", "me", "1.001193", "Công an xã", "A & B", "100 %", "%26"])
LISTS = some.builds(
    Wanted,
    statuses=some.sampled_from([(), NOT_CLOSED, (Status.SETTLED,), (Status.ACCEPTED, Status.WITHDRAWN)]),
    due=some.none() | some.sampled_from(["overdue", "today", "stuck", "uncollected"]),
    procedure=TEXTS,
    officer=TEXTS,
    holder=TEXTS,
    of=TEXTS,
    unit=TEXTS,
    desk=TEXTS,
    return_by=some.sampled_from(["", "home", "post"]),
    received=DAYS,
    due_on=DAYS,
    handed=DAYS,
    sort=some.sampled_from(["received", "due", "code", "name"]),
    descending=some.booleans(),
)


@given(LISTS)
def test_every_list_is_read_back_from_its_own_line(wanted: Wanted) -> None:
    assert wanted_of(text_of(wanted)) == wanted


def test_no_filter_asks_for_every_dossier_the_newest_first() -> None:
    assert wanted_of("") == Wanted()
    assert text_of(Wanted()) == ""


@pytest.mark.parametrize(
    ("line", "statuses"),
    [
        ("status=9", (Status.SETTLED,)),
        ("status=settled", (Status.SETTLED,)),
        ("status=4,2", (Status.ACCEPTED, Status.IN_PROCESS)),
        ("status=open", NOT_CLOSED),
    ],
)
def test_states_are_named_by_the_numbers_of_the_law_or_by_name(line: str, statuses: tuple[Status, ...]) -> None:
    assert wanted_of(line).statuses == statuses


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-11-23", Days(first=date(2026, 11, 23), last=date(2026, 11, 23))),
        ("2026-11-01..2026-11-30", Days(first=date(2026, 11, 1), last=date(2026, 11, 30))),
        ("..2026-11-30", Days(last=date(2026, 11, 30))),
        ("2026-11-01..", Days(first=date(2026, 11, 1))),
        ("week", Days(named="week")),
    ],
)
def test_days_are_one_a_span_or_a_word(text: str, days: Days) -> None:
    assert wanted_of(f"received={text}").received == days


@pytest.mark.parametrize(
    ("name", "first"), [("today", date(2026, 11, 25)), ("week", date(2026, 11, 23)), ("month", date(2026, 11, 1))]
)
def test_days_that_move_along_end_today(name: str, first: date) -> None:
    days = wanted_of(f"received={name}").received.on(date(2026, 11, 25))
    assert days == Days(first=first, last=date(2026, 11, 25))


@pytest.mark.parametrize(
    "line",
    [
        "colour=red",
        "overdue",
        "due=soon",
        "status=11",
        "status=done",
        "return_by=drone",
        "sort=age",
        "received=hôm qua",
        "received=2026-13-01",
        "received=2026-11-30..2026-11-01",
        "=",
        "&=&",
    ],
)
def test_a_filter_that_cannot_be_read_is_refused(line: str) -> None:
    with pytest.raises(InvalidInput):
        wanted_of(line)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_list_can_be_read_and_holds_something(name: str) -> None:
    assert not admits_nothing(wanted_of(SHIPPED[name]))


def test_filters_that_contradict_one_another_admit_nothing() -> None:
    assert admits_nothing(wanted_of("due=overdue&status=10"))
    assert statuses_of(wanted_of("due=overdue&status=2,10")) == (Status.ACCEPTED,)


def test_a_unit_holds_only_what_is_still_in_the_office() -> None:
    assert statuses_of(wanted_of("unit=Công an xã")) == NOT_CLOSED
    assert admits_nothing(wanted_of("unit=Công an xã&status=10"))
