"""The desk: one data folder, opened. One attribute per subject; the only object that windows and commands receive."""

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.accounts import tables as account_tables
from desk_app.accounts.authorise import authoriser, require_allowed
from desk_app.accounts.room import Accounts
from desk_app.attachments import tables as attachment_tables
from desk_app.attachments.room import Attachments, attachments_beside
from desk_app.catalogue import tables as catalogue_tables
from desk_app.catalogue.room import Catalogue
from desk_app.dossiers import tables as dossier_tables
from desk_app.dossiers.room import Dossiers
from desk_app.fees import tables as fee_tables
from desk_app.fees.room import Fees, fees_beside
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
from desk_app.office import tables as office_tables
from desk_app.office.book import OfficeBook
from desk_app.office.room import Office
from desk_app.printing import tables as printing_tables
from desk_app.printing.room import Printing
from desk_app.returns import tables as return_tables
from desk_app.returns.room import Returns, returns_beside
from desk_app.scanner import tables as scanner_tables
from desk_app.scanner.room import Scanner
from desk_app.storage.engine import Database
from desk_app.storage.key_store import kept_key
from desk_app.storage.migrations import upgrade
from desk_app.storage.store import Store
from desk_app.surveys import tables as survey_tables
from desk_app.surveys.room import Surveys
from desk_app.tickets import tables as ticket_tables
from desk_app.tickets.room import Tickets, tickets_beside
from desk_app.working_time import tables as working_time_tables
from desk_app.working_time.room import WorkingTime, working_time_of

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
    survey_tables,
    ticket_tables,
    attachment_tables,
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
    surveys: Surveys
    tickets: Tickets
    attachments: Attachments

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
            "Đừng khởi tạo lại. Hãy trả tệp về chỗ cũ, hoặc phục hồi từ bản sao lưu.",
        )
    return first_opened(home, card, time=time, password=password)


def first_opened(home: Home, card: HomeCard, *, time: TimeSource | None = None, password: str = "") -> Desk:
    """Open a data folder whose database may not be there yet; for ``open_desk``, and for the founding of a desk."""
    fault_log.write_to(home.log)
    key = kept_key(place=card.key, file=home.key, name=card.desk_id, password=password)
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
    book = Cached(account_tables.AccountFold.name, account_tables.load_accounts)
    journal = _journal(card, store, time, authoriser(book, time))
    office = Office(journal=journal, book=Cached(office_tables.OfficeFold.name, _office_of(card)))
    accounts = Accounts(journal=journal, book=book)
    working_time = working_time_of(journal)
    catalogue = Catalogue(
        journal=journal, book=Cached(catalogue_tables.ProcedureFold.name, catalogue_tables.load_catalogue)
    )
    printing = Printing(journal=journal, home=home)
    dossiers = Dossiers(
        journal=journal,
        office=office,
        accounts=accounts,
        working_time=working_time,
        catalogue=catalogue,
        printing=printing,
        desk_number=card.desk_number,
    )
    return Desk(
        home=home,
        card=card,
        journal=journal,
        office=office,
        accounts=accounts,
        working_time=working_time,
        catalogue=catalogue,
        printing=printing,
        scanner=Scanner(journal=journal),
        dossiers=dossiers,
        fees=fees_beside(dossiers),
        returns=returns_beside(dossiers),
        tickets=tickets_beside(dossiers),
        attachments=attachments_beside(dossiers, home),
        surveys=Surveys(journal=journal, accounts=accounts, dossiers=dossiers),
    )
