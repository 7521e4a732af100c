"""``desk appointments`` as scripts call it."""

from pathlib import Path

import pytest
import vobject

from tests.cli.command_line import Ran, desk

NOW = "2026-11-23T09:05"
WEDNESDAY = "2026-11-25T08:00"


def appointments(home: Path, *arguments: str | Path, now: str = NOW, **variables: str) -> Ran:
    return desk("appointments", *arguments, "--home", home, "--json", "--now", now, **variables)


@pytest.fixture
def office(home: Path) -> Path:
    """Give a home with one line of half hours on weekdays."""
    assert appointments(home, "line", "Hộ tịch", "--weekdays", "2-6", "--minutes", "30").code == 0
    return home


def booked(home: Path, at: str = WEDNESDAY, name: str = "Đỗ Thị Ánh", *more: str) -> str:
    return str(appointments(home, "book", "--at", at, "--name", name, *more).only["number"])


def test_a_line_keeps_what_is_not_said_again(office: Path) -> None:
    told = appointments(office, "line", "Hộ tịch", "--capacity", "2", "--from", "2026-12-01").only
    assert (told["minutes"], told["capacity"], told["plans"], told["is_open"]) == (30, 2, 2, True)
    assert [each["name"] for each in appointments(office, "lines").lines] == ["Hộ tịch"]
    assert appointments(office, "line", "Hộ tịch", "--closed", "--from", "2027-01-01").only["is_open"] is False


def test_without_a_line_a_person_is_told_how_to_make_one(home: Path) -> None:
    told = appointments(home, "book", "--at", WEDNESDAY, "--name", "Ánh")
    assert (told.code, told.only["error"]) == (4, "appointments.line")
    assert "desk appointments line" in told.only["hint"]


def test_slots_are_listed_with_their_places_and_a_holiday_says_why_there_are_none(office: Path) -> None:
    assert len(appointments(office, "slots", "--date", "2026-11-25").lines) == 16
    assert len(appointments(office, "slots", "--free").lines) == 11
    words = desk("appointments", "slots", "--date", "2026-11-24", "--home", office, "--now", NOW).out
    assert words.startswith("Không có lượt nào: ")


def test_a_full_slot_is_a_conflict_that_names_the_next_free_one(office: Path) -> None:
    booked(office)
    told = appointments(office, "book", "--at", WEDNESDAY, "--name", "Lê Thị Hai")
    assert (told.code, told.only["error"]) == (5, "appointments.full")
    assert "08:30 ngày 25/11/2026" in told.only["hint"]


def test_an_appointment_is_moved_reminded_and_kept(office: Path) -> None:
    number = booked(office)
    assert appointments(office, "move", number, "--at", "2026-11-25T10:00").only["moves"] == 1
    assert [each["number"] for each in appointments(office, "reminders").lines] == [number]
    assert appointments(office, "remind", number, "--reached").only["reached"] is True
    assert appointments(office, "remind", number).code == 2
    there = "2026-11-25T10:05"
    assert appointments(office, "no-show", number, now=there).only["state"] == "not_come"
    assert appointments(office, "arrive", number, now=there).only["state"] == "arrived"
    assert appointments(office, "arrive", number, now=there).code == 2


def test_a_cancelled_place_is_given_to_the_next(office: Path) -> None:
    number = booked(office)
    assert appointments(office, "cancel", number, "--reason", "bận").only["state"] == "cancelled"
    assert booked(office, name="Lê Thị Hai") == "LH-261123-1002"


def test_who_walks_in_is_taken_between(office: Path) -> None:
    told = appointments(office, "walk-in", "--name", "Lê Văn Ba").only
    assert (told["state"], told["channel"], told["starts_at"]) == ("arrived", "walk_in", "2026-11-23T09:00:00+07:00")


def test_an_appointment_is_found_and_listed(office: Path) -> None:
    number = booked(office, WEDNESDAY, "Đỗ Thị Ánh", "--phone", "0907123456")
    for asked in (("do anh",), ("0907",), (number,), ("--from", "2026-11-23", "--to", "2026-11-25")):
        assert [each["number"] for each in appointments(office, "list", *asked).lines] == [number]
    assert appointments(office, "list").lines == []


def test_from_a_call_to_an_appointment_to_a_dossier_nothing_is_typed_again(office: Path) -> None:
    said = ("log", "--channel", "zalo", "--name", "Đỗ Thị Ánh", "--phone", "0907123456", "--procedure", "1.001193")
    call = desk("guidance", *said, "--home", office, "--json", "--now", NOW).only["id"]
    told = appointments(office, "book", "--at", WEDNESDAY, "--from-guidance", call).only
    assert (told["name"], told["phone"], told["procedure"]) == ("Đỗ Thị Ánh", "0907123456", "1.001193")
    known = appointments(office, "prefill", told["number"]).only
    assert (known["origin"], known["procedure"]) == (f"appointments:{told['id']}", "1.001193")


def test_a_smaller_plan_lists_who_has_to_be_moved_with_a_free_slot(office: Path) -> None:
    appointments(office, "line", "Hộ tịch", "--capacity", "2")
    booked(office)
    extra = booked(office, name="Lê Thị Hai")
    appointments(office, "line", "Hộ tịch", "--capacity", "1")
    told = appointments(office, "without-place").only
    assert (told["appointment"]["number"], told["suggested_at"]) == (extra, "2026-11-25T08:30:00+07:00")


def test_the_calendar_file_is_read_by_another_program_and_holds_no_name(office: Path, tmp_path: Path) -> None:
    booked(office)
    file = tmp_path / "hen.ics"
    asked = ("--from", "2026-11-25", "--to", file)
    assert appointments(office, "ics", *asked).only["appointments"] == 1
    assert vobject.readOne(file.read_text("utf-8")).vevent.summary.value == "Hẹn Đ.T.Á."
    assert appointments(office, "ics", *asked, "--names").code == 0
    assert "Đỗ Thị Ánh" in vobject.readOne(file.read_text("utf-8")).vevent.summary.value


def test_slip_and_day_list_go_into_files_or_to_the_printer(office: Path, tmp_path: Path) -> None:
    number = booked(office)
    for kind, about in (("slip", number), ("day", "2026-11-25")):
        file = tmp_path / f"{kind}.pdf"
        assert appointments(office, "paper", kind, about, "--to", file).only["pages"] == 1
        assert file.read_bytes().startswith(b"%PDF")
        assert appointments(office, "paper", kind, about).code == 0
    jobs = desk("queue", "list", "--home", office, "--json").lines
    assert sorted(each["title"] for each in jobs) == ["Danh sách hẹn trong ngày", "Phiếu hẹn"]


def test_who_may_not_sees_no_appointments(office: Path, own_passwords: dict[str, str]) -> None:
    number = booked(office)
    for asked in (("list",), ("arrive", number), ("paper", "slip", number)):
        refused = appointments(office, *asked, "--as", "volunteer", DESK_PASSWORD=own_passwords["volunteer"])
        assert (refused.code, refused.only["error"]) == (3, "accounts.not_allowed")
