"""Lines and appointments: from their entries to their rows, and who of a line's day has a place."""

from collections.abc import Sequence
from typing import ClassVar

from desk_app.guidance.appointments import facts
from desk_app.guidance.appointments.appointment import Appointment, folded
from desk_app.guidance.appointments.facts import LinePut
from desk_app.guidance.appointments.line import Line
from desk_app.guidance.appointments.seats import Displaced, displaced
from desk_app.guidance.tables.appointments import seat_of
from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.kernel import texts
from desk_app.kernel.records import canonical
from desk_app.storage.engine import Database

_SEATS = "appointment_seats"
_NO_PLACE = (
    "Hẹn {number} trùng chỗ: giờ này đã đủ người hẹn trước. Hãy gọi dân dời sang giờ còn trống ở trang Lịch hẹn."
)
_CLOSED = "Hẹn {number} rơi vào ngày lịch hẹn đã đóng. Hãy gọi dân dời sang giờ khác ở trang Lịch hẹn."


class LineFold(SubjectFold[Line]):
    """One line: its plans by the day on which they begin; of two for one day the later word stands."""

    name = "appointment_lines"
    facts = (LinePut,)
    tables = ("appointment_lines",)

    def fold(self, history: Sequence[Recorded]) -> Line:
        """Return the line with its plans, oldest first."""
        plans = {each.fact.valid_from: each.fact for each in history if isinstance(each.fact, LinePut)}
        first = history[0].entry
        return Line(id=first.subject, desk=first.desk, plans=tuple(plans[day] for day in sorted(plans)))

    def store(self, db: Database, subject: str, state: Line, *, fresh: bool) -> None:
        """Write a row for each plan, and work out anew who has a place on this line."""
        if not fresh:
            db.conn.execute("DELETE FROM appointment_lines WHERE line = ?", (subject,))
        rows = [
            (subject, plan.valid_from.isoformat(), state.desk, plan.capacity if plan.is_open else 0, canonical(plan))
            for plan in state.plans
        ]
        db.conn.executemany("INSERT INTO appointment_lines VALUES (?, ?, ?, ?, ?)", rows)
        days = db.conn.execute("SELECT DISTINCT day FROM appointments WHERE line = ?", (subject,)).fetchall()
        for (day,) in days:
            _seat_anew(db, subject, day)


class AppointmentFold(SubjectFold[Appointment | None]):
    """One appointment; its line and day are looked at anew, since others' places depend on it."""

    name = "appointments"
    facts: ClassVar[tuple[type[Fact], ...]] = (
        facts.Booked,
        facts.Moved,
        facts.Cancelled,
        facts.Reminded,
        facts.Arrived,
        facts.NotCome,
    )
    tables = ("appointments",)

    def fold(self, history: Sequence[Recorded]) -> Appointment | None:
        """Return the appointment, or None while the entry that made it has not arrived."""
        return folded(history)

    def store(self, db: Database, subject: str, state: Appointment | None, *, fresh: bool) -> None:
        """Write the appointment's row and findings, and work out who has a place where it was and where it is."""
        touched = set() if fresh else _place_of(db, subject)
        if not fresh:
            db.conn.execute("DELETE FROM appointments WHERE id = ?", (subject,))
        if state is None:
            return
        db.conn.execute(f"INSERT INTO appointments VALUES ({', '.join('?' * 17)})", _row(state))
        found = ((each.kind, each.entry, each.against, each.words) for each in state.findings)
        put_findings(db, self.name, subject, found)
        put_findings(db, _SEATS, subject, ())
        for line, day in sorted(touched | {(state.line, state.day.isoformat())}):
            _seat_anew(db, line, day)


def _seat_anew(db: Database, line: str, day: str) -> None:
    """Work out who has a place on a line on a day, and which appointments exceed it: those are findings."""
    capacity = _capacity(db, line, day)
    rows = db.conn.execute(
        "SELECT id, number, starts_at, ends_at, claim_clock, claim_desk, claim_entry, has_place FROM appointments "
        "WHERE line = ? AND day = ? AND state <> 'cancelled' ORDER BY id",
        (line, day),
    ).fetchall()
    # A plan that has not arrived yet says nothing against anybody.
    found = displaced((seat_of(row) for row in rows), capacity) if capacity is not None else ()
    against = {each.seat.id: each for each in found}
    for id_, number, *_times, had_place in rows:
        without = against.get(id_)
        if without is None and had_place:
            continue
        db.conn.execute("UPDATE appointments SET has_place = ? WHERE id = ?", (int(without is None), id_))
        put_findings(db, _SEATS, id_, () if without is None else (_finding(number, without, capacity),))


def _finding(number: str, of: Displaced, capacity: int | None) -> tuple[str, str, str, str]:
    words = (_NO_PLACE if capacity else _CLOSED).format(number=number)
    return "appointment_without_place", of.seat.entry, of.against, words


def _capacity(db: Database, line: str, day: str) -> int | None:
    row = db.conn.execute(
        "SELECT capacity FROM appointment_lines WHERE line = ? AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1",
        (line, day),
    ).fetchone()
    return None if row is None else int(row[0])


def _place_of(db: Database, id_: str) -> set[tuple[str, str]]:
    return set(db.conn.execute("SELECT line, day FROM appointments WHERE id = ?", (id_,)).fetchall())


def _row(state: Appointment) -> tuple[object, ...]:
    person = state.person
    words = f" {texts.folded(f'{person.name} {person.phone} {person.id_number}')}"
    return (
        *(state.id, state.desk, state.number, state.line, state.day.isoformat()),
        *(state.starts_at.isoformat(), state.ends_at.isoformat(), str(state.state), state.channel),
        *(person.phone, words, state.origin, state.claim.clock, state.claim.desk, state.claim.entry),
        *(1, canonical(state)),
    )
