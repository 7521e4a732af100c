from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk_app.accounts.rules import PERMISSIONS, Role
from desk_app.dossiers import on_the_spot as spot
from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.dossiers.history import history_lines
from desk_app.dossiers.life.withdrawal import withdraw
from desk_app.dossiers.on_the_spot_figures import on_the_spot_figures
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables import on_the_spot as table
from desk_app.journal.fold_pass import fold_all, table_contents
from desk_app.kernel.errors import InvalidInput, NotAllowed, Refused
from desk_app.kernel.time_source import VIETNAM
from desk_app.office.commands import put_setting
from tests.desks import MORNING, RehearsalDesk, form, opened, rehearsal_desk
from tests.dossiers.sittings import COPY, Sitting
from tests.dossiers.test_two_desks import exchanged

FRIDAY = datetime(2026, 11, 27, 8, 0, tzinfo=VIETNAM)


@pytest.fixture
def sitting(desk: RehearsalDesk) -> Sitting:
    return Sitting(desk)


@pytest.fixture
def second(tmp_path: Path) -> Iterator[RehearsalDesk]:
    with rehearsal_desk(tmp_path / "second", desk_number=2) as made:
        yield made


def test_a_sitting_has_four_stamps_with_who_set_them_and_prints_nothing(sitting: Sitting) -> None:
    sitting.wait(5)
    sitting.appraise()
    sitting.wait(3)
    sitting.approve(number="12/TL")
    sitting.wait(2)
    sitting.give()
    dossier, visit = sitting.now, sitting.now.on_the_spot
    assert visit is not None
    assert visit.standing == "settled"
    assert [(stamp.at, stamp.by) for stamp in visit.stamps if stamp is not None] == [
        (MORNING, sitting.officer),
        (MORNING + timedelta(minutes=5), sitting.officer),
        (MORNING + timedelta(minutes=8), sitting.leader),
        (MORNING + timedelta(minutes=10), sitting.officer),
    ]
    assert dossier.status is Status.HANDED_OVER
    assert dossier.result is not None
    assert dossier.result.number == "12/TL"
    assert dossier.handed_over is not None
    assert dossier.handed_over.to == "Nguyễn Văn Mẫu"
    assert sitting.papers() == []


def test_the_history_says_each_stage_and_whose_it_was(sitting: Sitting) -> None:
    sitting.appraise()
    sitting.approve()
    lines = history_lines(sitting.room, sitting.id)
    assert [line.words for line in lines][1:] == [
        "Bắt đầu giải quyết tại chỗ.",
        "Thẩm định xong tại chỗ.",
        "Duyệt tại chỗ.",
        "Đã có kết quả.",
    ]
    assert lines[3].who == "Người Thử Leader"


def test_no_stage_comes_before_its_turn_or_twice(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="Chưa đến bước duyệt"):
        sitting.approve()
    with pytest.raises(Refused, match="Chưa đến bước trả kết quả"):
        sitting.give()
    sitting.appraise()
    with pytest.raises(Refused, match="Bước thẩm định đã xong"):
        sitting.appraise()


def test_an_officer_may_approve_only_where_the_office_has_settled_it_so(sitting: Sitting) -> None:
    sitting.appraise()
    with pytest.raises(NotAllowed, match="do lãnh đạo ký"):
        sitting.approve(by=sitting.officer)
    assert sitting.now.result is None
    put_setting(
        sitting.desk.office,
        by=sitting.desk.admin,
        key="on_the_spot_approver",
        value="cán bộ",
        valid_from=MORNING.date(),
        command_id=sitting.new_id(),
    )
    sitting.approve(by=sitting.officer)
    assert sitting.now.status is Status.SETTLED


def test_one_person_with_both_roles_does_everything(desk: RehearsalDesk) -> None:
    assert {"dossiers.settle", "dossiers.approve_on_the_spot"} <= PERMISSIONS[Role.OFFICER]
    sitting = Sitting(desk)
    sitting.appraise()
    sitting.approve(by=desk.admin)
    assert sitting.now.status is Status.SETTLED


def test_a_command_carried_out_twice_sets_one_stamp(sitting: Sitting) -> None:
    id_ = sitting.new_id()
    for _time in range(2):
        spot.appraise(sitting.room, by=sitting.officer, dossier=sitting.id, command_id=id_)
    assert [line.words for line in history_lines(sitting.room, sitting.id)].count("Thẩm định xong tại chỗ.") == 1


