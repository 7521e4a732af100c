"""What the page of fees asks of the desk; every function runs on a job's thread."""

from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.accounts.rules import allows
from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.numbering import tail
from desk_app.fees import commands
from desk_app.fees.closing import Count, close_day
from desk_app.fees.day import report
from desk_app.fees.due import Unpaid, list_unpaid
from desk_app.fees.facts import FeePaid, FeeReturned
from desk_app.fees.numbering import following, number_in, series_of
from desk_app.fees.payment import Move
from desk_app.fees.printing import READ, find_slip, print_day, print_slip
from desk_app.fees.tables import queries
from desk_app.kernel.errors import Refused
from desk_app.kernel.records import from_json
from desk_app.kernel.time_source import moment
from desk_app.printing.commands import copy_paper
from desk_app.storage.engine import Database
from ui.fees.state import Row, Seen


@dataclass(frozen=True, kw_only=True)
class Done:
    """What was written: the payment's number, the amount, and the cash day."""

    number: str
    amount: int
    day: date


def seen(desk: Desk, by: str, days: int, picked: str) -> Seen:
    """Return the page: ``days`` of receipts, and the dossier ``picked`` by a scan wherever it was received.

    Who takes money sees their own drawer, anybody else the whole desk. Raises ``NotAllowed``.
    """
    desk.require(by, READ)
    room, db, today = desk.fees, desk.journal.reading(), desk.journal.time.now().date()
    own = by if _takes(desk, by) else ""
    owed = list_unpaid(room, first_on=today - timedelta(days=days - 1), last_on=today, desk=desk.card.desk_id)
    cash_day = commands.cash_day(room, db, by, today)
    moves = [each for day in sorted({today, cash_day}) for each in _moves(desk, day, own)]
    rows = (*(_unpaid_row(each) for each in owed), *_paid_rows(desk, moves))
    if picked and all(row.id != picked for row in rows):
        rows = (_picked_row(desk, db, picked), *rows)
    found = report(room, day=today, officer=own)
    return Seen(
        rows=rows,
        report=found,
        cash_day=cash_day,
        to_close=_to_close(desk, by, today, is_closed=found.is_closed) if own else None,
        next_number=_next_number(desk, db, today),
    )


def pay(desk: Desk, by: str, dossier: str, payment: commands.Payment, command_id: str) -> Done:
    """Take the money for a dossier."""
    written = commands.pay(desk.fees, by=by, dossier=dossier, payment=payment, command_id=command_id)
    fact = from_json(written.entries[0].body, FeePaid)
    return Done(number=fact.number, amount=fact.amount, day=fact.day)


def give_back(desk: Desk, by: str, row: Row, reason: str, command_id: str, *, mistake: bool) -> Done:
    """Give a payment back, or enter that it was entered wrongly."""
    written = commands.give_back(
        desk.fees, by=by, dossier=row.id, reason=reason, number=row.number, mistake=mistake, command_id=command_id
    )
    fact = from_json(written.entries[0].body, FeeReturned)
    return Done(number=fact.number, amount=fact.amount, day=fact.day)


def expected_cash(desk: Desk, by: str, day: date) -> int:
    """Return the cash that an officer's drawer should hold for a day, without any opening float."""
    return report(desk.fees, day=day, officer=by).expected


def close(desk: Desk, by: str, day: date, count: Count, command_id: str) -> date:
    """Close a cash day; return it."""
    close_day(desk.fees, by=by, day=day, count=count, command_id=command_id)
    return day


def slip(desk: Desk, by: str, row: Row, command_id: str) -> bool:
    """Queue the slip of a payment, a marked copy when there was one; tell whether it is a copy."""
    issued = find_slip(desk.journal.reading(), row.id, row.number)
    if issued is None:
        print_slip(desk.fees, by=by, dossier=row.id, command_id=command_id)
    else:
        copy_paper(desk.printing, by=by, paper_id=issued, command_id=command_id)
    return issued is not None


def day_report(desk: Desk, by: str, day: date, command_id: str) -> date:
    """Queue the cash report of a day, of whose drawer the page shows; return the day."""
    print_day(desk.fees, by=by, day=day, officer=by if _takes(desk, by) else "", command_id=command_id)
    return day


def dossier_scanned(desk: Desk, text: str) -> str:
    """Return the dossier that the code of a payment's slip belongs to; raise ``Refused`` when this desk has none."""
    number = number_in(text)
    found = queries.find_dossier(desk.journal.reading(), number) if number else None
    if found is None:
        raise Refused("fees.no_payment", f"Máy này không có phiếu thu «{number or text}».", "Chưa ghi gì.")
    return found


def _takes(desk: Desk, by: str) -> bool:
    account = desk.accounts.present_book().get(by)
    return allows(account, commands.TAKE, desk.journal.time.now().date())


def _moves(desk: Desk, day: date, officer: str) -> list[Move]:
    return queries.moves_of_day(desk.journal.reading(), day, desk.card.desk_id, officer)


def _to_close(desk: Desk, by: str, today: date, *, is_closed: bool) -> date | None:
    forgotten = [day for day in queries.open_days(desk.journal.reading(), desk.card.desk_id, by) if day < today]
    return forgotten[0] if forgotten else None if is_closed else today


def _next_number(desk: Desk, db: Database, today: date) -> str:
    highest = queries.highest_number(db, series_of(today), desk.card.desk_id)
    try:
        return following(highest, desk.card.desk_number, today)
    except Refused:
        return ""


def _unpaid_row(owed: Unpaid) -> Row:
    return Row(
        id=owed.id,
        code=tail(owed.code),
        name=owed.name,
        procedure=owed.procedure,
        amount=owed.due,
        state="unpaid",
        at=moment(owed.received_at),
    )


def _paid_rows(desk: Desk, moves: list[Move]) -> tuple[Row, ...]:
    """Return a row for each payment of the day, the newest first, and how it stands now."""
    back = {move.number for move in moves if move.kind != "paid"}
    names = {code: of_code[-1].name for code, of_code in desk.catalogue.present().versions.items()}
    return tuple(
        Row(
            id=move.dossier,
            code=tail(move.code),
            name=move.payer,
            procedure=names.get(move.procedure, move.procedure),
            amount=move.amount,
            state="returned" if move.number in back else "paid",
            number=move.number,
            way=move.way,
            at=move.at,
        )
        for move in reversed(moves)
        if move.kind == "paid"
    )


def _picked_row(desk: Desk, db: Database, dossier: str) -> Row:
    fact = dossier_in(desk.dossiers, db, dossier).registered
    standing = queries.money_of(db, dossier).standing
    paid = standing[0] if standing else None
    return Row(
        id=dossier,
        code=tail(fact.code),
        name=fact.applicant.name,
        procedure=fact.procedure_name,
        amount=paid.amount if paid else fact.fee,
        state="paid" if paid else "nothing" if fact.fee == 0 else "unpaid",
        number=paid.number if paid else "",
        way=paid.way if paid else None,
        at=paid.at if paid else fact.received_at,
    )
