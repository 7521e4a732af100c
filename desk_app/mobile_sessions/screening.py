"""The screening list: who lacks papers, entered one by one, put right, and told from people who are alike."""

from desk_app.dossiers.person import Person, checked
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, InvalidInput, Refused
from desk_app.kernel.records import changed
from desk_app.kernel.texts import checked_line, folded
from desk_app.mobile_sessions import screening_facts as facts
from desk_app.mobile_sessions.areas import checked_area
from desk_app.mobile_sessions.line import END_WORDS, Line
from desk_app.mobile_sessions.lists import checked_lacks
from desk_app.mobile_sessions.matching import Key, Known
from desk_app.mobile_sessions.named import line_in
from desk_app.mobile_sessions.room import RUN, SCREEN, MobileSessions
from desk_app.mobile_sessions.screening_facts import EndReason, Found
from desk_app.mobile_sessions.tables import screening_queries


def add_line(room: MobileSessions, *, by: str, found: Found, command_id: str) -> Written:
    """Enter somebody who lacks papers; the line's id is the subject of what was written.

    Who is on the list already, of this year or an earlier one, is not entered twice: papers that the line does not name
    yet are added to it. Raises ``InvalidInput`` naming the field, ``Conflict`` when nothing would be added.
    """

    def decide(writing: Writing) -> None:
        clean = checked_found(found, writing)
        same = Known(screening_queries.every_key(writing.db)).find_same(key_of("", clean))
        if same is None:
            writing.add(writing.new_id(), facts.LineAdded(found=clean, added_at=writing.now))
        else:
            add_missing(room, writing, same.id, clean)

    return room.journal.write(by=by, permission=SCREEN, command_id=command_id, decide=decide)


def add_missing(room: MobileSessions, writing: Writing, line: str, found: Found) -> None:
    """Add what ``found`` lacks beyond the line that stands for the same person; raise ``Conflict`` for nothing new."""
    now = line_in(room, writing.db, line)
    further = further_lacks(now, found)
    if not further:
        raise Conflict(
            "sessions.known_line",
            f"{now.found.person.name} đã có trong danh sách, dòng {line[-6:]}.",
            "Không ghi thêm dòng nào; mở dòng đó.",
        )
    writing.add(line, facts.LacksAdded(lacks=further, other=found.other, added_at=writing.now))


def add_lacks(
    room: MobileSessions, *, by: str, line: str, lacks: tuple[str, ...], other: str = "", command_id: str
) -> Written:
    """Record that somebody of the list lacks further papers, also one that was there already: cards run out.

    Raises ``Refused`` for a line that has ended, ``Conflict`` when all of them lack already.
    """
    wanted, words = checked_lacks(lacks, other)

    def decide(writing: Writing) -> None:
        now = line_in(room, writing.db, line)
        require_followed(now)
        lacking = {each.key for each in now.lacks if each.settled is None}
        further = tuple(key for key in wanted if key not in lacking)
        if not further:
            raise Conflict("sessions.known_line", "Dòng này đã ghi thiếu các giấy tờ ấy.", "Chưa ghi gì.")
        writing.add(line, facts.LacksAdded(lacks=further, other=words, added_at=writing.now))

    return room.journal.write(by=by, permission=SCREEN, command_id=command_id, decide=decide)


def further_lacks(line: Line, found: Found) -> tuple[str, ...]:
    """Return the papers that ``found`` lacks and the line does not name."""
    known = {each.key for each in line.lacks}
    return tuple(key for key in found.lacks if key not in known)


def change_line(
    room: MobileSessions,
    *,
    by: str,
    line: str,
    person: Person | None = None,
    area: str | None = None,
    guardian: str | None = None,
    note: str | None = None,
    command_id: str,
) -> Written:
    """Put right what a line says of the person; None leaves a part as it is. Raises ``InvalidInput`` naming the field."""

    def decide(writing: Writing) -> None:
        now = line_in(room, writing.db, line).found
        wanted = checked_found(
            changed(
                now,
                person=now.person if person is None else person,
                area=now.area if area is None else area,
                guardian=now.guardian if guardian is None else guardian,
                note=now.note if note is None else note,
            ),
            writing,
        )
        parts = {
            name: getattr(wanted, name)
            for name in ("person", "area", "guardian", "note")
            if getattr(wanted, name) != getattr(now, name)
        }
        if not parts:
            raise Refused("sessions.nothing_changed", "Dòng này không có gì khác.", "Chưa ghi gì.")
        writing.add(line, facts.LineChanged(changed_at=writing.now, **parts))

    return room.journal.write(by=by, permission=SCREEN, command_id=command_id, decide=decide)


