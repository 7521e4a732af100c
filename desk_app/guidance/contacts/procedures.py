"""The list of procedures that the office guides on: dated, each version naming the decision it rests on."""

from dataclasses import dataclass
from datetime import date

from desk_app.catalogue.procedure import Procedure
from desk_app.guidance.contacts.facts import ProcedureListPut, list_subject
from desk_app.guidance.room import Guidance
from desk_app.guidance.tables.contacts import find_list
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import checked_line

PUT_PROCEDURES = "guidance.put_procedures"


@dataclass(frozen=True, kw_only=True)
class GuidedList:
    """What the office guides on on a day; without a list (``valid_from`` None) on everything in the catalogue."""

    valid_from: date | None
    basis: str
    procedures: tuple[Procedure, ...]


def put_procedure_list(
    room: Guidance, *, by: str, codes: tuple[str, ...], valid_from: date, basis: str = "", command_id: str
) -> Written:
    """Lay down on which procedures the office guides from ``valid_from`` on; the order given does not matter.

    Raises ``InvalidInput`` for an empty list, ``NotFound`` for a procedure that is not in force on that day.
    """
    words = checked_line(basis, field="basis", label="Căn cứ", longest=200)
    unique = tuple(sorted(set(codes)))
    if not unique:
        raise InvalidInput("codes", "Danh sách chưa có thủ tục nào.", "Chọn ít nhất một thủ tục.")

    def decide(writing: Writing) -> None:
        book = room.catalogue.book.get(writing.db)
        for code in unique:
            book.procedure_on(code, valid_from)
        fact = ProcedureListPut(valid_from=valid_from, codes=unique, basis=words)
        writing.add(list_subject(room.journal.desk_id), fact)

    return room.journal.write(by=by, permission=PUT_PROCEDURES, command_id=command_id, decide=decide)


def guided_procedures(room: Guidance, day: date) -> GuidedList:
    """Return the procedures guided on on ``day``, in the Vietnamese order of names; those no longer in force left out."""
    db = room.journal.reading()
    current = room.catalogue.book.get(db).current(day)
    kept = find_list(db, day, room.own_desks(db))
    if kept is None:
        return GuidedList(valid_from=None, basis="", procedures=current)
    codes = frozenset(kept.codes)
    guided = tuple(each for each in current if each.code in codes)
    return GuidedList(valid_from=kept.valid_from, basis=kept.basis, procedures=guided)
