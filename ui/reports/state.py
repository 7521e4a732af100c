"""What the page of reports shows and asks: plain values, no window."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.kernel.translations import _
from desk_app.reports.asked import Scope, month_period
from desk_app.reports.comparing import ChangedFigure, Comparison
from desk_app.reports.figure import NOTHING, Figure, Report, Rounding, Table, spoken
from desk_app.reports.freezing import FrozenSeen
from desk_app.reports.steps import Step

Span = Literal["reporting", "reporting_before", "month", "month_before", "quarter", "year", "own"]
SPANS: tuple[tuple[Span, str], ...] = (
    ("reporting", _("Kỳ báo cáo này")),
    ("reporting_before", _("Kỳ báo cáo trước")),
    ("month", _("Tháng này")),
    ("month_before", _("Tháng trước")),
    ("quarter", _("Quý này")),
    ("year", _("Năm nay")),
    ("own", _("Tự chọn ngày")),
)
ROUNDINGS: tuple[tuple[Rounding, str], ...] = (("half_up", _("Làm tròn tỷ lệ")), ("cut", _("Cắt bỏ phần lẻ")))
STEPS: tuple[tuple[Step | None, str], ...] = (
    (None, _("Theo độ dài kỳ")),
    ("week", _("Theo tuần")),
    ("month", _("Theo tháng")),
    ("quarter", _("Theo quý")),
    ("year", _("Theo năm")),
)
FORMATS: tuple[tuple[str, str], ...] = (
    ("docx", _("Word (.docx)")),
    ("pdf", _("PDF")),
    ("xlsx", _("Excel (.xlsx)")),
    ("csv", _("CSV")),
)
_INDENT = "    "
OVERVIEW = "overview"
"""Stands for the overview among the names of reports."""


@dataclass(frozen=True, kw_only=True)
class Unit:
    """An office that a report may be about; ``code`` empty for all of them."""

    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A report that this person may see; ``goes_by_steps``: one of its tables tells how things went over time."""

    id: str
    title: str
    words: str
    goes_by_steps: bool


@dataclass(frozen=True, kw_only=True)
class Start:
    """What the page begins with."""

    reports: tuple[Choice, ...]
    units: tuple[Unit, ...]
    first_day: int
    today: date


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A report that was asked for."""

    definition: str
    scope: Scope


@dataclass(frozen=True, kw_only=True)
class ChangeRow:
    """A figure that changed since a report was frozen, or one of the rows that made it change."""

    words: str
    then: str
    now: str
    dossier: str = ""
    is_cause: bool = False


def days_of(span: Span, today: date, first_day: int) -> tuple[date, date]:
    """Return the days of a span in which ``today`` lies, or of the one before it; of «own» the present month.

    ``first_day`` is the day of the month on which an office's reporting month begins.
    """
    if span == "reporting":
        following = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
        month = following if first_day > 1 and today.day >= first_day else today
        return month_period(month.year, month.month, first_day)
    if span in ("reporting_before", "month_before"):
        present: Span = "reporting" if span == "reporting_before" else "month"
        first, _last = days_of(present, today, first_day)
        return days_of(present, first - timedelta(days=1), first_day)
    if span == "quarter":
        first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
        return first, month_period(today.year, first.month + 2, 1)[1]
    if span == "year":
        return date(today.year, 1, 1), date(today.year, 12, 31)
    return month_period(today.year, today.month, 1)


def asked_in(about: str) -> tuple[str, date | None, date | None, str]:
    """Return report, days and office of an ``about`` such as ``06:2026-11-01:2026-11-30:H30``; what it lacks is empty."""
    definition, _mark, rest = about.partition(":")
    parts = rest.split(":") if rest else []
    try:
        first, last = (date.fromisoformat(parts[place]) for place in (0, 1))
    except (IndexError, ValueError):
        return definition, None, None, ""
    return definition, first, last, parts[2] if len(parts) > 2 else ""


def heading(report: Report) -> str:
    """Return whose figures these are, of which days, made when."""
    return _("{unit} · {first} – {last} · lập {at}").format(
        unit=report.unit_name,
        first=spoken_day(report.first_on),
        last=spoken_day(report.last_on),
        at=f"{report.made_at:%H:%M %d/%m}",
    )


def below(report: Report, table: Table) -> str:
    """Return how the figures of a table are counted and rounded, for the line under it."""
    return " ".join((*table.rules, *report.rules))


def frozen_words(seen: FrozenSeen) -> tuple[str, str, str, str]:
    """Return report, days, when frozen, digest and note as a list shows them."""
    days = f"{spoken_day(seen.first_on)} – {spoken_day(seen.last_on)}"
    mark = f"{seen.digest[:12]}  {seen.note}".strip()
    return seen.title, days, spoken_moment(seen.frozen_at), mark


def verdict(found: Comparison) -> str:
    """Return in a sentence what became of a frozen report."""
    if not found.frozen.is_intact:
        return _("Bản chốt không còn khớp mã kiểm tra của nó: dữ liệu đã bị sửa.")
    if found.is_same:
        return _("Lập lại vẫn đúng từng con số như bản đã chốt.")
    return _("{changed} con số đã đổi; {since} việc có bút toán mới từ lúc chốt.").format(
        changed=len(found.changes), since=found.entries_since
    )


def change_rows(found: Comparison) -> tuple[ChangeRow, ...]:
    """Return each changed figure, and under it the rows that made the difference."""
    rounding = found.now.rounding
    rows: list[ChangeRow] = []
    for change in found.changes:
        rows.append(ChangeRow(words=change.label, then=_said(change.then, rounding), now=_said(change.now, rounding)))
        rows += _causes(change)
    return tuple(rows)


def typed_scope(scope: Scope) -> Scope:
    """Return ``scope``; raise ``InvalidInput`` for the field where the days go backwards."""
    if scope.first_on > scope.last_on:
        raise InvalidInput("last", _("Ngày cuối ở trước ngày đầu."), _("Đổi lại hai ngày."))
    return scope


def _causes(change: ChangedFigure) -> list[ChangeRow]:
    if not change.causes:
        words = _("Không dòng nào vào hay ra: hạn trả đã qua, hoặc nội dung được sửa.")
        return [ChangeRow(words=f"{_INDENT}{words}", then="", now="", is_cause=True)]
    return [
        ChangeRow(
            words=f"{_INDENT}{'+' if cause.came else '−'} {cause.code or cause.subject[-6:]}  {cause.name}",
            then="" if cause.came else _("có"),
            now=_("đến sau khi chốt") if cause.is_new else _("sửa, làm tiếp sau khi chốt"),
            dossier=cause.subject if cause.code else "",
            is_cause=True,
        )
        for cause in change.causes
    ]


def _said(figure: Figure | None, rounding: Rounding) -> str:
    return NOTHING if figure is None else spoken(figure, rounding)
