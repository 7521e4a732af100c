"""What people type for a day, a moment and an amount, read the way they write it."""

import re
from datetime import date, datetime

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")
_MOMENT = re.compile(r"(\d{1,2})[:hg.](\d{2})(?:\s+(.+))?")


def typed_day(text: str, today: date, *, field: str) -> date:
    """Return a day typed as ``24/11`` or ``24/11/2026``, today when nothing is typed; raise ``InvalidInput`` otherwise."""
    plain = text.strip()
    if not plain:
        return today
    found = _DAY.fullmatch(plain)
    if found:
        day_, month, year = found.groups()
        try:
            return date(int(year or today.year), int(month), int(day_))
        except ValueError:
            pass
    raise InvalidInput(field, _("«{text}» không phải là ngày.").format(text=plain), _("Gõ như 24/11."))


def typed_moment(text: str, now: datetime, *, field: str) -> datetime | None:
    """Return a moment typed as ``14:30`` (today) or ``14:30 24/11``, None for now; raise ``InvalidInput`` otherwise."""
    plain = text.strip().lower()
    if not plain:
        return None
    found = _MOMENT.fullmatch(plain)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise InvalidInput(
            field, _("«{text}» không phải là giờ.").format(text=plain), _("Gõ như 14:30 hoặc 14:30 24/11.")
        )
    on = typed_day(found[3] or "", now.date(), field=field)
    return datetime(on.year, on.month, on.day, int(found[1]), int(found[2]), tzinfo=now.tzinfo)


def typed_dong(text: str, *, field: str) -> int | None:
    """Return an amount in đồng typed as ``28.500`` or ``28500``, None when nothing is typed; raise ``InvalidInput``."""
    digits = re.sub(r"[\s.đ]", "", text.lower())
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()):
        raise InvalidInput(field, _("«{text}» không phải là số tiền.").format(text=text.strip()), _("Gõ như 28500."))
    return int(digits)
