"""A hub, and desks of several offices that it let in; for tests of the upper level."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from desk_app.desk import Desk, open_desk
from desk_app.founding import Founding, found_desk
from desk_app.kernel.paths import Home
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import FixedTime
from desk_app.office.agency import Agency
from desk_app.office.commands import describe_office
from desk_app.sync.enrolment import accept, grant, own_request, read_grant
from desk_app.sync.export import export
from tests.desks import AGENCY, MORNING, PASSWORD, RehearsalDesk

HUB = Agency(code="H15", name="Văn phòng Thành phố Ví Dụ")
_STAFF = "Trần Tuyến Trên"
OFFICES = tuple(
    changed(AGENCY, code=f"H15.50.0{number}", name=f"Ủy ban nhân dân phường Mẫu {number}") for number in range(1, 7)
)


@contextmanager
def open_hub(folder: Path, *, at: datetime = MORNING) -> Iterator[Desk]:
    """Give an open hub whose clock stands at ``at``."""
    home, time = Home(folder), FixedTime(at)
    founding = Founding(
        agency=HUB,
        desk_number=0,
        login="quantri",
        name=_STAFF,
        password=PASSWORD,
        rehearsal=True,
        hub=True,
    )
    found_desk(home, founding, time=time)
    hub = open_desk(home, time=time)
    try:
        yield hub
    finally:
        hub.close()


def staff_of(hub: Desk) -> str:
    """Return the account of the hub's only person."""
    return next(each.id for each in hub.accounts.present_book().accounts if each.name == _STAFF)


def join(hub: Desk, desk: RehearsalDesk, folder: Path, office: Agency | None = None) -> None:
    """Let a desk in at the hub, as an office of its own where one is given."""
    if office is not None:
        describe_office(desk.office, by=desk.admin, agency=office, command_id=desk.journal.new_id())
    asked = own_request(desk.sync, by=desk.admin)
    file = grant(
        hub.sync,
        by=staff_of(hub),
        request=asked,
        fingerprint=asked.fingerprint,
        folder=folder,
        role="hub",
        command_id=hub.journal.new_id(),
    )
    granted = read_grant(file)
    accept(desk.sync, by=desk.admin, grant=granted, fingerprint=granted.fingerprint, command_id=desk.journal.new_id())


def sent(desk: RehearsalDesk, inbox: Path) -> Path:
    """Write what the hub has not acknowledged into its inbox, and return the file."""
    return export(desk.sync, by=desk.admin, folder=inbox).file
