"""Results on their way and rounds as the command line shows them."""

from datetime import date, datetime

from desk_app.cli.acting import Acting
from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.returns import reading
from desk_app.returns.addresses import address_of
from desk_app.returns.facts import FailReason
from desk_app.returns.seen import Going, Outstanding, RoundSeen, StopSeen
from desk_app.returns.way import REASON_WORDS, WHERE_WORDS
from desk_app.returns.ways import get_round

STOP_WORDS = {
    "planned": "chưa đi",
    "out": "đang đi",
    "failed": "không giao được",
    "delivered": "đã giao",
    "back": "đã mang về",
}


class WayShown(Record):
    """Where one result is, with its round or its parcel; what is not known is empty or None.

    ``together`` are the codes of the other dossiers in the same parcel.
    """

    code: str
    name: str
    where: str
    where_words: str
    since: datetime | None
    days: int
    attempts: int
    round: str
    tracking: str
    is_late: bool
    findings: tuple[str, ...]
    parcel: str
    together: tuple[str, ...]


class GoingShown(Record):
    """One result that waits for a round or a parcel, or is proposed for one."""

    code: str
    name: str
    hamlet: str
    address: str
    phone: str
    way: str
    kit: tuple[str, ...]
    attempts: int
    proposed: str
    blocked: str


class StopShown(Record):
    """One stop of a round."""

    place: int
    code: str
    name: str
    address: str
    phone: str
    kit: tuple[str, ...]
    state: str
    at: datetime
    to: str
    fail_reason: FailReason | None
    fetched: bool


class RoundShown(Record):
    """A round with its stops; ``open`` counts those without an outcome."""

    round: str
    going_on: date
    hamlet: str
    helper: str
    organisation: str
    phone: str
    carrier: str
    left_at: datetime | None
    closed_at: datetime | None
    open: int
    stops: tuple[StopShown, ...]


def way_shown(act: Acting, dossier: str) -> WayShown:
    """Return where one result is now; raise ``NotFound`` when nothing was ever said of it."""
    found = reading.seen(act.desk.returns, dossier)
    if found is None:
        raise NotFound("returns.no_way", "Hồ sơ này chưa đi đâu.", "Kết quả trả tại quầy.")
    return outstanding_shown(found)


def outstanding_shown(each: Outstanding) -> WayShown:
    """Return a result that is on its way, or came back, as a line of a list."""
    return WayShown(
        code=each.dossier.code,
        name=each.dossier.registered.applicant.name,
        where=str(each.where),
        where_words=WHERE_WORDS[each.where],
        since=each.since,
        days=each.days,
        attempts=each.way.attempts,
        round=each.stop.round if each.stop is not None else "",
        tracking=each.parcel.tracking if each.parcel is not None else "",
        is_late=each.is_late,
        findings=tuple(found.words for found in each.way.findings),
        parcel=each.parcel.id if each.parcel is not None else "",
        together=each.together,
    )


def going_shown(each: Going) -> GoingShown:
    """Return a result that waits to go."""
    applicant = each.dossier.registered.applicant
    return GoingShown(
        code=each.dossier.code,
        name=applicant.name,
        hamlet=each.hamlet,
        address=each.address,
        phone=applicant.phone,
        way=each.way,
        kit=each.kit,
        attempts=each.attempts,
        proposed=each.proposed,
        blocked=each.blocked,
    )


def round_shown(act: Acting, round_: str) -> RoundShown:
    """Return a round as it stands now."""
    found = get_round(act.desk.journal.reading(), round_)
    return seen_shown(reading.round_seen(act.desk.returns, found))


def seen_shown(seen: RoundSeen) -> RoundShown:
    """Return a round that was read."""
    round_ = seen.round
    return RoundShown(
        round=round_.id,
        going_on=round_.going_on,
        hamlet=round_.hamlet,
        helper=round_.helper.name,
        organisation=round_.helper.organisation,
        phone=round_.helper.phone,
        carrier=round_.carrier,
        left_at=round_.left_at,
        closed_at=round_.closed_at,
        open=seen.open_count,
        stops=tuple(_stop(each) for each in seen.stops),
    )


def way_words(each: WayShown) -> str:
    """Return where a result is, in words."""
    since = f" từ {spoken_day(each.since)}" if each.since is not None else ""
    late = " – QUÁ HẠN BÁO PHÁT" if each.is_late else ""
    together = f", chung bưu gửi với {', '.join(each.together)}" if each.together else ""
    found = "".join(f"\n  Mâu thuẫn: {words}" for words in each.findings)
    return f"{each.code}  {each.name}: {each.where_words}{since}{together}{late}{found}"


def going_words(each: GoingShown) -> str:
    """Return a result that waits to go, in words."""
    why = f" – đề nghị: {each.proposed}" if each.proposed else ""
    blocked = f" – KHÔNG ĐƯỢC: {each.blocked}" if each.blocked else ""
    way = " (bưu chính)" if each.way == "post" else ""
    return f"{each.hamlet}: {each.code}  {each.name}, {each.address or 'không có địa chỉ'}{way}{why}{blocked}"


def round_words(each: RoundShown) -> str:
    """Return a round and its stops, in words."""
    helper = f"{each.helper} ({each.organisation})" if each.organisation else each.helper
    head = f"Chuyến {each.round[-6:]}: {spoken_day(each.going_on)}, {each.hamlet}, {helper}; {each.open} điểm chưa xong"
    return "\n".join((head, *(_stop_words(stop) for stop in each.stops)))


def _stop(each: StopSeen) -> StopShown:
    fact = each.dossier.registered
    return StopShown(
        place=each.stop.place,
        code=each.dossier.code,
        name=fact.applicant.name,
        address=address_of(fact),
        phone=fact.applicant.phone,
        kit=each.stop.kit,
        state=each.stop.state,
        at=each.stop.at,
        to=each.stop.to,
        fail_reason=each.stop.fail_reason,
        fetched=each.fetched,
    )


def _stop_words(stop: StopShown) -> str:
    why = f" ({REASON_WORDS[stop.fail_reason].lower()})" if stop.fail_reason is not None else ""
    fetched = " – người dân đã nhận ở quầy" if stop.fetched else ""
    return f"  {stop.place}. {stop.code}  {stop.name}, {stop.address}: {STOP_WORDS[stop.state]}{why}{fetched}"
