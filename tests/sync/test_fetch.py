"""Reading the copy in PostgreSQL back: the same reports from it, in a home that only reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from desk_app.desk import Desk
from desk_app.kernel.errors import BundleRejected, Cancelled, Conflict, DeviceTrouble, NotAllowed, Refused
from desk_app.kernel.records import to_plain
from desk_app.reports.definitions.register import DEFINITIONS
from desk_app.reports.making import make_report
from desk_app.sync.away.prepare import Wanted, prepare
from desk_app.sync.enrolment import accept, grant, own_request, read_grant, request
from desk_app.sync.hub.fetch import Fetched, fetch
from desk_app.sync.hub.inbox import take_inbox
from desk_app.sync.hub.publish import publish
from desk_app.sync.hub.tables import folded, postgresql
from desk_app.sync.reading_home import fed_at
from desk_app.sync.status import status
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.fees.taking import paid, received
from tests.reports.asking import scope_of
from tests.sync.hubs import OFFICES, join, open_hub, sent, staff_of

IN_2026 = ("2026-01-01", "2026-12-31")


@dataclass(frozen=True, kw_only=True)
class World:
    """A hub that took the files of an office's desk and published them, and a home that only reads."""

    hub: Desk
    desk: RehearsalDesk
    reading: Desk
    url: str
    inbox: Path

    def carry(self) -> int:
        """Bring what the desk wrote to the hub and on into the copy; return how many entries went there."""
        sent(self.desk, self.inbox)
        take_inbox(self.hub.sync, by=staff_of(self.hub), folder=self.inbox)
        return publish(self.hub.sync, by=staff_of(self.hub), url=self.url).entries


@pytest.fixture
def world(tmp_path: Path, url: str) -> Iterator[World]:
    with (
        open_hub(tmp_path / "hub") as hub,
        open_hub(tmp_path / "chỉ xem") as reading,
        rehearsal_desk(tmp_path / "quầy") as desk,
    ):
        inbox = tmp_path / "đến"
        inbox.mkdir()
        join(hub, desk, tmp_path, OFFICES[0])
        paid(desk, received(desk))
        received(desk, name="Lê Thị Ví Dụ")
        made = World(hub=hub, desk=desk, reading=reading, url=url, inbox=inbox)
        made.carry()
        yield made


def fetched(world: World) -> Fetched:
    return fetch(world.reading.sync, by=staff_of(world.reading), url=world.url)


def in_the_copy(world: World) -> psycopg.Connection[Any]:
    return psycopg.connect(world.url, options=f"-c search_path={postgresql.SCHEMA}")


def figures(home: Desk, definition: str) -> Any:
    """Return a report without the moment at which it was made."""
    report = make_report(home.reports, by=staff_of(home), definition=definition, scope=scope_of(IN_2026))
    return {**to_plain(report), "made_at": ""}


@pytest.mark.parametrize("definition", [each for each in DEFINITIONS if each != "access"])
def test_every_report_is_the_same_from_the_copy(world: World, definition: str) -> None:
    fetched(world)
    assert figures(world.reading, definition) == figures(world.hub, definition)


def test_the_tables_are_the_hubs_and_a_second_time_changes_nothing(world: World) -> None:
    assert fetched(world).desks == 2, "the hub itself and the desk"
    here, there = world.reading.journal.reading(), world.hub.journal.reading()
    for table in folded.list_tables(there, world.hub.journal.registry):
        # Who has an account there, and which keys, is each home's own beside what it read.
        if table.name in {"dossiers", "payments", "offices"}:
            assert set(folded.all_rows(there, table)) <= set(folded.all_rows(here, table)), table.name
    assert fetched(world) == Fetched(entries=0, desks=0, changed=0)


def test_only_what_is_new_is_read_again(world: World) -> None:
    fetched(world)
    received(world.desk, name="Trần Văn Thí")
    assert fetched(world).entries == 0, "not before it is published"
    assert world.carry() == fetched(world).entries > 0
    assert figures(world.reading, "06") == figures(world.hub, "06")


