"""``desk attachments``: images of papers from the command line."""

import os
from pathlib import Path

import pytest

from tests.attachments.papers import BIRTH, DECLARATION, IDENTITY, jpeg, pdf
from tests.cli.command_line import Ran, desk, line


@pytest.fixture
def code(home: Path) -> str:
    return str(desk("dossiers", "register", "--home", home, "--json", stdin=line()).only["code"])


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "scan.pdf"
    file.write_bytes(pdf())
    return file


def attachments(home: Path, *arguments: str | Path, **more: str) -> Ran:
    return desk("attachments", *arguments, "--home", home, "--json", **more)


def test_a_scan_goes_in_is_listed_and_comes_out_to_the_byte(home: Path, code: str, scan: Path, tmp_path: Path) -> None:
    made = attachments(home, "add", code, scan, "--paper", BIRTH).only
    assert (made["code"], made["paper"], made["media_type"], made["here"]) == (code, BIRTH, "application/pdf", True)
    assert (made["keep_months"], made["keep_until"], made["ended"]) == (12, None, "")
    assert attachments(home, "list", code).lines == [made]
    out = tmp_path / "ra.pdf"
    assert attachments(home, "get", made["id"], "--to", out).only["size"] == len(pdf())
    assert out.read_bytes() == pdf()


def test_getting_one_never_writes_over_a_file_and_leaves_no_part(
    home: Path, code: str, scan: Path, tmp_path: Path
) -> None:
    made = attachments(home, "add", code, scan, "--paper", BIRTH).only
    standing = tmp_path / "có-rồi.pdf"
    standing.write_text("của tôi", encoding="utf-8")
    assert attachments(home, "get", made["id"], "--to", standing).code == 5
    assert standing.read_text(encoding="utf-8") == "của tôi"
    assert attachments(home, "get", made["id"], "--to", tmp_path / "không-có" / "ra.pdf").code == 6
    assert attachments(home, "get", "không-có", "--to", tmp_path / "x.pdf").code == 4
    assert not list(tmp_path.glob("*.part"))


def test_refusals_say_why_and_with_which_code(home: Path, code: str, scan: Path, tmp_path: Path) -> None:
    photograph = tmp_path / "cccd.jpg"
    photograph.write_bytes(jpeg())
    refused = attachments(home, "add", code, photograph, "--paper", IDENTITY)
    assert (refused.code, refused.only["error"]) == (2, "attachments.identity_paper")
    assert "dữ liệu nhạy cảm" in refused.err
    strange = attachments(home, "add", code, scan, "--paper", "Sổ đỏ")
    assert (strange.code, strange.only["field"]) == (2, "paper")
    assert attachments(home, "add", code, tmp_path / "thiếu.pdf", "--paper", BIRTH).code == 4
    assert attachments(home, "list", "000.16.32.H49-261123-9999").code == 4
    assert not (home / "attachments").exists()


def test_the_same_content_is_pointed_out_and_taken_when_it_is_meant(home: Path, code: str, scan: Path) -> None:
    attachments(home, "add", code, scan, "--paper", BIRTH)
    again = attachments(home, "add", code, scan, "--paper", DECLARATION)
    assert (again.code, again.only["error"]) == (5, "attachments.same")
    assert attachments(home, "add", code, scan, "--paper", DECLARATION, "--anyway", "--sensitive").only["sensitive"]


def test_a_removed_image_stays_in_the_list_with_its_reason(home: Path, code: str, scan: Path) -> None:
    made = attachments(home, "add", code, scan, "--paper", BIRTH).only
    gone = attachments(home, "remove", made["id"], "--reason", "Chụp nhầm").only
    assert (gone["ended"], gone["reason"], gone["here"]) == ("removed", "Chụp nhầm", False)
    assert list((home / "attachments").iterdir()) == []
    told = desk("attachments", "list", code, "--home", home).out
    assert "đã gỡ" in told
    assert BIRTH in told


def test_what_is_over_its_time_is_listed_and_then_purged(home: Path, code: str, scan: Path) -> None:
    made = attachments(home, "add", code, scan, "--paper", BIRTH, DESK_NOW="2026-11-23T08:00").only
    step = desk("dossiers", "step", code, "--done", "--home", home, DESK_NOW="2026-11-23T09:00")
    over = desk("dossiers", "hand-over", code, "--home", home, DESK_NOW="2026-11-23T10:00")
    assert (step.code, over.code) == (0, 0), over.err
    assert attachments(home, "expired", DESK_NOW="2027-11-23T08:00").lines == []
    (due,) = attachments(home, "expired", DESK_NOW="2027-11-24T08:00").lines
    assert (due["id"], due["keep_until"]) == (made["id"], "2027-11-23")
    assert attachments(home, "purge", DESK_NOW="2027-11-24T08:00").only == {"purged": [made["id"]]}
    assert attachments(home, "purge", DESK_NOW="2027-11-24T08:00").only == {"purged": []}
    assert list((home / "attachments").iterdir()) == []


def test_a_check_names_what_is_missing_as_damage_and_what_is_left_over_by_name(
    home: Path, code: str, scan: Path
) -> None:
    assert desk("check", "--home", home, "--json").code == 0
    attachments(home, "add", code, scan, "--paper", BIRTH)
    (file,) = (home / "attachments").iterdir()
    stray = home / "attachments" / "half.part"
    stray.write_bytes(b"x")
    os.utime(stray, (1, 1))
    found = desk("check", "--home", home, "--json")
    assert found.code == 0
    assert [each["words"] for each in found.only["findings"] if each["kind"] == "attachment"] == [
        "Tệp thừa attachments/half.part: «desk attachments purge» sẽ xóa."
    ]
    file.unlink()
    damaged = desk("check", "--home", home, "--json")
    assert damaged.code == 8
    assert any(BIRTH in each["words"] and each["kind"] == "file" for each in damaged.only["findings"])


@pytest.mark.parametrize(
    ("who", "may_add", "may_list", "may_purge"),
    [("officer", 0, 0, 3), ("leader", 3, 0, 0), ("volunteer", 3, 3, 3), ("keeper", 3, 3, 0)],
)
def test_each_role_does_its_part(
    home: Path,
    code: str,
    scan: Path,
    own_passwords: dict[str, str],
    who: str,
    may_add: int,
    may_list: int,
    may_purge: int,
) -> None:
    password = {"DESK_PASSWORD": own_passwords[who]}
    assert attachments(home, "add", code, scan, "--paper", BIRTH, "--as", who, **password).code == may_add
    assert attachments(home, "list", code, "--as", who, **password).code == may_list
    assert attachments(home, "expired", "--as", who, **password).code == may_purge
    assert attachments(home, "purge", "--as", who, **password).code == may_purge
