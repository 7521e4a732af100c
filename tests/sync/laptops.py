"""Laptops that are made ready and opened, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from desk_app.away_founding import open_pack
from desk_app.desk import Desk, open_desk
from desk_app.dossiers.register import register
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime
from desk_app.sync.away.desk_numbers import free_number
from desk_app.sync.away.prepare import Wanted, prepare
from tests.desks import RehearsalDesk, form

PASSPHRASE = "hoa sen nở giữa đồng"


def registered(desk: Desk, by: str, name: str) -> str:
    """Register somebody's dossier and return its id."""
    taken = form(name, channel="mobile")
    return register(desk.dossiers, by=by, form=taken, command_id=desk.journal.new_id()).subject


def packed(desk: RehearsalDesk, folder: Path, **wanted: object) -> Path:
    """Make a laptop ready for the officer and return its pack."""
    chosen = {"desk_number": free_number(desk.away), "people": (desk.accounts_by_role["officer"],), **wanted}
    done = prepare(
        desk.away,
        by=desk.admin,
        wanted=Wanted(**chosen),  # type: ignore[arg-type]
        folder=folder,
        passphrase=PASSPHRASE,
        command_id=desk.journal.new_id(),
    )
    return done.file


@contextmanager
def opened_laptop(file: Path, folder: Path, desk: RehearsalDesk) -> Iterator[Desk]:
    """Give the laptop of a pack, open, a minute later than the desk."""
    time = FixedTime(desk.time.now() + timedelta(minutes=1))
    open_pack(Home(folder), file, passphrase=PASSPHRASE, time=time)
    laptop = open_desk(Home(folder), time=time)
    try:
        yield laptop
    finally:
        laptop.close()
