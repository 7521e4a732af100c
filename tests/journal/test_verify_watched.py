from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.dossiers.register import register
from desk_app.journal.tables import count_entries
from desk_app.kernel.errors import Cancelled
from tests.desks import RehearsalDesk, form, rehearsal_desk


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[RehearsalDesk]:
    """Give a desk with some hundred entries."""
    with rehearsal_desk(tmp_path / "home") as desk:
        officer = desk.accounts_by_role["officer"]
        while count_entries(desk.journal.reading()) < 130:
            register(desk.dossiers, by=officer, form=form(), command_id=desk.journal.new_id())
        yield desk


def test_reading_the_chains_tells_how_far_it_is(busy: RehearsalDesk) -> None:
    told: list[int] = []
    verified = busy.journal.verify(told.append)
    assert told == [100]
    assert verified.entries == count_entries(busy.journal.reading())


def test_reading_the_chains_ends_where_whoever_watches_wants_it(busy: RehearsalDesk) -> None:
    def stop(_count: int) -> None:
        raise Cancelled("test.stopped", "Đã dừng.")

    with pytest.raises(Cancelled):
        busy.journal.verify(stop)
