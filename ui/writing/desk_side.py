"""What the writing table asks of the desk; every function runs on a job's thread."""

from dataclasses import replace
from datetime import timedelta

from desk_app.accounts.rules import allows
from desk_app.desk import Desk
from desk_app.dossiers.identity_card import IdentityCard
from desk_app.dossiers.person import Person
from desk_app.journal.write_door import Written
from desk_app.kernel.records import changed
from desk_app.writing import commands, reading, sitting
from desk_app.writing.commands import Told
from desk_app.writing.facts import Outcome
from desk_app.writing.figures import figures
from desk_app.writing.filled import Filled, known_of_card
from desk_app.writing.form import Form, spoken_title
from desk_app.writing.layout import form_paper
from desk_app.writing.shelf import shelf
from desk_app.writing.sitting import Sitting
from desk_app.writing.tables.queries import Wanted
from ui.shell.one_write import Doing
from ui.writing.state import OnTable, Seen, case_rows


def seen(desk: Desk, by: str, days: int, *, all_cases: bool, may_register: bool) -> Seen:
    """Return what stands around the form; with ``all_cases`` also the office's list and figures of the last days."""
    room, today = desk.writing, desk.journal.time.now().date()
    found = shelf(room)
    titles = {form.key: spoken_title(form) for form in found.forms}
    people = {account.id: account.name for account in desk.accounts.present_book().accounts}
    own = reading.own_cases_today(room, by=by) if _may(desk, by, sitting.WRITE) else ()
    seen_now = Seen(
        shelf=found,
        today=today,
        organisation=commands.organisation_of(room, by),
        sittings=sitting.own_sittings(room, by=by) if _may(desk, by, sitting.WRITE) else (),
        own=case_rows(own, titles, people, may_register=may_register, with_day=False),
    )
    if not all_cases:
        return seen_now
    first = today - timedelta(days=days)
    cases = reading.list_cases(room, by=by, wanted=Wanted(first_on=first, last_on=today))
    return replace(
        seen_now,
        office=case_rows(cases, titles, people, may_register=may_register, with_day=days > 0),
        figures=figures(room, first_on=first, last_on=today),
    )


def sat_down(desk: Desk, by: str, card: IdentityCard | None) -> Sitting:
    """Return a new sitting that began now, of the card's owner if there is one."""
    person = _named(card) if card is not None else None
    return sitting.sit_down(desk.writing, by=by, person=person, known=known_of_card(card) if card is not None else ())


def card_taken(desk: Desk, by: str, now: Sitting, card: IdentityCard) -> Sitting:
    """Return a sitting whose citizen now has shown the card."""
    with_card = changed(now, person=_named(card), known=known_of_card(card))
    sitting.keep_sitting(desk.writing, by=by, sitting=with_card)
    return with_card


def from_dossier(do: Doing, now: Sitting, code: str) -> Sitting:
    """Return a sitting filled from an earlier dossier; the look-up is logged."""
    person, known = reading.known_of_dossier(do.desk.writing, by=do.by, code=code, command_id=do.id)
    with_person = changed(now, person=person, known=known)
    sitting.keep_sitting(do.desk.writing, by=do.by, sitting=with_person)
    return with_person


def begun(desk: Desk, by: str, now: Sitting | None, key: str) -> OnTable:
    """Return a form on the table with everything that is known in it; without a sitting one begins."""
    room, today = desk.writing, desk.journal.time.now().date()
    found = shelf(room)
    form = found.get(key, today)
    here = now or sitting.sit_down(room, by=by)
    filled = sitting.begun_form(room, here, form, found)
    here = sitting.with_form(here, filled)
    sitting.keep_sitting(room, by=by, sitting=here)
    return OnTable(sitting=here, form=form, filled=filled, today=today)


def kept(desk: Desk, by: str, now: Sitting, filled: Filled) -> None:
    """Put what is typed into safety."""
    sitting.keep_sitting(desk.writing, by=by, sitting=sitting.with_form(now, filled))


def pictured(form: Form, filled: Filled | None) -> tuple[bytes, ...]:
    """Return the form's pages as pictures; nothing is written anywhere."""
    from desk_app.printing.page_picture import page_pictures

    return page_pictures(form_paper(form, filled))


def printed(do: Doing, now: Sitting, filled: Filled) -> Sitting:
    """Queue the filled form and return the sitting as it is then."""
    commands.print_form(do.desk.writing, by=do.by, sitting=now.id, filled=filled, command_id=do.id)
    return sitting.get_sitting(do.desk.writing, by=do.by, id_=now.id)


def printed_blank(do: Doing, key: str, copies: int) -> Written:
    """Queue empty forms."""
    return commands.print_blank(do.desk.writing, by=do.by, form=key, copies=copies, command_id=do.id)


def written_down(do: Doing, now: Sitting, told: Told) -> str:
    """Enter the case and return its id."""
    commands.write_down(do.desk.writing, by=do.by, sitting=now.id, told=told, command_id=do.id)
    return now.id


def handed_on(do: Doing, now: Sitting, filled: Filled | None) -> str:
    """Return the id of the case for a registration, entered as written if it was not yet."""
    room = do.desk.writing
    here = sitting.with_form(now, filled) if filled is not None else now
    sitting.keep_sitting(room, by=do.by, sitting=here)
    if not here.is_written_down:
        organisation = commands.organisation_of(room, do.by)
        told = Told(outcome="written", organisation=organisation)
        commands.write_down(room, by=do.by, sitting=here.id, told=told, command_id=do.id)
    return here.id


def put_away(desk: Desk, by: str, now: Sitting) -> None:
    """Forget a sitting at once."""
    sitting.drop_sitting(desk.writing, by=by, id_=now.id)


def corrected(
    do: Doing, case: str, outcome: Outcome | None, minutes: int | None, reason: str, *, void: bool
) -> Written:
    """Put a case right, or take it back."""
    return commands.correct_case(
        do.desk.writing,
        by=do.by,
        case=case,
        reason=reason,
        outcome=outcome,
        minutes=minutes,
        void=void,
        command_id=do.id,
    )


def _named(card: IdentityCard) -> Person:
    return card.person if card.name_is_sure else changed(card.person, name="")


def _may(desk: Desk, by: str, permission: str) -> bool:
    account = desk.accounts.present_book().find(by)
    return account is not None and allows(account, permission, desk.journal.time.now().date())
