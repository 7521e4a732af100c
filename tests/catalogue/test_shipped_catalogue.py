"""Every figure of the sample catalogue, against a table transcribed by hand."""

import json
from collections import Counter
from datetime import date

import pytest

from desk_app.catalogue.book import book_of
from desk_app.catalogue.fees import Fee, Fixed, Free, NotStated, PerPage
from desk_app.catalogue.files import shipped_catalogue
from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.catalogue.rules import check
from desk_app.catalogue.steps import Step
from desk_app.kernel.paths import resource
from desk_app.kernel.records import from_plain
from desk_app.kernel.texts import folded
from desk_app.working_time.shipped import shipped_readings

HT, CT, CU = "Hộ tịch", "Chứng thực", "Cư trú"
XH, DD, KD = "Bảo trợ xã hội – Người có công – BHXH", "Đất đai", "Đăng ký kinh doanh"
NOT_STATED, FREE = NotStated(), Free()

# code | field | words of the name | working days (None: not stated) | more days with verification | fee | signs
TABLE = (
    ("1.001193", HT, "đăng ký khai sinh", 0, 0, Free(condition="đăng ký trong 60 ngày kể từ ngày sinh"), True),
    ("1.000894", HT, "kết hôn", 0, 5, FREE, True),
    ("1.000656", HT, "khai tử", 0, 3, Free(condition="đăng ký đúng hạn"), True),
    ("2.000635", HT, "bản sao trích lục hộ tịch", 0, 0, Fixed(amount=8_000, per="copy"), False),
    ("1.004873", HT, "xác nhận tình trạng hôn nhân", 3, 3, NOT_STATED, False),
    ("1.004859", HT, "thay đổi, cải chính, bổ sung", 3, 3, NOT_STATED, True),
    ("1.001022", HT, "nhận cha, mẹ, con", 3, 5, NOT_STATED, True),
    ("1.004837", HT, "giám hộ", 3, 0, FREE, True),
    ("1.004845", HT, "chấm dứt giám hộ", 2, 0, NOT_STATED, True),
    ("1.004884", HT, "đăng ký lại khai sinh", 5, 0, NOT_STATED, True),
    ("1.004746", HT, "đăng ký lại kết hôn", 5, 0, NOT_STATED, True),
    ("1.005461", HT, "đăng ký lại khai tử", 5, 0, NOT_STATED, True),
    ("2.000986", HT, "liên thông đăng ký khai sinh", 10, 0, NOT_STATED, True),
    ("2.000815", CT, "chứng thực bản sao từ bản chính", 0, 0, None, False),
    ("2.000884", CT, "chứng thực chữ ký", 0, 0, Fixed(amount=10_000), True),
    ("2.001035", CT, "chứng thực giao dịch", 2, 0, Fixed(amount=50_000), True),
    ("2.001019", CT, "chứng thực di chúc", 2, 0, Fixed(amount=50_000), True),
    ("2.000908", CT, "bản sao từ sổ gốc", 0, 0, FREE, False),
    ("1.004222", CU, "thường trú", 7, 0, Fixed(amount=20_000), False),
    ("1.004194", CU, "tạm trú", 3, 0, Fixed(amount=15_000), False),
    ("1.002755", CU, "gia hạn tạm trú", 3, 0, NOT_STATED, False),
    ("1.010038", CU, "tách hộ", 5, 0, NOT_STATED, False),
    ("1.010041", CU, "xác nhận thông tin về cư trú", 1, 2, NOT_STATED, False),
    ("1.003677", CU, "tạm vắng", 1, 0, NOT_STATED, False),
    ("1.001776", XH, "trợ cấp xã hội hàng tháng", 10, 0, NOT_STATED, False),
    ("1.001731", XH, "mai táng", 5, 0, NOT_STATED, False),
    ("1.001699", XH, "xác định lại mức độ khuyết tật", 25, 0, NOT_STATED, False),
    ("1.001653", XH, "giấy xác nhận khuyết tật", 5, 0, NOT_STATED, False),
    ("1.011606", XH, "hộ nghèo", None, 0, NOT_STATED, False),
    ("2.002307", XH, "mai táng phí đối với cựu chiến binh", None, 0, NOT_STATED, False),
    ("1.010803", XH, "thờ cúng liệt sĩ", 5, 0, NOT_STATED, False),
    ("1.002759", XH, "cấp lại sổ bảo hiểm xã hội", 5, 0, NOT_STATED, False),
    ("1.001613", XH, "cấp lại thẻ bảo hiểm y tế", 2, 0, NOT_STATED, False),
    ("1.013967", DD, "hòa giải tranh chấp đất đai", 30, 0, NOT_STATED, False),
    ("1.012753", DD, "cấp giấy chứng nhận lần đầu", 20, 0, NOT_STATED, False),
    ("1.001612", KD, "hộ kinh doanh", 3, 0, Fixed(amount=100_000), False),
    ("2.000720", KD, "thay đổi nội dung đăng ký hộ kinh doanh", 3, 0, NOT_STATED, False),
)
PAGES = PerPage(amount=2_000, reduced_amount=1_000, reduced_from_page=3, at_most=200_000)

