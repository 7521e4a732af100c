"""Parcels on the page of returns, worked by keyboard at a real desk."""

import pytest

from desk_app.dossiers.status import Status
from desk_app.returns.post import prepare_parcel, record_posted
from desk_app.returns.way import Where
from tests.desks import RehearsalDesk
from tests.returns.going import act, dossier_now, pass_hours, ready, way
from tests.ui.returning import Returning
from tests.ui.windows import Seat
from ui.returns.ways_view import POST


@pytest.fixture
def returning(seat: Seat, desk: RehearsalDesk) -> Returning:
    return Returning(seat, desk)


def test_a_parcel_goes_from_label_to_proof_by_one_key(returning: Returning) -> None:
    dossier = ready(returning.desk, return_by="post", return_to="12 Trần Hưng Đạo")
    returning.come()
    returning.press("Alt+2", "F7", "Return")
    assert way(returning.desk, dossier).where is Where.PACKED
    returning.press("F7")
    returning.type("RR123VN")
    returning.field("28.500", "cost")
    returning.press("Return")
    assert way(returning.desk, dossier).parcels[0].cost == 28500
    returning.press("F7", "Return")
    assert dossier_now(returning.desk, dossier).status is Status.HANDED_OVER
    assert returning.page.ways.post.rows == ()


def test_a_household_goes_in_one_parcel_by_one_key(returning: Returning) -> None:
    one, other = (ready(returning.desk, return_by="post", return_to="12 Trần Hưng Đạo") for _place in range(2))
    returning.come()
    returning.press("Alt+2", "F7", "Return")
    assert way(returning.desk, one).parcels[0].id == way(returning.desk, other).parcels[0].id
    assert [row.mates for row in returning.page.ways.post.rows] == [(other,)]
    returning.press("F7")
    returning.type("RR123VN")
    returning.press("Return")
    returning.scan(other)
    returning.press("F7", "Return")
    assert [dossier_now(returning.desk, each).status for each in (one, other)] == [Status.HANDED_OVER] * 2


def test_one_of_a_household_may_be_sent_alone(returning: Returning) -> None:
    for _place in range(2):
        ready(returning.desk, return_by="post", return_to="12 Trần Hưng Đạo")
    returning.come()
    returning.press("Alt+2", "F7", "Down", "Return")
    assert sorted(row.where for row in returning.page.ways.post.rows) == ["packed", "waiting"]


def test_a_parcel_comes_back_with_its_reason(returning: Returning) -> None:
    dossier = ready(returning.desk, return_by="post", return_to="12 Trần Hưng Đạo")
    act(returning.desk, prepare_parcel, dossiers=(dossier,))
    act(returning.desk, record_posted, dossier=dossier, tracking="RR1")
    pass_hours(returning.desk, 9 * 24)
    returning.come()
    returning.scan(dossier)
    assert returning.page.ways.tab == POST
    assert "chưa báo phát" in returning.page.ways.post.rows[0].mark[0]
    returning.press("F8", "Return")
    assert returning.page.asking.taken_back.fields["reason"].trouble
    returning.field("sai địa chỉ", "reason")
    returning.press("Return")
    assert way(returning.desk, dossier).where is Where.AT_DESK
