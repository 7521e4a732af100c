"""``desk sessions`` as scripts call it: a whole session from its place to its figures, a list from Excel, the exit codes."""

from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, Ran, desk, line
from tests.mobile_sessions.outing import workbook

FRIDAY = "2026-11-27"
HEAD = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Địa bàn", "Còn thiếu")


def sessions(home: Path, *arguments: str | Path, now: str = "2026-11-23T10:00", **variables: str) -> Ran:
    return desk("sessions", *arguments, "--home", home, "--json", "--now", now, **variables)


def a_place(home: Path) -> str:
    made = sessions(home, "places", "--add", "Nhà văn hóa khu vực 3", "--area", "kv3", "--contact", "Ông Thử")
    assert made.code == 0, made.err
    return str(made.only["place"])


def a_session(home: Path, *more: str) -> str:
    staff = ("--staff", "Lê Thị Thử | Một cửa | tiếp nhận", "--staff", "Phạm Văn Mẫu|Công an xã")
    made = sessions(home, "plan", "Khu vực 3", "--on", FRIDAY, *staff, "--procedure", "1.000894", *more)
    assert made.code == 0, made.err
    return str(made.only["session"])


def a_line(home: Path, name: str = "Trần Thị Bình", *more: str) -> str:
    made = sessions(home, "screen", "add", "--name", name, "--area", "KV 3", "--lack", "marriage", *more)
    assert made.code == 0, made.err
    return str(made.only["line"])


def register(home: Path, origin: str, now: str) -> str:
    given = line("Trần Thị Bình", procedure="1.000894", channel="mobile", origin=origin)
    made = desk("dossiers", "register", "--home", home, "--json", "--now", now, stdin=given)
    assert made.code == 0, made.err
    return str(made.only["code"])


def test_a_session_goes_from_its_place_to_its_figures(home: Path) -> None:
    a_place(home)
    session = a_session(home)
    who, other = a_line(home, "Trần Thị Bình", "--phone", "0907123456"), a_line(home, "Lê Thị Cúc")
    assert sessions(home, "screen", "invite", session).only["invited"] == 2
    assert all(each["out_at"] for each in sessions(home, "kit", session, "--out").lines)
    at = f"{FRIDAY}T07:30"
    assert sessions(home, "open", session[-6:], now=at).only["state"] == "open"
    invitation = str(sessions(home, "screen", "show", who, now=at).only["invitation"])
    assert sessions(home, "came", session, invitation, now=f"{FRIDAY}T07:40").only["came"] == [session]
    code = register(home, f"sessions:{who}", f"{FRIDAY}T07:45")
    shown = sessions(home, "screen", "show", who, now=f"{FRIDAY}T07:50").only
    assert [(each["state"], each["dossier"]) for each in shown["lacks"]] == [("begun", code)]
    assert [each["line"] for each in sessions(home, "left", session, now=f"{FRIDAY}T08:00").lines] == [other]
    closed = sessions(home, "close", session, "--cash", "0", now=f"{FRIDAY}T11:00").only
    assert (closed["state"], closed["stints"][0]["cash"]) == ("closed", 0)
    later = sessions(home, "plan", "khu vuc 3", "--on", "2026-12-04", now=f"{FRIDAY}T11:05").only["session"]
    assert sessions(home, "carry", session, "--to", later, now=f"{FRIDAY}T11:10").only["invited"] == 1
    record = sessions(home, "record", session, now=f"{FRIDAY}T11:20").only
    assert record["adds_up"] is True
    assert record["record"]["people"] == {
        "invited": 2, "came": 1, "walk_ins": 0, "absent": 1, "helped": 1, "left": 0, "carried": 1
    }  # fmt: skip
    found = sessions(home, "figures", "--from", "2026-11-01", "--to", "2026-11-30", now=f"{FRIDAY}T11:30").only
    assert (found["held"], found["dossiers"], found["came"], found["left"]) == (1, 1, 1, 1)


def test_every_friday_of_a_month_is_planned_at_once(home: Path) -> None:
    a_place(home)
    made = sessions(home, "plan", "Khu vực 3", "--every", "friday", "--on", "2026-12-01", "--until", "2026-12-31")
    assert [each["starts_at"][:10] for each in made.lines] == ["2026-12-04", "2026-12-11", "2026-12-18", "2026-12-25"]
    assert len(sessions(home, "list").lines) == 4


def test_bad_weather_moves_a_session(home: Path) -> None:
    a_place(home)
    session = a_session(home)
    off = sessions(home, "cancel", session, "--reason", "weather", "--note", "mưa lớn", "--to", "2026-12-04").only
    assert (off["state"], off["cancel_reason"]) == ("cancelled", "weather")
    assert sessions(home, "show", str(off["moved_to"])).only["moved_from"] == session


def test_a_plan_is_changed_in_parts(home: Path) -> None:
    a_place(home)
    session = a_session(home)
    now = sessions(home, "change", session, "--starts", "8:00", "--note", "mang ô").only
    assert (now["starts_at"], now["note"], len(now["staff"])) == (f"{FRIDAY}T08:00:00+07:00", "mang ô", 2)


