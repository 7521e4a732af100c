"""Handing reference data down: what stands at the hub, in a file for the desks it let in."""

from collections.abc import Collection
from pathlib import Path

from desk_app.journal.write_door import Writing
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.records import canonical
from desk_app.kernel.texts import checked_line
from desk_app.office.tables import above_floor
from desk_app.signage.commands import NewSlogan
from desk_app.signage.tables import list_slogans
from desk_app.sync.package import write_package
from desk_app.sync.reference.facts import UNITS, ReferenceWritten, UnitsPut, reference_subject
from desk_app.sync.reference.own import own_readings, procedures_from_today, years_from_today
from desk_app.sync.reference.pack import KIND, PARTS, SENT_SETTINGS_SKIP, FormFile, ReferencePack, UnitChange
from desk_app.sync.reference.room import HAND_DOWN, Reference
from desk_app.sync.reference.tables import SERIES, every_unit, highest_number
from desk_app.sync.trust import list_trusted

_LARGEST_FORM = 512 * 1024


def hand_down(
    room: Reference, *, by: str, folder: Path, parts: Collection[str], note: str, command_id: str
) -> tuple[Path, ReferencePack]:
    """Write the parts asked for, as this hub decided them, for every desk that was let in; return the file and what it holds.

    What begins on a later day goes along and holds from that day on.

    Raises ``InvalidInput`` for an unknown part or without a note, ``Refused`` when no desk was let in, ``DeviceTrouble`` when the
    medium fails: the number is used up then, and the next file takes the next.
    """
    room.sync.require(by, HAND_DOWN)
    unknown = sorted(set(parts) - set(PARTS))
    if unknown or not parts:
        raise InvalidInput("parts", f"Không có phần «{', '.join(unknown)}».", f"Chọn trong: {', '.join(PARTS)}.")
    words = checked_line(note, field="note", label="Nội dung thay đổi", longest=200, required=True)
    to = [each for each in list_trusted(room.sync) if each.role == "desk" and each.revoked_at is None]
    if not to:
        raise Refused("reference.nobody", "Chưa có máy nào ghi danh để gửi xuống.", "Cho ghi danh trước.")

    def decide(writing: Writing) -> None:
        own = room.journal.desk_id
        number = (above_floor(writing.db, SERIES, highest_number(writing.db, own, own)) or 0) + 1
        writing.add(reference_subject(own), ReferenceWritten(number=number, note=words, written_at=writing.now))

    room.journal.write(by=by, permission=HAND_DOWN, command_id=command_id, decide=decide)
    pack = _pack(room, frozenset(parts), words)
    made = write_package(room.sync, by=by, folder=folder, kind=KIND, payload=canonical(pack), to=to)
    return made.file, pack


def put_units(room: Reference, *, by: str, units: tuple[UnitChange, ...], command_id: str) -> None:
    """Keep this list of administrative units in place of the one before."""

    def decide(writing: Writing) -> None:
        writing.add(UNITS, UnitsPut(units=units))

    room.journal.write(by=by, permission=HAND_DOWN, command_id=command_id, decide=decide)


def _pack(room: Reference, parts: frozenset[str], note: str) -> ReferencePack:
    db, now = room.journal.reading(), room.journal.time.now()
    own, today = room.journal.desk_id, now.date()
    office = room.dossiers.office.book.get(db)
    slogans = [
        each
        for each in list_slogans(db)
        if each.desk == own and (each.valid_until is None or each.valid_until >= today)
    ]
    return ReferencePack(
        number=highest_number(db, own, own),
        note=note,
        written_at=now,
        procedures=procedures_from_today(room) if "catalogue" in parts else (),
        years=years_from_today(room) if "calendar" in parts else (),
        readings=own_readings(room) if "readings" in parts else (),
        wordings=office.wordings if "wordings" in parts else (),
        settings=tuple(each for each in office.settings if each.key not in SENT_SETTINGS_SKIP)
        if "settings" in parts
        else (),
        slogans=tuple(
            NewSlogan(text=each.text, valid_from=each.valid_from, valid_until=each.valid_until, source=each.source)
            for each in slogans
        )
        if "slogans" in parts
        else (),
        forms=_forms(room.sync.home.folder / "forms") if "forms" in parts else (),
        units=every_unit(db) if "units" in parts else (),
    )


def _forms(folder: Path) -> tuple[FormFile, ...]:
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    return tuple(
        FormFile(name=file.name, content=file.read_text(encoding="utf-8"))
        for file in files
        if file.stat().st_size <= _LARGEST_FORM
    )
