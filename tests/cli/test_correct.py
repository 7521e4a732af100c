from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, Ran, desk, line


@pytest.fixture
def code(home: Path) -> str:
    """Give the code of a birth registration."""
    stdin = line("Nguyễn Thị Huệ", applicant={"phone": "0900123456"})
    return str(desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=stdin).only["code"])


def dossiers(home: Path, *arguments: str, now: str = "2026-11-23T09:00") -> Ran:
    return desk("dossiers", *arguments, "--home", home, "--json", "--now", now)


def corrected(home: Path, code: str, *settings: str, more: tuple[str, ...] = ()) -> Ran:
    sets = [part for setting in settings for part in ("--set", setting)]
    return dossiers(home, "correct", code, *sets, "--reason", "ghi nhầm", *more)


def test_fields_are_put_right_and_the_old_name_still_finds(home: Path, code: str) -> None:
    shown = corrected(home, code, "applicant.name=Nguyễn Thị Huế", "applicant.birth_on=05/03/1985", "copies=2").only
    assert (shown["applicant"]["name"], shown["applicant"]["birth_on"], shown["copies"]) == (
        "Nguyễn Thị Huế",
        "1985-03-05",
        2,
    )
    assert shown["former_names"] == ["Nguyễn Thị Huệ"]
    assert "«Nguyễn Thị Huệ» → «Nguyễn Thị Huế»" in shown["history"][-1]["words"]
    assert [hit["code"] for hit in dossiers(home, "find", "thi hue").lines] == [code]


def test_papers_are_given_as_a_list(home: Path, code: str) -> None:
    shown = corrected(home, code, 'papers=["Tờ khai", {"name": "Sổ", "copies": 1, "originals": 0}]').only
    assert [paper["name"] for paper in shown["papers"]] == ["Tờ khai", "Sổ"]


def test_a_receipt_is_made_out_anew_and_is_the_one_that_is_shown(home: Path, code: str, tmp_path: Path) -> None:
    shown = corrected(home, code, "applicant.phone=0907000111", more=("--reissue",)).only
    assert shown["receipt_edition"] == 2
    waiting = desk("queue", "list", "--home", home, "--json").lines
    assert len(waiting) == 2
    file = tmp_path / "hen.pdf"
    assert desk("paper", "receipt", code, "--to", file, "--home", home, "--json").code == 0
    assert file.stat().st_size > 1_000


def test_the_same_key_corrects_once(home: Path, code: str) -> None:
    for _ in range(2):
        shown = corrected(home, code, "applicant.phone=0907000111", more=("--key", "lan-1", "--reissue")).only
    assert shown["receipt_edition"] == 2
    assert sum("Sửa Điện thoại" in each["words"] for each in shown["history"]) == 1


@pytest.mark.parametrize(
    ("setting", "field"),
    [
        ("applicant.phone=12", "applicant.phone"),
        ("applicant.birth_on=hôm qua", "applicant.birth_on"),
        ("copies=hai", "copies"),
        ("papers=Tờ khai", "papers"),
        ("return_by=bay", "return_by"),
        ("code=1", "field"),
        ("applicant.phone", "set"),
        ("due_at=25:00 30/11/2026", "due_at"),
    ],
)
def test_what_cannot_be_right_is_refused_by_its_field(home: Path, code: str, setting: str, field: str) -> None:
    ran = corrected(home, code, setting)
    assert (ran.code, ran.only["field"]) == (2, field)


def test_nothing_different_is_refused(home: Path, code: str) -> None:
    ran = corrected(home, code, "applicant.phone=0900123456")
    assert (ran.code, ran.only["error"]) == (2, "dossiers.nothing_to_correct")


def test_an_officer_may_not_move_the_due_date(home: Path, code: str, own_passwords: dict[str, str]) -> None:
    common = ("dossiers", "correct", code, "--set", "due_at=16:00 30/11/2026", "--reason", "xác minh", "--json")
    ran = desk(*common, "--home", home, "--now", MORNING, "--as", "officer", DESK_PASSWORD=own_passwords["officer"])
    assert (ran.code, ran.only["error"]) == (3, "accounts.not_allowed")
    ran = desk(*common, "--home", home, "--now", MORNING, "--as", "leader", DESK_PASSWORD=own_passwords["leader"])
    assert ran.only["due_at"] == "2026-11-30T16:00:00+07:00"
    assert ran.only["moved_due"]["reason"] == "xác minh"


def test_a_collector_is_kept_with_all_that_was_said(home: Path, code: str) -> None:
    dossiers(home, "step", code, "--done")
    who = ("--relation", "relative", "--to", "Trần Văn Thử", "--kinship", "chồng", "--id-number", "093085001234")
    given = dossiers(home, "hand-over", code, *who, "--signed-register", "--slip").only["handed_over"]
    assert (given["kinship"], given["id_number"], given["signed_register"]) == ("chồng", "093085001234", True)
    assert "Giấy ký nhận kết quả" in {each["title"] for each in desk("queue", "list", "--home", home, "--json").lines}


def test_uncollected_results_are_listed_longest_first_with_the_last_call(home: Path, code: str) -> None:
    dossiers(home, "step", code, "--done")
    dossiers(home, "note", code, "Hẹn chiều mai", "--called", now="2026-11-25T09:00")
    (waiting,) = dossiers(home, "uncollected", now="2026-12-03T09:00").lines
    assert (waiting["code"], waiting["days"], waiting["phone"]) == (code, 10, "0900123456")
    assert waiting["told_at"] == "2026-11-25T09:00:00+07:00"
    assert dossiers(home, "uncollected", "--days", "10", now="2026-12-03T09:00").lines == []
    assert len(dossiers(home, "uncollected", "--days", "7", now="2026-12-03T09:00").lines) == 1


def test_a_finding_that_is_none_cannot_be_resolved(home: Path, code: str) -> None:
    assert dossiers(home, "resolve", code, "--finding", "a/1/1", "--reason", "đã hỏi").code == 4
