"""Journals of several offices at one desk, as the hub reads them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk_app.journal import tables as journal_tables
from desk_app.kernel.records import changed
from desk_app.office.commands import describe_office, put_setting
from desk_app.office.tables import list_units
from tests.desks import AGENCY, RehearsalDesk, rehearsal_desk

OTHER = changed(AGENCY, code="000.16.33.H49", name="Ủy ban nhân dân phường Hiệp Mẫu")
KEY = "idle_lock_minutes"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[RehearsalDesk]:
    """The desk that reads."""
    with rehearsal_desk(tmp_path / "here", desk_number=1) as desk:
        yield desk


@pytest.fixture
def there(tmp_path: Path) -> Iterator[RehearsalDesk]:
    """A desk whose journal is read."""
    with rehearsal_desk(tmp_path / "there", desk_number=2) as desk:
        yield desk


def put(desk: RehearsalDesk, value: str) -> None:
    put_setting(
        desk.office, by=desk.admin, key=KEY, value=value, valid_from=date(2026, 1, 1), command_id=desk.journal.new_id()
    )


def send(desk: RehearsalDesk, to: RehearsalDesk) -> None:
    to.journal.merge(tuple(journal_tables.every_entry(desk.journal.reading())))


def value_at(desk: RehearsalDesk) -> int:
    return desk.office.present_book().number_on(KEY, date(2026, 11, 23))


def test_another_offices_settings_and_name_stay_its_own(here: RehearsalDesk, there: RehearsalDesk) -> None:
    describe_office(there.office, by=there.admin, agency=OTHER, command_id=there.journal.new_id())
    put(here, "7")
    put(there, "20")
    send(there, here)
    assert here.office.present_book().get_agency() == AGENCY
    assert (value_at(here), value_at(there)) == (7, 20)


def test_a_setting_of_one_desk_holds_at_every_desk_of_its_office(here: RehearsalDesk, there: RehearsalDesk) -> None:
    put(here, "7")
    there.time.advance(timedelta(minutes=1))
    put(there, "20")
    send(there, here)
    send(here, there)
    assert (value_at(here), value_at(there)) == (20, 20)


def test_units_are_the_offices_with_all_their_desks(here: RehearsalDesk, there: RehearsalDesk) -> None:
    describe_office(there.office, by=there.admin, agency=OTHER, command_id=there.journal.new_id())
    send(there, here)
    units = list_units(here.journal.reading())
    assert [(unit.code, unit.name, unit.desks) for unit in units] == [
        (AGENCY.code, AGENCY.name, (here.card.desk_id,)),
        (OTHER.code, OTHER.name, (there.card.desk_id,)),
    ]


def test_two_desks_of_one_office_are_one_unit(here: RehearsalDesk, there: RehearsalDesk) -> None:
    send(there, here)
    (unit,) = list_units(here.journal.reading())
    assert set(unit.desks) == {here.card.desk_id, there.card.desk_id}
