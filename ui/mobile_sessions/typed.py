"""What people type for days, hours, money and who serves, read the way they write it."""

import re
from datetime import date, datetime

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.mobile_sessions.dates import clock_time, hours
from desk_app.mobile_sessions.facts import Staff

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")


def typed_day(text: str, today: date, *, field: str) -> date:
    """Return a day typed as ``27/11`` or ``27/11/2026``, the next such day where no year is typed.

    Raises ``InvalidInput`` for anything else.
    """
    found = _DAY.fullmatch(text.strip())
    if found is not None:
        day_, month, year = found.groups()
        try:
            on = date(int(year or today.year), int(month), int(day_))
            return on if year or on >= today else on.replace(year=on.year + 1)
        except ValueError:
            pass
    raise InvalidInput(field, _("«{text}» không phải là ngày.").format(text=text.strip()), _("Gõ như 27/11."))


def typed_hours(on: date, text: str, *, field: str) -> tuple[datetime, datetime]:
    """Return beginning and end typed as ``7:30-11:00``; raise ``InvalidInput`` for anything else."""
    parts = re.split(r"\s*(?:-|–|đến)\s*", text.strip())
    if len(parts) != 2:
        raise InvalidInput(field, _("«{text}» không phải là giờ.").format(text=text.strip()), _("Gõ như 7:30-11:00."))
    return hours(on, clock_time(parts[0], field=field), clock_time(parts[1], field=field))


def typed_staff(text: str) -> tuple[Staff, ...]:
    """Return who serves, typed as ``Lê Thị Thử, Một cửa, tiếp nhận; Phạm Văn Mẫu, Công an``."""
    found = []
    for each in text.split(";"):
        parts = [part.strip() for part in each.split(",")]
        if parts[0]:
            name, agency, job = (*parts, "", "")[:3]
            found.append(Staff(name=name, agency=agency, job=job))
    return tuple(found)


def shown_staff(staff: tuple[Staff, ...]) -> str:
    """Return who serves as ``typed_staff`` reads it."""
    return "; ".join(", ".join(part for part in (each.name, each.agency, each.job) if part) for each in staff)


def typed_list(text: str) -> tuple[str, ...]:
    """Return the parts between commas or semicolons."""
    return tuple(part.strip() for part in re.split(r"[;,]", text) if part.strip())


def typed_dong(text: str, *, field: str) -> int | None:
    """Return an amount in đồng typed as ``120.000``, None when nothing is typed; raise ``InvalidInput`` otherwise."""
    digits = re.sub(r"[\s.đ]", "", text.lower())
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()):
        raise InvalidInput(field, _("«{text}» không phải là số tiền.").format(text=text.strip()), _("Gõ như 120000."))
    return int(digits)
