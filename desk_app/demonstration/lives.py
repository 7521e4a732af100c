"""Dossiers of an invented office that do not go straight: completed, refused, taken back, apologised for, settled at once."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from random import Random

from desk_app.demonstration.visits import in_office_hours
from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.form import Form
from desk_app.dossiers.life.apology import approve_apology
from desk_app.dossiers.life.refusal import turn_down
from desk_app.dossiers.life.supplement import complete, request_supplement
from desk_app.dossiers.life.withdrawal import withdraw
from desk_app.dossiers.on_the_spot import appraise, approve, register_on_the_spot, return_on_the_spot
from desk_app.dossiers.on_the_spot_rules import fitness, is_settle_day
from desk_app.fees.commands import Payment, pay

Plan = Callable[[datetime, Callable[[], object]], None]
GoOn = Callable[[Dossier, datetime], None]

_MISSING = ("Bản chính giấy tờ tùy thân", "Giấy xác nhận của ấp")
_UNFIT = "Nội dung đề nghị không thuộc thẩm quyền giải quyết của xã."
_BASIS = "Luật Tổ chức chính quyền địa phương"
_BUSY = "Chờ cơ quan phối hợp trả lời."


class Lives:
    """Who decides, by chance, what becomes of a dossier besides being settled and fetched.

    ``plan`` puts an act off to its moment, ``go_on`` plans the ordinary work, ``leader`` signs what officers may not.
    """

    def __init__(self, desk: Desk, rng: Random, *, officers: tuple[str, ...], leader: str, plan: Plan) -> None:
        self._desk = desk
        self._rng = rng
        self._officers = officers
        self._leader = leader
        self._plan = plan

    def may_sit(self, form: Form) -> bool:
        """Tell whether the citizen of ``form`` waits for the result: some of those who could."""
        if form.received_at is not None or form.return_by != "counter":
            return False
        on = self._desk.journal.time.now().date()
        procedure = self._desk.catalogue.present().procedure_on(form.procedure, on)
        settle_day = is_settle_day(self._desk.office.present_book(), on)
        names = (paper.name for paper in form.papers)
        return fitness(procedure, names, settle_day=settle_day).offered and self._rng.random() < 0.5

    def sit(self, form: Form) -> str:
        """Receive a dossier that is appraised, approved and returned in one sitting; return its id."""
        by, now, new_id = self._officer(), self._desk.journal.time.now(), self._desk.journal.new_id
        dossier = register_on_the_spot(self._desk.dossiers, by=by, form=form, command_id=new_id()).subject
        steps = ((appraise, self._officer()), (approve, self._leader), (return_on_the_spot, by))
        for step, who in steps:
            now += timedelta(minutes=self._rng.randrange(3, 10))
            self._plan(now, partial(step, self._desk.dossiers, by=who, dossier=dossier, command_id=new_id()))
        return dossier

    def pays(self, dossier: Dossier) -> None:
        """Let most of those who owe a fee pay it at once."""
        if dossier.registered.fee and self._rng.random() < 0.85:
            payment = Payment(way="transfer" if self._rng.random() < 0.3 else "cash")
            new_id = self._desk.journal.new_id()
            pay(self._desk.fees, by=self._officer(), dossier=dossier.id, payment=payment, command_id=new_id)

    def turns(self, dossier: Dossier, go_on: GoOn) -> bool:
        """Give some dossiers another life than the straight one; True when the ordinary work is not to be planned."""
        chance, received_at = self._rng.random(), dossier.registered.received_at
        soon = self._open(received_at + timedelta(hours=2))
        if soon >= dossier.registered.due_at or chance >= 0.2:
            return False
        if chance < 0.12:
            self._plan(soon, partial(self._ask, dossier.id, go_on))
        elif chance < 0.16:
            self._plan(soon, partial(self._refuse, dossier.id))
        else:
            self._plan(soon, partial(self._take_back, dossier.id))
        return True

    def apologises(self, dossier: Dossier) -> None:
        """Let the leader apologise, an hour before the term is over, for a dossier that got stuck."""
        self._plan(dossier.registered.due_at - timedelta(hours=1), partial(self._apologise, dossier.id))

    def _ask(self, dossier: str, go_on: GoOn) -> None:
        request_supplement(
            self._desk.dossiers,
            by=self._officer(),
            dossier=dossier,
            missing=_MISSING[: self._rng.randrange(1, 3)],
            reason="Giấy tờ nộp chưa đủ để giải quyết.",
            command_id=self._desk.journal.new_id(),
        )
        days = self._rng.randrange(1, 12)
        self._plan(self._open(self._now() + timedelta(days=days)), partial(self._complete, dossier, go_on))

    def _complete(self, dossier: str, go_on: GoOn) -> None:
        complete(self._desk.dossiers, by=self._officer(), dossier=dossier, command_id=self._desk.journal.new_id())
        go_on(dossier_in(self._desk.dossiers, self._desk.journal.reading(), dossier), self._now())

    def _refuse(self, dossier: str) -> None:
        turn_down(
            self._desk.dossiers,
            by=self._officer(),
            dossier=dossier,
            reason=_UNFIT,
            basis=_BASIS,
            command_id=self._desk.journal.new_id(),
        )

    def _take_back(self, dossier: str) -> None:
        withdraw(self._desk.dossiers, by=self._officer(), dossier=dossier, command_id=self._desk.journal.new_id())

    def _apologise(self, dossier: str) -> None:
        calendar, on = self._desk.working_time.present_calendar(), self._now().date()
        for _day in range(3):
            on = calendar.working_day_after(on)
        approve_apology(
            self._desk.dossiers,
            by=self._leader,
            dossier=dossier,
            reason=_BUSY,
            due_at=self._now().replace(year=on.year, month=on.month, day=on.day, hour=16, minute=0),
            command_id=self._desk.journal.new_id(),
        )

    def _open(self, at: datetime) -> datetime:
        return in_office_hours(self._desk.working_time.present_calendar(), at)

    def _now(self) -> datetime:
        return self._desk.journal.time.now()

    def _officer(self) -> str:
        return self._rng.choice(self._officers)
