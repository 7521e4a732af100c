"""What may be a password or a PIN. Short rules that people can keep: length helps, forced symbols do not."""

import re
from enum import StrEnum

from desk_app.accounts.rules import Account, Role
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded, nfc

SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 128

_PIN = re.compile(r"[0-9]{6}", re.ASCII)
_RUNS = ("0123456789", "9876543210")
# What people try first, as ``_bare`` leaves it.
_FIRST_GUESSES = """
    12345678 123456789 1234567890 0123456789 123456780 87654321 11223344 12341234 123123123 abcd1234 abc12345 1234abcd
    a1234567 aa123456 a12345678 password password1 passw0rd matkhau matkhau1 matkhau12 matkhau123 qwertyui qwerty12
    qwerty123 asdfghjk 1q2w3e4r 1qaz2wsx iloveyou anhyeuem admin123 admin1234 administrator quantri1 quantri123
    motcua12 motcua123 bophanmotcua vietnam1 vietnam123 congchuc congchuc1 xinchao1 xinchao123
"""
_OBVIOUS = frozenset(_FIRST_GUESSES.split())
_PIN_ROLES = frozenset({Role.OFFICER, Role.VOLUNTEER})


class SecretKind(StrEnum):
    """By what a person proves who they are."""

    PASSWORD = "password"
    PIN = "pin"
    BADGE = "badge"


def kind_of(secret: str) -> SecretKind:
    """Tell what was typed: six digits are a PIN and too short for a password, so there is never a doubt."""
    return SecretKind.PIN if _PIN.fullmatch(secret) else SecretKind.PASSWORD


def may_have_pin(account: Account) -> bool:
    """Tell whether the account may sign in by PIN: only who holds no more than counter or writing-table work."""
    return _PIN_ROLES.issuperset(account.roles)


def checked_secret(kind: SecretKind, secret: str, account: Account) -> str:
    """Return the secret ready to be hashed; raise ``InvalidInput`` when it is not fit for this account."""
    if kind is SecretKind.BADGE:
        raise InvalidInput("kind", "Thẻ do quản trị cấp, không tự đặt được.", "Hãy nhờ quản trị cấp thẻ.")
    return checked_password(secret, account.login) if kind is SecretKind.PASSWORD else _checked_pin(secret, account)


def checked_password(password: str, login: str) -> str:
    """Return the password composed (NFC); raise ``InvalidInput`` when it is short, the login name, or a first guess."""
    secret = nfc(password)
    if not SHORTEST_PASSWORD <= len(secret) <= LONGEST_PASSWORD:
        raise _bad_password(f"Mật khẩu phải có từ {SHORTEST_PASSWORD} đến {LONGEST_PASSWORD} ký tự.")
    if not secret.isprintable():
        raise _bad_password("Mật khẩu có ký tự không gõ được.")
    bare = _bare(secret)
    if secret == login or (bare and bare == _bare(login)):
        raise _bad_password("Mật khẩu không được trùng tên đăng nhập.")
    if bare in _OBVIOUS or len(set(secret)) == 1:
        raise _bad_password("Mật khẩu này quá dễ đoán.")
    return secret


def is_guessable_pin(pin: str) -> bool:
    """Tell whether six digits are a run (234567, 654321) or the same one, two or three digits over and over."""
    return any(pin in run for run in _RUNS) or any(pin == pin[:size] * (len(pin) // size) for size in (1, 2, 3))


def _checked_pin(pin: str, account: Account) -> str:
    if not may_have_pin(account):
        raise InvalidInput(
            "pin",
            "Mã PIN chỉ dành cho cán bộ một cửa và người viết hộ.",
            "Lãnh đạo và quản trị đăng nhập bằng mật khẩu.",
        )
    if not _PIN.fullmatch(pin):
        raise InvalidInput("pin", "Mã PIN phải có đúng 6 chữ số.", "Hãy nhập lại.")
    if is_guessable_pin(pin):
        raise InvalidInput("pin", "Mã PIN này quá dễ đoán.", "Tránh dãy liên tiếp như 123456 và số lặp như 121212.")
    return pin


def _bare(text: str) -> str:
    return folded(text).replace(" ", "")


def _bad_password(message: str) -> InvalidInput:
    return InvalidInput("password", message, "Một câu ngắn dễ nhớ, dài từ 12 ký tự, là mật khẩu tốt.")
