"""What may be published, what a procedure answers, and which version applies."""

import unicodedata
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given

from desk_app.catalogue.book import book_of
from desk_app.catalogue.fees import Fixed, Free, PerPage
from desk_app.catalogue.procedure import PaperAsked, Procedure, spoken_days, spoken_term
from desk_app.catalogue.rules import check, version_on
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import canonical, from_json
from desk_app.working_time.reading import Reading

from .samples import procedure, procedures, step

PAGES = {"amount": 2_000, "reduced_amount": 1_000, "reduced_from_page": 3, "at_most": 200_000}

REFUSED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("code", {"code": "1001193"}),
    ("code", {"code": "1.00119"}),
    ("code", {"code": "1.0011933"}),
    ("code", {"code": "١.001193"}),
    ("name", {"name": ""}),
    ("name", {"name": " Đăng ký "}),
    ("name", {"name": unicodedata.normalize("NFD", "Đăng ký")}),
    ("name", {"name": "Đăng ký\x07"}),
    ("field", {"field": ""}),
    ("valid_to", {"valid_to": date(2025, 12, 31)}),
    ("steps", {"steps": ()}),
    ("steps[0].id", {"steps": (step("Giải quyết"),)}),
    ("steps[1].id", {"steps": (step("a"), step("a"))}),
    ("steps[0].agency", {"steps": (step(agency=""),)}),
    ("steps[1].half_days", {"steps": (step("a"), step("b", -1))}),
    ("steps[1].after", {"steps": (step("a"), step("b", 1, "c"))}),
    ("hours", {"hours": 0, "steps": (step(half_days=None),)}),
    ("hours", {"hours": 8}),
    ("hours", {"hours": 8, "steps": (step("a", None), step("b", None, "a"))}),
    ("extension_half_days", {"extension_half_days": -6, "extension_condition": "khi phải xác minh"}),
    (
        "extension_half_days",
        {"extension_half_days": 6, "extension_condition": "khi xác minh", "steps": (step(half_days=None),)},
    ),
    ("extension_condition", {"extension_half_days": 6}),
    ("extension_condition", {"extension_condition": "khi phải xác minh"}),
    ("papers[0].name", {"papers": (PaperAsked(name=""),)}),
    ("papers[1].name", {"papers": (PaperAsked(name="Tờ khai"), PaperAsked(name="TỜ KHAI"))}),
    ("papers[0].originals", {"papers": (PaperAsked(name="Tờ khai", originals=-1),)}),
    ("keep_images_months", {"keep_images_months": -1}),
    ("papers[0].copies", {"papers": (PaperAsked(name="Tờ khai", copies=100),)}),
    ("fee.amount", {"fee": Fixed(amount=0)}),
    ("fee.amount", {"fee": PerPage(**(PAGES | {"amount": -1}))}),
    ("fee.reduced_amount", {"fee": PerPage(**(PAGES | {"reduced_amount": 3_000}))}),
    ("fee.reduced_from_page", {"fee": PerPage(**(PAGES | {"reduced_from_page": 1}))}),
    ("fee.at_most", {"fee": PerPage(**(PAGES | {"at_most": 1_999}))}),
    ("fee.condition", {"fee": Free(condition="hai\ndòng")}),
    ("signs_register", {"register_reason": "phải ký"}),
    ("register_step", {"signs_register": True, "register_step": "khai-sinh"}),
    ("forms[1]", {"forms": ("Tờ khai", "Tờ khai")}),
)


