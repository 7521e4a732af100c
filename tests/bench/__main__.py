"""Measure everything and print one line a figure; exit with 1 when a target is missed."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import bundles, busy, copies, lists, receipt, registration, reports, roster, search, window
from tests.bench.figures import Figure


def main() -> int:
    """Run every measurement on a disk, not in memory."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as folder:
        place = Path(folder)
        figures = []
        measures: tuple[Callable[[], list[Figure]], ...] = (
            lambda: registration.measured(place),
            receipt.measured,
            lambda: search.measured(place),
            lambda: lists.measured(place),
            lambda: bundles.measured(place),
            lambda: copies.measured(place),
            lambda: reports.measured(place),
            roster.measured,
            lambda: window.measured(place),
            lambda: busy.measured(place),
        )
        for measure in measures:
            for figure in measure():
                figures.append(figure)
                print(figure.line(), flush=True)
    return 0 if all(figure.is_met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
