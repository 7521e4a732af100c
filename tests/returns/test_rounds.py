"""A round from its planning to its end: nothing leaves the desk unnamed, nothing stays out unnamed."""

from datetime import timedelta

import pytest

from desk_app.dossiers.commands import hand_over
from desk_app.dossiers.hand_over import Collecting
from desk_app.dossiers.history import history_lines
from desk_app.dossiers.status import Status
from desk_app.kernel.errors import Conflict, InvalidInput, NotFound, Refused
from desk_app.returns import reading
from desk_app.returns.commands import bring_back, close_round, deliver, fail_attempt
from desk_app.returns.facts import Helper
from desk_app.returns.planning import Plan, answer_proposal, leave, plan_round
from desk_app.returns.way import Where
from desk_app.returns.ways import round_named
from tests.desks import MORNING, RehearsalDesk
from tests.returns.going import (
    BIRTH,
    CARD,
    COPY,
    DAY,
    LAN,
    LINKED,
    act,
    dossier_now,
    out,
    pass_hours,
    planned,
    ready,
    round_now,
    way,
)


def test_results_to_go_home_wait_by_hamlet(desk: RehearsalDesk) -> None:
    second, first = ready(desk, hamlet="Ấp 2"), ready(desk, hamlet="Ấp 1")
    ready(desk, return_by="counter")
    waiting = reading.waiting(desk.returns)
    assert [(each.dossier.id, each.hamlet) for each in waiting] == [(first, "Ấp 1"), (second, "Ấp 2")]


