from pathlib import Path

import pytest

from desk_app.accounts.access_log import access_about
from desk_app.accounts.facts import about_dossier
from tests.cli.command_line import MORNING, Ran, desk, line
from tests.desks import opened


@pytest.fixture
def code(home: Path) -> str:
    """Give the code of a birth registration."""
    known = {"id_number": "093085001234", "phone": "0900123456"}
    stdin = line("Nguyễn Thị Huệ", applicant=known, subject={"name": "Đặng Gia Bảo"})
    return str(desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=stdin).only["code"])


def dossiers(home: Path, *arguments: str, now: str = "2026-11-23T09:00") -> Ran:
    return desk("dossiers", *arguments, "--home", home, "--json", "--now", now)


def test_a_dossier_goes_from_the_counter_to_the_citizen(home: Path, code: str) -> None:
    done = dossiers(home, "step", code, "--done", "--note", "Đã ký").only
    assert done["status"] == "settled"
    assert done["legs"][0]["done_at"] == "2026-11-23T09:00:00+07:00"
    given = dossiers(home, "hand-over", code, now="2026-11-23T10:30").only
    assert given["status"] == "handed_over"
    assert given["handed_over"]["to"] == "Nguyễn Thị Huệ"
    assert [each["words"] for each in given["history"]] == [
        "Tiếp nhận hồ sơ, hẹn trả 17:00 ngày 23/11/2026.",
        "UBND cấp xã (Tư pháp – Hộ tịch) xong phần việc. Đã ký",
        "Đã có kết quả.",
        "Trả kết quả cho Nguyễn Thị Huệ (bản thân).",
    ]
    assert [each["at"][11:16] for each in given["history"]] == ["08:15", "09:00", "09:00", "10:30"]


def test_a_move_that_the_state_forbids_is_refused(home: Path, code: str) -> None:
    ran = dossiers(home, "hand-over", code)
    assert (ran.code, ran.only["error"]) == (2, "dossiers.hand_over_not_allowed")


def test_a_result_has_its_number(home: Path, code: str) -> None:
    shown = dossiers(home, "result", code, "--number", "15/2026").only
    assert shown["result"] == {"issued_at": "2026-11-23T09:00:00+07:00", "number": "15/2026", "note": ""}


def test_a_step_is_of_the_agency_that_is_named(home: Path) -> None:
    command = ("dossiers", "register", "--home", home, "--json", "--now", MORNING)
    linked = desk(*command, stdin=line(procedure="2.000986")).only["code"]
    wrong = dossiers(home, "step", linked, "--done", "--by", "Sở Y tế")
    assert (wrong.code, wrong.only["error"]) == (2, "dossiers.no_such_step")
    early = dossiers(home, "step", linked, "--done", "--by", "Bảo hiểm xã hội")
    assert (early.code, early.only["error"]) == (2, "dossiers.leg_must_wait")
    dossiers(home, "step", linked, "--done")
    shown = dossiers(home, "step", linked, "--done", "--by", "bảo hiểm xã hội").only
    assert [leg["done_at"] is not None for leg in shown["legs"]] == [True, True, False, False]
    assert shown["status"] == "in_process"


def test_a_step_that_is_not_said_to_be_done_is_refused(home: Path, code: str) -> None:
    assert dossiers(home, "step", code).code == 2


def test_somebody_authorised_shows_a_paper(home: Path, code: str) -> None:
    dossiers(home, "step", code, "--done")
    without = dossiers(home, "hand-over", code, "--to", "Trần Văn Thay", "--relation", "authorised")
    assert (without.code, without.only["field"]) == (2, "paper_shown")
    shown = dossiers(
        *(home, "hand-over", code, "--to", "Trần Văn Thay", "--relation", "authorised"),
        *("--paper-shown", "Giấy ủy quyền 12"),
    ).only
    assert shown["handed_over"]["paper_shown"] == "Giấy ủy quyền 12"


def test_a_collector_with_another_name_needs_a_relation(home: Path, code: str) -> None:
    dossiers(home, "step", code, "--done")
    refused = dossiers(home, "hand-over", code, "--to", "Trần Văn Thay")
    assert (refused.code, refused.only["field"]) == (2, "relation")
    assert "relative" in refused.only["hint"]
    assert dossiers(home, "hand-over", code, "--to", "NGUYỄN THỊ HUỆ").only["handed_over"]["to"] == "Nguyễn Thị Huệ"


def test_a_remark_stands_on_the_card(home: Path, code: str) -> None:
    assert dossiers(home, "note", code, "Gọi điện trước khi đến").only["notes"] == ["Gọi điện trước khi đến"]
    assert dossiers(home, "note", code, " ").code == 2


def test_a_code_that_nobody_issued_is_not_found(home: Path) -> None:
    ran = dossiers(home, "show", "000.16.32.H49-261123-9999")
    assert (ran.code, ran.only["error"]) == (4, "dossiers.unknown_code")


