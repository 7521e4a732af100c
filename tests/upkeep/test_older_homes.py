"""Homes as older versions of the program left them: invented offices, kept here in the clear and packed with xz.

A version that changes tables or facts adds the home of the one before it: the demonstration of four days, exported with
``sqlcipher_export`` to a plain database.
"""

import lzma
import secrets
from pathlib import Path

import pytest
import sqlcipher3

from desk_app.accounts.rules import allows
from desk_app.desk import open_desk
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.register import REGISTER, register
from desk_app.journal.tables import every_entry
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime, moment
from desk_app.storage.engine import KEY_BYTES, open_copy
from tests.desks import form

KEPT = Path(__file__).parent / "homes"
VERSIONS = sorted(file.name.removesuffix(".json") for file in KEPT.glob("*.json"))
MONDAY = "2026-11-23T08:15"


@pytest.fixture(params=VERSIONS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """Give a home as that version left it, encrypted with a key of its own."""
    home, version, key = Home(tmp_path / "home"), str(request.param), secrets.token_hex(KEY_BYTES)
    home.folder.mkdir()
    plain = tmp_path / "plain.sqlite"
    plain.write_bytes(lzma.decompress((KEPT / f"{version}.sqlite.xz").read_bytes()))
    connection = sqlcipher3.connect(str(plain))
    connection.execute(f"ATTACH '{home.database}' AS kept KEY \"x'{key}'\"")
    connection.execute("SELECT sqlcipher_export('kept')")
    connection.close()
    home.key.write_text(key)
    home.card.write_bytes((KEPT / f"{version}.json").read_bytes())
    return home


def test_there_is_a_home_of_every_version_before_this_one() -> None:
    assert VERSIONS == ["0.1.0", "0.2.0"]


def test_an_older_home_opens_and_nothing_of_it_is_lost(old: Home) -> None:
    before = open_copy(old.database, bytes.fromhex(old.key.read_text()))
    codes = sorted(row[0] for row in before.execute("SELECT code FROM dossiers"))
    entries = tuple(every_entry(before))
    before.close()
    desk = open_desk(old, time=FixedTime(moment(MONDAY)))
    db = desk.journal.reading()
    assert sorted(row[0] for row in db.execute("SELECT code FROM dossiers")) == codes
    assert tuple(every_entry(db)) == entries
    assert desk.journal.verify().breaks == ()
    assert desk.journal.refold() == ()
    for (dossier,) in db.execute("SELECT id FROM dossiers").fetchall():
        assert dossier_in(desk.dossiers, db, dossier).code in codes
    desk.close()


def test_work_goes_on_in_an_older_home(old: Home) -> None:
    desk = open_desk(old, time=FixedTime(moment(MONDAY)))
    people = desk.accounts.present_book().accounts
    officer = next(each.id for each in people if allows(each, REGISTER, moment(MONDAY).date()))
    written = register(desk.dossiers, by=officer, form=form("Nguyễn Thị Nối Tiếp"), command_id=desk.journal.new_id())
    made = dossier_in(desk.dossiers, desk.journal.reading(), written.subject)
    assert made.code == "000.00.16.H30-261123-1001"
    assert desk.journal.verify().breaks == ()
    assert desk.journal.refold() == ()
    desk.close()


def test_the_home_as_it_was_is_kept_beside_the_upgraded_one(old: Home) -> None:
    key = bytes.fromhex(old.key.read_text())
    asked = "SELECT count(*) FROM _sqlite_migrations"
    before = open_copy(old.database, key)
    steps = before.execute(asked).fetchone()[0]
    before.close()
    desk = open_desk(old, time=FixedTime(moment(MONDAY)))
    assert desk.journal.reading().execute(asked).fetchone()[0] > steps
    desk.close()
    (kept,) = old.folder.rglob("before-upgrade-*.db")
    copy = open_copy(kept, key)
    assert copy.execute(asked).fetchone()[0] == steps
    copy.close()
