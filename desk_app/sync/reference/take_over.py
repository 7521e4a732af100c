"""Taking reference data over: a look at every change first, then each through its room's own command."""

import re
from pathlib import Path

from desk_app.catalogue.commands import publish
from desk_app.catalogue.difference import difference
from desk_app.dossiers.moved_dates import MovedDate, moved_dates
from desk_app.journal.write_door import Writing
from desk_app.kernel.errors import Refused
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.records import Record, WireError, from_json
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.office.commands import put_setting, put_wording
from desk_app.signage.commands import put_slogan
from desk_app.signage.tables import list_slogans
from desk_app.sync import rejections
from desk_app.sync.package import open_package
from desk_app.sync.reference.facts import UNITS, ReferenceTaken, UnitsPut, reference_subject
from desk_app.sync.reference.pack import KIND, FormFile, ReferencePack
from desk_app.sync.reference.room import TAKE, Reference
from desk_app.sync.reference.tables import every_unit, highest_number
from desk_app.sync.whole_file import disk_trouble
from desk_app.working_time.commands import import_year, put_reading
from desk_app.working_time.year_changes import changes

_FORM_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}\.json", re.ASCII)


class ReferencePreview(Record):
    """What taking a file over would change, line by line.

    ``dossiers`` are open ones that would be due another day, counted anew: dates already promised stay. ``is_known`` when it,
    or a later one, was taken before.
    """

    number: int
    note: str
    writer: str
    writer_label: str
    is_known: bool
    lines: tuple[str, ...]
    dossiers: tuple[MovedDate, ...]


def look_at(room: Reference, *, by: str, file: Path) -> ReferencePreview:
    """Return what a file of reference data would change here.

    Raises ``BundleRejected`` unless it is whole, for this desk and signed by a hub it trusts; ``NotAllowed``.
    """
    room.sync.require(by, TAKE)
    pack, writer, label = _opened(room, file)
    known = highest_number(room.journal.reading(), writer, room.journal.desk_id)
    return ReferencePreview(
        number=pack.number,
        note=pack.note,
        writer=writer,
        writer_label=label,
        is_known=pack.number <= known,
        lines=tuple(_lines(room, pack)),
        dossiers=_moved(room, pack),
    )


def take_over(room: Reference, *, by: str, file: Path) -> ReferencePreview:
    """Take a file over and return what it changed; once more, or after an interruption, it only brings what is missing.

    Raises what ``look_at`` does, ``Refused`` for an older file than was taken before, and what a part's own rules refuse: parts
    before it stay taken, and the file may be taken again.
    """
    seen = look_at(room, by=by, file=file)
    pack, writer, _label = _opened(room, file)
    if pack.number < highest_number(room.journal.reading(), writer, room.journal.desk_id):
        raise Refused(
            "reference.older",
            f"Bản số {pack.number} cũ hơn bản đã nhận.",
            "Chưa đổi gì. Hãy dùng bản mới nhất của tuyến trên.",
        )
    _take(room, by, pack, writer)
    return seen


def _opened(room: Reference, file: Path) -> tuple[ReferencePack, str, str]:
    with open_package(room.sync, file, kind=KIND) as opened:
        writer = opened.writer
        if writer is not None and writer.role != "hub":
            raise rejections.ForeignKey(desk=writer.label)
        try:
            pack = from_json(opened.content(), ReferencePack)
        except WireError:
            raise rejections.Newer(file=file.name, what="dữ liệu tham chiếu") from None
        label = "máy này" if writer is None else writer.label
        return pack, opened.cover.desk, label