@pytest.mark.parametrize(("field", "values"), REFUSED, ids=[f"{n}-{field}" for n, (field, _) in enumerate(REFUSED)])
def test_what_may_not_be_published_is_refused_by_the_name_of_its_field(field: str, values: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as refusal:
        check(procedure(**values))
    assert refusal.value.field == field
    assert refusal.value.message


@given(procedures())
def test_a_procedure_survives_the_journal(each: Procedure) -> None:
    check(each)

    assert from_json(canonical(each), Procedure) == each


@pytest.mark.parametrize(
    ("default", "at_once", "longer"), [("at_once", True, False), ("always", True, True), ("never", False, False)]
)
def test_a_procedure_that_says_nothing_of_the_cutoff_has_the_one_of_the_offices_reading(
    default: Any, at_once: bool, longer: bool
) -> None:
    reading = Reading(valid_from=date(2026, 1, 1), basis="Quyết định mẫu", cutoff_default=default, cutoff_at=time(16))
    quick = (step(half_days=0),)

    assert procedure(steps=quick).cutoff_under(reading) is at_once
    assert procedure().cutoff_under(reading) is longer
    assert procedure(hours=4, steps=(step(half_days=None),)).cutoff_under(reading) is longer
    assert not procedure(steps=quick, cutoff_rule="off").cutoff_under(reading)
    assert procedure(cutoff_rule="on").cutoff_under(reading)
    assert ("nhận sau 16:00" in spoken_term(procedure(steps=quick), reading)) is at_once


def test_an_extension_is_added_to_the_term() -> None:
    verified = procedure(steps=(step(half_days=0),), extension_half_days=10, extension_condition="khi phải xác minh")

    assert (verified.half_days, verified.extended_half_days) == (0, 10)
    assert procedure(steps=(step(half_days=None),)).extended_half_days is None


def test_a_term_in_hours_states_no_half_days() -> None:
    quick = procedure(hours=4, steps=(step(half_days=None),))

    assert (quick.term_in, quick.half_days, quick.at_once) == ("hours", None, False)
    assert spoken_term(quick) == "4 giờ làm việc"


def test_terms_are_said_in_days_and_halves() -> None:
    assert spoken_days(3) == "1,5 ngày làm việc"
    assert spoken_days(1) == "0,5 ngày làm việc"
    assert spoken_term(procedure(steps=(step(half_days=None),))) == "chưa nêu"
    extended = procedure(extension_half_days=6, extension_condition="khi phải xác minh")
    assert spoken_term(extended) == "3 ngày làm việc, thêm 3 ngày làm việc khi phải xác minh"


def test_a_register_to_sign_blocks_home_and_post_with_its_reason() -> None:
    counter, home, post = procedure(signs_register=True, register_reason="Phải ký Sổ giám hộ.").return_ways()

    assert (counter.way, counter.allowed) == ("counter", True)
    assert (home.way, home.allowed, home.reason) == ("home", False, "Phải ký Sổ giám hộ.")
    assert (post.way, post.allowed, post.reason) == ("post", False, "Phải ký Sổ giám hộ.")


def test_a_register_to_sign_without_a_written_reason_still_gives_one() -> None:
    assert "ký sổ" in procedure(signs_register=True).return_ways()[1].reason


def test_without_a_register_every_way_is_open() -> None:
    assert [(way.allowed, way.reason) for way in procedure().return_ways()] == [(True, "")] * 3


OLD = procedure(valid_from=date(2020, 1, 1), version="cũ")
NEW = procedure(valid_from=date(2025, 7, 1), valid_to=date(2026, 6, 30), version="mới")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), OLD),
        (date(2025, 6, 30), OLD),
        (date(2025, 7, 1), NEW),
        (date(2026, 6, 30), NEW),
        (date(2026, 7, 1), None),  # the old version does not come back when the new one ends
    ],
)
def test_a_version_applies_until_the_next_begins_or_it_ends(day: date, expected: Procedure | None) -> None:
    assert version_on((NEW, OLD), day) == expected


def test_the_book_tells_an_unknown_code_from_one_not_in_force() -> None:
    book = book_of((NEW, OLD))

    assert book.procedure_on("1.000001", date(2024, 5, 5)) == OLD
    with pytest.raises(NotFound) as unknown:
        book.procedure_on("9.999999", date(2024, 5, 5))
    with pytest.raises(NotFound) as ended:
        book.procedure_on("1.000001", date(2026, 7, 1))
    assert (unknown.value.code, ended.value.code) == ("catalogue.unknown", "catalogue.not_in_force")
    assert "01/07/2026" in ended.value.message


def test_the_current_catalogue_is_in_vietnamese_order_without_what_has_ended() -> None:
    named = [procedure(code=f"1.00000{n}", name=name) for n, name in enumerate(("Đất", "Dân", "Ấp", "An"))]
    book = book_of((*named, procedure(code="1.000009", valid_to=date(2026, 1, 31))))

    assert [each.name for each in book.current(date(2026, 2, 1))] == ["An", "Ấp", "Dân", "Đất"]
