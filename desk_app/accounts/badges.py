"""Badges: a printed code that signs a helper in without typing.

The code holds 30 random digits (99 bits) and a check digit, so that any scanner and any keyboard layout can read it and nobody
can guess it; the desk keeps its SHA-256 alone. A badge is a thing one can lose: it expires, it can be revoked, and who holds
more than the writing table's rights must add a PIN.
"""

import re
import secrets
from datetime import date, timedelta
from hashlib import sha256

from desk_app.accounts.authorise import require_active, require_allowed
from desk_app.accounts.facts import BadgeIssued, BadgeRevoked, SignedIn, access_subject, account_subject
from desk_app.accounts.people import already_ended
from desk_app.accounts.room import Accounts
from desk_app.accounts.rules import Account, Role
from desk_app.accounts.secret_rules import SecretKind, may_have_pin
from desk_app.accounts.secrets import verified
from desk_app.accounts.sign_in import SIGN_IN, counted_try
from desk_app.accounts.tables import find_credential
from desk_app.accounts.tables.badges import (
    Badge,
    find_badge,
    find_badge_by_hash,
    insert_badge,
    list_badges_of,
    put_revoked,
)
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotAllowed, NotFound, Refused
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_day

ISSUE_BADGES = "badges.issue"
LONGEST_VALID = timedelta(days=366)

_DIGITS = 30
_TOKEN = re.compile(r"00-([0-9]{10})-([0-9]{10})-([0-9]{10})-([0-9])", re.ASCII)
_WEIGHTS = (3, 7, 1)


def looks_like_badge(text: str) -> bool:
    """Tell whether a scanned or typed text can be a badge's code: its form and its check digit are right."""
    found = _TOKEN.fullmatch(text.strip())
    return found is not None and _check_digit("".join(found.groups()[:3])) == found[4]


def issued_badge(writing: Writing, room: Accounts, *, account_id: str, expires_on: date | None) -> tuple[Badge, str]:
    """Make a badge inside an open write; return it and the code to print, which nobody can learn again.

    Without ``expires_on`` it is good as long as the account, a year at most. Raises ``Refused`` for an ended account or one
    that may not have a badge, ``InvalidInput`` for a day that is past or too far.
    """
    account = room.book.get(writing.db).get(account_id)
    if account.ended_on is not None:
        raise already_ended(account)
    if not may_have_pin(account):
        raise Refused(
            "badges.role",
            f"«{account.login}» không dùng thẻ được: thẻ chỉ dành cho người viết hộ và cán bộ một cửa.",
            "Lãnh đạo và quản trị đăng nhập bằng mật khẩu.",
        )
    last = _checked_last(account, expires_on, writing.now.date())
    digits = "".join(secrets.choice("0123456789") for _digit in range(_DIGITS))
    token = f"00-{digits[:10]}-{digits[10:20]}-{digits[20:]}-{_check_digit(digits)}"
    badge = Badge(id=writing.new_id(), account=account_id, issued_at=writing.now, expires_on=last)
    insert_badge(writing.db, badge, _hash(token))
    writing.add(account_subject(account_id), BadgeIssued(badge=badge.id, expires_on=last))
    return badge, token


def revoke_badge(room: Accounts, *, by: str, badge: str, reason: str, command_id: str) -> Written:
    """Let a badge open nothing any more. Raises ``NotFound``, ``Refused`` when it was revoked before."""
    words = checked_line(reason, field="reason", label="Lý do", longest=200, required=True)

    def decide(writing: Writing) -> None:
        now = find_badge(writing.db, badge)
        if now is None:
            raise NotFound("badges.unknown", "Máy này không cấp thẻ đó.", "Xem lại danh sách thẻ.")
        if now.revoked_at is not None:
            raise Refused("badges.revoked", "Thẻ này đã thu hồi rồi.", "Chưa ghi gì thêm.")
        put_revoked(writing.db, badge, writing.now)
        writing.add(account_subject(now.account), BadgeRevoked(badge=badge, reason=words))

    return room.journal.write(by=by, permission=ISSUE_BADGES, command_id=command_id, decide=decide)


