"""What ``desk appointments`` answers, for scripts and in words."""

from datetime import datetime

from desk_app.cli.acting import Acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.guidance.appointments.appointment import STATE_WORDS, Appointment, State
from desk_app.guidance.appointments.facts import Channel
from desk_app.guidance.appointments.reading import get_appointment, list_lines
from desk_app.guidance.tables.appointments import has_place
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_moment


class AppointmentShown(Record):
    """One appointment; ``has_place`` is False where its slot holds too many, ``reached`` None while nobody called."""

    id: str
    number: str
    line: str
    starts_at: datetime
    minutes: int
    name: str
    phone: str
    procedure: str
    note: str
    channel: Channel
    origin: str
    state: State
    reached: bool | None
    moves: int
    has_place: bool


def shown_each(act: Acting, appointments: tuple[Appointment, ...]) -> list[tuple[AppointmentShown, str]]:
    """Return appointments as scripts and as people read them."""
    db = act.desk.journal.reading()
    lines = {line.id: line.name for line in list_lines(act.desk.guidance)}
    return [_both(each, lines.get(each.line, each.line), with_place=has_place(db, each.id)) for each in appointments]


def answer_one(asked: Asked, act: Acting, id_: str) -> None:
    """Answer an appointment as it stands now."""
    ((made, words),) = shown_each(act, (get_appointment(act.desk.guidance, id_),))
    answer(asked, made, words)


def _both(of: Appointment, line: str, *, with_place: bool) -> tuple[AppointmentShown, str]:
    same = ("id", "number", "starts_at", "minutes", "procedure", "note", "channel", "origin", "state", "moves")
    made = AppointmentShown(
        **{name: getattr(of, name) for name in same},
        line=line,
        name=of.person.name,
        phone=of.person.phone,
        reached=of.reached,
        has_place=with_place,
    )
    called = {None: "", True: "đã gọi được", False: "gọi chưa được"}[of.reached]
    parts = [f"{of.number}  {spoken_moment(of.starts_at)}", line, of.spoken_name, STATE_WORDS[of.state], called]
    parts.append("" if with_place else "CẦN DỜI, không còn chỗ")
    return made, " – ".join(part for part in parts if part)
