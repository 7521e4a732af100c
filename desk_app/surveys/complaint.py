"""One complaint or suggestion as its entries make it."""

from collections.abc import Sequence
from datetime import date

from desk_app.journal.entry import Recorded
from desk_app.kernel.records import Record, changed
from desk_app.surveys import complaint_facts as facts


class Step(Record):
    """What was done, on which day, by which account."""

    text: str
    done_on: date
    by: str


class Complaint(Record):
    """A complaint, suggestion or praise as it stands; ``desk`` wrote its first entry."""

    id: str
    desk: str
    received: facts.ComplaintReceived
    received_by: str
    responsible: str
    due_on: date
    steps: tuple[Step, ...] = ()
    answer: facts.ComplaintAnswered | None = None
    closed: facts.ComplaintClosed | None = None

    def is_late(self, today: date) -> bool:
        """Tell whether it was answered after its day, or stands unanswered after it."""
        ended = self.closed.closed_on if self.closed is not None else today
        return (self.answer.answered_on if self.answer is not None else ended) > self.due_on


class ComplaintState(Record):
    """A complaint, and what another desk said otherwise: the later entry, the earlier one, in words."""

    complaint: Complaint
    findings: tuple[tuple[str, str, str, str], ...] = ()


_ANSWERED = "Hai máy trả lời một phản ánh khác nhau; đang tính câu trả lời đầu."
_CLOSED = "Hai máy kết luận một phản ánh khác nhau; đang tính kết luận đầu."


def folded(history: Sequence[Recorded]) -> ComplaintState | None:
    """Return the complaint that its entries, in clock order, lead to; None while its receipt has not arrived."""
    first = next((each for each in history if isinstance(each.fact, facts.ComplaintReceived)), None)
    if first is None or not isinstance(first.fact, facts.ComplaintReceived):
        return None
    state = ComplaintState(
        complaint=Complaint(
            id=first.entry.subject,
            desk=first.entry.desk,
            received=first.fact,
            received_by=first.entry.actor,
            responsible=first.fact.responsible,
            due_on=first.fact.due_on,
        )
    )
    names = {"answered": "", "closed": ""}
    for each in history:
        state = _next(state, each, names)
    return state


def _next(state: ComplaintState, each: Recorded, names: dict[str, str]) -> ComplaintState:
    known, fact, name = state.complaint, each.fact, each.entry.name
    if isinstance(fact, facts.ComplaintAssigned):
        known = changed(known, responsible=fact.responsible, due_on=fact.due_on)
    elif isinstance(fact, facts.ComplaintStep):
        known = changed(known, steps=(*known.steps, Step(text=fact.text, done_on=fact.done_on, by=each.entry.actor)))
    elif isinstance(fact, facts.ComplaintAnswered):
        if known.answer is not None:
            return _found(state, ("answered_twice", name, names["answered"], _ANSWERED), known.answer == fact)
        names["answered"], known = name, changed(known, answer=fact)
    elif isinstance(fact, facts.ComplaintClosed):
        if known.closed is not None:
            return _found(state, ("closed_twice", name, names["closed"], _CLOSED), known.closed == fact)
        names["closed"], known = name, changed(known, closed=fact)
    return changed(state, complaint=known)


def _found(state: ComplaintState, finding: tuple[str, str, str, str], says_the_same: bool) -> ComplaintState:
    return state if says_the_same else changed(state, findings=(*state.findings, finding))
