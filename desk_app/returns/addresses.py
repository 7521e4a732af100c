"""Where a result goes: the address of a dossier, and the hamlet that rounds are grouped by."""

import re

from desk_app.dossiers.facts import Registered

NO_HAMLET = "Chưa rõ địa bàn"
_AREA = re.compile(r"^(ấp|khu vực|kv\.?|khóm|thôn|tổ dân phố|tổ|bản|buôn|làng|xóm)\b", re.IGNORECASE)
_SHORT = re.compile(r"^kv\.?\s*", re.IGNORECASE)


def hamlet_of(address: str) -> str:
    """Return the hamlet in an address: its first part that names one (ấp, khu vực …), else its first part.

    An address without a comma and without such a word says nothing about the hamlet.
    """
    parts = [part.strip() for part in address.split(",") if part.strip()]
    named = next((part for part in parts if _AREA.match(part)), "")
    if named:
        whole = _SHORT.sub("Khu vực ", named)
        return whole[:1].upper() + whole[1:]
    return parts[0] if len(parts) > 1 else NO_HAMLET


def address_of(registered: Registered) -> str:
    """Return where a result is brought or sent: what was asked for at registration, else the applicant's address."""
    return registered.return_to or registered.applicant.address
