"""Making a laptop ready in one step: people, catalogue, the screening list, only the dossiers it needs, numbers of its own."""

from dataclasses import dataclass
from pathlib import Path

from desk_app.journal.entry import Entry
from desk_app.journal.write_door import Writing
from desk_app.kernel.errors import InvalidInput
from desk_app.office.facts import OFFICE, DeskAdded
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.sync.away import tables
from desk_app.sync.away.desk_numbers import require_free_number
from desk_app.sync.away.facts import AwayPrepared, away_subject
from desk_app.sync.away.gathering import entries_for, open_dossiers, passwords_of
from desk_app.sync.away.pack import FORMAT, SUFFIX, AwayPack, PackedPassword, checked_passphrase, packed, write_pack
from desk_app.sync.away.room import PREPARE, Away
from desk_app.sync.facts import Trusted, trust_subject
from desk_app.sync.key_pair import SecretKeys, new_keys
from desk_app.sync.keys import own_keys
from desk_app.sync.reading_home import require_unfed
from desk_app.sync.taking import Watch

_STEPS = 2


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a laptop is to take along: its number within the office, whose passwords, for which session (empty: none).

    ``dossiers`` None takes those that are still open, at most 5.000; ``area`` limits the screening list.
    """

    desk_number: int
    people: tuple[str, ...]
    session: str = ""
    area: str = ""
    dossiers: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A pack on its medium."""

    file: Path
    laptop: str
    dossiers: int
    lines: int
    entries: int


def prepare(
    room: Away, *, by: str, wanted: Wanted, folder: Path, passphrase: str, command_id: str, watch: Watch | None = None
) -> Prepared:
    """Write a pack from which a laptop becomes a desk of this office, trusted here from now on.

    ``watch(step, 2)`` hears of the gathering (0) and of the sealing (1), and may still stop it by raising: nothing is noted then.
    Raises ``InvalidInput`` for a wrong number, nobody, a short passphrase or a folder that is not there; ``Conflict`` for a number
    that another desk has; ``Refused`` for somebody without a password here, and in a home that only reads; ``DeviceTrouble`` when
    the medium fails: the laptop is noted then, and its number used up.
    """
    room.sync.require(by, PREPARE)
    require_unfed(room.sync)
    db = room.journal.reading()
    require_free_number(room, wanted.desk_number)
    passwords = passwords_of(room, db, wanted.people)
    spoken = checked_passphrase(passphrase)
    _require_folder(folder)
    if watch is not None:
        watch(0, _STEPS)
    home_keys = own_keys(room.sync, by=by)
    dossiers = wanted.dossiers if wanted.dossiers is not None else open_dossiers(db)
    lines = tables.screening_subjects(db, wanted.area) if wanted.session else ()
    entries = entries_for(room, db, session=wanted.session, dossiers=dossiers, lines=lines)
    laptop, keys = room.journal.new_id(), new_keys(1)
    if watch is not None:
        watch(1, _STEPS)
    _note(room, by, wanted, laptop, keys, len(dossiers), len(lines), command_id)
    pack = _pack(room, wanted, laptop, keys, home_keys, passwords, entries)
    file = folder / f"may-{wanted.desk_number}-{pack.prepared_at:%Y%m%d-%H%M}{SUFFIX}"
    write_pack(file, pack, spoken)
    return Prepared(file=file, laptop=laptop, dossiers=len(dossiers), lines=len(lines), entries=len(entries))


def _pack(
    room: Away,
    wanted: Wanted,
    laptop: str,
    keys: SecretKeys,
    home_keys: SecretKeys,
    passwords: tuple[PackedPassword, ...],
    entries: tuple[Entry, ...],
) -> AwayPack:
    card, agency = room.sync.card, room.dossiers.office.present_book().agency
    return AwayPack(
        format=FORMAT,
        laptop=laptop,
        desk_number=wanted.desk_number,
        office_code=card.office_code,
        rehearsal=card.rehearsal,
        keys=keys,
        receipt_key=get_secret(room.journal.reading(), RECEIPT_KEY).hex(),
        home=room.journal.desk_id,
        home_number=card.desk_number,
        home_name=agency.name if agency else "",
        home_keys=home_keys.public,
        session=wanted.session,
        prepared_at=room.journal.time.now(),
        passwords=passwords,
        entries=tuple(map(packed, entries)),
    )


def _note(
    room: Away, by: str, wanted: Wanted, laptop: str, keys: SecretKeys, dossiers: int, lines: int, command_id: str
) -> None:
    names = tuple(room.dossiers.accounts.present_book().get(each).name for each in wanted.people)

    def decide(writing: Writing) -> None:
        writing.add(
            trust_subject(room.journal.desk_id, laptop),
            Trusted(
                desk=laptop,
                role="desk",
                office_code=room.sync.card.office_code,
                desk_number=wanted.desk_number,
                name=f"máy lưu động {wanted.desk_number}",
                sign=keys.public.sign,
                seal=keys.public.seal,
                replaces="",
                trusted_at=writing.now,
            ),
        )
        writing.add(OFFICE, DeskAdded(desk=laptop, code=room.sync.card.office_code))
        fact = AwayPrepared(
            laptop=laptop,
            desk_number=wanted.desk_number,
            session=wanted.session,
            people=names,
            dossiers=dossiers,
            lines=lines,
            prepared_at=writing.now,
        )
        writing.add(away_subject(laptop), fact)

    room.journal.write(by=by, permission=PREPARE, command_id=command_id, decide=decide)


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise InvalidInput(
            "folder", f"Không thấy thư mục «{folder}».", "Cắm lại thẻ nhớ, hoặc chọn thư mục khác; chưa cấp số máy nào."
        )
