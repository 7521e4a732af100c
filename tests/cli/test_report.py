"""``desk report``: figures on the screen and in files, opened, worded, frozen and compared."""

import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.cli.command_line import MORNING, Ran, desk, line

NOVEMBER = ("--from", "2026-11-01", "--to", "2026-11-30")


def report(
    home: Path, *arguments: str | Path, as_json: bool = True, now: str = "2026-11-23T16:00", **variables: str
) -> Ran:
    plain = ("--json",) if as_json else ()
    return desk("report", *arguments, "--home", home, *plain, "--now", now, **variables)


@pytest.fixture
def code(home: Path) -> str:
    """Give the code of a dossier received this morning."""
    return str(desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=line()).only["code"])


def total(told: dict, table: str) -> dict[str, int]:  # type: ignore[type-arg]
    """Return the last line of a table by column."""
    found = next(each for each in told["tables"] if each["id"] == table)
    return {
        column["key"]: cell["value"] for column, cell in zip(found["columns"], found["total"]["cells"], strict=True)
    }


NAMES = [
    "models",
    "06",
    "timeliness",
    "guided",
    "on-the-spot",
    "returns",
    "shifts",
    "sessions",
    "cash",
    "ratings",
    "numbers",
]


@pytest.mark.parametrize("name", NAMES)
def test_every_report_is_answered_as_json_and_in_words(home: Path, code: str, name: str) -> None:
    told = report(home, name, *NOVEMBER).only
    assert (told["definition"], told["first_on"], told["last_on"]) == (name, "2026-11-01", "2026-11-30")
    assert all(check["holds"] for table in told["tables"] for check in table["checks"])
    words = report(home, name, *NOVEMBER, as_json=False)
    assert words.code == 0, words.err
    assert "từ 01/11/2026 đến 30/11/2026" in words.out
    assert code


def test_form_06_counts_the_dossier_and_its_figure_opens_it(home: Path, code: str) -> None:
    told = report(home, "06", *NOVEMBER).only
    assert total(told, "field") == {
        **dict.fromkeys(("all", "direct", "open", "open_in_time"), 1),
        **dict.fromkeys(("online", "carried", "settled", "early", "on_time", "late", "open_late"), 0),
    }
    opens = told["tables"][0]["total"]["cells"][0]["opens"]
    assert [row["code"] for row in report(home, "open", opens).lines] == [code]
    assert code in report(home, "open", opens, as_json=False).out


def test_a_reporting_month_follows_the_offices_setting(home: Path) -> None:
    told = report(home, "06", "--month", "2026-12").only
    assert (told["first_on"], told["last_on"]) == ("2026-11-15", "2026-12-14")
    put = ("office", "set", "report_first_day", "1", "--from", "2026-11-01")
    assert desk(*put, "--home", home, "--json", "--now", MORNING).code == 0
    told = report(home, "06", "--month", "2026-12").only
    assert (told["first_on"], told["last_on"]) == ("2026-12-01", "2026-12-31")


@pytest.mark.parametrize("month", ["12/2026", "2026-12", "2026-12 "])
def test_a_month_may_be_written_as_the_office_writes_it(home: Path, month: str) -> None:
    told = report(home, "06", "--month", month).only
    assert (told["first_on"], told["last_on"]) == ("2026-11-15", "2026-12-14")


@pytest.mark.parametrize("month", ["13/2026", "2026-00", "2026", "tháng 11", "0001-01", "9999-12", "2026-12-01"])
def test_what_is_no_month_is_refused_by_the_name_of_its_option(home: Path, month: str) -> None:
    ran = report(home, "06", "--month", month)
    assert (ran.code, ran.only["field"]) == (2, "month")
    assert f"«{month}» ở --month" in ran.only["message"]
    assert "2026-11" in ran.only["hint"]


def test_the_trend_goes_by_the_step_that_is_asked_for(home: Path, code: str) -> None:
    told = report(home, "timeliness", *NOVEMBER).only
    assert (told["step"], told["tables"][4]["id"]) == ("week", "week")
    told = report(home, "timeliness", *NOVEMBER, "--step", "quarter").only
    assert [row["label"] for row in told["tables"][4]["rows"]] == ["Quý IV/2026"]
    assert report(home, "timeliness", *NOVEMBER, "--step", "day").code == 2
    assert report(home, "cash", "--from", "2000-01-01", "--to", "2026-11-30", "--step", "week").only["field"] == "step"
    assert code


