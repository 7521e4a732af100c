"""``desk shifts`` as scripts call it: from an empty book to a roster, its changes, files and figures, and exit codes."""

from datetime import UTC
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import vobject

from tests.cli.command_line import MORNING, Ran, desk

NAMES = ("Đoàn Thanh niên", "Hội Nông dân", "Hội Phụ nữ", "Hội Cựu chiến binh")
DECEMBER = "2026-12"


def shifts(home: Path, *arguments: str | Path, now: str = MORNING) -> Ran:
    return desk("shifts", *arguments, "--home", home, "--json", "--now", now)


def done(home: Path, *arguments: str | Path, now: str = MORNING) -> Ran:
    ran = shifts(home, *arguments, now=now)
    assert ran.code == 0, ran.err
    return ran


@pytest.fixture
def rota(home: Path) -> Path:
    """Give a home with four organisations of two people each, and a table manned by two on Fridays."""
    for number, name in enumerate(NAMES):
        done(home, "organisations", "--add", name, "--short", f"TC{number}", "--phone", f"029339990{number}")
        for letter in ("Anh", "Bình"):
            done(home, "members", "--add", f"Người Thử {letter} {number}", "--organisation", name)
    done(home, "places", "--add", "Bàn viết hộ", "--agency", "000.16.32.H49")
    done(home, "patterns", "--add", "Thứ sáu", "--weekday", "thứ sáu", "--seats", "2", "--from", "2026-01-01")
    return home


@pytest.fixture
def issued(rota: Path) -> Path:
    """Give a home whose roster of December is issued."""
    done(rota, "plan", DECEMBER)
    done(rota, "issue", DECEMBER, "--number", "15/TB-UBND")
    return rota


def test_a_month_goes_from_an_empty_book_to_a_notice(rota: Path) -> None:
    seen = done(rota, "plan", DECEMBER, "--dry-run").only
    assert (seen["spread_after"], len(seen["after"])) == (0, 4)
    assert shifts(rota, "show", DECEMBER).code == 4
    draft = done(rota, "plan", DECEMBER).only
    assert (draft["edition"], len(draft["shifts"])) == ("draft", 4)
    told = done(rota, "issue", DECEMBER, "--number", "15/TB-UBND", "--on", "2026-11-20").only
    assert (told["edition"], told["number"], told["issued_on"]) == ("issued", "15/TB-UBND", "2026-11-20")
    assert shifts(rota, "issue", DECEMBER, "--number", "15/TB-UBND").only["error"] == "shifts.no_draft"


def test_a_pin_holds_when_the_month_is_planned_anew(rota: Path) -> None:
    done(rota, "plan", DECEMBER)
    done(rota, "pin", "2026-12-11/1", "--organisation", "TC3", "--member", "Người Thử Bình 3", "--reason", "xin đổi")
    made = done(rota, "plan", DECEMBER, "--anew").only
    seat = made["shifts"][1]["seats"][0]
    assert (seat["member_name"], seat["pinned"], seat["why"]) == ("Người Thử Bình 3", True, "Được ghim: xin đổi.")
    done(rota, "pin", "2026-12-11/1", "--remove")
    assert not done(rota, "plan", DECEMBER, "--anew").only["shifts"][1]["seats"][0]["pinned"]


def test_a_cancelled_seat_is_an_alert_until_the_suggested_one_covers_it(issued: Path) -> None:
    now = "2026-12-03T10:00"
    gone = done(issued, "cancel", "Bàn viết hộ/2026-12-04/1", "--reason", "con ốm", now=now).only
    assert (gone["state"], gone["cancelled_late"]) == ("cancelled", True)
    (alert,) = (each for each in done(issued, "alerts", now=now).lines if each["kind"] == "no_cover")
    assert alert["seat"] == gone["seat"]
    suggested = done(issued, "cover", "2026-12-04/1", now=now).lines
    assert [each["order"] for each in suggested] == list(range(1, len(suggested) + 1))
    covered = done(issued, "cover", "2026-12-04/1", "--first", now=now).only
    assert (covered["how"], covered["member_name"]) == ("cover", suggested[0]["member_name"])
    assert "no_cover" not in {each["kind"] for each in done(issued, "alerts", now=now).lines}


def test_a_swap_that_cannot_be_says_why(issued: Path) -> None:
    first = done(issued, "show", DECEMBER).only["shifts"][0]["seats"][0]
    done(issued, "absence", "--who", first["member_name"], "--from", "2026-12-18", "--reason", "đám giỗ")
    refused = shifts(issued, "swap", "2026-12-04/1", "2026-12-18/1")
    assert (refused.code, refused.only["error"]) == (2, "shifts.cannot_come")
    assert "đám giỗ" in refused.only["message"]


