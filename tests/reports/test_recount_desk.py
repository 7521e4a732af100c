"""Duties, numbers and the register book equal a naive recount from the journal."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from desk_app.dossiers.book.rows import Wanted
from desk_app.dossiers.book.write import read_book, write_book
from desk_app.dossiers.facts import Registered
from desk_app.journal.tables import every_entry
from desk_app.shifts import attendance
from desk_app.shifts.facts import AttendanceNoted, RosterIssued, RosterPlanned
from tests.reports.asking import asked
from tests.reports.recount import PERIOD, START, UNITS, Said, desk_of, few, inside, line, said, unit_of, when, which
from tests.reports.units import UnitJournal
from tests.shifts.rota import a_desk, act, entered, issued, on, seats

DECEMBER = ("2026-12-01", "2026-12-31")
STARTS, ENDS = time(7, 30), time(11, 30)


@few
@given(
    st.lists(st.tuples(st.integers(0, 7), st.sampled_from(["came", "late", "no_show"]), st.integers(8, 10)), max_size=8)
)
def test_duties_equal_a_recount(noted: list[tuple[int, Any, int]]) -> None:
    with a_desk() as desk:
        entered(desk)
        every = seats(issued(desk))
        desk.time.put(on(31, 12))
        for place, attended, hour in noted:
            part = {"from_time": time(hour, 0), "to_time": ENDS} if attended == "late" else {}
            act(desk, attendance.note_attendance, seat=every[place].seat, attended=attended, **part)
        report = asked(desk, "shifts", DECEMBER)
        facts = [desk.journal.registry.read(entry).fact for entry in every_entry(desk.journal.reading())]
    issued_plans = {fact.plan for fact in facts if isinstance(fact, RosterIssued)}
    planned = [fact for fact in facts if isinstance(fact, RosterPlanned) and fact.plan in issued_plans]
    own = [seat for plan in planned for seat in plan.seats]
    # What was noted last of a seat holds.
    last = {fact.seat: fact for fact in facts if isinstance(fact, AttendanceNoted)}

    def count(of: Sequence[Any]) -> dict[str, int]:
        there = [last[seat.seat] for seat in of if seat.seat in last]
        came = [fact for fact in there if fact.attended != "no_show"]
        return {
            "shifts": len({seat.seat.rpartition("/")[0] for seat in of}),
            "seats": len(of),
            "filled": sum(bool(seat.holder.organisation) for seat in of),
            "came": len(came),
            "late": sum(fact.attended == "late" for fact in there),
            "no_show": len(there) - len(came),
            "covered": 0,
            "minutes": 10 * sum(map(_minutes, came)),
        }

    for organisation in {seat.holder.organisation for seat in own}:
        mine = [seat for seat in own if seat.holder.organisation == organisation]
        assert line(report, "organisation", organisation) == count(mine)
    for week in {seat.on - timedelta(days=seat.on.weekday()) for seat in own}:
        mine = [seat for seat in own if week <= seat.on <= week + timedelta(days=6)]
        assert line(report, "week", week.isoformat()) == count(mine)
    assert line(report, "unit", "total") == count(own)


def _minutes(noted: AttendanceNoted) -> int:
    day = date(2026, 12, 1)
    first, last = noted.from_time or STARTS, noted.to_time or ENDS
    return int((datetime.combine(day, last) - datetime.combine(day, first)).total_seconds() // 60)


@few
@given(st.lists(st.tuples(which, when, st.integers(1, 9)), max_size=30, unique=True))
def test_missing_numbers_equal_a_recount(numbered: list[tuple[int, int, int]]) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        for unit, days, number in sorted(numbered, key=lambda each: each[1:]):
            at = START + timedelta(days=days)
            units[unit]._numbers[at.date()] = number - 1
            units[unit].dossier(at, result_days=None)

    with desk_of(write) as desk:
        report, found = asked(desk, "numbers", PERIOD), said(desk, Registered)
    given_out: dict[tuple[str, str], set[int]] = {}
    for each in found:
        if inside(each.fact.received_at.date()):
            series, _, number = each.fact.code.rpartition("-")
            given_out.setdefault((unit_of(each.entry), series), set()).add(int(number))
    missing = sum(len(set(range(1001, max(known))) - known) for known in given_out.values())
    assert line(report, "dossiers_gaps", "total") == {"missing": missing}
    assert sum(row.cells[0].value or 0 for row in report.table("dossiers_gaps").rows) == missing


@few
@given(st.lists(st.tuples(which, when, st.booleans()), max_size=12))
def test_the_register_book_equals_a_recount(received: list[tuple[int, int, bool]]) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        for unit, days, is_settled in sorted(received, key=lambda each: each[1]):
            units[unit].dossier(START + timedelta(days=days), result_days=2 if is_settled else None)

    with desk_of(write) as desk:
        found = said(desk, Registered)
        for unit in UNITS:
            wanted = Wanted(year=2026, first_on=date(2026, 10, 15), last_on=date(2026, 11, 14), desk=f"desk-{unit}")
            lines = read_book(desk.dossiers, wanted, by=desk.admin, say=lambda _done, _total: None)
            own = sorted((each for each in found if unit_of(each.entry) == unit), key=lambda each: each.entry.seq)
            told = [(number, each.fact.code) for number, each in enumerate(own, start=1) if inside(_day(each))]
            assert [(line.number, line.code) for line in lines] == told


def test_another_offices_book_bears_its_own_head(tmp_path: Path) -> None:
    with desk_of(_one_each) as desk:
        for unit in UNITS:
            wanted, file = Wanted(year=2026, desk=f"desk-{unit}"), tmp_path / f"{unit}.docx"
            write_book(desk.dossiers, wanted, by=desk.admin, file=file, say=lambda _done, _total: None)
    heads = [[cell.text for cell in Document(str(tmp_path / f"{unit}.docx")).tables[0]._cells] for unit in UNITS]
    assert [f"UBND XÃ {number}" in "".join(head) for number, head in enumerate(heads, start=1)] == [True, True]


def _one_each(units: Sequence[UnitJournal]) -> None:
    for unit in units:
        unit.dossier(START)


def _day(each: Said) -> date:
    found: date = each.fact.received_at.date()
    return found
