"""Making a laptop's data folder from a pack: the folder stands whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk_app.accounts.authorise import FOUND_DESK, MACHINE
from desk_app.accounts.tables import Credential, put_credential
from desk_app.desk import Desk, first_opened
from desk_app.founding import founded, key_place
from desk_app.home_card import HomeCard, write_card
from desk_app.journal.carry import Watch
from desk_app.journal.write_door import Writing
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import SystemTime, TimeSource
from desk_app.office.tables import RECEIPT_KEY, put_secret
from desk_app.storage.key_store import forget_key, new_key
from desk_app.sync.away.pack import AwayPack, read_pack, unpacked
from desk_app.sync.facts import Trusted, trust_subject
from desk_app.sync.keys import announce


def open_pack(
    home: Home,
    file: Path,
    *,
    passphrase: str,
    key_password: str = "",
    time: TimeSource | None = None,
    watch: Watch | None = None,
) -> HomeCard:
    """Make the data folder of a laptop from a pack and return its card.

    ``key_password`` wraps the data's key where the system keeps none; without one, the passphrase does. ``watch(done, total)``
    hears how far it is (of 0: nobody knows yet) until just before the folder stands, and may stop it by raising. Raises
    ``Conflict`` when the folder is not empty, ``BundleRejected`` for a wrong passphrase or a broken pack. Nothing is left
    behind then, neither folder nor key.
    """
    told = watch or _unwatched
    told(0, 0)
    pack = read_pack(file, passphrase)
    told(0, 0)
    card = HomeCard(
        desk_id=pack.laptop,
        epoch=1,
        desk_number=pack.desk_number,
        office_code=pack.office_code,
        rehearsal=pack.rehearsal,
        key=key_place(pack.rehearsal),
    )
    password = key_password or passphrase
    with founded(home) as part, _key(part, card, password):
        _fill(part, card, pack, time or SystemTime(), password, told)
    return card


@contextmanager
def _key(part: Home, card: HomeCard, password: str) -> Iterator[None]:
    """Keep a new key while the folder is filled; any error takes it back, and none but the one made here."""
    new_key(place=card.key, file=part.key, name=card.desk_id, password=password)
    try:
        yield
    except BaseException:
        forget_key(place=card.key, name=card.desk_id)
        raise


def _fill(part: Home, card: HomeCard, pack: AwayPack, time: TimeSource, password: str, watch: Watch) -> None:
    write_card(part, card)
    desk = first_opened(part, card, time=time, password=password)
    try:
        _furnish(desk, pack, watch)
    finally:
        desk.close()
    # The last moment at which it can be stopped.
    watch(1, 1)


def _unwatched(_done: int, _total: int) -> None:
    """Nobody looks on."""


def _furnish(desk: Desk, pack: AwayPack, watch: Watch) -> None:
    """Fill the folder: its own keys and whom it trusts first, while nobody has an account; then what it carries along."""

    def decide(writing: Writing) -> None:
        announce(desk.sync, writing, pack.keys, before=None)
        fact = Trusted(
            desk=pack.home,
            # What the laptop writes goes home: the desk that prepared it is its upper level.
            role="hub",
            office_code=pack.office_code,
            desk_number=pack.home_number,
            name=pack.home_name,
            sign=pack.home_keys.sign,
            seal=pack.home_keys.seal,
            replaces="",
            trusted_at=writing.now,
        )
        writing.add(trust_subject(pack.laptop, pack.home), fact)

    desk.journal.write(by=MACHINE, permission=FOUND_DESK, command_id=desk.journal.new_id(), decide=decide)
    desk.journal.carry((unpacked(entry) for entry in pack.entries), watch)
    with desk.journal.store.writing() as db:
        put_secret(db, RECEIPT_KEY, bytes.fromhex(pack.receipt_key))
        for each in pack.passwords:
            credential = Credential(
                account=each.account,
                password_hash=each.password_hash,
                pin_hash=each.pin_hash,
                set_at=each.set_at,
                must_change=False,
            )
            put_credential(db, credential)
