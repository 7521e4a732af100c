import secrets
from datetime import date

import pytest

from desk_app.accounts.authorise import MACHINE
from desk_app.kernel.errors import Conflict, InvalidInput, NotAllowed, NotFound
from desk_app.kernel.records import changed
from desk_app.office.agency import Agency
from desk_app.office.commands import describe_office, put_setting
from desk_app.office.facts import setting_subject
from desk_app.office.tables import get_secret, put_secret
from tests.desks import RehearsalDesk

AGENCY = Agency(code="H15.50.05.13", name="UBND xã Hòa Mỹ", place="Hòa Mỹ")


def put(desk: RehearsalDesk, value: str, valid_from: date) -> None:
    command_id = desk.office.journal.new_id()
    put_setting(
        desk.office, by=desk.admin, key="idle_lock_minutes", value=value, valid_from=valid_from, command_id=command_id
    )


def test_the_agency_is_what_was_described_last(desk: RehearsalDesk) -> None:
    describe_office(desk.office, by=desk.admin, agency=AGENCY, command_id="c1")
    renamed = changed(AGENCY, name="UBND phường Hòa Mỹ")
    describe_office(desk.office, by=desk.admin, agency=renamed, command_id="c2")
    assert desk.office.present_book().get_agency() == renamed


def test_only_an_administrator_describes_the_office(desk: RehearsalDesk) -> None:
    with pytest.raises(NotAllowed):
        describe_office(desk.office, by=MACHINE, agency=AGENCY, command_id="c")


def test_a_wrong_code_changes_nothing(desk: RehearsalDesk) -> None:
    describe_office(desk.office, by=desk.admin, agency=AGENCY, command_id="c1")
    with pytest.raises(InvalidInput):
        describe_office(desk.office, by=desk.admin, agency=changed(AGENCY, code="?"), command_id="c2")
    assert desk.office.present_book().get_agency() == AGENCY


def test_a_setting_is_read_as_of_its_day_and_corrected_for_that_day(desk: RehearsalDesk) -> None:
    put(desk, "10", date(2026, 1, 1))
    put(desk, "20", date(2026, 7, 1))
    put(desk, "15", date(2026, 7, 1))
    book = desk.office.present_book()
    days = (date(2025, 12, 31), date(2026, 6, 30), date(2026, 7, 1))
    assert [book.number_on("idle_lock_minutes", day) for day in days] == [5, 10, 15]
    assert len(desk.office.journal.history(setting_subject("idle_lock_minutes"))) == 3


def test_folding_again_changes_neither_tables_nor_secrets(desk: RehearsalDesk) -> None:
    describe_office(desk.office, by=desk.admin, agency=AGENCY, command_id="c1")
    put(desk, "10", date(2026, 1, 1))
    put(desk, "20", date(2026, 7, 1))
    with desk.office.journal.store.writing() as db:
        put_secret(db, "rehearsed_key", b"k" * 32)
    before = desk.office.present_book()
    assert desk.office.journal.refold() == ()
    assert desk.office.present_book() == before
    assert get_secret(desk.office.journal.reading(), "rehearsed_key") == b"k" * 32


def test_a_secret_is_never_replaced_by_another(desk: RehearsalDesk) -> None:
    first = secrets.token_bytes(32)
    with desk.office.journal.store.writing() as db:
        put_secret(db, "rehearsed_key", first)
        put_secret(db, "rehearsed_key", first)
        with pytest.raises(Conflict):
            put_secret(db, "rehearsed_key", secrets.token_bytes(32))
    assert get_secret(desk.office.journal.reading(), "rehearsed_key") == first


def test_a_secret_that_is_not_here_is_not_found(desk: RehearsalDesk) -> None:
    with pytest.raises(NotFound):
        get_secret(desk.office.journal.reading(), "another_key")
