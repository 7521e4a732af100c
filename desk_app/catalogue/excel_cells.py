"""Spreadsheet cells as officers type them, read into the catalogue's values and written back."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desk_app.catalogue.rules import check_code
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded, one_line
from desk_app.kernel.time_source import spoken_day

CellValue = str | int | float | None

_DAY_TYPED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[. ]\d{3})+|\d+", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class CellKind:
    """How one kind of cell is read and written; ``read`` raises ``InvalidInput`` and never sees an empty cell."""

    read: Callable[[object], Any]
    write: Callable[[Any], CellValue]
    choices: tuple[str, ...] = ()


def _text(cell: object) -> str:
    return one_line(f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell))


def _code(cell: object) -> str:
    # Excel turns an unquoted 1.001193 into a number, or, where the point groups thousands, into 1001193.
    typed = _text(cell)
    if isinstance(cell, float) and not cell.is_integer():
        typed = f"{cell:.6f}"
    elif isinstance(cell, (int, float)) and len(typed) == 7:
        typed = f"{typed[0]}.{typed[1:]}"
    check_code(typed)
    return typed


def _whole(cell: object) -> int:
    typed = str(cell).strip().removesuffix("đ").strip()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, bool) or not _GROUPED.fullmatch(typed):
        raise InvalidInput("cell", f"«{cell}» không phải là số nguyên.", "Ghi như 8000 hoặc 8.000.")
    return int(re.sub(r"[. ]", "", typed))


def _half_days(cell: object) -> int:
    typed = str(cell).strip().replace(",", ".")
    match = re.fullmatch(r"(\d{1,4})(?:\.(0|5)0*)?", typed, re.ASCII)
    if match is None:
        raise InvalidInput(
            "cell", f"«{cell}» không phải là số ngày.", "Ghi số ngày, lẻ nhất là nửa ngày, như 3 hoặc 1,5."
        )
    return int(match[1]) * 2 + (match[2] == "5")


def _days(half_days: int) -> CellValue:
    return half_days / 2 if half_days % 2 else half_days // 2


def _day(cell: object) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    typed = str(cell).strip()
    match = _DAY_TYPED.fullmatch(typed)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(typed)
    except ValueError:
        raise InvalidInput("cell", f"«{typed}» không phải là ngày.", "Ghi ngày/tháng/năm, như 01/07/2025.") from None


def _lines(cell: object) -> tuple[str, ...]:
    return tuple(line for each in str(cell).splitlines() if (line := one_line(each)))


def _ids(cell: object) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[,;\s]+", _text(cell)) if part)


def choice(words: Mapping[Any, str]) -> CellKind:
    """Return the kind of a cell that holds one of ``words``, marks and case optional, each standing for its key."""
    keys = {folded(word): key for key, word in words.items()}

    def read(cell: object) -> Any:
        found = keys.get(folded(_text(cell)))
        if found is None:
            raise InvalidInput("cell", f"«{cell}» không nằm trong các lựa chọn.", f"Chọn: {', '.join(words.values())}.")
        return found

    return CellKind(read=read, write=lambda key: words[key], choices=tuple(words.values()))


TEXT = CellKind(read=_text, write=lambda text: text or None)
CODE = CellKind(read=_code, write=lambda code: code)
WHOLE = CellKind(read=_whole, write=lambda number: number)
HALF_DAYS = CellKind(read=_half_days, write=lambda half_days: None if half_days is None else _days(half_days))
DAY = CellKind(read=_day, write=lambda day: None if day is None else spoken_day(day))
LINES = CellKind(read=_lines, write=lambda lines: "\n".join(lines) or None)
IDS = CellKind(read=_ids, write=lambda ids: ", ".join(ids) or None)
YES_NO = choice({True: "có", False: "không"})
