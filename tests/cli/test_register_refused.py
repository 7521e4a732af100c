"""Everything that must not get in: refused by the name of its field, without a traceback, nothing written."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import MORNING, desk, line

DECOMPOSED = unicodedata.normalize("NFD", "Nguyễn Văn Mẫu")


def of(**applicant: Any) -> str:
    return line(applicant=applicant)


BAD: dict[str, tuple[str | bytes, str, str]] = {
    "an unknown procedure": (line(procedure="9.999999"), "procedure", "9.999999"),
    "a procedure that is no code": (line(procedure="😀\u0000"), "procedure", "không có thủ tục"),
    "a decomposed name": (line(DECOMPOSED), "applicant.name", "Unicode dựng sẵn (NFC)"),
    "a decomposed paper": (line(papers=[unicodedata.normalize("NFD", "Tờ khai")]), "papers[0]", "NFC"),
    "a birth in the future": (of(birth_on="2027-01-01"), "applicant.birth_on", "tương lai"),
    "a birth that is no date": (of(birth_on="31/02/1985"), "applicant.birth_on", "không phải là ngày"),
    "a birth in other digits": (of(birth_on="١٩٨٥"), "applicant.birth_on", "không phải là ngày"),
    "a birth as a week": (of(birth_on="1985-W10-2"), "applicant.birth_on", "không phải là ngày"),
    "a birth as a number": (of(birth_on=1985), "applicant.birth_on", "cần chữ, nhận số nguyên"),
    "thirteen digits": (of(id_number="0930850012345"), "applicant.id_number", "12 chữ số"),
    "a number with a letter": (of(id_number="09308500123O"), "applicant.id_number", "12 chữ số"),
    "an unknown sex": (of(sex="khác"), "applicant.sex", "Giới tính"),
    "a telephone of letters": (of(phone="không có"), "applicant.phone", "Số điện thoại"),
    "a telephone in other digits": (of(phone="٠٩٠٠١٢٣٤٥٦"), "applicant.phone", "Số điện thoại"),
    "no papers": (line(papers=[]), "papers", "Chưa có giấy tờ"),
    "a paper without a name": (line(papers=["Tờ khai", " "]), "papers[1]", "Tên giấy tờ"),
    "papers as a text": (line(papers="Tờ khai"), "papers", "cần danh sách"),
    "a paper as a number": (line(papers=[7]), "papers[0]", "nhận số nguyên"),
    "a minus of papers": (line(papers=[{"name": "A", "originals": -1}]), "papers[0].originals", "ngoài khoảng"),
    "ten kilobytes of name": (line("Nguyễn " * 1_500), "applicant.name", "tối đa 120"),
    "an emoji in the name": (line("Nguyễn 😀"), "applicant.name", "Họ và tên"),
    "an emoji in the address": (of(address="Ấp 1 🏠"), "applicant.address", "Địa chỉ"),
    "a family of emoji": (of(address="Ấp 👩‍👩‍👧 1"), "applicant.address", "Địa chỉ"),
    "a name of digits": (line("12345"), "applicant.name", "Họ và tên"),
    "an empty name": (line("   "), "applicant.name", "chưa có nội dung"),
    "an invisible name": (line("\u200b\u200b"), "applicant.name", "chưa có nội dung"),
    "a zero byte in the name": (line("Nguyễn\u0000Văn"), "applicant.name", "Họ và tên"),
    "a name that is null": (line(applicant={"name": None}), "applicant.name", "nhận null"),
    "no applicant": (json.dumps({"procedure": "1.001193", "papers": ["A"]}), "applicant", "Thiếu mục «applicant»"),
    "an applicant without a name": ('{"procedure": "1.001193", "applicant": {}, "papers": ["A"]}', "applicant.name", "Thiếu mục"),
    "an unknown field": (line(colour="red"), "colour", "Không có mục nào tên «colour»"),
    "an unknown field inside": (of(hobby="cờ"), "applicant.hobby", "Không có mục nào tên «applicant.hobby»"),
    "an unknown way of return": (line(return_by="drone"), "return_by", "không nhận giá trị"),
    "a way of return the register forbids": (line(return_by="home", return_to="Ấp 1"), "return_by", "Sổ đăng ký khai sinh"),
    "a return without an address": (line(procedure="2.000635", return_by="post"), "return_to", "địa chỉ"),
    "an unknown channel": (line(channel="fax"), "channel", "không nhận giá trị"),
    "no copies": (line(copies=0), "copies", "Số bộ"),
    "copies as a text": (line(copies="1"), "copies", "cần số nguyên, nhận chữ"),
    "a huge number": (line(fee=10**30), "fee", "Phí, lệ phí"),
    "a fee below nothing": (line(fee=-1), "fee", "Phí, lệ phí"),
    "a receipt tomorrow": (line(received_at="2026-11-24T08:00"), "received_at", "tương lai"),
    "a receipt of two years ago": (line(received_at="2024-11-24T08:00"), "received_at", "quá một năm"),
    "a receipt that is no moment": (line(received_at="sáng nay"), "received_at", "không phải là thời điểm"),
    "a receipt before all time": (line(received_at="0001-01-01T00:00Z"), "received_at", ""),
    "a promise beside a term": (line(promised_at="2026-12-18T17:00"), "promised_at", "có thời hạn trong danh mục"),
    "a promise before the receipt": (line(procedure="1.011606", promised_at="2026-11-01"), "promised_at", "trước lúc nhận"),
    "an endless key": (line(key="k" * 201), "key", "tối đa 200"),
    "no JSON": ("nguyễn văn mẫu", "json", "không phải là JSON"),
    "half a line": (line()[:40], "json", "không phải là JSON"),
    "a list": ("[1, 2]", "json", "không phải là một đối tượng JSON"),
    "a number": ("7", "json", "không phải là một đối tượng JSON"),
    "two objects": (line() + line(), "json", "không phải là JSON"),
    "a broken byte": (line().encode().replace("ẫ".encode(), b"\xe1\xba"), "json", "không phải UTF-8"),
    "another encoding": (line("A").encode("utf-16"), "json", "không phải UTF-8"),
    "half a surrogate": (line("X").replace("X", "\\ud83d"), "json", "không phải là JSON"),
    "a deep hole": ('{"papers": ' + "[" * 50_000, "papers[0]", ""),
    "a megabyte": (line("A" * 1_100_000), "json", "quá dài"),
}  # fmt: skip


@pytest.fixture(scope="module")
def module_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one home for the whole table: nothing of it may be written."""
    from tests.desks import rehearsal_desk

    folder = tmp_path_factory.mktemp("refused") / "home"
    with rehearsal_desk(folder):
        return folder


