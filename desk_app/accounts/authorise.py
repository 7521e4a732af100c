"""Whether an account may do something now: asked at every write, and at every reading of citizens' data."""

from collections.abc import Callable
from datetime import date

from desk_app.accounts.book import AccountBook
from desk_app.accounts.rules import MACHINE, Account, allows, holders_of, is_active, words_of
from desk_app.journal.cached import Cached
from desk_app.kernel.errors import NotAllowed
from desk_app.kernel.time_source import TimeSource, spoken_day
from desk_app.storage.engine import Database

__all__ = ["FOUND_DESK", "MACHINE", "authoriser", "require_active", "require_allowed"]

FOUND_DESK = "desk.found"
_ADD_ACCOUNT = "accounts.add"


def authoriser(book: Cached[AccountBook], time: TimeSource) -> Callable[[Database, str, str], None]:
    """Return what the write door asks with (database, account id, permission); it raises ``NotAllowed`` or nothing."""

    def authorise(db: Database, by: str, permission: str) -> None:
        require_allowed(book.get(db), by, permission, time.now().date())

    return authorise


def require_allowed(book: AccountBook, by: str, permission: str, on: date) -> None:
    """Raise ``NotAllowed``, saying what is missing and whom to ask, unless ``by`` has ``permission`` on that day."""
    account = book.find(by)
    if account is not None and allows(account, permission, on):
        return
    if account is not None:
        require_active(account, on)
        raise NotAllowed(
            "accounts.not_allowed",
            f"Tài khoản «{account.login}» không có quyền {words_of(permission)}.",
            f"Hãy nhờ {holders_of(permission)}.",
        )
    if by != MACHINE:
        raise NotAllowed("accounts.unknown", "Tài khoản này không có trên máy.", "Hãy đăng nhập lại.")
    _require_founding(book, permission)


def require_active(account: Account, on: date) -> None:
    """Raise ``NotAllowed`` with the day since which the account does not work; do nothing while it does."""
    if is_active(account, on):
        return
    if account.ended_on is not None:
        raise NotAllowed(
            "accounts.ended",
            f"Tài khoản «{account.login}» đã ngừng từ ngày {spoken_day(account.ended_on)}.",
            "Nếu cần làm việc lại, hãy nhờ quản trị thêm tài khoản mới.",
        )
    last = spoken_day(account.valid_until) if account.valid_until else ""
    raise NotAllowed(
        "accounts.expired",
        f"Tài khoản «{account.login}» chỉ dùng được đến hết ngày {last}.",
        "Hãy nhờ quản trị gia hạn.",
    )


def _require_founding(book: AccountBook, permission: str) -> None:
    """Let the machine found its desk and add the first administrator, and nothing else, ever."""
    if permission == FOUND_DESK or (permission == _ADD_ACCOUNT and book.is_empty):
        return
    raise NotAllowed(
        "accounts.machine",
        f"Máy không được tự {words_of(permission)}.",
        f"Hãy đăng nhập bằng tài khoản {holders_of(permission)}.",
    )
