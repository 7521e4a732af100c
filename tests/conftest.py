"""What tests of the desk stand on: a real desk in a temporary folder, with a clock that stands where it is put."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desks import RehearsalDesk, rehearsal_desk

# Programs that a shell starts in the background ignore interrupts, and so would every program they start: some tests
# interrupt one.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RehearsalDesk]:
    """Give an open rehearsal desk of an invented office, at 08:15 on Monday 23/11/2026."""
    with rehearsal_desk(tmp_path / "home") as made:
        yield made