def test_a_changed_body_in_the_copy_is_refused(world: World) -> None:
    with in_the_copy(world) as pg:
        pg.execute("UPDATE entries SET body = replace(body, 'Ví Dụ', 'Giả Mạo')")
    with pytest.raises(BundleRejected, match="nội dung đã bị sửa.*không kèm chữ ký") as caught:
        fetched(world)
    assert "desk hub publish" in caught.value.hint


def test_another_hubs_copy_does_not_mix_in(world: World) -> None:
    fetched(world)
    with in_the_copy(world) as pg:
        pg.execute("UPDATE published_chains SET digest = %s", (bytes(32),))
    with pytest.raises(Conflict, match="không phải đọc từ bản sao"):
        fetched(world)


def test_who_takes_sealed_files_reads_no_database(world: World) -> None:
    with pytest.raises(Conflict, match="không kèm chữ ký"):
        fetch(world.hub.sync, by=staff_of(world.hub), url=world.url)


def test_only_an_administrator_fetches_and_a_dead_server_is_said(world: World) -> None:
    with pytest.raises(NotAllowed):
        fetch(world.desk.sync, by=world.desk.accounts_by_role["leader"], url=world.url)
    with pytest.raises(DeviceTrouble) as said:
        fetch(world.reading.sync, by=staff_of(world.reading), url="postgresql://ai:matkhaubimat@127.0.0.1:1/khong")
    assert "matkhaubimat" not in f"{said.value.message} {said.value.hint}"


def only_reads() -> Any:
    return pytest.raises(Refused, match="chỉ để xem.*không kèm chữ ký")


def test_a_home_fed_from_the_copy_is_let_in_nowhere(world: World, tmp_path: Path) -> None:
    by, room = staff_of(world.reading), world.reading.sync
    asked = own_request(room, by=by)
    with rehearsal_desk(tmp_path / "quầy khác", desk_number=2) as other:
        file = grant(
            other.sync,
            by=other.admin,
            request=asked,
            fingerprint=asked.fingerprint,
            folder=tmp_path,
            command_id=other.journal.new_id(),
        )
    fetched(world)
    before = world.reading.journal.verify().entries
    with only_reads() as caught:
        request(room, by=by, folder=tmp_path)
    assert "desk init" in caught.value.hint
    granted = read_grant(file)
    with only_reads():
        accept(room, by=by, grant=granted, fingerprint=granted.fingerprint, command_id=world.reading.journal.new_id())
    assert world.reading.journal.verify().entries == before
    standing = status(room, by=by)
    assert (standing.peers, standing.fed_at) == ((), world.reading.journal.time.now())


def test_a_home_fed_from_the_copy_lets_nobody_in(world: World, tmp_path: Path) -> None:
    by, asked, folder = staff_of(world.reading), own_request(world.desk.sync, by=world.desk.admin), tmp_path / "thẻ"
    folder.mkdir()
    fetched(world)
    with only_reads():
        grant(
            world.reading.sync,
            by=by,
            request=asked,
            fingerprint=asked.fingerprint,
            folder=folder,
            command_id=world.reading.journal.new_id(),
        )
    with only_reads():
        prepare(
            world.reading.away,
            by=by,
            wanted=Wanted(desk_number=7, people=(by,)),
            folder=folder,
            passphrase="sen hong moc trong dam",
            command_id=world.reading.journal.new_id(),
        )
    assert list(folder.iterdir()) == []


def test_an_interrupted_reading_already_makes_it_a_home_that_only_reads(world: World, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled("thử", "Đã dừng.", "")

    with pytest.raises(Cancelled):
        fetch(world.reading.sync, by=staff_of(world.reading), url=world.url, watch=stop)
    with only_reads():
        request(world.reading.sync, by=staff_of(world.reading), folder=tmp_path)


def test_a_home_that_tried_in_vain_may_still_be_let_in(world: World, tmp_path: Path) -> None:
    with pytest.raises(DeviceTrouble):
        fetch(world.reading.sync, by=staff_of(world.reading), url="postgresql://ai@127.0.0.1:1/khong")
    assert fed_at(world.reading.sync) is None
    assert request(world.reading.sync, by=staff_of(world.reading), folder=tmp_path).is_file()
