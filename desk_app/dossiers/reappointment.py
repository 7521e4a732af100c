"""When another date counts as a re-appointment («hẹn lại»), and when the date that was missed still counts.

A citizen may be given another date once (Nghị định 61/2018, Điều 19.9), and is told before the first one is over. So every
later date that the office itself sets counts: by a letter of apology, or by a leader's hand. Set by hand on the day the
dossier was typed in it is a slip put right; what a supplement, a payment or a wrongly chosen procedure moves is nobody's
second promise. A date set anew after the old one had passed mends nothing: what was missed stays missed in every count.
"""

from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.facts import Registered
from desk_app.kernel.time_source import VIETNAM


@dataclass(frozen=True, kw_only=True)
class Reappointment:
    """One later date that the office gave: when, by whom (an account) and why; ``by_letter`` with form 04."""

    at: datetime
    by: str
    was_due_at: datetime
    due_at: datetime
    reason: str
    by_letter: bool

    @property
    def came_late(self) -> bool:
        """Tell whether the old date had passed already; days are compared, as marks compare them."""
        return self.at.astimezone(VIETNAM).date() > self.was_due_at.astimezone(VIETNAM).date()


def is_reappointment(registered: Registered, due_at: datetime, at: datetime) -> bool:
    """Tell whether a date set by hand ``at`` that moment is another appointment, and no slip of the day put right."""
    same_day = at.astimezone(VIETNAM).date() == registered.entered_at.astimezone(VIETNAM).date()
    return due_at > registered.due_at and not same_day
