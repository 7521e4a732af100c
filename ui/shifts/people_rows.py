"""What the lists of the tab of organisations say: organisations, people, and single days on which who can or cannot come."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from desk_app.kernel.texts import collation_key, quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.shifts.book import Absence, Member, Organisation, ShiftBook
from desk_app.shifts.words import hours, weekday
from ui.shifts.desk_side import PeopleShown
from ui.shifts.typed import short_weekdays
from ui.widgets.colours import COLOURS
from ui.widgets.table import Column, Look


@dataclass(frozen=True, kw_only=True)
class OrganisationRow:
    """An organisation, how many people it has entered, and what it did in the last twelve months."""

    organisation: Organisation
    people: int
    turns: int
    minutes: int


@dataclass(frozen=True, kw_only=True)
class DayRow:
    """Days on which somebody (``who``) cannot come, with the absence that says so; or one day on which they can."""

    who: str
    name: str
    first_on: date
    last_on: date
    absence: Absence | None = None

    @property
    def key(self) -> tuple[str, date]:
        """Return what tells the row from all others."""
        return (self.who if self.absence is None else self.absence.id, self.first_on)


def organisation_rows(shown: PeopleShown) -> list[OrganisationRow]:
    """Return the organisations in the order of their names."""
    worked = {each.organisation: each for each in shown.hours.organisations}
    return [
        OrganisationRow(
            organisation=each,
            people=len(shown.book.members_of(each.id)),
            turns=worked[each.id].turns if each.id in worked else 0,
            minutes=worked[each.id].minutes if each.id in worked else 0,
        )
        for each in sorted(shown.book.organisations, key=lambda each: collation_key(each.name))
    ]


def day_rows(book: ShiftBook, organisation: str, today: date) -> list[DayRow]:
    """Return the days of an organisation and its people that are not over, in order."""
    members = book.members_of(organisation)
    found = [*_away(book, {organisation, *(each.id for each in members)}, today), *_offered(members, today)]
    return sorted(found, key=lambda row: (row.first_on, row.last_on, collation_key(row.name), row.key))


def coming_days(member: Member, today: date) -> tuple[date, ...]:
    """Return the single days on which a person can come that are not over."""
    return tuple(each for each in member.only_on if each >= today)


def days_words(member: Member, today: date) -> str:
    """Return on which days a person can come: their weekdays, with the number of single days besides."""
    coming = len(coming_days(member, today))
    if member.weekdays:
        named = short_weekdays(member.weekdays)
        return _("{days}; {count} ngày lẻ").format(days=named, count=coming) if coming else named
    if not member.only_on:
        return _("mọi ngày")
    return _("chỉ {count} ngày lẻ").format(count=coming) if coming else _("ngày lẻ đã qua hết")


def _away(book: ShiftBook, ids: set[str], today: date) -> Iterator[DayRow]:
    for each in book.absences:
        if each.who in ids and each.last_on >= today:
            name = book.name_of("", each.who) or book.name_of(each.who)
            yield DayRow(who=each.who, name=name, first_on=each.first_on, last_on=each.last_on, absence=each)


def _offered(members: tuple[Member, ...], today: date) -> Iterator[DayRow]:
    for each in members:
        for on in coming_days(each, today):
            yield DayRow(who=each.id, name=each.name, first_on=on, last_on=on)


def _worked(row: OrganisationRow) -> str:
    return _("{turns} lượt, {hours}").format(turns=quantity(row.turns), hours=hours(row.minutes)) if row.turns else "–"


def _can(row: DayRow) -> Look:
    if row.absence is None:
        return Look(words=_("Đến được"), shape="tick", colour=COLOURS.good)
    return Look(words=_("Vắng"), shape="cross", colour=COLOURS.warning)


def _span(row: DayRow) -> str:
    if row.first_on == row.last_on:
        return f"{weekday(row.first_on)} {spoken_day(row.first_on)}"
    return f"{row.first_on:%d/%m} – {spoken_day(row.last_on)}"


def _reason(row: DayRow) -> Look:
    return Look(words=row.absence.reason if row.absence is not None else "", colour=COLOURS.soft_ink)


def member_columns(today: Callable[[], date]) -> tuple[Column[Member], ...]:
    """Return the columns of the people, as they stand today."""
    return (
        Column(title=_("Họ và tên"), look=lambda row: Look(words=row.name, bold=True), stretches=True),
        Column(title=_("Điện thoại"), look=lambda row: Look(words=row.phone)),
        Column(title=_("Ngày trực được"), look=lambda row: Look(words=days_words(row, today()))),
        Column(
            title=_("Kỹ năng"), look=lambda row: Look(words=", ".join(row.skills), colour=COLOURS.soft_ink), minor=True
        ),
    )


ORGANISATIONS: tuple[Column[OrganisationRow], ...] = (
    Column(title=_("Tổ chức"), look=lambda row: Look(words=row.organisation.name, bold=True), stretches=True),
    Column(title=_("Người"), look=lambda row: Look(words=quantity(row.people))),
    Column(
        title=_("Ngày trực được"),
        look=lambda row: Look(words=short_weekdays(row.organisation.weekdays) or _("mọi ngày")),
        minor=True,
    ),
    Column(title=_("12 tháng qua"), look=lambda row: Look(words=_worked(row))),
)
DAYS: tuple[Column[DayRow], ...] = (
    Column(title=_("Ai"), look=lambda row: Look(words=row.name, bold=True)),
    Column(title=_("Đến được?"), look=_can),
    Column(title=_("Ngày"), look=lambda row: Look(words=_span(row))),
    Column(title=_("Lý do"), look=_reason, stretches=True),
)
