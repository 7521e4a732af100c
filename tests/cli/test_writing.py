"""``desk writing``: forms, filling, cases, figures, badges, without a window."""

import json
from pathlib import Path

import pytest

from tests.cli.command_line import Ran, desk, line

DAYS = ("--from", "2026-11-23", "--to", "2026-11-23")
CARD = "093085001234|361234567|Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ, Phụng Hiệp, Hậu Giang|12082021"


def writing(home: Path, *arguments: str, stdin: str = "", by: str = "", **variables: str) -> Ran:
    who = ("--as", by) if by else ()
    now = ("--now", "2026-11-23T10:00")
    return desk("writing", *arguments, "--home", home, "--json", *now, *who, stdin=stdin, **variables)


def as_role(home: Path, passwords: dict[str, str], role: str, *arguments: str, stdin: str = "") -> Ran:
    return writing(home, *arguments, by=role, stdin=stdin, DESK_PASSWORD=passwords[role])


def test_forms_are_found_without_marks_and_say_their_source(home: Path) -> None:
    found = writing(home, "forms", "khai sinh").lines
    assert [form["key"] for form in found] == ["khai-sinh"]
    assert found[0]["source"] == "Thông tư 04/2024/TT-BTP"
    assert found[0]["sure"] == "memory"
    assert {"key", "label", "kind"} <= found[0]["fields"][0].keys()
    assert len(writing(home, "forms").lines) >= 13


def test_a_new_file_of_the_office_is_listed_and_a_bad_one_named(home: Path) -> None:
    folder = home / "forms"
    folder.mkdir()
    form = {
        "key": "moi",
        "title": "MẪU MỚI TINH",
        "area": "other",
        "source": "x",
        "sure": "text",
        "valid_from": "2026-01-01",
        "fields": [],
        "body": ["Chữ."],
    }
    folder.joinpath("moi.json").write_text(json.dumps(form), encoding="utf-8")
    folder.joinpath("hong.json").write_text("{", encoding="utf-8")
    ran = writing(home, "forms", "moi tinh")
    assert [each["key"] for each in ran.lines] == ["moi"]
    assert "hong.json" in ran.err


def test_a_blank_form_goes_to_a_file_or_to_the_printer(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "trong.pdf"
    assert writing(home, "blank", "ct01", "--to", str(file)).only["file"] == str(file)
    assert file.read_bytes().startswith(b"%PDF")
    picture = tmp_path / "trong.png"
    assert writing(home, "blank", "ct01", "--to", str(picture)).code == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert writing(home, "blank", "ct01", "--copies", "3").only["copies"] == 3


def test_a_form_is_filled_from_the_card_and_the_given_values(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "dien.pdf"
    values = json.dumps({"child_name": "Nguyễn Thị Bé", "born_on": "31/02/2026"})
    ran = writing(home, "fill", "khai-sinh", "-", "--card", CARD, "--to", str(file), stdin=values)
    shown = ran.only
    texts = {value["key"]: value["text"] for value in shown["values"]}
    assert (texts["name"], texts["child_name"]) == ("Nguyễn Văn Mẫu", "Nguyễn Thị Bé")
    assert [doubt["field"] for doubt in shown["doubts"] if not doubt["missing"]] == ["born_on"]
    assert file.exists()
    assert "xóa ngay" in ran.err


def test_from_the_filled_form_to_the_figures(home: Path) -> None:
    filled = writing(home, "fill", "khai-sinh", "--card", CARD, "--print").only
    assert filled["paper"]
    told = ("--outcome", "written", "--minutes", "12", "--organisation", "Hội Phụ nữ")
    case = writing(home, "record", "--sitting", filled["sitting"], *told).only
    assert (case["person"], case["forms"], case["minutes"]) == ("Nguyễn Văn Mẫu", ["khai-sinh"], 12)
    found = writing(home, "figures", *DAYS).only
    assert (found["cases"], found["minutes"]) == (1, 12)
    assert found["by_organisation"][0]["name"] == "Hội Phụ nữ"
    assert [each["id"] for each in writing(home, "list", *DAYS).lines] == [case["id"]]
    void = writing(home, "correct", case["id"], "--reason", "ghi nhầm", "--void").only
    assert void["void"] is True
    assert writing(home, "figures", *DAYS).only["cases"] == 0


def test_a_registration_takes_the_case_as_its_origin(home: Path) -> None:
    case = writing(home, "record", "--person", "Lê Thị Ví Dụ", "--outcome", "advised").only
    visit = json.loads(line())
    visit |= {"applicant": {"name": "Lê Thị Ví Dụ"}, "origin": f"writing:{case['id']}"}
    now = ("--now", "2026-11-23T10:05")
    taken = desk("dossiers", "register", "--home", home, "--json", *now, stdin=json.dumps(visit))
    assert taken.code == 0, taken.out
    assert writing(home, "list", *DAYS).only["outcome"] == "registered"


def test_a_helper_lists_the_own_cases_alone(home: Path, own_passwords: dict[str, str]) -> None:
    assert writing(home, "record", "--outcome", "advised").code == 0
    mine = as_role(home, own_passwords, "volunteer", "record", "--outcome", "portal").only
    assert [case["id"] for case in as_role(home, own_passwords, "volunteer", "mine").lines] == [mine["id"]]
    for refused in (("list", *DAYS), ("figures", *DAYS), ("badge", "list"), ("badge", "issue", "volunteer")):
        assert as_role(home, own_passwords, "volunteer", *refused).code == 3
    dossier = ("fill", "ct01", "--dossier", "000.16.32.H49-261123-1001")
    assert as_role(home, own_passwords, "volunteer", *dossier).code == 3


def test_a_badge_is_issued_listed_and_revoked(home: Path) -> None:
    made = writing(home, "badge", "issue", "volunteer", "--until", "2026-12-01", "--page", "A4").only
    assert (made["login"], made["expires_on"], made["revoked_at"]) == ("volunteer", "2026-12-01", None)
    assert [each["id"] for each in writing(home, "badge", "list").lines] == [made["id"]]
    gone = writing(home, "badge", "revoke", made["id"], "--reason", "mất").only
    assert gone["revoked_at"] is not None


@pytest.mark.parametrize(
    ("arguments", "stdin", "code"),
    [
        (("blank", "khong-co"), "", 4),
        (("blank", "ct01", "--to", "x.docx"), "", 2),
        (("blank", "ct01", "--copies", "99"), "", 2),
        (("fill", "ct01", "-"), '{"ten": "x"}', 2),
        (("fill", "ct01", "-"), "không phải JSON", 2),
        (("fill", "ct01", "/khong/co/tep.json"), "", 4),
        (("fill", "ct01", "--card", "không phải thẻ"), "", 2),
        (("record",), "", 2),
        (("record", "--outcome", "xong"), "", 2),
        (("record", "--sitting", "khong-co", "--outcome", "written"), "", 4),
        (("record", "--outcome", "advised", "--minutes", "0"), "", 2),
        (("correct", "khong-co", "--reason", "x"), "", 4),
        (("figures", "--from", "2026-11-24", "--to", "2026-11-23"), "", 2),
        (("badge", "issue", "khong.co"), "", 4),
        (("badge", "issue", "leader"), "", 2),
        (("badge", "revoke", "x", "--reason", "y"), "", 4),
    ],
)
def test_what_cannot_be_done_says_so_with_its_exit_code(
    home: Path, arguments: tuple[str, ...], stdin: str, code: int
) -> None:
    ran = writing(home, *arguments, stdin=stdin)
    assert (ran.code, bool(ran.only["message"])) == (code, True)
