"""Settling a dossier in one sitting: received, appraised, approved and returned, each stamp by whoever did it.

A result given at once needs no receipt (domain rule of the office); one is printed when the citizen asks, or when the dossier
falls back to the normal way.
"""

from collections.abc import Callable
from datetime import datetime

from desk_app.dossiers import on_the_spot_facts as spot
from desk_app.dossiers import on_the_spot_rules as rules
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import ResultIssued
from desk_app.dossiers.form import Form
from desk_app.dossiers.hand_over import Collecting, checked_collecting, given_out
from desk_app.dossiers.hand_over_slip import issue_slip
from desk_app.dossiers.register import entered, receipt_of
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.status import require
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Refused
from desk_app.kernel.texts import checked_line
from desk_app.printing.commands import issue
from desk_app.printing.tables import list_papers

SETTLE = "dossiers.settle"
APPROVE = "dossiers.approve_on_the_spot"


def register_on_the_spot(room: Dossiers, *, by: str, form: Form, command_id: str) -> Written:
    """Register a dossier whose citizen waits for the result; no receipt is printed.

    Raises what ``register`` raises. Then nothing is written.
    """

    def decide(writing: Writing) -> None:
        dossier, fact = entered(room, writing, form)
        on = fact.received_at.date()
        settle_day = rules.is_settle_day(room.office.book.get(writing.db), on)
        writing.add(dossier, spot.OnTheSpotBegun(begun_at=writing.now, settle_day=settle_day))

    return room.journal.write(by=by, permission=SETTLE, command_id=command_id, decide=decide)


def begin_on_the_spot(room: Dossiers, *, by: str, dossier: str, command_id: str) -> Written:
    """Begin to settle, in this sitting, a dossier that was registered in the ordinary way.

    Raises ``Refused`` when it had its sitting already, or its result is already there.
    """

    def decide(writing: Writing, now: Dossier) -> None:
        rules.require_can_begin(now)
        settle_day = rules.is_settle_day(room.office.book.get(writing.db), writing.now.date())
        writing.add(dossier, spot.OnTheSpotBegun(begun_at=writing.now, settle_day=settle_day))

    return _moved(room, by, SETTLE, dossier, command_id, decide)


def appraise(
    room: Dossiers, *, by: str, dossier: str, note: str = "", at: datetime | None = None, command_id: str
) -> Written:
    """Record that somebody found that the dossier can be settled; ``at`` is stated where a sitting is entered later.

    Raises ``Refused`` out of turn, ``InvalidInput`` for a moment that cannot be.
    """
    remark = checked_line(note, field="note", label="Ghi chú", longest=1000)

    def decide(writing: Writing, now: Dossier) -> None:
        visit = rules.require_stage(now, "appraised")
        moment = rules.stamp_moment(at, after=visit.latest_at, now=writing.now, field="appraised_at")
        writing.add(dossier, spot.Appraised(appraised_at=moment, note=remark))

    return _moved(room, by, SETTLE, dossier, command_id, decide)


def approve(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    number: str = "",
    note: str = "",
    at: datetime | None = None,
    command_id: str,
) -> Written:
    """Record the approval and with it the result; a leader's, unless the office has settled it otherwise.

    Raises ``NotAllowed`` for somebody whose approval is not enough, ``Refused`` out of turn, ``InvalidInput`` as ``appraise``.
    """
    numbered = checked_line(number, field="number", label="Số kết quả", longest=60)
    remark = checked_line(note, field="note", label="Ghi chú", longest=1000)

    def decide(writing: Writing, now: Dossier) -> None:
        account, office = room.accounts.book.get(writing.db).get(writing.by), room.office.book.get(writing.db)
        rules.require_approver(account, office, writing.now.date())
        visit = rules.require_stage(now, "approved")
        require(now.status, "issue_result", now.code)
        moment = rules.stamp_moment(at, after=visit.latest_at, now=writing.now, field="approved_at")
        writing.add(dossier, spot.Approved(approved_at=moment))
        writing.add(dossier, ResultIssued(issued_at=moment, number=numbered, note=remark))

    return _moved(room, by, APPROVE, dossier, command_id, decide)


def return_on_the_spot(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    collecting: Collecting | None = None,
    slip: bool = False,
    at: datetime | None = None,
    command_id: str,
) -> Written:
    """Record that who came took the result along; ``slip`` prints the paper on which they sign for it.

    ``collecting`` None means whoever handed the dossier in. Raises ``Refused`` out of turn, ``InvalidInput`` as ``appraise``.
    """

    def decide(writing: Writing, now: Dossier) -> None:
        visit = rules.require_stage(now, "returned")
        require(now.status, "hand_over", now.code)
        who = checked_collecting(collecting or rules.collector_of(now))
        moment = rules.stamp_moment(at, after=visit.latest_at, now=writing.now, field="returned_at")
        fact = given_out(now, who, moment)
        writing.add(dossier, fact)
        issue_slip(writing, room, [(now, fact)], wanted=slip, printer=None)

    return _moved(room, by, SETTLE, dossier, command_id, decide)


def ask_receipt(room: Dossiers, *, by: str, dossier: str, command_id: str) -> Written:
    """Print the receipt that a citizen wants all the same, and count it; raise ``Refused`` when there is one already."""

    def decide(writing: Writing, now: Dossier) -> None:
        rules.require_open(now)
        if _has_receipt(writing, dossier):
            raise Refused("dossiers.receipt_printed", "Giấy hẹn đã in rồi.", "In bản sao ở thẻ hồ sơ.")
        writing.add(dossier, spot.ReceiptAsked(asked_at=writing.now))
        _print_receipt(writing, room, now)

    return _moved(room, by, SETTLE, dossier, command_id, decide)


def leave_on_the_spot(room: Dossiers, *, by: str, dossier: str, reason: str, command_id: str) -> Written:
    """Give up settling in this sitting: the dossier keeps its due date, and its receipt is printed.

    Raises ``InvalidInput`` without a reason, ``Refused`` when no sitting is open.
    """
    why = checked_line(reason, field="reason", label="Lý do", longest=500, required=True)

    def decide(writing: Writing, now: Dossier) -> None:
        rules.require_open(now)
        writing.add(dossier, spot.OnTheSpotLeft(left_at=writing.now, reason=why))
        if not _has_receipt(writing, dossier):
            _print_receipt(writing, room, now)

    return _moved(room, by, SETTLE, dossier, command_id, decide)


def _has_receipt(writing: Writing, dossier: str) -> bool:
    return any(paper.kind == "receipt" for paper in list_papers(writing.db, dossier))


def _print_receipt(writing: Writing, room: Dossiers, dossier: Dossier) -> None:
    paper = receipt_of(room, writing, dossier.registered, edition=dossier.edition)
    issue(writing, room.printing, paper, about=dossier.id)


def _moved(
    room: Dossiers, by: str, permission: str, dossier: str, command_id: str, decide: Callable[[Writing, Dossier], None]
) -> Written:
    def within(writing: Writing) -> None:
        decide(writing, dossier_in(room, writing.db, dossier))

    return room.journal.write(by=by, permission=permission, command_id=command_id, decide=within)
