"""Who can be on duty, where and when: organisations, their people, places, patterns, absences; held in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeVar

from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import Record
from desk_app.kernel.texts import collation_key

_Known = TypeVar("_Known")

FULL_WEIGHT = 100


class Organisation(Record):
    """An organisation that takes its turn; ``weekdays`` (0 is Monday) are those it can come on, none given: every day.

    ``weight`` is its part of the work in percent of a usual one. ``sends`` is how many turns a day it can man with people
    of its own choice, where none of its people are entered. ``active_to`` is its last day, None without one.
    """

    id: str
    name: str
    short: str = ""
    contact: str = ""
    phone: str = ""
    weight: int = FULL_WEIGHT
    weekdays: tuple[int, ...] = ()
    sends: int = 1
    active_from: date = date.min
    active_to: date | None = None

    @property
    def spoken(self) -> str:
        """Return the short name where there is one."""
        return self.short or self.name


class Member(Record):
    """A person of an organisation.

    ``weekdays`` are those on which they can come, none given: every day; ``only_on`` are single days besides.
    ``account`` is their own account at this desk, empty without one: it shows them their own duties.
    """

    id: str
    organisation: str
    name: str
    phone: str = ""
    skills: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()
    only_on: tuple[date, ...] = ()
    active_from: date = date.min
    active_to: date | None = None
    account: str = ""


class Place(Record):
    """Where people are on duty: a commune's desk, the city desk, the writing table; ``agency`` is its unit's code."""

    id: str
    name: str
    agency: str = ""
    address: str = ""
    active_to: date | None = None


class Pattern(Record):
    """On which weekdays (0 is Monday) a place is manned, from when to when, by how many.

    ``skills`` are what the first seats need, one each. ``organisations`` take turns here, none given: all of them.
    ``together``: one organisation mans all seats of a day. ``every_weeks`` counts from the week of ``valid_from``.
    """

    id: str
    place: str
    name: str
    weekdays: tuple[int, ...]
    starts: time
    ends: time
    valid_from: date
    valid_to: date | None = None
    seats: int = 1
    skills: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    together: bool = False
    every_weeks: int = 1

    @property
    def minutes(self) -> int:
        """Return how long one shift lasts, in minutes."""
        return (self.ends.hour - self.starts.hour) * 60 + self.ends.minute - self.starts.minute


class Absence(Record):
    """Days, both ends included, on which a member or a whole organisation (``who``) cannot come, and why."""

    id: str
    who: str
    first_on: date
    last_on: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class ShiftBook:
    """Everything entered about who can be on duty; ended organisations, people and places stay: the history names them."""

    organisations: tuple[Organisation, ...] = ()
    members: tuple[Member, ...] = ()
    places: tuple[Place, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    absences: tuple[Absence, ...] = ()
    _organisations: Mapping[str, Organisation] = field(init=False, repr=False, compare=False)
    _members: Mapping[str, Member] = field(init=False, repr=False, compare=False)
    _places: Mapping[str, Place] = field(init=False, repr=False, compare=False)
    _patterns: Mapping[str, Pattern] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("organisations", "members", "places", "patterns"):
            object.__setattr__(self, f"_{name}", {each.id: each for each in getattr(self, name)})

    def find_organisation(self, id_: str) -> Organisation | None:
        """Return the organisation of that id, or None."""
        return self._organisations.get(id_)

    def get_organisation(self, id_: str) -> Organisation:
        """Return the organisation of that id; raise ``NotFound`` without one."""
        return _found(self._organisations.get(id_), "organisation", "tổ chức")

    def find_member(self, id_: str) -> Member | None:
        """Return the person of that id, or None."""
        return self._members.get(id_)

    def get_member(self, id_: str) -> Member:
        """Return the person of that id; raise ``NotFound`` without one."""
        return _found(self._members.get(id_), "member", "người trực")

    def find_place(self, id_: str) -> Place | None:
        """Return the place of that id, or None."""
        return self._places.get(id_)

    def get_place(self, id_: str) -> Place:
        """Return the place of that id; raise ``NotFound`` without one."""
        return _found(self._places.get(id_), "place", "điểm trực")

    def find_pattern(self, id_: str) -> Pattern | None:
        """Return the pattern of that id, or None."""
        return self._patterns.get(id_)

    def get_pattern(self, id_: str) -> Pattern:
        """Return the pattern of that id; raise ``NotFound`` without one."""
        return _found(self._patterns.get(id_), "pattern", "nếp trực")

    def members_of(self, organisation: str) -> tuple[Member, ...]:
        """Return an organisation's people in the Vietnamese order of their names."""
        own = (each for each in self.members if each.organisation == organisation)
        return tuple(sorted(own, key=lambda each: (collation_key(each.name), each.id)))

    def name_of(self, organisation: str, member: str = "") -> str:
        """Return a person's name, or that of their organisation where nobody is named; empty for nobody."""
        person = self.find_member(member)
        if person is not None:
            return person.name
        found = self.find_organisation(organisation)
        return found.name if found is not None else ""


def _found(value: _Known | None, kind: str, word: str) -> _Known:
    if value is None:
        raise NotFound(f"shifts.no_{kind}", f"Không có {word} này trên máy.", "Hãy xem lại danh sách.")
    return value
