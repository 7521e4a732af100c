"""Reading the copy in PostgreSQL back: the same reports from it, in a home that only reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from desk_app.desk import Desk
from desk_app.kernel.errors import BundleRejected, Conflict, DeviceTrouble, NotAllowed
from desk_app.kernel.records import to_plain
from desk_app.reports.definitions.register import DEFINITIONS
from desk_app.reports.making import make_report
from desk_app.sync.hub.fetch import Fetched, fetch
from desk_app.sync.hub.inbox import take_inbox
from desk_app.sync.hub.publish import publish
from desk_app.sync.hub.tables import folded, postgresql
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
