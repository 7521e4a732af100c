"""The moves of a dossier's life in plain words, as its history tells them."""

from collections.abc import Callable, Mapping
from typing import Any

from desk_app.dossiers.life import facts
from desk_app.kernel.texts import dong
from desk_app.kernel.time_source import spoken_day, spoken_moment


def _asked(fact: facts.SupplementRequested) -> str:
    late = " Yêu cầu muộn hơn thời hạn trả hồ sơ chưa đủ." if fact.late else ""
    again = f" Yêu cầu lần nữa vì: {fact.again}." if fact.again else ""
    return _one_stop(f"Yêu cầu bổ sung: {'; '.join(fact.missing)}. Lý do: {fact.reason}.{again}{late}")


def _completed(fact: facts.SupplementReceived) -> str:
    mode = "thời hạn tính lại từ đầu" if fact.mode == "restart" else "thời hạn tính tiếp"
    names = "; ".join(paper.name for paper in fact.papers)
    due = spoken_moment(fact.dates.due_at)
    return _one_stop(f"Đã bổ sung: {names}. Ngày hẹn mới {due}, {mode}.{_also(fact.note)}")


def _turned_down(fact: facts.TurnedDown) -> str:
    sorry = f" Xin lỗi vì quá hạn: {fact.apology}." if fact.apology else ""
    return _one_stop(f"Từ chối giải quyết. Lý do: {fact.reason}.{_basis(fact.basis)}{sorry}{_back(fact.returned)}")


def _proposed(fact: facts.ApologyProposed) -> str:
    return _one_stop(f"Đề nghị xin lỗi, hẹn lại {spoken_moment(fact.due_at)}. Lý do: {fact.reason}.")


def _apologised(fact: facts.ApologyApproved) -> str:
    late = " Báo muộn hơn quy định." if fact.late_notice else ""
    moved = f"{spoken_moment(fact.was_due_at)} → {spoken_moment(fact.dates.due_at)}"
    return _one_stop(f"Xin lỗi số {fact.mark}, hẹn lại: {moved}. Lý do: {fact.reason}.{late}")


def _withdrawn(fact: facts.Withdrawn) -> str:
    why = f" Lý do: {fact.reason}." if fact.reason else ""
    return _one_stop(f"Người dân rút hồ sơ.{why}{_back(fact.returned)}")


def _stopped(fact: facts.Stopped) -> str:
    return _one_stop(f"Dừng giải quyết. Lý do: {fact.reason}.{_basis(fact.basis)}{_back(fact.returned)}")


def _payment_asked(fact: facts.PaymentAsked) -> str:
    return _one_stop(f"Yêu cầu nộp {dong(fact.amount)} ({fact.purpose}), chậm nhất {spoken_day(fact.until)}.")


def _paid(fact: facts.PaymentMade) -> str:
    due = spoken_moment(fact.dates.due_at)
    return f"Đã nộp tiền, biên lai {fact.receipt_number}. Ngày hẹn mới {due}, thời hạn tính tiếp."


def _reassigned(fact: facts.Reassigned) -> str:
    until = f", làm thay đến hết {spoken_day(fact.until)}" if fact.until is not None else ""
    giver = f"{fact.from_name} giao" if fact.from_name else "Giao"
    return _one_stop(f"{giver} hồ sơ cho {fact.to_name}{until}. Lý do: {fact.reason}.")


def _passed_on(fact: facts.PassedOn) -> str:
    taker = f", {fact.taken_by} nhận" if fact.taken_by else ""
    due = spoken_moment(fact.due_at)
    return f"{fact.given_by} giao hồ sơ cho {fact.agency}{taker}; phải xong trước {due}.{_also(fact.note)}"


def _basis(basis: str) -> str:
    return f" Căn cứ: {basis}." if basis else ""


def _back(returned: str) -> str:
    return f" Trả lại: {returned}." if returned else ""


def _also(note: str) -> str:
    return f" {note}" if note else ""


def _one_stop(text: str) -> str:
    return text.replace("..", ".")


LIFE_WORDS: Mapping[type[Any], Callable[[Any], str]] = {
    facts.SupplementRequested: _asked,
    facts.SupplementReceived: _completed,
    facts.TurnedDown: _turned_down,
    facts.ApologyProposed: _proposed,
    facts.ApologyApproved: _apologised,
    facts.Withdrawn: _withdrawn,
    facts.Stopped: _stopped,
    facts.PaymentAsked: _payment_asked,
    facts.PaymentMade: _paid,
    facts.Reassigned: _reassigned,
    facts.PassedOn: _passed_on,
}
