"""Changing the catalogue."""

from collections.abc import Sequence
from datetime import date

from desk_app.catalogue.facts import ProcedureEnded, ProcedurePublished, subject_of
from desk_app.catalogue.procedure import Procedure
from desk_app.catalogue.room import Catalogue
from desk_app.catalogue.rules import check
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import NotFound
from desk_app.kernel.texts import checked_line

PUBLISH_CATALOGUE = "catalogue.publish"


def publish(room: Catalogue, *, by: str, procedures: Sequence[Procedure], command_id: str) -> Written:
    """Publish each version that is new or differs from the one standing here; nothing at all when one is invalid.

    Raises ``InvalidInput`` as ``check`` does.
    """
    for procedure in procedures:
        check(procedure)

    def decide(writing: Writing) -> None:
        book = room.book.get(writing.db)
        for procedure in procedures:
            if book.find_version(procedure.code, procedure.valid_from) != procedure:
                writing.add(subject_of(procedure.code), ProcedurePublished(procedure=procedure))

    return room.journal.write(by=by, permission=PUBLISH_CATALOGUE, command_id=command_id, decide=decide)


def end_procedure(room: Catalogue, *, by: str, code: str, last_on: date, reason: str, command_id: str) -> Written:
    """End a procedure after ``last_on``, its last day; a version published later than this brings it back.

    Raises ``NotFound`` for an unknown code and ``InvalidInput`` without a reason.
    """
    why = checked_line(reason, field="reason", label="Lý do", longest=1_000, required=True)

    def decide(writing: Writing) -> None:
        if code not in room.book.get(writing.db).versions:
            raise NotFound("catalogue.unknown", f"Danh mục không có thủ tục mã {code}.", "Hãy xem lại mã thủ tục.")
        writing.add(subject_of(code), ProcedureEnded(code=code, last_on=last_on, reason=why))

    return room.journal.write(by=by, permission=PUBLISH_CATALOGUE, command_id=command_id, decide=decide)
