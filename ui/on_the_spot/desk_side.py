"""What the page of sittings asks of the desk; every function runs on a job's thread."""

from dataclasses import dataclass, field, replace

from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_dossier
from desk_app.accounts.rules import allows
from desk_app.accounts.sign_in import must_change_password, sign_in
from desk_app.desk import Desk
from desk_app.dossiers import on_the_spot as spot
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.hand_over import signs_on_collecting
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.on_the_spot_figures import on_the_spot_figures
from desk_app.dossiers.on_the_spot_rules import (
    TARGET_MINUTES,
    collector_of,
    fitness_of,
    is_settle_day,
    may_approve,
)
from desk_app.dossiers.on_the_spot_visit import Stage
from desk_app.dossiers.received_under import received_under
from desk_app.dossiers.tables import on_the_spot as table
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import NotAllowed
from desk_app.printing.tables import list_papers
from desk_app.working_time.calendar import WEEKDAYS
from ui.on_the_spot.state import STAGE_WORDS, CandidateRow, Overview, Signer, Sitting, WaitingRow

_MOST = 50
_SIGNED: tuple[Stage, ...] = ("appraised", "approved", "returned")


@dataclass(frozen=True, kw_only=True)
class Signing:
    """One stamp to be set: by whoever is signed in (``by``), or by who proves themselves with ``login`` and ``secret``."""

    dossier: str
    stage: Stage
    by: str
    command_id: str
    login: str = ""
    secret: str = field(default="", repr=False)
    number: str = ""
    signed_register: bool = False
    slip: bool = False


def overview(desk: Desk, by: str) -> Overview:
    """Return who waits, what of today may be settled now, and the day in figures."""
    desk.require(by, spot.SETTLE)
    db, room, today = desk.journal.reading(), desk.dossiers, desk.journal.time.now().date()
    office = desk.office.book.get(db)
    waiting = [dossier_in(room, db, row.dossier) for row in table.open_visits(db)]
    rest = [
        dossier_in(room, db, id_) for id_ in table.without_visit(db, desk.journal.desk_id, today.isoformat(), _MOST)
    ]
    candidates = [_candidate(desk, each) for each in rest]
    return Overview(
        waiting=tuple(_waiting(each) for each in waiting),
        candidates=tuple(sorted(candidates, key=lambda each: not each.fit.offered)),
        figures=on_the_spot_figures(room, today, today),
        settle_day=is_settle_day(office, today),
        weekday=WEEKDAYS[today.weekday()],
        target_minutes=office.number_on(TARGET_MINUTES, today),
    )


def sitting(desk: Desk, by: str, dossier: str) -> Sitting:
    """Return one dossier with its sitting; raises ``NotFound`` for an id that is none."""
    desk.require(by, spot.SETTLE)
    db, today = desk.journal.reading(), desk.journal.time.now().date()
    state = dossier_in(desk.dossiers, db, dossier)
    fact = state.registered
    procedure = received_under(desk.dossiers, db, fact)
    people, office = desk.accounts.book.get(db), desk.office.book.get(db)
    may: dict[Stage, set[str]] = {stage: set() for stage in _SIGNED}
    for account in people.list_accounts():
        for stage in _SIGNED:
            allowed = allows(account, spot.APPROVE if stage == "approved" else spot.SETTLE, today)
            if allowed and (stage != "approved" or may_approve(account, office, today)):
                may[stage].add(account.id)
    others = [account for account in people.list_accounts() if account.id != by]
    return Sitting(
        dossier=state,
        names={account.id: account.name for account in people.list_accounts()},
        fit=fitness_of(desk.dossiers, state),
        target_minutes=office.number_on(TARGET_MINUTES, today),
        must_sign=signs_on_collecting(fact, procedure),
        has_receipt=any(paper.kind == "receipt" for paper in list_papers(db, dossier)),
        signers={
            stage: tuple(Signer(login=each.login, name=each.name) for each in others if each.id in may[stage])
            for stage in _SIGNED
        },
        mine=frozenset(stage for stage in _SIGNED if by in may[stage]),
    )


def log_opening(desk: Desk, by: str, dossier: str) -> None:
    """Enter in the access log that this person's dossier was opened."""
    look_up_logged(desk.accounts, by=by, about=about_dossier(dossier), how="card", command_id=desk.journal.new_id())


def begun(desk: Desk, by: str, dossier: str, command_id: str) -> Written:
    """Begin to settle a dossier in this sitting."""
    return spot.begin_on_the_spot(desk.dossiers, by=by, dossier=dossier, command_id=command_id)


def signed(desk: Desk, signing: Signing) -> Written:
    """Set one stamp; raises ``NotAllowed`` for a wrong secret or somebody who may not."""
    room, dossier, id_ = desk.dossiers, signing.dossier, signing.command_id
    by = _proven(desk, signing.login, signing.secret) if signing.login else signing.by
    if signing.stage == "appraised":
        return spot.appraise(room, by=by, dossier=dossier, command_id=id_)
    if signing.stage == "approved":
        return spot.approve(room, by=by, dossier=dossier, number=signing.number, command_id=id_)
    who = collector_of(dossier_in(room, desk.journal.reading(), dossier))
    collecting = replace(who, signed_register=signing.signed_register)
    return spot.return_on_the_spot(
        room, by=by, dossier=dossier, collecting=collecting, slip=signing.slip, command_id=id_
    )


def receipt_asked(desk: Desk, by: str, dossier: str, command_id: str) -> Written:
    """Print the receipt that the citizen wants."""
    return spot.ask_receipt(desk.dossiers, by=by, dossier=dossier, command_id=command_id)


def left(desk: Desk, by: str, dossier: str, reason: str, command_id: str) -> Written:
    """Let the dossier go on as any other, with its receipt."""
    return spot.leave_on_the_spot(desk.dossiers, by=by, dossier=dossier, reason=reason, command_id=command_id)


def _proven(desk: Desk, login: str, secret: str) -> str:
    account = sign_in(desk.accounts, login, secret)
    if must_change_password(desk.accounts, account.id):
        raise NotAllowed(
            "on_the_spot.first_password",
            f"Mật khẩu của «{account.login}» do người khác đặt, phải đổi trước khi ký.",
            "Người đó đăng nhập một lần và đổi mật khẩu. Chưa ghi gì.",
        )
    return account.id


def _waiting(dossier: Dossier) -> WaitingRow:
    fact, visit = dossier.registered, dossier.on_the_spot
    stage = visit.next_stage if visit is not None else None
    return WaitingRow(
        id=dossier.id,
        code=tail(dossier.code),
        name=_name(dossier),
        procedure=fact.procedure_name,
        stage=STAGE_WORDS[stage] if stage else "",
        received_at=visit.received.at if visit is not None else fact.received_at,
    )


def _candidate(desk: Desk, dossier: Dossier) -> CandidateRow:
    return CandidateRow(
        id=dossier.id,
        code=tail(dossier.code),
        name=_name(dossier),
        procedure=dossier.registered.procedure_name,
        fit=fitness_of(desk.dossiers, dossier),
    )


def _name(dossier: Dossier) -> str:
    fact = dossier.registered
    return f"{fact.applicant.name} → {fact.subject.name}" if fact.subject else fact.applicant.name