def end_line(
    room: MobileSessions, *, by: str, line: str, reason: EndReason, note: str = "", command_id: str
) -> Written:
    """Follow a line no more; raise ``Refused`` when it has ended, ``InvalidInput`` for «other» without a note."""
    words = checked_line(note, field="note", label="Nói rõ", longest=300, required=reason == "other")

    def decide(writing: Writing) -> None:
        require_followed(line_in(room, writing.db, line))
        writing.add(line, facts.LineEnded(reason=reason, duplicate_of="", note=words, ended_at=writing.now))

    return room.journal.write(by=by, permission=RUN, command_id=command_id, decide=decide)


def reopen_line(room: MobileSessions, *, by: str, line: str, command_id: str) -> Written:
    """Follow a line again; raise ``Refused`` when it never ended."""

    def decide(writing: Writing) -> None:
        if line_in(room, writing.db, line).ended is None:
            raise Refused("sessions.line_followed", "Dòng này vẫn đang được theo dõi.", "Chưa ghi gì.")
        writing.add(line, facts.LineReopened(reopened_at=writing.now))

    return room.journal.write(by=by, permission=RUN, command_id=command_id, decide=decide)


def merge_lines(room: MobileSessions, *, by: str, line: str, into: str, command_id: str) -> Written:
    """Let one line stand for a person who has two: ``line`` ends, what only it lacks goes to ``into``.

    A person decided that; the program never does. Raises ``Refused`` when either has ended.
    """
    if line == into:
        raise InvalidInput("into", "Hai dòng là một.", "Chọn dòng kia.")

    def decide(writing: Writing) -> None:
        gone, kept = line_in(room, writing.db, line), line_in(room, writing.db, into)
        for each in (gone, kept):
            require_followed(each)
        open_lacks = tuple(each.key for each in gone.lacks if each.settled is None)
        further = further_lacks(kept, changed(gone.found, lacks=open_lacks))
        ended = facts.LineEnded(reason="duplicate", duplicate_of=into, note="", ended_at=writing.now)
        writing.add(line, ended)
        if further:
            added = facts.LacksAdded(lacks=further, other=gone.found.other, added_at=writing.now)
            writing.add(into, added)

    return room.journal.write(by=by, permission=RUN, command_id=command_id, decide=decide)


def keep_apart(room: MobileSessions, *, by: str, line: str, other: str, command_id: str) -> Written:
    """Record that two lines that look alike mean two people: they are suggested no more."""

    def decide(writing: Writing) -> None:
        line_in(room, writing.db, other)
        subject = line_in(room, writing.db, line).id
        writing.add(subject, facts.KeptApart(other=other, decided_at=writing.now))

    return room.journal.write(by=by, permission=RUN, command_id=command_id, decide=decide)


def require_followed(line: Line) -> None:
    """Raise ``Refused`` for a line that is followed no more."""
    if line.ended is not None:
        raise Refused(
            "sessions.line_ended",
            f"Dòng {line.id[-6:]} đã thôi theo dõi: {END_WORDS[line.ended.reason]}.",
            "Mở lại dòng trước, hoặc xem dòng khác.",
        )


def checked_found(found: Found, writing: Writing) -> Found:
    """Return ``found`` with every text clean; raise ``InvalidInput`` naming the first field that cannot be right."""
    lacks, other = checked_lacks(found.lacks, found.other)
    return changed(
        found,
        person=checked(found.person, field="person", today=writing.now.date()),
        area=checked_area(found.area),
        lacks=lacks,
        other=other,
        guardian=checked_line(found.guardian, field="guardian", label="Cha, mẹ, người giám hộ", longest=120),
        told_by=checked_line(found.told_by, field="told_by", label="Người rà soát", longest=120),
        note=checked_line(found.note, field="note", label="Ghi chú", longest=300),
    )


def key_of(id_: str, found: Found) -> Key:
    """Return what tells who a described person is."""
    person = found.person
    return Key(
        id=id_,
        shown=person.name,
        name=folded(person.name),
        number=person.id_number,
        birth=person.birth_on,
        area=folded(found.area),
    )
