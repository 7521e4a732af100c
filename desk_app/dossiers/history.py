"""A dossier's history in plain words, as the card shows it and a citizen may hear it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk_app.dossiers import facts
from desk_app.dossiers import on_the_spot_facts as spot
from desk_app.dossiers.correction_fields import LABELS, spoken
from desk_app.dossiers.life.facts import Move
from desk_app.dossiers.life.history_words import LIFE_WORDS
from desk_app.dossiers.room import Dossiers
from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.kernel.time_source import spoken_moment

_RELATIONS = {"self": "bản thân", "relative": "người thân", "authorised": "người được ủy quyền"}


@dataclass(frozen=True, kw_only=True)
class HistoryLine:
    """One thing that happened: when, who did it (a person's name), and what in words."""

    at: datetime
    who: str
    words: str


def history_lines(room: Dossiers, dossier: str) -> tuple[HistoryLine, ...]:
    """Return what happened to a dossier, oldest first."""
    book = room.accounts.present_book()
    lines = []
    agencies: dict[str, str] = {}
    for recorded in room.journal.history(dossier):
        fact = recorded.fact
        if isinstance(fact, facts.Registered):
            agencies = {leg.id: leg.agency for leg in fact.legs}
        if isinstance(fact, facts.Corrected) and fact.replanned is not None:
            agencies = {leg.id: leg.agency for leg in fact.replanned.legs}
        if isinstance(fact, facts.StepDone):
            words = f"{agencies.get(fact.leg, fact.leg)} xong phần việc.{_also(fact.note)}"
        elif type(fact) in _WORDS:
            words = _WORDS[type(fact)](fact)
        else:
            continue
        person = book.find(recorded.entry.actor)
        lines.append(HistoryLine(at=_moment_of(recorded), who=person.name if person else "", words=words))
    return tuple(lines)


def words_of(fact: Fact) -> str:
    """Return what a fact of a dossier says in plain words; empty for a fact of another room."""
    words = _WORDS.get(type(fact))
    return "" if words is None else words(fact)


def _moment_of(recorded: Recorded) -> datetime:
    """Return when it happened by the fact itself: an entry's clock may run ahead after another desk's was adopted."""
    match recorded.fact:
        case facts.StepDone(done_at=at) | facts.ResultIssued(issued_at=at) | facts.HandedOver(handed_at=at):
            return at
        case facts.Noted(noted_at=at) | facts.Registered(entered_at=at):
            return at
        case facts.Corrected(corrected_at=at) | facts.FindingSettled(settled_at=at):
            return at
        case spot.OnTheSpotBegun(begun_at=at) | spot.Appraised(appraised_at=at) | spot.Approved(approved_at=at):
            return at
        case spot.ReceiptAsked(asked_at=at) | spot.OnTheSpotLeft(left_at=at):
            return at
        case Move(at=at):
            return at
    return recorded.at


def _registered(fact: facts.Registered) -> str:
    late = f" (nhập sau, nhận lúc {spoken_moment(fact.received_at)})" if fact.late else ""
    return f"Tiếp nhận hồ sơ{late}, hẹn trả {spoken_moment(fact.due_at)}."


def _result_issued(fact: facts.ResultIssued) -> str:
    number = f" số {fact.number}" if fact.number else ""
    return f"Đã có kết quả{number}.{_also(fact.note)}"


def _handed_over(fact: facts.HandedOver) -> str:
    shown = f", xuất trình {fact.paper_shown}" if fact.paper_shown else ""
    number = f", số giấy tờ {fact.id_number}" if fact.id_number else ""
    signed = " Đã ký sổ." if fact.signed_register else ""
    relation = fact.kinship or _RELATIONS[fact.relation]
    return f"Trả kết quả cho {fact.to} ({relation}{shown}{number}).{signed}{_also(fact.note)}"


def _noted(fact: facts.Noted) -> str:
    return f"Đã gọi điện: {fact.text}" if fact.channel == "phone" else f"Ghi chú: {fact.text}"


def _corrected(fact: facts.Corrected) -> str:
    changes = "; ".join(
        f"{LABELS.get(each.field, each.field)} «{spoken(each.field, each.old)}» → «{spoken(each.field, each.new)}»"
        for each in fact.changes
    )
    anew = " Đã lập lại giấy hẹn." if fact.reissued else ""
    return f"Sửa {changes}. Lý do: {fact.reason}.{anew}".replace("..", ".")


def _finding_settled(fact: facts.FindingSettled) -> str:
    return f"Đã giải quyết điểm mâu thuẫn: {fact.reason}"


def _on_the_spot_begun(fact: spot.OnTheSpotBegun) -> str:
    day = " (ngày giải quyết ngay)" if fact.settle_day else ""
    return f"Bắt đầu giải quyết tại chỗ{day}."


def _also(note: str) -> str:
    return f" {note}" if note else ""


_WORDS: dict[type[Any], Callable[[Any], str]] = {
    facts.Registered: _registered,
    facts.ResultIssued: _result_issued,
    facts.HandedOver: _handed_over,
    facts.Noted: _noted,
    facts.Corrected: _corrected,
    facts.FindingSettled: _finding_settled,
    **LIFE_WORDS,
    spot.OnTheSpotBegun: _on_the_spot_begun,
    spot.Appraised: lambda fact: f"Thẩm định xong tại chỗ.{_also(fact.note)}",
    spot.Approved: lambda _: "Duyệt tại chỗ.",
    spot.ReceiptAsked: lambda _: "In giấy hẹn theo yêu cầu của người dân.",
    spot.OnTheSpotLeft: lambda fact: f"Chuyển sang giải quyết bình thường: {fact.reason}",
}
