"""Two desks that hold what the founding reports tell; merged once for all tests that only read."""

from collections.abc import Iterator

import pytest

from tests.desks import RehearsalDesk, rehearsal_desk
from tests.reports.founding import city, commune
from tests.reports.units import merged


@pytest.fixture(scope="session")
def nga_bay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RehearsalDesk]:
    """Give a desk with the journals of six communes and wards."""
    with rehearsal_desk(tmp_path_factory.mktemp("city") / "home") as desk:
        merged(desk, city())
        yield desk


@pytest.fixture(scope="session")
def hoa_my(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RehearsalDesk]:
    """Give a desk with the journal of one commune."""
    with rehearsal_desk(tmp_path_factory.mktemp("commune") / "home") as desk:
        merged(desk, commune())
        yield desk
