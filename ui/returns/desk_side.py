"""What the page of returns asks of the desk; every function runs on a job's thread."""

from datetime import datetime

from desk_app.desk import Desk
from desk_app.dossiers.hand_over import Collecting
from desk_app.journal.write_door import Written
from desk_app.returns import commands, planning, post, reading
from desk_app.returns.facts import FailReason, Helper, Next
from desk_app.returns.printing import print_round
from ui.returns.post_rows import post_rows
from ui.returns.state import Seen, back_rows, go_rows
from ui.returns.trip_rows import trip_rows
from ui.shell.one_write import Doing


def seen(desk: Desk, by: str) -> Seen:
    """Return everything the page shows; raises ``NotAllowed`` for somebody who may not see it."""
    desk.require(by, planning.READ)
    room, now = desk.returns, desk.journal.time.now()
    waiting, out = reading.waiting(room), reading.outstanding(room)
    return Seen(
        going=go_rows((*waiting, *reading.proposals(room)), now),
        trips=trip_rows(reading.open_rounds(room), now),
        post=post_rows(waiting, out),
        back=back_rows(out),
    )


def usual_helper(desk: Desk, hamlet: str) -> tuple[str, Helper | None]:
    """Return a hamlet and who went there last time."""
    return hamlet, reading.usual_helper(desk.returns, hamlet)


def plan(do: Doing, wanted: planning.Plan) -> Written:
    """Put a round together."""
    return planning.plan_round(do.desk.returns, by=do.by, plan=wanted, command_id=do.id)


def answer(do: Doing, dossier: str, *, accepted: bool) -> Written:
    """Answer a proposal."""
    return planning.answer_proposal(do.desk.returns, by=do.by, dossier=dossier, accepted=accepted, command_id=do.id)


def leave(do: Doing, round_: str, carrier: str) -> Written:
    """Let a round leave."""
    return planning.leave(do.desk.returns, by=do.by, round_=round_, carrier=carrier, command_id=do.id)


def close(do: Doing, round_: str) -> Written:
    """End a round."""
    return commands.close_round(do.desk.returns, by=do.by, round_=round_, command_id=do.id)


def papers(do: Doing, round_: str) -> Written:
    """Queue a round's papers."""
    return print_round(do.desk.returns, by=do.by, round_=round_, command_id=do.id)


def deliver(do: Doing, stop: tuple[str, str], who: Collecting, at: datetime | None) -> Written:
    """Record a delivery at a stop: its dossier and its round."""
    dossier, round_ = stop
    return commands.deliver(
        do.desk.returns,
        by=do.by,
        dossier=dossier,
        collecting=who,
        round_=round_,
        delivered_at=at,
        command_id=do.id,
    )


def fail(do: Doing, stop: tuple[str, str], reason: FailReason, note: str, at: datetime | None) -> Written:
    """Record a failed attempt at a stop."""
    dossier, round_ = stop
    return commands.fail_attempt(
        do.desk.returns,
        by=do.by,
        dossier=dossier,
        reason=reason,
        note=note,
        round_=round_,
        failed_at=at,
        command_id=do.id,
    )


def back(do: Doing, stop: tuple[str, str], next_: Next, reason: str) -> Written:
    """Record that a stop's result is at the desk again."""
    dossier, round_ = stop
    return commands.bring_back(
        do.desk.returns, by=do.by, dossier=dossier, next_=next_, reason=reason, round_=round_, command_id=do.id
    )


def pack(do: Doing, dossiers: tuple[str, ...], address: str) -> Written:
    """Make up a parcel and print its label."""
    return post.prepare_parcel(do.desk.returns, by=do.by, dossiers=dossiers, address=address, command_id=do.id)


def posted(do: Doing, dossier: str, tracking: str, cost: int | None) -> Written:
    """Record that the post took a parcel."""
    return post.record_posted(
        do.desk.returns, by=do.by, dossier=dossier, tracking=tracking, cost=cost, command_id=do.id
    )


def proved(do: Doing, dossier: str, to: str, proof: str, at: datetime | None) -> Written:
    """Record the post's proof."""
    return post.prove_delivered(
        do.desk.returns, by=do.by, dossier=dossier, to=to, proof=proof, delivered_at=at, command_id=do.id
    )


def taken_back(do: Doing, dossier: str, reason: str) -> Written:
    """Record that a parcel is at the desk again."""
    return post.take_back(do.desk.returns, by=do.by, dossier=dossier, reason=reason, command_id=do.id)