@pytest.mark.parametrize("what", BAD)
def test_it_is_refused_by_the_name_of_its_field(module_home: Path, what: str) -> None:
    bad, field, said = BAD[what]
    raw = bad if isinstance(bad, bytes) else bad.encode("utf-8", "surrogatepass")
    command = ("dossiers", "register", "--home", module_home, "--json", "--now", MORNING)
    ran = desk(*command, stdin=raw)
    assert ran.code == 2
    answer = ran.lines[0]
    assert (answer["field"], answer["line"]) == (field, 1)
    assert said in answer["message"]
    assert answer["hint"]
    assert "Traceback" not in ran.err
    assert desk("dossiers", "find", "--home", module_home, "--json").lines == []
    assert desk("queue", "list", "--home", module_home, "--json").lines == []


def test_all_of_them_in_one_batch_leave_the_good_lines_alone(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "batch.jsonl"
    rows = [bad if isinstance(bad, bytes) else bad.encode() for bad, *_ in BAD.values()]
    rows = [row for row in rows if b"\n" not in row and b"\x00" not in row]
    file.write_bytes(b"\n".join(part for row in rows for part in (row, line("Người Tốt").encode())) + b"\n")
    ran = desk("dossiers", "register", file, "--home", home, "--json", "--now", MORNING)
    assert ran.code == 2
    assert ["code" in each for each in ran.lines] == [False, True] * len(rows)
    verdict = desk("journal", "verify", "--home", home, "--json").only
    assert verdict["ok"]


@pytest.mark.parametrize(
    "bad",
    [
        line(key="dòng 7", copies="1"),
        line(key="dòng 7", colour="red"),
        line(key="dòng 7", channel="fax"),
        line(DECOMPOSED, key="dòng 7"),
        line(key="dòng 7", papers="Tờ khai"),
        line(key="dòng 7", procedure="9.999999"),
        "\ufeff" + line(key="dòng 7", applicant={"name": None}),
    ],
)
def test_a_refused_line_is_answered_under_its_own_key(home: Path, bad: str) -> None:
    ran = desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=bad)
    assert (ran.code, ran.only["key"]) == (2, "dòng 7")


@pytest.mark.parametrize(
    "bad", ["[1]", '{"key": 7}', '{"key": "\\ud800"}', '{"key": "a', line(key="x" * 201), "[" * 50_000]
)
def test_a_key_that_cannot_be_read_is_left_out(home: Path, bad: str) -> None:
    ran = desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=bad)
    assert ran.code == 2
    assert "key" not in ran.only
