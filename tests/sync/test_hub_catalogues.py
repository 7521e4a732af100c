"""What one office imports changes nothing of how the hub tells another office's dossiers."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.catalogue.commands import end_procedure, publish
from desk_app.catalogue.procedure import Procedure
from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in, issue_result
from desk_app.dossiers.life.dates import counted
from desk_app.dossiers.listing.export import export
from desk_app.dossiers.listing.wanted import Wanted
from desk_app.dossiers.received_under import received_under
from desk_app.kernel.records import changed
from desk_app.reports.figure import Report
from desk_app.reports.making import make_report
from desk_app.returns.reading import proposals
from desk_app.sync.hub.analysts import write_files
from desk_app.sync.hub.inbox import take_inbox
from desk_app.sync.reference.hand_down import hand_down
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.fees.taking import received
from tests.reports.asking import scope_of
from tests.sync.hubs import OFFICES, join, open_hub, sent, staff_of

BIRTH = "1.001193"
TWISTED = "Khai sinh theo cách của phường kia"


@dataclass(frozen=True, kw_only=True)
class World:
    """A hub and the desks of two offices, of which the first has settled a dossier on the day it was promised for."""

    hub: Desk
    one: RehearsalDesk
    two: RehearsalDesk
    inbox: Path
    dossier: str

    def carry(self) -> None:
        """Bring what both desks wrote to the hub."""
        for desk in (self.one, self.two):
            sent(desk, self.inbox)
        assert take_inbox(self.hub.sync, by=staff_of(self.hub), folder=self.inbox).refused == 0

    def in_force(self) -> Procedure:
        """Return the version of the procedure that the second office has now."""
        return self.two.catalogue.present().procedure_on(BIRTH, self.two.time.now().date())

    def twist(self) -> None:
        """Let the second office, later than everybody, publish the same version otherwise: other name, a term in hours."""
        self.two.time.put(self.one.time.now() + timedelta(hours=1))
        hours = changed(
            self.in_force(),
            name=TWISTED,
            hours=4,
            signs_register=False,
            register_step="",
            register_reason="",
            extension_half_days=0,
            extension_condition="",
            steps=tuple(changed(step, half_days=None) for step in self.in_force().steps[:1]),
        )
        new_id = self.two.journal.new_id()
        publish(self.two.catalogue, by=self.two.admin, procedures=(hours,), command_id=new_id)
        received(self.two, BIRTH, "Người Phường Kia")
        self.carry()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with ExitStack() as stack:
        hub = stack.enter_context(open_hub(tmp_path / "hub"))
        one, two = (stack.enter_context(rehearsal_desk(tmp_path / f"d{n}", desk_number=n)) for n in (1, 2))
        inbox = tmp_path / "đến"
        inbox.mkdir()
        for desk, office in zip((one, two), OFFICES, strict=False):
            join(hub, desk, tmp_path, office)
        dossier = received(one, BIRTH, "Người Phường Này")
        due_at = dossier_in(one.dossiers, one.journal.reading(), dossier).registered.due_at
        # The same day, hours before its end: on time by the day, early by the minute.
        one.time.put(due_at - timedelta(hours=2))
        issue_result(one.dossiers, by=one.admin, dossier=dossier, command_id=one.journal.new_id())
        made = World(hub=hub, one=one, two=two, inbox=inbox, dossier=dossier)
        made.carry()
        yield made


def received_name(world: World) -> str:
    """Return what the first office called the procedure when it received its dossier."""
    return dossier_in(world.one.dossiers, world.one.journal.reading(), world.dossier).registered.procedure_name


def timeliness(world: World, unit: str) -> tuple[list[int], list[str]]:
    """Return early, on time and late results of an office at the hub, and the names of its lines."""
    scope = scope_of(("2026-01-01", "2026-12-31"), unit)
    report: Report = make_report(world.hub.reports, by=staff_of(world.hub), definition="timeliness", scope=scope)
    table = next(each for each in report.tables if any("sinh" in row.label for row in each.rows))
    cells = [table.rows[0].cells[table.column(key)].value or 0 for key in ("early", "on_time", "late")]
    return cells, [row.label for row in table.rows]


def test_results_of_an_office_stay_on_time_whatever_another_office_counts_in_hours(world: World) -> None:
    before = timeliness(world, OFFICES[0].code)
    assert before[0] == [0, 1, 0]
    world.twist()
    assert timeliness(world, OFFICES[0].code) == before
    issue_result(
        world.two.dossiers,
        by=world.two.admin,
        dossier=received(world.two, BIRTH, "Người Chờ"),
        command_id=world.two.journal.new_id(),
    )
    world.carry()
    counts, names = timeliness(world, OFFICES[1].code)
    assert (counts, names) == ([1, 0, 0], [TWISTED]), "by the minute, as that office has it"


def test_a_list_in_excel_names_each_dossier_as_its_own_office_does(world: World, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    world.twist()
    hub, by = world.hub, staff_of(world.hub)
    made = export(hub.dossiers, Wanted(), by=by, title="Tất cả", folder=tmp_path, say=lambda _done, _total: None)
    rows = load_workbook(made.file).worksheets[0].iter_rows(min_row=2, values_only=True)
    shown = {row[1]: row[5] for row in rows}
    assert shown["Người Phường Kia"] == TWISTED
    assert shown["Người Phường Này"] == received_name(world)


def test_the_way_to_a_promised_date_is_told_by_the_catalogue_of_its_office(world: World) -> None:
    db, hub = world.hub.journal.reading(), world.hub.dossiers
    fact = dossier_in(hub, db, world.dossier).registered
    version, plan = received_under(hub, db, fact), counted(hub, db, fact, ())
    assert version is not None
    assert plan is not None
    assert plan.due_at == fact.due_at
    world.twist()
    db = world.hub.journal.reading()
    assert received_under(hub, db, fact) == version
    assert counted(hub, db, fact, ()) == plan


def test_a_procedure_that_one_office_ends_is_still_known_for_the_others(world: World) -> None:
    two = world.two
    two.time.put(world.one.time.now() + timedelta(hours=1))
    end_procedure(
        two.catalogue,
        by=two.admin,
        code=BIRTH,
        last_on=world.in_force().valid_from - timedelta(days=1),
        reason="Thử",
        command_id=two.journal.new_id(),
    )
    world.carry()
    db, hub = world.hub.journal.reading(), world.hub.dossiers
    assert received_under(hub, db, dossier_in(hub, db, world.dossier).registered) is not None
    assert BIRTH in world.hub.catalogue.present().versions


def test_a_result_whose_register_is_signed_at_the_desk_stays_so_when_another_office_asks_for_no_register(
    world: World,
) -> None:
    dossier = received(world.one, BIRTH, "Cụ Bà Phường Này", priority="người cao tuổi")
    issue_result(world.one.dossiers, by=world.one.admin, dossier=dossier, command_id=world.one.journal.new_id())
    world.twist()
    (proposed,) = proposals(world.hub.returns)
    assert "ký" in proposed.blocked


def test_what_the_hub_imports_is_handed_down_also_where_an_office_had_it_before(world: World, tmp_path: Path) -> None:
    world.twist()
    by, new_id = staff_of(world.hub), world.hub.journal.new_id
    twisted = world.in_force()
    publish(world.hub.catalogue, by=by, procedures=(twisted,), command_id=new_id())
    _file, pack = hand_down(
        world.hub.reference, by=by, folder=tmp_path, parts=("catalogue",), note="Thử", command_id=new_id()
    )
    assert twisted in pack.procedures


def test_analysts_get_each_desks_versions_apart(world: World, tmp_path: Path) -> None:
    world.twist()
    folder = tmp_path / "phân tích"
    written = write_files(world.hub.sync, by=staff_of(world.hub), folder=folder, format_="csv")
    assert "procedure_ends" in {each.table for each in written}
    rows = [
        line.split(",")
        for line in (folder / "procedure_versions.csv").read_text(encoding="utf-8-sig").splitlines()
        if line.startswith(f"{BIRTH},")
    ]
    assert {row[1] for row in rows if TWISTED in row} == {world.two.journal.desk_id}
    assert len({row[1] for row in rows}) == 3