def test_a_list_from_excel_is_judged_then_taken(home: Path, tmp_path: Path) -> None:
    rows = (
        HEAD,
        (1, "NGUYEN VAN AN", "05/03/85", 93085001234, "kv3", "KS"),
        (2, "Lê Thị Cúc", "31/02/2001", None, "kv3", "BHYT"),
        (3, "Nguyễn Văn An", "05/03/1985", "093085001234", "Khu vực 3", "KS"),
    )
    file = workbook(tmp_path / "danh-sach.xlsx", rows)
    looked = sessions(home, "screen", "import", file, "--dry-run")
    assert (looked.code, looked.only["imported"]) == (2, False)
    assert sessions(home, "screen", "list").lines == []
    taken = sessions(home, "screen", "import", file).only
    assert [taken[key] for key in ("taken", "repaired", "added", "duplicate", "refused")] == [0, 1, 0, 1, 1]
    assert [each["field"] for each in taken["verdicts"]] == ["", "birth_on", ""]
    assert [each["id_number"] for each in sessions(home, "screen", "list").lines] == ["093085001234"]
    assert sessions(home, "screen", "import", file).only["imported"] is False


def test_lines_that_look_alike_are_decided_by_a_person(home: Path) -> None:
    one = a_line(home, "Nguyễn Văn An", "--birth", "1985-03-05")
    other = sessions(
        home, "screen", "add", "--name", "Nguyễn Văn An", "--area", "kv4", "--birth", "1985-03-05", "--lack", "birth"
    ).only["line"]
    [pair] = sessions(home, "screen", "alike").lines
    assert ({pair["line"], pair["other"]}, pair["certain"]) == ({one, other}, False)
    kept = sessions(home, "screen", "merge", str(other), "--into", one).only
    assert [each["lack"] for each in kept["lacks"]] == ["marriage", "birth"]
    assert sessions(home, "screen", "alike").lines == []
    assert sessions(home, "screen", "apart", one, str(other)).code == 0


def test_a_line_is_changed_settled_ended_and_followed_again(home: Path) -> None:
    who = a_line(home)
    now = sessions(home, "screen", "change", who, "--phone", "0907123456", "--lack", "identity").only
    assert (now["phone"], len(now["lacks"])) == ("0907123456", 2)
    assert sessions(home, "screen", "settle", who, "identity", "--how", "elsewhere").only["lacks"][1]["state"] == "done"
    assert sessions(home, "screen", "end", who, "--reason", "moved").only["ended"] == "moved"
    assert sessions(home, "screen", "list", "--which", "left").lines == []
    assert sessions(home, "screen", "reopen", who).only["left"] is True


def test_papers_are_written_and_queued(home: Path, tmp_path: Path) -> None:
    a_place(home)
    session = a_session(home)
    a_line(home)
    sessions(home, "screen", "invite", session)
    for kind in ("notice", "notice_small", "invitations", "kit", "list", "record"):
        assert sessions(home, "paper", kind, session, "--to", tmp_path / f"{kind}.pdf").only["pages"] == 1
    assert sessions(home, "paper", "invitation_slips", session, "--to", tmp_path / "one.png").only["pages"] == 1
    assert sessions(home, "paper", "invitation_slips", session, "--to", tmp_path / "one.pdf").code in (0, 2)
    assert sessions(home, "paper", "notice", session).only["queued"] == 1
    queue = desk("queue", "list", "--home", home, "--json", "--now", MORNING).lines
    assert "Thông báo" in {each["title"] for each in queue}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "ffffff"), 4),
        (("screen", "show", "ffffff"), 4),
        (("plan", "nowhere", "--on", FRIDAY), 4),
        (("cancel", "x", "--reason", "rain"), 2),
        (("screen", "add", "--name", "A", "--area", "kv3", "--lack", "passport"), 2),
        (("screen", "import", "none.xlsx"), 4),
        (("figures", "--from", "2026-11-24", "--to", "2026-11-23"), 2),
    ],
)
def test_what_cannot_be_is_refused_with_its_code(home: Path, arguments: tuple[str, ...], code: int) -> None:
    assert sessions(home, *arguments).code == code


def test_a_place_given_up_is_listed_no_more(home: Path) -> None:
    a_place(home)
    assert sessions(home, "places", "--end", "Khu vực 3", "--reason", "sửa chữa").lines == []


def test_a_volunteer_enters_people_and_sees_only_those(home: Path, own_passwords: dict[str, str]) -> None:
    a_line(home)
    volunteer = {"DESK_PASSWORD": own_passwords["volunteer"]}
    me = ("--as", "volunteer")
    added = sessions(
        home, "screen", "add", "--name", "Lê Thị Cúc", "--area", "kv3", "--lack", "birth", *me, **volunteer
    )
    assert added.code == 0
    assert [each["name"] for each in sessions(home, "screen", "list", *me, **volunteer).lines] == ["Lê Thị Cúc"]
    for arguments in (("list",), ("screen", "alike"), ("screen", "show", str(added.only["line"])), ("left", "ffff")):
        assert sessions(home, *arguments, *me, **volunteer).code == 3


def test_people_read_words(home: Path, tmp_path: Path) -> None:
    a_place(home)
    session = a_session(home)
    a_line(home)
    file = workbook(tmp_path / "a.xlsx", (HEAD, (1, "NGUYEN VAN AN", "1985", None, "kv3", "KS")))
    said = {
        ("list",): "Nhà văn hóa khu vực 3: sắp tổ chức",
        ("kit", session): "[ ] đi",
        ("record", session): "khớp",
        ("screen", "list"): "Trần Thị Bình: Kết hôn",
        ("screen", "import", str(file), "--dry-run"): "tên không có dấu",
        ("figures", "--from", "2026-11-01", "--to", "2026-11-30"): "0 buổi đã tổ chức",
    }
    for arguments, words in said.items():
        told = desk("sessions", *arguments, "--home", home, "--now", "2026-11-23T10:00")
        assert words in told.out, told.out