SHIPPED = {procedure.code: procedure for procedure in shipped_catalogue()}


@pytest.mark.parametrize(
    ("code", "field", "words", "days", "more", "fee", "signs"), TABLE, ids=[row[0] for row in TABLE]
)
def test_a_shipped_procedure_says_what_the_table_says(
    code: str, field: str, words: str, days: int | None, more: int, fee: object, signs: bool
) -> None:
    procedure = SHIPPED[code]

    assert procedure.field == field
    assert folded(words) in folded(procedure.name)
    assert procedure.half_days == (None if days is None else days * 2)
    assert procedure.extension_half_days == more * 2
    assert procedure.at_once == (days == 0)
    assert procedure.cutoff_under(shipped_readings()[-1]) == (days == 0), (
        "after 15:00 counts from the next day exactly where the result is due at once"
    )
    assert procedure.fee == (fee or PAGES)
    assert procedure.signs_register == signs


def test_nothing_ships_that_the_table_does_not_name() -> None:
    assert sorted(SHIPPED) == sorted(row[0] for row in TABLE)


def test_every_shipped_procedure_may_be_published_and_asks_for_papers() -> None:
    for procedure in SHIPPED.values():
        check(procedure)
        assert procedure.papers, procedure.code
        assert procedure.legal_basis, procedure.code


def test_home_and_post_are_blocked_exactly_where_the_register_is_signed_at_the_hand_over() -> None:
    blocked = {code for code, each in SHIPPED.items() if not all(way.allowed for way in each.return_ways())}

    assert blocked == {row[0] for row in TABLE if row[6]} - {"2.000986"}


def test_the_linked_procedure_runs_its_four_steps_in_turn() -> None:
    linked = SHIPPED["2.000986"]

    assert [(step.id, step.half_days, step.after) for step in linked.steps] == [
        ("khai-sinh", 3, ()),
        ("bao-hiem", 3, ("khai-sinh",)),
        ("thuong-tru", 12, ("bao-hiem",)),
        ("trao-tra", 2, ("thuong-tru",)),
    ]
    assert linked.is_linked
    assert linked.half_days == 20


def test_the_linked_procedure_may_come_home_once_the_birth_register_is_signed() -> None:
    home = SHIPPED["2.000986"].return_ways()[1]

    assert home.way == "home"
    assert home.allowed
    assert "sau khi người yêu cầu đã ký sổ ở bước «Đăng ký khai sinh»" in home.reason


def test_nicknames_are_not_shared() -> None:
    shared = [name for name, times in Counter(folded(each.short) for each in SHIPPED.values()).items() if times > 1]

    assert shared == []


def test_the_whole_sample_is_in_force_in_the_founding_year_and_today() -> None:
    book = book_of(SHIPPED.values())

    assert len(book.current(date(2020, 8, 3))) == len(book.current(date(2026, 11, 23))) == len(TABLE)


def test_the_file_says_that_it_must_be_checked() -> None:
    plain = json.loads(resource("catalogues", "co-so.json").read_text("utf-8"))

    assert "đối chiếu với quyết định công bố" in plain["notice"]


def test_a_missing_term_is_explained_to_the_officer() -> None:
    unstated: list[Procedure] = [each for each in SHIPPED.values() if each.half_days is None]

    assert all("Chưa nêu thời hạn" in each.note for each in unstated)


@pytest.mark.parametrize("kind", [Procedure, PaperAsked, Step])
def test_the_readme_beside_the_file_explains_every_field(kind: type[Procedure | PaperAsked | Step]) -> None:
    explained = resource("catalogues", "README.md").read_text("utf-8")

    assert [name for name in kind.__struct_fields__ if f"| `{name}` |" not in explained] == []


def test_the_examples_of_the_readme_may_be_copied_into_a_catalogue() -> None:
    readme = resource("catalogues", "README.md").read_text("utf-8")
    examples = [json.loads(line) for line in readme.splitlines() if line.strip().startswith("{")]

    fees: list[Fee] = [from_plain(each, Fee) for each in examples if "kind" in each]  # type: ignore[arg-type]
    papers = [from_plain(each, PaperAsked) for each in examples if "kind" not in each]

    assert {type(fee) for fee in fees} == {NotStated, Free, Fixed, PerPage}
    assert [paper.name for paper in papers] == ["Sổ tiêm chủng của trẻ"]
