"""``desk report book``: the register book as every other report is asked for."""

import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.cli.command_line import MORNING, Ran, desk, line

NOVEMBER = ("--from", "2026-11-01", "--to", "2026-11-30")


def book(home: Path, *arguments: str | Path, as_json: bool = True, **variables: str) -> Ran:
    plain = ("--json",) if as_json else ()
    return desk("report", "book", *arguments, "--home", home, *plain, "--now", "2026-11-24T10:00", **variables)


@pytest.fixture(autouse=True)
def codes(home: Path) -> list[str]:
    """Give the codes of two dossiers, received on two days."""
    made = (desk("dossiers", "register", "--home", home, "--json", "--now", now, stdin=line()) for now in NOWS)
    return [ran.only["code"] for ran in made]


NOWS = (MORNING, "2026-11-24T08:15")


def test_the_book_is_answered_line_by_line_without_a_file(home: Path, codes: list[str]) -> None:
    told = book(home, *NOVEMBER).only
    assert (told["definition"], told["year"], told["dossiers"]) == ("book", 2026, 2)
    (own,) = told["books"]
    assert [(each["number"], each["code"]) for each in own["lines"]] == list(enumerate(codes, start=1))
    assert own["lines"][0]["received_at"] == f"{MORNING}:00+07:00"
    plain = json.loads(book(home, *NOVEMBER, "--format", "json", as_json=False).out)
    assert plain["books"] == told["books"]
    words = book(home, *NOVEMBER, as_json=False).out
    assert words.startswith("Sổ năm 2026: 2 hồ sơ.")
    assert codes[1] in words


def test_a_few_days_of_the_book_keep_their_numbers(home: Path) -> None:
    told = book(home, "--from", "2026-11-24", "--to", "2026-11-24").only
    assert [each["number"] for each in told["books"][0]["lines"]] == [2]


def test_the_book_is_written_in_every_form(home: Path, codes: list[str], tmp_path: Path) -> None:
    for kind in ("pdf", "xlsx", "docx", "csv", "json"):
        file = tmp_path / f"so.{kind}"
        told = book(home, *NOVEMBER, "--to", file, "--format", kind).only
        assert (told["file"], told["dossiers"]) == (str(file), 2)
    assert load_workbook(tmp_path / "so.xlsx").worksheets[0]["B3"].value == codes[1]
    rows = Document(str(tmp_path / "so.docx")).tables[-1].rows
    assert [row.cells[1].text for row in rows[1:]] == codes
    assert (tmp_path / "so.csv").read_text("utf-8-sig").splitlines()[0].startswith("STT,Mã hồ sơ,")
    assert [each["code"] for each in json.loads((tmp_path / "so.json").read_bytes())] == codes
    assert book(home, *NOVEMBER, "--format", "csv", as_json=False).out.startswith("STT,Mã hồ sơ,")


def test_an_office_is_named_by_its_code_and_its_desks_by_theirs(home: Path) -> None:
    own = desk("report", "06", *NOVEMBER, "--home", home, "--json", "--now", "2026-11-24T10:00").only
    code = next(row["key"] for row in own["tables"][2]["rows"])
    told = book(home, *NOVEMBER, "--unit", code).only
    assert (told["unit"], told["dossiers"]) == (code, 2)
    name = told["books"][0]["desk"]
    assert book(home, *NOVEMBER, "--desk", name).only["dossiers"] == 2
    assert book(home, *NOVEMBER, "--unit", "H99").code == 4
    assert book(home, *NOVEMBER, "--desk", "nowhere").code == 4


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--format", "pdf"), 2),
        (("--format", "odt"), 2),
        (("--to", "x.csv", "--format", "pdf"), 2),
        (("--from", "2026-11-30", "--to", "2026-11-01"), 2),
        (("--from", "2025-11-30", "--to", "2026-11-01"), 2),
        (("--year", "26"), 2),
    ],
)
def test_a_line_that_names_no_book_is_refused(home: Path, arguments: tuple[str, ...], code: int) -> None:
    assert book(home, *arguments).code == code


def test_the_book_is_not_for_everybody_and_taking_it_is_logged(home: Path, own_passwords: dict[str, str]) -> None:
    assert book(home, "--as", "volunteer", DESK_PASSWORD=own_passwords["volunteer"]).code == 3
    before = _taken(home)
    assert book(home).code == 0
    assert _taken(home) == before + 1


def _taken(home: Path) -> int:
    report = desk("report", "access", *NOVEMBER, "--home", home, "--json", "--now", "2026-11-24T10:00").only
    found = next(each for each in report["tables"] if each["id"] == "officer")
    return int(found["total"]["cells"][4]["value"])
