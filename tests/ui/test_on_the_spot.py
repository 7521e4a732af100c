from datetime import datetime, timedelta

import pytest

from desk_app.accounts.access_log import latest_access
from desk_app.accounts.commands import add_account
from desk_app.accounts.facts import AccountAdded
from desk_app.accounts.rules import Role
from desk_app.dossiers import on_the_spot as spot
from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.on_the_spot_figures import on_the_spot_figures
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.dossiers.status import Status
from desk_app.kernel.time_source import VIETNAM
from desk_app.office.tables import RECEIPT_KEY, get_secret
from tests.desks import MORNING, PASSWORD, RehearsalDesk, form
from tests.ui.counter import dossiers, fill, go_to_counter, page_of
from tests.ui.sittings import COPY, Spot
from tests.ui.windows import Seat, focused, own_password
from ui.on_the_spot.page import OnTheSpotPage
from ui.on_the_spot.state import span
from ui.shell.scanning.thing import Heard
from ui.widgets.colours import COLOURS

FRIDAY = datetime(2026, 11, 27, 8, 0, tzinfo=VIETNAM)


@pytest.fixture
def at(seat: Seat, desk: RehearsalDesk) -> Spot:
    return Spot(seat, desk)


def test_officer_and_leader_settle_a_dossier_on_one_screen(at: Spot) -> None:
    told: list[str] = []
    dossier = at.come()
    at.page.context.happenings.handed_over.connect(lambda id_, _code: told.append(id_))
    at.press("Return", "Return")
    assert focused() is at.page.moves.proof.box
    assert at.page.moves.proof.choice == "leader"
    at.press("Tab")
    at.prove()
    visit = at.now(dossier).on_the_spot
    assert visit is not None
    assert visit.approved is not None
    assert visit.approved.by == at.desk.accounts_by_role["leader"]
    at.press("Return")
    assert at.now(dossier).status is Status.HANDED_OVER
    assert told == [dossier]
    assert at.page.sitting is None
    assert "Đã trả" in at.seat.said
    assert at.papers(dossier) == []


def test_who_wants_it_by_post_may_go_once_it_is_approved(at: Spot) -> None:
    at.setting("on_the_spot_approver", "cán bộ")
    person = Person(name="Trần Thị Thử", address="Số 1, ấp Thử")
    dossier = at.come(applicant=person, return_by="post")
    at.press("Return", "Return")
    assert at.now(dossier).status is Status.SETTLED
    assert at.page.sitting is None
    assert "người dân về được" in at.seat.said


def test_a_wrong_secret_signs_nothing_and_asks_again(at: Spot) -> None:
    dossier = at.come()
    at.press("Return", "Return", "Return")
    assert at.page.moves.proof.fields["secret"].trouble == "Chưa nhập mật khẩu hoặc PIN."
    at.prove("sai-mat-khau-roi")
    assert "không đúng" in at.seat.said
    assert focused() is at.page.moves.proof.fields["secret"].edit
    assert focused().property("text") == ""
    assert at.now(dossier).result is None
    at.prove()
    assert at.now(dossier).status is Status.SETTLED


def test_a_password_chosen_by_somebody_else_signs_nothing(at: Spot) -> None:
    person = AccountAdded(login="pho", name="Phó Thử", roles=(Role.LEADER,))
    id_ = at.desk.journal.new_id()
    add_account(at.desk.accounts, by=at.desk.admin, person=person, password=PASSWORD, command_id=id_)
    dossier = at.come()
    at.press("Return", "Return")
    proof = at.page.moves.proof
    names = [proof.box.itemText(place) for place in range(proof.box.count())]
    proof.box.setCurrentIndex(names.index("Phó Thử"))
    proof.fields["secret"].take_focus()
    at.prove(PASSWORD)
    assert "phải đổi trước khi ký" in at.seat.said
    assert at.now(dossier).result is None


def test_another_officer_may_set_any_stamp(at: Spot) -> None:
    dossier = at.come()
    own_password(at.desk, "quantri")
    at.press("Ctrl+I")
    assert at.page.moves.proof.choice == "quantri"
    at.prove(PASSWORD)
    visit = at.now(dossier).on_the_spot
    assert visit is not None
    assert visit.appraised is not None
    assert visit.appraised.by == at.desk.admin


