"""Printing what concerns money: the slip of one payment, the cash report of a day."""

from datetime import date
from typing import Literal

from desk_app.dossiers.commands import dossier_in
from desk_app.fees.day import report
from desk_app.fees.facts import FeePaid, day_subject
from desk_app.fees.papers import SLIP_KIND, Slip, day_paper, slip
from desk_app.fees.payment import Move
from desk_app.fees.room import Fees
from desk_app.fees.tables import queries
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Refused
from desk_app.printing.commands import issue
from desk_app.printing.tables import list_papers
from desk_app.storage.engine import Database

READ = "fees.read"


def issue_slip(
    room: Fees, writing: Writing, dossier: str, paid: FeePaid | Move, procedure: str, *, printer: str | None = None
) -> None:
    """Queue the slip of a payment inside the transaction of ``writing``; it stands among the papers of its dossier."""
    agency = room.office.book.get(writing.db).get_agency()
    taken_by = paid.officer if isinstance(paid, Move) else writing.by
    officer = room.accounts.book.get(writing.db).find(taken_by)
    of = Slip(
        number=paid.number,
        code=paid.code,
        payer=paid.payer,
        amount=paid.amount,
        due=paid.due,
        way=paid.way,
        reason=paid.reason,
        paid_at=paid.at if isinstance(paid, Move) else paid.paid_at,
        procedure=procedure,
        agency=agency,
        officer=officer.name if officer else "",
    )
    issue(writing, room.printing, slip(of), about=dossier, printer=printer)


def find_slip(db: Database, dossier: str, number: str) -> str | None:
    """Return the id of the slip that was issued for a payment, None when there is none."""
    papers = list_papers(db, dossier)
    return next((each.id for each in papers if each.kind == SLIP_KIND and each.code == number), None)


def print_slip(room: Fees, *, by: str, dossier: str, command_id: str, printer: str | None = None) -> Written:
    """Queue the slip of the payment that stands for a dossier.

    Raises ``Refused`` when nothing is paid, or when the slip was issued already: further sheets are marked copies.
    """

    def decide(writing: Writing) -> None:
        standing = queries.money_of(writing.db, dossier).standing
        if not standing:
            raise Refused("fees.not_paid", "Hồ sơ này chưa thu tiền.", "Chưa in gì.")
        if find_slip(writing.db, dossier, standing[0].number):
            raise Refused("fees.slip_issued", "Phiếu thu này đã in.", "Cần thêm tờ nữa thì in bản sao.")
        procedure = dossier_in(room.dossiers, writing.db, dossier).registered.procedure_name
        issue_slip(room, writing, dossier, standing[0], procedure, printer=printer)

    return room.journal.write(by=by, permission=READ, command_id=command_id, decide=decide)


def print_day(
    room: Fees,
    *,
    by: str,
    day: date,
    officer: str = "",
    page: Literal["A4", "A5"] = "A5",
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Queue the cash report of a day, of one officer or (empty) of the whole desk, as it stands now."""

    def decide(writing: Writing) -> None:
        agency = room.office.book.get(writing.db).get_agency()
        paper = day_paper(report(room, day=day, officer=officer), agency, page=page)
        about = day_subject(room.journal.desk_id, officer, day)
        issue(writing, room.printing, paper, about=about, printer=printer)

    return room.journal.write(by=by, permission=READ, command_id=command_id, decide=decide)
