from datetime import datetime

import pytest

from desk_app.dossiers.identity_card import identity_card
from desk_app.dossiers.person import Person
from desk_app.dossiers.tables.queries import Listed
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from ui.dossiers.registration import filled, known, spelling
from ui.dossiers.registration import typed as forms
from ui.dossiers.registration.known import KnownPerson
from ui.dossiers.registration.typed import Typed

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM)
BIRTH, LINKED = "1.001193", "2.000986"
FRESH = Typed(command_id="c1")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("05/03/1985", "1985-03-05"),
        ("5-3-1985", "1985-03-05"),
        ("5.3.1985", "1985-03-05"),
        ("05031985", "1985-03-05"),
        (" 05 / 03 / 1985 ", "1985-03-05"),
        ("1948", "1948"),
        ("", ""),
    ],
)
def test_a_birth_date_may_be_written_as_people_write_it(text: str, iso: str) -> None:
    assert spelling.iso_day(text, "applicant.birth_on", "Ngày sinh", years=True) == iso


@pytest.mark.parametrize("text", ["31/02/1985", "1985-03-05", "5/3", "hôm qua", "0503198"])
def test_what_is_no_day_is_refused_by_the_fields_name(text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        spelling.iso_day(text, "applicant.birth_on", "Ngày sinh", years=True)
    assert caught.value.field == "applicant.birth_on"


def test_a_day_is_shown_as_it_is_typed() -> None:
    assert (spelling.shown_day("1985-03-05"), spelling.shown_day("1948"), spelling.shown_day("")) == (
        "05/03/1985",
        "1948",
        "",
    )


def test_a_fresh_form_is_untouched_and_a_letter_touches_it() -> None:
    assert forms.is_untouched(FRESH)
    assert not forms.is_untouched(changed(FRESH, name="N"))


def test_a_card_fills_what_it_says_and_leaves_the_rest() -> None:
    card = identity_card("093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ|25122021")
    typed = filled.with_card(changed(FRESH, phone="0907123456"), card)
    assert (typed.name, typed.birth, typed.phone) == ("Trần Thị Thử", "01/02/1995", "0907123456")


def test_an_earlier_dossier_fills_only_what_is_empty() -> None:
    person = Person(name="Trần Thị Thử", phone="0907000000", address="Ấp 2", birth_on="1995-02-01")
    typed = filled.with_person(changed(FRESH, phone="0911222333"), person)
    assert (typed.name, typed.phone, typed.birth) == ("Trần Thị Thử", "0911222333", "01/02/1995")


def listed(status: str, procedure: str = BIRTH) -> Listed:
    return Listed(
        row=1,
        id="d1",
        code="000.16.32.H49-261120-1002",
        procedure=procedure,
        field="Hộ tịch",
        status=status,
        name="Trần Thị Thử",
        id_number="",
        phone="",
        birth_on="",
        subject_name="",
        received_at="2026-11-20T08:00:00+07:00",
        due_at="2026-11-20T17:00:00+07:00",
        officer="",
        return_by="counter",
        result_at=None,
        handed_at=None,
    )


def test_only_an_open_dossier_of_the_same_procedure_is_the_same_request() -> None:
    here_before = KnownPerson(dossiers=(listed("accepted"), listed("handed_over"), listed("in_process", LINKED)))
    assert here_before.open_with(BIRTH) == (here_before.dossiers[0],)
    assert "261120-1002 (quá hạn" in known.twice_words(here_before.open_with(BIRTH), NOW)
    assert known.known_words(here_before).startswith("Người này đã có 3 hồ sơ")
    assert known.known_words(KnownPerson()) == ""
