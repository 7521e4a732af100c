"""From the start of the program to the first paint, against a bare QMainWindow; and memory once it has settled."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.figures import Figure, median
from tests.desks import rehearsal_desk

_ROUNDS = 9
_MOST_MIB = 150


def measured(folder: Path) -> list[Figure]:
    """Return the figure of the start and that of memory, the latter against its ceiling."""
    with rehearsal_desk(folder / "window") as desk:
        home = desk.home.folder
    started = [_start("bare")[0], _start("ours", str(home))[0]]  # warms the disk's cache
    assert all(started)
    bare_ms: list[float] = []
    ours_ms: list[float] = []
    resident: list[float] = []
    for _ in range(_ROUNDS):
        bare_ms.append(_start("bare")[0])
        ours, kib = _start("ours", str(home))
        ours_ms.append(ours)
        resident.append(kib / 1024)
    return [
        Figure(
            name="start to first paint / bare QMainWindow",
            ours=median(ours_ms),
            raw=median(bare_ms),
            target=2.5,
            unit="ms",
        ),
        Figure(name="memory after start / 150 MiB", ours=median(resident), raw=_MOST_MIB, target=1.0, unit="MiB"),
    ]


def _start(*arguments: str) -> tuple[float, int]:
    """Start a window; return the milliseconds to its first paint and the KiB it takes once settled."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    begun = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench.painted", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as window:
        assert window.stdout is not None
        first = window.stdout.readline()
        painted_ms = (time.perf_counter() - begun) * 1000
        if first.strip() != "painted":
            raise RuntimeError(f"the window did not start: {first}")
        return painted_ms, int(window.stdout.readline())
