"""What the people section shows, and what it makes of what was typed."""

from dataclasses import dataclass
from datetime import date, datetime

from desk_app.accounts.facts import (
    AccountAdded,
    AccountChanged,
    AccountEnded,
    BadgeIssued,
    BadgeRevoked,
    SecretSet,
    TriesForgiven,
)
from desk_app.accounts.people import usual_last_day
from desk_app.accounts.roster import Person, Standing
from desk_app.accounts.rules import ROLE_NAMES, Account, Role
from desk_app.accounts.secret_rules import SecretKind
from desk_app.journal.fact import Fact
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui.settings.typed import day_or_none
from ui.widgets.colours import COLOURS


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """One person as a row; ``may_*`` say what can be done to the account at all."""

    account: Account
    name: str
    standing: str
    shape: str
    colour: str
    roles: str
    until: str
    signed_in: str
    may_change: bool
    waits: bool


def row_of(person: Person, now: datetime) -> PersonRow:
    """Return a person as a row."""
    account = person.account
    words, shape, colour = _standing(person.standing)
    return PersonRow(
        account=account,
        name=f"{account.name} – {account.title}" if account.title else account.name,
        standing=words,
        shape=shape,
        colour=colour,
        roles=roles_words(account.roles),
        until=spoken_day(account.valid_until) if account.valid_until else _("không hạn"),
        signed_in=_moment(person.signed_in_at, now),
        may_change=account.ended_on is None,
        waits=person.standing == "waits",
    )


def roles_words(roles: tuple[Role, ...]) -> str:
    """Return roles as people read them."""
    return ", ".join(_(ROLE_NAMES[role]) for role in roles)


def role_options() -> tuple[tuple[str, str], ...]:
    """Return the roles that can be ticked."""
    return tuple((role.value, _(words)[0].upper() + _(words)[1:]) for role, words in ROLE_NAMES.items())


def added(login: str, name: str, title: str, roles: str, until: str) -> AccountAdded:
    """Return the new account that was typed; raise ``InvalidInput`` for a day that is none."""
    return AccountAdded(
        login=login, name=name, title=title, roles=roles_in(roles), valid_until=day_or_none(until, field="valid_until")
    )


def changed(login: str, name: str, title: str, roles: str, until: str) -> AccountChanged:
    """Return the account as it was typed anew; raise ``InvalidInput`` for a day that is none."""
    return AccountChanged(
        login=login, name=name, title=title, roles=roles_in(roles), valid_until=day_or_none(until, field="valid_until")
    )


def roles_in(text: str) -> tuple[Role, ...]:
    """Return the roles whose keys ``text`` holds."""
    return tuple(Role(each) for each in text.split())


def usual_until(roles: str, today: date) -> str:
    """Return until when such an account is usually given, as it is typed; empty without an end."""
    last = usual_last_day(roles_in(roles), today)
    return spoken_day(last) if last else ""


def values_of(account: Account) -> dict[str, str]:
    """Return what the sheet shows of an account to begin with."""
    return {
        "login": account.login,
        "name": account.name,
        "title": account.title,
        "roles": " ".join(account.roles),
        "valid_until": spoken_day(account.valid_until) if account.valid_until else "",
    }


def words_of(fact: Fact) -> str:
    """Return what happened to an account, in plain words."""
    match fact:
        case AccountAdded():
            return _("Thêm tài khoản: {roles}").format(roles=roles_words(fact.roles))
        case AccountChanged():
            return _("Sửa: {what}").format(what="; ".join(_changed_words(fact)))
        case AccountEnded():
            return _("Ngừng tài khoản: {reason}").format(reason=fact.reason)
        case SecretSet():
            return _("Đặt mật khẩu") if fact.secret is SecretKind.PASSWORD else _("Đặt mã PIN")
        case TriesForgiven():
            return _("Mở khóa sau nhiều lần nhập sai")
        case BadgeIssued():
            return _("Cấp thẻ đăng nhập, dùng đến hết {day}").format(day=spoken_day(fact.expires_on))
        case BadgeRevoked():
            return _("Thu hồi thẻ đăng nhập: {reason}").format(reason=fact.reason)
    return ""


def _changed_words(fact: AccountChanged) -> list[str]:
    said = {"login": _("tên đăng nhập"), "name": _("họ tên"), "title": _("chức vụ")}
    words = [f"{said[key]} «{value}»" for key, value in fact.values().items() if key in said]
    if isinstance(fact.roles, tuple):
        words.append(_("vai trò {roles}").format(roles=roles_words(fact.roles)))
    if isinstance(fact.valid_until, date):
        words.append(_("dùng đến hết {day}").format(day=spoken_day(fact.valid_until)))
    elif fact.valid_until is None:
        words.append(_("không hạn"))
    return words


def _standing(standing: Standing) -> tuple[str, str, str]:
    match standing:
        case "works":
            return _("Đang dùng"), "tick", COLOURS.good
        case "first_password":
            return _("Chờ đổi mật khẩu"), "half", COLOURS.calm
        case "no_password":
            return _("Chưa có mật khẩu"), "question", COLOURS.warning
        case "waits":
            return _("Tạm khóa"), "lock", COLOURS.warning
        case "expired":
            return _("Hết hạn"), "clock", COLOURS.danger
        case "ended":
            return _("Đã ngừng"), "cross", COLOURS.faint_ink


def _moment(at: datetime | None, now: datetime) -> str:
    if at is None:
        return _("chưa lần nào")
    return f"{at:%H:%M} " + (_("hôm nay") if at.date() == now.date() else spoken_day(at.date()))
