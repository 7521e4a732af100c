"""Putting slogans up and taking them down; entering in the journal what was played; printing the proof."""

from datetime import date, timedelta

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_day
from desk_app.office.commands import PUT_SETTING
from desk_app.office.facts import SettingPut, setting_subject
from desk_app.office.rules import checked_value
from desk_app.printing.commands import issue
from desk_app.signage import tables
from desk_app.signage.facts import Played, SloganEnded, SloganPut
from desk_app.signage.papers import proof_of_play
from desk_app.signage.played import played_between
from desk_app.signage.room import Signage
from desk_app.signage.schedule import DAYS, FROM_HOUR, FROM_MINUTE, MINUTES, TO_HOUR, Schedule

READ = "signage.read"
MANAGE = "signage.manage"
LOG = "signage.log"

LONGEST_SLOGAN = 160
_SHORT = 6
_ENDED_AFTER = timedelta(seconds=90)


class NewSlogan(Record):
    """A slogan to be shown from a day on, up to its last day or (None) until somebody ends it."""

    text: str
    valid_from: date
    valid_until: date | None = None
    source: str = ""


def put_slogan(room: Signage, *, by: str, slogan: NewSlogan, command_id: str) -> Written:
    """Put up a slogan of the office's own. Raises ``InvalidInput`` naming the field, ``Refused`` for one that stands."""
    text = checked_line(slogan.text, field="text", label="Khẩu hiệu", longest=LONGEST_SLOGAN, required=True)
    source = checked_line(slogan.source, field="source", label="Nguồn", longest=200)
    if slogan.valid_until is not None and slogan.valid_until < slogan.valid_from:
        raise InvalidInput("valid_until", "Ngày cuối ở trước ngày đầu.", "Sửa lại ngày.")

    def decide(writing: Writing) -> None:
        for each in tables.list_slogans(writing.db):
            if each.text == text and each.is_shown_on(slogan.valid_from):
                raise Refused("signage.known", "Khẩu hiệu này đang được chiếu.", "Sửa ngày của câu đang có.")
        fact = SloganPut(text=text, source=source, valid_from=slogan.valid_from, valid_until=slogan.valid_until)
        writing.add(writing.new_id(), fact)

    return room.journal.write(by=by, permission=MANAGE, command_id=command_id, decide=decide)


def end_slogan(room: Signage, *, by: str, slogan: str, last_on: date, command_id: str) -> Written:
    """Show a slogan up to ``last_on`` and no longer. Raises ``NotFound``, or ``Refused`` when it has ended before."""

    def decide(writing: Writing) -> None:
        found = tables.find_slogan(writing.db, slogan)
        if found is None:
            raise NotFound("signage.no_slogan", "Không có khẩu hiệu này.", "Xem lại danh sách khẩu hiệu.")
        if found.valid_until is not None and found.valid_until <= last_on:
            on = spoken_day(found.valid_until)
            raise Refused("signage.ended", f"Khẩu hiệu này chỉ chiếu đến hết ngày {on}.", "Không cần làm gì thêm.")
        writing.add(slogan, SloganEnded(last_on=last_on))

    return room.journal.write(by=by, permission=MANAGE, command_id=command_id, decide=decide)


def slogan_named(room: Signage, text: str) -> tables.OwnSlogan:
    """Return the slogan that people mean by its id or the end of it; raise ``NotFound``."""
    end = text.strip().lower()
    every = tables.list_slogans(room.journal.reading())
    found = [each for each in every if len(end) >= _SHORT and each.id.endswith(end)]
    if len(found) != 1:
        raise NotFound(
            "signage.no_slogan", f"Không có khẩu hiệu «{text.strip()[:40]}».", "Xem «desk signage slogans list»."
        )
    return found[0]


def put_schedule(room: Signage, *, by: str, schedule: Schedule, valid_from: date, command_id: str) -> Written:
    """Show slogans at these times from ``valid_from`` on, all settings at once; raise ``InvalidInput`` naming the key."""
    values = {
        MINUTES: str(schedule.minutes),
        FROM_MINUTE: str(schedule.from_minute),
        DAYS: schedule.days,
        FROM_HOUR: str(schedule.from_hour),
        TO_HOUR: str(schedule.to_hour),
    }
    facts = [SettingPut(key=key, valid_from=valid_from, value=checked_value(key, text)) for key, text in values.items()]
    if schedule.from_hour >= schedule.to_hour:
        raise InvalidInput(TO_HOUR, "Giờ thôi chiếu phải sau giờ bắt đầu.", "Sửa lại hai giờ.")

    def decide(writing: Writing) -> None:
        for fact in facts:
            writing.add(setting_subject(fact.key), fact)

    return room.journal.write(by=by, permission=PUT_SETTING, command_id=command_id, decide=decide)


def note_playing(room: Signage, id_: str, played: Played) -> None:
    """Keep what a screen shows just now, on the disk when this returns; nobody need be signed in.

    ``id_`` names the stretch: a later note of it takes the place of the earlier one.
    """
    with room.journal.store.writing() as db:
        tables.put_playing(db, id_, played)


def enter_played(room: Signage, *, by: str, command_id: str) -> Written:
    """Enter in the journal every stretch that has ended, also those that a power cut ended; none writes nothing."""

    def decide(writing: Writing) -> None:
        for id_, played in tables.list_playing(writing.db):
            if played.to_at <= writing.now - _ENDED_AFTER:
                writing.add(f"signage_played:{id_}", played)
                tables.drop_playing(writing.db, id_)

    return room.journal.write(by=by, permission=LOG, command_id=command_id, decide=decide)


def print_proof(
    room: Signage, *, by: str, first_on: date, last_on: date, printer: str | None = None, command_id: str
) -> Written:
    """Queue the proof of play of a period. Raises ``Refused`` when nothing was played."""
    found = played_between(room, first_on=first_on, last_on=last_on)

    def decide(writing: Writing) -> None:
        if not found.days:
            raise Refused("signage.nothing_played", "Trong kỳ này chưa chiếu khẩu hiệu nào.", "Chọn kỳ khác.")
        book = room.office.book.get(writing.db)
        on = writing.now.date()
        paper = proof_of_play(found, book.get_agency(), on, book.words_on(on))
        issue(writing, room.printing, paper, about=f"signage:{first_on}:{last_on}", printer=printer)

    return room.journal.write(by=by, permission=MANAGE, command_id=command_id, decide=decide)
