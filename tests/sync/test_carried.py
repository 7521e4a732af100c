"""Entries that came along out of their chain: what a laptop takes away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.dossiers.commands import dossier_in, issue_result
from desk_app.journal import tables
from desk_app.journal.entry import Entry
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.merge import Fork
from desk_app.kernel.errors import BundleRejected
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.sync.test_exchange import registered


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RehearsalDesk]:
    with rehearsal_desk(tmp_path / "desk") as made:
        yield made


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[RehearsalDesk]:
    with rehearsal_desk(tmp_path / "laptop", desk_number=7) as made:
        yield made


def entries_of(desk: RehearsalDesk, *subjects: str) -> list[Entry]:
    return [entry for subject in subjects for entry in tables.history(desk.journal.reading(), subject)]


def test_a_carried_dossier_is_there_without_the_rest_of_the_journal(desk: RehearsalDesk, laptop: RehearsalDesk) -> None:
    wanted, other = registered(desk, "Người Cần Mang"), registered(desk, "Người Ở Lại")
    assert laptop.journal.carry(entries_of(desk, wanted)) == 1
    db = laptop.journal.reading()
    assert dossier_in(laptop.dossiers, db, wanted).registered.applicant.name == "Người Cần Mang"
    assert tables.history(db, other) == ()
    assert laptop.journal.verify().breaks == ()
    assert laptop.journal.refold() == ()


def test_work_on_a_carried_dossier_comes_home_and_both_end_alike(desk: RehearsalDesk, laptop: RehearsalDesk) -> None:
    dossier = registered(desk, "Người Cần Mang")
    laptop.journal.carry(entries_of(desk, dossier))
    issue_result(laptop.dossiers, by=laptop.admin, dossier=dossier, command_id=laptop.journal.new_id())
    desk.journal.merge(tuple(tables.every_entry(laptop.journal.reading())))
    assert dossier_in(desk.dossiers, desk.journal.reading(), dossier).result is not None
    laptop.journal.merge(tuple(tables.every_entry(desk.journal.reading())))
    assert tables.count_carried(laptop.journal.reading()) == 0, "the chain itself has come"
    contents = [table_contents(each.journal.reading(), each.journal.registry) for each in (desk, laptop)]
    assert contents[0] == contents[1]


def test_carrying_twice_changes_nothing(desk: RehearsalDesk, laptop: RehearsalDesk) -> None:
    dossier = registered(desk, "Người Cần Mang")
    for _time in range(2):
        laptop.journal.carry(entries_of(desk, dossier))
    assert tables.count_carried(laptop.journal.reading()) == 1
    assert len(tables.history(laptop.journal.reading(), dossier)) == 1


def test_a_changed_entry_is_not_carried(desk: RehearsalDesk, laptop: RehearsalDesk) -> None:
    (entry,) = entries_of(desk, registered(desk, "Người Cần Mang"))
    with pytest.raises(BundleRejected):
        laptop.journal.carry([entry._replace(body=entry.body.replace(b"Mang", "Mất".encode()))])
    assert tables.count_carried(laptop.journal.reading()) == 0


def test_a_chain_that_says_otherwise_is_a_fork_and_nothing_is_taken(
    desk: RehearsalDesk, laptop: RehearsalDesk, tmp_path: Path
) -> None:
    dossier = registered(desk, "Người Cần Mang")
    laptop.journal.carry(entries_of(desk, dossier))
    with rehearsal_desk(tmp_path / "clone") as clone:
        registered(clone, "Người Bản Sao")
        with pytest.raises(Fork):
            laptop.journal.merge(tuple(tables.every_entry(clone.journal.reading())))
    assert tables.count_carried(laptop.journal.reading()) == 1
