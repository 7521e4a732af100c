from pathlib import Path

import openpyxl
import pytest

from tests.cli.command_line import MORNING, Ran, desk, line


@pytest.fixture
def filled(home: Path) -> Path:
    """Give a home with three dossiers, one of them settled."""
    lines = "\n".join(line(name, applicant={"id_number": "093085001234"}) for name in ("Một", "Hai", "Ba"))
    made = desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=lines).lines
    assert desk("dossiers", "step", made[1]["code"], "--done", "--home", home, "--now", MORNING).code == 0
    return home


def listed(home: Path, *arguments: str | Path, now: str = "2026-11-23T09:00") -> Ran:
    return desk("dossiers", "list", *arguments, "--home", home, "--json", "--now", now)


def names(ran: Ran) -> list[str]:
    assert ran.code == 0, ran.err
    return [each["name"] for each in ran.lines]


def test_without_a_query_what_still_stands_in_the_office_is_listed(filled: Path) -> None:
    assert sorted(names(listed(filled))) == ["Ba", "Hai", "Một"]


def test_a_query_narrows_and_sorts(filled: Path) -> None:
    assert names(listed(filled, "--query", "due=waiting")) == ["Hai"]
    assert names(listed(filled, "--query", "status=2&sort=name")) == ["Ba", "Một"]
    assert names(listed(filled, "--query", "view:overdue")) == []
    assert sorted(names(listed(filled, "--query", "view:overdue", now="2026-11-26T09:00"))) == ["Ba", "Một"]
    assert names(listed(filled, "--query", "sort=-name", "--limit", "1")) == ["Một"]


def test_a_line_says_with_whom_a_dossier_is(filled: Path) -> None:
    only = listed(filled, "--query", "status=2&sort=name", "--limit", "1").only
    assert only["agency"] == "UBND cấp xã (Tư pháp – Hộ tịch)"
    assert only["step_due_at"] == "2026-11-23T17:00:00+07:00"
    assert "id_number" not in only


def test_a_list_is_counted(filled: Path) -> None:
    assert listed(filled, "--query", "status=open", "--count").only == {"count": 3, "capped": False}


@pytest.mark.parametrize(("query", "code"), [("due=soon", 2), ("colour=red", 2), ("view:không có", 4)])
def test_what_cannot_be_asked_is_refused(filled: Path, query: str, code: int) -> None:
    ran = listed(filled, "--query", query)
    assert ran.code == code
    assert ran.only["message"]


def test_a_whole_list_goes_to_excel(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "chờ.xlsx"
    assert listed(filled, "--query", "due=waiting", "--export", file).only == {"file": str(file), "dossiers": 1}
    book = openpyxl.load_workbook(file)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    assert len(rows) == 2
    assert rows[1][1:3] == ("Hai", "093085001234")


@pytest.mark.parametrize(("file", "code"), [("list.csv", 2), ("nowhere/list.xlsx", 6)])
def test_a_file_that_cannot_be_is_refused(filled: Path, tmp_path: Path, file: str, code: int) -> None:
    assert listed(filled, "--export", tmp_path / file).code == code
    assert list(tmp_path.glob("*.xlsx")) == []


def test_lists_leave_a_trace(filled: Path, tmp_path: Path) -> None:
    listed(filled, "--query", "due=waiting")
    listed(filled, "--query", "view:overdue")
    listed(filled, "--query", "due=waiting", "--export", tmp_path / "x.xlsx")
    found = desk("journal", "list", "--home", filled, "--json", "--limit", "1000").lines
    reasons = [each["body"]["reason"] for each in found if each["kind"] == "access.looked_up"]
    assert sorted(reasons) == ["Danh sách due=waiting: 1 hồ sơ", "Xuất Excel 1 hồ sơ: due=waiting"]


def test_who_may_not_search_sees_no_list(filled: Path, own_passwords: dict[str, str]) -> None:
    ran = desk("dossiers", "list", "--home", filled, "--as", "volunteer", DESK_PASSWORD=own_passwords["volunteer"])
    assert ran.code == 3


def test_people_read_a_list(filled: Path) -> None:
    out = desk("dossiers", "list", "--query", "due=waiting", "--home", filled, "--now", MORNING).out
    assert "Hai" in out
    assert "Đã xử lý xong" in out
    empty = desk("dossiers", "list", "--query", "status=7", "--home", filled, "--now", MORNING).out
    assert empty == "Không có hồ sơ nào.\n"