def test_where_the_office_lets_officers_approve_three_enters_do_it_all(at: Spot) -> None:
    at.setting("on_the_spot_approver", "cán bộ")
    dossier = at.come()
    at.press("Return", "Return", "Return")
    assert at.now(dossier).status is Status.HANDED_OVER


def test_a_stamp_out_of_turn_says_which_comes_first(at: Spot) -> None:
    dossier = at.come()
    at.press("F8")
    assert "Chưa đến bước trả kết quả" in at.seat.said
    at.press("F6")
    visit = at.now(dossier).on_the_spot
    assert visit is not None
    assert visit.next_stage == "approved"


def test_where_a_register_is_signed_space_says_so_first(at: Spot) -> None:
    at.setting("on_the_spot_approver", "cán bộ")
    dossier = at.come(procedure="1.001193")
    at.press("Return", "Return", "F8")
    assert "phải ký sổ" in at.seat.said
    at.press("Space", "Return")
    given = at.now(dossier).handed_over
    assert given is not None
    assert given.signed_register


def test_the_stopwatch_turns_amber_past_the_target(at: Spot) -> None:
    at.setting("on_the_spot_minutes", "10")
    at.come()
    assert at.page.view.target.text() == "nhắm tới 10 phút"
    at.desk.time.advance(timedelta(minutes=12, seconds=5))
    at.page.tick(at.desk.time.now())
    assert at.page.view.stopwatch.text() == "12:05"
    assert at.page.view.target.text() == "đã quá 10 phút"
    assert at.page.view.target.property("look") == "warning"
    assert COLOURS.warning in at.page.view.stopwatch.styleSheet()


def test_falling_back_keeps_everything_and_prints_the_receipt(at: Spot) -> None:
    dossier = at.come()
    at.press("Return", "Ctrl+B")
    at.press("Return")
    assert "Lý do" in at.page.moves.leave.fields["reason"].trouble
    at.seat.hands.type("Can xac minh")
    at.press("Return")
    visit = at.now(dossier).on_the_spot
    assert visit is not None
    assert (visit.standing, visit.reason) == ("left", "Can xac minh")
    assert at.papers(dossier) == ["receipt"]
    assert at.page.sitting is None


def test_a_receipt_is_one_key_away_and_offered_once(at: Spot) -> None:
    dossier = at.come()
    assert not at.page.view.receipt_button.isHidden()
    at.press("Ctrl+R")
    assert at.papers(dossier) == ["receipt"]
    assert at.page.view.receipt_button.isHidden()


def test_a_slip_is_printed_when_its_box_is_ticked(at: Spot) -> None:
    at.setting("on_the_spot_approver", "cán bộ")
    dossier = at.come()
    at.press("Return", "Return", "Ctrl+S", "Return")
    assert at.papers(dossier) == ["hand_over"]


def test_an_interrupted_sitting_stands_in_the_list_with_its_minutes(at: Spot) -> None:
    dossier = at.received()
    at.desk.time.advance(timedelta(minutes=7))
    at.press("Ctrl+F2")
    rows = at.page.overview.waiting.rows
    assert [row.id for row in rows] == [dossier]
    model = at.page.overview.waiting.model()
    assert model.data(model.index(0, 0)) == "7 phút"
    at.press("Return")
    assert at.page.sitting is not None
    at.press("Escape")
    assert at.page.sitting is None


def test_a_dossier_of_this_morning_begins_its_sitting_at_enter(at: Spot) -> None:
    def ordinary(procedure: str) -> str:
        id_ = at.desk.journal.new_id()
        return register(at.desk.dossiers, by=at.officer, form=form(procedure=procedure), command_id=id_).subject

    warned = ordinary(COPY)
    at.press("Ctrl+F2")
    assert [row.id for row in at.page.overview.candidates.rows] == [warned]
    at.press("Return")
    assert at.page.offering.strip.isVisible()
    at.press("Escape")
    assert at.now(warned).on_the_spot is None
    at.page.overview.candidates.setFocus()
    at.press("Return", "Return")
    assert at.now(warned).on_the_spot is not None
    assert at.page.sitting is not None


