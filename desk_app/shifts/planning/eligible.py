"""Who can take a turn on a day, and, of the others, why not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from desk_app.kernel.time_source import spoken_day
from desk_app.shifts.book import Absence, Member, Organisation, Pattern, ShiftBook
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.matching import matched
from desk_app.shifts.words import weekday

Kind = Literal["not_in_turn", "inactive", "weekday", "absent", "skill", "few", "member"]


@dataclass(frozen=True, kw_only=True)
class Blocked:
    """Why somebody cannot take a turn: the kind, to count by, and the words that follow the name."""

    kind: Kind
    words: str


class Availability:
    """Answers who can come when, from one book; each answer is worked out once."""

    def __init__(self, book: ShiftBook) -> None:
        self._book = book
        self._absences: dict[str, list[Absence]] = {}
        for absence in book.absences:
            self._absences.setdefault(absence.who, []).append(absence)
        self._blocked: dict[tuple[str, date], Blocked | None] = {}
        self._holders: dict[tuple[tuple[str, ...], date], tuple[Holder, ...]] = {}
        self._able: dict[tuple[tuple[str, ...], date, str], tuple[Holder, ...]] = {}

    @cached_property
    def _members_of(self) -> Mapping[str, tuple[Member, ...]]:
        return {each.id: self._book.members_of(each.id) for each in self._book.organisations}

    def members_on(self, organisation: str, on: date) -> tuple[Member, ...]:
        """Return the people entered for an organisation who belong to it on a day, free or not."""
        return tuple(each for each in self._members_of.get(organisation, ()) if _active(each, on))

    def organisation_blocked(self, organisation: Organisation, on: date) -> Blocked | None:
        """Return why an organisation cannot come on a day, or None."""
        key = organisation.id, on
        if key not in self._blocked:
            self._blocked[key] = self._why_not(organisation, on)
        return self._blocked[key]

    def member_blocked(self, member: Member, on: date) -> Blocked | None:
        """Return why a person cannot come on a day, for reasons of their own or of their organisation, or None."""
        key = member.id, on
        if key not in self._blocked:
            own = self._book.find_organisation(member.organisation)
            theirs = None if own is None else self.organisation_blocked(own, on)
            self._blocked[key] = theirs or self._why_not(member, on)
        return self._blocked[key]

    def blocked(self, holder: Holder, on: date, pattern: Pattern, skill: str) -> Blocked | None:
        """Return why a holder cannot take a seat of a pattern on a day, or None; who else is on duty is not asked."""
        organisation = self._book.find_organisation(holder.organisation)
        if organisation is None:
            return Blocked(kind="inactive", words="không có trong danh sách")
        if pattern.organisations and organisation.id not in pattern.organisations:
            return Blocked(kind="not_in_turn", words="không thuộc các tổ chức luân phiên ở đây")
        member = self._book.find_member(holder.member)
        if holder.member and (member is None or member.organisation != organisation.id):
            return Blocked(kind="member", words="không phải người của tổ chức này")
        why = self.organisation_blocked(organisation, on) if member is None else self.member_blocked(member, on)
        if why is None and skill and (member is None or skill not in member.skills):
            return Blocked(kind="skill", words=f"chưa có kỹ năng «{skill}»")
        return why

    def together_blocked(
        self, organisation: str, on: date, pattern: Pattern, skills: Sequence[str], busy: frozenset[Holder]
    ) -> Blocked | None:
        """Return why an organisation cannot man a whole shift alone, or None."""
        why = self.blocked(Holder(organisation=organisation), on, pattern, "")
        entered = self.members_on(organisation, on)
        if why is not None or (not entered and not any(skills)):
            return why
        if not entered:
            return Blocked(kind="skill", words="chưa kê người có kỹ năng cần thiết")
        free = [each for each in entered if Holder(organisation=organisation, member=each.id) not in busy]
        fit = [
            [place for place, each in enumerate(free) if self.member_blocked(each, on) is None and _has(each, skill)]
            for skill in skills
        ]
        if len(matched(fit)) == len(skills):
            return None
        return Blocked(kind="few", words=f"không đủ {len(skills)} người rảnh")

    def holders(self, pattern: Pattern, on: date) -> tuple[Holder, ...]:
        """Return everybody who may be asked for a seat: people, and organisations that have entered none."""
        key = pattern.organisations, on
        if key not in self._holders:
            self._holders[key] = tuple(self._each_holder(pattern, on))
        return self._holders[key]

    def able(self, pattern: Pattern, on: date, skill: str) -> tuple[Holder, ...]:
        """Return everybody who can take a seat; who else is on duty is not asked."""
        key = pattern.organisations, on, skill
        if key not in self._able:
            asked = self.holders(pattern, on)
            self._able[key] = tuple(each for each in asked if self.blocked(each, on, pattern, skill) is None)
        return self._able[key]

    def _each_holder(self, pattern: Pattern, on: date) -> Iterator[Holder]:
        for organisation in self._asked(pattern):
            entered = self.members_on(organisation.id, on)
            yield from (Holder(organisation=organisation.id, member=each.id) for each in entered)
            if not entered:
                yield Holder(organisation=organisation.id)

    def _asked(self, pattern: Pattern) -> Iterable[Organisation]:
        named = pattern.organisations
        return (each for each in self._book.organisations if not named or each.id in named)

    def _why_not(self, who: Organisation | Member, on: date) -> Blocked | None:
        if not _active(who, on):
            return Blocked(kind="inactive", words="không còn tham gia")
        for absence in self._absences.get(who.id, ()):
            if absence.first_on <= on <= absence.last_on:
                return Blocked(kind="absent", words=f"vắng đến {spoken_day(absence.last_on)}: {absence.reason}")
        besides = isinstance(who, Member) and on in who.only_on
        only_days = isinstance(who, Member) and who.only_on and not who.weekdays
        if not besides and (only_days or (who.weekdays and on.weekday() not in who.weekdays)):
            return Blocked(kind="weekday", words=f"không đến được {weekday(on).lower()}")
        return None


def _active(who: Organisation | Member, on: date) -> bool:
    return who.active_from <= on and (who.active_to is None or on <= who.active_to)


def _has(member: Member, skill: str) -> bool:
    return not skill or skill in member.skills
