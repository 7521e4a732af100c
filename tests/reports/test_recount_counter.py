"""Reports on money, ratings, look-ups and sittings equal a naive recount from the journal."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desk_app.accounts.facts import LookedUp, SecretSet, SignedIn, about_dossier, access_subject, account_subject
from desk_app.accounts.secret_rules import SecretKind
from desk_app.dossiers import on_the_spot_facts as spot
from desk_app.dossiers.facts import Registered
from desk_app.fees.facts import FeePaid, FeeReturned, fee_subject
from desk_app.journal.clock import wall_time
from desk_app.kernel.time_source import VIETNAM
from desk_app.surveys.facts import Rated
from tests.reports.asking import asked
from tests.reports.recount import (
    PERIOD,
    START,
    UNITS,
    Said,
    check,
    desk_of,
    few,
    inside,
    of_unit,
    said,
    week_of,
    when,
    which,
)
from tests.reports.units import UnitJournal


@few
@given(st.lists(st.tuples(which, when, st.integers(1, 9), st.booleans(), st.sampled_from(["", "back", "mistake"]))))
def test_cash_equals_a_recount(paid: list[tuple[int, int, int, bool, str]]) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        for place, (unit, on, thousands, is_cash, back) in enumerate(sorted(paid, key=lambda each: each[1])):
            at, number = (
                START + timedelta(days=on, minutes=place),
                f"PT-{START + timedelta(days=on):%y%m%d}-{1001 + place}",
            )
            same: dict[str, Any] = {
                "number": number,
                "code": "",
                "procedure": "1.004194",
                "field": "Cư trú",
                "reason": "",
                "amount": thousands * 1000,
                "way": "cash" if is_cash else "transfer",
                "day": at.date(),
            }
            subject = fee_subject(units[unit].new_id(at))
            units[unit].add(at, subject, FeePaid(**same, payer="Người Thử", due=None, paid_at=at))
            if back:
                units[unit].add(at, subject, FeeReturned(**same, mistake=back == "mistake", returned_at=at))

    def count(of: Sequence[Said]) -> dict[str, int]:
        facts: list[Any] = [each.fact for each in of]
        ins, outs = ([each for each in facts if isinstance(each, kind)] for kind in (FeePaid, FeeReturned))
        cash = sum(each.amount for each in ins if each.way == "cash")
        transfer, back = sum(each.amount for each in ins) - cash, sum(each.amount for each in outs)
        return {
            "payments": len(ins),
            "cash": cash,
            "transfer": transfer,
            "returned": back,
            "net": cash + transfer - back,
        }

    with desk_of(write) as desk:
        report, found = asked(desk, "cash", PERIOD), said(desk, FeePaid, FeeReturned)
    found = [each for each in found if inside(each.fact.day)]
    check(report, "unit", found, of_unit, count)
    check(report, "way", found, lambda each: each.fact.way, count)
    check(report, "week", found, lambda each: week_of(each.fact.day), count)


LEVELS = ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied")


@few
@given(st.lists(st.tuples(which, when, st.sampled_from(LEVELS))), st.booleans())
def test_ratings_equal_a_recount(rated: list[tuple[int, int, Any]], backwards: bool) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        for unit, on, level in sorted(rated, key=lambda each: each[1]):
            units[unit].rated(START + timedelta(days=on), level)

    def count(of: Sequence[Said]) -> dict[str, int]:
        levels = [each.fact.level for each in of]
        good, fair, neutral = (levels.count(level) for level in LEVELS[:3])
        poor = levels.count(LEVELS[3]) + levels.count(LEVELS[4])
        return {
            "all": len(levels),
            "content": good + fair,
            "good": good,
            "fair": fair,
            "neutral": neutral,
            "poor": poor,
        }

    with desk_of(write, backwards=backwards) as desk:
        report, models, found = asked(desk, "ratings", PERIOD), asked(desk, "models", PERIOD), said(desk, Rated)
    found = [each for each in found if inside(each.fact.rated_on)]
    for made, table in ((report, "unit"), (models, "friendly")):
        check(made, table, found, of_unit, count)
    for table, key in (
        ("procedure", lambda each: each.fact.procedure),
        ("week", lambda each: week_of(each.fact.rated_on)),
    ):
        check(report, table, found, key, count)


@few
@given(
    st.lists(
        st.tuples(
            which,
            when,
            st.sampled_from([0, 5, 6, 12, 18, 19, 23]),
            st.sampled_from(["card", "search", "scan", "list", "in", "secret"]),
        )
    )
)
def test_the_access_log_equals_a_recount(seen: list[tuple[int, int, int, Any]]) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        for unit, on, hour, how in sorted(seen, key=lambda each: each[1:3]):
            at = (START + timedelta(days=on)).replace(hour=hour)
            subject = access_subject(units[unit].new_id(at))
            if how == "in":
                units[unit].add(at, subject, SignedIn(secret=SecretKind.PASSWORD), by=f"officer-{unit}")
            elif how == "secret":
                fact = SecretSet(secret=SecretKind.PIN)
                units[unit].add(at, account_subject("somebody"), fact, by=f"officer-{unit}")
            else:
                about = "list" if how == "list" else about_dossier(f"dossier-{hour % 3}")
                units[unit].add(at, subject, LookedUp(about=about, how=how), by=f"officer-{unit}")

    def on(each: Said) -> date:
        return wall_time(each.entry.clock).astimezone(VIETNAM).date()

    def count(of: Sequence[Said]) -> dict[str, int]:
        looks = [each for each in of if isinstance(each.fact, LookedUp)]
        facts = [each.fact for each in looks if isinstance(each.fact, LookedUp)]
        hours = [wall_time(each.entry.clock).astimezone(VIETNAM) for each in looks]
        return {
            "looked": len(looks),
            **{
                name: sum(fact.how == how for fact in facts)
                for name, how in (("cards", "card"), ("searched", "search"), ("scanned", "scan"), ("lists", "list"))
            },
            "off_hours": sum(at.hour < 6 or at.hour >= 19 or at.weekday() == 6 for at in hours),
            "dossiers": len({fact.about for fact in facts if fact.about.startswith("dossier:")}),
            "signed_in": sum(isinstance(each.fact, SignedIn) for each in of),
            "secrets": sum(isinstance(each.fact, SecretSet) for each in of),
        }

    with desk_of(write) as desk:
        reports = [asked(desk, "access", PERIOD, unit) for unit in UNITS]
        found = said(desk, LookedUp, SignedIn, SecretSet)
    for unit, report in zip(UNITS, reports, strict=True):
        own = [each for each in found if inside(on(each)) and of_unit(each) == unit]
        check(report, "officer", own, lambda each: each.entry.actor, count)
        check(report, "week", own, lambda each: week_of(on(each)), count)


@few
@given(st.lists(st.tuples(which, when, st.sampled_from(["settled", "left", "open"]), st.booleans())))
def test_sittings_equal_a_recount(sat: list[tuple[int, int, str, bool]]) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        for unit, on, end, settle_day in sorted(sat, key=lambda each: each[1]):
            at = START + timedelta(days=on)
            if end == "settled":
                units[unit].sitting(at, settle_day=settle_day)
                continue
            id_ = units[unit].dossier(at, result_days=None)
            units[unit].add(at, id_, spot.OnTheSpotBegun(begun_at=at, settle_day=settle_day))
            if end == "left":
                units[unit].add(at, id_, spot.OnTheSpotLeft(left_at=at, reason="thiếu"))

    with desk_of(write) as desk:
        report, models = asked(desk, "on-the-spot", PERIOD), asked(desk, "models", PERIOD)
        found = said(desk, spot.OnTheSpotBegun)
        left = {each.entry.subject for each in said(desk, spot.OnTheSpotLeft)}
        done = {each.entry.subject for each in said(desk, spot.Approved)}
        people = {each.entry.subject: each.fact.applicant for each in said(desk, Registered)}

    def count(of: Sequence[Said]) -> dict[str, int]:
        settled = [each for each in of if each.entry.subject in done]
        gone = [each for each in of if each.entry.subject in left]
        return {
            "all": len(of),
            "settled": len(settled),
            "left": len(gone),
            "open": len(of) - len(settled) - len(gone),
            "at_once": sum(each.fact.settle_day for each in settled),
            "people": len({people[each.entry.subject].id_number for each in settled}),
        }

    def without_at_once(of: Sequence[Said]) -> dict[str, int]:
        return {key: value for key, value in count(of).items() if key != "at_once"}

    found = [each for each in found if inside(each.fact.begun_at.date())]
    check(report, "unit", found, of_unit, count)
    check(report, "week", found, lambda each: week_of(each.fact.begun_at.date()), count)
    check(models, "on_the_spot", found, of_unit, without_at_once)
    check(models, "at_once", found, of_unit, lambda of: {"at_once": count(of)["at_once"]})
