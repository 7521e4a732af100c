"""How terms are read, on the command line: shown, looked at before it is put, and counted by from its day on."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import MORNING, Ran, desk, line

BASIS = ("--basis", "Quyết định 12/QĐ-UBND")


def readings(home: Path, *arguments: str) -> list[dict[str, Any]]:
    return desk("calendar", "readings", *arguments, "--home", home, "--json", "--now", MORNING).lines


def put(home: Path, *arguments: str, **variables: str) -> Ran:
    return desk("calendar", "put-reading", *arguments, "--home", home, "--json", "--now", MORNING, **variables)


def due_at(home: Path, received: str, half_days: str = "6") -> str:
    asked = ("due", "--half-days", half_days, "--received", received, "--home", home, "--json")
    return str(desk(*asked).only["due_at"])[:16]


def test_the_readings_are_shown_without_a_home_and_the_one_in_force_is_marked(tmp_path: Path) -> None:
    shown = desk("calendar", "readings", "--json", DESK_HOME=str(tmp_path)).lines
    assert [(each["reading"]["valid_from"], each["in_force"]) for each in shown] == [
        ("2018-06-21", False),
        ("2025-07-01", True),
    ]
    (earlier,) = desk("calendar", "readings", "--on", "2020-01-01", "--json", DESK_HOME=str(tmp_path)).lines
    assert earlier["reading"]["supplement"] == "restart"
    assert desk("calendar", "readings", "--on", "2010-01-01", "--json", DESK_HOME=str(tmp_path)).code == 4


def test_a_dry_run_says_what_changes_and_writes_nothing(home: Path) -> None:
    desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=line(procedure="1.004873"))
    told = put(home, "--from", "2026-11-23", *BASIS, "--cutoff-default", "always", "--dry-run").only
    assert (told["put"], told["open_dossiers"]) == (False, 1)
    change = told["change"]
    assert change["points"] == ["basis", "cutoff_default"]
    assert (change["before"]["cutoff_default"], change["after"]["cutoff_default"]) == ("at_once", "always")
    late = change["examples"][1]
    assert (late["received_at"][:16], late["due_at"][:10], late["would_be_due_at"][:10]) == (
        "2026-11-23T15:01",
        "2026-12-01",
        "2026-12-02",
    )
    assert len(readings(home)) == 2
    assert put(home, "--from", "2026-11-24", *BASIS, "--dry-run").only["open_dossiers"] == 0


def test_a_reading_is_counted_by_from_its_day_on_and_not_before(home: Path) -> None:
    assert put(home, "--from", "2026-12-01", *BASIS, "--counting", "next_half", "--afternoon", "13:00-16:30").code == 0
    assert due_at(home, "2026-11-30T09:00") == "2026-12-03T17:00"
    assert due_at(home, "2026-12-01T09:00") == "2026-12-04T11:30"
    assert due_at(home, "2026-12-01T13:30", "1") == "2026-12-02T11:30"
    (present,) = readings(home, "--on", "2026-12-01")
    assert present["reading"]["hours"]["afternoon_to"] == "16:30:00"
    assert present["reading"]["hours"]["morning_to"] == "11:30:00"


def test_dossiers_are_registered_by_the_reading_of_their_day(home: Path) -> None:
    put(home, "--from", "2026-11-26", *BASIS, "--cutoff-default", "always", "--cutoff-at", "16:00")
    due = {}
    for now in ("2026-11-25T16:01", "2026-11-26T15:59", "2026-11-26T16:01"):
        made = desk("dossiers", "register", "--home", home, "--json", "--now", now, stdin=line(procedure="1.004873"))
        due[now] = made.only["due_at"][:10]
    assert due == {
        "2026-11-25T16:01": "2026-11-30",
        "2026-11-26T15:59": "2026-12-01",
        "2026-11-26T16:01": "2026-12-02",
    }


def test_what_is_not_named_stays_as_it_is_and_the_former_answer_can_be_put_again(home: Path) -> None:
    put(home, "--from", "2026-12-01", *BASIS, "--supplement", "pause")
    put(home, "--from", "2026-12-01", *BASIS, "--cutoff-at", "16:00")
    (present,) = readings(home, "--on", "2026-12-01")
    assert (present["reading"]["supplement"], present["reading"]["cutoff_at"]) == ("pause", "16:00:00")
    put(home, "--from", "2026-12-01", *BASIS, "--supplement", "restart", "--cutoff-at", "15:00")
    assert readings(home)[-1]["reading"]["supplement"] == "restart"


@pytest.mark.parametrize(
    ("named", "field"),
    [
        (("--cutoff-at", "6:00"), "cutoff_at"),
        (("--cutoff-at", "05:00"), "cutoff_at"),
        (("--morning", "07:00"), "morning"),
        (("--morning", "11:00-07:00"), "hours"),
        (("--afternoon", "13:30-17:00:30"), "afternoon"),
        (("--from", "2018-06-20"), "valid_from"),
        (("--from", "2026-13-01"), "from"),
        (("--basis", " "), "basis"),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(home: Path, named: tuple[str, str], field: str) -> None:
    ran = put(home, "--from", "2026-12-01", *BASIS, *named)
    assert (ran.code, ran.only["field"]) == (2, field)
    assert len(readings(home)) == 2


def test_who_may_not_change_readings_neither_puts_nor_previews_one(home: Path, own_passwords: dict[str, str]) -> None:
    for role in ("officer", "leader"):
        for more in ((), ("--dry-run",)):
            asked = ("--from", "2026-12-01", *BASIS, "--as", role, *more)
            assert put(home, *asked, DESK_PASSWORD=own_passwords[role]).code == 3
    assert len(readings(home)) == 2


def test_people_read_what_changes_and_how_much(home: Path) -> None:
    asked = ("calendar", "put-reading", "--from", "2026-12-01", *BASIS, "--supplement", "pause", "--home", home)
    said = desk(*asked, "--dry-run", "--now", MORNING).out
    assert said.startswith("Xem trước, chưa ghi gì.\nCách tính cho hồ sơ nhận từ 01/12/2026:\n")
    assert "Khi bổ sung xong: tính lại thời hạn từ đầu → tính tiếp phần còn lại" in said
    assert "nhận 09:00 ngày 05/12/2026 (ngày nghỉ): vẫn hẹn" in said
    assert "Hồ sơ đang mở nhận trong thời gian ấy: 0." in said
    assert desk(*asked, "--now", MORNING).out.startswith("Đã lưu.")
    shown = desk("calendar", "readings", "--home", home, "--now", MORNING).out
    assert "Áp dụng từ 01/07/2025 (đang áp dụng)" in shown


def test_a_supplement_pauses_only_for_what_was_received_from_the_day_on(home: Path) -> None:
    """Three working days: counted anew from the completion, or what was left of them goes on."""
    put(home, "--from", "2026-11-26", *BASIS, "--supplement", "pause")
    due = []
    for received in ("2026-11-25T08:00", "2026-11-26T08:00"):
        stdin = line(procedure="1.004873")
        made = desk("dossiers", "register", "--home", home, "--json", "--now", received, stdin=stdin).only
        asked = ("--missing", "Ảnh chân dung", "--reason", "Thiếu ảnh", "--now", "2026-11-27T16:00")
        assert desk("dossiers", "supplement", made["code"], *asked, "--home", home, "--json").code == 0
        done = ("--now", "2026-12-07T09:00", "--home", home, "--json")
        due.append(desk("dossiers", "supplied", made["code"], *done).only["due_at"][:16])
    assert due == ["2026-12-10T17:00", "2026-12-09T17:00"]


def test_citizens_and_officers_are_told_the_hour_that_the_office_has(home: Path) -> None:
    told = {}
    for hour in ("15:00", "16:00"):
        put(home, "--from", "2026-11-23", *BASIS, "--cutoff-at", hour)
        now = ("--home", home, "--json", "--now", MORNING)
        made = desk("dossiers", "register", *now, stdin=line()).only["code"]
        told[hour] = (
            desk("catalogue", "show", "1.001193", *now).only["term"],
            desk("guidance", "text", "1.001193", *now).only["text"],
            desk("dossiers", "show", made, *now).only["term"],
        )
    for hour, texts in told.items():
        assert all(f"nhận sau {hour} tính từ ngày làm việc tiếp theo" in text for text in texts)
