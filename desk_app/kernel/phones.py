"""Vietnamese telephone numbers: kept one way, found whichever way they are typed.

The same number is written ``0912 000 111``, ``+84 912 000 111`` and ``84912000111``. The desk keeps it as it is dialled within the
country; what entered before that may still stand in another way.
"""

import re

_BETWEEN = re.compile(r"[\s.()-]")
# Nine digits follow the leading 0 of a mobile number, up to ten that of a landline. Some write the 0 as well: +84 (0)912 …
_WHOLE = re.compile(r"^(?:\+|00)?840?(?=[1-9][0-9]{8,9}$)")
_BEGUN = re.compile(r"^(?:(?:\+|00)?840?|0)(?P<rest>[0-9]*)$")
_WAYS = ("0", "+84", "84", "+840")


def domestic(phone: str) -> str:
    """Return a number without what only parts its digits, a Vietnamese one beginning with 0; others as they are."""
    return _WHOLE.sub("0", _BETWEEN.sub("", phone))


def ways_kept(begun: str) -> tuple[str, ...]:
    """Return how the numbers that begin as typed may stand in the data file, each as the beginning of one."""
    digits = _BETWEEN.sub("", begun)
    vietnamese = _BEGUN.match(digits)
    # The country alone begins every number: nobody looks for all of them.
    if vietnamese is None or not vietnamese["rest"]:
        return (digits, "+" + digits.removeprefix("+"))
    return tuple(way + vietnamese["rest"] for way in _WAYS)
