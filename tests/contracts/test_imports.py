"""The import contracts of pyproject.toml hold, and each of them bites."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contracts.sources import ROOT

UPPER_ROOMS = (
    "cli",
    "demonstration",
    "away_founding",
    "restoring",
    "doctor",
    "founding",
    "desk",
    "dossiers",
    "catalogue",
    "scanner",
    "printing",
)
ROOMS = (*UPPER_ROOMS, "working_time", "accounts", "office", "journal", "home_card", "storage", "kernel")
_OWN, _DEVICES = (
    ("absences", "backup", "calendar", "catalogue", "desk", "forms", "keeping", "me", "office", "people"),
    ("printers", "scanner", "screens", "terms"),
)
SECTIONS = (*_OWN, *_DEVICES)
PAGES = ("dossiers", "catalogue", *(f"settings/{section}" for section in SECTIONS))
# What each contract is there to stop: a module, and an import it must not have.
OFFENCES = {
    "The floors of the house": ("desk_app/storage/deep.py", "import desk_app.dossiers.room"),
    "The windows and the command line": ("desk_app/cli/main.py", "import ui.app"),
    "Nothing under desk_app knows a window": ("desk_app/kernel/texts.py", "import PySide6.QtCore"),
    "Only printing draws": ("desk_app/dossiers/papers.py", "import reportlab"),
    "Only storage opens databases": ("desk_app/journal/tables.py", "import sqlite_utils"),
    "Pages of the window": ("ui/dossiers/page.py", "import ui.catalogue.page"),
    "Sections of the settings": ("ui/settings/people/page.py", "import ui.settings.office.page"),
}


def contracts_of(folder: Path) -> dict[str, str]:
    """Return the verdict on each contract, by its name, as import-linter sees the tree in ``folder``."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1", "COLUMNS": "300"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    verdicts = dict(re.findall(r"^(.+) (KEPT|BROKEN)\b", done.stdout, re.MULTILINE))
    assert verdicts, done.stdout + done.stderr
    return verdicts


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small house with every room, in which nothing is wrong."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for folder in (*(f"desk_app/{room}" for room in ROOMS), *(f"ui/{page}" for page in PAGES)):
        for file in ("../__init__.py", "__init__.py", "room.py", "page.py"):
            write(tmp_path / folder / file, "")
    write(tmp_path / "ui/app.py", "import desk_app.desk.room, ui.dossiers.page, PySide6.QtWidgets")
    write(tmp_path / "desk_app/dossiers/commands.py", "import desk_app.printing.pdf, desk_app.storage.engine")
    write(tmp_path / "desk_app/printing/pdf.py", "import reportlab.pdfgen, PIL.Image, desk_app.kernel.room")
    write(tmp_path / "desk_app/storage/engine.py", "import sqlite_utils, sqlcipher3")
    return tmp_path


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_the_tree_keeps_every_contract() -> None:
    assert [name for name, verdict in contracts_of(ROOT).items() if verdict != "KEPT"] == []


def test_a_house_without_fault_keeps_every_contract_and_each_has_its_offence(house: Path) -> None:
    verdicts = contracts_of(house)
    assert set(verdicts.values()) == {"KEPT"}
    assert len(verdicts) == len(OFFENCES)


@pytest.mark.parametrize("contract", sorted(OFFENCES))
def test_each_contract_is_broken_by_what_it_forbids(house: Path, contract: str) -> None:
    file, line = OFFENCES[contract]
    write(house / file, line)
    assert any(name.startswith(contract) for name, verdict in contracts_of(house).items() if verdict == "BROKEN")


def test_a_room_without_a_floor_is_noticed(house: Path) -> None:
    write(house / "desk_app/cellar/__init__.py", "")
    assert "BROKEN" in contracts_of(house).values()


def test_rooms_of_one_floor_do_not_know_each_other(house: Path) -> None:
    write(house / "desk_app/accounts/commands.py", "import desk_app.working_time.room")
    assert "BROKEN" in contracts_of(house).values()
