import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import canonical, from_json
from desk_app.office.agency import Agency, LevelNames, checked_agency, checked_agency_code

FULL = Agency(
    code="H15.50.05.13",
    name="UBND xã Hòa Mỹ",
    upper_name="UBND thành phố Cần Thơ",
    place="Hòa Mỹ",
    address="Ấp 1, xã Hòa Mỹ, thành phố Cần Thơ",
    phone="0293.3912.345",
    email="motcua@hoamy.example.vn",
    hotline="1900 1234",
    level_names=LevelNames(upper="thành phố", own="phường", area="khu vực"),
)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("H15.50.05.13", "H15.50.05.13"),
        ("000.16.32.H49", "000.16.32.H49"),
        ("000.00.00.H30", "000.00.00.H30"),
        (" h30 ", "H30"),
        ("A1.B2.C3.D4.E5.F6.G7.H8", "A1.B2.C3.D4.E5.F6.G7.H8"),
    ],
)
def test_both_orders_of_agency_codes_are_taken(typed: str, code: str) -> None:
    assert checked_agency_code(typed) == code


@pytest.mark.parametrize(
    "typed",
    ["", "H", "H155", "H15.", ".H15", "H15..05", "H15-50", "Đ15", "H15.50.05.13-261008", "A1" + ".B2" * 8, "H15\n50"],
)
def test_what_is_no_agency_code_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_agency_code(typed)
    assert caught.value.field == "code"


@given(st.from_regex(r"[A-Z0-9]{2,3}(\.[A-Z0-9]{2,3}){0,7}", fullmatch=True))
def test_every_code_of_the_pattern_is_taken_as_it_is(code: str) -> None:
    assert checked_agency_code(code) == code


def test_a_full_description_passes_unchanged_and_travels_as_json() -> None:
    assert checked_agency(FULL) == FULL
    assert from_json(canonical(FULL), Agency) == FULL


def test_code_and_name_are_enough() -> None:
    assert checked_agency(Agency(code="H30", name="  UBND  xã  Mẫu ")).name == "UBND xã Mẫu"


@pytest.mark.parametrize(
    ("agency", "field"),
    [
        (Agency(code="H30", name=" "), "name"),
        (Agency(code="H30", name="x" * 121), "name"),
        (Agency(code="H30", name="UBND xã Mẫu", phone="gọi anh Ba"), "phone"),
        (Agency(code="H30", name="UBND xã Mẫu", hotline="x"), "hotline"),
        (Agency(code="H30", name="UBND xã Mẫu", email="motcua(at)hoamy"), "email"),
        (Agency(code="H30", name="UBND xã Mẫu", level_names=LevelNames(own="")), "level_names.own"),
    ],
)
def test_a_description_that_does_not_fit_names_its_field(agency: Agency, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_agency(agency)
    assert caught.value.field == field
