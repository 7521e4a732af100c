"""The screening list: who is entered, told from whom, asked, came, got their papers, and is left."""

from datetime import timedelta

import pytest

from desk_app.dossiers.commands import issue_result
from desk_app.dossiers.life.withdrawal import withdraw
from desk_app.kernel.errors import Conflict, InvalidInput, NotFound, Refused
from desk_app.mobile_sessions import following, planning, running, screening
from desk_app.mobile_sessions.invitation_code import invitation_text, looks_like_invitation, scanned_code
from desk_app.mobile_sessions.named import line_named
from desk_app.mobile_sessions.prefill import prefill_of
from desk_app.mobile_sessions.progress import LackState
from desk_app.mobile_sessions.reading import areas, look_alikes, people
from desk_app.mobile_sessions.screening_facts import Found
from desk_app.tickets.numbering import looks_like_ticket
from tests.desks import RehearsalDesk
from tests.mobile_sessions.outing import (
    BINH,
    CARD,
    COPY,
    FRIDAY,
    MARRIAGE,
    a_line,
    a_place,
    a_session,
    act,
    line_now,
    named,
    progress_now,
    received,
)


def test_somebody_is_entered_with_what_they_lack(desk: RehearsalDesk) -> None:
    line = a_line(desk, area="kv3", lacks=("marriage", "birth"), other="Sổ hộ nghèo", told_by="Ông Thử")
    now = line_now(desk, line)
    assert now.found.area == "Khu vực 3"
    assert [each.key for each in now.lacks] == ["birth", "marriage", "other"]
    assert now.added_by == desk.admin


