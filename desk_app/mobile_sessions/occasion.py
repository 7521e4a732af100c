"""A session as its papers need it, and how they say when it is held."""

from dataclasses import dataclass, field
from datetime import date

from desk_app.catalogue.procedure import Procedure
from desk_app.kernel.time_source import spoken_day
from desk_app.mobile_sessions.facts import Place
from desk_app.mobile_sessions.session import Session
from desk_app.office.agency import Agency
from desk_app.office.wordings import PaperWords, shipped_words
from desk_app.working_time.calendar import WEEKDAYS


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """A session as its papers need it; ``procedures`` are those settled there, ``officer`` makes the paper out."""

    session: Session
    place: Place
    agency: Agency
    officer: str
    made_on: date
    procedures: tuple[Procedure, ...] = ()
    words: PaperWords = field(default_factory=shipped_words)


def spoken_hours(session: Session) -> str:
    """Return when a session is held: ``Thứ sáu, 27/11/2026, từ 07:30 đến 11:00``."""
    plan = session.plan
    return f"{spoken_weekday(session)}, từ {plan.starts_at:%H:%M} đến {plan.ends_at:%H:%M}"


def spoken_weekday(session: Session) -> str:
    """Return the day of a session with its weekday: ``Thứ sáu, 27/11/2026``."""
    return f"{WEEKDAYS[session.on.weekday()]}, {spoken_day(session.on)}"
