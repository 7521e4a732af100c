"""What people type into settings: days."""

import re
from datetime import date

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _

_DAY = re.compile(r"\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*|\s*(\d{2})(\d{2})(\d{4})\s*")


def day_or_none(text: str, *, field: str) -> date | None:
    """Return the day that ``31/12/2026`` or ``31122026`` names, None for nothing; raise ``InvalidInput`` otherwise."""
    if not text.strip():
        return None
    found = _DAY.fullmatch(text)
    try:
        day, month, year = (int(part) for part in found.groups() if part) if found else (0, 0, 0)
        return date(year, month, day)
    except ValueError:
        raise InvalidInput(
            field, _("«{text}» không phải là ngày.").format(text=text.strip()), _("Viết như 31/12/2026.")
        ) from None


def day_of(text: str, *, field: str) -> date:
    """Return the day that ``text`` names; raise ``InvalidInput`` for nothing or no day."""
    found = day_or_none(text, field=field)
    if found is None:
        raise InvalidInput(field, _("Chưa có ngày."), _("Viết như 31/12/2026."))
    return found
