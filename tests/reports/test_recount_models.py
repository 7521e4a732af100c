"""The writing table, guidance, outreach and screens, as the models' report has them, equal a naive recount from the journal."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desk_app.dossiers.facts import Registered, ResultIssued
from desk_app.guidance.contacts.facts import GuidanceGiven
from desk_app.guidance.outreach.facts import OutreachRecorded
from desk_app.signage.facts import Played
from desk_app.writing.facts import Written
from tests.reports.asking import asked
from tests.reports.recount import LAST, PERIOD, START, Said, check, desk_of, few, inside, of_unit, said, when, which
from tests.reports.units import UnitJournal

OUTCOMES = ("written", "advised", "portal", "registered")


@few
@given(st.lists(st.tuples(which, when, st.sampled_from(OUTCOMES), st.sampled_from(["", "Hội Phụ nữ", "Hội Nông dân"]))))
def test_the_writing_table_equals_a_recount(sat: list[tuple[int, int, Any, str]]) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        for unit, on, outcome, organisation in sorted(sat, key=lambda each: each[1]):
            at = START + timedelta(days=on)
            units[unit].written_for(at, organisation=organisation, outcome=outcome)

    def count(of: Sequence[Said]) -> dict[str, int]:
        return {
            "all": len(of),
            "written": sum(bool(each.fact.forms) for each in of),
            "forms": sum(len(each.fact.forms) for each in of),
            **{name: sum(each.fact.outcome == name for each in of) for name in ("advised", "portal")},
            "dossiers": 0,
            "helpers": len({each.entry.actor for each in of}),
        }

    with desk_of(write) as desk:
        report, found = asked(desk, "models", PERIOD), said(desk, Written)
    found = [each for each in found if inside(each.fact.written_at.date())]
    check(report, "writing", found, of_unit, count)
    check(report, "volunteers", found, lambda each: str(each.fact.area), count)
    check(report, "organisations", found, lambda each: each.fact.organisation, count)


@few
@given(
    st.lists(
        st.tuples(which, when, st.sampled_from(["hotline", "zalo", "email", "counter"]), st.sampled_from(["", "1"]))
    ),
    st.lists(st.tuples(which, when, st.integers(0, 9))),
)
def test_guidance_equals_a_recount(given_: list[tuple[int, int, Any, str]], came: list[tuple[int, int, int]]) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        happened: list[Any] = [*given_, *((unit, on, early, None) for unit, on, early in came)]
        for unit, on, what, phone in sorted(happened, key=lambda each: each[1]):
            at = START + timedelta(days=on)
            if phone is None:
                units[unit].dossier(at, due_days=5, result_days=what)
            else:
                units[unit].guided(at, phone and f"090000000{phone}", what)

    def count(of: Sequence[Said]) -> dict[str, int]:
        calls = [each for each in of if isinstance(each.fact, GuidanceGiven)]
        channels = [each.fact.channel for each in calls]
        received = [each for each in of if isinstance(each.fact, Registered)]
        early = [each for each in received if results[each.entry.subject].date() < each.fact.due_at.date()]
        people = {each.fact.person.phone or each.entry.subject for each in calls}
        return {
            "guided": len(calls),
            "hotline": channels.count("hotline"),
            "zalo": channels.count("zalo"),
            "other": channels.count("email") + channels.count("counter"),
            "people": len(people),
            "guided_dossiers": 0,
            "all": len(received),
            "early": len(early),
        }

    with desk_of(write) as desk:
        report, found = asked(desk, "models", PERIOD), said(desk, GuidanceGiven, Registered)
        results = {each.entry.subject: each.fact.issued_at for each in said(desk, ResultIssued)}

    def on_day(each: Said) -> date:
        moment = each.fact.given_at if isinstance(each.fact, GuidanceGiven) else each.fact.received_at
        return date(moment.year, moment.month, moment.day)

    check(report, "guidance", [each for each in found if inside(on_day(each))], of_unit, count)


KINDS_OF_OUTREACH = ("launch", "broadcast", "post", "followers", "views", "training")


@few
@given(
    st.lists(
        st.tuples(
            which, when, st.sampled_from(KINDS_OF_OUTREACH), st.integers(0, 40), st.sampled_from(["Zalo", "Trang"])
        )
    )
)
def test_outreach_equals_a_recount(told: list[tuple[int, int, Any, int, str]]) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        for unit, on, kind, number, title in sorted(told, key=lambda each: each[1]):
            units[unit].outreach(START + timedelta(days=on), kind, number, title)

    def count(of: Sequence[Said]) -> dict[str, int]:
        in_period = [each.fact for each in of if inside(each.fact.on)]

        def summed(kind: str) -> int:
            return sum(fact.count for fact in in_period if fact.kind == kind)

        # The latest count of each page by the period's end, whenever that was.
        latest = {
            (each.entry.desk, each.fact.title): each.fact.count
            for each in sorted(of, key=lambda each: (each.fact.on, each.entry.clock))
            if each.fact.kind == "followers" and each.fact.on <= LAST
        }
        return {
            "followers": sum(latest.values()),
            "views": summed("views"),
            "posts": summed("post"),
            "broadcasts": summed("broadcast"),
            "launched": summed("launch"),
            "trained": summed("training"),
        }

    with desk_of(write) as desk:
        report, found = asked(desk, "models", PERIOD), said(desk, OutreachRecorded)
    check(report, "outreach", found, of_unit, count)


@few
@given(
    st.lists(
        st.tuples(which, when, st.integers(1, 20), st.sampled_from(["một", "hai"])), unique_by=lambda each: each[:2]
    )
)
def test_screens_equal_a_recount(played: list[tuple[int, int, int, str]]) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        for unit, on, minutes, screen in sorted(played, key=lambda each: each[1]):
            at = START + timedelta(days=on)
            fact = Played(screen=screen, from_at=at, to_at=at + timedelta(minutes=minutes), shown=())
            units[unit].add(at, units[unit].new_id(at), fact)

    def count(of: Sequence[Said]) -> dict[str, int]:
        seconds = sum((each.fact.to_at - each.fact.from_at).total_seconds() for each in of)
        return {
            "all": len(of),
            "minutes": round(seconds / 6),
            "days": len({each.fact.from_at.date() for each in of}),
            "screens": len({(each.entry.desk, each.fact.screen) for each in of}),
        }

    with desk_of(write) as desk:
        report, found = asked(desk, "models", PERIOD), said(desk, Played)
    found = [each for each in found if inside(each.fact.from_at.date())]
    check(report, "screens", found, of_unit, count)
