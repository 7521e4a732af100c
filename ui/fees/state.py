"""What the page of fees shows, and what it makes of typed amounts: plain values, no window."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from desk_app.fees.commands import MOST
from desk_app.fees.day import DayReport
from desk_app.fees.facts import Way
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import dong, quantity
from desk_app.kernel.time_source import VIETNAM, spoken_day
from desk_app.kernel.translations import _

State = Literal["unpaid", "paid", "returned", "nothing"]

WAYS: tuple[tuple[Way, str], ...] = (("cash", _("Tiền mặt")), ("transfer", _("Chuyển khoản")))
WAY_WORDS: dict[Way, str] = dict(WAYS)
SPANS: tuple[tuple[int, str], ...] = ((1, _("Nhận hôm nay")), (7, _("7 ngày qua")), (31, _("31 ngày qua")))
_NO_DIGITS = re.compile(r"[\s.,đĐ]+")
_DIGITS = re.compile(r"\d{1,12}", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One dossier in the list: what it owes or what was paid; ``number`` is the payment's."""

    id: str
    code: str
    name: str
    procedure: str
    amount: int | None
    state: State
    number: str = ""
    way: Way | None = None
    at: datetime

    @property
    def money(self) -> str:
        """Return the amount as it is shown."""
        return _("chưa nêu") if self.amount is None else dong(self.amount)

    @property
    def state_words(self) -> str:
        """Return how it stands."""
        if self.state == "paid" and self.way == "transfer":
            return _("Đã chuyển khoản")
        return {
            "unpaid": _("Chưa thu"),
            "returned": _("Đã trả lại"),
            "nothing": _("Không phải nộp"),
        }.get(self.state, _("Đã thu"))

    @property
    def time(self) -> str:
        """Return when it was received or paid."""
        return f"{self.at.astimezone(VIETNAM):%H:%M %d/%m}"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """The whole page: ``report`` is of ``report.day``; ``cash_day`` is where money taken now belongs.

    ``to_close`` is the oldest day that F8 closes, None when everything is closed; ``next_number`` the next payment's.
    """

    rows: tuple[Row, ...]
    report: DayReport
    cash_day: date
    to_close: date | None
    next_number: str

    @property
    def owed(self) -> tuple[Row, ...]:
        """Return who has not paid."""
        return tuple(row for row in self.rows if row.state == "unpaid")


def money_in(text: str, *, field: str) -> int:
    """Return the đồng that a person typed, with or without dots and đ; raise ``InvalidInput`` for anything else."""
    plain = _NO_DIGITS.sub("", text)
    if not _DIGITS.fullmatch(plain) or int(plain) > MOST:
        raise InvalidInput(field, _("Số tiền không đọc được."), _("Gõ số đồng, như 40000 hoặc 40.000."))
    return int(plain)


def owed_words(seen: Seen) -> str:
    """Return how many owe how much."""
    owed = seen.owed
    if not owed:
        return _("Không ai còn nợ")
    total = dong(sum(row.amount or 0 for row in owed))
    return _("{count} hồ sơ chưa nộp, {total}").format(count=quantity(len(owed)), total=total)


def closing_words(day: date, expected: int, counted: str) -> str:
    """Return the title of the closing strip, with the difference as it stands while the person types."""
    head = _("Chốt ngày {day}: tiền mặt phải có {expected}").format(day=spoken_day(day), expected=dong(expected))
    try:
        difference = money_in(counted, field="counted") - expected
    except InvalidInput:
        return head
    if not difference:
        return _("{head} · khớp sổ").format(head=head)
    word = _("thừa {amount}") if difference > 0 else _("thiếu {amount}")
    apart = word.format(amount=dong(abs(difference)))
    return _("{head} · {apart}, cần giải thích").format(head=head, apart=apart)


def day_state(seen: Seen) -> str:
    """Return what is to be known of the day: closed, not closed yet, or an earlier one forgotten."""
    report = seen.report
    if seen.to_close is not None and seen.to_close < report.day:
        return _("Ngày {day} chưa chốt. F8: chốt ngày ấy trước.").format(day=spoken_day(seen.to_close))
    if report.closed_at is not None and report.difference is not None:
        at = f"{report.closed_at.astimezone(VIETNAM):%H:%M}"
        words = _("Đã chốt lúc {at}, chênh lệch {amount}.").format(at=at, amount=dong(report.difference))
        if seen.cash_day == report.day:
            return words
        return _("{closed} Thu thêm tính vào ngày {day}.").format(closed=words, day=spoken_day(seen.cash_day))
    return _("Chưa chốt.")
