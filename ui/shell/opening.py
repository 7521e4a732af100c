"""Opening the desk behind the sign-in page: the slow part of starting, done by a job after the first paint."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.shell.opened import Opened, SignedIn

if TYPE_CHECKING:
    from desk_app.accounts.rules import Account
    from desk_app.desk import Desk
    from desk_app.kernel.paths import Home


def open_home(home: Home, password: str) -> Opened:
    """Open a data folder, and load the pages; raises what ``open_desk`` raises."""
    from desk_app.desk import open_desk

    return opened(open_desk(home, password=password))


def opened(desk: Desk, *, close: Callable[[], None] | None = None, login: str = "", hint: str = "") -> Opened:
    """Return what the window needs of a desk that is open, with the pages' modules loaded."""
    # Loaded here, on the job's thread, so that the window never stands still for it.
    importlib.import_module("ui.shell.workspace")
    importlib.import_module("ui.citizen.screens")
    book = desk.office.present_book()
    return Opened(
        desk=desk,
        office_name=book.agency.name if book.agency else "",
        idle_minutes=book.number_on("idle_lock_minutes", desk.journal.time.now().date()),
        close=close or desk.close,
        login=login,
        hint=hint,
    )


def sign(desk: Desk, login: str, secret: str) -> SignedIn:
    """Return who ``login`` and ``secret`` prove; raises ``NotAllowed``."""
    from desk_app.accounts.sign_in import must_change_password, sign_in

    account = sign_in(desk.accounts, login, secret)
    return SignedIn(account=account, must_change=must_change_password(desk.accounts, account.id))


def change_password(desk: Desk, account: Account, old: str, new: str) -> SignedIn:
    """Set a first password of one's own; raises ``InvalidInput`` for an unfit one."""
    from desk_app.accounts.commands import set_secret
    from desk_app.accounts.secret_rules import SecretKind

    new_id = desk.journal.new_id()
    set_secret(desk.accounts, by=account.id, kind=SecretKind.PASSWORD, old=old, new=new, command_id=new_id)
    return SignedIn(account=account, must_change=False)
