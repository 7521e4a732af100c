"""Making a new desk: key, database, agency, first administrator, catalogue; the folder stands whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk_app.accounts.commands import add_account
from desk_app.accounts.facts import AccountAdded
from desk_app.accounts.rules import MACHINE, Role
from desk_app.catalogue.commands import publish
from desk_app.catalogue.files import shipped_catalogue
from desk_app.desk import Desk, first_opened
from desk_app.dossiers.numbering import MOST_DESKS
from desk_app.home_card import HomeCard, write_card
from desk_app.kernel.errors import Conflict, InvalidInput
from desk_app.kernel.ids import IdMaker
from desk_app.kernel.paths import Home
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import SystemTime, TimeSource
from desk_app.office.agency import Agency, checked_agency
from desk_app.office.commands import describe_office
from desk_app.office.tables import RECEIPT_KEY, SECRET_BYTES, put_secret
from desk_app.storage.key_store import KeyPlace, has_keyring, new_key
from desk_app.storage.places import require_local

# In an office of one, the first person does everything; more people, fewer roles each.
FIRST_ROLES = (Role.OFFICER, Role.LEADER, Role.ADMINISTRATOR)
# A hub has no counter.
FIRST_ROLES_OF_HUB = (Role.LEADER, Role.ADMINISTRATOR)


class Founding(Record):
    """What a new desk is told: its agency, its number within the office, and the first administrator with a password."""

    agency: Agency
    desk_number: int
    login: str
    name: str
    password: str
    key_password: str = ""
    rehearsal: bool = False
    hub: bool = False


def found_desk(home: Home, founding: Founding, *, time: TimeSource | None = None) -> HomeCard:
    """Make a data folder with the shipped catalogue; return its card.

    Raises ``Conflict`` when the folder is not empty, ``InvalidInput`` for what was told wrongly, ``Refused`` for a place on a
    network or a stick and where no key store is and no password was given. Nothing is left behind then.
    """
    clock = time or SystemTime()
    agency = checked_agency(founding.agency)
    if not 0 <= founding.desk_number <= MOST_DESKS:
        raise InvalidInput("desk_number", f"Số quầy phải từ 0 đến {MOST_DESKS}.", "Mỗi quầy của cơ quan một số riêng.")
    card = HomeCard(
        desk_id=IdMaker().new(clock.now()),
        epoch=1,
        desk_number=founding.desk_number,
        office_code=agency.code,
        rehearsal=founding.rehearsal,
        key=key_place(founding.rehearsal),
        hub=founding.hub,
    )
    with founded(home) as part:
        _fill(part, card, founding, agency, clock)
    return card


@contextmanager
def founded(home: Home, *, set_aside: Path | None = None) -> Iterator[Home]:
    """Give a folder to fill beside ``home``, which takes its place at the end of the block; any error leaves nothing behind.

    What stands in ``home`` is moved to ``set_aside`` then, untouched. Raises ``Conflict`` when the place is not empty and
    nothing may be set aside, ``Refused`` for one on a network or a stick.
    """
    require_local(home.folder)
    taken = home.folder.exists() and any(home.folder.iterdir())
    if taken and set_aside is None:
        raise Conflict("desk.home_taken", f"Thư mục {home.folder} đã có dữ liệu.", "Hãy chọn thư mục trống.")
    part = Home(home.folder.with_name(f".{home.folder.name}.part-{secrets.token_hex(4)}"))
    part.folder.mkdir(parents=True, mode=0o700)
    try:
        yield part
        _take_place(part.folder, home.folder, set_aside if taken else None)
    except BaseException:
        _remove(part.folder)
        raise


def _take_place(part: Path, place: Path, set_aside: Path | None) -> None:
    """Give a finished folder its name; what has it until now is set aside, or was empty."""
    if set_aside is None:
        if place.exists():
            place.rmdir()
        part.rename(place)
        return
    place.rename(set_aside)
    try:
        part.rename(place)
    except OSError:
        set_aside.rename(place)
        raise


def key_place(rehearsal: bool) -> KeyPlace:
    """Return where a new folder's key is kept: beside it in a rehearsal, else in the system's key store if it has one."""
    if rehearsal:
        return "file"
    return "keyring" if has_keyring() else "password"


def _fill(home: Home, card: HomeCard, founding: Founding, agency: Agency, time: TimeSource) -> None:
    password = founding.key_password or founding.password
    new_key(place=card.key, file=home.key, name=card.desk_id, password=password)
    write_card(home, card)
    desk = first_opened(home, card, time=time, password=password)
    try:
        _furnish(desk, founding, agency)
    finally:
        desk.close()


def _furnish(desk: Desk, founding: Founding, agency: Agency) -> None:
    new_id = desk.journal.new_id
    person = AccountAdded(
        login=founding.login, name=founding.name, roles=FIRST_ROLES_OF_HUB if founding.hub else FIRST_ROLES
    )
    added = add_account(desk.accounts, by=MACHINE, person=person, password=founding.password, command_id=new_id())
    first = added.subject.removeprefix("account:")
    describe_office(desk.office, by=first, agency=agency, command_id=new_id())
    with desk.journal.store.writing() as db:
        put_secret(db, RECEIPT_KEY, secrets.token_bytes(SECRET_BYTES))
    publish(desk.catalogue, by=first, procedures=shipped_catalogue(), command_id=new_id())


def _remove(folder: Path) -> None:
    """Remove a folder that was never finished."""
    for place, _, names in os.walk(folder, topdown=False):
        for name in names:
            Path(place, name).unlink(missing_ok=True)
        Path(place).rmdir()
