"""Outreach as entries and as figures."""

from datetime import date

import pytest

from desk_app.guidance.outreach.commands import Outreach, list_outreach, record_outreach, withdraw_outreach
from desk_app.guidance.outreach.facts import Kind
from desk_app.guidance.outreach.figures import OutreachFigures, outreach_figures
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from tests.desks import RehearsalDesk
from tests.guidance.guiding import TODAY, said_by

FIRST = date(2026, 11, 1)


def record(
    desk: RehearsalDesk, kind: Kind, count: int, on: date = TODAY, title: str = "Zalo xã Hòa Mẫu", evidence: str = ""
) -> str:
    outreach = Outreach(kind=kind, on=on, count=count, title=title, evidence=evidence)
    return record_outreach(desk.guidance, outreach=outreach, **said_by(desk)).subject


def figures(desk: RehearsalDesk, first_on: date = FIRST, last_on: date = TODAY) -> OutreachFigures:
    return outreach_figures(desk.guidance, first_on=first_on, last_on=last_on)


def test_the_figures_of_the_founding_report_come_out_again(desk: RehearsalDesk) -> None:
    record(desk, "followers", 120, date(2026, 11, 5))
    record(desk, "followers", 185, date(2026, 11, 20))
    record(desk, "views", 150)
    record(desk, "views", 100)
    for day in (3, 10, 17):
        record(desk, "post", 1, date(2026, 11, day))
    record(desk, "broadcast", 2, title="Đài truyền thanh")
    record(desk, "launch", 54, title="Ra quân viết hộ", evidence="Ảnh ngày 6/11")
    record(desk, "training", 30)
    record(desk, "training", 25)
    found = figures(desk)
    assert (found.followers, found.views, found.posts, found.broadcasts) == (185, 250, 3, 2)
    assert (found.launches, found.launch_people) == (1, 54)
    assert (found.trainings, found.training_people) == (2, 55)


def test_followers_are_the_last_count_of_each_page_also_from_before_the_period(desk: RehearsalDesk) -> None:
    record(desk, "followers", 50, date(2026, 10, 2), title="Facebook xã")
    record(desk, "followers", 60, date(2026, 11, 10), title="zalo  xa Hoa Mau")
    record(desk, "followers", 70, date(2026, 11, 10))
    assert figures(desk).followers == 120
    assert figures(desk, last_on=date(2026, 11, 9)).followers == 50


def test_what_lies_outside_the_period_is_not_counted(desk: RehearsalDesk) -> None:
    record(desk, "post", 1, date(2026, 10, 31))
    record(desk, "post", 1, FIRST)
    assert figures(desk).posts == 1
    assert [each.on for each in list_outreach(desk.guidance, first_on=FIRST, last_on=TODAY)] == [FIRST]


def test_an_entry_taken_back_counts_no_more(desk: RehearsalDesk) -> None:
    item = record(desk, "views", 999)
    withdraw_outreach(desk.guidance, item=item[-6:], reason="gõ nhầm", **said_by(desk))
    assert figures(desk).views == 0
    with pytest.raises(Refused):
        withdraw_outreach(desk.guidance, item=item, reason="gõ nhầm", **said_by(desk))
    with pytest.raises(NotFound):
        withdraw_outreach(desk.guidance, item="khong-co", reason="gõ nhầm", **said_by(desk))


def test_what_is_still_to_come_and_followers_of_no_page_are_refused(desk: RehearsalDesk) -> None:
    with pytest.raises(InvalidInput, match="tương lai"):
        record(desk, "post", 1, date(2026, 11, 24))
    with pytest.raises(InvalidInput):
        record(desk, "followers", 10, title="")
    with pytest.raises(InvalidInput):
        record(desk, "post", -1)