def test_a_report_goes_to_a_file_of_every_format(home: Path, code: str, tmp_path: Path) -> None:
    for kind in ("xlsx", "docx", "pdf", "csv", "json"):
        file = tmp_path / f"bao-cao.{kind}"
        told = report(home, "06", *NOVEMBER, "--to", file, "--format", kind).only
        assert (told["file"], told["tables"]) == (str(file), 4)
        assert file.stat().st_size > 500
    assert load_workbook(tmp_path / "bao-cao.xlsx").sheetnames[-1] == "Cách tính"
    assert json.loads((tmp_path / "bao-cao.json").read_bytes())["definition"] == "06"
    assert code


def test_csv_and_json_can_stand_on_the_screen_and_the_others_need_a_file(home: Path) -> None:
    assert report(home, "06", *NOVEMBER, "--format", "csv", as_json=False).out.startswith("bang,dong,cot,")
    assert json.loads(report(home, "06", *NOVEMBER, "--format", "json", as_json=False).out)["definition"] == "06"
    for asked in (("--format", "pdf"), ("--format", "odt"), ("--to", "x.csv", "--format", "pdf")):
        refused = report(home, "06", *NOVEMBER, *asked)
        assert refused.code == 2, refused.out


def test_the_words_of_a_report_are_edited_and_given_back(home: Path, code: str, tmp_path: Path) -> None:
    words = report(home, "words", "06").only
    words["closing"] = "Xã đã tiếp nhận hơn {field.total.all} hồ sơ trong kỳ./."
    file = tmp_path / "loi-van.json"
    file.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
    told = report(home, "06", *NOVEMBER, "--to", tmp_path / "bc.docx", "--words", file)
    assert told.code == 0, told.err
    said = [paragraph.text for paragraph in Document(str(tmp_path / "bc.docx")).paragraphs]
    assert "Xã đã tiếp nhận hơn 1 hồ sơ trong kỳ./." in said
    words["closing"] = "hơn {field.total.chua_co} hồ sơ"
    file.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
    refused = report(home, "06", *NOVEMBER, "--to", tmp_path / "bc.docx", "--words", file)
    assert (refused.code, refused.only["error"]) == (2, "input.words")
    file.write_text("{", encoding="utf-8")
    assert report(home, "06", *NOVEMBER, "--to", tmp_path / "bc.docx", "--words", file).code == 2
    assert code


def test_a_frozen_report_is_listed_shown_and_compared(home: Path, code: str) -> None:
    frozen = report(home, "freeze", "06", *NOVEMBER, "--note", "gửi cấp trên").only
    assert [each["id"] for each in report(home, "frozen").lines] == [frozen["id"]]
    whole = report(home, "frozen", frozen["id"][-6:]).only
    assert whole["is_intact"]
    assert total(whole["report"], "field")["all"] == 1
    same = report(home, "compare", frozen["id"]).only
    assert (same["is_same"], same["changes"]) == (True, [])
    second = desk(
        "dossiers", "register", "--home", home, "--json", "--now", "2026-11-23T17:00", stdin=line(key="K2")
    ).only
    told = report(home, "compare", frozen["id"], now="2026-11-23T18:00").only
    assert not told["is_same"]
    assert {cause["code"] for change in told["changes"] for cause in change["causes"]} == {second["code"]}
    words = report(home, "compare", frozen["id"], as_json=False, now="2026-11-23T18:00").out
    assert "1 → 2" in words
    assert f"thêm {second['code']}" in words
    assert code


def test_the_register_book_is_reached_through_the_report_door(home: Path, code: str, tmp_path: Path) -> None:
    told = report(home, "book", "--year", "2026", "--to", tmp_path / "so.xlsx").only
    assert told["dossiers"] == 1
    assert code


def test_an_unknown_office_is_not_found_and_a_missing_period_is_refused(home: Path) -> None:
    assert report(home, "06", *NOVEMBER, "--unit", "H99").code == 4
    assert report(home, "06", "--from", "2026-11-01").code == 2
    assert report(home, "06", "--from", "2026-11-30", "--to", "2026-11-01").code == 2
    assert report(home, "open", "dossiers?is=all").code == 2


def test_an_officer_reads_reports_and_not_the_access_log(home: Path, own_passwords: dict[str, str]) -> None:
    def code_of(name: str, who: str) -> int:
        return report(home, name, *NOVEMBER, "--as", who, DESK_PASSWORD=own_passwords[who]).code

    assert code_of("06", "officer") == 0
    assert code_of("access", "officer") == 3
    assert code_of("access", "leader") == 0
    assert code_of("06", "volunteer") == 3
