"""A whole demonstration home: founded, staffed and filled in one go."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from desk_app.accounts.commands import add_account, set_secret
from desk_app.accounts.facts import AccountAdded, account_id_of
from desk_app.accounts.rules import Role
from desk_app.accounts.secret_rules import SecretKind
from desk_app.demonstration.fill import Filled, fill
from desk_app.desk import Desk, open_desk
from desk_app.founding import Founding, found_desk
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime, SystemTime, TimeSource
from desk_app.office.agency import Agency

AGENCY = Agency(
    code="000.00.16.H30",
    name="Ủy ban nhân dân xã Hòa Sen",
    upper_name="Thành phố Sông Hậu",
    place="Hòa Sen",
    address="Số 1, ấp Sen Hồng, xã Hòa Sen",
    phone="0293 3900 000",
    email="motcua@hoasen.example",
    hotline="0900 000 016",
)
_FIRST_LOGIN, _FIRST_NAME = "tuyet", "Lê Thị Ánh Tuyết"
_STAFF = (
    AccountAdded(login="phuc", name="Trần Hữu Phúc", title="Công chức Một cửa", roles=(Role.OFFICER,)),
    AccountAdded(login="hanh", name="Phạm Thị Mỹ Hạnh", title="Công chức Một cửa", roles=(Role.OFFICER,)),
    AccountAdded(login="nghia", name="Huỳnh Trung Nghĩa", title="Phó Chủ tịch", roles=(Role.LEADER,)),
    AccountAdded(login="thao", name="Đặng Thu Thảo", title="Đoàn Thanh niên", roles=(Role.VOLUNTEER,)),
)


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """Somebody who can sign in to the demonstration."""

    login: str
    name: str
    password: str


@dataclass(frozen=True, kw_only=True)
class Demo:
    """A demonstration home; ``login`` with ``password`` may do everything, ``others`` have one role each."""

    home: Home
    login: str
    password: str
    others: tuple[Colleague, ...]
    filled: Filled


def demo_home(folder: Path, *, time: TimeSource | None = None, days: int = 60, seed: int = 1) -> Demo:
    """Make a rehearsal home of an invented office in ``folder``, which must be empty, with its last days up to now.

    Passwords are made anew each time; everything else follows from ``seed`` and the clock. Raises what ``found_desk`` raises.
    """
    end = (time or SystemTime()).now()
    clock = FixedTime(end - timedelta(days=days + 1))
    home, password = Home(folder), _password()
    founding = Founding(
        agency=AGENCY, desk_number=1, login=_FIRST_LOGIN, name=_FIRST_NAME, password=password, rehearsal=True
    )
    found_desk(home, founding, time=clock)
    desk = open_desk(home, time=clock)
    try:
        others = _staffed(desk)
        clock.put(end)
        filled = fill(desk, days=days, seed=seed)
    finally:
        desk.close()
    return Demo(home=home, login=_FIRST_LOGIN, password=password, others=others, filled=filled)


def _staffed(desk: Desk) -> tuple[Colleague, ...]:
    """Add the staff, each with a password of their own choice, so that they can begin to work at once."""
    first = desk.accounts.present_book().accounts[0].id
    people = []
    for person in _STAFF:
        given, own = _password(), _password()
        added = add_account(desk.accounts, by=first, person=person, password=given, command_id=desk.journal.new_id())
        account = account_id_of(added.subject)
        command_id = desk.journal.new_id()
        set_secret(desk.accounts, by=account, kind=SecretKind.PASSWORD, old=given, new=own, command_id=command_id)
        people.append(Colleague(login=person.login, name=person.name, password=own))
    return tuple(people)


def _password() -> str:
    return secrets.token_urlsafe(9)
