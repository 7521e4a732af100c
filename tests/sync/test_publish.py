"""The copy in PostgreSQL, against a real server that the tests start; and the files for analysts."""

import csv
from pathlib import Path
from typing import Any

import psycopg
import pytest
from pyarrow import parquet

from desk_app.desk import Desk
from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.kernel.errors import Cancelled, Conflict, DeviceTrouble, NotAllowed
from desk_app.sync.hub.analysts import write_files
from desk_app.sync.hub.publish import Published, publish
from desk_app.sync.hub.tables import folded, postgresql
from tests.desks import RehearsalDesk
from tests.fees.taking import paid, received
from tests.sync.hubs import open_hub, staff_of

_SUBJECTS = "dossiers"


def published(desk: Desk, url: str, **more: Any) -> Published:
    by = desk.accounts_by_role["keeper"] if isinstance(desk, RehearsalDesk) else staff_of(desk)
    return publish(desk.sync, by=by, url=url, **more)


def assert_equal(desk: Desk, url: str) -> None:
    """Compare every table and the journal, row by row."""
    db = desk.journal.reading()
    with psycopg.connect(url, options=f"-c search_path={postgresql.SCHEMA}") as pg:
        for table in folded.list_tables(db, desk.journal.registry):
            listed = ", ".join(f'"{column.name}"' for column in table.columns)
            there = sorted(map(repr, pg.execute(f"SELECT {listed} FROM {table.name}").fetchall()))
            assert there == sorted(map(repr, folded.all_rows(db, table))), table.name
        copied = pg.execute("SELECT desk, epoch, seq, body, digest FROM entries ORDER BY 1, 2, 3").fetchall()
    here = db.execute("SELECT desk, epoch, seq, CAST(body AS TEXT), digest FROM entries ORDER BY 1, 2, 3").fetchall()
    assert [(*row[:4], bytes(row[4])) for row in copied] == [(*row[:4], bytes(row[4])) for row in here]


def settled(desk: RehearsalDesk, dossier: str) -> None:
    issue_result(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    hand_over(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())


def test_the_copy_holds_what_the_desk_holds_and_follows_it(desk: RehearsalDesk, url: str) -> None:
    first = received(desk)
    paid(desk, first)
    assert published(desk, url).entries > 0
    assert_equal(desk, url)
    settled(desk, first)
    received(desk, name="Lê Thị Ví Dụ")
    more = published(desk, url)
    assert "dossiers" in more.tables
    assert more.rows < 20, "only what changed travels"
    assert_equal(desk, url)


def test_a_second_time_changes_nothing(desk: RehearsalDesk, url: str) -> None:
    received(desk)
    published(desk, url)
    assert published(desk, url) == Published(entries=0, tables=(), rows=0)


def test_an_interrupted_publication_leaves_the_copy_as_it_was(desk: RehearsalDesk, url: str) -> None:
    received(desk)
    published(desk, url)
    received(desk, name="Lê Thị Ví Dụ")

    def stop(_done: int, _total: int) -> None:
        raise Cancelled("thử", "Đã dừng.", "")

    with pytest.raises(Cancelled):
        published(desk, url, watch=stop)
    with psycopg.connect(url, options=f"-c search_path={postgresql.SCHEMA}") as pg:
        assert pg.execute("SELECT count(*) FROM dossiers").fetchone() == (1,)
    published(desk, url)
    assert_equal(desk, url)


def test_another_hubs_copy_is_not_written_over(desk: RehearsalDesk, url: str, tmp_path: Path) -> None:
    published(desk, url)
    with open_hub(tmp_path / "hub") as other, pytest.raises(Conflict, match="không phải của tuyến trên"):
        published(other, url)
    assert_equal(desk, url)


def test_a_table_of_an_older_program_is_made_anew(desk: RehearsalDesk, url: str) -> None:
    received(desk)
    published(desk, url)
    with psycopg.connect(url, options=f"-c search_path={postgresql.SCHEMA}") as pg:
        pg.execute("ALTER TABLE dossiers DROP COLUMN channel")
        pg.execute("UPDATE published_tables SET columns = 'x' WHERE name = 'dossiers'")
    published(desk, url)
    assert_equal(desk, url)


def test_a_server_out_of_reach_is_said_without_its_password(desk: RehearsalDesk) -> None:
    with pytest.raises(DeviceTrouble) as said:
        published(desk, "postgresql://ai:matkhaubimat@127.0.0.1:1/khong")
    assert "matkhaubimat" not in f"{said.value.message} {said.value.hint}"


def test_only_an_administrator_publishes(desk: RehearsalDesk, url: str) -> None:
    with pytest.raises(NotAllowed):
        publish(desk.sync, by=desk.accounts_by_role["leader"], url=url)


@pytest.mark.parametrize("format_", ["parquet", "csv"])
def test_analysts_get_figures_and_nobodys_name(desk: RehearsalDesk, tmp_path: Path, format_: Any) -> None:
    dossier = received(desk, name="Nguyễn Thị Bí Mật", note="Số 0901234567")
    paid(desk, dossier)
    folder = tmp_path / "phân tích"
    written = write_files(desk.sync, by=desk.accounts_by_role["keeper"], folder=folder, format_=format_)
    assert {each.table: each.rows for each in written}["dossiers"] == 1
    assert not any("Bí Mật".encode() in file.read_bytes() for file in folder.iterdir())
    if format_ == "parquet":
        (row,) = parquet.read_table(folder / "dossiers.parquet").to_pylist()
    else:
        (row,) = csv.DictReader((folder / "dossiers.csv").read_text(encoding="utf-8-sig").splitlines())
    assert (row["id"], row["procedure"]) == (dossier, "2.000635")
    assert "name" not in row
