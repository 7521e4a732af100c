"""Guidance and appointments of a period in figures: the one definition that pages, commands and reports use."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from desk_app.guidance.contacts.facts import Channel
from desk_app.guidance.room import Guidance
from desk_app.guidance.tables import figures as table
from desk_app.guidance.tables.figures import DossierRow
from desk_app.kernel.records import Record
from desk_app.working_time.marks import Mark, mark

_CHANNELS: tuple[Channel, ...] = ("hotline", "zalo", "email", "counter")


class Count(Record):
    """How many contacts bear one channel, procedure code or desk."""

    key: str
    count: int


class Rates(Record):
    """How dossiers received in the period went; a result is early, on time or late as its receipt promised.

    ``supplemented`` are those of ``received`` that had to be completed. Shares are of ``finished`` (early, late) and of
    ``received`` (supplemented), in percent to two places; None of nothing.
    """

    received: int
    finished: int
    early: int
    on_time: int
    late: int
    supplemented: int
    early_share: float | None
    late_share: float | None
    supplemented_share: float | None


class AppointmentFigures(Record):
    """The appointments for the days of a period; ``kept_share`` is of those that came or did not, in percent."""

    booked: int
    kept: int
    not_come: int
    cancelled: int
    still_open: int
    walk_ins: int
    kept_share: float | None


class GuidanceFigures(Record):
    """The figures from ``first_on`` to ``last_on``, both included.

    ``given`` contacts took ``minutes`` in all; ``led_to_dossier`` of them came back as a dossier, whenever that was.
    ``guided`` and ``others`` are the dossiers received in the period, with guidance before them and without.
    """

    first_on: date
    last_on: date
    given: int
    minutes: int
    led_to_dossier: int
    channels: tuple[Count, ...]
    procedures: tuple[Count, ...]
    desks: tuple[Count, ...]
    guided: Rates
    others: Rates
    appointments: AppointmentFigures


def guidance_figures(
    room: Guidance, *, first_on: date, last_on: date, desks: Sequence[str] | None = None
) -> GuidanceFigures:
    """Return the figures of a period for ``desks``, None for this office's own; whoever calls asks for the permission."""
    db = room.journal.reading()
    wanted = room.own_desks(db) if desks is None else tuple(desks)
    counts = table.count_contacts(db, first_on, last_on, wanted)
    channels, procedures, of_desks = Counter[str](), Counter[str](), Counter[str]()
    for each in counts:
        channels[each.channel] += each.count
        of_desks[each.desk] += each.count
        if each.procedure:
            procedures[each.procedure] += each.count
    dossiers = table.list_dossiers(db, first_on, last_on, wanted)
    in_hours = _terms_in_hours(room, dossiers)
    return GuidanceFigures(
        first_on=first_on,
        last_on=last_on,
        given=sum(each.count for each in counts),
        minutes=sum(each.minutes for each in counts),
        led_to_dossier=table.count_led_to_dossier(db, first_on, last_on, wanted),
        channels=tuple(Count(key=key, count=channels[key]) for key in _CHANNELS),
        procedures=_most_first(procedures),
        desks=_most_first(of_desks),
        guided=_rates([each for each in dossiers if each.is_guided], in_hours),
        others=_rates([each for each in dossiers if not each.is_guided], in_hours),
        appointments=_appointments(table.count_appointments(db, first_on, last_on, wanted)),
    )


def guided_procedures_count(room: Guidance, *, first_on: date, last_on: date) -> dict[str, int]:
    """Return how often this office was asked about each procedure in a period: what a picker offers first."""
    db = room.journal.reading()
    counted = Counter[str]()
    for each in table.count_contacts(db, first_on, last_on, room.own_desks(db)):
        counted[each.procedure] += each.count
    return dict(counted)


def _most_first(counted: Counter[str]) -> tuple[Count, ...]:
    ordered = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Count(key=key, count=count) for key, count in ordered)


class _Asked(NamedTuple):
    """What was asked for, at which desk, on which day."""

    desk: str
    procedure: str
    on: date


def _terms_in_hours(room: Guidance, dossiers: Iterable[DossierRow]) -> frozenset[_Asked]:
    """Return the procedures, by desk and day of receipt, whose term counts in hours: there minutes are compared."""
    offices = room.catalogue.present_of_offices()

    def in_hours(asked: _Asked) -> bool:
        version = offices.of_desk(asked.desk).find(asked.procedure, asked.on)
        return version is not None and version.term_in == "hours"

    return frozenset(filter(in_hours, map(_asked, dossiers)))


def _asked(of: DossierRow) -> _Asked:
    return _Asked(of.desk, of.procedure, of.received_on)


def _rates(dossiers: Sequence[DossierRow], in_hours: frozenset[_Asked]) -> Rates:
    marks = Counter(
        mark(each.due_at, each.result_at, in_hours=_asked(each) in in_hours)
        for each in dossiers
        if each.result_at is not None
    )
    finished, supplemented = sum(marks.values()), sum(each.was_supplemented for each in dossiers)
    return Rates(
        received=len(dossiers),
        finished=finished,
        early=marks[Mark.EARLY],
        on_time=marks[Mark.ON_TIME],
        late=marks[Mark.LATE],
        supplemented=supplemented,
        early_share=_share(marks[Mark.EARLY], finished),
        late_share=_share(marks[Mark.LATE], finished),
        supplemented_share=_share(supplemented, len(dossiers)),
    )


def _appointments(counts: Sequence[table.AppointmentCount]) -> AppointmentFigures:
    states = Counter[str]()
    for each in counts:
        if not each.is_walk_in:
            states[each.state] += each.count
    kept, not_come = states["arrived"], states["not_come"]
    return AppointmentFigures(
        booked=sum(states.values()),
        kept=kept,
        not_come=not_come,
        cancelled=states["cancelled"],
        still_open=states["booked"],
        walk_ins=sum(each.count for each in counts if each.is_walk_in),
        kept_share=_share(kept, kept + not_come),
    )


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 2) if whole else None
