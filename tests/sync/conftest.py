from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desks import RehearsalDesk
from tests.sync.carrying import HUB, SyncOffice, enrol, send, sync_office, work


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SyncOffice]:
    with sync_office(tmp_path / "office") as made:
        yield made


@pytest.fixture
def stick(office: SyncOffice) -> Path:
    return office.stick


@pytest.fixture
def hub(office: SyncOffice) -> RehearsalDesk:
    return office.desk(HUB)


@pytest.fixture
def desk(office: SyncOffice, hub: RehearsalDesk, stick: Path) -> RehearsalDesk:
    """Give desk 1, enrolled with the hub."""
    made = office.desk(1)
    enrol(made, hub, stick)
    return made


@pytest.fixture
def file(desk: RehearsalDesk, stick: Path) -> Path:
    """Give a bundle with a dossier."""
    work(desk, "Đặng Thị Mẫu")
    return send(desk, stick).file