def test_seats_are_swapped_by_place_day_and_number(issued: Path) -> None:
    every = [seat for shift in done(issued, "show", DECEMBER).only["shifts"] for seat in shift["seats"]]
    first = every[0]
    on_first = {each["member"] for each in every if each["on"] == first["on"]}
    other = next(
        each
        for each in every
        if each["on"] != first["on"]
        and each["member"] not in on_first
        and first["member"] not in {one["member"] for one in every if one["on"] == each["on"]}
    )
    swapped = done(issued, "swap", "2026-12-04/1", f"{other['on']}/{other['number']}").only
    assert (swapped["first"]["member"], swapped["second"]["member"]) == (other["member"], first["member"])


def test_attendance_leads_to_hours_figures_and_thanks(issued: Path, tmp_path: Path) -> None:
    noon = "2026-12-04T12:00"
    came = done(issued, "attend", "2026-12-04/1", "came", now=noon).only
    done(issued, "attend", "2026-12-04/2", "late", "--from", "08:30", now=noon)
    period = ("--from", "2026-12-01", "--to", "2026-12-31")
    out = tmp_path / "hours.xlsx"
    hours = done(issued, "hours", *period, "--out", out).only
    assert (
        sorted(each["minutes"] for each in hours["members"]) == [0, 0, 0, 0, 0, 0, 180, 240][-len(hours["members"]) :]
    )
    assert openpyxl.load_workbook(out).sheetnames == ["Tổ chức", "Từng người"]
    assert done(issued, "figures", *period).only["minutes"] == 420
    thanked = done(
        issued, "thank", "--organisation", came["organisation_name"], "--member", came["member_name"], *period,
        "--number", "7/TCO",
    )  # fmt: skip
    assert thanked.only["number"] == "7/TCO"
    best = next(each for each in done(issued, "commend", *period).lines if each["member"] == came["member"])
    assert (best["thanked"], best["kept_percent"]) == (True, 100)


def test_the_calendar_file_can_be_read_by_others(issued: Path, tmp_path: Path) -> None:
    written = done(issued, "ics", "--organisation", "TC2", "--out", tmp_path).only
    assert Path(written["file"]).name == "lich-truc-hoi-phu-nu.ics"
    events = vobject.readOne(Path(written["file"]).read_text("utf-8")).vevent_list
    assert {each.dtstart.value.astimezone(UTC).hour for each in events} == {0}
    assert all("TC2" in each.summary.value for each in events)


def test_a_month_is_exported_and_an_older_list_imported(issued: Path, tmp_path: Path) -> None:
    out, older = tmp_path / "thang-12.xlsx", tmp_path / "nam-cu.xlsx"
    done(issued, "export", DECEMBER, "--out", out)
    rota_sheet = openpyxl.load_workbook(BytesIO(out.read_bytes())).worksheets[0]
    assert rota_sheet.title == "Lịch trực"
    assert (rota_sheet.page_setup.orientation, rota_sheet.page_setup.fitToHeight) == ("landscape", 0)
    setup = rota_sheet.sheet_properties.pageSetUpPr
    assert setup is not None
    assert setup.fitToPage
    book = openpyxl.Workbook()
    for row in (["Ngày", "Họ tên"], ["05/12/2025", "NGUOI THU ANH 1"], ["31/02/2025", "Người Thử Anh 2"]):
        book.worksheets[0].append(row)
    book.save(older)
    seen = shifts(issued, "import", older, "--dry-run")
    assert (seen.code, seen.only["imported"]) == (2, 0)
    assert [each["verdict"] for each in seen.only["rows"]] == ["person", "bad_day"]
    assert shifts(issued, "import", older).only["imported"] == 1
    assert done(issued, "show", "2025-12").only["shifts"][0]["seats"][0]["member_name"] == "Người Thử Anh 1"


def test_today_is_shown_and_a_shift_can_be_called_off(issued: Path) -> None:
    seen = done(issued, "today", now="2026-12-04T07:00").only
    assert (len(seen["shifts"]), seen["next_on"]) == (1, "2026-12-11")
    off = done(issued, "off", "2026-12-11/1", "--reason", "mất điện", now="2026-12-04T07:00").only
    assert off["state"] == "called_off"
    assert done(issued, "today", now="2026-12-04T07:00").only["next_on"] == "2026-12-18"


def test_fairness_is_told_for_organisations_and_for_people(issued: Path) -> None:
    found = done(issued, "fairness", DECEMBER).only
    assert sum(each["done"] for each in found["after"]) == 800
    people = done(issued, "fairness", DECEMBER, "--members").lines
    assert sum(each["done"] for each in people) == 800


