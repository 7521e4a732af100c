"""A list as an Excel file."""

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk_app.accounts.access_log import latest_access
from desk_app.dossiers.listing.asked import wanted_of
from desk_app.dossiers.listing.export import Exported, export
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.kernel.errors import Cancelled, InvalidInput, NotAllowed
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from tests.bench.many import fill_table
from tests.desks import RehearsalDesk, form
from tests.dossiers.lists import receive, settle

NUMBER = "093085001234"


def exported(desk: RehearsalDesk, folder: Path, asked: str = "", role: str = "officer", **values: Any) -> Exported:
    values = {"title": "Mọi hồ sơ", "say": lambda *_: None, **values}
    by = desk.accounts_by_role[role]
    return export(desk.dossiers, wanted_of(asked), by=by, folder=folder, **values)


def cells(file: Path) -> list[dict[str, Any]]:
    book = openpyxl.load_workbook(file)
    head, *lines = book.worksheets[0].iter_rows(values_only=True)
    book.close()
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


@pytest.fixture
def filled(desk: RehearsalDesk) -> RehearsalDesk:
    for name in ("An Văn Thử", "Đặng Văn Thử", "Trần Thị Thử"):
        receive(desk, name)
    what = changed(form(), applicant=Person(name="Lê Văn Số", id_number=NUMBER, phone="0900123456"))
    by = desk.accounts_by_role["officer"]
    settle(desk, register(desk.dossiers, by=by, form=what, command_id=desk.journal.new_id()).subject)
    return desk


def test_the_file_holds_every_dossier_of_the_list_in_its_order(filled: RehearsalDesk, tmp_path: Path) -> None:
    done = exported(filled, tmp_path, "sort=received")
    assert done.dossiers == 4
    assert [line["Người nộp"] for line in cells(done.file)] == [
        "An Văn Thử",
        "Đặng Văn Thử",
        "Trần Thị Thử",
        "Lê Văn Số",
    ]
    only = exported(filled, tmp_path, "status=9")
    assert [line["Trạng thái"] for line in cells(only.file)] == ["Đã xử lý xong"]


def test_cells_are_what_a_clerk_can_work_with(filled: RehearsalDesk, tmp_path: Path) -> None:
    (line,) = cells(exported(filled, tmp_path, "status=9").file)
    assert line["Nhận lúc"] == datetime(2026, 11, 23, 8, 18, tzinfo=VIETNAM).replace(tzinfo=None)
    assert line["Điện thoại"] == "0900123456"
    assert line["Thủ tục"] == "Đăng ký khai sinh"
    assert line["Người tiếp nhận"] == "Người Thử Officer"
    assert line["Trả lúc"] is None


def test_only_who_may_gets_whole_identity_numbers(filled: RehearsalDesk, tmp_path: Path) -> None:
    (masked,) = cells(exported(filled, tmp_path, "status=9").file)
    (whole,) = cells(exported(filled, tmp_path, "status=9", role="leader").file)
    assert (masked["Số định danh"], whole["Số định danh"]) == ("*********234", NUMBER)


def test_who_may_not_search_exports_nothing(filled: RehearsalDesk, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        exported(filled, tmp_path, role="volunteer")
    assert not list(tmp_path.glob("*.xlsx"))


def test_an_export_stands_in_the_access_log_without_anybodys_data(filled: RehearsalDesk, tmp_path: Path) -> None:
    exported(filled, tmp_path)
    line = latest_access(filled.accounts, by=filled.accounts_by_role["leader"], limit=1)[0]
    assert (line.account, line.how, line.about) == (filled.accounts_by_role["officer"], "list", "list")
    assert line.reason == "Xuất Excel 4 hồ sơ: Mọi hồ sơ"


def test_a_second_file_stands_beside_the_first(filled: RehearsalDesk, tmp_path: Path) -> None:
    first, second = (exported(filled, tmp_path, title="Của tôi: 1/2") for _ in range(2))
    assert first.file.name == "Của tôi 1 2 2026-11-23 0818.xlsx"
    assert second.file.name == "Của tôi 1 2 2026-11-23 0818 (2).xlsx"


def test_a_stopped_export_leaves_nothing_behind(filled: RehearsalDesk, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    def stop(done: int, total: int) -> None:
        assert (done, total) == (4, 4)
        raise Cancelled("x", "Đã dừng.")

    with pytest.raises(Cancelled):
        exported(filled, folder, say=stop)
    assert list(folder.iterdir()) == []
    assert exported(filled, folder).dossiers == 4
    assert [each.suffix for each in folder.iterdir()] == [".xlsx"]


def test_a_folder_that_is_none_is_refused(filled: RehearsalDesk, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput):
        exported(filled, tmp_path / "nowhere")


def test_an_empty_list_is_a_file_with_a_head(filled: RehearsalDesk, tmp_path: Path) -> None:
    for asked in ("status=7", "due=overdue&status=10"):
        done = exported(filled, tmp_path, asked)
        assert (done.dossiers, cells(done.file)) == (0, [])


def test_more_than_one_reading_makes_one_file_without_gaps(desk: RehearsalDesk, tmp_path: Path) -> None:
    fill_table(desk, 2_345)
    told: list[tuple[int, int]] = []
    done = exported(desk, tmp_path, "sort=code", say=lambda at, total: told.append((at, total)))
    codes = [line["Mã hồ sơ"] for line in cells(done.file)]
    assert (done.dossiers, len(set(codes)), codes) == (2_345, 2_345, sorted(codes))
    assert told == [(1_000, 2_345), (2_000, 2_345), (2_345, 2_345)]
