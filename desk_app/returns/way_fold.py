"""From the entries about one result's way to its state: one small function for each thing that can happen.

A move that the state does not allow can only come from another desk that had not heard of the newest: it changes nothing
that was said before, and is kept as a finding.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from desk_app.journal.entry import Recorded
from desk_app.kernel.time_source import spoken_moment
from desk_app.returns import facts
from desk_app.returns.way import Finding, Parcel, Stop, StopState, Way

_SAID: dict[str, str] = {
    "planned": "đã xếp chuyến",
    "out": "đang đi trả",
    "failed": "chưa giao được",
    "delivered": "đã giao",
    "back": "đã mang về",
    "packed": "đã in nhãn",
    "posted": "đã gửi",
    "returned": "đã hoàn về",
}


def folded(history: Sequence[Recorded]) -> Way:
    """Return the way that its entries, in clock order, lead to."""
    way = Way(dossier=facts.dossier_of(history[0].entry.subject))
    for place, each in enumerate(history):
        step = _STEPS.get(type(each.fact))
        if step is not None:
            way = step(way, each, each.fact, place)
    return way


def _answered(way: Way, _: Recorded, fact: facts.ProposalAnswered, place: int) -> Way:
    return replace(way, answer=fact, answered_order=place)


def _planned(way: Way, recorded: Recorded, fact: facts.StopPlanned, place: int) -> Way:
    if way.stop_of(fact.round) is not None:
        return way
    stop = Stop(round=fact.round, place=fact.place, kit=fact.kit, state="planned", at=fact.planned_at, order=place)
    taken = bool(way.open_stops or way.open_parcels)
    way = replace(way, stops=(*way.stops, stop))
    words = "Kết quả được xếp vào hai chuyến, hoặc vừa xếp chuyến vừa gửi bưu chính, ở hai máy."
    return _found(way, "planned_twice", recorded, words) if taken else way


def _left(way: Way, recorded: Recorded, fact: facts.StopLeft, place: int) -> Way:
    stop = way.stop_of(fact.round)
    if stop is None or stop.left_at is not None:
        return way
    way = _moved(way, replace(stop, state="out", at=fact.left_at, left_at=fact.left_at, order=place))
    if stop.state == "planned":
        return way
    # Somebody saw it leave: it is not counted as lying at the desk.
    words = f"Một máy bỏ khỏi chuyến, máy kia ghi rời quầy lúc {spoken_moment(fact.left_at)}; đang tính là đang đi trả."
    return _found(way, "left_otherwise", recorded, words)


def _delivered(way: Way, recorded: Recorded, fact: facts.Delivered, place: int) -> Way:
    stop = way.stop_of(fact.round)
    if stop is None or "delivered" in way.states:
        return _found(way, "delivered_twice", recorded, f"Ghi giao lần nữa, cho {fact.to}.")
    before: StopState = stop.state
    stop = replace(stop, state="delivered", at=fact.delivered_at, order=place, to=fact.to, relation=fact.relation)
    way = _moved(way, stop)
    if before == "back":
        words = f"Một máy ghi đã mang về, máy kia ghi đã giao cho {fact.to}; đang tính là đã giao."
        return _found(way, "delivered_otherwise", recorded, words)
    return way


def _failed(way: Way, recorded: Recorded, fact: facts.AttemptFailed, place: int) -> Way:
    stop = way.stop_of(fact.round)
    if stop is not None and stop.failed_at is not None:
        return way
    if stop is None or stop.state not in ("out", "planned"):
        said = _SAID[stop.state] if stop is not None else "không có chuyến này"
        words = f"Máy kia ghi không giao được lúc {spoken_moment(fact.failed_at)}; đang tính là {said}."
        return _found(way, "failed_otherwise", recorded, words)
    return _moved(
        way,
        replace(
            stop,
            state="failed",
            at=fact.failed_at,
            order=place,
            failed_at=fact.failed_at,
            fail_reason=fact.reason,
            reason=fact.note,
        ),
    )


def _came_back(way: Way, recorded: Recorded, fact: facts.CameBack, place: int) -> Way:
    stop = way.stop_of(fact.round)
    if stop is None or stop.state == "back":
        return way
    if stop.state == "delivered":
        return _found(way, "back_otherwise", recorded, f"Máy kia ghi đã mang về; đang tính là đã giao cho {stop.to}.")
    if fact.was == "planned" and stop.state != "planned":
        words = f"Một máy bỏ khỏi chuyến, máy kia ghi {_SAID[stop.state]}; đang tính là {_SAID[stop.state]}."
        return _found(way, "back_otherwise", recorded, words)
    return _moved(way, replace(stop, state="back", at=fact.back_at, order=place, next=fact.next, reason=fact.reason))


def _prepared(way: Way, recorded: Recorded, fact: facts.PostPrepared, place: int) -> Way:
    parcel = Parcel(
        id=fact.parcel,
        to=fact.to,
        address=fact.address,
        phone=fact.phone,
        state="packed",
        at=fact.prepared_at,
        order=place,
    )
    taken = bool(way.open_stops or way.open_parcels)
    way = replace(way, parcels=(*way.parcels, parcel))
    words = "Kết quả được in nhãn gửi hai lần, hoặc vừa gửi bưu chính vừa xếp chuyến, ở hai máy."
    return _found(way, "planned_twice", recorded, words) if taken else way


def _posted(way: Way, recorded: Recorded, fact: facts.Posted, place: int) -> Way:
    parcel = way.parcel_of(fact.parcel)
    if parcel is None or parcel.state != "packed":
        return _found(way, "posted_twice", recorded, f"Ghi gửi bưu chính lần nữa, số hiệu {fact.tracking}.")
    return _sent(
        way,
        replace(
            parcel,
            state="posted",
            at=fact.posted_at,
            order=place,
            posted_at=fact.posted_at,
            tracking=fact.tracking,
            cost=fact.cost,
        ),
    )


def _post_delivered(way: Way, recorded: Recorded, fact: facts.PostDelivered, place: int) -> Way:
    parcel = way.parcel_of(fact.parcel)
    if parcel is None or "delivered" in way.states:
        return _found(way, "delivered_twice", recorded, f"Bưu chính báo phát lần nữa, cho {fact.to}.")
    was_returned = parcel.state == "returned"
    way = _sent(
        way, replace(parcel, state="delivered", at=fact.delivered_at, order=place, to=fact.to, proof=fact.proof)
    )
    words = f"Một máy ghi bưu chính hoàn về, máy kia ghi đã phát cho {fact.to}; đang tính là đã phát."
    return _found(way, "delivered_otherwise", recorded, words) if was_returned else way


def _post_returned(way: Way, recorded: Recorded, fact: facts.PostReturned, place: int) -> Way:
    parcel = way.parcel_of(fact.parcel)
    if parcel is None or parcel.state == "returned":
        return way
    if parcel.state == "delivered":
        words = f"Máy kia ghi bưu chính hoàn về; đang tính là đã phát cho {parcel.to}."
        return _found(way, "back_otherwise", recorded, words)
    return _sent(way, replace(parcel, state="returned", at=fact.returned_at, order=place, reason=fact.reason))


def _moved(way: Way, stop: Stop) -> Way:
    return replace(way, stops=tuple(stop if each.round == stop.round else each for each in way.stops))


def _sent(way: Way, parcel: Parcel) -> Way:
    return replace(way, parcels=tuple(parcel if each.id == parcel.id else each for each in way.parcels))


def _found(way: Way, kind: str, recorded: Recorded, words: str) -> Way:
    name = recorded.entry.name
    return replace(way, findings=(*way.findings, Finding(kind=kind, entry=name, against="", words=words)))


_STEPS: dict[type[Any], Callable[[Way, Recorded, Any, int], Way]] = {
    facts.ProposalAnswered: _answered,
    facts.StopPlanned: _planned,
    facts.StopLeft: _left,
    facts.Delivered: _delivered,
    facts.AttemptFailed: _failed,
    facts.CameBack: _came_back,
    facts.PostPrepared: _prepared,
    facts.Posted: _posted,
    facts.PostDelivered: _post_delivered,
    facts.PostReturned: _post_returned,
}
