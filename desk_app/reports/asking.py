"""One report being made: the connection, the period's terms, the names that codes bear, and how far it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from desk_app.accounts.rules import MACHINE
from desk_app.catalogue.book import CatalogueBook
from desk_app.catalogue.offices import OfficeCatalogues
from desk_app.kernel.errors import NotFound
from desk_app.kernel.time_source import VIETNAM
from desk_app.office.tables import Unit, list_units
from desk_app.reports.asked import Scope
from desk_app.reports.drill import Drill
from desk_app.reports.given import insurance_procedures
from desk_app.reports.room import Reports
from desk_app.reports.tables.counting import Counted, InHours, Opened, Terms, count, rows_of
from desk_app.reports.tables.cube import Cube
from desk_app.reports.tables.frozen import chain_ends
from desk_app.reports.tables.sources import SOURCES
from desk_app.storage.engine import Database

ELSEWHERE = "?"
"""Stands for the desks whose office nobody described: what they did is counted, and named as unknown."""


@dataclass(frozen=True, kw_only=True)
class Asking:
    """Everything that the tables of one report are made from, as it stood at one moment."""

    room: Reports
    db: Database
    scope: Scope
    now: datetime
    units: tuple[Unit, ...]
    in_hours: InHours
    offices: OfficeCatalogues
    procedures: Mapping[str, str]
    people: Mapping[str, str]
    cubes: dict[str, Cube] = field(default_factory=dict)

    def counted(
        self, source: str, by: Sequence[str], measures: Sequence[str], equal: Mapping[str, str], unit: str = ""
    ) -> list[Counted]:
        """Return what each measure counts in each group, of one office or (empty) of those the report is about."""
        cube = self.cubes.get(source)
        if not unit and cube is not None and cube.answers(by, measures, equal):
            return cube.counted(by, measures, equal)
        terms = self.terms(unit or self.scope.unit)
        return count(self.db, SOURCES[source], terms, by, measures, equal)

    def gather(self, source: str, keys: Sequence[str], measures: Sequence[str]) -> None:
        """Count once by all of ``keys``: later questions about fewer of them are answered from that."""
        groups = count(self.db, SOURCES[source], self.terms(self.scope.unit), keys, measures, {})
        self.cubes[source] = Cube(keys=tuple(keys), measures=tuple(measures), groups=groups)

    def opened(self, source: str, unit: str = "", of: str = "all") -> list[Opened]:
        """Return every row of a source that fits a measure."""
        scope = self.scope
        drill = Drill(source=source, first_on=scope.first_on, last_on=scope.last_on, unit=unit, of=of)
        return rows_of(self.db, SOURCES[source], self.terms(unit), drill)

    def terms(self, unit: str = "") -> Terms:
        """Return the period in the words of the tables."""
        past = datetime.combine(self.scope.before, time(), VIETNAM)
        # Open work is judged at the end of the period's last day, or now where that day is not over.
        asof = min(past - timedelta(milliseconds=1), self.now)
        return Terms(
            first=self.scope.first_on.isoformat(),
            before=self.scope.before.isoformat(),
            asof=asof.isoformat(),
            desks=self.desks_of(unit) if unit else None,
            in_hours=self.in_hours,
            values={"insurance": f"|{'|'.join(insurance_procedures())}|"},
        )

    def desks_of(self, unit: str) -> tuple[str, ...]:
        """Return the desks of an office; raise ``NotFound`` for one that nobody described."""
        if unit == ELSEWHERE:
            known = {desk for each in self.units for desk in each.desks}
            return tuple(sorted({each.desk for each in chain_ends(self.db)} - known))
        for each in self.units:
            if each.code == unit:
                return each.desks
        raise NotFound(
            "reports.unit", f"Không có đơn vị mã {unit}.", f"Các đơn vị: {', '.join(each.code for each in self.units)}."
        )

    def unit_of(self, desk: str) -> str:
        """Return the office of a desk, ``ELSEWHERE`` when nobody described it."""
        return next((each.code for each in self.units if desk in each.desks), ELSEWHERE)

    def procedure_name(self, procedure: str, dossier: str) -> str:
        """Return what the procedure of the dossier with that code is called at its office, else what it is called anywhere."""
        named = self.offices.name_of(procedure, dossier)
        return self.procedures.get(procedure, procedure) if named == procedure else named

    def person_name(self, account: str) -> str:
        """Return the name of an account; the end of its id where nobody described it, as of another office's desk."""
        if account == MACHINE:
            return "Chương trình"
        return self.people.get(account) or (f"Tài khoản {account[-6:]}" if account else "Không rõ")

    def unit_name(self, code: str) -> str:
        """Return an office's name."""
        return next((each.name for each in self.units if each.code == code), "Chưa rõ đơn vị")


def asking(room: Reports, db: Database, scope: Scope) -> Asking:
    """Return what a report about ``scope`` is made from; raise ``NotFound`` for an unknown office."""
    offices = room.dossiers.catalogue.offices.get(db)
    made = Asking(
        room=room,
        db=db,
        scope=scope,
        now=room.journal.time.now(),
        units=list_units(db),
        in_hours=_in_hours(db, offices),
        offices=offices,
        procedures=offices.names(scope.unit),
        people={account.id: account.name for account in room.accounts.book.get(db).accounts},
    )
    if scope.unit:
        made.desks_of(scope.unit)
    return made


def _in_hours(db: Database, offices: OfficeCatalogues) -> InHours:
    """Return whose terms of which procedures count in hours: at every office, and at some desks alone."""
    by_desk = {each.desk: _procedures_in_hours(offices.of_desk(each.desk)) for each in chain_ends(db)}
    everywhere = frozenset.intersection(*by_desk.values()) if by_desk else frozenset()
    return InHours(
        everywhere=tuple(sorted(everywhere)),
        at_desks=tuple(sorted((desk, code) for desk, codes in by_desk.items() for code in codes - everywhere)),
    )


def _procedures_in_hours(book: CatalogueBook) -> frozenset[str]:
    return frozenset(code for code, every in book.versions.items() if every[-1].hours is not None)
