"""What a person types for a correction, read as the field's own kind of value."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from desk_app.dossiers.correction_fields import LABELS
from desk_app.dossiers.facts import Correctable, PaperHandedIn
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import WireError, from_json
from desk_app.kernel.texts import folded, one_line
from desk_app.kernel.time_source import VIETNAM, moment

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_DAY_AT = re.compile(r"(?:(\d{1,2})[:hg](\d{2})?\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})")
_CLOSING = time(17, 0)
_WAYS: Mapping[str, str] = {
    **dict.fromkeys(("counter", "tai quay", "quay"), "counter"),
    **dict.fromkeys(("home", "tai nha", "nha"), "home"),
    **dict.fromkeys(("post", "qua buu chinh", "buu chinh"), "post"),
}


def value_of(field: str, text: str) -> Correctable:
    """Return what ``text`` means for the field of that dotted name.

    Days are written ``30/11/2026`` or ``2026-11-30``, a due date also with its time in front (``16:00 30/11/2026``), an
    empty fee means that nobody stated one, papers are a JSON list. Raises ``InvalidInput`` for an unknown field or a text
    that is no such value.
    """
    require_field(field)
    line = one_line(text)
    part = field.rpartition(".")[2]
    if part == "birth_on":
        return _birth(field, line)
    if part == "due_at":
        return _due(line)
    if part == "copies":
        return _number(field, line)
    if part == "fee":
        return _number(field, line) if line else None
    if part == "return_by":
        return _way(line)
    return _papers(text) if part == "papers" else line


def require_field(field: str) -> None:
    """Raise ``InvalidInput`` unless ``field`` is one that may be corrected."""
    if field not in LABELS:
        raise InvalidInput("field", f"Không có mục «{field[:40]}» để sửa.", f"Các mục: {', '.join(LABELS)}.")


def shown_text(field: str, value: Correctable) -> str:
    """Return a value as people type it: the other way round of ``value_of``, for every field but the papers."""
    if value is None or isinstance(value, tuple):
        return ""
    part, text = field.rpartition(".")[2], str(value)
    if part == "birth_on":
        return "/".join(reversed(text.split("-")))
    if part == "due_at":
        return f"{datetime.fromisoformat(text).astimezone(VIETNAM):%H:%M %d/%m/%Y}"
    return text


def _birth(field: str, line: str) -> str:
    if not line or re.fullmatch(r"\d{4}", line) or re.fullmatch(r"\d{4}-\d{2}-\d{2}", line):
        return line
    return _day(field, line).isoformat()


def _due(line: str) -> str:
    found = _DAY_AT.fullmatch(line)
    if found is None:
        return moment(line, field="due_at").isoformat()
    hour, minute, day = found.groups()
    try:
        at = time(int(hour), int(minute or 0)) if hour else _CLOSING
    except ValueError:
        raise _unclear("due_at", line, "Viết như 17:00 30/11/2026.") from None
    return datetime.combine(_day("due_at", day), at, VIETNAM).isoformat()


def _day(field: str, line: str) -> date:
    found = _DAY.fullmatch(line)
    try:
        day, month, year = (int(part) for part in found.groups()) if found else (0, 0, 0)
        return date(year, month, day)
    except ValueError:
        raise _unclear(field, line, "Viết như 05/03/1985.") from None


def _number(field: str, line: str) -> int:
    digits = re.sub(r"[\s.đ]", "", line.lower())
    if not (digits.isascii() and digits.isdigit() and len(digits) < 12):
        raise _unclear(field, line, "Hãy ghi bằng chữ số.")
    return int(digits)


def _way(line: str) -> str:
    way = _WAYS.get(folded(line))
    if way is None:
        raise _unclear("return_by", line, "Ghi counter, home hoặc post.")
    return way


def _papers(text: str) -> tuple[PaperHandedIn, ...]:
    try:
        papers = from_json(text, tuple[str | PaperHandedIn, ...])
    except WireError:
        raise _unclear("papers", text, 'Viết như ["Tờ khai", {"name": "Giấy chứng sinh", "copies": 1}].') from None
    return tuple(PaperHandedIn(name=each) if isinstance(each, str) else each for each in papers)


def _unclear(field: str, text: str, hint: str) -> InvalidInput:
    return InvalidInput(field, f"{LABELS[field]}: «{text[:40]}» không rõ.", hint)
