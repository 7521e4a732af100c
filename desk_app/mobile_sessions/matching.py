"""Whether two lines mean one person: for certain, or only perhaps. What is only perhaps is decided by a person.

Certain is one identity number; else one name (marks and case ignored), one birth and one area, unless two numbers of
one kind say otherwise.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Why = Literal["other_area", "no_birth", "name_slip", "number_slip"]
WHY_WORDS: dict[Why, str] = {
    "other_area": "cùng tên, cùng ngày sinh, khác địa bàn",
    "no_birth": "cùng tên, cùng địa bàn, có bên chưa rõ ngày sinh",
    "name_slip": "tên gần giống, cùng ngày sinh và địa bàn",
    "number_slip": "cùng tên, số định danh lệch một chữ số",
}
_CLOSE = 1
"""So many letters may differ in a slip of the finger: with two, «An» would be «Mẫu»."""


@dataclass(frozen=True, kw_only=True)
class Key:
    """What of a line tells who is meant; ``name`` and ``area`` are folded, ``shown`` is the name as it is written.

    ``entry`` names the journal's entry that added the line; empty for one that is not written yet.
    """

    id: str
    shown: str
    name: str
    number: str
    birth: str
    area: str
    entry: str = ""


def same_person(one: Key, other: Key) -> bool:
    """Tell whether two lines mean one person for certain."""
    if _comparable(one, other):
        return one.number == other.number
    return bool(one.birth) and (one.name, one.birth, one.area) == (other.name, other.birth, other.area)


def alike(one: Key, other: Key) -> Why | None:
    """Return why two lines may mean one person though it is not certain; None where nothing speaks for it."""
    if same_person(one, other):
        return None
    if one.name == other.name:
        return _of_one_name(one, other)
    if _comparable(one, other) or len(one.birth) < len("2000-01-01"):
        return None
    close = (one.birth, one.area) == (other.birth, other.area) and _distance(one.name, other.name) <= _CLOSE
    return "name_slip" if close else None


def _of_one_name(one: Key, other: Key) -> Why | None:
    if _comparable(one, other):
        return "number_slip" if _one_digit_apart(one.number, other.number) else None
    if one.birth and one.birth == other.birth:
        return "other_area"
    unknown = not (one.birth and other.birth) or (
        min(len(one.birth), len(other.birth)) == len("2000") and one.birth[:4] == other.birth[:4]
    )
    return "no_birth" if unknown and one.area == other.area else None


class Known:
    """Lines by what tells who is meant, to look a further one up among many."""

    def __init__(self, keys: Iterable[Key] = ()) -> None:
        self._by_number: dict[str, list[Key]] = defaultdict(list)
        self._by_name: dict[str, list[Key]] = defaultdict(list)
        self._by_birth: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key in keys:
            self.add(key)

    def add(self, key: Key) -> None:
        """Know one more line."""
        if key.number:
            self._by_number[key.number].append(key)
        self._by_name[key.name].append(key)
        self._by_birth[key.birth, key.area].append(key)

    def find_same(self, key: Key) -> Key | None:
        """Return the line that means the same person for certain, or None."""
        return next((each for each in self.list_near(key) if same_person(each, key)), None)

    def list_alike(self, key: Key) -> tuple[tuple[Key, Why], ...]:
        """Return the lines that may mean the same person, with the reason."""
        found = ((each, alike(each, key)) for each in self.list_near(key))
        return tuple((each, why) for each, why in found if why is not None)

    def list_near(self, key: Key) -> tuple[Key, ...]:
        """Return the other lines of one number, of one name, or of one birth and area."""
        near = (
            *(self._by_number.get(key.number, ()) if key.number else ()),
            *self._by_name.get(key.name, ()),
            *(self._by_birth.get((key.birth, key.area), ()) if key.birth else ()),
        )
        return tuple({each.id: each for each in near if each.id != key.id}.values())


def _comparable(one: Key, other: Key) -> bool:
    """Tell whether both have a number of one kind: the old nine digits say nothing about the new twelve."""
    return bool(one.number) and len(one.number) == len(other.number)


def _one_digit_apart(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _distance(one: str, other: str) -> int:
    """Return how many letters must be added, taken away or changed to make one text of the other."""
    if abs(len(one) - len(other)) > _CLOSE:
        return _CLOSE + 1
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        above, row[0] = row[0], place
        for at, its in enumerate(other, start=1):
            above, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, above + (letter != its))
    return row[-1]
