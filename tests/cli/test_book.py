from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, Ran, desk, line


def book(home: Path, *arguments: str | Path) -> Ran:
    return desk("dossiers", "book", *arguments, "--home", home, "--json", "--now", "2026-11-24T10:00")


@pytest.fixture(autouse=True)
def _two_dossiers(home: Path) -> None:
    for now in (MORNING, "2026-11-24T08:15"):
        assert desk("dossiers", "register", "--home", home, "--json", "--now", now, stdin=line()).code == 0


def test_the_book_of_a_year_is_written_in_either_form(home: Path, tmp_path: Path) -> None:
    for name, pages in (("so.pdf", 1), ("so.xlsx", 0)):
        file = tmp_path / name
        told = book(home, "--year", "2026", "--to", file).only
        assert told == {"file": str(file), "year": 2026, "dossiers": 2, "first": 1, "last": 2, "pages": pages}
        assert file.stat().st_size > 1_000


def test_an_extract_names_its_last_day_and_its_file_with_the_same_option(home: Path, tmp_path: Path) -> None:
    days = ("--from", "2026-11-24", "--to", "2026-11-30")
    told = book(home, *days, "--to", tmp_path / "so.xlsx").only
    assert (told["year"], told["dossiers"], told["first"], told["last"]) == (2026, 1, 2, 2)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--to", "2026-11-30"), "input.to"),
        (("--to", "a.pdf", "--to", "b.pdf"), "input.to"),
        (("--to", "a.pdf", "--to", "2026-11-30", "--to", "2026-11-29"), "input.to"),
        (("--year", "26", "--to", "a.pdf"), "input.year"),
    ],
)
def test_a_line_that_names_no_book_is_refused(home: Path, arguments: tuple[str, ...], error: str) -> None:
    told = book(home, *arguments)
    assert (told.code, told.only["error"]) == (2, error)
