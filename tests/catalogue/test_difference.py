"""The dry run says what would change, all of it, before anything is written."""

from datetime import date

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from desk_app.catalogue.book import book_of
from desk_app.catalogue.difference import difference
from desk_app.catalogue.fees import Fixed, NotStated
from desk_app.catalogue.files import shipped_catalogue
from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.catalogue.rules import check
from desk_app.catalogue.steps import Step
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed

from .samples import procedure, procedures, step

TO_KHAI = PaperAsked(name="Tờ khai", originals=1)
STANDING = procedure(papers=(TO_KHAI,), fee=NotStated())


def said(after: Procedure, *standing: Procedure) -> tuple[str, ...]:
    (change,) = difference(book_of(standing or (STANDING,)), (after,))
    return change.lines


def test_an_unknown_procedure_is_new() -> None:
    (change,) = difference(book_of(()), (STANDING,))

    assert (change.code, change.kind, change.lines) == ("1.000001", "new", ("mới",))


def test_importing_the_same_again_changes_nothing() -> None:
    shipped = shipped_catalogue()

    assert {change.kind for change in difference(book_of(shipped), shipped)} == {"unchanged"}


def test_a_changed_term_is_said_in_days() -> None:
    assert said(changed(STANDING, steps=(step(half_days=10),))) == (
        "đổi thời hạn: 3 ngày làm việc → 5 ngày làm việc",
        "đổi bước «giai-quyet»: Bước giai-quyet (UBND xã Mẫu), 3 ngày làm việc → "
        "Bước giai-quyet (UBND xã Mẫu), 5 ngày làm việc",
    )


def test_papers_are_added_changed_and_taken_away_by_name() -> None:
    more = changed(STANDING, papers=(PaperAsked(name="Tờ khai", originals=2), PaperAsked(name="Bản vẽ", copies=1)))

    assert said(more) == (
        "đổi giấy tờ «Tờ khai»: 1 bản chính, 0 bản sao, bắt buộc → 2 bản chính, 0 bản sao, bắt buộc",
        "thêm giấy tờ «Bản vẽ»",
    )
    assert said(changed(STANDING, papers=())) == ("bỏ giấy tờ «Tờ khai»",)


def test_a_fee_that_becomes_known_is_said() -> None:
    assert said(changed(STANDING, fee=Fixed(amount=8_000, per="copy"))) == ("đổi lệ phí: chưa nêu → 8.000 đ/bản",)


def test_a_new_order_of_papers_is_said() -> None:
    two = changed(STANDING, papers=(TO_KHAI, PaperAsked(name="Bản vẽ")))

    assert said(changed(two, papers=two.papers[::-1]), two) == ("đổi thứ tự giấy tờ",)


def test_a_later_version_says_from_when_it_applies() -> None:
    later = changed(STANDING, valid_from=date(2027, 1, 1), name="Đăng ký khác")

    assert said(later) == ("phiên bản mới, áp dụng từ 01/01/2027", "đổi tên: Đăng ký mẫu → Đăng ký khác")


FIELDS = sorted(set(Procedure.__struct_fields__) - {"code", "valid_from"})


@given(procedures(), procedures(), st.sampled_from(FIELDS))
def test_no_changed_field_is_silent(before: Procedure, other: Procedure, field: str) -> None:
    after = changed(before, **{field: getattr(other, field)})
    try:
        check(after)
    except InvalidInput:
        reject()
    (change,) = difference(book_of((before,)), (after,))

    assert (change.kind == "unchanged") == (before == after)
    assert change.lines


PAPER = PaperAsked(name="Tờ khai", originals=1)
OTHER_PAPERS = {
    "name": "Đơn",
    "originals": 2,
    "copies": 1,
    "required": False,
    "note": "Theo mẫu.",
    "condition": "vắng mặt",
    "keep_image": True,
}
STEP = step("a", 2)
OTHER_STEPS: dict[str, object] = {
    "id": "b",
    "agency": "Công an",
    "name": "Xác minh",
    "half_days": None,
    "after": ("cuoi",),
    "hands_over": "Biên bản",
    "condition": "vắng mặt",
}


@pytest.mark.parametrize("field", PaperAsked.__struct_fields__)
def test_no_changed_part_of_a_paper_is_silent(field: str) -> None:
    other = changed(PAPER, **{field: OTHER_PAPERS[field]})

    assert "giấy tờ" in said(changed(STANDING, papers=(other,)), changed(STANDING, papers=(PAPER,)))[0]


@pytest.mark.parametrize("field", Step.__struct_fields__)
def test_no_changed_part_of_a_step_is_silent(field: str) -> None:
    other = changed(STEP, **{field: OTHER_STEPS[field]})
    last = step("cuoi", 1)

    lines = said(changed(STANDING, steps=(other, last)), changed(STANDING, steps=(STEP, last)))

    assert any("bước «" in line for line in lines)
