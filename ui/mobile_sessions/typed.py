"""What people type for hours and who serves, read the way they write it."""

import re
from datetime import date, datetime

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.mobile_sessions.dates import clock_time, hours
from desk_app.mobile_sessions.facts import Staff


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
