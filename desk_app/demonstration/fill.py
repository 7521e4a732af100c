"""Filling a rehearsal desk with the last days of an invented office, and counting what is there then."""

from collections import Counter
from datetime import datetime
from random import Random

from desk_app.demonstration.office import Office
from desk_app.demonstration.sessions import has_places
from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in
from desk_app.kernel.errors import Conflict, InvalidInput, Refused
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import FixedTime
from desk_app.printing.tables import list_jobs

_LONGEST = 366


class Filled(Record):
    """What was made, by where it stands now; ``overdue`` and ``due_today`` are still open."""

    dossiers: int
    accepted: int
    in_process: int
    settled: int
    handed_over: int
    overdue: int
    due_today: int
    linked: int
    late_entries: int
    papers_waiting: int
    ratings: int
    tickets: int


def fill(desk: Desk, days: int = 60, seed: int = 1) -> Filled:
    """Fill a rehearsal desk with the last ``days`` days of an invented office; equal seeds give equal offices.

    The desk's clock, a ``FixedTime``, says when it ends; it stands there again afterwards. Only the papers of the
    last day with visits are left to print. Raises ``Refused`` for a desk that is no rehearsal, ``Conflict`` for one that
    was filled before: people would come twice.
    """
    clock = desk.journal.time
    if not desk.card.rehearsal or not isinstance(clock, FixedTime):
        raise Refused(
            "demo.real", "Chỉ đổ dữ liệu mẫu vào thư mục tập dượt.", "Tạo một thư mục bằng «desk init --rehearsal»."
        )
    if not 1 <= days <= _LONGEST:
        raise InvalidInput("days", f"Số ngày phải từ 1 đến {_LONGEST}.", "Thường dùng 60.")
    if has_places(desk):
        raise Conflict(
            "demo.filled",
            "Thư mục này đã có dữ liệu mẫu. Chưa ghi thêm gì.",
            "Cứ dùng dữ liệu đang có, hoặc tạo ở thư mục khác: «desk demo --home THƯ_MỤC_MỚI».",
        )
    end = clock.now()
    try:
        office = Office(desk, clock, Random(seed), end)
        office.live(days)
        return _counted(desk, office, end)
    finally:
        clock.put(end)


def _counted(desk: Desk, office: Office, end: datetime) -> Filled:
    db, today = desk.journal.reading(), end.date()
    dossiers = [dossier_in(desk.dossiers, db, made) for made in office.made]
    status = Counter(str(each.status) for each in dossiers)
    still_open = [each.registered for each in dossiers if each.result is None]
    jobs = list_jobs(db, limit=4 * len(dossiers) + 10)
    return Filled(
        dossiers=len(dossiers),
        accepted=status["accepted"],
        in_process=status["in_process"],
        settled=status["settled"],
        handed_over=status["handed_over"],
        overdue=sum(fact.due_at < end for fact in still_open),
        due_today=sum(fact.due_on == today for fact in still_open),
        linked=sum(len(each.legs) > 1 for each in dossiers),
        late_entries=sum(each.registered.late for each in dossiers),
        papers_waiting=sum(job.state == "waiting" for job in jobs),
        ratings=office.ratings,
        tickets=office.tickets,
    )
