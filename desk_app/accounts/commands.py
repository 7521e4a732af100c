"""What is done to accounts. Each command is one entry in the journal; secrets themselves stay out of it."""

from collections.abc import Sequence
from dataclasses import replace

from desk_app.accounts.facts import (
    ABOUT_LIST,
    MOST_SHOWN,
    AccountAdded,
    AccountChanged,
    AccountEnded,
    DossiersShown,
    How,
    LookedUp,
    SecretSet,
    TriesForgiven,
    about_dossier,
    access_subject,
    account_subject,
    checked_about,
)
from desk_app.accounts.people import already_ended, checked_change, checked_person
from desk_app.accounts.room import Accounts
from desk_app.accounts.rules import MACHINE, Account, Role, is_lasting_administrator
from desk_app.accounts.secret_rules import SecretKind, checked_password, checked_secret
from desk_app.accounts.secrets import hashed, verified
from desk_app.accounts.sign_in import counted_try
from desk_app.accounts.tables import Credential, clear_tries, find_credential, find_tries, put_credential
from desk_app.accounts.tries import wait_left_s
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotAllowed, Refused
from desk_app.kernel.records import changed
from desk_app.kernel.texts import checked_line

ADD_ACCOUNT = "accounts.add"
CHANGE_ACCOUNT = "accounts.change"
END_ACCOUNT = "accounts.end"
RESET_PASSWORD = "accounts.reset_password"
SET_OWN_PASSWORD = "accounts.set_own_password"
LOG_ACCESS = "access.log"

_LONGEST_REASON = 200
_MOST_NAMED = 1000


def add_account(room: Accounts, *, by: str, person: AccountAdded, password: str, command_id: str) -> Written:
    """Add a person with a first password; ``written.subject`` is the new account's subject.

    The person must change that password at the first sign-in. The first account of a desk is added by ``MACHINE``, must
    be an administrator without a last day, and its password is the administrator's own choice.
    Raises ``InvalidInput`` naming the field, and ``NotAllowed``.
    """
    clean = checked_person(person, room.journal.time.now().date())
    password_hash = hashed(checked_password(password, clean.login))

    def decide(writing: Writing) -> None:
        book = room.book.get(writing.db)
        _require_free_login(room, writing, clean.login)
        if book.is_empty and (Role.ADMINISTRATOR not in clean.roles or clean.valid_until is not None):
            raise InvalidInput(
                "roles", "Tài khoản đầu tiên phải là quản trị, không có ngày hết hạn.", "Người khác được thêm sau đó."
            )
        account_id = writing.new_id()
        writing.add(account_subject(account_id), clean)
        _put_password(writing, account_id, password_hash, must_change=by != MACHINE)

    return room.journal.write(by=by, permission=ADD_ACCOUNT, command_id=command_id, decide=decide)


def change_account(room: Accounts, *, by: str, account_id: str, change: AccountChanged, command_id: str) -> Written:
    """Change what ``change`` gives anew; raise ``Refused`` when nothing does or no administrator would be left."""

    def decide(writing: Writing) -> None:
        account = room.book.get(writing.db).get(account_id)
        differing = checked_change(change, account, writing.now.date())
        if isinstance(differing.login, str):
            _require_free_login(room, writing, differing.login)
        if not is_lasting_administrator(changed(account, **differing.values())):
            _require_another_administrator(room, writing, account)
        writing.add(account_subject(account_id), differing)

    return room.journal.write(by=by, permission=CHANGE_ACCOUNT, command_id=command_id, decide=decide)


def end_account(room: Accounts, *, by: str, account_id: str, reason: str, command_id: str) -> Written:
    """End an account at once and for good; raise ``Refused`` for the last administrator."""
    words = checked_line(reason, field="reason", label="Lý do", longest=_LONGEST_REASON, required=True)

    def decide(writing: Writing) -> None:
        account = room.book.get(writing.db).get(account_id)
        if account.ended_on is not None:
            raise already_ended(account)
        _require_another_administrator(room, writing, account)
        writing.add(account_subject(account_id), AccountEnded(reason=words))

    return room.journal.write(by=by, permission=END_ACCOUNT, command_id=command_id, decide=decide)


def set_secret(room: Accounts, *, by: str, kind: SecretKind, old: str, new: str, command_id: str) -> Written:
    """Set the own password or PIN of ``by`` on this desk; ``old`` is the present password, also when a PIN is set.

    Raises ``InvalidInput`` for a new one that is not fit, ``NotAllowed`` for a wrong old one; wrong tries count as when
    signing in.
    """
    account = room.present_book().get(by)
    if old == new:
        raise InvalidInput("password", "Mật khẩu mới phải khác mật khẩu cũ.", "Hãy chọn mật khẩu khác.")
    secret_hash = hashed(checked_secret(kind, new, account))

    def decide(writing: Writing) -> None:
        # Checked in here, so that a repeated command is recognised before its old password is found wrong.
        credential = find_credential(writing.db, by)
        if credential is None or not verified(credential.password_hash, old):
            raise NotAllowed("accounts.wrong_old", "Mật khẩu hiện tại không đúng.", "Chưa đổi gì. Hãy nhập lại.")
        if kind is SecretKind.PASSWORD:
            _put_password(writing, by, secret_hash, must_change=False, pin_hash=credential.pin_hash)
        else:
            put_credential(writing.db, replace(credential, pin_hash=secret_hash, set_at=writing.now))
            writing.add(account_subject(by), SecretSet(secret=kind))

    with counted_try(room, account.login):
        return room.journal.write(by=by, permission=SET_OWN_PASSWORD, command_id=command_id, decide=decide)


