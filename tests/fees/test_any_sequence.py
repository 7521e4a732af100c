"""Whatever is paid, returned and closed: the sums are the journal's, by field as by way, and nothing is paid twice."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.fees.day import DayReport, report
from desk_app.fees.facts import DayClosed, FeePaid, FeeReturned, Way
from desk_app.fees.tables import queries
from desk_app.journal.fold_pass import fold_all, table_contents
from desk_app.journal.tables import every_entry
from desk_app.kernel.errors import Refused
from tests.desks import RehearsalDesk
from tests.fees.taking import COPY, DEAL, SIGNATURE, a_desk, closed, officer_of, paid, received, returned

moves = st.one_of(
    st.tuples(st.just("pay"), st.integers(0, 4), st.integers(0, 60_000), st.sampled_from(("cash", "transfer"))),
    st.tuples(st.just("back"), st.integers(0, 4), st.just(0), st.just("cash")),
    st.tuples(st.just("close"), st.just(0), st.integers(0, 99_000), st.just("cash")),
    st.tuples(st.just("sleep"), st.integers(1, 3), st.just(0), st.just("cash")),
)
quick = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def do(desk: RehearsalDesk, dossiers: Sequence[str], name: str, which: int, amount: int, way: Way) -> None:
    """Try one move; what the rules refuse changes nothing."""
    try:
        if name == "pay":
            paid(desk, dossiers[which], amount, way, reason="thử")
        elif name == "back":
            returned(desk, dossiers[which])
        elif name == "close":
            closed(desk, amount, note="thử", day=desk.time.now().date())
        else:
            desk.time.advance(timedelta(days=which))
    except Refused:
        return


def by_journal(desk: RehearsalDesk) -> dict[date, dict[str, int]]:
    """Add the money of each day up from the journal's own entries, apart from every table."""
    days: dict[date, dict[str, int]] = {}
    for entry in every_entry(desk.journal.reading()):
        fact = desk.journal.registry.read(entry).fact
        if isinstance(fact, FeePaid | FeeReturned):
            amount = fact.amount if isinstance(fact, FeePaid) else -fact.amount
            sums = days.setdefault(fact.day, {})
            for key in ("net", fact.way, f"field:{fact.field}"):
                sums[key] = sums.get(key, 0) + amount
    return days


def shown(day: DayReport) -> dict[str, int]:
    ways: dict[str, int] = {each.way: each.net for each in day.ways if each.payments or each.returned}
    return {"net": day.net, **ways, **{f"field:{each.field}": each.net for each in day.fields}}


@quick
@given(st.lists(moves, max_size=20))
def test_the_sums_of_any_sequence_are_those_of_the_journal_by_field_as_by_way(
    steps: Sequence[tuple[str, int, int, Way]],
) -> None:
    with a_desk() as desk:
        dossiers = [received(desk, procedure) for procedure in (COPY, SIGNATURE, DEAL, COPY, DEAL)]
        for step in steps:
            do(desk, dossiers, *step)
        for day, sums in by_journal(desk).items():
            found = report(desk.fees, day=day, officer=officer_of(desk))
            assert {key: value for key, value in shown(found).items() if value or key in sums} == sums
            assert sum(each.net for each in found.fields) == sum(each.net for each in found.ways) == found.net
            assert sum(each.payments for each in found.fields) == sum(each.payments for each in found.ways)
            assert found.paid - found.returned == found.net
        assert all(len(queries.money_of(desk.journal.reading(), each).standing) <= 1 for each in dossiers)
        before = table_contents(desk.journal.reading(), desk.journal.registry)
        with desk.journal.store.writing() as db:
            fold_all(db, desk.journal.registry)
        assert table_contents(desk.journal.reading(), desk.journal.registry) == before


@quick
@given(st.lists(moves, max_size=20))
def test_a_closed_day_never_changes_again(steps: Sequence[tuple[str, int, int, Way]]) -> None:
    with a_desk() as desk:
        dossiers = [received(desk, procedure) for procedure in (COPY, SIGNATURE, DEAL, COPY, DEAL)]
        for step in steps:
            do(desk, dossiers, *step)
        entries = [desk.journal.registry.read(each).fact for each in every_entry(desk.journal.reading())]
        for fact in entries:
            if isinstance(fact, DayClosed):
                found = report(desk.fees, day=fact.day, officer=officer_of(desk))
                assert (found.expected, found.counted) == (fact.expected, fact.counted)
                assert found.payments == fact.payments
                assert [each.net for each in found.ways] == [fact.cash, fact.transfer]
