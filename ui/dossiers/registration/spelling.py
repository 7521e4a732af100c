"""Days and numbers as people type them."""

import re
from datetime import date

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import one_line
from desk_app.kernel.translations import _

_DAY = re.compile(r"^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$|^(\d{2})(\d{2})(\d{4})$")


def iso_day(text: str, field: str, label: str, *, years: bool = False) -> str:
    """Return ``05/03/1985`` as ``1985-03-05`` and, with ``years``, a year alone as it is; empty stays empty."""
    line = one_line(text)
    if not line and field != "received_at":
        return ""
    if years and re.fullmatch(r"\d{4}", line):
        return line
    found = _DAY.match(line)
    parts = [part for part in found.groups() if part] if found else []
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0])).isoformat()
    except (IndexError, ValueError):
        raise no_day(field, label, line) from None


def shown_day(iso: str) -> str:
    """Return ``1985-03-05`` as ``05/03/1985``; a year alone stays."""
    return "/".join(reversed(iso.split("-")))


def number_of(text: str, field: str, label: str) -> int:
    """Return the whole number that ``text`` names, as in ``12.000 đ``; raise ``InvalidInput`` otherwise."""
    digits = re.sub(r"[\s.đ]", "", text.strip().lower())
    if not (digits.isascii() and digits.isdigit() and len(digits) < 12):
        raise InvalidInput(
            field,
            _("{label}: «{text}» không phải là số.").format(label=label, text=text.strip()[:20]),
            _("Hãy ghi bằng chữ số."),
        )
    return int(digits)


def no_day(field: str, label: str, text: str) -> InvalidInput:
    """Return the error about a text that names no day."""
    example = "08:15 23/11/2026" if field == "received_at" else "05/03/1985"
    return InvalidInput(
        field,
        _("{label}: «{text}» không phải là ngày.").format(label=label, text=text[:20]),
        _("Viết như {example}.").format(example=example),
    )
