"""Hands for tests of the writing table: a citizen with a card sits down, a form is filled, printed, written down."""

from desk_app.dossiers.identity_card import IdentityCard, identity_card
from desk_app.kernel.records import changed
from desk_app.printing.commands import configure_printer
from desk_app.printing.printer_settings import Printer
from desk_app.writing.commands import Told, print_form, write_down
from desk_app.writing.facts import Outcome
from desk_app.writing.filled import Filled, Value, known_of_card, with_value
from desk_app.writing.form import Form
from desk_app.writing.shelf import shelf
from desk_app.writing.sitting import Sitting, begun_form, keep_sitting, sit_down, with_form
from tests.desks import RehearsalDesk

CARD_TEXT = "093085001234|361234567|Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ, Phụng Hiệp, Hậu Giang|12082021"


def card() -> IdentityCard:
    """Return the card of an invented citizen."""
    return identity_card(CARD_TEXT)


def volunteer(desk: RehearsalDesk) -> str:
    """Return the account of the helper."""
    return desk.accounts_by_role["volunteer"]


def form(desk: RehearsalDesk, key: str = "khai-sinh") -> Form:
    """Return a shipped form."""
    return shelf(desk.writing).get(key, desk.time.now().date())


def sat(desk: RehearsalDesk, by: str = "") -> Sitting:
    """Return the sitting of the citizen with the card."""
    helper = by or volunteer(desk)
    return sit_down(desk.writing, by=helper, person=card().person, known=known_of_card(card()))


def filled(desk: RehearsalDesk, sitting: Sitting, key: str = "khai-sinh", **texts: str) -> Filled:
    """Return a form with what is known and what is typed."""
    found = form(desk, key)
    now = begun_form(desk.writing, sitting, found, shelf(desk.writing))
    for name, text in texts.items():
        now = with_value(now, Value(key=name, text=text))
    return now


def printed(desk: RehearsalDesk, sitting: Sitting, key: str = "khai-sinh", **texts: str) -> str:
    """Fill a form and queue it; return its paper's id."""
    now = filled(desk, sitting, key, **texts)
    keep_sitting(desk.writing, by=sitting.account, sitting=with_form(sitting, now))
    written = print_form(
        desk.writing, by=sitting.account, sitting=sitting.id, filled=now, command_id=desk.journal.new_id()
    )
    return written.subject


def written(
    desk: RehearsalDesk,
    sitting: Sitting,
    outcome: Outcome = "written",
    *,
    organisation: str = "",
    minutes: int | None = 12,
) -> str:
    """Write a case down; return its id."""
    told = Told(outcome=outcome, organisation=organisation, minutes=minutes)
    write_down(desk.writing, by=sitting.account, sitting=sitting.id, told=told, command_id=desk.journal.new_id())
    return sitting.id


def with_printer(desk: RehearsalDesk, kind: str = "preview") -> None:
    """Give the desk its only printer."""
    printer = changed(Printer(name="Máy thử", kind="preview"), kind=kind)
    configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=desk.journal.new_id())