def test_a_delivered_result_is_handed_over_by_the_same_write(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    round_ = out(desk, dossier)
    at = MORNING + timedelta(minutes=30)
    act(desk, deliver, dossier=dossier, delivered_at=at)
    now = dossier_now(desk, dossier)
    assert now.status is Status.HANDED_OVER
    assert now.handed_over is not None
    assert (now.handed_over.to, now.handed_over.handed_at) == ("Nguyễn Văn Mẫu", at)
    assert "Lê Thị Thử (Hội Phụ nữ)" in now.handed_over.note
    assert way(desk, dossier).where is Where.DELIVERED
    act(desk, close_round, round_=round_)
    assert round_now(desk, round_).closed_at is not None
    assert reading.open_rounds(desk.returns) == ()
    assert reading.outstanding(desk.returns) == ()


def test_a_relative_at_the_door_is_named_with_kinship(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    out(desk, dossier)
    collecting = Collecting(relation="relative", to="Trần Thị Hai", kinship="vợ")
    act(desk, deliver, dossier=dossier, collecting=collecting)
    given = dossier_now(desk, dossier).handed_over
    assert given is not None
    assert (given.to, given.kinship) == ("Trần Thị Hai", "vợ")


def test_a_stranger_at_the_door_is_not_noted_as_the_applicant(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    out(desk, dossier)
    with pytest.raises(InvalidInput) as refused:
        act(desk, deliver, dossier=dossier, collecting=Collecting(to="Trần Thị Hai"))
    assert refused.value.field == "relation"
    assert way(desk, dossier).where is Where.OUT


def test_somebody_authorised_must_have_shown_a_paper(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    out(desk, dossier)
    with pytest.raises(InvalidInput):
        act(desk, deliver, dossier=dossier, collecting=Collecting(relation="authorised", to="Trần Thị Hai"))
    assert way(desk, dossier).where is Where.OUT


@pytest.mark.parametrize(("hours", "field"), [(5, "at"), (-5, "at")])
def test_a_delivery_lies_between_leaving_and_now(desk: RehearsalDesk, hours: int, field: str) -> None:
    dossier = ready(desk)
    out(desk, dossier)
    with pytest.raises(InvalidInput) as refused:
        act(desk, deliver, dossier=dossier, delivered_at=desk.time.now() + timedelta(hours=hours))
    assert refused.value.field == field


def test_a_round_cannot_end_while_a_stop_has_no_outcome(desk: RehearsalDesk) -> None:
    given, unsaid = ready(desk), ready(desk, "Trần Thị Thử")
    round_ = out(desk, given, unsaid)
    act(desk, deliver, dossier=given)
    with pytest.raises(Refused) as refused:
        act(desk, close_round, round_=round_)
    assert dossier_now(desk, unsaid).code.partition("-")[2] in refused.value.message
    assert [each.open_count for each in reading.open_rounds(desk.returns)] == [1]


def test_what_was_not_delivered_waits_for_another_round_when_the_round_ends(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    round_ = out(desk, dossier)
    act(desk, fail_attempt, dossier=dossier, reason="absent")
    assert way(desk, dossier).where is Where.FAILED
    act(desk, close_round, round_=round_)
    assert way(desk, dossier).where is Where.WAITING
    assert [(each.dossier.id, each.attempts) for each in reading.waiting(desk.returns)] == [(dossier, 1)]


def test_after_two_failed_attempts_a_result_waits_at_the_desk_and_its_owner_is_to_be_called(
    desk: RehearsalDesk,
) -> None:
    dossier = ready(desk)
    for reason in ("absent", "wrong_address"):
        round_ = out(desk, dossier)
        act(desk, fail_attempt, dossier=dossier, reason=reason)
        act(desk, close_round, round_=round_)
    assert way(desk, dossier).where is Where.AT_DESK
    assert reading.waiting(desk.returns) == ()
    assert [each.where for each in reading.outstanding(desk.returns)] == [Where.AT_DESK]
    assert any("gọi người dân đến nhận" in line.words for line in history_lines(desk.dossiers, dossier))
    with pytest.raises(Refused, match="2 lần không giao được"):
        planned(desk, dossier)


def test_what_came_back_leaves_the_lists_when_it_is_fetched_at_the_counter(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    out(desk, dossier)
    act(desk, bring_back, dossier=dossier, next_="desk", reason="mưa lớn")
    assert len(reading.outstanding(desk.returns)) == 1
    hand_over(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    assert reading.outstanding(desk.returns) == ()


def test_what_was_fetched_before_the_round_left_stays_behind(desk: RehearsalDesk) -> None:
    fetched, goes = ready(desk), ready(desk, "Trần Thị Thử")
    round_ = planned(desk, fetched, goes)
    hand_over(desk.dossiers, by=desk.admin, dossier=fetched, command_id=desk.journal.new_id())
    act(desk, leave, round_=round_)
    states = {each.dossier.id: each.stop.state for each in reading.open_rounds(desk.returns)[0].stops}
    assert states == {fetched: "back", goes: "out"}


def test_what_was_fetched_while_the_round_was_out_is_shown_and_can_only_be_brought_back(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    out(desk, dossier)
    hand_over(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    assert reading.open_rounds(desk.returns)[0].stops[0].fetched
    with pytest.raises(Refused):
        act(desk, deliver, dossier=dossier)
    act(desk, bring_back, dossier=dossier)
    assert reading.open_rounds(desk.returns)[0].open_count == 0


def test_a_round_that_never_left_can_be_called_off(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    round_ = planned(desk, dossier)
    with pytest.raises(Refused):
        act(desk, close_round, round_=round_)
    act(desk, bring_back, dossier=dossier, next_="again")
    act(desk, close_round, round_=round_)
    assert [each.dossier.id for each in reading.waiting(desk.returns)] == [dossier]


def test_one_result_is_in_one_round_only(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    planned(desk, dossier)
    with pytest.raises(Conflict):
        planned(desk, dossier)


def test_a_result_whose_register_is_signed_at_the_desk_is_blocked_with_the_reason(desk: RehearsalDesk) -> None:
    dossier = ready(desk, procedure=BIRTH, return_by="counter", priority="người khuyết tật")
    assert "ký" in reading.proposals(desk.returns)[0].blocked
    with pytest.raises(Refused) as refused:
        planned(desk, dossier)
    assert refused.value.code == "returns.must_sign"
    with pytest.raises(Refused):
        act(desk, answer_proposal, dossier=dossier, accepted=True)


def test_results_of_policy_beneficiaries_are_proposed_and_one_answer_settles_it(desk: RehearsalDesk) -> None:
    yes, no = (
        ready(desk, procedure=CARD, return_by="counter"),
        ready(desk, return_by="counter", priority="Người cao tuổi"),
    )
    ready(desk, procedure=COPY, return_by="counter")
    assert {each.dossier.id for each in reading.proposals(desk.returns)} == {yes, no}
    act(desk, answer_proposal, dossier=yes, accepted=True)
    act(desk, answer_proposal, dossier=no, accepted=False)
    assert reading.proposals(desk.returns) == ()
    assert [each.dossier.id for each in reading.waiting(desk.returns)] == [yes]


def test_a_birth_brings_its_kit_along(desk: RehearsalDesk) -> None:
    dossier = ready(desk, procedure=LINKED)
    planned(desk, dossier)
    assert way(desk, dossier).stops[0].kit == ("Thư chúc mừng", "Tờ rơi chăm sóc trẻ sơ sinh")


def test_a_round_needs_a_helper_and_stops(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    for helper, dossiers, field in ((Helper(name=" "), (dossier,), "helper"), (LAN, (), "dossiers")):
        with pytest.raises(InvalidInput) as refused:
            act(desk, plan_round, plan=Plan(going_on=DAY, hamlet="Ấp 2", helper=helper, dossiers=dossiers))
        assert refused.value.field == field
    plan = Plan(going_on=DAY - timedelta(days=1), hamlet="Ấp 2", helper=LAN, dossiers=(dossier,))
    with pytest.raises(InvalidInput):
        act(desk, plan_round, plan=plan)
    assert reading.open_rounds(desk.returns) == ()


def test_other_reasons_need_a_word(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    out(desk, dossier)
    with pytest.raises(InvalidInput):
        act(desk, fail_attempt, dossier=dossier, reason="other")
    act(desk, fail_attempt, dossier=dossier, reason="other", note="nhà đang có tang")
    with pytest.raises(Refused):
        act(desk, fail_attempt, dossier=dossier, reason="absent")


def test_a_result_can_still_be_delivered_on_the_way_back(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    out(desk, dossier)
    act(desk, fail_attempt, dossier=dossier, reason="absent")
    act(desk, deliver, dossier=dossier)
    assert way(desk, dossier).where is Where.DELIVERED


def test_the_helper_who_went_last_is_remembered_for_a_hamlet(desk: RehearsalDesk) -> None:
    planned(desk, ready(desk))
    assert reading.usual_helper(desk.returns, "Ấp 2") == LAN
    assert reading.usual_helper(desk.returns, "Ấp 9") is None


def test_a_round_is_named_by_the_end_of_its_id(desk: RehearsalDesk) -> None:
    round_ = planned(desk, ready(desk))
    assert round_named(desk.returns, round_[-6:]).id == round_
    for text in ("abc", "zzzzzz"):
        with pytest.raises(NotFound):
            round_named(desk.returns, text)


def test_how_long_a_result_has_been_out_is_known(desk: RehearsalDesk) -> None:
    out(desk, ready(desk))
    pass_hours(desk, 72)
    assert [(each.where, each.days) for each in reading.outstanding(desk.returns)] == [(Where.OUT, 3)]