def _take(room: Reference, by: str, pack: ReferencePack, writer: str) -> None:
    def id_of(part: str) -> str:
        # The same file gives the same commands: what was taken before an interruption is not taken twice.
        return command_id_of(f"{room.journal.desk_id}/{writer}/{pack.number}/{part}")

    rooms = room.dossiers
    if pack.procedures:
        publish(rooms.catalogue, by=by, procedures=pack.procedures, command_id=id_of("catalogue"))
    for year in pack.years:
        import_year(rooms.working_time, by=by, year=year, command_id=id_of(f"calendar {year.year}"))
    for reading in pack.readings:
        if reading not in rooms.working_time.present_readings():
            put_reading(rooms.working_time, by=by, reading=reading, command_id=id_of(f"reading {reading.valid_from}"))
    for setting in pack.settings:
        id_ = id_of(f"setting {setting.key} {setting.valid_from}")
        put_setting(
            rooms.office, by=by, key=setting.key, value=setting.value, valid_from=setting.valid_from, command_id=id_
        )
    for wording in pack.wordings:
        id_ = id_of(f"wording {wording.key} {wording.valid_from}")
        put_wording(
            rooms.office, by=by, key=wording.key, text=wording.text, valid_from=wording.valid_from, command_id=id_
        )
    own = {each.text for each in list_slogans(room.journal.reading())}
    for place, slogan in enumerate(each for each in pack.slogans if each.text not in own):
        put_slogan(room.signage, by=by, slogan=slogan, command_id=id_of(f"slogan {place} {slogan.text}"))
    _keep_forms(room, pack.forms)
    _note(room, by, pack, writer, id_of("taken"))


def _note(room: Reference, by: str, pack: ReferencePack, writer: str, command_id: str) -> None:
    def decide(writing: Writing) -> None:
        if pack.units and pack.units != every_unit(writing.db):
            writing.add(UNITS, UnitsPut(units=pack.units))
        fact = ReferenceTaken(writer=writer, number=pack.number, note=pack.note, taken_at=writing.now)
        writing.add(reference_subject(writer), fact)

    room.journal.write(by=by, permission=TAKE, command_id=command_id, decide=decide)


def _keep_forms(room: Reference, forms: tuple[FormFile, ...]) -> None:
    folder = room.sync.home.folder / "forms"
    with disk_trouble(folder):
        for form in forms:
            if not _FORM_NAME.fullmatch(form.name):
                raise Refused(
                    "reference.form_name", f"Tên mẫu đơn «{form.name[:60]}» không dùng được.", "Mẫu này không ghi."
                )
            folder.mkdir(exist_ok=True)
            part = folder / f"{form.name}.part"
            part.write_text(form.content, encoding="utf-8")
            part.replace(folder / form.name)


def _lines(room: Reference, pack: ReferencePack) -> list[str]:
    rooms, db = room.dossiers, room.journal.reading()
    lines = []
    for change in difference(rooms.catalogue.book.get(db), pack.procedures):
        if change.kind != "unchanged":
            lines.append(f"{change.code} {change.name}, từ {spoken_day(change.valid_from)}")
            lines += [f"  {line}" for line in change.lines]
    before = rooms.working_time.calendar.get(db)
    for year in pack.years:
        days = changes(before.years.get(year.year), year)
        lines += [f"Lịch {year.year}: {spoken_day(day.on)}: {day.before or '–'} → {day.after or '–'}" for day in days]
    office = rooms.office.book.get(db)
    lines += [
        f"Quy định «{each.key}» từ {spoken_day(each.valid_from)}: {each.value}"
        for each in pack.settings
        if each not in office.settings
    ]
    lines += [
        f"Câu chữ «{each.key}» từ {spoken_day(each.valid_from)}: {each.text or 'như ban đầu'}"
        for each in pack.wordings
        if each not in office.wordings
    ]
    own = {each.text for each in list_slogans(db)}
    lines += [f"Khẩu hiệu mới: {each.text}" for each in pack.slogans if each.text not in own]
    readings = rooms.working_time.readings.get(db)
    lines += [f"Cách tính thời hạn từ {spoken_day(each.valid_from)}" for each in pack.readings if each not in readings]
    lines += [f"Mẫu đơn: {form.name}" for form in pack.forms]
    if pack.units and pack.units != every_unit(db):
        lines.append(f"Đơn vị hành chính cũ – mới: {quantity(len(pack.units))} dòng")
    return lines


def _moved(room: Reference, pack: ReferencePack) -> tuple[MovedDate, ...]:
    after = room.dossiers.working_time.present_calendar()
    for year in pack.years:
        after = after.with_year(year)
    return moved_dates(room.dossiers, after) if pack.years else ()
