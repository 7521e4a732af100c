"""dev.py works before anything is installed, and says the exact line where it may not install."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.contracts.sources import ROOT, Source


def test_dev_needs_only_the_standard_library() -> None:
    tree = Source("dev.py", (ROOT / "dev.py").read_text(encoding="utf-8")).tree
    used = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }
    assert used
    assert used <= sys.stdlib_module_names


def test_every_command_says_in_one_sentence_what_it_does() -> None:
    told = subprocess.run(
        [sys.executable, "dev.py", "--help"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert list(dev.COMMANDS) == ["run", "demo", "test", "check", "bench", "build", "lock"]
    for name, command in dev.COMMANDS.items():
        assert command.__doc__
        assert f"  {name:6} {command.__doc__}" in told


def test_an_unknown_command_is_refused() -> None:
    assert subprocess.run([sys.executable, "dev.py", "fly"], cwd=ROOT, capture_output=True, check=False).returncode == 2


def test_a_missing_library_or_program_is_told_from_a_present_one() -> None:
    assert dev.is_there("cmd" if dev.WINDOWS else "sh")
    assert not dev.is_there("libof-no-office.so.7")
    assert not dev.is_there("program-of-no-office")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has system packages to bring")
def test_where_nothing_may_be_installed_the_exact_line_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no apt-get, no sudo
    with pytest.raises(dev.Stop) as stop:
        dev.provide({"libof-no-office7": "libof-no-office.so.7", "libof-no-desk1": "libof-no-desk.so.1"})
    line = "apt-get install -y --no-install-recommends libof-no-office7 libof-no-desk1"
    assert stop.value.words[-1].strip() == f"sudo apt-get update && sudo {line}"
