"""Every report of dossiers equals a naive recount from the journal, whatever happened and in whatever order it came."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from functools import partial
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.dossier_fold import folded
from desk_app.dossiers.facts import Change, Channel, Corrected, Registered
from desk_app.dossiers.life.facts import Move, Stopped, TurnedDown, Withdrawn
from desk_app.dossiers.status import ENDED
from desk_app.journal.entry import Recorded
from desk_app.journal.tables import every_entry
from desk_app.reports.figure import Report
from desk_app.reports.steps import STEP_WORDS, Step, key_of
from desk_app.working_time.marks import Mark, mark
from tests.desks import RehearsalDesk
from tests.reports.asking import asked
from tests.reports.recount import FIRST, LAST, PERIOD, desk_of, few, line
from tests.reports.units import LINKED, OFFICER, ORDINARY, UnitJournal, day, merged

ENDINGS = ("refused", "withdrawn", "stopped")


def ending(name: str, at: datetime) -> Move:
    """Return the move by which a dossier comes to an end without a result."""
    if name == "refused":
        return TurnedDown(at=at, reason="thiếu", basis="", apology="", returned="")
    if name == "withdrawn":
        return Withdrawn(at=at, reason="thôi", returned="")
    return Stopped(at=at, reason="theo văn bản", basis="", returned="")


def moved(at: datetime, due_at: datetime, by: int) -> Corrected:
    """Return the correction by which a leader sets a date so many days later."""
    later = due_at + timedelta(days=by)
    change = Change(field="due_at", old=due_at.isoformat(), new=later.isoformat())
    return Corrected(
        changes=(change,), replanned=None, reason="chờ xác minh", corrected_at=at, reissued=False, settles=()
    )


class Plan(NamedTuple):
    """One dossier to be: when, due and settled how many days later, how it ends.

    ``moved``: so many days after the receipt a leader set another date, so many days after the first.
    """

    unit: int
    received: int
    due: int
    result: int | None
    handed: bool
    ending: str
    channel: Channel
    linked: bool
    guided: bool
    moved: tuple[int, int] | None


plans = st.builds(
    Plan,
    unit=st.integers(0, 1),
    received=st.integers(-40, 40),
    due=st.integers(0, 12),
    result=st.one_of(st.none(), st.integers(0, 30)),
    handed=st.booleans(),
    ending=st.sampled_from(["", "", "", *ENDINGS]),
    channel=st.sampled_from(["counter", "online", "post", "mobile"]),
    linked=st.booleans(),
    guided=st.booleans(),
    moved=st.one_of(st.none(), st.tuples(st.integers(0, 15), st.integers(1, 9))),
)


def desk_with(made: Sequence[Plan], backwards: bool = False) -> AbstractContextManager[RehearsalDesk]:
    """Give a desk that took over what two offices wrote."""

    def write_all(units: Sequence[UnitJournal]) -> None:
        for plan in sorted(made, key=lambda each: each.received):
            write(units[plan.unit], plan)

    return desk_of(write_all, backwards=backwards)


def write(unit: UnitJournal, plan: Plan) -> None:
    at = day("2026-10-20") + timedelta(days=plan.received)
    result = None if plan.ending else plan.result
    id_ = unit.dossier(
        at,
        LINKED if plan.linked else ORDINARY,
        due_days=plan.due,
        result_days=result,
        handed=plan.handed,
        channel=plan.channel,
        origin="guidance:an-earlier-call" if plan.guided else "",
    )
    if plan.moved is not None:
        due_at, (moved_in, by) = at + timedelta(days=plan.due), plan.moved
        unit.add(at + timedelta(days=moved_in), id_, moved(at + timedelta(days=moved_in), due_at, by))
    if plan.ending:
        ended_at = at + timedelta(days=plan.due)
        unit.add(ended_at, id_, ending(plan.ending, ended_at))


class Seen(NamedTuple):
    """A dossier as its entries alone say it."""

    dossier: Dossier
    ended_at: datetime | None

    @property
    def received_on(self) -> date:
        return self.dossier.registered.received_at.date()

    @property
    def result_on(self) -> date | None:
        return self.dossier.result.issued_at.date() if self.dossier.result else None

    @property
    def mark(self) -> Mark | None:
        result = self.dossier.result
        return mark(self.dossier.counted_due_at, result.issued_at) if result else None

    def alive_at_end(self) -> bool:
        """Tell whether it was in hand at some time of the period and did not end without a result before its end."""
        over = self.result_on is not None and self.result_on < FIRST
        gone = self.dossier.status in ENDED and self.ended_at is not None and self.ended_at.date() <= LAST
        return self.received_on <= LAST and not over and not gone


def seen(desk: RehearsalDesk) -> list[Seen]:
    """Fold every dossier of the journal by itself, past all tables."""
    histories: dict[str, list[Recorded]] = {}
    for entry in every_entry(desk.journal.reading()):
        if entry.kind.startswith("dossier."):
            histories.setdefault(entry.subject, []).append(desk.journal.registry.read(entry))
    found = []
    for history in histories.values():
        dossier = folded(sorted(history, key=lambda each: each.entry.order))
        assert dossier is not None
        endings = [each.fact.at for each in history if isinstance(each.fact, TurnedDown | Withdrawn | Stopped)]
        found.append(Seen(dossier, min(endings, default=None)))
    return found


def form_06(dossiers: Sequence[Seen]) -> dict[str, int]:
    """Count the thirteen columns one dossier at a time."""
    counts: Counter[str] = Counter()
    for each in dossiers:
        if not each.alive_at_end():
            continue
        counts["all"] += 1
        online = each.dossier.registered.channel == "online"
        counts["carried" if each.received_on < FIRST else "online" if online else "direct"] += 1
        settled = each.result_on is not None and each.result_on <= LAST
        counts["settled" if settled else "open"] += 1
        if settled:
            counts[{Mark.EARLY: "early", Mark.ON_TIME: "on_time", Mark.LATE: "late"}[each.mark or Mark.LATE]] += 1
        else:
            late = each.dossier.counted_due_at.date() < LAST
            counts["open_late" if late else "open_in_time"] += 1
    return counts


@few
@given(st.lists(plans, max_size=14), st.booleans())
def test_form_06_equals_a_recount_and_balances(made: list[Plan], backwards: bool) -> None:
    with desk_with(made, backwards) as desk:
        report, found = asked(desk, "06", PERIOD), seen(desk)
    for table, keys in (("unit", ("H30.01", "H30.02")), ("field", ("Hộ tịch", "Cư trú"))):
        for key in keys:
            own = [each for each in found if key in (each.dossier.code[:6], each.dossier.registered.procedure_field)]
            counts = form_06(own)
            assert line(report, table, key) == {name: counts[name] for name in line(report, table, key)}
        total = form_06(found)
        assert line(report, table, "total") == {name: total[name] for name in line(report, table, "total")}
    assert all(check.holds for table in report.tables for check in table.checks)


@few
@given(st.lists(plans, max_size=14))
def test_what_ended_without_a_result_is_counted_apart_by_its_day(made: list[Plan]) -> None:
    with desk_with(made) as desk:
        report, found = asked(desk, "06", PERIOD), seen(desk)
    ended = [
        each
        for each in found
        if each.dossier.status in ENDED and each.ended_at and FIRST <= each.ended_at.date() <= LAST
    ]
    counts = Counter(str(each.dossier.status) for each in ended)
    assert line(report, "ended", "total") == {
        "all": len(ended),
        "not_accepted": counts["not_accepted"],
        "withdrawn": counts["withdrawn"],
        "stopped": counts["stopped"],
    }


@few
@given(st.lists(plans, max_size=14), st.booleans())
def test_timeliness_equals_a_recount_by_whatever_it_is_parted(made: list[Plan], backwards: bool) -> None:
    with desk_with(made, backwards) as desk:
        by_step = {step: asked(desk, "timeliness", PERIOD, step=step) for step in STEP_WORDS}
        found = seen(desk)
    settled = [each for each in found if each.result_on is not None and FIRST <= each.result_on <= LAST]
    tables = [(by_step["week"], table, told_by) for table, told_by in TIMELY_KEYS.items()]
    tables += [(report, step, partial(step_key, step)) for step, report in by_step.items()]
    for report, table, told_by in tables:
        for key in {told_by(each) for each in settled}:
            own = [each.mark for each in settled if told_by(each) == key]
            assert told_of(report, table, key) == marks(own)
        assert told_of(report, table, "total") == marks([each.mark for each in settled])
        again = [each for one in found for each in one.dossier.reappointments if FIRST <= each.at.date() <= LAST]
        total = line(report, table, "total")
        assert (total["again"], total["again_late"]) == (len(again), sum(each.came_late for each in again))


def told_of(report: Report, table: str, key: str) -> dict[str, int]:
    """Return the marks of one line, whatever else the table tells."""
    told = line(report, table, key)
    return {name: told[name] for name in marks([])}


TIMELY_KEYS: Mapping[str, Callable[[Seen], str]] = {
    "unit": lambda each: each.dossier.code[:6],
    "field": lambda each: each.dossier.registered.procedure_field,
    "procedure": lambda each: each.dossier.registered.procedure,
    "officer": lambda _each: OFFICER,
}


def step_key(step: Step, each: Seen) -> str:
    assert each.result_on is not None
    return key_of(each.result_on, step)


def marks(of: Sequence[Mark | None]) -> dict[str, int]:
    return {
        "all": len(of),
        "early": of.count(Mark.EARLY),
        "on_time": of.count(Mark.ON_TIME),
        "late": of.count(Mark.LATE),
    }


@few
@given(st.lists(plans, max_size=14))
def test_guided_and_linked_dossiers_equal_a_recount(made: list[Plan]) -> None:
    with desk_with(made) as desk:
        guided, models, found = asked(desk, "guided", PERIOD), asked(desk, "models", PERIOD), seen(desk)
    received = [each for each in found if FIRST <= each.received_on <= LAST]
    for key, wanted in (("1", True), ("0", False)):
        own = [each for each in received if each.dossier.registered.origin.startswith("guidance:") is wanted]
        told = line(guided, "guided", key)
        assert told["all"] == len(own)
        assert told["early"] == sum(each.mark is Mark.EARLY for each in own)
        assert told["ended"] == sum(each.dossier.status in ENDED for each in own)
        assert told["settled"] + told["ended"] + told["open"] == len(own)
    linked = [each for each in received if len(each.dossier.legs) > 1]
    told = line(models, "linked", "total")
    assert told["all"] == len(linked)
    assert told["in_time"] == sum(each.mark in (Mark.EARLY, Mark.ON_TIME) for each in linked)


def test_the_recount_reads_entries_and_no_table(desk: RehearsalDesk) -> None:
    unit = UnitJournal("H30.01", "UBND xã 1", at=day("2026-01-05"))
    unit.dossier(day("2026-10-20"))
    merged(desk, [unit])
    with desk.journal.store.writing() as db:
        db.conn.execute("DELETE FROM dossiers")
    assert len(seen(desk)) == 1
    assert isinstance(seen(desk)[0].dossier.registered, Registered)
    assert asked(desk, "06", PERIOD).table("field").rows == ()
