"""A cloned folder: the clone begins an epoch of its own, and nobody's entries are mixed."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.home_card import read_card
from desk_app.journal.tables import list_alarms
from desk_app.kernel.errors import BundleRejected, Conflict, InvalidInput, NotAllowed
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import VIETNAM, FixedTime
from desk_app.restoring.epochs import begin_anew, next_epoch
from desk_app.restoring.restore import restore
from desk_app.upkeep.tables import list_epochs
from tests.desks import MORNING, RehearsalDesk, opened
from tests.sync.carrying import HUB, enrol, send, sync_office, take, work
from tests.upkeep.copying import administrator, copied, wanted

LATER = MORNING + timedelta(hours=1)


def test_two_clones_fork_until_one_begins_a_new_epoch(tmp_path: Path, stick: Path) -> None:
    with sync_office(tmp_path / "office") as office:
        hub, desk = office.desk(HUB), office.desk(1)
        enrol(desk, hub, office.stick)
        clone_folder = office.copied(desk, "clone")
        work(desk, "Nguyễn Văn Mẫu")
        take(hub, send(desk, stick).file)
        clone = opened(clone_folder)
        work(clone, "Trần Thị Thử")
        other = send(clone, stick).file
        clone.close()
        with pytest.raises(BundleRejected, match="sao chép"):
            take(hub, other)
        assert "fork" in {kind for _at, kind, _desk, _words in list_alarms(hub.journal.reading())}
    # A fresh clone of the same folder begins anew before it writes, and the hub takes what it sends.
    with sync_office(tmp_path / "again") as office:
        hub, desk = office.desk(HUB), office.desk(1)
        enrol(desk, hub, office.stick)
        clone_folder = office.copied(desk, "clone")
        began = begin_anew(Home(clone_folder), reason="chép sang máy mới", sign_in=administrator, time=FixedTime(LATER))
        assert (began.previous, began.epoch) == (1, 2611230915)
        work(desk, "Nguyễn Văn Mẫu")
        take(hub, send(desk, stick).file)
        clone = opened(clone_folder, at=LATER)
        work(clone, "Trần Thị Thử")
        assert take(hub, send(clone, stick).file).taken > 0
        clone.close()
        assert hub.journal.reading().execute("SELECT count(*) FROM dossiers").fetchone()[0] == 2
        assert [(row.epoch, row.why) for row in list_epochs(hub.journal.reading())] == [(2611230915, "cloned")]


def test_a_clone_that_wrote_already_goes_back_to_before_it_was_cloned(tmp_path: Path, stick: Path) -> None:
    with sync_office(tmp_path / "office") as office:
        hub, desk = office.desk(HUB), office.desk(1)
        enrol(desk, hub, office.stick)
        copied(desk, stick)
        clone_folder = office.copied(desk, "clone")
        work(desk, "Nguyễn Văn Mẫu")
        take(hub, send(desk, office.stick).file)
        clone = opened(clone_folder)
        work(clone, "Trần Thị Thử")
        clone.close()
        done = restore(wanted(stick, clone_folder, at=LATER, may_set_aside=True, may_salvage=False))
        assert done.salvaged == 0
        clone = opened(clone_folder, at=LATER)
        work(clone, "Trần Thị Thử")
        assert take(hub, send(clone, office.stick).file).taken > 0
        clone.close()
        assert hub.journal.reading().execute("SELECT count(*) FROM dossiers").fetchone()[0] == 2
        assert not list_alarms(hub.journal.reading())


def test_a_new_epoch_needs_a_reason_an_administrator_and_the_folder_for_itself(desk: RehearsalDesk) -> None:
    home, time = desk.home, FixedTime(LATER)
    with pytest.raises(Conflict):
        begin_anew(home, reason="chép máy", sign_in=administrator, time=time)
    desk.close()
    with pytest.raises(InvalidInput):
        begin_anew(home, reason="  ", sign_in=administrator, time=time)
    with pytest.raises(NotAllowed):
        begin_anew(home, reason="chép máy", sign_in=lambda _desk: desk.accounts_by_role["leader"], time=time)
    assert read_card(home).epoch == 1
    assert begin_anew(home, reason="chép máy", sign_in=administrator, time=time).epoch > 1


@given(
    previous=st.integers(1, 9_999_999_999),
    at=st.datetimes().filter(lambda at: at.year > 1000).map(lambda at: at.replace(tzinfo=VIETNAM)),
)
def test_an_epoch_is_always_later_than_the_one_before(previous: int, at: object) -> None:
    assert next_epoch(previous, at) > previous  # type: ignore[arg-type]
