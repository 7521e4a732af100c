"""An invented office, lived through moment by moment with the same commands that officers use."""

import heapq
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random

from desk_app.accounts.rules import Account, allows
from desk_app.demonstration.cash import drawers_closed
from desk_app.demonstration.guidance import people_book, people_call
from desk_app.demonstration.lives import Lives
from desk_app.demonstration.papers import put_papers_away, put_preview_printer
from desk_app.demonstration.parcels import Parcels
from desk_app.demonstration.people import relative_of
from desk_app.demonstration.rosters import rosters_filled
from desk_app.demonstration.rounds import round_goes
from desk_app.demonstration.sessions import begin_of_session, places_entered, session_held
from desk_app.demonstration.visits import WANTED, Visit, guided_visit, in_office_hours, visits
from desk_app.demonstration.voice import people_speak
from desk_app.demonstration.waiting_room import people_wait
from desk_app.demonstration.writing_table import people_write
from desk_app.desk import Desk
from desk_app.dossiers.commands import add_note, dossier_in, finish_step, hand_over
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import Relation
from desk_app.dossiers.register import REGISTER, register
from desk_app.guidance.prefill import prefill_of_contact
from desk_app.kernel.time_source import FixedTime
from desk_app.shifts.rights import PLAN as PLAN_SHIFTS
from desk_app.surveys.commands import Rating, rate
from desk_app.surveys.rules import Level
from desk_app.working_time.calendar import Calendar

_STUCK_WITHIN = timedelta(days=14)
_FRIDAY = 4
_PREPARED, _ROUND_LEAVES, _DRAWERS_CLOSE = time(6, 30), time(14, 0), time(17, 0)
_NOTES = ("Công dân đề nghị gọi điện khi có kết quả.", "Đã gọi điện báo, chưa liên lạc được.", "Người nhà sẽ đến nhận.")


