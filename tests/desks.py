"""Rehearsal desks for tests: founded once for the whole run, then copied, so that each test has its own in milliseconds."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from pathlib import Path

from desk_app.accounts.commands import add_account
from desk_app.accounts.facts import AccountAdded
from desk_app.accounts.rules import Role
from desk_app.desk import Desk, open_desk
from desk_app.dossiers.facts import PaperHandedIn
from desk_app.dossiers.form import Form
from desk_app.dossiers.person import Person
from desk_app.founding import Founding, found_desk
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import VIETNAM, FixedTime
from desk_app.office.agency import Agency

MORNING = datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM)
PASSWORD = "sen-hong-2026"
AGENCY = Agency(
    code="000.16.32.H49",
    name="Ủy ban nhân dân xã Hòa Mẫu",
    upper_name="Thành phố Ví Dụ",
    place="Hòa Mẫu",
    address="Ấp 1, xã Hòa Mẫu",
    phone="0293 3999999",
)
PAPERS = (PaperHandedIn(name="Tờ khai đăng ký khai sinh"), PaperHandedIn(name="Giấy chứng sinh"))
PEOPLE = {"officer": Role.OFFICER, "leader": Role.LEADER, "volunteer": Role.VOLUNTEER, "keeper": Role.ADMINISTRATOR}


@dataclass(frozen=True, kw_only=True)
class RehearsalDesk(Desk):
    """An open desk with a clock to put, an account of each role, and ``admin``, who may do everything."""

    time: FixedTime
    admin: str
    accounts_by_role: dict[str, str]


def form(name: str = "Nguyễn Văn Mẫu", procedure: str = "1.001193", **values: object) -> Form:
    """Return a registration that nothing is wrong with."""
    return Form(**{"procedure": procedure, "applicant": Person(name=name), "papers": PAPERS, **values})  # type: ignore[arg-type]


@contextmanager
def rehearsal_desk(folder: Path, *, desk_number: int = 1, at: datetime = MORNING) -> Iterator[RehearsalDesk]:
    """Give an open rehearsal desk in ``folder``, closed afterwards."""
    shutil.copytree(_founded(desk_number), folder)
    made = opened(folder, at=at)
    try:
        yield made
    finally:
        made.close()


def opened(folder: Path, *, at: datetime = MORNING) -> RehearsalDesk:
    """Return the rehearsal desk in ``folder``, opened with a clock of its own."""
    time = FixedTime(at)
    desk = open_desk(Home(folder), time=time)
    by_login = {account.login: account.id for account in desk.accounts.present_book().list_accounts()}
    rooms = {field.name: getattr(desk, field.name) for field in fields(Desk)}
    roles = {role: by_login[role] for role in PEOPLE}
    return RehearsalDesk(**rooms, time=time, admin=by_login["quantri"], accounts_by_role=roles)


@cache
def _founded(desk_number: int) -> Path:
    parent = Path(tempfile.mkdtemp(prefix="mot-cua-tests-"))
    atexit.register(shutil.rmtree, parent, ignore_errors=True)
    home, time = Home(parent / "home"), FixedTime(MORNING)
    founding = Founding(
        agency=AGENCY, desk_number=desk_number, login="quantri", name="Trần Thị Thử", password=PASSWORD, rehearsal=True
    )
    found_desk(home, founding, time=time)
    desk = open_desk(home, time=time)
    admin = desk.accounts.present_book().list_accounts()[0].id
    for login, role in PEOPLE.items():
        person = AccountAdded(login=login, name=f"Người Thử {login.title()}", roles=(role,))
        add_account(desk.accounts, by=admin, person=person, password=PASSWORD, command_id=desk.journal.new_id())
    desk.close()
    return home.folder
