"""Complaints and suggestions: answered in time, by somebody else than whom they are about, and read by few."""

from datetime import date, timedelta

import pytest

from desk_app.journal.tables import every_entry, list_findings
from desk_app.kernel.errors import InvalidInput, NotAllowed, NotFound, Refused
from desk_app.office.commands import put_setting
from desk_app.printing.tables import list_jobs
from desk_app.surveys.complaint_figures import complaint_figures
from desk_app.surveys.complaints import add_step, answer, assign, close, complaint_named
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.surveys.voices import act, complained, every, the

TODAY = date(2026, 11, 23)


def titles(desk: RehearsalDesk) -> list[str]:
    return [job.title for job in list_jobs(desk.journal.reading())]


def test_a_complaint_is_answered_within_ten_working_days_unless_the_office_says_otherwise(desk: RehearsalDesk) -> None:
    # 24/11 is a holiday, so the tenth working day is one later.
    assert the(desk, complained(desk)).due_on == date(2026, 12, 8)
    put_setting(
        desk.office, by=desk.admin, key="complaint_days", value="3", valid_from=TODAY, command_id=desk.journal.new_id()
    )
    assert the(desk, complained(desk)).due_on == date(2026, 11, 27)


def test_the_sender_gets_a_slip_with_number_and_day(desk: RehearsalDesk) -> None:
    id_ = complained(desk, name="Nguyễn Văn Mẫu")
    assert titles(desk) == ["Phiếu tiếp nhận phản ánh, kiến nghị"]
    assert the(desk, id_).received.number == "YK-261123-101"
    assert the(desk, complained(desk)).received.number == "YK-261123-102"


def test_from_receipt_to_the_end(desk: RehearsalDesk) -> None:
    id_ = complained(desk)
    with pytest.raises(Refused, match="chưa được trả lời"):
        act(desk, close, complaint=id_, outcome="right")
    act(desk, add_step, complaint=id_, text="Đã hỏi cán bộ trực")
    act(desk, answer, complaint=id_, text="Xin lỗi ông/bà; đã thêm một quầy.")
    assert "Trả lời phản ánh, kiến nghị" in titles(desk)
    with pytest.raises(Refused, match="đã được trả lời"):
        act(desk, answer, complaint=id_, text="Lần nữa")
    act(desk, close, complaint=id_, outcome="right")
    found = the(desk, id_)
    assert found.answer is not None
    assert found.closed is not None
    assert [step.text for step in found.steps] == ["Đã hỏi cán bộ trực"]
    with pytest.raises(Refused, match="đã kết thúc"):
        act(desk, add_step, complaint=id_, text="Muộn")


def test_praise_ends_without_an_answer(desk: RehearsalDesk) -> None:
    id_ = complained(desk, "Cán bộ nhiệt tình", topic="praise")
    act(desk, close, complaint=id_, outcome="taken")
    assert the(desk, id_).closed is not None


def test_it_is_late_from_the_day_after_its_own(desk: RehearsalDesk) -> None:
    id_ = complained(desk)
    due_on = the(desk, id_).due_on
    assert not the(desk, id_).is_late(due_on)
    assert the(desk, id_).is_late(due_on + timedelta(days=1))


def test_whom_it_is_about_neither_reads_nor_answers_it(desk: RehearsalDesk) -> None:
    officer, leader = desk.accounts_by_role["officer"], desk.accounts_by_role["leader"]
    with pytest.raises(InvalidInput, match="chính người bị phản ánh"):
        complained(desk, officer=officer)
    id_ = complained(desk, officer=officer, responsible=leader)
    assert every(desk, "officer") == ()
    assert [each.id for each in every(desk, "leader")] == [id_]
    with pytest.raises(NotAllowed):
        act(desk, add_step, complaint=id_, text="Không phải lỗi tôi")


def test_an_officer_reads_what_they_received_or_answer_and_nothing_else(desk: RehearsalDesk) -> None:
    mine = complained(desk)
    complained(desk, role="leader")
    assert [each.id for each in every(desk, "officer")] == [mine]
    assert len(every(desk, "leader")) == 2


def test_a_leader_gives_it_to_somebody_else_and_says_why_the_day_moves(desk: RehearsalDesk) -> None:
    id_, officer = complained(desk, role="leader"), desk.accounts_by_role["officer"]
    later = the(desk, id_).due_on + timedelta(days=7)
    with pytest.raises(InvalidInput, match="Lý do"):
        act(desk, assign, "leader", complaint=id_, responsible=officer, due_on=later)
    act(desk, assign, "leader", complaint=id_, responsible=officer, due_on=later, reason="chờ xác minh")
    assert (the(desk, id_).responsible, the(desk, id_).due_on) == (officer, later)
    with pytest.raises(NotAllowed):
        act(desk, assign, complaint=id_, responsible=officer)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"text": " "}, "text"),
        ({"due_on": date(2026, 11, 22)}, "due_on"),
        ({"responsible": "nobody"}, "responsible"),
        ({"officer": "nobody"}, "officer"),
    ],
)
def test_what_is_wrong_names_its_field(desk: RehearsalDesk, given: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInput) as found:
        complained(desk, **{"text": "Nội dung", **given})  # type: ignore[arg-type]
    assert found.value.field == field


def test_it_is_found_by_its_number(desk: RehearsalDesk) -> None:
    id_, leader = complained(desk), desk.accounts_by_role["leader"]
    assert complaint_named(desk.surveys, leader, "yk-261123-101").id == id_
    assert complaint_named(desk.surveys, leader, id_[-6:]).id == id_
    with pytest.raises(NotFound):
        complaint_named(desk.surveys, leader, "YK-261123-999")


def test_figures_count_and_name_nobody(desk: RehearsalDesk) -> None:
    first = complained(desk, name="Nguyễn Văn Mẫu")
    complained(desk, topic="suggestion", how="box")
    act(desk, answer, complaint=first, text="Đã sửa")
    found = complaint_figures(desk.surveys, first_on=TODAY, last_on=TODAY)
    assert (found.total, found.anonymous, found.answered_in_time, found.late, found.open) == (2, 1, 1, 0, 2)
    desk.time.advance(timedelta(days=30))
    assert complaint_figures(desk.surveys, first_on=TODAY, last_on=TODAY).late == 1
    assert "Nguyễn" not in str(found)


def test_two_answers_at_two_desks_are_a_finding_and_the_first_stands(
    desk: RehearsalDesk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    id_ = complained(desk)
    with rehearsal_desk(tmp_path_factory.mktemp("two") / "home", desk_number=2) as second:
        second.journal.merge(list(every_entry(desk.journal.reading())))
        act(desk, answer, complaint=id_, text="Một")
        second.time.put(second.time.now().replace(hour=10))
        act(second, answer, role="leader", complaint=id_, text="Hai")
        for one, other in ((desk, second), (second, desk)):
            one.journal.merge(list(every_entry(other.journal.reading())))
        for each in (desk, second):
            given = the(each, id_).answer
            assert given is not None
            assert given.text == "Một"
            assert [found[1] for found in list_findings(each.journal.reading())] == ["answered_twice"]
        assert desk.journal.refold() == ()
