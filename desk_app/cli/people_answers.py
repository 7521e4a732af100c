"""How ``desk people`` answers: one person a line."""

from datetime import date, datetime

from desk_app.accounts.roster import Standing
from desk_app.accounts.rules import ROLE_NAMES, Account, Role
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day, spoken_moment

_STANDING: dict[Standing, str] = {
    "works": "đang dùng",
    "first_password": "chờ đổi mật khẩu",
    "no_password": "chưa có mật khẩu trên máy này",
    "waits": "tạm khóa vì nhập sai nhiều lần",
    "expired": "hết hạn",
    "ended": "đã ngừng",
}


class Line(Record):
    """One person as ``desk people`` answers them; ``signed_in_at`` only in the list."""

    id: str
    login: str
    name: str
    title: str
    roles: tuple[Role, ...]
    valid_until: date | None
    ended_on: date | None
    standing: Standing | None = None
    signed_in_at: datetime | None = None


def line_of(account: Account) -> Line:
    """Return an account as it is answered."""
    return Line(
        id=account.id,
        login=account.login,
        name=account.name,
        title=account.title,
        roles=account.roles,
        valid_until=account.valid_until,
        ended_on=account.ended_on,
    )


def words_of(line: Line) -> str:
    """Return a person in one line for people."""
    parts = [", ".join(ROLE_NAMES[role] for role in line.roles)]
    parts += [line.title] * bool(line.title)
    if line.valid_until is not None:
        parts.append(f"đến hết {spoken_day(line.valid_until)}")
    if line.standing is not None:
        parts.append(_STANDING[line.standing])
    if line.signed_in_at is not None:
        parts.append(f"đăng nhập lúc {spoken_moment(line.signed_in_at)}")
    return f"{line.login} – {line.name} ({'; '.join(parts)})"
