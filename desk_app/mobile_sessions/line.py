"""One line of the screening list as its entries make it: the person, what they lack, the sessions they are asked to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desk_app.journal.entry import Recorded
from desk_app.kernel.records import changed
from desk_app.mobile_sessions import screening_facts as facts

END_WORDS: dict[facts.EndReason, str] = {
    "duplicate": "trùng với dòng khác",
    "moved": "đã chuyển đi nơi khác",
    "died": "đã mất",
    "has_papers": "đã có đủ giấy tờ",
    "other": "lý do khác",
}
HOW_WORDS: dict[facts.How, str] = {
    "dossier": "bằng hồ sơ của cơ quan",
    "elsewhere": "đã làm ở nơi khác",
    "not_needed": "không cần nữa",
}


@dataclass(frozen=True, kw_only=True)
class Lack:
    """One paper that somebody lacks; ``settled`` says how it came to be there, None while it lacks."""

    key: str
    added_at: datetime
    settled: facts.LackSettled | None = None
    settled_desk: str = ""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One session that somebody is asked to, or came to unasked (``invited_at`` None); desks are those that said so."""

    session: str
    invited_at: datetime | None = None
    carried_from: str = ""
    came_at: datetime | None = None
    came_desk: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line as it stands; ``desk`` and ``added_by`` are of who entered it, ``ended`` says why it is followed no more.

    ``entry`` names the journal's entry that added it.
    """

    id: str
    entry: str
    found: facts.Found
    desk: str
    added_by: str
    added_at: datetime
    lacks: tuple[Lack, ...]
    visits: tuple[Visit, ...] = ()
    apart: tuple[str, ...] = ()
    ended: facts.LineEnded | None = None

    def visit(self, session: str) -> Visit | None:
        """Return what happened about one session, or None."""
        return next((each for each in self.visits if each.session == session), None)


def folded_line(history: Sequence[Recorded]) -> Line | None:
    """Return the line that its entries, in clock order, lead to; None while the one that added it is missing."""
    made = next((each for each in history if isinstance(each.fact, facts.LineAdded)), None)
    if made is None or not isinstance(made.fact, facts.LineAdded):
        return None
    fact, entry = made.fact, made.entry
    line = Line(
        id=entry.subject,
        entry=entry.name,
        found=fact.found,
        desk=entry.desk,
        added_by=entry.actor,
        added_at=fact.added_at,
        lacks=tuple(Lack(key=key, added_at=fact.added_at) for key in fact.found.lacks),
    )
    for each in history:
        step = _STEPS.get(type(each.fact))
        if step is not None:
            line = step(line, each, each.fact)
    return line


def _changed(line: Line, _: Recorded, fact: facts.LineChanged) -> Line:
    names = ("person", "area", "guardian", "note")
    put = {name: getattr(fact, name) for name in names if getattr(fact, name) is not None}
    return replace(line, found=changed(line.found, **put))


def _lacks_added(line: Line, _: Recorded, fact: facts.LacksAdded) -> Line:
    known = {each.key: each for each in line.lacks}
    for key in fact.lacks:
        # What was settled may be lacking again: an identity card runs out.
        if key not in known or known[key].settled is not None:
            known[key] = Lack(key=key, added_at=fact.added_at)
    other = fact.other if "other" in fact.lacks and fact.other else line.found.other
    return replace(line, lacks=tuple(known.values()), found=changed(line.found, other=other))


def _settled(line: Line, recorded: Recorded, fact: facts.LackSettled) -> Line:
    # Two desks that both settle one paper agree: the first word stands.
    done = tuple(
        replace(each, settled=fact, settled_desk=recorded.entry.desk)
        if each.key == fact.lack and each.settled is None
        else each
        for each in line.lacks
    )
    return replace(line, lacks=done)


def _invited(line: Line, _: Recorded, fact: facts.Invited) -> Line:
    known = line.visit(fact.session) or Visit(session=fact.session)
    if known.invited_at is not None:
        return line
    return _visited(line, replace(known, invited_at=fact.invited_at, carried_from=fact.carried_from))


def _attended(line: Line, recorded: Recorded, fact: facts.Attended) -> Line:
    known = line.visit(fact.session) or Visit(session=fact.session)
    if not fact.came:
        return _visited(line, replace(known, came_at=None, came_desk=""))
    if known.came_at is not None:
        return line
    return _visited(line, replace(known, came_at=fact.came_at, came_desk=recorded.entry.desk))


def _visited(line: Line, visit: Visit) -> Line:
    others = tuple(each for each in line.visits if each.session != visit.session)
    nothing = visit.invited_at is None and visit.came_at is None
    return replace(line, visits=others if nothing else tuple(sorted((*others, visit), key=lambda each: each.session)))


def _ended(line: Line, _: Recorded, fact: facts.LineEnded) -> Line:
    return line if line.ended is not None else replace(line, ended=fact)


def _reopened(line: Line, _: Recorded, __: facts.LineReopened) -> Line:
    return replace(line, ended=None)


def _kept_apart(line: Line, _: Recorded, fact: facts.KeptApart) -> Line:
    return replace(line, apart=tuple(sorted({*line.apart, fact.other})))


_STEPS: dict[type[Any], Callable[[Line, Recorded, Any], Line]] = {
    facts.LineChanged: _changed,
    facts.LacksAdded: _lacks_added,
    facts.LackSettled: _settled,
    facts.Invited: _invited,
    facts.Attended: _attended,
    facts.LineEnded: _ended,
    facts.LineReopened: _reopened,
    facts.KeptApart: _kept_apart,
}
