"""What each move does to a dossier, and what becomes of moves of two desks that contradict each other.

The first by the clock stands; the other is kept as a finding for a person and changes nothing.
"""

from dataclasses import replace

from desk_app.dossiers.dossier import Dossier, Finding, MovedDue
from desk_app.dossiers.life import facts
from desk_app.dossiers.life.story import Made
from desk_app.dossiers.reappointment import Reappointment
from desk_app.dossiers.status import Status, allows
from desk_app.journal.entry import Recorded
from desk_app.kernel.records import changed

_NAMES: dict[type[facts.Move], tuple[str, str]] = {
    facts.SupplementRequested: ("request_supplement", "yêu cầu bổ sung"),
    facts.SupplementReceived: ("complete", "đã bổ sung xong"),
    facts.TurnedDown: ("refuse", "từ chối giải quyết"),
    facts.ApologyProposed: ("apologise", "đề nghị xin lỗi"),
    facts.ApologyApproved: ("apologise", "xin lỗi và hẹn lại"),
    facts.Withdrawn: ("withdraw", "người dân rút hồ sơ"),
    facts.Stopped: ("stop", "dừng giải quyết"),
    facts.PaymentAsked: ("ask_payment", "yêu cầu nộp tiền"),
    facts.PaymentMade: ("pay", "đã nộp tiền"),
    facts.Reassigned: ("reassign", "chuyển người phụ trách"),
    facts.PassedOn: ("pass_on", "chuyển cho cơ quan khác"),
}
_LEADS_TO: dict[type[facts.Move], Status] = {
    facts.SupplementRequested: Status.SUPPLEMENT_REQUESTED,
    facts.SupplementReceived: Status.IN_PROCESS,
    facts.TurnedDown: Status.NOT_ACCEPTED,
    facts.Withdrawn: Status.WITHDRAWN,
    facts.Stopped: Status.STOPPED,
    facts.PaymentAsked: Status.PAYMENT_REQUESTED,
    facts.PaymentMade: Status.IN_PROCESS,
    facts.PassedOn: Status.IN_PROCESS,
}


def with_move(dossier: Dossier, recorded: Recorded, fact: facts.Move) -> Dossier:
    """Return the dossier as a move leaves it, or with a finding where the move contradicts what stands."""
    move, words = _NAMES[type(fact)]
    if isinstance(fact, facts.ApologyApproved):
        letter = Made(fact=fact, entry=recorded.entry.name, by=recorded.entry.actor)
        dossier = replace(dossier, story=replace(dossier.story, letters=(*dossier.story.letters, letter)))
    if not allows(dossier.status, move):
        return _contradicted(dossier, recorded, fact, words)
    if _is_second(dossier, fact):
        return _twice(dossier, recorded, fact)
    made = Made(fact=fact, entry=recorded.entry.name, by=recorded.entry.actor)
    dossier = replace(dossier, story=replace(dossier.story, moves=(*dossier.story.moves, made)))
    dossier = replace(dossier, status=_LEADS_TO.get(type(fact), dossier.status))
    match fact:
        case facts.SupplementReceived():
            papers = (*dossier.registered.papers, *fact.papers)
            dossier = replace(dossier, registered=changed(dossier.registered, papers=papers))
            return _anew(_redated(dossier, fact.dates), fact)
        case facts.PaymentMade():
            return _anew(_redated(dossier, fact.dates), fact)
        case facts.ApologyApproved():
            return _reappointed(dossier, recorded, fact)
        case facts.PassedOn():
            return _received(dossier, fact)
    return dossier


def ended_otherwise(dossier: Dossier, recorded: Recorded, words: str) -> Dossier:
    """Return the dossier with the finding that another desk went on with what had come to its end here."""
    said = f"Một máy ghi «{dossier.status.words}», một máy ghi {words}: hãy xem lại hồ sơ."
    return _with_finding(dossier, "ended_otherwise", recorded, said)


def _contradicted(dossier: Dossier, recorded: Recorded, fact: facts.Move, words: str) -> Dossier:
    if dossier.status is _LEADS_TO.get(type(fact)):
        return _twice(dossier, recorded, fact)
    return ended_otherwise(dossier, recorded, f"«{words}»")


def _twice(dossier: Dossier, recorded: Recorded, fact: facts.Move) -> Dossier:
    move, words = _NAMES[type(fact)]
    said = f"Hai máy cùng ghi «{words}» cho một hồ sơ: bản ghi trước được giữ."
    return _with_finding(dossier, f"{move}_twice", recorded, said)


def _is_second(dossier: Dossier, fact: facts.Move) -> bool:
    """Tell whether the move may happen once, and had: a supplement without leave, an apology, a slip for one leg."""
    story = dossier.story
    match fact:
        case facts.SupplementRequested(again=""):
            return story.last(facts.SupplementRequested) is not None
        case facts.ApologyApproved():
            # A date set by hand that the letter knows of is none of another desk's.
            unheard = dossier.reappointments and fact.was_due_at != dossier.registered.due_at
            return bool(unheard) or story.last(facts.ApologyApproved) is not None
        case facts.PassedOn():
            known = {leg.plan.id for leg in dossier.legs}
            return story.passed(fact.leg) is not None or fact.leg not in known
    return False


def _reappointed(dossier: Dossier, recorded: Recorded, fact: facts.ApologyApproved) -> Dossier:
    by = recorded.entry.actor
    again = Reappointment(
        at=fact.at,
        by=by,
        was_due_at=dossier.registered.due_at,
        due_at=fact.dates.due_at,
        reason=fact.reason,
        by_letter=True,
    )
    return replace(
        _redated(dossier, fact.dates),
        moved_due=MovedDue(at=fact.at, by=by, reason=fact.reason),
        reappointments=(*dossier.reappointments, again),
    )


def _redated(dossier: Dossier, dates: facts.NewDates) -> Dossier:
    by_leg = {each.leg: each.due_at for each in dates.legs}
    plans = tuple(changed(leg.plan, due_at=by_leg.get(leg.plan.id, leg.plan.due_at)) for leg in dossier.legs)
    fact = changed(dossier.registered, due_at=dates.due_at, due_on=dates.due_at.date(), legs=plans)
    legs = tuple(replace(leg, plan=plan) for leg, plan in zip(dossier.legs, plans, strict=True))
    return replace(dossier, registered=fact, legs=legs)


def _anew(dossier: Dossier, fact: facts.SupplementReceived | facts.PaymentMade) -> Dossier:
    """Return the dossier with the receipt that was made out for its new date; a restart leaves no date set by hand."""
    restarted = isinstance(fact, facts.SupplementReceived) and fact.mode == "restart"
    return replace(
        dossier,
        edition=dossier.edition + 1,
        reissued_at=fact.at,
        moved_due=None if restarted else dossier.moved_due,
    )


def _received(dossier: Dossier, fact: facts.PassedOn) -> Dossier:
    legs = tuple(
        replace(leg, received_at=fact.at, owed_at=fact.due_at) if leg.plan.id == fact.leg else leg
        for leg in dossier.legs
    )
    return replace(dossier, legs=legs)


def _with_finding(dossier: Dossier, kind: str, recorded: Recorded, words: str) -> Dossier:
    against = dossier.story.moves[-1].entry if dossier.story.moves else dossier.entry.name
    found = Finding(kind=kind, entry=recorded.entry.name, against=against, words=words)
    return replace(dossier, findings=(*dossier.findings, found))
