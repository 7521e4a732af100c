"""A dossier pushed about at random by two desks that meet now and then: whatever they do, the promises hold."""

import tempfile
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import Corrected
from desk_app.dossiers.life.facts import ApologyApproved, PaymentMade, SupplementReceived
from desk_app.dossiers.status import ENDED, WAITING, Status
from desk_app.journal.fold_pass import table_contents
from desk_app.kernel.errors import DeskError, NotAllowed, Refused
from desk_app.kernel.time_source import VIETNAM
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.dossiers.living import LINKED, THREE_DAYS, led, now, received
from tests.dossiers.test_two_desks import exchanged

FEW = settings(
    max_examples=12,
    stateful_step_count=14,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
DUE = "2027-01-%02dT17:00"
MOVES: dict[str, dict[str, Any]] = {
    "step": {},
    "result": {},
    "hand_over": {},
    "supplement": {"missing": ["Giấy chứng sinh"], "reason": "Thiếu"},
    "supplied": {},
    "refuse": {"reason": "Không thuộc thẩm quyền", "apology": "Xin lỗi"},
    "withdraw": {},
    "stop": {"reason": "Không bổ sung", "basis": "Điều 19"},
    "ask_payment": {"amount": 8000, "purpose": "Lệ phí", "until": "2027-06-01"},
    "paid": {"receipt": "BL 1"},
    "pass_on": {},
    "reassign": {"to": "leader", "reason": "Nghỉ ốm"},
}
DATING = (SupplementReceived, PaymentMade, ApologyApproved, Corrected)
# Sooner or later every dossier comes to an end: the moves that do not end it are drawn more often.
DRAWN = st.sampled_from(
    [*MOVES, "step", "supplement", "supplied", "supplied", "ask_payment", "paid", "paid", "pass_on"]
)


class TwoDesks(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        first = self.stack.enter_context(rehearsal_desk(folder / "one"))
        self.desks = (first, self.stack.enter_context(rehearsal_desk(folder / "two", desk_number=2)))
        self.moment = datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM)

    @initialize(procedure=st.sampled_from([LINKED, THREE_DAYS]))
    def receive(self, procedure: str) -> None:
        self.dossier = received(self.desks[0], procedure)
        exchanged(*self.desks)
        self.code = now(self.desks[0], self.dossier).code

    @rule(where=st.integers(0, 1), do=DRAWN, by=st.sampled_from(["officer", "leader"]), hours=st.integers(0, 30))
    def move(self, where: int, do: str, by: str, hours: int) -> None:
        self.pushed(where, do, by, hours, MOVES[do])

    @rule(where=st.integers(0, 1), on=st.integers(4, 28), hours=st.integers(0, 30))
    def apologise(self, where: int, on: int, hours: int) -> None:
        self.pushed(where, "apologise", "leader", hours, {"reason": "Phải xác minh", "due": DUE % on})

    @rule()
    def meet(self) -> None:
        exchanged(*self.desks)
        states = [now(desk, self.dossier) for desk in self.desks]
        assert states[0] == states[1]
        contents = [table_contents(desk.journal.reading(), desk.journal.registry) for desk in self.desks]
        assert contents[0] == contents[1]

    def pushed(self, where: int, do: str, by: str, hours: int, values: dict[str, Any]) -> None:
        """Try a move; where it is refused nothing may have changed, and a person is told what to do."""
        desk = self.desks[where]
        self.moment += timedelta(hours=hours, minutes=1)
        before = now(desk, self.dossier)
        refused: DeskError | None = None
        try:
            led(desk, self.dossier, do, self.moment.isoformat(), by, **values)
        except (Refused, NotAllowed) as error:
            refused = error
        after = now(desk, self.dossier)
        if refused is None:
            check_move(before, after, desk)
        else:
            assert refused.hint
            assert after == before

    @invariant()
    def code_chain_and_tables_hold(self) -> None:
        for desk in self.desks:
            if hasattr(self, "dossier"):
                state = now(desk, self.dossier)
                assert state.code == self.code
                check_state(desk, state)
                assert desk.journal.refold() == ()
                assert desk.journal.verify().breaks == ()

    def teardown(self) -> None:
        self.stack.close()


def check_move(before: Dossier, after: Dossier, desk: RehearsalDesk) -> None:
    """Check what holds between one state and the next at a desk."""
    assert after.status not in ENDED or before.status not in ENDED
    if after.registered.due_at != before.registered.due_at:
        assert after.registered.due_at > before.registered.due_at
        latest = desk.journal.history(after.id)
        assert any(isinstance(each.fact, DATING) for each in latest[-3:])
        assert after.story.date_words
    assert len(after.findings) == len(before.findings)


def check_state(desk: RehearsalDesk, state: Dossier) -> None:
    """Check what holds of every state: nobody is stuck with what waits, and dates agree with each other."""
    db = desk.journal.reading()
    agency, due_at = db.conn.execute("SELECT agency, due_at FROM dossiers WHERE id = ?", (state.id,)).fetchone()
    assert bool(agency) == bool(state.status in (Status.ACCEPTED, Status.IN_PROCESS) and state.open_legs)
    assert due_at == state.registered.due_at.isoformat()
    assert state.registered.due_on == state.registered.due_at.date()
    assert [leg.plan for leg in state.legs] == list(state.registered.legs)
    assert all(leg.plan.due_at <= state.registered.due_at for leg in state.legs)
    assert len(list(state.story.every(ApologyApproved))) <= 1
    if state.status in WAITING:
        assert state.story.waiting_since is not None


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_whatever_two_desks_do_to_a_dossier_its_promises_hold() -> None:
    run_state_machine_as_test(TwoDesks, settings=FEW)
