"""Putting a registration right: what would change, who may do it, and the receipt that takes the old one's place.

A due date is the office's promise, and only its head may ask for another one (Nghị định 61/2018, Điều 19.9): moving it by
hand takes a leader, and a later one counts as the re-appointment there may be (``reappointment``). A wrongly chosen
procedure is an officer's mistake; its date then follows from the calculator.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.accounts.authorise import require_allowed
from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers import correction_checks as checks
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.correction_fields import LABELS, corrected, value_in, with_value
from desk_app.dossiers.correction_paper import issue_anew
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import Change, Corrected, Registered, Replanned
from desk_app.dossiers.form import cleaned
from desk_app.dossiers.plan import planned
from desk_app.dossiers.reappointment import is_reappointment
from desk_app.dossiers.received_under import received_under
from desk_app.dossiers.register import fee_of
from desk_app.dossiers.room import Dossiers
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.records import changed
from desk_app.kernel.texts import checked_line
from desk_app.storage.engine import Database

CORRECT = "dossiers.correct"
CORRECT_CLOSED = "dossiers.correct_closed"
MOVE_DUE = "dossiers.move_due"


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What a correction would change, and the registration as it would leave it; ``needs`` are further permissions.

    ``reappoints``: the date it sets counts as the one re-appointment there may be.
    """

    changes: tuple[Change, ...]
    replanned: Replanned | None
    after: Registered
    needs: tuple[str, ...]
    reappoints: bool


def correct(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    wanted: Sequence[checks.Wanted],
    reason: str,
    reissue: bool = False,
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Put fields of a registration right; with ``reissue`` the receipt is made out anew and queued with it.

    Raises ``InvalidInput`` naming the field, ``NotAllowed`` where a leader must do it, ``Refused`` where nothing would change or
    the state forbids it. Then nothing is written.
    """
    why = checked_line(reason, field="reason", label="Lý do sửa", longest=500, required=True)

    def decide(writing: Writing) -> None:
        now = dossier_in(room, writing.db, dossier)
        correction = planned_correction(room, writing.db, now, wanted, writing.now)
        book = room.accounts.book.get(writing.db)
        for permission in correction.needs:
            require_allowed(book, writing.by, permission, writing.now.date())
        checks.require_changes(correction.changes)
        fields = {change.field for change in correction.changes}
        fact = Corrected(
            changes=correction.changes,
            replanned=correction.replanned,
            reason=why,
            corrected_at=writing.now,
            reissued=reissue,
            settles=tuple(each.entry for each in now.findings if each.field in fields),
        )
        writing.add(dossier, fact)
        if reissue:
            issue_anew(writing, room, dossier_in(room, writing.db, dossier), now, printer=printer)

    return room.journal.write(by=by, permission=CORRECT, command_id=command_id, decide=decide)


def planned_correction(
    room: Dossiers, db: Database, dossier: Dossier, wanted: Sequence[checks.Wanted], now: datetime
) -> Correction:
    """Return what ``correct`` would write; raises what it would raise, but for missing permissions and no changes."""
    before = dossier.registered
    asked = checks.checked_wanted(before, wanted)
    procedure, replanned = _procedure(room, db, dossier, asked)
    after = before
    if replanned is not None:
        after = corrected(after, _only(replanned))
    for each in asked:
        after = with_value(after, each.field, each.value)
    after = _clean(after, procedure, asked, now)
    due_by_hand = after.due_at != (replanned or before).due_at
    checks.require_open_due(dossier, after)
    if due_by_hand:
        checks.require_first_appointment(dossier, after.due_at, now)
    changes = tuple(
        Change(field=field, old=old, new=new)
        for field in LABELS
        if (old := value_in(before, field)) != (new := value_in(after, field))
    )
    needs = (*((CORRECT_CLOSED,) if checks.is_closed(dossier) else ()), *((MOVE_DUE,) if due_by_hand else ()))
    if replanned is not None:
        replanned = changed(replanned, fee_words=after.fee_words)
    reappoints = due_by_hand and is_reappointment(before, after.due_at, now)
    return Correction(changes=changes, replanned=replanned, after=after, needs=needs, reappoints=reappoints)


def _procedure(
    room: Dossiers, db: Database, dossier: Dossier, asked: Sequence[checks.Wanted]
) -> tuple[Procedure | None, Replanned | None]:
    """Return the procedure that holds from now on, and what it promises where it is another one than before."""
    before = dossier.registered
    code = next((str(each.value) for each in asked if each.field == "procedure"), before.procedure)
    if code == before.procedure:
        return received_under(room, db, before), None
    checks.require_untouched(dossier)
    procedure = room.catalogue.book.get(db).procedure_on(code, before.received_at.date())
    plan = planned(
        procedure,
        before.received_at,
        room.working_time.calendar.get(db),
        room.working_time.readings.get(db),
        promised_at=before.due_at,
    )
    replanned = Replanned(
        procedure_name=procedure.name,
        procedure_field=procedure.field,
        procedure_from=procedure.valid_from,
        signs_register=procedure.signs_register,
        term=plan.term,
        extended=False,
        due_at=plan.due_at,
        due_on=plan.due_on,
        legs=plan.legs,
        fee_words="",
    )
    return procedure, replanned


def _only(replanned: Replanned) -> Corrected:
    return Corrected(
        changes=(), replanned=replanned, reason="", corrected_at=replanned.due_at, reissued=False, settles=()
    )


def _clean(after: Registered, procedure: Procedure | None, asked: Sequence[checks.Wanted], now: datetime) -> Registered:
    """Return the registration with every text clean, its way of return allowed, its fee in words."""
    fields = {each.field for each in asked}
    form = cleaned(checks.form_of(after, keeps_fee="procedure" not in fields or "fee" in fields), now=now)
    if procedure is not None and fields & {"return_by", "return_to", "procedure"}:
        checks.require_way(form, procedure)
    values = {name: getattr(form, name) for name in checks.OF_FORM}
    if procedure is not None and "procedure" in fields:
        values["fee"], values["fee_words"] = fee_of(form, procedure)
    if form.return_by == "counter":
        values["return_to"] = ""
    elif not form.return_to:
        values["return_to"] = form.applicant.address
    return changed(after, **values)
