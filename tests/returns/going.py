"""What the tests of rounds and parcels do over and over, at a real desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desk_app.dossiers.commands import dossier_in, issue_result
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.returns import planning
from desk_app.returns.facts import Helper
from desk_app.returns.planning import Plan
from desk_app.returns.round import Round
from desk_app.returns.tables.queries import find_round
from desk_app.returns.way import Way
from desk_app.returns.ways import way_in
from tests.desks import RehearsalDesk, form, rehearsal_desk

COPY, CARD, LINKED, BIRTH = "2.000635", "1.001613", "2.000986", "1.001193"
LAN = Helper(name="Lê Thị Thử", organisation="Hội Phụ nữ", phone="0907000111")
DAY = date(2026, 11, 23)


def ready(desk: RehearsalDesk, name: str = "Nguyễn Văn Mẫu", hamlet: str = "Ấp 2", **values: Any) -> str:
    """Register a dossier whose result exists, to be returned at home unless ``values`` say otherwise."""
    person = Person(name=name, id_number="093195004321", phone="0907123456", address=f"{hamlet}, xã Hòa Mẫu")
    registration = form(**{"procedure": COPY, "applicant": person, "return_by": "home", **values})
    new_id = desk.journal.new_id
    dossier = register(desk.dossiers, by=desk.admin, form=registration, command_id=new_id()).subject
    issue_result(desk.dossiers, by=desk.admin, dossier=dossier, command_id=new_id())
    return dossier


def planned(desk: RehearsalDesk, *dossiers: str, hamlet: str = "Ấp 2", helper: Helper = LAN) -> str:
    """Put dossiers together to a round; return its id."""
    plan = Plan(going_on=desk.time.now().date(), hamlet=hamlet, helper=helper, dossiers=dossiers)
    return planning.plan_round(desk.returns, by=desk.admin, plan=plan, command_id=desk.journal.new_id()).subject


def out(desk: RehearsalDesk, *dossiers: str) -> str:
    """Let a round with these dossiers leave; an hour passes. Return its id."""
    round_ = planned(desk, *dossiers)
    planning.leave(desk.returns, by=desk.admin, round_=round_, command_id=desk.journal.new_id())
    pass_hours(desk, 1)
    return round_


def act(desk: RehearsalDesk, command: Any, **values: Any) -> None:
    """Carry out one command as the administrator, who has every right in these tests."""
    command(desk.returns, by=desk.admin, command_id=desk.journal.new_id(), **values)


def way(desk: RehearsalDesk, dossier: str) -> Way:
    """Return a result's way as it stands."""
    found = way_in(desk.returns, desk.journal.reading(), dossier)
    assert found is not None
    return found


def dossier_now(desk: RehearsalDesk, dossier: str) -> Dossier:
    """Return a dossier as it stands."""
    return dossier_in(desk.dossiers, desk.journal.reading(), dossier)


def round_now(desk: RehearsalDesk, round_: str) -> Round:
    """Return a round as it stands."""
    found = find_round(desk.journal.reading(), round_)
    assert found is not None
    return found


def pass_hours(desk: RehearsalDesk, hours: float) -> None:
    """Let time pass."""
    desk.time.advance(timedelta(hours=hours))


@contextmanager
def a_desk(number: int = 1) -> Iterator[RehearsalDesk]:
    """Give a desk of one's own, for each example of a property."""
    with TemporaryDirectory() as folder, rehearsal_desk(Path(folder) / "home", desk_number=number) as made:
        yield made
