"""What may be typed of a person."""

from datetime import date

import pytest

from desk_app.dossiers.person import Person, checked, doubts
from desk_app.kernel.errors import InvalidInput

TODAY = date(2026, 11, 23)


def cleaned(**values: str) -> Person:
    return checked(Person(**{"name": "Nguyễn Văn Mẫu", **values}), field="applicant", today=TODAY)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "   "),
        ("name", "12345"),
        ("name", "Nguyễn 😀"),
        ("name", "Nguyễn <b>"),
        ("name", "a" * 10_000),
        ("name", "Nguyễn\x07 Văn\x00"),
        ("id_number", "0930850012345"),
        ("id_number", "09308500123"),
        ("id_number", "09308500123a"),
        ("id_number", "٠٩٣٠٨٥٠٠١٢٣٤"),
        ("birth_on", "2026-11-24"),
        ("birth_on", "2027"),
        ("birth_on", "1985-02-30"),
        ("birth_on", "05/03/1985"),
        ("birth_on", "1850"),
        ("sex", "?"),
        ("phone", "12ab"),
        ("phone", "123"),
        ("address", "Ấp 1 " * 100),
        ("email", "không phải"),
    ],
)
def test_what_cannot_be_right_is_refused_by_the_name_of_its_field(field: str, value: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        cleaned(**{field: value})
    assert refused.value.field == f"applicant.{field}"
    assert refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("name", "  Trần   Thị\u00a0Thử ", "Trần Thị Thử"),
        ("name", "Tra\u0302\u0300n Thi\u0323 Thu\u031b\u0309", "Trần Thị Thử"),
        ("name", "H' Linh Niê-Kđăm", "H' Linh Niê-Kđăm"),
        ("id_number", "093 085 001 234", "093085001234"),
        ("id_number", "361234567", "361234567"),
        ("birth_on", "1948", "1948"),
        ("birth_on", "2026-11-23", "2026-11-23"),
        ("sex", "Nữ", "female"),
        ("sex", "nam", "male"),
        ("phone", "0907.123.456", "0907123456"),
        ("phone", "+84 907 123 456", "0907123456"),
        ("phone", "0084 (0)907 123 456", "0907123456"),
        ("phone", "+1 202 555 0100", "+12025550100"),
    ],
)
def test_what_is_right_is_kept_clean(field: str, typed: str, kept: str) -> None:
    assert getattr(cleaned(**{field: typed}), field) == kept


def test_the_identity_number_tells_sex_and_year_and_a_difference_is_pointed_out() -> None:
    assert doubts(cleaned(id_number="093085001234", birth_on="1985-03-05", sex="Nam")) == ()
    assert doubts(cleaned(id_number="092307000123", birth_on="2007-09-15", sex="Nữ")) == ()
    two = doubts(cleaned(id_number="093085001234", birth_on="1984-03-05", sex="Nữ"))
    assert "Nam" in two[0]
    assert "1985" in two[1]


def test_an_old_nine_digit_number_raises_no_doubt() -> None:
    assert doubts(cleaned(id_number="361234567", birth_on="1950", sex="Nữ")) == ()
