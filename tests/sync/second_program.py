"""A second program over a desk's folder: ``python -m tests.sync.second_program export|import <home> <place>``."""

import subprocess
import sys
from pathlib import Path

from desk_app.sync import taking
from desk_app.sync.export import export
from desk_app.sync.importing import import_bundle
from tests.desks import opened

ROOT = Path(__file__).resolve().parents[2]
STEP = 50


def start(what: str, home: Path, place: Path) -> "subprocess.Popen[str]":
    """Start a program that exports to ``place`` again and again, or takes the bundle there, and says each one done."""
    command = [sys.executable, "-m", "tests.sync.second_program", what, str(home), str(place)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _run(what: str, home: Path, place: Path) -> None:
    desk = opened(home)
    _say("ready")
    if what == "export":
        while True:
            _say(export(desk.sync, by=desk.admin, folder=place, whole=True).file.name)
    # Small steps, so that there is something between them to be killed in.
    taking.LARGEST_STEP = STEP
    _say(str(import_bundle(desk.sync, by=desk.admin, file=place).taken))
    desk.close()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _run(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
