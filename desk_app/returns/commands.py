"""What happens at the door: given, not given, brought back; and the end of a round, when nothing is left unsaid."""

from datetime import datetime

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.facts import Noted
from desk_app.dossiers.hand_over import Collecting, checked_collecting, given_out
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.status import require as require_status
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Refused
from desk_app.kernel.texts import checked_line
from desk_app.returns import facts
from desk_app.returns.facts import FailReason, Next, spoken_helper, way_subject
from desk_app.returns.moves import checked_moment, require_round, require_stop
from desk_app.returns.planning import PLAN
from desk_app.returns.room import Returns
from desk_app.returns.tables import queries
from desk_app.returns.way import MOST_ATTEMPTS, OPEN_STOPS, REASON_WORDS, Stop, Way
from desk_app.returns.ways import get_round, way_in

_WITH_HELPER = frozenset({"out", "failed"})


def deliver(
    room: Returns,
    *,
    by: str,
    dossier: str,
    collecting: Collecting | None = None,
    signed: bool = True,
    round_: str = "",
    delivered_at: datetime | None = None,
    command_id: str,
) -> Written:
    """Record that the result was given at the door, to the applicant unless ``collecting`` says to whom.

    The dossier is handed over by the same write; ``signed`` says that the slip came back signed. Raises what
    ``hand_over_together`` raises, ``Refused`` when the result is not with a helper, ``InvalidInput`` for the moment.
    """
    who = checked_collecting(collecting or Collecting())

    def decide(writing: Writing) -> None:
        now, way = dossier_in(room.dossiers, writing.db, dossier), way_in(room, writing.db, dossier)
        require_status(now.status, "hand_over", now.code)
        stop = require_stop(way, now.code, round_, _WITH_HELPER, "ghi đã giao")
        at = checked_moment(delivered_at, writing.now, stop.left_at)
        helper = spoken_helper(get_round(writing.db, stop.round).helper)
        note = f"Trả tận nhà, người trao: {helper}. {who.note}".strip()
        given = given_out(now, _with_note(who, note), at)
        writing.add(dossier, given)
        fact = facts.Delivered(round=stop.round, to=given.to, relation=given.relation, signed=signed, delivered_at=at)
        writing.add(way_subject(dossier), fact)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def fail_attempt(
    room: Returns,
    *,
    by: str,
    dossier: str,
    reason: FailReason,
    note: str = "",
    round_: str = "",
    failed_at: datetime | None = None,
    command_id: str,
) -> Written:
    """Record that the helper stood at the door in vain; the result stays with them until it is brought back.

    Raises ``Refused`` when the result is not out, ``InvalidInput`` for the moment, or for «other» without a note.
    """
    words = checked_line(note, field="note", label="Ghi chú", longest=300, required=reason == "other")

    def decide(writing: Writing) -> None:
        code = dossier_in(room.dossiers, writing.db, dossier).code
        stop = require_stop(way_in(room, writing.db, dossier), code, round_, frozenset({"out"}), "ghi không giao được")
        at = checked_moment(failed_at, writing.now, stop.left_at)
        fact = facts.AttemptFailed(round=stop.round, reason=reason, note=words, failed_at=at)
        writing.add(way_subject(dossier), fact)
        said = f"Đi trả tận nhà không giao được: {REASON_WORDS[reason].lower()}. {words}".strip()
        writing.add(dossier, Noted(text=said, noted_at=at))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def bring_back(
    room: Returns,
    *,
    by: str,
    dossier: str,
    next_: Next = "desk",
    reason: str = "",
    round_: str = "",
    command_id: str,
) -> Written:
    """Record that a result is at the desk again, for another round or for its owner to fetch.

    After two failed attempts it stays at the desk whatever ``next_`` says. A stop of a round that has not left is only
    taken out of it. Raises ``Refused`` when the result is in no round.
    """
    words = checked_line(reason, field="reason", label="Lý do", longest=300)

    def decide(writing: Writing) -> None:
        code, way = dossier_in(room.dossiers, writing.db, dossier).code, way_in(room, writing.db, dossier)
        stop = require_stop(way, code, round_, OPEN_STOPS, "mang về")
        _back(writing, dossier, way, stop, next_, words)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def close_round(room: Returns, *, by: str, round_: str, note: str = "", command_id: str) -> Written:
    """End a round and name what came back: for another round, after two failed attempts for the desk.

    Raises ``Refused`` naming the stops that have no outcome yet, or when the round has ended.
    """
    words = checked_line(note, field="note", label="Ghi chú", longest=500)

    def decide(writing: Writing) -> None:
        now = get_round(writing.db, round_)
        stops = [(each, way_in(room, writing.db, each)) for each in queries.stops_of(writing.db, round_)]
        unsaid = [dossier for dossier, way in stops if _state(way, round_) in ("planned", "out")]
        if unsaid:
            codes = ", ".join(tail(dossier_in(room.dossiers, writing.db, each).code) for each in unsaid)
            raise Refused(
                "returns.stops_open",
                f"Chuyến {now.short} còn hồ sơ chưa ghi kết quả: {codes}.",
                "Ghi từng hồ sơ trước.",
            )
        # A round that never left may end: then it was called off.
        require_round(now, left=now.left_at is not None, doing="kết thúc")
        for dossier, way in stops:
            stop = way.stop_of(round_) if way is not None else None
            if stop is not None and stop.state == "failed":
                _back(writing, dossier, way, stop, "again", "")
        writing.add(round_, facts.RoundClosed(note=words, closed_at=writing.now))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def _back(writing: Writing, dossier: str, way: Way | None, stop: Stop, next_: Next, reason: str) -> None:
    attempts = way.attempts if way is not None else 0
    settled: Next = "desk" if attempts >= MOST_ATTEMPTS else next_
    was: facts.Seen = "planned" if stop.state == "planned" else "failed" if stop.state == "failed" else "out"
    fact = facts.CameBack(round=stop.round, was=was, next=settled, reason=reason, back_at=writing.now)
    writing.add(way_subject(dossier), fact)
    if settled == "desk":
        said = f"Kết quả mang về quầy, cần gọi người dân đến nhận. {reason}".strip()
        writing.add(dossier, Noted(text=said, noted_at=writing.now))


def _state(way: Way | None, round_: str) -> str:
    stop = way.stop_of(round_) if way is not None else None
    return stop.state if stop is not None else "back"


def _with_note(who: Collecting, note: str) -> Collecting:
    return Collecting(
        relation=who.relation,
        to=who.to,
        kinship=who.kinship,
        id_number=who.id_number,
        paper_shown=who.paper_shown,
        signed_register=False,
        note=note,
    )
