import warnings
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
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


@pytest.fixture(scope="session")
def server() -> Iterator[Any]:
    with warnings.catch_warnings():
        # On a machine without a session the server's files go to the temporary folder: that is what we want.
        warnings.simplefilter("ignore")
        from pgserver.postgres_server import get_server
    # Not below pytest's own folder: each further pytest that starts closes that one to the server's user.
    with TemporaryDirectory(prefix="postgresql-", ignore_cleanup_errors=True) as folder:
        started = get_server(Path(folder))
        yield started
        started.cleanup()


@pytest.fixture
def url(server: Any, request: pytest.FixtureRequest) -> str:
    """Give an empty database on the server."""
    name = f"d{abs(hash(request.node.name)):x}"
    with psycopg.connect(server.get_uri(), autocommit=True) as pg:
        pg.execute(f"CREATE DATABASE {name}")
    return str(server.get_uri(name))