def test_what_cannot_be_settled_falls_back_with_its_due_date_and_its_receipt(sitting: Sitting) -> None:
    due_at = sitting.now.registered.due_at
    sitting.appraise()
    sitting.leave()
    visit = sitting.now.on_the_spot
    assert visit is not None
    assert (visit.standing, visit.reason) == ("left", "Phải xác minh ở nơi khác")
    assert sitting.papers() == ["receipt"]
    assert sitting.now.registered.due_at == due_at
    issue_result(sitting.room, by=sitting.officer, dossier=sitting.id, command_id=sitting.new_id())
    hand_over(sitting.room, by=sitting.officer, dossier=sitting.id, command_id=sitting.new_id())
    assert sitting.now.status is Status.HANDED_OVER
    assert sitting.now.on_the_spot == visit
    with pytest.raises(Refused, match="không đang được giải quyết tại chỗ"):
        sitting.leave()


def test_falling_back_needs_a_reason(sitting: Sitting) -> None:
    with pytest.raises(InvalidInput) as caught:
        sitting.leave("  ")
    assert caught.value.field == "reason"
    assert sitting.papers() == []


def test_a_receipt_is_printed_once_when_it_is_asked_for_and_counted(sitting: Sitting) -> None:
    spot.ask_receipt(sitting.room, by=sitting.officer, dossier=sitting.id, command_id=sitting.new_id())
    assert sitting.papers() == ["receipt"]
    with pytest.raises(Refused, match="đã in rồi"):
        spot.ask_receipt(sitting.room, by=sitting.officer, dossier=sitting.id, command_id=sitting.new_id())
    sitting.leave()
    assert sitting.papers() == ["receipt"]
    assert on_the_spot_figures(sitting.room, MORNING.date(), MORNING.date()).receipts == 1


def test_a_slip_is_printed_on_request(sitting: Sitting) -> None:
    sitting.appraise()
    sitting.approve()
    sitting.give(slip=True)
    assert sitting.papers() == ["hand_over"]


def test_who_acts_for_another_takes_the_result_with_the_authority_shown(desk: RehearsalDesk) -> None:
    registration = form(procedure=COPY, authorised=Person(name="Lê Văn Thử"))
    written = spot.register_on_the_spot(desk.dossiers, by=desk.admin, form=registration, command_id="x1")
    sitting = Sitting(desk, written.subject)
    sitting.appraise()
    sitting.approve()
    sitting.give()
    given = sitting.now.handed_over
    assert given is not None
    assert (given.to, given.relation, given.paper_shown) == ("Lê Văn Thử", "authorised", "Văn bản ủy quyền")


def test_a_dossier_of_the_ordinary_way_may_still_be_settled_in_the_sitting(desk: RehearsalDesk) -> None:
    by, new_id = desk.accounts_by_role["officer"], desk.journal.new_id
    dossier = register(desk.dossiers, by=by, form=form(procedure=COPY), command_id=new_id()).subject
    spot.begin_on_the_spot(desk.dossiers, by=by, dossier=dossier, command_id=new_id())
    with pytest.raises(Refused, match="đã có một lượt tại chỗ"):
        spot.begin_on_the_spot(desk.dossiers, by=by, dossier=dossier, command_id=new_id())
    sitting = Sitting(desk, dossier)
    sitting.leave()
    assert sitting.papers() == ["receipt"]


def test_a_settled_dossier_begins_no_sitting(desk: RehearsalDesk) -> None:
    by, new_id = desk.accounts_by_role["officer"], desk.journal.new_id
    dossier = register(desk.dossiers, by=by, form=form(procedure=COPY), command_id=new_id()).subject
    issue_result(desk.dossiers, by=by, dossier=dossier, command_id=new_id())
    with pytest.raises(Refused, match="không còn gì để giải quyết"):
        spot.begin_on_the_spot(desk.dossiers, by=by, dossier=dossier, command_id=new_id())


def test_a_result_given_in_the_ordinary_way_ends_the_sitting_uncounted(sitting: Sitting) -> None:
    issue_result(sitting.room, by=sitting.officer, dossier=sitting.id, command_id=sitting.new_id())
    hand_over(sitting.room, by=sitting.officer, dossier=sitting.id, command_id=sitting.new_id())
    visit = sitting.now.on_the_spot
    assert visit is not None
    assert visit.standing == "left"


