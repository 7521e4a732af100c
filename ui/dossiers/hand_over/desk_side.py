"""What the hand-over page asks of the desk; every function runs on a job's thread."""

from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import How, about_dossier
from desk_app.catalogue.offices import OfficeCatalogues
from desk_app.desk import Desk
from desk_app.dossiers.commands import HAND_OVER, add_note, dossier_in, hand_over_together
from desk_app.dossiers.correction_paper import replaced_words
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.hand_over import Collecting, signs_on_collecting
from desk_app.dossiers.hand_over_waiting import waiting_for_the_same, waiting_results
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.received_under import received_under
from desk_app.dossiers.scan import scanned
from desk_app.dossiers.search import found
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.queries import Listed, Narrowing
from desk_app.journal.write_door import Written
from desk_app.kernel.time_source import moment
from desk_app.office.tables import RECEIPT_KEY, list_secrets
from ui.dossiers.hand_over.state import Answer, HitRow, Opened, WaitRow, wait_rows
from ui.widgets.status_words import status_words

_MOST = 50
_SETTLED = str(Status.SETTLED)


def waiting(desk: Desk, by: str) -> tuple[WaitRow, ...]:
    """Return every uncollected result; raises ``NotAllowed`` for somebody who hands nothing over."""
    desk.require(by, HAND_OVER)
    return wait_rows(waiting_results(desk.dossiers), desk.catalogue.present_of_offices())


def asked(desk: Desk, by: str, text: str) -> Answer:
    """Return what a typed or scanned text means, the dossiers whose result waits first."""
    desk.require(by, HAND_OVER)
    db, now = desk.journal.reading(), desk.journal.time.now()
    scan = scanned(text, list_secrets(db, RECEIPT_KEY))
    receipt = scan.kind == "receipt"
    query = scan.code if receipt else scan.card.person.id_number if scan.card is not None else text
    listed = found(db, query, office=desk.card.office_code, today=now.date(), narrowing=Narrowing(), limit=_MOST)
    hits = sorted(listed, key=lambda each: each.status != _SETTLED)
    ready = [each for each in hits if each.status == _SETTLED]
    # One dossier, or of several the only one whose result waits: nobody need choose.
    only = hits[0] if len(hits) == 1 else ready[0] if len(ready) == 1 else None
    offices = desk.catalogue.offices.get(db)
    return Answer(
        text=text,
        dossier=only.id if only is not None else "",
        edition=scan.edition,
        hits=tuple(_hit(desk, each, offices) for each in hits),
        warning=" ".join(scan.warnings) if receipt else "",
    )


def opened(desk: Desk, by: str, dossier: str, edition: int = 0) -> Opened:
    """Return one dossier as the hand-over needs it; ``edition`` is that of the scanned receipt."""
    desk.require(by, HAND_OVER)
    state = dossier_in(desk.dossiers, desk.journal.reading(), dossier)
    fact = state.registered
    procedure = received_under(desk.dossiers, desk.journal.reading(), fact)
    steps = procedure.steps if procedure is not None and fact.signs_register else ()
    step = next((each.name for each in steps if procedure is not None and each.id == procedure.register_step), "")
    return Opened(
        dossier=state,
        others=waiting_for_the_same(desk.dossiers, state) if state.status is Status.SETTLED else (),
        must_sign=signs_on_collecting(fact, procedure),
        signed_at_step=step,
        given_by=_giver(desk, state),
        replaced=replaced_words(state, edition),
        now=desk.journal.time.now(),
    )


def log_opening(desk: Desk, by: str, dossier: str, *, was_scanned: bool) -> None:
    """Enter in the access log that this person's dossier was opened, by its receipt or otherwise."""
    how: How = "scan" if was_scanned else "card"
    look_up_logged(desk.accounts, by=by, about=about_dossier(dossier), how=how, command_id=desk.journal.new_id())


def give(desk: Desk, by: str, dossiers: tuple[str, ...], collecting: Collecting, command_id: str) -> Written:
    """Hand the results over."""
    return hand_over_together(desk.dossiers, by=by, dossiers=dossiers, collecting=collecting, command_id=command_id)


def called(desk: Desk, by: str, dossier: str, text: str, command_id: str) -> Written:
    """Write down that the citizen was called."""
    return add_note(desk.dossiers, by=by, dossier=dossier, text=text, channel="phone", command_id=command_id)


def _hit(desk: Desk, each: Listed, offices: OfficeCatalogues) -> HitRow:
    due_at = moment(each.due_at)
    return HitRow(
        id=each.id,
        code=tail(each.code),
        name=f"{each.name} → {each.subject_name}" if each.subject_name else each.name,
        procedure=offices.name_of(each.procedure, each.code),
        status=status_words(Status(each.status), due_at, desk.journal.time.now()),
    )


def _giver(desk: Desk, dossier: Dossier) -> str:
    """Return who handed the result over, by name; empty while nobody has."""
    entry = next(
        (each.entry for each in desk.journal.history(dossier.id) if each.entry.name == dossier.handed_over_entry), None
    )
    account = desk.accounts.present_book().find(entry.actor) if entry is not None else None
    return account.name if account is not None else ""
