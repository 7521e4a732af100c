"""What may stand on an account: login names, names, roles, last days."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from desk_app.accounts.facts import AccountAdded, AccountChanged
from desk_app.accounts.rules import MACHINE, Account, Role
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.records import changed
from desk_app.kernel.texts import checked_line, folded, nfc
from desk_app.kernel.time_source import spoken_day

_LOGIN = re.compile(r"[a-z0-9._-]{2,32}", re.ASCII)
_LONGEST = 80


def login_of(text: str) -> str:
    """Return a login name as it is kept and looked up: no marks, no capitals, so that any keyboard can type it."""
    return "".join(folded(letter) or letter for letter in nfc(text.strip()))


def checked_login(text: str) -> str:
    """Return the login name that ``text`` means: 2 to 32 of a–z, 0–9, dot, dash, underscore; else ``InvalidInput``."""
    login = login_of(text)
    if not _LOGIN.fullmatch(login):
        raise InvalidInput(
            "login",
            "Tên đăng nhập phải có từ 2 đến 32 ký tự: chữ, số, dấu chấm, gạch nối, gạch dưới.",
            f"Ví dụ: {login.replace(' ', '.')[:32]}" if " " in login else "Ví dụ: lan.tran",
        )
    if login == MACHINE:
        raise InvalidInput("login", f"«{MACHINE}» là tên của chính máy này.", "Hãy chọn tên khác.")
    return login


def checked_person(person: AccountAdded, today: date) -> AccountAdded:
    """Return a new account's card with every field clean; raise ``InvalidInput`` naming the first that is not."""
    return changed(
        person,
        login=checked_login(person.login),
        name=_name(person.name),
        title=_title(person.title),
        roles=_roles(person.roles),
        valid_until=_last_day(person.valid_until, today),
    )


def checked_change(change: AccountChanged, account: Account, today: date) -> AccountChanged:
    """Return what really changes, clean; raise ``Refused`` for an ended account and when nothing changes."""
    if account.ended_on is not None:
        raise already_ended(account)
    checks: dict[str, Callable[..., object]] = {
        "login": checked_login,
        "name": _name,
        "title": _title,
        "roles": _roles,
        "valid_until": lambda last: _last_day(last, today),
    }
    differing = {
        name: value
        for name, given in change.values().items()
        if given != getattr(account, name) and (value := checks[name](given)) != getattr(account, name)
    }
    if not differing:
        raise Refused("accounts.unchanged", f"Tài khoản «{account.login}» không có gì thay đổi.", "Chưa ghi gì.")
    return changed(AccountChanged(), **differing)


def usual_last_day(roles: Sequence[Role], today: date) -> date | None:
    """Return until when such an account is usually given: volunteers' ends with the year, others' does not end."""
    return date(today.year, 12, 31) if set(roles) == {Role.VOLUNTEER} else None


def already_ended(account: Account) -> Refused:
    """Return the refusal to touch an account that somebody ended."""
    day = spoken_day(account.ended_on) if account.ended_on else ""
    return Refused(
        "accounts.ended",
        f"Tài khoản «{account.login}» đã ngừng từ ngày {day}.",
        "Người quay lại làm việc cần tài khoản mới.",
    )


def _name(text: str) -> str:
    return checked_line(text, field="name", label="Họ và tên", longest=_LONGEST, required=True)


def _title(text: str) -> str:
    return checked_line(text, field="title", label="Chức vụ", longest=_LONGEST)


def _roles(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    if not roles:
        raise InvalidInput("roles", "Chưa chọn vai trò.", "Mỗi tài khoản cần ít nhất một vai trò.")
    return tuple(role for role in Role if role in roles)


def _last_day(last: date | None, today: date) -> date | None:
    if last is not None and last < today:
        raise InvalidInput(
            "valid_until",
            f"Ngày hết hạn {spoken_day(last)} đã qua.",
            "Để ngừng ngay một tài khoản, hãy dùng «Ngừng tài khoản».",
        )
    return last
