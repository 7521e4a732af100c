"""The record of a session: who was asked and came, what was received and settled, numbers and money; and that it adds up."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from desk_app.dossiers.numbering import tail
from desk_app.kernel.records import Record
from desk_app.kernel.texts import dong, quantity
from desk_app.mobile_sessions.named import session_in
from desk_app.mobile_sessions.numbers import NumbersUsed, numbers_used
from desk_app.mobile_sessions.progress import every_progress
from desk_app.mobile_sessions.room import MobileSessions
from desk_app.mobile_sessions.session import Session, Stint
from desk_app.mobile_sessions.tables import queries
from desk_app.mobile_sessions.tables.queries import Received
from desk_app.mobile_sessions.takings import Takings, takings
from desk_app.printing.tables import list_papers
from desk_app.printing.tables.jobs import jobs_of_paper
from desk_app.storage.engine import Database

_PRINTED = frozenset({"confirmed", "unconfirmed"})


CheckKey = Literal["invited", "came", "dossiers", "numbers", "receipts", "cash"]


class Check(Record):
    """One sum that must come out: ``left`` is ``right``."""

    key: CheckKey
    words: str
    left: int
    right: int

    @property
    def holds(self) -> bool:
        """Tell whether it comes out."""
        return self.left == self.right


class People(Record):
    """Who was asked, and who came; ``walk_ins`` came unasked, ``carried`` were asked again for a later session."""

    invited: int
    came: int
    walk_ins: int
    absent: int
    helped: int
    left: int
    carried: int


class Dossiers(Record):
    """What was received: from the list or besides, settled before the session ended or still to be settled.

    ``receipts`` counts those whose receipt was made out, ``printed`` those whose paper came out of this desk's printer.
    """

    received: int
    from_list: int
    on_the_spot: int
    to_settle: int
    receipts: int
    printed: int


class Reconciliation(Record):
    """The record of one session as it stands; money in đồng, ``counted`` None where no desk counted its box."""

    session: str
    people: People
    dossiers: Dossiers
    codes: tuple[str, ...]
    numbers: tuple[NumbersUsed, ...]
    money: Takings
    checks: tuple[Check, ...]

    @property
    def adds_up(self) -> bool:
        """Tell whether every sum comes out."""
        return all(each.holds for each in self.checks)


def reconciled(room: MobileSessions, session: str) -> Reconciliation:
    """Return the record of a session; raise ``NotFound`` when there is none of that id."""
    db = room.journal.reading()
    now = session_in(room, db, session)
    received = queries.received_at_session(db, session)
    people = _people(db, now)
    dossiers = _dossiers(db, now, received)
    numbers = numbers_used(db, received)
    money = takings(room, db, now, frozenset(each.id for each in received))
    return Reconciliation(
        session=session,
        people=people,
        dossiers=dossiers,
        codes=tuple(tail(each.code) for each in received),
        numbers=numbers,
        money=money,
        checks=_checks(people, dossiers, numbers, money),
    )


def _people(db: Database, session: Session) -> People:
    found = every_progress(db, session=session.id)
    visits = [(each, visit) for each in found if (visit := each.line.visit(session.id)) is not None]
    came = [each for each, visit in visits if visit.came_at is not None]
    invited = [visit for _each, visit in visits if visit.invited_at is not None]
    later = [each for each in found if any(visit.carried_from == session.id for visit in each.line.visits)]
    return People(
        invited=len(invited),
        came=len(came),
        walk_ins=sum(visit.invited_at is None for _each, visit in visits),
        absent=sum(visit.came_at is None for visit in invited),
        helped=sum(not each.is_left for each in came),
        left=sum(each.is_left for each in came),
        carried=len(later),
    )


def _dossiers(db: Database, session: Session, received: Sequence[Received]) -> Dossiers:
    ends = {each.desk: each.closed_at for each in session.stints}
    settled = sum(_in_time(each.result_at, ends.get(each.desk)) for each in received)
    papers = [paper for each in received for paper in list_papers(db, each.id) if paper.kind == "receipt"]
    first = {paper.about: paper for paper in reversed(papers)}
    return Dossiers(
        received=len(received),
        from_list=sum(bool(each.line) for each in received),
        on_the_spot=settled,
        to_settle=len(received) - settled,
        receipts=len(first),
        printed=sum(any(job.state in _PRINTED for job in jobs_of_paper(db, paper.id)) for paper in first.values()),
    )


def _in_time(result_at: datetime | None, ended_at: datetime | None) -> bool:
    return result_at is not None and (ended_at is None or result_at <= ended_at)


def _checks(people: People, dossiers: Dossiers, numbers: Sequence[NumbersUsed], money: Takings) -> tuple[Check, ...]:
    checks = [
        Check(
            key="invited",
            words="Được mời + tự đến = đã đến + vắng",
            left=people.invited + people.walk_ins,
            right=people.came + people.absent,
        ),
        Check(key="came", words="Đã đến = đã giúp xong + còn lại", left=people.came, right=people.helped + people.left),
        Check(
            key="dossiers",
            words="Hồ sơ nhận = giải quyết ngay + còn giải quyết",
            left=dossiers.received,
            right=dossiers.on_the_spot + dossiers.to_settle,
        ),
        Check(
            key="numbers",
            words="Hồ sơ nhận = số đã dùng",
            left=dossiers.received,
            right=sum(each.used for each in numbers),
        ),
        Check(
            key="receipts", words="Hồ sơ nhận = giấy tiếp nhận đã lập", left=dossiers.received, right=dossiers.receipts
        ),
    ]
    if money.counted is not None:
        checks.append(
            Check(key="cash", words="Tiền mặt thu = tiền đếm được (đồng)", left=money.cash, right=money.counted)
        )
    return tuple(checks)


def check_words(check: Check) -> str:
    """Return a sum in words, with what is missing where it does not come out."""
    if check.holds:
        return f"{check.words}: {quantity(check.left)} = {quantity(check.right)}"
    return f"{check.words}: {quantity(check.left)} ≠ {quantity(check.right)}, lệch {quantity(abs(check.left - check.right))}"


def stint_words(stint: Stint) -> str:
    """Return one desk's hours and what it counted."""
    ended = f"{stint.closed_at:%H:%M}" if stint.closed_at is not None else "chưa kết thúc"
    cash = f", tiền mặt đếm được {dong(stint.cash)}" if stint.cash is not None else ""
    return f"{stint.opened_at:%H:%M} – {ended}{cash}"
