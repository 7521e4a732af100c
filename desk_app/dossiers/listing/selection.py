"""From what a person wants to see to what the tables are asked: today, tomorrow and «me» become days and accounts."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk_app.dossiers.listing.wanted import (
    ME,
    NEAR_WORKING_DAYS,
    OTHER_DESKS,
    THIS_DESK,
    UNCOLLECTED_DAYS,
    Days,
    DueState,
    Wanted,
    statuses_of,
)
from desk_app.dossiers.tables.listing import Selection, Span
from desk_app.kernel.time_source import VIETNAM
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.half_days import OfficeHours

_SORTS = {"received": "received_at", "due": "due_at", "code": "code", "name": "name_key"}


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Who asks, at which desk, when, and which days and hours are worked there."""

    account: str
    desk: str
    now: datetime
    calendar: Calendar
    hours: OfficeHours

    @property
    def today(self) -> date:
        """Return the present day."""
        return self.now.date()


def selection_of(wanted: Wanted, asker: Asker) -> Selection:
    """Return what the tables are asked; a list whose filters contradict one another must not get here."""
    due, received, handed = (each.on(asker.today) for each in (wanted.due_on, wanted.received, wanted.handed))
    span = _narrower(_span(due), _due_span(wanted.due, asker))
    midnight = _at(asker.today)
    people = (("officer", _account(wanted.officer, asker)), ("holder", _account(wanted.holder, asker)))
    texts = (("procedure", wanted.procedure), ("agency", wanted.unit), ("return_by", wanted.return_by))
    own_desk = asker.desk if wanted.desk == THIS_DESK else wanted.desk
    desk = "" if wanted.desk == OTHER_DESKS else own_desk
    return Selection(
        statuses=tuple(str(status) for status in statuses_of(wanted)),
        equal=tuple((column, value) for column, value in (*people, *texts, ("desk", desk)) if value),
        of=_account(wanted.of, asker),
        not_desk=asker.desk if wanted.desk == OTHER_DESKS else "",
        # What came today with a short term is not about to be missed yet.
        received=_narrower(_span(received), Span(before=midnight) if wanted.due == "apology" else Span()),
        due=span,
        handed=_span(handed),
        result_before=_at(asker.today - timedelta(days=UNCOLLECTED_DAYS)) if wanted.due == "uncollected" else "",
        step_due_before=midnight if wanted.due == "stuck" else "",
        not_reappointed=wanted.due == "apology",
        sort=_SORTS[wanted.sort],
        descending=wanted.descending,
    )


def _due_span(due: DueState | None, asker: Asker) -> Span:
    """Return when dossiers of a due state are due; days that nobody works belong to the working day after them."""
    today = asker.today
    following = asker.calendar.working_day_after(today)
    if due == "overdue":
        return Span(before=_at(today))
    if due == "apology":
        return _span(Days(last=following))
    if due == "today":
        return _span(Days(first=today, last=today))
    if due == "tomorrow":
        return _span(Days(first=today + timedelta(days=1), last=following))
    if due == "near":
        last = today
        for _ in range(NEAR_WORKING_DAYS - 1):
            last = asker.calendar.working_day_after(last)
        return _span(Days(first=today, last=last))
    return Span()


def _narrower(one: Span, other: Span) -> Span:
    befores = [each for each in (one.before, other.before) if each]
    return Span(first=max(one.first, other.first), before=min(befores, default=""))


def _span(days: Days) -> Span:
    return Span(
        first=_at(days.first) if days.first else "",
        before=_at(days.last + timedelta(days=1)) if days.last else "",
    )


def _at(on: date) -> str:
    return datetime.combine(on, time(), VIETNAM).isoformat()


def _account(named: str, asker: Asker) -> str:
    return asker.account if named == ME else named
