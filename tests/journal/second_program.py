"""A second program over a desk's file: ``python -m tests.journal.second_program <folder> <name> <count>``."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from desk_app.kernel.time_source import SystemTime
from tests.journal.desks import opened
from tests.journal.notebook import ColourSet, Glanced, Written

ROOT = Path(__file__).resolve().parents[2]


def start(folder: Path, name: str, count: int) -> "subprocess.Popen[str]":
    """Start a program that writes ``count`` commands of three facts each and says each one's last seq."""
    command = [sys.executable, "-m", "tests.journal.second_program", str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def write(folder: Path, name: str, count: int) -> None:
    desk = opened(folder, time=SystemTime())
    for number in range(count):
        words = Written(words=f"{name} {number}", on_day=date(2026, 11, 23))
        written = desk.add("n1", words, Glanced(), ColourSet(code=f"#{number}"), by=name, command_id=f"{name}-{number}")
        sys.stdout.write(f"{written.entries[-1].seq}\n")
        sys.stdout.flush()
    desk.close()


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