def reset_secret(room: Accounts, *, by: str, account_id: str, password: str, command_id: str) -> Written:
    """Give somebody else a new first password on this desk; their PIN and their wrong tries are dropped."""
    login = room.present_book().get(account_id).login
    password_hash = hashed(checked_password(password, login))

    def decide(writing: Writing) -> None:
        account = room.book.get(writing.db).get(account_id)
        if account.ended_on is not None:
            raise already_ended(account)
        if account_id == by:
            # A window left open would otherwise be enough to take the account over.
            raise Refused("accounts.own_reset", "Không tự đặt lại mật khẩu của mình.", "Hãy dùng «Đổi mật khẩu».")
        _put_password(writing, account_id, password_hash, must_change=True)
        clear_tries(writing.db, account.login)

    return room.journal.write(by=by, permission=RESET_PASSWORD, command_id=command_id, decide=decide)


def forgive_tries(room: Accounts, *, by: str, account_id: str, command_id: str) -> Written:
    """Let somebody who waits after too many wrong passwords try again on this desk at once; the password stays.

    Raises ``Refused`` for one's own account, and for an account that does not have to wait.
    """

    def decide(writing: Writing) -> None:
        login = room.book.get(writing.db).get(account_id).login
        if account_id == by:
            raise Refused("accounts.own_tries", "Không tự mở khóa cho mình.", "Hãy nhờ một quản trị khác.")
        if not wait_left_s(find_tries(writing.db, login), writing.now):
            raise Refused(
                "accounts.no_wait", f"Tài khoản «{login}» không bị tạm khóa.", "Người này đăng nhập được ngay."
            )
        clear_tries(writing.db, login)
        writing.add(account_subject(account_id), TriesForgiven())

    return room.journal.write(by=by, permission=RESET_PASSWORD, command_id=command_id, decide=decide)


def look_up_logged(room: Accounts, *, by: str, about: str, how: How, command_id: str, reason: str = "") -> Written:
    """Enter in the journal that ``by`` looked at a citizen's data.

    ``about`` is what ``about_dossier`` or ``about_person`` returns.
    """
    words = checked_line(reason, field="reason", label="Lý do", longest=_LONGEST_REASON)
    fact = LookedUp(about=checked_about(about), how=how, reason=words)

    def decide(writing: Writing) -> None:
        writing.add(access_subject(writing.new_id()), fact)

    return room.journal.write(by=by, permission=LOG_ACCESS, command_id=command_id, decide=decide)


def list_look_logged(room: Accounts, *, by: str, words: str, people: int, command_id: str) -> Written:
    """Enter in the journal that ``by`` looked through a list of citizens: which list, in ``words``, and how many it showed.

    One entry for opening a list or for one search, never one for each row; what was searched for has no place in it.
    """
    reason = f"{words}: {people} người"
    return look_up_logged(room, by=by, about=ABOUT_LIST, how="list", reason=reason, command_id=command_id)


def dossiers_look_logged(
    room: Accounts, *, by: str, words: str, dossiers: Sequence[str], how: How, command_id: str
) -> Written:
    """Enter in the journal that a list or a search showed ``by`` these dossiers, and which they were.

    One entry says what was looked through and is about the dossier where there was but one; further entries name them,
    a page each. Of more than a thousand none is named: whoever takes a whole list is told by its words, as for an
    export. What was searched for is not kept.
    """
    reason = checked_line(f"{words}: {len(dossiers)} hồ sơ", field="reason", label="Lý do", longest=_LONGEST_REASON)
    about = about_dossier(dossiers[0]) if len(dossiers) == 1 else ABOUT_LIST
    named = dossiers if 1 < len(dossiers) <= _MOST_NAMED else ()
    pages = [tuple(named[start : start + MOST_SHOWN]) for start in range(0, len(named), MOST_SHOWN)]

    def decide(writing: Writing) -> None:
        subject = access_subject(writing.new_id())
        writing.add(subject, LookedUp(about=about, how=how, reason=reason))
        for page in pages:
            writing.add(subject, DossiersShown(dossiers=page, how=how))

    return room.journal.write(by=by, permission=LOG_ACCESS, command_id=command_id, decide=decide)


def _put_password(
    writing: Writing, account_id: str, password_hash: str, *, must_change: bool, pin_hash: str | None = None
) -> None:
    credential = Credential(
        account=account_id, password_hash=password_hash, pin_hash=pin_hash, set_at=writing.now, must_change=must_change
    )
    put_credential(writing.db, credential)
    writing.add(account_subject(account_id), SecretSet(secret=SecretKind.PASSWORD))


def _require_free_login(room: Accounts, writing: Writing, login: str) -> None:
    holder = room.book.get(writing.db).find_by_login(login)
    if holder is not None and holder.ended_on is None:
        raise InvalidInput("login", f"Tên đăng nhập «{login}» đã có người dùng: {holder.name}.", "Hãy chọn tên khác.")


def _require_another_administrator(room: Accounts, writing: Writing, account: Account) -> None:
    """Raise ``Refused`` when only ``account`` can administer this desk for good: nobody else could let people in."""
    if not is_lasting_administrator(account):
        return
    others = (each for each in room.book.get(writing.db).accounts if each.id != account.id)
    if not any(is_lasting_administrator(each) and find_credential(writing.db, each.id) for each in others):
        raise Refused(
            "accounts.last_administrator",
            f"«{account.login}» là quản trị cuối cùng của máy này.",
            "Hãy thêm một quản trị khác (không có ngày hết hạn) trước.",
        )
