"""What people type for a moment, read the way they write it."""

import re
from datetime import datetime

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.widgets.typed import typed_day

_MOMENT = re.compile(r"(\d{1,2})[:hg.](\d{2})(?:\s+(.+))?")


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