def test_a_sitting_begun_while_another_one_is_open_comes_to_the_front(at: Spot) -> None:
    at.setting("settle_at_once_weekday", "thứ hai")
    at.come()
    id_ = at.desk.journal.new_id()
    other = register(at.desk.dossiers, by=at.officer, form=form(procedure="1.001193"), command_id=id_).subject
    at.seat.workspace.go("on_the_spot", f"dossier:{other}")
    at.seat.settle()
    assert at.page.sitting is not None
    assert at.page.sitting.dossier.id == other


def test_friday_greets_with_settling_at_once(at: Spot) -> None:
    at.press("Ctrl+F2")
    assert at.page.overview.greeting.text() == "Giải quyết tại chỗ"
    at.desk.time.put(FRIDAY)
    at.press("F5")
    assert at.page.overview.greeting.text() == "Thứ sáu: giải quyết ngay"


def test_the_registration_form_goes_on_to_the_sitting_without_retyping(at: Spot) -> None:
    go_to_counter(at.seat)
    fill(at.seat, procedure="tlht")
    at.press("Ctrl+Shift+Return")
    made = dossiers(at.desk)[0]
    at.seat.wait(lambda: isinstance(at.seat.workspace.front, OnTheSpotPage), at.seat.said)
    at.seat.settle()
    assert at.page.sitting is not None
    assert at.page.sitting.dossier.id == made.id
    assert made.on_the_spot is not None
    assert at.papers(made.id) == []
    at.press("F2")
    assert page_of(at.seat).filling.typed.name == ""


def test_on_friday_the_registration_form_offers_it_for_complete_dossiers_only(at: Spot) -> None:
    at.desk.time.put(FRIDAY)
    go_to_counter(at.seat)
    view = page_of(at.seat).view
    fill(at.seat, procedure="tlht")
    assert not view.spot_button.isHidden()
    at.press("Ctrl+Delete")
    assert view.spot_button.isHidden()


def test_a_form_with_missing_papers_is_not_settled(at: Spot) -> None:
    go_to_counter(at.seat)
    at.seat.hands.type("Nguyễn Văn Mẫu")
    for key in ("Ctrl+T", "d", "k", "s", "Return", "Ctrl+B", "Ctrl+Shift+Return"):
        at.press(key)
    assert dossiers(at.desk) == []


def test_a_scanned_receipt_opens_its_sitting_here(at: Spot) -> None:
    dossier = at.received()
    at.press("Ctrl+F2")
    key = get_secret(at.desk.journal.reading(), RECEIPT_KEY)
    at.seat.workspace.scanning.take(Heard(text=receipt_text(at.now(dossier).code, key), source="port"))
    at.seat.settle()
    assert at.page.sitting is not None
    assert at.page.sitting.dossier.id == dossier


def test_what_another_desk_finished_is_not_kept_open(at: Spot) -> None:
    dossier = at.come()
    id_ = at.desk.journal.new_id()
    spot.leave_on_the_spot(at.desk.dossiers, by=at.officer, dossier=dossier, reason="Mất điện", command_id=id_)
    at.press("F5")
    assert at.page.sitting is None
    assert on_the_spot_figures(at.desk.dossiers, MORNING.date(), MORNING.date()).left == 1


def test_opening_a_colleagues_sitting_is_entered_in_the_access_log(at: Spot) -> None:
    before = len(latest_access(at.desk.accounts, by=at.desk.admin))
    at.come()
    assert len(latest_access(at.desk.accounts, by=at.desk.admin)) == before
    id_ = at.desk.journal.new_id()
    registration = form(procedure=COPY)
    other = spot.register_on_the_spot(at.desk.dossiers, by=at.desk.admin, form=registration, command_id=id_).subject
    at.seat.workspace.go("on_the_spot", f"dossier:{other}")
    at.seat.settle()
    assert len(latest_access(at.desk.accounts, by=at.desk.admin)) == before + 1


def test_a_stopwatch_counts_seconds_minutes_hours() -> None:
    assert [span(MORNING, MORNING + timedelta(seconds=each)) for each in (5, 65, 3725)] == ["0:05", "1:05", "1:02:05"]
    assert span(MORNING, MORNING - timedelta(seconds=5)) == "0:00"