class Office:
    """The office while its days are being lived: what will happen next, in the order of time."""

    def __init__(self, desk: Desk, clock: FixedTime, rng: Random, end: datetime) -> None:
        self._desk = desk
        self._clock = clock
        self._rng = rng
        self._end = end
        self._calendar: Calendar = desk.working_time.present_calendar()
        self._officers = self._who_may(REGISTER)
        self._coming: list[tuple[datetime, int, Callable[[], object]]] = []
        self._order = 0
        self.made: list[str] = []
        self.ratings = 0
        self.tickets = 0
        officers = tuple(each.id for each in self._officers)
        leader = self._who_may("dossiers.refuse_late")[0].id
        self._lives = Lives(desk, rng, officers=officers, leader=leader, plan=self._plan)
        self._parcels = Parcels(desk, rng, by=self._officer(), plan=self._plan, came=self._came)
        self._last_on = end.date()

    def live(self, days: int) -> None:
        """Live the days, moment by moment; ``made``, ``ratings`` and ``tickets`` then say what came of them."""
        first = (self._end - timedelta(days=days)).date()
        # Nothing may be written late before the days are lived: an entry is never earlier than the one before it.
        self._clock.put(datetime.combine(first, _PREPARED, self._end.tzinfo))
        places = places_entered(self._desk, by=self._officer())
        put_preview_printer(self._desk, by=self._who_may("printers.configure")[0].id)
        catalogue = self._desk.catalogue.present()
        coming = list(visits(self._rng, self._calendar, catalogue, first=first, end=self._end))
        self._last_on = max((visit.typed_at.date() for visit in coming), default=self._end.date())
        for visit in coming:
            self._plan(visit.typed_at, partial(self._receive, visit))
        self._plan_ends_of_days(first)
        self._parcels.households_come(first, self._end)
        begin = begin_of_session(self._end)
        self._plan(begin, partial(self._go_out, places, begin))
        by = self._officer()
        people_call(self._desk, self._rng, by=by, end=self._end, plan=self._plan, come=self._come_guided)
        while self._coming and self._coming[0][0] <= self._end:
            at, _, happen = heapq.heappop(self._coming)
            self._clock.put(at)
            happen()
            if at.date() < self._last_on:
                put_papers_away(self._desk, by=self._officer())
        self._rooms_filled(first)

    def _rooms_filled(self, first: date) -> None:
        """Fill the rooms whose days need not be lived in one order with the dossiers'."""
        desk, clock, rng, by, end = self._desk, self._clock, self._rng, self._officer(), self._end
        people_speak(desk, clock, rng, by=by, end=end)
        people_book(desk, clock, rng, by=by, end=end)
        self.tickets = people_wait(desk, clock, rng, by=by, end=end)
        rosters_filled(desk, clock, rng, by=self._who_may(PLAN_SHIFTS)[0].id, end=end)
        people_write(desk, clock, rng, by=by, first=first, end=end)

    def _plan(self, at: datetime, happen: Callable[[], object]) -> None:
        self._order += 1
        heapq.heappush(self._coming, (at, self._order, happen))

    def _receive(self, visit: Visit) -> None:
        rng, room, form = self._rng, self._desk.dossiers, visit.form
        if self._lives.may_sit(form):
            self.made.append(self._lives.sit(form))
            return
        written = register(room, by=self._officer(), form=form, command_id=self._desk.journal.new_id())
        dossier = dossier_in(room, self._desk.journal.reading(), written.subject)
        self._came(dossier.id)
        if rng.random() < 0.08:
            self._plan(visit.typed_at + timedelta(minutes=7), partial(self._remark, dossier.id))
        if not self._lives.turns(dossier, self._plan_work):
            self._plan_work(dossier, visit.typed_at)

    def _came(self, dossier: str) -> None:
        self.made.append(dossier)
        self._lives.pays(dossier_in(self._desk.dossiers, self._desk.journal.reading(), dossier))

    def _come_guided(self, contact: str) -> None:
        prefill = prefill_of_contact(self._desk.guidance, contact)
        if prefill.procedure not in WANTED:
            return
        at = in_office_hours(self._calendar, self._clock.now())
        visit = guided_visit(self._rng, self._desk.catalogue.present(), prefill, at)
        self._plan(at, partial(self._receive, visit))

    def _plan_ends_of_days(self, first: date) -> None:
        """Plan that every working day over by the end closes its drawers, and every Friday sends a round out first."""
        officers = tuple(each.id for each in self._officers)
        for days in range((self._end.date() - first).days + 1):
            on = first + timedelta(days=days)
            closes_at = datetime.combine(on, _DRAWERS_CLOSE, self._end.tzinfo)
            if not self._calendar.is_working(on) or closes_at > self._end:
                continue
            if on.weekday() == _FRIDAY:
                self._plan(datetime.combine(on, _ROUND_LEAVES, self._end.tzinfo), self._bring_home)
            self._plan(closes_at, partial(drawers_closed, self._desk, officers=officers, on=on))

    def _bring_home(self) -> None:
        db, room = self._desk.journal.reading(), self._desk.dossiers
        made = (dossier_in(room, db, each) for each in self.made)
        waiting = tuple(each for each in made if each.registered.return_by == "home" and each.status == "settled")
        round_goes(self._desk, self._clock, self._rng, by=self._officer(), waiting=waiting)

    def _plan_work(self, dossier: Dossier, received_at: datetime) -> None:
        """Plan each agency's part: mostly in time, sometimes late, and of the newest dossiers some get stuck."""
        rng, before = self._rng, received_at
        stuck_at = rng.randrange(len(dossier.legs)) if rng.random() < 0.16 else None
        for place, leg in enumerate(dossier.legs):
            if place == stuck_at and self._end - received_at < _STUCK_WITHIN:
                if rng.random() < 0.6:
                    self._lives.apologises(dossier)
                return
            due_at = max(leg.plan.due_at, before + timedelta(minutes=40))
            late = timedelta(days=rng.randrange(1, 3)) if rng.random() < 0.07 or place == stuck_at else timedelta()
            before = in_office_hours(self._calendar, before + (due_at - before) * rng.uniform(0.35, 0.9) + late)
            before = before.replace(microsecond=0)
            self._plan(before, partial(self._finish, dossier.id))
        wait = timedelta(hours=rng.choice((1, 3, 20, 28, 50, 74, 150)), minutes=rng.randrange(60))
        if dossier.registered.return_by == "post":
            self._parcels.goes(dossier.id, before)
        elif rng.random() < 0.95 and dossier.registered.return_by == "counter":
            self._plan(in_office_hours(self._calendar, before + wait), partial(self._give_out, dossier))

    def _go_out(self, places: tuple[str, ...], begin: datetime) -> None:
        by = self._officer()
        self.made.extend(session_held(self._desk, self._clock, self._rng, by=by, begin=begin, places=places))

    def _finish(self, dossier: str) -> None:
        finish_step(self._desk.dossiers, by=self._officer(), dossier=dossier, command_id=self._desk.journal.new_id())

    def _give_out(self, dossier: Dossier) -> None:
        rng, person = self._rng, dossier.registered.applicant
        officer = self._officer()
        relation: Relation = rng.choices(("self", "relative", "authorised"), weights=(80, 15, 5))[0]
        hand_over(
            self._desk.dossiers,
            by=officer,
            dossier=dossier.id,
            relation=relation,
            to="" if relation == "self" else relative_of(rng, person),
            paper_shown="Giấy ủy quyền" if relation == "authorised" else "",
            command_id=self._desk.journal.new_id(),
        )
        if rng.random() < 0.6:
            self._rate(dossier.id, officer)

    def _rate(self, dossier: str, officer: str) -> None:
        """Let the citizen press a face: mostly a friendly one."""
        new_id, level = self._desk.journal.new_id, self._rng.choices(list(Level), weights=(62, 34, 0, 4, 0))[0]
        rate(
            self._desk.surveys,
            by=officer,
            rating=Rating(asking=new_id(), level=level, dossier=dossier),
            command_id=new_id(),
        )
        self.ratings += 1

    def _remark(self, dossier: str) -> None:
        text = self._rng.choice(_NOTES)
        add_note(
            self._desk.dossiers, by=self._officer(), dossier=dossier, text=text, command_id=self._desk.journal.new_id()
        )

    def _who_may(self, permission: str) -> list[Account]:
        today = self._end.date()
        people = self._desk.accounts.present_book().list_accounts()
        return [account for account in people if allows(account, permission, today)]

    def _officer(self) -> str:
        return self._rng.choice(self._officers).id