def test_a_dossier_withdrawn_in_its_sitting_waits_for_nobody(sitting: Sitting) -> None:
    withdraw(sitting.room, by=sitting.officer, dossier=sitting.id, reason="Đổi ý", command_id=sitting.new_id())
    visit = sitting.now.on_the_spot
    assert visit is not None
    assert visit.standing == "left"
    assert table.open_visits(sitting.desk.journal.reading()) == []


def test_a_friday_is_counted_as_the_day_for_settling_at_once(desk: RehearsalDesk) -> None:
    desk.time.put(FRIDAY)
    sitting = Sitting(desk)
    sitting.appraise()
    sitting.approve()
    sitting.give()
    figures = on_the_spot_figures(desk.dossiers, FRIDAY.date(), FRIDAY.date())
    assert (figures.visits, figures.settled, figures.settled_at_once) == (1, 1, 1)


def test_another_weekday_of_the_office_is_the_day_from_when_it_is_set(desk: RehearsalDesk) -> None:
    before = Sitting(desk).now.on_the_spot
    put_setting(
        desk.office,
        by=desk.admin,
        key="settle_at_once_weekday",
        value="thứ hai",
        valid_from=MORNING.date(),
        command_id=desk.journal.new_id(),
    )
    after = Sitting(desk).now.on_the_spot
    assert before is not None
    assert after is not None
    assert (before.settle_day, after.settle_day) == (False, True)


def test_a_sitting_entered_later_keeps_its_own_moments_in_their_order(desk: RehearsalDesk) -> None:
    registration = form(procedure=COPY, received_at=MORNING - timedelta(hours=1), paper_number="7")
    written = spot.register_on_the_spot(desk.dossiers, by=desk.admin, form=registration, command_id="late")
    sitting = Sitting(desk, written.subject)
    for impossible in (MORNING - timedelta(hours=2), MORNING + timedelta(minutes=1)):
        with pytest.raises(InvalidInput) as caught:
            sitting.appraise(at=impossible)
        assert caught.value.field == "appraised_at"
    sitting.appraise(at=MORNING - timedelta(minutes=40))
    visit = sitting.now.on_the_spot
    assert visit is not None
    assert visit.appraised is not None
    assert visit.appraised.at == MORNING - timedelta(minutes=40)


def test_an_open_sitting_survives_folding_everything_again(sitting: Sitting) -> None:
    sitting.appraise()
    before = table_contents(sitting.desk.journal.reading(), sitting.desk.journal.registry)
    with sitting.desk.journal.store.writing() as db:
        fold_all(db, sitting.desk.journal.registry)
    assert table_contents(sitting.desk.journal.reading(), sitting.desk.journal.registry) == before
    assert [row.dossier for row in table.open_visits(sitting.desk.journal.reading())] == [sitting.id]


def test_a_half_finished_sitting_survives_a_restart(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    with rehearsal_desk(folder) as desk:
        sitting = Sitting(desk)
        sitting.wait(4)
        sitting.appraise()
        before = sitting.now.on_the_spot
    again = opened(folder)
    assert [row.dossier for row in table.open_visits(again.journal.reading())] == [sitting.id]
    assert Sitting(again, sitting.id).now.on_the_spot == before
    again.close()


def test_two_desks_that_go_on_with_one_sitting_end_with_the_same_tables(
    desk: RehearsalDesk, second: RehearsalDesk
) -> None:
    here = Sitting(desk)
    exchanged(desk, second)
    there = Sitting(second, here.id)
    desk.time.advance(timedelta(minutes=4))
    second.time.advance(timedelta(minutes=6))
    spot.appraise(desk.dossiers, by=desk.admin, dossier=here.id, command_id=here.new_id())
    spot.appraise(second.dossiers, by=second.admin, dossier=here.id, command_id=there.new_id())
    spot.approve(second.dossiers, by=second.admin, dossier=here.id, command_id=there.new_id())
    spot.leave_on_the_spot(desk.dossiers, by=desk.admin, dossier=here.id, reason="Mất điện", command_id=here.new_id())
    exchanged(desk, second)
    contents = [table_contents(each.journal.reading(), each.journal.registry) for each in (desk, second)]
    assert contents[0] == contents[1]
    visit = here.now.on_the_spot
    assert visit is not None
    assert visit.appraised is not None
    assert visit.appraised.at == MORNING + timedelta(minutes=4)
    assert visit.standing == "left"
    assert visit == there.now.on_the_spot
