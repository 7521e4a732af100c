"""Opening the desk behind the sign-in page: the slow part of starting, done by a job after the first paint."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.kernel.translations import _
from ui.shell.opened import Opened, SignedIn
from ui.shell.progress import Progress

if TYPE_CHECKING:
    from desk_app.accounts.rules import Account
    from desk_app.desk import Desk
    from desk_app.kernel.paths import Home
    from desk_app.kernel.time_source import TimeSource
    from ui.shell.sign_in import Answer

_LEAST_GROUPS = 10


def open_home(home: Home, password: str) -> Opened:
    """Open a data folder, and load the pages; raises what ``open_desk`` raises."""
    from desk_app.desk import open_desk

    return opened(open_desk(home, password=password))


def open_pack_into(
    home: Home, file: str, passphrase: str, progress: Progress, *, time: TimeSource | None = None
) -> Opened:
    """Make the data folder of a laptop from a pack, and open it; raises what ``open_pack`` raises.

    Stopped at a ``progress.say`` it leaves nothing behind.
    """
    from desk_app.away_founding import open_pack
    from desk_app.desk import open_desk

    card = open_pack(home, Path(file), passphrase=passphrase, time=time, watch=progress.say)
    hint = _("Gói đã mở: đây là máy số {number}. Đăng nhập bằng tên và mật khẩu như ở quầy.").format(
        number=card.desk_number
    )
    if card.key == "password":
        later = _("Lần sau, mật khẩu mở dữ liệu của máy này là mật khẩu gói.")
        hint = f"{hint} {later}"
    return opened(open_desk(home, time=time, password=passphrase), hint=hint)


def restore_into(home: Home, answer: Answer, progress: Progress, *, time: TimeSource | None = None) -> Opened:
    """Make the data folder from a copy, and open it; raises what ``restore`` raises, with nothing left behind.

    What opens the copy is the recovery paper where that was typed, else the password of the old data; without either, the key is
    where this computer keeps keys, or under the administrator's own password.
    """
    from desk_app.accounts.sign_in import sign_in
    from desk_app.desk import open_desk
    from desk_app.kernel.time_source import SystemTime
    from desk_app.restoring.key import key_of
    from desk_app.restoring.restore import Wanted, restore
    from desk_app.sync.recovery import recovery_from
    from desk_app.upkeep.copies import copy_named
    from desk_app.upkeep.place import trouble_at

    place = Path(answer.pack).expanduser()
    with trouble_at(place):
        copy = copy_named(place)
    paper = recovery_from(answer.paper) if is_paper(answer.paper) else None
    password = answer.secret if paper is not None or not answer.paper else answer.paper
    wanted = Wanted(
        copy=copy,
        key=key_of(copy, password=password, recovery=paper),
        home=home,
        sign_in=lambda desk: sign_in(desk.accounts, answer.login, answer.secret).id,
        time=time or SystemTime(),
        key_password=password,
        watch=lambda: progress.say(0, 0),
    )
    done = restore(wanted)
    said = [_("Đã khôi phục. Đăng nhập như ở máy cũ."), *done.missing]
    desk = open_desk(home, time=time, password=password)
    if desk.card.key == "password" and paper is not None:
        said.insert(1, _("Lần sau, mật khẩu mở dữ liệu của máy này là mật khẩu vừa đăng nhập."))
    return opened(desk, login=answer.login, hint=" ".join(said))


def is_paper(text: str) -> bool:
    """Tell whether a text is what stands on the recovery paper, typed or scanned, and no password."""
    return len(text.split()) >= _LEAST_GROUPS or text.upper().startswith("AGE-SECRET-KEY-")


def open_by_paper(home: Home, paper: str, password: str, *, time: TimeSource | None = None) -> Opened:
    """Give a data folder its key back with the recovery paper, and open it; raises what ``use_recovery`` raises."""
    from desk_app.desk import open_desk
    from desk_app.sync.key_return import use_recovery
    from desk_app.sync.recovery import recovery_from

    use_recovery(home, key=recovery_from(paper), password=password, time=time)
    hint = _("Dữ liệu đã mở lại được. Đăng nhập bằng tên và mật khẩu như mọi ngày.")
    return opened(open_desk(home, time=time, password=password), hint=hint)


def opened(desk: Desk, *, close: Callable[[], None] | None = None, login: str = "", hint: str = "") -> Opened:
    """Return what the window needs of a desk that is open, with the pages' modules loaded."""
    # Loaded here, on the job's thread, so that the window never stands still for it.
    importlib.import_module("ui.shell.workspace")
    importlib.import_module("ui.citizen.screens")
    book, today = desk.office.present_book(), desk.journal.time.now().date()
    return Opened(
        desk=desk,
        office_name=book.agency.name if book.agency else "",
        idle_minutes=book.number_on("idle_lock_minutes", today),
        helper_idle_minutes=book.number_on("volunteer_idle_minutes", today),
        close=close or desk.close,
        login=login,
        hint=hint,
    )


def sign(desk: Desk, login: str, secret: str, badge: str = "") -> SignedIn:
    """Return who ``login`` and ``secret`` prove, or a badge that was scanned into either; raises ``NotAllowed``.

    ``badge`` is the code of a badge scanned before, whose PIN is ``secret``.
    """
    from desk_app.accounts.sign_in import must_change_password, sign_in

    token = badge or badge_in(login) or badge_in(secret)
    if token:
        return _by_badge(desk, token, pin=secret if badge else "")
    account = sign_in(desk.accounts, login, secret)
    return _signed_in(desk, account, must_change=must_change_password(desk.accounts, account.id))


def badge_in(text: str) -> str:
    """Return the badge's code that a scanner typed, put right where a keyboard layout garbled it; empty for none."""
    from desk_app.accounts.badges import looks_like_badge
    from desk_app.scanner.profile import Profile
    from desk_app.scanner.repair import readings, stripped

    plain = stripped(text)
    tried = (plain, *(reading.text for reading in readings(plain, Profile(layout="vn"))))
    return next((each for each in tried if looks_like_badge(each)), "")


def _by_badge(desk: Desk, token: str, *, pin: str) -> SignedIn:
    from desk_app.accounts.badges import badge_holder, needs_pin, sign_in_by_badge

    always = desk.office.present_book().setting_on("badge_needs_pin", desk.journal.time.now().date()) == "có"
    account = badge_holder(desk.accounts, token)
    if not pin and needs_pin(account, always=always):
        return SignedIn(account=account, must_change=False, badge=token)
    return _signed_in(desk, sign_in_by_badge(desk.accounts, token, pin=pin, pin_always=always))


def _signed_in(desk: Desk, account: Account, *, must_change: bool = False) -> SignedIn:
    from desk_app.accounts.idle_lock import is_helper
    from desk_app.shifts.session_end import session_end

    end = session_end(desk.shifts, account.id) if is_helper(account) else None
    return SignedIn(account=account, must_change=must_change, session_end=end)


def change_password(desk: Desk, account: Account, old: str, new: str) -> SignedIn:
    """Set a first password of one's own; raises ``InvalidInput`` for an unfit one."""
    from desk_app.accounts.commands import set_secret
    from desk_app.accounts.secret_rules import SecretKind

    new_id = desk.journal.new_id()
    set_secret(desk.accounts, by=account.id, kind=SecretKind.PASSWORD, old=old, new=new, command_id=new_id)
    return _signed_in(desk, account)
