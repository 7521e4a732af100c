"""The desk: one data folder, opened. One attribute per subject; the only object that windows and commands receive."""

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.accounts import tables as account_tables
from desk_app.accounts.authorise import authoriser, require_allowed
from desk_app.accounts.room import Accounts
from desk_app.attachments import tables as attachment_tables
from desk_app.attachments.room import Attachments, attachments_beside
from desk_app.catalogue import tables as catalogue_tables
from desk_app.catalogue.room import Catalogue, catalogue_of
from desk_app.dossiers import tables as dossier_tables
from desk_app.dossiers.room import Dossiers
from desk_app.fees import tables as fee_tables
from desk_app.fees.room import Fees, fees_beside
from desk_app.fees.tables.queries import moves_of_day
from desk_app.findings import tables as finding_tables
from desk_app.findings.room import Findings, findings_beside
from desk_app.guidance import tables as guidance_tables
from desk_app.guidance.room import Guidance, guidance_beside
from desk_app.home_card import HomeCard, read_card
from desk_app.journal import tables as journal_tables
from desk_app.journal.cached import Cached
from desk_app.journal.fold_pass import fold_all
from desk_app.journal.folding import FoldRegistry
from desk_app.journal.journal import Journal
from desk_app.journal.write_door import Authorise, Seat
from desk_app.kernel import fault_log
from desk_app.kernel.errors import Damaged
from desk_app.kernel.ids import IdMaker
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import SystemTime, TimeSource
from desk_app.mobile_sessions import tables as mobile_session_tables
from desk_app.mobile_sessions.room import MobileSessions, mobile_sessions_beside
from desk_app.office import tables as office_tables
from desk_app.office.book import OfficeBook
from desk_app.office.room import Office
from desk_app.printing import tables as printing_tables
from desk_app.printing.room import Printing
from desk_app.reports import tables as report_tables
from desk_app.reports.room import Reports, reports_beside
from desk_app.returns import tables as return_tables
from desk_app.returns.room import Returns, returns_beside
from desk_app.scanner import tables as scanner_tables
from desk_app.scanner.room import Scanner
from desk_app.shifts import tables as shift_tables
from desk_app.shifts.room import Shifts, shifts_beside
from desk_app.signage import tables as signage_tables
from desk_app.signage.room import Signage, signage_beside
from desk_app.storage.engine import Database
from desk_app.storage.key_store import kept_key
from desk_app.storage.migrations import upgrade
from desk_app.storage.store import Store
from desk_app.surveys import tables as survey_tables
from desk_app.surveys.room import Surveys
from desk_app.sync import tables as sync_tables
from desk_app.sync.away import tables as away_tables
from desk_app.sync.away.room import Away, away_beside
from desk_app.sync.exchange import tables as exchange_tables
from desk_app.sync.reference import tables as reference_tables
from desk_app.sync.reference.room import Reference, reference_beside
from desk_app.sync.room import Sync, sync_beside
from desk_app.tickets import tables as ticket_tables
from desk_app.tickets.room import Tickets, tickets_beside
from desk_app.upkeep import tables as upkeep_tables
from desk_app.upkeep.room import Upkeep
from desk_app.working_time import tables as working_time_tables
from desk_app.working_time.room import WorkingTime, working_time_of
from desk_app.writing import tables as writing_tables
from desk_app.writing.room import WritingTable, writing_beside

# In the order of the floors: a room's tables may rely on those of the rooms before it.
_ROOM_TABLES = (
    office_tables,
    account_tables,
    working_time_tables,
    printing_tables,
    scanner_tables,
    catalogue_tables,
    dossier_tables,
    fee_tables,
    return_tables,
    mobile_session_tables,
    survey_tables,
    signage_tables,
    ticket_tables,
    attachment_tables,
    guidance_tables,
    shift_tables,
    writing_tables,
    report_tables,
    sync_tables,
    exchange_tables,
    reference_tables,
    away_tables,
    finding_tables,
    upkeep_tables,
)
MIGRATIONS = (journal_tables.migrations, *(room.migrations for room in _ROOM_TABLES))


def every_fold() -> FoldRegistry:
    """Return the registry of all folds of the product."""
    return FoldRegistry(fold for room in _ROOM_TABLES for fold in room.FOLDS)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """An open desk."""

    home: Home
    card: HomeCard
    journal: Journal
    office: Office
    accounts: Accounts
    working_time: WorkingTime
    catalogue: Catalogue
    printing: Printing
    scanner: Scanner
    dossiers: Dossiers
    fees: Fees
    returns: Returns
    mobile_sessions: MobileSessions
    surveys: Surveys
    signage: Signage
    tickets: Tickets
    attachments: Attachments
    findings: Findings
    reference: Reference
    away: Away
    guidance: Guidance
    shifts: Shifts
    writing: WritingTable
    reports: Reports
    sync: Sync
    upkeep: Upkeep

    def require(self, by: str, permission: str) -> None:
        """Raise ``NotAllowed`` unless ``by`` may do this now: for reading, where no write door asks."""
        require_allowed(self.accounts.present_book(), by, permission, self.journal.time.now().date())

    def close(self) -> None:
        """Put everything away; the folder can then be opened elsewhere."""
        self.journal.store.close()


