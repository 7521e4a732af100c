"""A list as one readable line: ``due=overdue&unit=Công an xã&sort=due``. What people save, scripts write and pages pass on.

Parts stand in any order, joined by ``&``; a ``&`` or ``%`` within a value is written ``%26`` or ``%25``.
Days are ``2026-11-01``, ``2026-11-01..2026-11-30``, ``2026-11-01..``, ``..2026-11-30``, ``today``, ``week`` or ``month``.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, cast, get_args

from desk_app.dossiers.facts import ReturnWay
from desk_app.dossiers.listing.wanted import NOT_CLOSED, Days, DueState, Named, Sort, Wanted
from desk_app.dossiers.status import Status
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import one_line
from desk_app.kernel.time_source import day

_ALL = tuple(Status)
_OPEN = "open"


@lru_cache(maxsize=256)
def wanted_of(text: str) -> Wanted:
    """Return the list that ``text`` asks for; an empty text asks for every dossier, the newest first.

    Raises ``InvalidInput`` for a filter that does not exist or a value that it cannot take.
    """
    wanted = Wanted()
    for part in one_line(text).split("&"):
        if not part.strip():
            continue
        name, equals, value = part.partition("=")
        read = _READ.get(name.strip())
        if read is None or not equals:
            raise _strange(part, f"Các bộ lọc: {', '.join(_READ)}.")
        wanted = replace(wanted, **read(value.replace("%26", "&").replace("%25", "%").strip()))
    return wanted


def text_of(wanted: Wanted) -> str:
    """Return the line that asks for ``wanted``: the same line for the same list."""
    default = Wanted()
    parts = [
        f"{name}={written.replace('%', '%25').replace('&', '%26')}"
        for name, written in _written(wanted)
        if written and written != dict(_written(default)).get(name)
    ]
    return "&".join(parts)


def _written(wanted: Wanted) -> list[tuple[str, str]]:
    named = [(name, getattr(wanted, name)) for name in _TEXTS]
    days = [(name, _days_text(getattr(wanted, place))) for name, place in _DAYS.items()]
    order = f"{'-' if wanted.descending else ''}{wanted.sort}"
    return [("due", wanted.due or ""), ("status", _statuses_text(wanted.statuses)), *named, *days, ("sort", order)]


def _statuses_text(statuses: tuple[Status, ...]) -> str:
    return _OPEN if statuses == NOT_CLOSED else ",".join(str(_ALL.index(status) + 1) for status in statuses)


def _days_text(days: Days) -> str:
    if days.is_open or days.named:
        return days.named
    if days.first == days.last and days.first is not None:
        return days.first.isoformat()
    return "..".join(each.isoformat() if each else "" for each in (days.first, days.last))


def _statuses(value: str) -> dict[str, Any]:
    """Read ``9``, ``settled``, ``3,4`` or ``open``; numbers are the law's own, from 1 to 10."""
    if value == _OPEN:
        return {"statuses": NOT_CLOSED}
    names = {str(status): status for status in _ALL} | {str(at): status for at, status in enumerate(_ALL, 1)}
    found = {names.get(each.strip()) for each in value.split(",") if each.strip()}
    if None in found:
        raise _strange(f"status={value}", "Viết số 1 đến 10 theo thứ tự trạng thái, hoặc open.")
    return {"statuses": tuple(status for status in _ALL if status in found)}


def _order(value: str) -> dict[str, Any]:
    sort = value.removeprefix("-")
    if sort not in get_args(Sort):
        raise _strange(f"sort={value}", f"Sắp theo: {', '.join(get_args(Sort))}; thêm dấu - để đảo ngược.")
    return {"sort": sort, "descending": value.startswith("-")}


def _one_of(name: str, choices: tuple[str, ...]) -> Callable[[str], dict[str, Any]]:
    def read(value: str) -> dict[str, Any]:
        if value not in choices:
            raise _strange(f"{name}={value}", f"Các giá trị: {', '.join(choices)}.")
        return {name: value}

    return read


def _span(name: str, place: str) -> Callable[[str], dict[str, Any]]:
    def read(value: str) -> dict[str, Any]:
        if value in get_args(Named) and value:
            return {place: Days(named=cast(Named, value))}
        first, dots, last = value.partition("..")
        days = Days(first=_day(name, first), last=_day(name, last if dots else first))
        if days.first is not None and days.last is not None and days.first > days.last:
            raise _strange(f"{name}={value}", "Ngày đầu phải trước ngày cuối.")
        return {place: days}

    return read


def _day(name: str, text: str) -> date | None:
    return day(text, field=name) if text.strip() else None


def _plain(name: str) -> Callable[[str], dict[str, Any]]:
    return lambda value: {name: value}


def _strange(part: str, hint: str) -> InvalidInput:
    return InvalidInput("query", f"Bộ lọc «{part[:80]}» không đọc được.", hint)


_TEXTS = ("procedure", "officer", "holder", "of", "unit", "desk", "return_by")
_DAYS = {"received": "received", "due_on": "due_on", "handed": "handed"}
_READ: dict[str, Callable[[str], dict[str, Any]]] = {
    "due": _one_of("due", get_args(DueState)),
    "status": _statuses,
    **{name: _plain(name) for name in _TEXTS},
    "return_by": _one_of("return_by", get_args(ReturnWay)),
    **{name: _span(name, place) for name, place in _DAYS.items()},
    "sort": _order,
}
