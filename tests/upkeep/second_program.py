"""A second program over a desk's folder: ``python -m tests.upkeep.second_program <home> <place>``, copying until it is killed."""

import subprocess
import sys
from pathlib import Path

from desk_app.upkeep.back_up import back_up
from tests.desks import opened

ROOT = Path(__file__).resolve().parents[2]


def start(home: Path, place: Path) -> "subprocess.Popen[str]":
    """Start a program that copies to ``place`` again and again, and says each copy that is done."""
    command = [sys.executable, "-m", "tests.upkeep.second_program", str(home), str(place)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _run(home: Path, place: Path) -> None:
    desk = opened(home)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        sys.stdout.write(back_up(desk.upkeep, by=desk.admin, folder=place).folder + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _run(Path(sys.argv[1]), Path(sys.argv[2]))
