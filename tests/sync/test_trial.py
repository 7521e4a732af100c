"""A passing copy of the data, in which a large bundle is tried."""

import os
import time

import pytest

from desk_app.kernel.errors import Cancelled
from desk_app.sync.trial import trial_copy
from tests.bench.journals import fill_journal
from tests.desks import RehearsalDesk
from tests.sync.carrying import work


def folders(desk: RehearsalDesk) -> list[str]:
    return sorted(each.name for each in desk.home.folder.glob(".thu-*"))


def test_what_is_written_in_the_copy_stays_there(desk: RehearsalDesk) -> None:
    work(desk)
    with trial_copy(desk.sync) as store:
        with store.writing() as db:
            db.execute("DELETE FROM dossiers")
        (folder,) = folders(desk)
        raw = (desk.home.folder / folder / "desk.db").read_bytes()
        assert b"SQLite format" not in raw[:100], "encrypted as the data are"
        work(desk)
    assert folders(desk) == []
    assert desk.journal.reading().execute("SELECT count(*) FROM dossiers").fetchone()[0] == 2


def test_copying_can_be_stopped(desk: RehearsalDesk) -> None:
    fill_journal(desk, 3_000)

    def stop() -> None:
        raise Cancelled("test", "dừng")

    with pytest.raises(Cancelled), trial_copy(desk.sync, stop):
        pass
    assert folders(desk) == []


def test_the_copy_of_a_killed_program_is_removed_after_a_day(desk: RehearsalDesk) -> None:
    for name, days in ((".thu-cu", 2), (".thu-moi", 0)):
        folder = desk.home.folder / name
        folder.mkdir()
        (folder / "desk.db").write_bytes(b"x")
        os.utime(folder, (time.time() - days * 86400,) * 2)
    with trial_copy(desk.sync):
        pass
    assert folders(desk) == [".thu-moi"]
