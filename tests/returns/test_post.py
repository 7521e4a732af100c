"""The way by post: label, number, proof, and what nobody has heard of for a week."""

import pytest

from desk_app.dossiers.commands import hand_over
from desk_app.dossiers.person import Person
from desk_app.dossiers.status import Status
from desk_app.kernel.errors import Conflict, InvalidInput, Refused
from desk_app.printing.tables.jobs import list_jobs
from desk_app.returns import reading
from desk_app.returns.post import prepare_parcel, prove_delivered, record_posted, take_back
from desk_app.returns.way import Where
from tests.desks import RehearsalDesk
from tests.returns.going import BIRTH, act, dossier_now, pass_hours, planned, ready, way


def posted(desk: RehearsalDesk) -> str:
    dossier = ready(desk, return_by="post", return_to="12 Trần Hưng Đạo, Cần Thơ")
    act(desk, prepare_parcel, dossiers=(dossier,))
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
    act(desk, prepare_parcel, dossiers=(dossier,))
    with pytest.raises(InvalidInput):
        act(desk, record_posted, dossier=dossier, tracking=" ")
    with pytest.raises(InvalidInput):
        act(desk, record_posted, dossier=dossier, tracking="RR1", cost=-1)


def test_a_register_that_must_be_signed_stops_the_post_too(desk: RehearsalDesk) -> None:
    with pytest.raises(Refused) as refused:
        act(desk, prepare_parcel, dossiers=(ready(desk, procedure=BIRTH, return_by="counter"),), address="Ấp 1")
    assert refused.value.code == "returns.must_sign"


def sent_together(desk: RehearsalDesk) -> tuple[str, ...]:
    """Post three results of one household in one parcel; return their dossiers."""
    household = [
        ready(desk, name, return_by="post", return_to="12 Trần Hưng Đạo, Cần Thơ")
        for name in ("Nguyễn Văn Mẫu", "Lê Thị Mẫu", "Nguyễn Mẫu")
    ]
    act(desk, prepare_parcel, dossiers=household)
    act(desk, record_posted, dossier=household[0], tracking="RR9VN", cost=30_000)
    pass_hours(desk, 1)
    return tuple(household)


def test_a_household_gets_one_parcel_with_one_label_and_one_number(desk: RehearsalDesk) -> None:
    household = sent_together(desk)
    parcels = [way(desk, each).parcels[0] for each in household]
    assert len({each.id for each in parcels}) == 1
    assert {each.tracking for each in parcels} == {"RR9VN"}
    titles = [job.title for job in list_jobs(desk.journal.reading())]
    assert titles.count("Nhãn bưu gửi") == 1


def test_one_proof_hands_every_dossier_of_the_parcel_over(desk: RehearsalDesk) -> None:
    household = sent_together(desk)
    act(desk, prove_delivered, dossier=household[1], to="Lê Thị Mẫu", proof="báo phát 24/11")
    taken_by = [dossier_now(desk, each).handed_over for each in household]
    assert [given.relation if given else None for given in taken_by] == ["relative", "self", "relative"]
    assert reading.outstanding(desk.returns) == ()


def test_whom_the_label_names_took_what_is_in_it_unless_somebody_else_is_named(desk: RehearsalDesk) -> None:
    household = sent_together(desk)
    act(desk, prove_delivered, dossier=household[2])
    taken_by = [dossier_now(desk, each).handed_over for each in household]
    assert [(given.to, given.relation) if given else None for given in taken_by] == [
        ("Nguyễn Văn Mẫu", "self"),
        ("Nguyễn Văn Mẫu", "relative"),
        ("Nguyễn Văn Mẫu", "relative"),
    ]


def test_an_undelivered_parcel_brings_everything_back(desk: RehearsalDesk) -> None:
    household = sent_together(desk)
    act(desk, take_back, dossier=household[2], reason="không có người nhận")
    assert [way(desk, each).where for each in household] == [Where.AT_DESK] * 3


def test_what_was_fetched_at_the_counter_meanwhile_is_left_out_of_the_parcel(desk: RehearsalDesk) -> None:
    one, other = (ready(desk, return_by="post", return_to="12 Trần Hưng Đạo") for _place in range(2))
    act(desk, prepare_parcel, dossiers=(one, other))
    hand_over(desk.dossiers, by=desk.admin, dossier=one, command_id=desk.journal.new_id())
    act(desk, record_posted, dossier=one, tracking="RR1", cost=28500)
    assert [each.dossier.id for each in reading.outstanding(desk.returns)] == [other]
    assert way(desk, other).parcels[0].cost == 28500


def test_nobody_gets_the_papers_of_another_household(desk: RehearsalDesk) -> None:
    neighbour = Person(name="Lê Thị Khác", id_number="093195009876", address="Ấp 7, xã Hòa Mẫu")
    one, other = ready(desk, return_by="post"), ready(desk, applicant=neighbour, return_by="post")
    for address in ("", "Ấp 2, xã Hòa Mẫu"):
        with pytest.raises(Refused) as refused:
            act(desk, prepare_parcel, dossiers=(one, other), address=address)
        assert refused.value.code == "returns.other_household"
    assert {each.dossier.id for each in reading.waiting(desk.returns)} == {one, other}


def test_one_persons_results_go_together_where_an_address_is_typed(desk: RehearsalDesk) -> None:
    one, other = (ready(desk, return_by="post", return_to=street) for street in ("12 Phố Thử", "5 Phố Mẫu"))
    act(desk, prepare_parcel, dossiers=(one, other), address="12 Phố Thử")
    assert [way(desk, each).parcels[0].address for each in (one, other)] == ["12 Phố Thử"] * 2


def test_who_waits_for_the_post_at_one_address_is_proposed_together(desk: RehearsalDesk) -> None:
    one, other = (
        ready(desk, return_by="post", return_to=street) for street in ("12 Phố Thử, Cần Thơ", "12 phố thử  cần thơ")
    )
    ready(desk, return_by="post", return_to="14 Phố Thử, Cần Thơ")
    ready(desk, return_to="12 Phố Thử, Cần Thơ")
    waiting = reading.waiting(desk.returns)
    asked = next(each for each in waiting if each.dossier.id == one)
    assert [each.dossier.id for each in reading.same_household(asked, waiting)] == [other]
