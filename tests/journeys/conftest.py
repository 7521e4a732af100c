"""Whole days at a desk; those that take minutes are run with ``-m slow``."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.office import PrinterProcess, printer_process

_SLOW = "slow: takes minutes; run with -m slow"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", _SLOW)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "slow" in str(config.getoption("markexpr")):
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason=_SLOW))


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[PrinterProcess]:
    """Give a thermal printer that runs as a process of its own."""
    with printer_process(tmp_path / "printed") as running:
        yield running