def open_desk(home: Home, *, time: TimeSource | None = None, password: str = "") -> Desk:
    """Open a data folder, brought up to this program; ``password`` unwraps its key where no key store does.

    Raises ``NotFound`` without a desk, ``Refused`` for a wrong password or a newer program's data, ``Damaged`` for a
    broken or missing file.
    """
    card = read_card(home)
    # An empty file would open as a new database: numbers would begin again, and printed codes be issued twice.
    if not home.database.exists() or home.database.stat().st_size == 0:
        raise Damaged(
            "desk.no_database",
            f"Thư mục {home.folder} không còn tệp dữ liệu desk.db.",
            "Đừng khởi tạo lại. Hãy trả tệp về chỗ cũ, hoặc khôi phục từ bản sao lưu.",
        )
    return first_opened(home, card, time=time, password=password)


def first_opened(home: Home, card: HomeCard, *, time: TimeSource | None = None, password: str = "") -> Desk:
    """Open a data folder whose database may not be there yet; for ``open_desk``, and for the founding of a desk."""
    fault_log.write_to(home.log)
    key = kept_key(place=card.key, file=home.key, name=card.desk_id, password=password)
    return opened_with_key(home, card, key, time=time)


def opened_with_key(home: Home, card: HomeCard, key: bytes, *, time: TimeSource | None = None) -> Desk:
    """Open a data folder whose key is at hand already; for ``first_opened``, and for looking into a copy."""
    store = Store(home, key)
    clock = time or SystemTime()

    def back_up() -> None:
        store.back_up_to(home.backups / f"before-upgrade-{clock.now():%Y%m%d-%H%M%S}.db")

    with store.writing() as db:
        if upgrade(db, MIGRATIONS, back_up=back_up):
            # A new column gets what it would hold had it always been there.
            fold_all(db, every_fold())
    return _desk(home, card, store, clock)


def _journal(card: HomeCard, store: Store, time: TimeSource, authorise: Authorise) -> Journal:
    return Journal(
        store=store,
        seat=Seat(desk=card.desk_id, epoch=card.epoch),
        registry=every_fold(),
        time=time,
        ids=IdMaker(),
        authorise=authorise,
    )


def _office_of(card: HomeCard) -> Callable[[Database], OfficeBook]:
    return lambda db: office_tables.load_office(db, card.desk_id, card.office_code)


def _desk(home: Home, card: HomeCard, store: Store, time: TimeSource) -> Desk:
    dossiers = _dossiers(home, card, store, time)
    sync, signage = sync_beside(dossiers, home, card), signage_beside(dossiers)
    sessions = mobile_sessions_beside(dossiers, moves_of_day)
    return Desk(
        home=home,
        card=card,
        journal=dossiers.journal,
        office=dossiers.office,
        accounts=dossiers.accounts,
        working_time=dossiers.working_time,
        catalogue=dossiers.catalogue,
        printing=dossiers.printing,
        scanner=Scanner(journal=dossiers.journal),
        dossiers=dossiers,
        fees=fees_beside(dossiers),
        returns=returns_beside(dossiers),
        mobile_sessions=sessions,
        away=away_beside(dossiers, sync, sessions),
        tickets=tickets_beside(dossiers),
        attachments=attachments_beside(dossiers, home),
        findings=findings_beside(dossiers),
        guidance=guidance_beside(dossiers),
        shifts=shifts_beside(dossiers),
        writing=writing_beside(dossiers),
        reports=reports_beside(dossiers),
        signage=signage,
        reference=reference_beside(dossiers, sync, signage),
        surveys=Surveys(journal=dossiers.journal, accounts=dossiers.accounts, dossiers=dossiers),
        sync=sync,
        upkeep=Upkeep(journal=dossiers.journal, accounts=dossiers.accounts, home=home, card=card),
    )


def _dossiers(home: Home, card: HomeCard, store: Store, time: TimeSource) -> Dossiers:
    """Return the dossiers with everything they stand on; the other rooms stand beside or above them."""
    book = Cached(account_tables.AccountFold.name, account_tables.load_accounts)
    journal = _journal(card, store, time, authoriser(book, time))
    return Dossiers(
        journal=journal,
        office=Office(journal=journal, book=Cached(office_tables.OfficeFold.name, _office_of(card))),
        accounts=Accounts(journal=journal, book=book),
        working_time=working_time_of(journal),
        catalogue=catalogue_of(journal, office_code=card.office_code),
        printing=Printing(journal=journal, home=home),
        desk_number=card.desk_number,
    )
