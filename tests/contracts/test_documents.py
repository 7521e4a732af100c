"""The documents say what is so."""

import re
import tomllib
from pathlib import Path

import dev
from tests.contracts.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LICENCES = {"Apache-2.0": "Apache License", "EUPL-1.2": "EUROPEAN UNION PUBLIC LICENCE"}


def documents() -> dict[str, str]:
    found = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in found}


def test_every_command_named_in_a_document_exists_in_dev() -> None:
    named = {(name, command) for name, text in documents().items() for command in re.findall(r"dev\.py (\w+)", text)}
    assert {("README.md", "run"), ("README.md", "test")} <= named
    assert [each for each in named if each[1] not in dev.COMMANDS] == []


def test_every_link_in_a_document_leads_somewhere() -> None:
    broken = [
        (name, target)
        for name, text in documents().items()
        for target in re.findall(r"\]\(([^)#\s]+)", text)
        if "://" not in target and not (ROOT / name).parent.joinpath(target).exists()
    ]
    assert broken == []


def test_every_room_is_named_in_the_architecture() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [file.parent for file in (*ROOT.glob("desk_app/*/__init__.py"), *ROOT.glob("ui/*/__init__.py"))]
    assert rooms
    assert [room.name for room in rooms if not re.search(rf"\b{room.name}\b", told)] == []


def test_the_changelog_begins_with_the_current_version() -> None:
    versions = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == PROJECT["version"]


def test_the_licence_that_is_named_is_the_licence_that_is_there() -> None:
    assert LICENCES[PROJECT["license"]] in (ROOT / "LICENSE").read_text(encoding="utf-8")[:400]
    assert f"[{PROJECT['license']}](LICENSE)" in documents()["README.md"]


def test_every_font_has_its_licence_beside_it() -> None:
    families = {font.name.split("-")[0] for font in Path(ROOT, "resources", "fonts").glob("*.ttf")}
    assert families
    texts = {file.name.split("-")[0]: file.read_text(encoding="utf-8") for file in ROOT.glob("resources/fonts/*OFL*")}
    assert [family for family in families if "SIL OPEN FONT LICENSE" not in texts.get(family, "").upper()] == []


def test_continuous_integration_runs_what_a_person_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "python3 dev.py test"
