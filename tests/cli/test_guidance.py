"""``desk guidance`` and ``desk outreach`` as scripts call them."""

import json
from pathlib import Path

import pytest

from tests.cli.command_line import Ran, desk, line

NOW = "2026-11-23T09:00"
DAY = ("--from", "2026-11-23", "--to", "2026-11-23")


def guidance(home: Path, *arguments: str, **variables: str) -> Ran:
    return desk("guidance", *arguments, "--home", home, "--json", "--now", NOW, **variables)


def outreach(home: Path, *arguments: str, **variables: str) -> Ran:
    return desk("outreach", *arguments, "--home", home, "--json", "--now", NOW, **variables)


@pytest.fixture
def call(home: Path) -> str:
    """Give the id of a call of the hotline about a birth, to be asked again on Thursday."""
    said = ("--name", "Đỗ Thị Ánh", "--phone", "0907 123 456", "--procedure", "1.001193", "--minutes", "4")
    papers = ("--has", "1", "--lacks", "Giấy chứng sinh", "--form", "Tờ khai đăng ký khai sinh")
    later = ("--follow-up-on", "2026-11-26", "--follow-up", "Có chứng sinh chưa")
    told = guidance(home, "log", "--channel", "hotline", *said, *papers, *later).only
    assert told["phone"] == "0907123456"
    assert [each["has"] for each in told["papers"]] == [True, False]
    return str(told["id"])


def test_a_call_is_found_by_telephone_and_name_and_listed_by_day(home: Path, call: str) -> None:
    for asked in (("0907 123",), ("do anh",), DAY, ("--follow-ups", "--to", "2026-11-26")):
        assert [each["id"] for each in guidance(home, "list", *asked).lines] == [call]
    assert guidance(home, "list", "--follow-ups", "--to", "2026-11-25").lines == []


def test_a_follow_up_is_put_off_and_then_done(home: Path, call: str) -> None:
    assert guidance(home, "follow-up", call[-8:], "--on", "2026-11-30").only["follow_up_on"] == "2026-11-30"
    assert guidance(home, "follow-up", call, "--done", "--note", "mai đến").only["follow_up_on"] is None
    assert guidance(home, "follow-up", call).only["error"] == "input.on"


def test_the_same_key_logs_one_call(home: Path) -> None:
    for _ in range(2):
        assert guidance(home, "log", "--channel", "zalo", "--advice", "Giờ làm việc", "--key", "z1").code == 0
    assert len(guidance(home, "list").lines) == 1


def test_a_call_logged_by_mistake_is_taken_back(home: Path, call: str) -> None:
    assert guidance(home, "withdraw", call, "--reason", "ghi nhầm").code == 0
    assert guidance(home, "list").lines == []


def test_a_paper_that_nobody_knows_is_refused_with_the_list(home: Path) -> None:
    said = ("--channel", "zalo", "--procedure", "1.001193", "--has", "Bằng lái")
    told = guidance(home, "log", *said)
    assert (told.code, told.only["field"]) == (2, "papers")
    assert "1. " in told.only["hint"]


def test_the_ready_text_and_the_short_one_for_a_code(home: Path) -> None:
    told = guidance(home, "text", "1.001193").only
    assert told["text"].startswith("HƯỚNG DẪN: ĐĂNG KÝ KHAI SINH")
    assert told["short"].startswith("Đăng ký khai sinh\n")
    shown = desk("guidance", "text", "1.001193", "--short", "--home", home, "--now", NOW)
    assert shown.out.strip() == told["short"]


@pytest.mark.parametrize("name", ["to.pdf", "to.png", "to.bin"])
def test_a_leaflet_goes_into_a_file(home: Path, tmp_path: Path, name: str) -> None:
    told = guidance(home, "leaflet", "2.000986", "--to", str(tmp_path / name)).only
    assert (told["kind"], told["pages"]) == ("leaflet", 1)
    assert (tmp_path / name).stat().st_size > 1000


def test_a_leaflet_goes_to_the_printer_where_no_file_is_named(home: Path) -> None:
    assert guidance(home, "leaflet", "2.000986").code == 0
    assert [each["title"] for each in desk("queue", "list", "--home", home, "--json").lines] == ["Tờ hướng dẫn thủ tục"]


def test_the_list_of_procedures_is_put_changed_and_shown(home: Path) -> None:
    assert guidance(home, "procedures").only["count"] == 37
    put = ("--put", "1.001193", "--put", "2.000815", "--from", "2026-12-01", "--basis", "Quyết định 12")
    assert guidance(home, "procedures", *put).only["count"] == 2
    assert guidance(home, "procedures").only["count"] == 37
    changed = guidance(home, "procedures", "--add", "1.000894", "--drop", "2.000815", "--from", "2026-12-02").only
    assert changed["codes"] == ["1.000894", "1.001193"]


def test_a_dossier_from_a_call_is_counted_as_guided(home: Path, call: str) -> None:
    known = guidance(home, "prefill", call).only
    assert known["procedure"] == "1.001193"
    sent = line(known["applicant"]["name"], procedure=known["procedure"], origin=known["origin"])
    assert json.loads(sent)["origin"] == f"guidance:{call}"
    assert desk("dossiers", "register", "--home", home, "--json", "--now", NOW, stdin=sent).code == 0
    found = guidance(home, "figures", *DAY).only
    assert (found["given"], found["led_to_dossier"], found["guided"]["received"]) == (1, 1, 1)
    assert guidance(home, "figures", "--from", "2026-11-24", "--to", "2026-11-23").code == 2
    words = desk("guidance", "figures", *DAY, "--home", home, "--now", NOW).out
    assert "1 lượt hướng dẫn (đường dây nóng 1, Zalo 0, thư điện tử 0, tại quầy 0), 4 phút" in words


def test_outreach_is_added_listed_counted_and_taken_back(home: Path) -> None:
    assert outreach(home, "add", "followers", "--count", "185", "--title", "Zalo xã").only["count"] == 185
    outreach(home, "add", "launch", "--count", "54", "--title", "Ra quân", "--evidence", "Ảnh")
    wrong = outreach(home, "add", "views", "--count", "2500", "--on", "2026-11-20").only["id"]
    period = ("--from", "2026-11-01", "--to", "2026-11-30")
    assert outreach(home, "withdraw", wrong[-8:], "--reason", "gõ thừa số 0").code == 0
    outreach(home, "add", "views", "--count", "250")
    assert len(outreach(home, "list", *period).lines) == 3
    found = outreach(home, "figures", *period).only
    assert (found["followers"], found["launches"], found["launch_people"], found["views"]) == (185, 1, 54, 250)


def test_who_may_not_sees_no_callers(home: Path, call: str, own_passwords: dict[str, str]) -> None:
    assert call
    for role in ("volunteer", "keeper"):
        refused = guidance(home, "list", "--as", role, DESK_PASSWORD=own_passwords[role])
        assert (refused.code, refused.only["error"]) == (3, "accounts.not_allowed")
