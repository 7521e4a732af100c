"""Who has a dossier in hand: giving it to a colleague, and standing in for somebody who is away."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from desk_app.accounts.authorise import require_allowed
from desk_app.accounts.rules import Account, allows
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.facts import Reassigned
from desk_app.dossiers.life.moving import maker_of, moved
from desk_app.dossiers.life.papers.officers_paper import officers_paper
from desk_app.dossiers.listing.wanted import NOT_CLOSED
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.status import require
from desk_app.dossiers.tables.listing import ListRow, Selection, list_page
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_day
from desk_app.printing.commands import issue
from desk_app.storage.engine import Database

REASSIGN = "dossiers.reassign"
SUBSTITUTE = "dossiers.substitute"

_WORKS_ON = "dossiers.step"
_MOST = 2000


def reassign(
    room: Dossiers, *, by: str, dossier: str, to: str, reason: str, printer: str | None = None, command_id: str
) -> Written:
    """Put a dossier into the hands of the account ``to`` and print the slip that both sign.

    Raises ``InvalidInput`` without a reason or for somebody who may not work on dossiers, ``Refused`` when they have it already.
    """
    why = _checked_reason(reason)

    def decide(writing: Writing, now: Dossier) -> None:
        taker = _taker(room, writing, to)
        if now.holder == taker.id:
            raise Refused(
                "dossiers.same_holder",
                f"{taker.name} đang phụ trách hồ sơ này.",
                "Hồ sơ vẫn nguyên. Hãy chọn người khác.",
            )
        _hand_on(room, writing, (dossier,), taker, why, None, printer)

    return moved(
        room, actor=by, permission=REASSIGN, move="reassign", dossier=dossier, command_id=command_id, decide=decide
    )


def in_hand(room: Dossiers, account: str) -> tuple[ListRow, ...]:
    """Return the open dossiers that somebody has in hand, the earliest due first: what a substitute would get."""
    return _in_hand(room.journal.reading(), account)


def substitute(
    room: Dossiers,
    *,
    by: str,
    absent: str,
    to: str,
    until: date,
    reason: str,
    dossiers: tuple[str, ...] | None = None,
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Give the open dossiers of somebody absent to a substitute ``until`` a day, all of them or those named.

    One list to sign is printed. Raises ``Refused`` when there is none, ``InvalidInput`` for a day that is over or a wrong person.
    """
    why = _checked_reason(reason)

    def decide(writing: Writing) -> None:
        taker = _taker(room, writing, to)
        if to == absent:
            raise InvalidInput("to", "Người làm thay phải là người khác.", "Hãy chọn đồng nghiệp khác.")
        if until < writing.now.date():
            raise InvalidInput("until", f"Ngày {spoken_day(until)} đã qua.", "Hãy ghi ngày từ hôm nay trở đi.")
        held = tuple(row.id for row in _in_hand(writing.db, absent))
        chosen = held if dossiers is None else tuple(each for each in held if each in dossiers)
        if not chosen:
            raise Refused(
                "dossiers.nothing_in_hand", "Người này không phụ trách hồ sơ nào đang mở.", "Không có gì để giao."
            )
        _hand_on(room, writing, chosen, taker, why, until, printer)

    return room.journal.write(by=by, permission=SUBSTITUTE, command_id=command_id, decide=decide)


@dataclass(frozen=True, kw_only=True)
class Hands:
    """Somebody who may work on dossiers: how many open ones they have in hand, how many others have for them meanwhile."""

    account: Account
    held: int
    lent: int


def list_hands(room: Dossiers, *, by: str) -> tuple[Hands, ...]:
    """Return everybody who works on dossiers, or has some in hand, in the Vietnamese order of names; raise ``NotAllowed``."""
    db, today = room.journal.reading(), room.journal.time.now().date()
    book = room.accounts.book.get(db)
    require_allowed(book, by, SUBSTITUTE, today)
    rows = list_page(db, Selection(statuses=_OPEN, sort="due_at", descending=False), _MOST)
    held = Counter(row.holder for row in rows)
    lent_by = Counter(_lent_by(dossier_in(room, db, row.id)) for row in rows)
    return tuple(
        Hands(account=each, held=held[each.id], lent=lent_by[each.id])
        for each in book.list_accounts()
        if allows(each, _WORKS_ON, today) or held[each.id] or lent_by[each.id]
    )


def give_back(room: Dossiers, *, by: str, absent: str, printer: str | None = None, command_id: str) -> Written:
    """Give somebody who is back the open dossiers that their substitutes have; raise ``Refused`` when there is none."""

    def decide(writing: Writing) -> None:
        taker = _taker(room, writing, absent)
        chosen = tuple(row.id for row in lent(room, absent, db=writing.db))
        if not chosen:
            raise Refused("dossiers.nothing_lent", "Không có hồ sơ nào đang được làm thay.", "Không có gì để trả lại.")
        _hand_on(room, writing, chosen, taker, "Hết thời gian làm thay", None, printer)

    return room.journal.write(by=by, permission=SUBSTITUTE, command_id=command_id, decide=decide)


def lent(room: Dossiers, absent: str, *, db: Database | None = None) -> tuple[ListRow, ...]:
    """Return the open dossiers that others have in hand for somebody absent."""
    reading = db or room.journal.reading()
    rows = list_page(reading, Selection(statuses=_OPEN, sort="due_at", descending=False), _MOST)
    return tuple(row for row in rows if _lent_by(dossier_in(room, reading, row.id)) == absent)


_OPEN = tuple(str(status) for status in NOT_CLOSED)


def _lent_by(dossier: Dossier) -> str:
    last = dossier.story.last(Reassigned)
    return last.fact.from_account if last is not None and last.fact.until is not None else ""


def _in_hand(db: Database, account: str) -> tuple[ListRow, ...]:
    selection = Selection(statuses=_OPEN, equal=(("holder", account),), sort="due_at", descending=False)
    return tuple(list_page(db, selection, _MOST))


def _hand_on(
    room: Dossiers,
    writing: Writing,
    chosen: tuple[str, ...],
    taker: Account,
    reason: str,
    until: date | None,
    printer: str | None,
) -> None:
    book = room.accounts.book.get(writing.db)
    given = tuple(dossier_in(room, writing.db, each) for each in chosen)
    handed = []
    for now in given:
        require(now.status, "reassign", now.code)
        giver = book.find(now.holder)
        fact = Reassigned(
            at=writing.now,
            from_account=now.holder,
            from_name=giver.name if giver else "",
            to_account=taker.id,
            to_name=taker.name,
            reason=reason,
            until=until,
        )
        writing.add(now.id, fact)
        handed.append(fact)
    paper = officers_paper(given, handed[0], maker_of(room, writing))
    issue(writing, room.printing, paper, about=chosen[0], printer=printer)


def _taker(room: Dossiers, writing: Writing, account: str) -> Account:
    found = room.accounts.book.get(writing.db).find(account)
    if found is None or not allows(found, _WORKS_ON, writing.now.date()):
        name = found.name if found else "Người này"
        raise InvalidInput(
            "to", f"{name} không làm hồ sơ được.", "Hãy chọn cán bộ một cửa hoặc lãnh đạo đang làm việc."
        )
    return found


def _checked_reason(reason: str) -> str:
    return checked_line(reason, field="reason", label="Lý do giao", longest=300, required=True)
