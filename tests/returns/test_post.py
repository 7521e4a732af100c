"""The way by post: label, number, proof, and what nobody has heard of for a week."""

import pytest

from desk_app.dossiers.status import Status
from desk_app.kernel.errors import Conflict, InvalidInput, Refused
from desk_app.returns import reading
from desk_app.returns.post import prepare_parcel, prove_delivered, record_posted, take_back
from desk_app.returns.way import Where
from tests.desks import RehearsalDesk
from tests.returns.going import BIRTH, act, dossier_now, pass_hours, planned, ready, way


def posted(desk: RehearsalDesk) -> str:
    dossier = ready(desk, return_by="post", return_to="12 Trần Hưng Đạo, Cần Thơ")
    act(desk, prepare_parcel, dossier=dossier)
    act(desk, record_posted, dossier=dossier, tracking="rr123vn", cost=28500)
    pass_hours(desk, 1)
    return dossier


def test_a_parcel_goes_where_the_registration_says(desk: RehearsalDesk) -> None:
    parcel = way(desk, posted(desk)).parcels[0]
    assert (parcel.address, parcel.tracking, parcel.cost) == ("12 Trần Hưng Đạo, Cần Thơ", "RR123VN", 28500)


def test_the_proof_hands_the_dossier_over(desk: RehearsalDesk) -> None:
    dossier = posted(desk)
    act(desk, prove_delivered, dossier=dossier, proof="báo phát 24/11")
    now = dossier_now(desk, dossier)
    assert now.status is Status.HANDED_OVER
    assert now.handed_over is not None
    assert "RR123VN" in now.handed_over.note
    assert way(desk, dossier).where is Where.DELIVERED


def test_who_took_a_parcel_for_the_applicant_is_named(desk: RehearsalDesk) -> None:
    dossier = posted(desk)
    act(desk, prove_delivered, dossier=dossier, to="Trần Thị Hai")
    given = dossier_now(desk, dossier).handed_over
    assert given is not None
    assert (given.to, given.relation) == ("Trần Thị Hai", "relative")


def test_a_parcel_without_proof_is_late_after_seven_days(desk: RehearsalDesk) -> None:
    posted(desk)
    pass_hours(desk, 7 * 24)
    assert [each.is_late for each in reading.outstanding(desk.returns)] == [False]
    pass_hours(desk, 24)
    assert [each.is_late for each in reading.outstanding(desk.returns)] == [True]


def test_a_parcel_that_came_back_waits_at_the_desk(desk: RehearsalDesk) -> None:
    dossier = posted(desk)
    act(desk, take_back, dossier=dossier, reason="không có người nhận")
    assert way(desk, dossier).where is Where.AT_DESK
    assert dossier_now(desk, dossier).status is Status.SETTLED
    planned(desk, dossier)


def test_what_is_with_the_post_is_in_no_round(desk: RehearsalDesk) -> None:
    with pytest.raises(Conflict):
        planned(desk, posted(desk))


def test_a_parcel_needs_a_number_and_an_address(desk: RehearsalDesk) -> None:
    dossier = ready(desk, return_by="post", return_to="12 Trần Hưng Đạo")
    with pytest.raises(Refused):
        act(desk, record_posted, dossier=dossier, tracking="RR1")
    act(desk, prepare_parcel, dossier=dossier)
    with pytest.raises(InvalidInput):
        act(desk, record_posted, dossier=dossier, tracking=" ")
    with pytest.raises(InvalidInput):
        act(desk, record_posted, dossier=dossier, tracking="RR1", cost=-1)


def test_a_register_that_must_be_signed_stops_the_post_too(desk: RehearsalDesk) -> None:
    with pytest.raises(Refused) as refused:
        act(desk, prepare_parcel, dossier=ready(desk, procedure=BIRTH, return_by="counter"), address="Ấp 1")
    assert refused.value.code == "returns.must_sign"
