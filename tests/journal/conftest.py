from collections.abc import Iterator

import pytest

from tests.journal.desks import Office, TestDesk


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Give a folder of desks whose empty file is made once."""
    return Office(tmp_path_factory.mktemp("office") / "desks")


@pytest.fixture(autouse=True)
def _closes_its_desks(office: Office) -> Iterator[None]:
    yield
    office.close()


@pytest.fixture
def desk(office: Office) -> TestDesk:
    """Give an empty desk named ``a``."""
    return office.desk("a")