def revoke_badges_of(room: Accounts, *, by: str, account: str, reason: str, command_id: str) -> Written:
    """Let no badge of an account open anything any more. Raises ``Refused`` when none would."""
    words = checked_line(reason, field="reason", label="Lý do", longest=200, required=True)

    def decide(writing: Writing) -> None:
        working = [each for each in list_badges_of(writing.db, account) if each.works_on(writing.now.date())]
        if not working:
            raise Refused("badges.none", "Người này không có thẻ nào đang dùng được.", "Chưa ghi gì.")
        for each in working:
            put_revoked(writing.db, each.id, writing.now)
            writing.add(account_subject(account), BadgeRevoked(badge=each.id, reason=words))

    return room.journal.write(by=by, permission=ISSUE_BADGES, command_id=command_id, decide=decide)


def list_badges(room: Accounts, *, by: str, account: str = "") -> tuple[Badge, ...]:
    """Return the badges of one account (empty: of everybody), newest first; raise ``NotAllowed``."""
    require_allowed(room.present_book(), by, ISSUE_BADGES, room.journal.time.now().date())
    return list_badges_of(room.journal.reading(), account)


def badge_holder(room: Accounts, token: str) -> Account:
    """Return whose badge a code is; raise ``NotAllowed`` for a code that opens nothing today."""
    today = room.journal.time.now().date()
    badge = find_badge_by_hash(room.journal.reading(), _hash(token)) if looks_like_badge(token) else None
    if badge is None or badge.revoked_at is not None:
        raise NotAllowed(
            "sign_in.badge",
            "Thẻ này không mở được máy này.",
            "Hãy dùng mật khẩu hoặc mã PIN, hay nhờ quản trị cấp thẻ.",
        )
    if not badge.works_on(today):
        raise NotAllowed(
            "sign_in.badge_expired",
            f"Thẻ này đã hết hạn ngày {spoken_day(badge.expires_on)}.",
            "Hãy nhờ quản trị cấp thẻ mới.",
        )
    account = room.present_book().get(badge.account)
    require_active(account, today)
    return account


def needs_pin(account: Account, *, always: bool) -> bool:
    """Tell whether a badge alone is not enough: ``always`` is the office's rule for helpers, others always need it."""
    return always or set(account.roles) != {Role.VOLUNTEER}


def sign_in_by_badge(room: Accounts, token: str, *, pin: str = "", pin_always: bool = False) -> Account:
    """Return the account that a badge's code (and where it is needed the PIN) proves, and enter the sign-in.

    Raises ``NotAllowed``: a code that opens nothing, a wrong or missing PIN, too many wrong tries.
    """
    account = badge_holder(room, token)
    if needs_pin(account, always=pin_always):
        with counted_try(room, account.login):
            _require_pin(room, account, pin)

    def decide(writing: Writing) -> None:
        writing.add(access_subject(writing.new_id()), SignedIn(secret=SecretKind.BADGE))

    room.journal.write(by=account.id, permission=SIGN_IN, command_id=room.journal.new_id(), decide=decide)
    return account


def _require_pin(room: Accounts, account: Account, pin: str) -> None:
    credential = find_credential(room.journal.reading(), account.id)
    if credential is None or credential.pin_hash is None:
        raise NotAllowed("sign_in.no_pin", "Tài khoản này chưa đặt mã PIN.", "Đăng nhập bằng mật khẩu rồi đặt mã PIN.")
    if not verified(credential.pin_hash, pin):
        raise NotAllowed("sign_in.wrong_pin", "Mã PIN không đúng.", "Hãy nhập lại mã PIN.")


def _checked_last(account: Account, wanted: date | None, today: date) -> date:
    latest = min(account.valid_until or today + LONGEST_VALID, today + LONGEST_VALID)
    last = latest if wanted is None else wanted
    if not today <= last <= latest:
        raise InvalidInput(
            "expires_on", f"Ngày hết hạn của thẻ phải từ hôm nay đến {spoken_day(latest)}.", "Hãy chọn lại ngày."
        )
    return last


def _hash(token: str) -> bytes:
    return sha256(token.strip().encode()).digest()


def _check_digit(digits: str) -> str:
    return str(sum(int(digit) * _WEIGHTS[place % 3] for place, digit in enumerate(digits)) % 10)
