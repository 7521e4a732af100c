"""Catalogues edited as JSON: which procedure, which field, which line is wrong."""

import json
from typing import Any

import pytest

from desk_app.catalogue.json_file import json_bytes, read_json
from desk_app.kernel.errors import InvalidInput

from .samples import SAMPLE


def plain(**values: Any) -> dict[str, Any]:
    own: dict[str, Any] = json.loads(json_bytes(SAMPLE[:1]))["procedures"][0]
    return own | values


@pytest.mark.parametrize(
    ("wrong", "place", "said"),
    [
        (plain(half_days=6), "mục half_days", "Không có mục nào tên như vậy."),
        (plain(signs_register="có"), "mục signs_register", "Giá trị không đúng kiểu."),
        (plain(valid_from="01/01/2026"), "mục valid_from", "Giá trị không đúng kiểu."),
        (plain(fee={"kind": "gratis"}), "mục fee.kind", "Giá trị không đúng kiểu."),
        (plain(papers=[{"originals": 1}]), "mục papers[0].name", "Thiếu mục này."),
        (plain(steps=[]), "mục steps", "Thủ tục chưa có bước nào."),
        (plain(code="1.000002"), "", "Đã có ở trên một phiên bản có hiệu lực từ 01/01/2026."),
        ("1.000001", "", "Giá trị không đúng kiểu."),
    ],
)
def test_a_bad_procedure_in_json_is_named_and_the_others_go_on(wrong: object, place: str, said: str) -> None:
    good = json.loads(json_bytes(SAMPLE[1:]))["procedures"]
    found = read_json(json.dumps({"procedures": [*good, wrong]}).encode())

    assert found.procedures == SAMPLE[1:]
    (problem,) = found.problems
    assert problem.place.startswith("Thủ tục thứ 2")
    assert problem.place.endswith(place)
    assert problem.message == said


def test_texts_in_json_are_composed_and_tidied() -> None:
    found = read_json(json.dumps({"procedures": [plain(name="  Đa\u0306ng   ky\u0301 ")]}).encode())

    assert found.procedures[0].name == "Đăng ký"


def test_a_forgotten_comma_is_found_by_its_line() -> None:
    raw = json_bytes(SAMPLE).replace(b'"1.000001",', b'"1.000001"', 1)
    line = raw[: raw.index(b'"1.000001"')].count(b"\n") + 1

    with pytest.raises(InvalidInput, match=rf"không đọc được ở dòng ({line}|{line + 1})\."):
        read_json(raw)


def test_a_file_saved_by_notepad_with_its_mark_at_the_start_is_read() -> None:
    assert read_json(b"\xef\xbb\xbf" + json_bytes(SAMPLE)).procedures == SAMPLE


@pytest.mark.parametrize("raw", [b"", b"[]", b"\xff\xfe{", b'{"procedures": 1}', b"[" * 100_000, "tệp chữ".encode()])
def test_what_is_no_catalogue_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(InvalidInput, match="không phải là danh mục thủ tục dạng JSON"):
        read_json(raw)


def test_a_procedure_nested_without_end_is_refused_in_words() -> None:
    with pytest.raises(InvalidInput, match="không phải là danh mục"):
        read_json(b'{"procedures": [' + b"[" * 100_000 + b"]" * 100_000 + b"]}")
