"""How long the window ever stands still while it exports, prints and imports."""

import os
import subprocess
import sys
from pathlib import Path

from tests.bench.figures import Figure
from tests.journeys.office import printer_process

_LONGEST_FRAME_MS = 100.0


def measured(folder: Path) -> list[Figure]:
    """Return the longest frame of each kind of work, against the frame that a person would notice."""
    with printer_process(folder / "printed") as printer:
        command = [sys.executable, "-m", "tests.bench.busy_window", str(folder), str(printer.port)]
        environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return [
        Figure(
            name=f"longest frame while {line.split()[0]} / 100 ms",
            ours=float(line.split()[1]),
            raw=_LONGEST_FRAME_MS,
            target=1.0,
            unit="ms",
        )
        for line in done.stdout.splitlines()
    ]
