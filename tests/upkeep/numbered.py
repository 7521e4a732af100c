"""Everything at a counter that bears a number: how one is given out, and which number then stands on paper."""

from collections.abc import Callable
from datetime import date, timedelta

from desk_app.dossiers.life.apology import approve_apology, letter_mark
from desk_app.dossiers.register import register
from desk_app.guidance.appointments.reading import list_lines, list_slots
from desk_app.kernel.records import from_json
from desk_app.surveys.campaign_facts import FormsPrinted
from desk_app.surveys.campaigns import list_campaigns, plan_campaign, print_forms
from tests.desks import RehearsalDesk, form
from tests.fees.taking import paid
from tests.fees.taking import received as received_with_fee
from tests.guidance.guiding import a_line, booked
from tests.surveys.test_campaigns import PLAN
from tests.surveys.voices import act, complained, the
from tests.tickets.queueing import taken

Give = Callable[[RehearsalDesk], str]


def dossier(desk: RehearsalDesk) -> str:
    """Register a dossier and return its code."""
    by, command_id = desk.accounts_by_role["officer"], desk.journal.new_id()
    id_ = register(desk.dossiers, by=by, form=form(), command_id=command_id).subject
    return str(desk.journal.reading().execute("SELECT code FROM dossiers WHERE id = ?", (id_,)).fetchone()[0])


def payment(desk: RehearsalDesk) -> str:
    """Take money for a dossier and return the number of the slip."""
    return paid(desk, received_with_fee(desk)).number


def ticket(desk: RehearsalDesk) -> str:
    """Take a ticket and return its number."""
    return taken(desk).text


def appointment(desk: RehearsalDesk) -> str:
    """Book an appointment and return its number."""
    wednesday, (line,) = date(2026, 11, 25), list_lines(desk.guidance)
    free = next(each for each in list_slots(desk.guidance, line, wednesday) if each.free)
    return booked(desk, free.starts_at).number


def apology(desk: RehearsalDesk) -> str:
    """Apologise for a dossier and return the number of the letter."""
    by, command_id = desk.accounts_by_role["officer"], desk.journal.new_id()
    late = register(desk.dossiers, by=by, form=form(procedure="1.004194"), command_id=command_id).subject
    approve_apology(
        desk.dossiers,
        by=desk.accounts_by_role["leader"],
        dossier=late,
        reason="Phải xác minh thêm",
        due_at=desk.time.now() + timedelta(days=14),
        command_id=desk.journal.new_id(),
    )
    found = desk.journal.reading().execute("SELECT number FROM dossier_apologies WHERE dossier = ?", (late,)).fetchone()
    return letter_mark(found[0], 1)


def complaint(desk: RehearsalDesk) -> str:
    """Take a complaint down and return its number."""
    return the(desk, complained(desk)).received.number


def survey_form(desk: RehearsalDesk) -> str:
    """Print one form of the only survey and return its number."""
    (campaign,) = list_campaigns(desk.surveys)
    written = act(desk, print_forms, campaign=campaign.id, count=1)
    return str(from_json(written.entries[0].body, FormsPrinted).first)


AT_THE_COUNTER: dict[str, Give] = {
    "dossier": dossier,
    "payment": payment,
    "ticket": ticket,
    "appointment": appointment,
    "apology": apology,
    "complaint": complaint,
    "survey form": survey_form,
}


def prepare(desk: RehearsalDesk) -> None:
    """Lay down a line of appointments and plan a survey."""
    a_line(desk)
    act(desk, plan_campaign, plan=PLAN)


def one_of_each(desk: RehearsalDesk) -> dict[str, str]:
    """Give out one number of everything."""
    return {what: give(desk) for what, give in AT_THE_COUNTER.items()}
