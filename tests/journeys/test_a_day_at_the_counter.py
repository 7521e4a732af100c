"""A day at the counter by the command line alone, from the empty folder to the evening's check."""

from pathlib import Path
from typing import Any

from tests.cli.command_line import Ran, desk_process, line
from tests.journeys.office import PrinterProcess, founded, with_printer


class Day:
    """One home through a day; ``at`` runs a command at an hour of Monday 23/11/2026 or the days after."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def at(self, now: str, *arguments: str | Path, stdin: str = "") -> Ran:
        command = (*arguments, "--home", self._home, "--json", "--now", f"2026-{now}")
        return desk_process(*command, stdin=stdin.encode())


def test_a_day_from_the_empty_folder_to_the_evening(tmp_path: Path, printer: PrinterProcess) -> None:
    day = Day(with_printer(founded(tmp_path / "home", "--now", "2026-11-23T06:45"), printer))
    birth, linked, copy = morning(day)
    assert day.at("11-23T08:30", "queue", "run").only["confirmed"] == 3
    assert len(printer.jobs()) == 3
    find_her_again(day, birth)
    walk_the_linked_one(day, linked)
    hand_over_at_the_counter(day, birth)
    refused = day.at("11-23T16:00", "dossiers", "hand-over", copy)
    assert (refused.code, refused.only["error"]) == (2, "dossiers.hand_over_not_allowed")
    evening(day)


def morning(day: Day) -> list[str]:
    """Three people come; a fourth line is wrong and harms nobody."""
    lines = (
        line("Đặng Thị Ánh Nguyệt", applicant={"id_number": "093195004321", "phone": "0900111222"}),
        line("Trần Văn Thử", procedure="2.000986", subject={"name": "Trần Gia Hân"}),
        line("Lê Thị Ví Dụ", procedure="2.000815", birth="mai"),
        line("Lê Thị Ví Dụ", procedure="2.000815", pages=3, copies=2),
    )
    ran = day.at("11-23T08:15", "dossiers", "register", "-", stdin="\n".join(lines))
    assert ran.code == 2
    assert [each.get("line") for each in ran.lines] == [None, None, 3, None]
    codes = [str(each["code"]) for each in ran.lines if "code" in each]
    assert [code.rpartition("-")[2] for code in codes] == ["1001", "1002", "1003"]
    assert ran.lines[1]["due_at"] == "2026-12-08T17:00:00+07:00"
    return codes


def find_her_again(day: Day, code: str) -> None:
    """She says her name; it is typed without marks, and with a slip."""
    for said in ("dang thi anh nguyet", "anh nguyet", "dang thi anh nguyt", "0900111222", "1001"):
        hits = day.at("11-23T10:00", "dossiers", "find", said).lines
        assert hits[0]["code"] == code, said


def walk_the_linked_one(day: Day, code: str) -> None:
    """Four agencies in turn; the last one's part makes the result."""
    for number, now in enumerate(("11-25T10:00", "11-27T09:00", "12-04T15:00", "12-07T08:00"), 1):
        shown = day.at(now, "dossiers", "step", code, "--done").only
        assert sum(leg["done_at"] is not None for leg in shown["legs"]) == number
    assert shown["status"] == "settled"


def hand_over_at_the_counter(day: Day, code: str) -> None:
    """She sends her mother, whose name and relation are written down."""
    assert day.at("11-23T14:00", "dossiers", "step", code, "--done").only["status"] == "settled"
    mother = ("--to", "Nguyễn Thị Sáu", "--relation", "relative")
    given: dict[str, Any] = day.at("11-23T15:30", "dossiers", "hand-over", code, *mother).only
    assert given["status"] == "handed_over"
    words = [each["words"] for each in given["history"]]
    assert words[0].startswith("Tiếp nhận hồ sơ")
    assert words[-1] == "Trả kết quả cho Nguyễn Thị Sáu (người thân)."
    again = day.at("11-23T15:31", "dossiers", "hand-over", code)
    assert (again.code, again.only["error"]) == (2, "dossiers.hand_over_not_allowed")


def evening(day: Day) -> None:
    """The journal holds, the tables agree with it, folding again changes nothing."""
    before = day.at("12-07T17:00", "dossiers", "find").lines
    assert day.at("12-07T17:00", "journal", "verify").only["ok"] is True
    assert day.at("12-07T17:00", "journal", "refold").only == {"repaired": []}
    assert day.at("12-07T17:00", "dossiers", "find").lines == before
    checked = day.at("12-07T17:00", "check", "--deep")
    assert (checked.code, checked.only["ok"]) == (0, True)
    assert [each["kind"] for each in checked.only["findings"]] == ["calendar"]
