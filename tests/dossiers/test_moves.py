"""From receipt to hand-over, and what each state forbids."""

from datetime import timedelta

import pytest

from desk_app.dossiers.commands import STEP, add_note, dossier_in, finish_step, hand_over, issue_result
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import StepDone
from desk_app.dossiers.history import history_lines
from desk_app.dossiers.register import register
from desk_app.dossiers.status import Status
from desk_app.journal.write_door import Writing
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from tests.desks import RehearsalDesk, form


class Visit:
    """One dossier at a desk and the moves made on it."""

    def __init__(self, desk: RehearsalDesk, procedure: str = "1.004194") -> None:
        self.desk = desk
        self.by = desk.accounts_by_role["officer"]
        written = register(desk.dossiers, by=self.by, form=form(procedure=procedure), command_id=desk.journal.new_id())
        self.id = written.subject

    def do(self, move: object, **values: object) -> None:
        """Carry out one command on the dossier, an hour later."""
        self.desk.time.advance(timedelta(hours=1))
        move(  # type: ignore[operator]
            self.desk.dossiers, by=self.by, dossier=self.id, command_id=self.desk.journal.new_id(), **values
        )

    def status(self) -> Status:
        """Return the dossier's state as it stands."""
        return self.now.status

    @property
    def now(self) -> Dossier:
        """Return the dossier as it stands."""
        return dossier_in(self.desk.dossiers, self.desk.journal.reading(), self.id)


def test_the_only_step_done_is_the_result_and_then_it_is_handed_over(desk: RehearsalDesk) -> None:
    visit = Visit(desk)
    assert visit.status() == Status.ACCEPTED
    visit.do(finish_step)
    assert visit.status() == Status.SETTLED
    visit.do(hand_over)
    assert visit.status() == Status.HANDED_OVER
    assert visit.now.handed_over is not None
    assert visit.now.handed_over.to == "Nguyễn Văn Mẫu"


def test_the_legs_of_a_linked_dossier_are_done_one_by_one_by_name(desk: RehearsalDesk) -> None:
    visit = Visit(desk, "2.000986")
    for left in range(3, 0, -1):
        visit.do(finish_step, agency=visit.now.open_legs[0].plan.agency)
        assert visit.status() == Status.IN_PROCESS
        assert len(visit.now.open_legs) == left
    visit.do(finish_step)
    assert visit.status() == Status.SETTLED


def test_a_step_of_nobody_is_refused_and_the_open_ones_are_named(desk: RehearsalDesk) -> None:
    visit = Visit(desk, "2.000986")
    with pytest.raises(Refused) as refused:
        visit.do(finish_step, agency="Kho bạc")
    assert visit.now.open_legs[0].plan.agency in refused.value.hint


def test_a_step_waits_for_the_one_before_it(desk: RehearsalDesk) -> None:
    visit = Visit(desk, "2.000986")
    first, second = (leg.plan.agency for leg in visit.now.open_legs[:2])
    with pytest.raises(Refused) as refused:
        visit.do(finish_step, agency=second)
    assert refused.value.code == "dossiers.leg_must_wait"
    assert first in refused.value.hint
    visit.do(finish_step, agency=first)
    visit.do(finish_step, agency=second)
    assert [leg.done_at is not None for leg in visit.now.legs] == [True, True, False, False]


def test_steps_that_another_desk_entered_out_of_turn_are_still_folded(desk: RehearsalDesk) -> None:
    visit = Visit(desk, "2.000986")

    def enter(writing: Writing) -> None:
        for leg in (visit.now.legs[1], visit.now.legs[0]):
            writing.add(visit.id, StepDone(leg=leg.plan.id, done_at=writing.now, note=""))

    desk.journal.write(by=visit.by, permission=STEP, command_id=desk.journal.new_id(), decide=enter)
    assert [leg.done_at is not None for leg in visit.now.legs] == [True, True, False, False]
    assert visit.now.findings == ()


def test_nothing_is_handed_over_before_there_is_a_result_nor_twice(desk: RehearsalDesk) -> None:
    visit = Visit(desk)
    with pytest.raises(Refused):
        visit.do(hand_over)
    visit.do(issue_result, number="12/TLKS")
    with pytest.raises(Refused):
        visit.do(issue_result)
    visit.do(hand_over)
    for move in (hand_over, finish_step, issue_result):
        with pytest.raises(Refused):
            visit.do(move)


def test_who_collects_for_another_gives_a_name_and_an_authorised_one_a_paper(desk: RehearsalDesk) -> None:
    visit = Visit(desk)
    visit.do(issue_result)
    for wrong in ({"relation": "relative"}, {"relation": "authorised", "to": "Lê Thị Ví Dụ"}):
        with pytest.raises(InvalidInput):
            visit.do(hand_over, **wrong)
    visit.do(hand_over, relation="authorised", to="Lê Thị Ví Dụ", paper_shown="Giấy ủy quyền 23/11/2026")
    assert visit.now.handed_over is not None


def test_the_history_tells_all_of_it_in_words(desk: RehearsalDesk) -> None:
    visit = Visit(desk)
    visit.do(add_note, text="Gọi trước khi đến")
    visit.do(finish_step)
    visit.do(hand_over, relation="relative", to="Trần Thị Thử")
    words = " ".join(line.words for line in history_lines(desk.dossiers, visit.id))
    for said in ("Tiếp nhận hồ sơ", "Gọi trước khi đến", "Đã có kết quả", "Trả kết quả cho Trần Thị Thử (người thân)"):
        assert said in words


def test_a_dossier_that_does_not_exist_is_not_found(desk: RehearsalDesk) -> None:
    with pytest.raises(NotFound):
        finish_step(desk.dossiers, by=desk.admin, dossier="nobody", command_id=desk.journal.new_id())


def test_folding_again_changes_nothing_and_the_chain_holds(desk: RehearsalDesk) -> None:
    visit = Visit(desk, "2.000986")
    visit.do(finish_step)
    visit.do(issue_result)
    visit.do(hand_over)
    assert desk.journal.refold() == ()
    assert desk.journal.verify().breaks == ()