def test_the_end_of_a_code_is_enough(home: Path, code: str) -> None:
    assert dossiers(home, "show", "261123-1001").only["code"] == code


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Huệ",
        "nguyen thi hue",
        "hue",
        "dang gia bao",
        "nguyen thi hua",
        "093085001234",
        "0900 123 456",
        "1001",
        "261123-1001",
        "000.16.32.H49-261123-1001",
        "",
    ],
)
def test_a_dossier_is_found_by_whatever_the_citizen_can_say(home: Path, code: str, text: str) -> None:
    assert [hit["code"] for hit in dossiers(home, "find", text).lines] == [code]


@pytest.mark.parametrize(
    ("narrowing", "hits"),
    [
        (("--status", "accepted"), 1),
        (("--status", "settled"), 0),
        (("--procedure", "1.001193"), 1),
        (("--procedure", "2.000635"), 0),
        (("--from", "2026-11-23", "--to", "2026-11-23"), 1),
        (("--from", "2026-11-24"), 0),
        (("--to", "2026-11-22"), 0),
    ],
)
def test_a_search_is_narrowed(home: Path, code: str, narrowing: tuple[str, ...], hits: int) -> None:
    assert code
    for text in ("hue", ""):
        assert len(dossiers(home, "find", text, *narrowing).lines) == hits


def test_a_day_that_is_none_is_refused(home: Path) -> None:
    ran = dossiers(home, "find", "x", "--from", "hôm qua")
    assert (ran.code, ran.only["field"]) == (2, "from")


@pytest.mark.parametrize(
    "asked",
    [
        ("dossiers", "find", "x"),
        ("outreach", "list"),
        ("outreach", "figures"),
        ("surveys", "complaints", "figures"),
    ],
    ids=" ".join,
)
def test_a_last_day_before_the_first_is_refused(home: Path, asked: tuple[str, ...]) -> None:
    ran = desk(*asked, "--from", "2026-11-24", "--to", "2026-11-23", "--home", home, "--json")
    assert (ran.code, ran.only["field"]) == (2, "to"), ran.out
    assert "trước ngày đầu" in ran.only["message"]


def test_people_are_told_when_nothing_is_found(home: Path) -> None:
    assert desk("dossiers", "find", "không ai", "--home", home).out == "Không tìm thấy hồ sơ nào.\n"


def looked_up(home: Path) -> list[tuple[str, str]]:
    found = desk("journal", "list", "--home", home, "--json", "--limit", "1000").lines
    return [(each["body"]["how"], each["body"]["about"]) for each in found if each["kind"] == "access.looked_up"]


def test_who_looks_at_a_citizen_leaves_a_trace(home: Path, code: str) -> None:
    about = "dossier:" + dossiers(home, "show", code).only["id"]
    dossiers(home, "find", "hue")
    dossiers(home, "find", "không ai tên thế")
    assert looked_up(home) == [("search", about), ("card", about)]


def test_whoever_is_shown_by_a_search_or_a_list_can_be_told_who_saw_them(home: Path) -> None:
    sent = "\n".join(line(name=f"Trần Thị Mẫu {number}") for number in ("Một", "Hai", "Ba"))
    made = [each["id"] for each in desk("dossiers", "register", "--home", home, "--json", stdin=sent).lines]
    assert len(dossiers(home, "find", "tran thi mau").lines) == 3
    dossiers(home, "list", "--query", "view:open")
    seen = opened(home)
    for dossier in made:
        about = access_about(seen.accounts, by=seen.admin, abouts=[about_dossier(dossier)])
        assert [(each.how, each.about) for each in about] == [
            ("list", f"dossier:{dossier}"),
            ("search", f"dossier:{dossier}"),
        ]
    seen.close()


def test_people_read_a_card(home: Path, code: str) -> None:
    out = desk("dossiers", "show", code, "--home", home).out
    told = ("Được tiếp nhận", "Đăng ký khai sinh", "Nguyễn Thị Huệ", "hẹn trả: 17:00 ngày 23/11/2026", "chưa xong")
    for words in told:
        assert words in out


STRANGE = (
    '"',
    "*",
    "a*",
    "'; --",
    "😀",
    "(",
    "AND",
    "NEAR(",
    "-x",
    "^a",
    "1" * 5_000,
    "ă " * 3_000,
    "%",
    "_",
    "٣",
    "²",
    "\u0301",
)


@pytest.mark.parametrize("text", STRANGE)
def test_no_text_breaks_a_search_or_a_note(home: Path, code: str, text: str) -> None:
    for arguments in (("find", "--", text), ("show", "--", text), ("note", "--", code, text)):
        ran = desk("dossiers", "--home", home, "--json", *arguments)
        assert ran.code in (0, 2, 4)
        assert all("message" in each or "code" in each for each in ran.lines)