def test_what_is_entered_can_be_changed_and_ended(rota: Path) -> None:
    changed = done(rota, "members", "--change", "Người Thử Anh 0", "--skill", "ký số", "--weekday", "6")
    (person,) = (each for each in changed.lines if each["name"] == "Người Thử Anh 0")
    assert (person["skills"], person["weekdays"]) == (["ký số"], [4])
    done(rota, "organisations", "--change", "TC1", "--weight", "50", "--rename", "Hội Nông dân xã")
    assert done(rota, "patterns", "--end", "Thứ sáu", "--until", "2026-12-11").only["valid_to"] == "2026-12-11"
    assert len(done(rota, "plan", DECEMBER).only["shifts"]) == 2


def test_single_days_are_entered_shown_and_forgotten(rota: Path) -> None:
    change = ("members", "--change", "Người Thử Anh 0")
    done(rota, *change, "--only-on", "2026-12-09", "--only-on", "2026-12-04")
    told = desk("shifts", "members", "--home", rota, "--now", MORNING)
    assert "ngày lẻ 04/12/2026, 09/12/2026" in told.out
    kept = done(rota, *change, "--no-only-on").lines
    assert [each["only_on"] for each in kept if each["name"] == "Người Thử Anh 0"] == [[]]


def test_an_organisation_names_whom_it_sends(home: Path) -> None:
    done(home, "organisations", "--add", "Hội Phụ nữ")
    done(home, "places", "--add", "Bàn viết hộ")
    done(home, "patterns", "--add", "Thứ sáu", "--weekday", "thứ sáu")
    done(home, "plan", DECEMBER)
    done(home, "issue", DECEMBER, "--number", "1/TB")
    done(home, "members", "--add", "Lê Thị Thử", "--organisation", "Hội Phụ nữ")
    assert done(home, "name", "2026-12-04/1", "Lê Thị Thử").only["member_name"] == "Lê Thị Thử"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "2027-05"), 4),
        (("show", "tháng 12"), 2),
        (("plan", "2019-01"), 4),
        (("cancel", "2026-12-05/1", "--reason", "ốm"), 4),
        (("cancel", "2026-12-04/1"), 2),
        (("cover", "2026-12-04/1", "--member", "Ai Đó Lạ"), 4),
        (("attend", "2026-12-04/1", "came"), 2),
        (("hours", "--from", "2026-12-02", "--to", "2026-12-01"), 2),
        (("members", "--add", "A", "--change", "B"), 2),
        (("patterns", "--add", "X", "--weekday", "thứ mười"), 2),
        (("absence", "--who", "Người Thử Anh 0"), 2),
        (("ics", "--member", "Ai Đó Lạ"), 4),
    ],
)
def test_what_cannot_be_is_refused_with_its_code(issued: Path, arguments: tuple[str, ...], code: int) -> None:
    assert shifts(issued, *arguments).code == code


def test_a_seat_that_names_no_day_is_told_apart_from_a_wrong_day(issued: Path) -> None:
    ran = shifts(issued, "cancel", "thứ sáu này", "--reason", "ốm")
    assert (ran.code, ran.only["message"]) == (2, "«thứ sáu này» không phải là một chỗ trực.")


def as_person(home: Path, login: str, password: str, *arguments: str, now: str = MORNING) -> Ran:
    return desk("shifts", *arguments, "--home", home, "--json", "--as", login, "--now", now, DESK_PASSWORD=password)


def test_a_volunteer_sees_only_their_own_duties(issued: Path, own_passwords: dict[str, str]) -> None:
    own = done(issued, "show", DECEMBER).only["shifts"][0]["seats"][0]
    done(issued, "members", "--change", own["member_name"], "--account", "volunteer")
    secret = own_passwords["volunteer"]
    mine = as_person(issued, "volunteer", secret, "mine")
    assert {each["member"] for each in mine.lines} == {own["member"]}
    for refused in (("show", DECEMBER), ("today",), ("members",), ("cancel", "2026-12-04/1", "--reason", "ốm")):
        assert as_person(issued, "volunteer", secret, *refused).code == 3


def test_an_officer_notes_changes_but_plans_nothing(issued: Path, own_passwords: dict[str, str]) -> None:
    secret = own_passwords["officer"]
    assert as_person(issued, "officer", secret, "cancel", "2026-12-04/1", "--reason", "ốm").code == 0
    assert as_person(issued, "officer", secret, "plan", DECEMBER).code == 3
    assert as_person(issued, "leader", own_passwords["leader"], "plan", DECEMBER).code == 0


def test_people_read_words(issued: Path) -> None:
    told = desk("shifts", "show", DECEMBER, "--home", issued, "--now", MORNING)
    assert "Thứ sáu 04/12/2026 07:30–11:30, Bàn viết hộ, chỗ 1: Người Thử" in told.out
    assert "dự phòng: " in told.out
