from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.catalogue.steps import Step
from desk_app.dossiers.on_the_spot_figures import figures_of, on_the_spot_figures
from desk_app.dossiers.on_the_spot_rules import fitness
from desk_app.dossiers.tables.on_the_spot import VisitRow
from desk_app.kernel.records import changed
from tests.desks import MORNING, RehearsalDesk
from tests.dossiers.sittings import Sitting

PAPER = PaperAsked(name="Tờ khai", originals=1)
PLAIN = Procedure(
    code="9.000001",
    name="Thủ tục thử",
    field="Thử",
    valid_from=date(2020, 1, 1),
    steps=(Step(id="a", agency="Xã", name="Làm", half_days=6),),
    papers=(PAPER, PaperAsked(name="Giấy khi cần", condition="khi vắng")),
)


def test_only_complete_dossiers_that_need_no_other_agency_are_offered() -> None:
    at_once = changed(PLAIN, steps=(changed(PLAIN.steps[0], half_days=0),))
    linked = changed(at_once, steps=(*at_once.steps, changed(at_once.steps[0], id="b")))
    assert fitness(at_once, ("to khai",), settle_day=False).offered
    assert fitness(PLAIN, ("Tờ khai",), settle_day=True).offered
    for procedure, papers, settle_day, said in (
        (PLAIN, ("Tờ khai",), False, "Thời hạn của thủ tục: 3 ngày"),
        (at_once, (), True, "còn thiếu: Tờ khai"),
        (linked, ("Tờ khai",), True, "liên thông"),
        (None, (), True, "không có thủ tục"),
    ):
        found = fitness(procedure, papers, settle_day=settle_day)
        assert not found.offered
        assert said in found.warning


SETTLED = VisitRow(
    dossier="a",
    standing="settled",
    settle_day=0,
    receipts=0,
    begun_at=MORNING.isoformat(),
    received_at=MORNING.isoformat(),
    appraised_at=MORNING.isoformat(),
    approved_at=MORNING.isoformat(),
    returned_at=MORNING.isoformat(),
    left_at=None,
)


@given(st.lists(st.integers(min_value=0, max_value=500), min_size=1, max_size=40))
def test_nine_of_ten_sittings_took_no_longer_than_the_ninth_tenth(minutes: list[int]) -> None:
    rows = [replace(SETTLED, returned_at=(MORNING + timedelta(minutes=each)).isoformat()) for each in minutes]
    whole = figures_of(rows, MORNING.date(), MORNING.date()).parts[-1]
    assert whole.p90_minutes in minutes
    assert whole.median_minutes is not None
    assert whole.p90_minutes is not None
    assert sum(each <= whole.p90_minutes for each in minutes) >= 0.9 * len(minutes)
    assert whole.median_minutes <= whole.p90_minutes


def test_a_period_without_sittings_says_none_and_not_zero_minutes(desk: RehearsalDesk) -> None:
    figures = on_the_spot_figures(desk.dossiers, MORNING.date(), MORNING.date())
    assert figures.visits == 0
    assert {part.median_minutes for part in figures.parts} == {None}


def test_figures_leave_out_what_lies_outside_the_period(desk: RehearsalDesk) -> None:
    sitting = Sitting(desk)
    tomorrow = MORNING.date() + timedelta(days=1)
    assert on_the_spot_figures(sitting.room, tomorrow, tomorrow).visits == 0
    assert on_the_spot_figures(sitting.room, MORNING.date(), MORNING.date()).open == 1
