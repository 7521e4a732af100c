"""What is done at the writing table: forms go to the printer, cases are written down and put right."""

from datetime import date

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import checked_line
from desk_app.printing.commands import issue
from desk_app.writing import facts
from desk_app.writing.case import Case
from desk_app.writing.facts import Outcome
from desk_app.writing.filled import Filled
from desk_app.writing.form import Area
from desk_app.writing.layout import form_paper
from desk_app.writing.room import WritingTable
from desk_app.writing.shelf import shelf
from desk_app.writing.sitting import WRITE, Sitting, get_sitting, keep_sitting, with_form
from desk_app.writing.tables import queries
from desk_app.writing.who import person_of

CORRECT = "writing.correct"
LONGEST_MINUTES = 8 * 60
MOST_COPIES = 50


class Told(Record):
    """What a helper says about a case when the citizen gets up; ``minutes`` None: as long as the citizen sat."""

    outcome: Outcome
    organisation: str = ""
    area: Area | None = None
    minutes: int | None = None
    note: str = ""


def print_form(
    room: WritingTable, *, by: str, sitting: str, filled: Filled, command_id: str, printer: str | None = None
) -> Written:
    """Queue a filled form, ready to sign; its content leaves the queue once it is on paper.

    Raises ``NotFound`` for another helper's sitting, ``InvalidInput`` for a text that cannot be printed.
    """
    now = get_sitting(room, by=by, id_=sitting)
    form = shelf(room).get(filled.form, _today(room))
    paper = form_paper(form, filled)

    def decide(writing: Writing) -> None:
        issue(writing, room.printing, paper, about=now.id, printer=printer)

    written = room.journal.write(by=by, permission=WRITE, command_id=command_id, decide=decide)
    printed = (*(each for each in now.printed if each != form.key), form.key)
    keep_sitting(room, by=by, sitting=changed(with_form(now, filled), printed=printed))
    return written


def print_blank(
    room: WritingTable, *, by: str, form: str, copies: int = 1, command_id: str, printer: str | None = None
) -> Written:
    """Queue empty forms to be filled in by hand; raise ``NotFound`` for an unknown form, ``InvalidInput`` for the number."""
    if not 1 <= copies <= MOST_COPIES:
        raise InvalidInput("copies", f"Số tờ phải từ 1 đến {MOST_COPIES}.", "Hãy sửa số tờ.")
    blank = form_paper(shelf(room).get(form, _today(room)))

    def decide(writing: Writing) -> None:
        for _sheet in range(copies):
            issue(writing, room.printing, blank, about=f"form:{form}", printer=printer)

    return room.journal.write(by=by, permission=WRITE, command_id=command_id, decide=decide)


def write_down(room: WritingTable, *, by: str, sitting: str, told: Told, command_id: str) -> Written:
    """Enter a case: who was served, with which forms, for how long, and what came of it.

    Raises ``NotFound`` for another helper's sitting, ``Refused`` when it was written down before, ``InvalidInput``.
    """
    now = get_sitting(room, by=by, id_=sitting)
    organisation = _line(told.organisation, "organisation", "Đoàn thể", 120)
    note = _line(told.note, "note", "Ghi chú", 300)
    person = person_of(now, shelf(room).on(_today(room)))
    area = told.area or _area_of(room, now)

    def decide(writing: Writing) -> None:
        if queries.find_case(writing.db, now.id) is not None:
            raise Refused(
                "writing.twice", "Lượt viết này đã được ghi.", "Xem trong danh sách hôm nay; sửa ở đó nếu cần."
            )
        sat_min = round((writing.now - now.sat_at).total_seconds() / 60)
        minutes = checked_minutes(told.minutes if told.minutes is not None else min(max(sat_min, 1), LONGEST_MINUTES))
        fact = facts.Written(
            organisation=organisation,
            forms=_forms_of(now),
            area=area,
            outcome=told.outcome,
            minutes=minutes,
            person=person.name if person else "",
            number_end=person.id_number[-3:] if person else "",
            note=note,
            sat_at=now.sat_at,
            written_at=writing.now,
        )
        writing.add(now.id, fact)

    written = room.journal.write(by=by, permission=WRITE, command_id=command_id, decide=decide)
    keep_sitting(room, by=by, sitting=changed(now, is_written_down=True))
    return written


def correct_case(
    room: WritingTable,
    *,
    by: str,
    case: str,
    reason: str,
    outcome: Outcome | None = None,
    minutes: int | None = None,
    void: bool = False,
    command_id: str,
) -> Written:
    """Put a case right, or take it back. Helpers correct their own of the same day, an officer anybody's.

    Raises ``NotFound``, ``NotAllowed`` for another's or an older case, ``Refused`` when nothing changes.
    """
    words = _line(reason, "reason", "Lý do", 200, required=True)
    permission = WRITE if is_own_today(room, by, case) else CORRECT

    def decide(writing: Writing) -> None:
        now = _case_in(writing, case)
        fact = facts.Corrected(
            outcome=outcome or now.outcome,
            minutes=checked_minutes(now.minutes if minutes is None else minutes),
            void=void,
            reason=words,
            corrected_at=writing.now,
        )
        if (fact.outcome, fact.minutes, fact.void) == (now.outcome, now.minutes, now.void):
            raise Refused("writing.unchanged", "Không có gì thay đổi.", "Chưa ghi gì.")
        writing.add(case, fact)

    return room.journal.write(by=by, permission=permission, command_id=command_id, decide=decide)


def is_own_today(room: WritingTable, by: str, case: str) -> bool:
    """Tell whether a case is one's own and of today; an unknown one is nobody's."""
    found = queries.find_case(room.journal.reading(), case)
    return found is not None and found.helper == by and found.written_at.date() == _today(room)


def checked_minutes(minutes: int) -> int:
    """Return the minutes of a case; raise ``InvalidInput`` outside of 1 to 480."""
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise InvalidInput("minutes", f"Số phút phải từ 1 đến {LONGEST_MINUTES}.", "Hãy sửa số phút.")
    return minutes


def organisation_of(room: WritingTable, account: str) -> str:
    """Return for whom a helper is taken to stand: as the last time, else what their account says."""
    last = queries.last_organisation(room.journal.reading(), account)
    helper = room.accounts.present_book().find(account)
    return last if last is not None else helper.title if helper is not None else ""


def _case_in(writing: Writing, case: str) -> Case:
    found = queries.find_case(writing.db, case)
    if found is None:
        raise NotFound("writing.no_case", "Không có lượt viết này.", "Xem lại danh sách hôm nay.")
    return found


def _forms_of(sitting: Sitting) -> tuple[str, ...]:
    """Return the forms that were really written: printed ones, else those with something in them."""
    return sitting.printed or tuple(each.form for each in sitting.forms if each.values)


def _area_of(room: WritingTable, sitting: Sitting) -> Area:
    areas = {form.key: form.area for form in shelf(room).on(_today(room))}
    return next((areas[key] for key in _forms_of(sitting) if key in areas), "other")


def _today(room: WritingTable) -> date:
    return room.journal.time.now().date()


def _line(text: str, field: str, label: str, longest: int, *, required: bool = False) -> str:
    return checked_line(text, field=field, label=label, longest=longest, required=required)
