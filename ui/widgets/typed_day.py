"""A day as people type it: ``24/11`` or ``24/11/2026``."""

import re
from datetime import date

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")


def typed_day(text: str, today: date, *, field: str) -> date:
    """Return the day that ``text`` says, ``today`` for none; raise ``InvalidInput`` for what is no day."""
    plain = text.strip()
    if not plain:
        return today
    found = _DAY.fullmatch(plain)
    if found is not None:
        day, month, year = found.groups()
        try:
            return date(int(year or today.year), int(month), int(day))
        except ValueError:
            pass
    raise InvalidInput(field, _("«{text}» không phải là ngày.").format(text=plain[:20]), _("Gõ như 24/11."))
