"""Registering a dossier: code, promise, journal entry and receipt in one durable transaction."""

from datetime import date, datetime

from desk_app.catalogue.fees import amount, spoken_fee
from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers import mark, numbering
from desk_app.dossiers.facts import Registered
from desk_app.dossiers.form import Form, cleaned, is_late, require_own_promise, require_return_way
from desk_app.dossiers.papers import Receipt, receipt
from desk_app.dossiers.plan import Plan, planned
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.tables import queries
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.texts import dong
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.printing.blocks import Paper
from desk_app.printing.commands import issue

REGISTER = "dossiers.register"


def register(room: Dossiers, *, by: str, form: Form, command_id: str, printer: str | None = None) -> Written:
    """Register a dossier and queue its receipt; the dossier's id is the subject of what was written.

    Raises ``InvalidInput`` naming the field, ``NotFound`` for an unknown procedure, ``Refused`` where the result may not be
    returned the way asked for or the day's numbers are used up. Then nothing is written.
    """

    def decide(writing: Writing) -> None:
        dossier, fact = entered(room, writing, form)
        issue(writing, room.printing, receipt_of(room, writing, fact), about=dossier, printer=printer)

    return room.journal.write(by=by, permission=REGISTER, command_id=command_id, decide=decide)


def entered(room: Dossiers, writing: Writing, form: Form) -> tuple[str, Registered]:
    """Enter a registration within an open write; return the new dossier's id and its fact.

    Raises what ``register`` raises.
    """
    clean = cleaned(form, now=writing.now)
    received_at = clean.received_at or writing.now.replace(microsecond=0)
    procedure = room.catalogue.book.get(writing.db).procedure_on(clean.procedure, received_at.date())
    require_return_way(clean, procedure)
    require_own_promise(clean, procedure)
    plan = planned(
        procedure,
        received_at,
        room.working_time.calendar.get(writing.db),
        room.working_time.readings.get(writing.db),
        extended=clean.extended,
        promised_at=clean.promised_at,
    )
    code = next_code(room, writing, received_at.date())
    fact = _registered(code, clean, procedure, plan, received_at, writing.now)
    dossier = writing.new_id()
    writing.add(dossier, fact)
    return dossier, fact


def receipt_of(room: Dossiers, writing: Writing, fact: Registered, *, edition: int = 1) -> Paper:
    """Return the receipt of a registration as it stands now, bearing this edition in its mark."""
    office = room.office.book.get(writing.db)
    return receipt(
        Receipt(
            fact=fact,
            agency=office.get_agency(),
            officer=room.accounts.book.get(writing.db).get(writing.by).name,
            scan_text=mark.receipt_text(fact.code, get_secret(writing.db, RECEIPT_KEY), edition=edition),
            copies=office.number_on("receipt_copies", fact.received_at.date()),
            words=office.words_on(fact.received_at.date()),
        )
    )


def next_code(room: Dossiers, writing: Writing, on: date) -> str:
    """Return the next code of this desk's block for a day; raise ``Refused`` when the block is used up."""
    office_code = room.office.book.get(writing.db).get_agency().code
    for run in numbering.runs(office_code, room.desk_number, on):
        code = numbering.following(run, queries.highest_code(writing.db, run, room.journal.desk_id))
        if code is not None:
            queries.take_code(writing.db, run, code)
            return code
    raise numbering.used_up(on)


def _registered(
    code: str, form: Form, procedure: Procedure, plan: Plan, received_at: datetime, now: datetime
) -> Registered:
    fee, fee_words = fee_of(form, procedure)
    return Registered(
        code=code,
        received_at=received_at,
        entered_at=now,
        procedure=procedure.code,
        procedure_name=procedure.name,
        procedure_field=procedure.field,
        procedure_from=procedure.valid_from,
        applicant=form.applicant,
        subject=form.subject,
        authorised=form.authorised,
        papers=form.papers,
        copies=form.copies,
        fee=fee,
        fee_words=fee_words,
        channel=form.channel,
        return_by=form.return_by,
        return_to=form.return_to or ("" if form.return_by == "counter" else form.applicant.address),
        signs_register=procedure.signs_register,
        term=plan.term,
        extended=form.extended,
        due_at=plan.due_at,
        due_on=plan.due_on,
        legs=plan.legs,
        note=form.note,
        priority=form.priority,
        late=is_late(form, now),
        paper_number=form.paper_number,
        origin=form.origin,
    )


def fee_of(form: Form, procedure: Procedure) -> tuple[int | None, str]:
    """Return the fee in đồng, None when nobody stated one, and its words for the receipt."""
    stated = amount(procedure.fee, pages=form.pages, copies=form.copies)
    if form.fee_reason:
        paid = form.fee or 0
        return paid, f"{dong(paid)} ({form.fee_reason})" if paid else f"miễn ({form.fee_reason})"
    fee = stated if form.fee is None else form.fee
    if fee is None:
        return None, spoken_fee(procedure.fee)
    return fee, dong(fee) if fee else "không thu"
