"""Taking money for a dossier, and giving it back."""

from dataclasses import dataclass, replace
from datetime import date

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.facts import Registered
from desk_app.fees.facts import FeePaid, FeeReturned, Way, fee_subject
from desk_app.fees.numbering import following, series_of
from desk_app.fees.payment import Move
from desk_app.fees.printing import issue_slip
from desk_app.fees.room import Fees
from desk_app.fees.tables import queries
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.texts import checked_line, dong
from desk_app.storage.engine import Database

TAKE = "fees.take"
MOST = 1_000_000_000
"""The largest amount of đồng that is believed: more is a slip of the finger."""

_REASON_LENGTH = 200


@dataclass(frozen=True, kw_only=True)
class Payment:
    """What is paid: ``amount`` None is what is due; an empty ``payer`` is the applicant."""

    amount: int | None = None
    way: Way = "cash"
    payer: str = ""
    reason: str = ""


def pay(
    room: Fees,
    *,
    by: str,
    dossier: str,
    payment: Payment,
    slip_wanted: bool = False,
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Take the money for a dossier and, when wanted, queue its slip; the payment's number is in the fact.

    Raises ``Refused`` when it was paid for already, ``InvalidInput`` for an amount that cannot be, or for one other than
    what is due without a reason. Nothing is written then.
    """
    clean = replace(
        payment,
        reason=checked_line(payment.reason, field="reason", label="Lý do", longest=_REASON_LENGTH),
        payer=checked_line(payment.payer, field="payer", label="Người nộp tiền", longest=_REASON_LENGTH),
    )

    def decide(writing: Writing) -> None:
        registered = dossier_in(room.dossiers, writing.db, dossier).registered
        _require_unpaid(writing.db, dossier, registered.code)
        amount = _checked_amount(clean.amount, registered.fee, clean.reason)
        fact = _taken(room, writing, registered, clean, amount)
        writing.add(fee_subject(dossier), fact)
        if slip_wanted:
            issue_slip(room, writing, dossier, fact, registered.procedure_name, printer=printer)

    return room.journal.write(by=by, permission=TAKE, command_id=command_id, decide=decide)


def give_back(
    room: Fees,
    *,
    by: str,
    dossier: str,
    reason: str,
    number: str = "",
    mistake: bool = False,
    command_id: str,
) -> Written:
    """Give a payment back whole, or with ``mistake`` enter that it was entered wrongly; it can then be paid anew.

    ``number`` says which, needed only where two desks took money. Raises ``Refused`` when nothing is paid or two
    payments stand, ``NotFound`` for a number that is not among them, ``InvalidInput`` without a reason.
    """
    why = checked_line(reason, field="reason", label="Lý do", longest=_REASON_LENGTH, required=True)

    def decide(writing: Writing) -> None:
        paid = _standing(writing.db, dossier, number)
        fact = FeeReturned(
            number=paid.number,
            code=paid.code,
            procedure=paid.procedure,
            field=paid.field,
            amount=paid.amount,
            way=paid.way,
            reason=why,
            mistake=mistake,
            day=cash_day(room, writing.db, writing.by, writing.now.date()),
            returned_at=writing.now,
        )
        writing.add(fee_subject(dossier), fact)

    return room.journal.write(by=by, permission=TAKE, command_id=command_id, decide=decide)


def cash_day(room: Fees, db: Database, officer: str, today: date) -> date:
    """Return the cash day that an officer's money of this moment belongs to: today, or once it is closed the next one.

    A closed day was counted and signed: what comes later lies in the drawer of the next working day.
    """
    calendar, day = room.working_time.calendar.get(db), today
    while queries.closings_of_day(db, day, room.journal.desk_id, officer):
        day = calendar.working_day_after(day)
    return day


def _taken(room: Fees, writing: Writing, registered: Registered, payment: Payment, amount: int) -> FeePaid:
    today = writing.now.date()
    highest = queries.highest_number(writing.db, series_of(today), room.journal.desk_id)
    return FeePaid(
        number=following(highest, room.desk_number, today),
        code=registered.code,
        procedure=registered.procedure,
        field=registered.procedure_field,
        payer=payment.payer or registered.applicant.name,
        amount=amount,
        due=registered.fee,
        way=payment.way,
        reason=payment.reason,
        day=cash_day(room, writing.db, writing.by, today),
        paid_at=writing.now,
    )


def _require_unpaid(db: Database, dossier: str, code: str) -> None:
    standing = queries.money_of(db, dossier).standing
    if standing:
        paid = standing[0]
        raise Refused(
            "fees.already_paid",
            f"Hồ sơ {code} đã thu {dong(paid.amount)}, phiếu {paid.number}.",
            "Chưa thu thêm gì. Thu sai thì trả lại phiếu cũ, rồi thu lại.",
        )


def _checked_amount(amount: int | None, due: int | None, reason: str) -> int:
    """Return what is paid; the reason stands for every amount other than the one due."""
    if amount is None and due is None:
        raise InvalidInput("amount", "Mức thu của hồ sơ này chưa nêu.", "Hãy ghi số tiền và lý do.")
    paid = due if amount is None else amount
    assert paid is not None
    if not 0 <= paid <= MOST:
        raise InvalidInput("amount", f"Không thu được {dong(paid)}.", "Ghi số tiền từ 0 đồng trở lên, không dấu phẩy.")
    if paid != due and not reason:
        stated = "chưa nêu" if due is None else dong(due)
        raise InvalidInput("reason", f"Số tiền khác mức phải thu ({stated}).", "Hãy ghi lý do, như «miễn: hộ nghèo».")
    if paid == 0 and due == 0:
        raise Refused("fees.nothing_due", "Hồ sơ này không phải nộp tiền.", "Không cần phiếu thu.")
    return paid


def _standing(db: Database, dossier: str, number: str) -> Move:
    standing = queries.money_of(db, dossier).standing
    if not standing:
        raise Refused("fees.not_paid", "Hồ sơ này chưa thu tiền.", "Không có gì để trả lại.")
    if number:
        found = next((move for move in standing if move.number == number.strip().upper()), None)
        if found is None:
            names = ", ".join(move.number for move in standing)
            raise NotFound("fees.no_payment", f"Hồ sơ không có phiếu thu «{number}».", f"Đang có: {names}.")
        return found
    if len(standing) > 1:
        names = ", ".join(move.number for move in standing)
        raise Refused("fees.which", "Hồ sơ đã thu hai lần, ở hai máy.", f"Hãy nói trả lại phiếu nào: {names}.")
    return standing[0]