@pytest.mark.parametrize(
    ("found", "field"),
    [
        (Found(person=BINH, area="", lacks=("birth",)), "area"),
        (Found(person=BINH, area="KV3", lacks=()), "lacks"),
        (Found(person=BINH, area="KV3", lacks=("passport",)), "lacks"),
        (Found(person=BINH, area="KV3", lacks=("other",)), "other"),
        (Found(person=named(""), area="KV3", lacks=("birth",)), "person.name"),
        (Found(person=named("An", id_number="123"), area="KV3", lacks=("birth",)), "person.id_number"),
    ],
)
def test_what_cannot_be_right_is_refused_by_its_field(desk: RehearsalDesk, found: Found, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        act(desk, screening.add_line, found=found)
    assert refused.value.field == field


def test_who_is_on_the_list_is_not_entered_twice_but_gets_further_papers(desk: RehearsalDesk) -> None:
    line = a_line(desk)
    assert a_line(desk, named("TRAN THI BINH", id_number=BINH.id_number), lacks=("birth",)) == line
    assert [each.key for each in line_now(desk, line).lacks] == ["marriage", "birth"]
    with pytest.raises(Conflict):
        a_line(desk, named("Trần Thị Bình", birth_on=BINH.birth_on))


def test_two_people_of_one_name_and_birth_with_two_numbers_are_two(desk: RehearsalDesk) -> None:
    first = a_line(desk)
    other = a_line(desk, named(BINH.name, birth_on=BINH.birth_on, id_number="093195004399"))
    assert first != other
    assert look_alikes(desk.mobile_sessions) == ()


def test_lines_that_look_alike_are_suggested_until_a_person_decides(desk: RehearsalDesk) -> None:
    one = a_line(desk, named("Nguyễn Văn An", birth_on="1985-03-05"))
    other = a_line(desk, named("Nguyễn Văn An", birth_on="1985-03-05"), area="Khu vực 4", lacks=("birth",))
    [pair] = look_alikes(desk.mobile_sessions)
    assert (pair.one.line.id, pair.other.line.id, pair.why) == (one, other, "other_area")
    act(desk, screening.keep_apart, line=one, other=other)
    assert look_alikes(desk.mobile_sessions) == ()


def test_a_person_merges_two_lines_and_nothing_that_lacks_is_lost(desk: RehearsalDesk) -> None:
    one = a_line(desk, named("Nguyễn Văn An", birth_on="1985-03-05"))
    other = a_line(desk, named("Nguyễn Văn An", birth_on="1985-03-05"), area="Khu vực 4", lacks=("birth", "marriage"))
    act(desk, screening.merge_lines, line=other, into=one)
    assert [each.key for each in line_now(desk, one).lacks] == ["marriage", "birth"]
    ended = line_now(desk, other).ended
    assert ended is not None
    assert (ended.reason, ended.duplicate_of) == ("duplicate", one)
    assert look_alikes(desk.mobile_sessions) == ()
    with pytest.raises(Refused):
        act(desk, screening.merge_lines, line=other, into=one)


def test_a_line_is_put_right_ended_and_followed_again(desk: RehearsalDesk) -> None:
    line = a_line(desk)
    act(desk, screening.change_line, line=line, area="kv 4", note="đi làm xa")
    assert (line_now(desk, line).found.area, line_now(desk, line).found.note) == ("Khu vực 4", "đi làm xa")
    act(desk, screening.end_line, line=line, reason="moved")
    assert people(desk.mobile_sessions, which="left") == ()
    with pytest.raises(Refused):
        act(desk, screening.add_lacks, line=line, lacks=("birth",))
    act(desk, screening.reopen_line, line=line)
    assert len(people(desk.mobile_sessions, which="left")) == 1


def test_a_paper_that_was_there_may_lack_again(desk: RehearsalDesk) -> None:
    line = a_line(desk, lacks=("identity",))
    act(desk, following.settle_lack, line=line, lack="identity", how="elsewhere")
    assert progress_now(desk, line).is_done
    act(desk, screening.add_lacks, line=line, lacks=("identity",))
    assert progress_now(desk, line).is_left


def test_everybody_of_the_area_who_lacks_something_is_asked(desk: RehearsalDesk) -> None:
    session = a_session(desk)
    here, there = a_line(desk), a_line(desk, named("Lê Thị Cúc"), area="Khu vực 4")
    done = a_line(desk, named("Phạm Văn Dũng"))
    act(desk, following.settle_lack, line=done, lack="marriage", how="not_needed")
    act(desk, following.invite, session=session)
    asked = [each for each in (here, there, done) if line_now(desk, each).visit(session) is not None]
    assert asked == [here]
    with pytest.raises(Refused):
        act(desk, following.invite, session=session)
    act(desk, following.invite, session=session, lines=(there, here))
    assert line_now(desk, there).visit(session) is not None


def test_a_dossier_that_began_with_a_line_is_found_and_settles_its_paper(desk: RehearsalDesk) -> None:
    line = a_line(desk, lacks=("marriage", "identity"))
    dossier = received(desk, line)
    states = {each.lack.key: each.state for each in progress_now(desk, line).lacks}
    assert states == {"marriage": LackState.BEGUN, "identity": LackState.OPEN}
    issue_result(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    now = progress_now(desk, line)
    assert [each.state for each in now.lacks if each.lack.key == "marriage"] == [LackState.DONE]
    assert [each.dossier for each in now.dossiers] == [dossier]


def test_a_dossier_that_came_to_nothing_leaves_the_paper_lacking(desk: RehearsalDesk) -> None:
    line = a_line(desk)
    dossier = received(desk, line)
    withdraw(desk.dossiers, by=desk.admin, dossier=dossier, reason="đổi ý", command_id=desk.journal.new_id())
    assert progress_now(desk, line).is_left


def test_a_paper_is_settled_by_a_dossier_of_the_counter(desk: RehearsalDesk) -> None:
    line, dossier = a_line(desk), received(desk)
    with pytest.raises(InvalidInput):
        act(desk, following.settle_lack, line=line, lack="birth", how="elsewhere")
    with pytest.raises(InvalidInput):
        act(desk, following.settle_lack, line=line, lack="marriage")
    with pytest.raises(NotFound):
        act(desk, following.settle_lack, line=line, lack="marriage", dossier="x")
    act(desk, following.settle_lack, line=line, lack="marriage", dossier=dossier)
    assert progress_now(desk, line).is_done


def test_who_came_is_recorded_and_may_be_taken_back(desk: RehearsalDesk) -> None:
    session, line = a_session(desk), a_line(desk)
    act(desk, following.record_came, session=session, line=line)
    visit = line_now(desk, line).visit(session)
    assert visit is not None
    assert (visit.invited_at, visit.came_desk) == (None, desk.journal.desk_id)
    with pytest.raises(Refused):
        act(desk, following.record_came, session=session, line=line)
    act(desk, following.record_came, session=session, line=line, came=False)
    assert line_now(desk, line).visits == ()


def test_who_is_left_is_carried_over_to_a_later_session_only(desk: RehearsalDesk) -> None:
    place = a_place(desk)
    session, later = a_session(desk, place), a_session(desk, place, at=FRIDAY + timedelta(days=7))
    left, helped = a_line(desk), a_line(desk, named("Lê Thị Cúc"))
    act(desk, following.invite, session=session)
    received(desk, helped)
    act(desk, following.carry_over, session=session, to=later)
    visit = line_now(desk, left).visit(later)
    assert visit is not None
    assert visit.carried_from == session
    assert line_now(desk, helped).visit(later) is None
    for one, other in ((session, later), (later, session)):
        with pytest.raises(Refused):
            act(desk, following.carry_over, session=one, to=other)


def test_nobody_is_asked_to_a_session_called_off(desk: RehearsalDesk) -> None:
    session, line = a_session(desk), a_line(desk)
    act(desk, planning.cancel_session, session=session, reason="weather")
    with pytest.raises(Refused):
        act(desk, following.invite, session=session)
    with pytest.raises(Refused):
        act(desk, following.record_came, session=session, line=line)
    desk.time.put(FRIDAY)
    with pytest.raises(Refused):
        act(desk, running.open_session, session=session)


def test_an_invitations_code_opens_its_line_and_a_misread_one_does_not(desk: RehearsalDesk) -> None:
    line = a_line(desk)
    text = invitation_text(line)
    assert line_named(desk.mobile_sessions, text).id == line
    assert not looks_like_ticket(text)
    swapped = text[:3] + text[4] + text[3] + text[5:]
    assert looks_like_invitation(swapped)
    assert scanned_code(swapped) == "" or swapped == text
    with pytest.raises(NotFound):
        line_named(desk.mobile_sessions, invitation_text("nobody"))


def test_a_registration_begins_with_what_the_line_knows(desk: RehearsalDesk) -> None:
    line = a_line(desk, lacks=("identity", "marriage"), note="đã hẹn")
    known = prefill_of(desk.mobile_sessions, line)
    assert (known.origin, known.procedure, known.applicant, known.subject) == (f"sessions:{line}", MARRIAGE, BINH, None)
    assert known.note == "đã hẹn"
    received(desk, line)
    assert prefill_of(desk.mobile_sessions, line).procedure == ""


def test_a_registration_is_mobile_while_this_desk_is_out_or_on_the_day_the_person_is_asked_for(
    desk: RehearsalDesk,
) -> None:
    session, asked, other = a_session(desk), a_line(desk), a_line(desk, named("Lê Thị Cúc"), area="Khu vực 4")
    act(desk, following.invite, session=session)
    assert prefill_of(desk.mobile_sessions, asked).channel is None
    desk.time.put(FRIDAY)
    assert [prefill_of(desk.mobile_sessions, each).channel for each in (asked, other)] == ["mobile", None]
    act(desk, running.open_session, session=session)
    assert prefill_of(desk.mobile_sessions, other).channel == "mobile"


def test_a_child_is_the_subject_and_who_answers_for_it_the_applicant(desk: RehearsalDesk) -> None:
    child = named("Bé Mẫu", birth_on="2026-10-01", address="Khu vực 3")
    alone = prefill_of(desk.mobile_sessions, a_line(desk, child, lacks=("birth",)))
    assert (alone.applicant, alone.subject) == (None, child)
    cared = a_line(desk, named("Bé Thử", birth_on="2026-10-02"), lacks=("birth",), guardian="Nguyễn Văn Mẫu")
    applicant = prefill_of(desk.mobile_sessions, cared).applicant
    assert applicant is not None
    assert applicant.name == "Nguyễn Văn Mẫu"


def test_lists_are_filtered_and_in_the_vietnamese_order(desk: RehearsalDesk) -> None:
    for name, area in (("Đỗ Văn Em", "KV4"), ("Dương Thị Én", "KV4"), ("Ân Văn Ba", "KV3")):
        a_line(desk, named(name), area=area)
    room = desk.mobile_sessions
    assert [each.line.found.person.name for each in people(room)] == ["Ân Văn Ba", "Dương Thị Én", "Đỗ Văn Em"]
    assert [each.line.found.person.name for each in people(room, area="khu vực 4", text="van do")] == ["Đỗ Văn Em"]
    assert people(room, lack="birth") == ()
    assert people(room, year=2025) == ()
    assert areas(room) == ("Khu vực 3", "Khu vực 4")


def test_a_dossier_of_another_paper_settles_nothing_when_several_lack(desk: RehearsalDesk) -> None:
    line = a_line(desk, lacks=("marriage", "identity"))
    received(desk, line, procedure=CARD)
    assert all(each.state is LackState.OPEN for each in progress_now(desk, line).lacks)
    assert COPY != CARD
