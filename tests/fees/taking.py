"""What the tests of fees do over and over, at a real desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from desk_app.dossiers.register import register
from desk_app.fees.closing import Count, close_day
from desk_app.fees.commands import Payment, give_back, pay
from desk_app.fees.day import DayReport, report
from desk_app.fees.facts import FeePaid, Way
from desk_app.kernel.records import from_json
from tests.desks import RehearsalDesk, form, rehearsal_desk

TODAY = date(2026, 11, 23)
COPY, SIGNATURE, DEAL, BIRTH = "2.000635", "2.000884", "2.001035", "1.001193"
"""8.000 đ a copy; 10.000 đ; 50.000 đ; nothing."""


def officer_of(desk: RehearsalDesk) -> str:
    return desk.accounts_by_role["officer"]


def received(desk: RehearsalDesk, procedure: str = COPY, name: str = "Nguyễn Văn Mẫu", **values: object) -> str:
    """Register a dossier and return its id."""
    taken = form(name, procedure, **values)
    return register(desk.dossiers, by=officer_of(desk), form=taken, command_id=desk.journal.new_id()).subject


def paid(desk: RehearsalDesk, dossier: str, amount: int | None = None, way: Way = "cash", reason: str = "") -> FeePaid:
    """Take the money for a dossier."""
    payment = Payment(amount=amount, way=way, reason=reason)
    written = pay(desk.fees, by=officer_of(desk), dossier=dossier, payment=payment, command_id=desk.journal.new_id())
    return from_json(written.entries[0].body, FeePaid)


def returned(desk: RehearsalDesk, dossier: str, reason: str = "thu nhầm", *, number: str = "") -> None:
    """Give a payment back."""
    give_back(
        desk.fees, by=officer_of(desk), dossier=dossier, reason=reason, number=number, command_id=desk.journal.new_id()
    )


def closed(desk: RehearsalDesk, counted: int, opening: int = 0, note: str = "", day: date = TODAY) -> None:
    """Close the officer's day."""
    count = Count(counted=counted, opening=opening, note=note)
    close_day(desk.fees, by=officer_of(desk), day=day, count=count, command_id=desk.journal.new_id())


def today(desk: RehearsalDesk) -> DayReport:
    """Return the officer's day."""
    return report(desk.fees, day=TODAY, officer=officer_of(desk))


@contextmanager
def a_desk(number: int = 1) -> Iterator[RehearsalDesk]:
    """Give a desk outside of any fixture: for tests that need many."""
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        rehearsal_desk(Path(folder) / "home", desk_number=number) as desk,
    ):
        yield desk
