"""The hub takes everybody's files and says how each unit stands."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.desk import Desk
from desk_app.dossiers.register import register
from desk_app.kernel.errors import NotAllowed, NotFound
from desk_app.kernel.time_source import FixedTime
from desk_app.sync.acknowledgement import take_acknowledgement
from desk_app.sync.hub.inbox import take_inbox
from desk_app.sync.hub.units import DeskStanding, list_standings
from desk_app.sync.package import read_cover
from desk_app.sync.status import status
from tests.desks import RehearsalDesk, form, rehearsal_desk
from tests.sync.hubs import OFFICES, join, open_hub, sent, staff_of


@dataclass(frozen=True, kw_only=True)
class World:
    """A hub, two offices with a desk each, an inbox and a place for answers."""

    hub: Desk
    desks: tuple[RehearsalDesk, RehearsalDesk]
    inbox: Path
    answers: Path


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with ExitStack() as stack:
        hub = stack.enter_context(open_hub(tmp_path / "hub"))
        one, two = (stack.enter_context(rehearsal_desk(tmp_path / f"d{n}", desk_number=n)) for n in (1, 2))
        inbox, answers = tmp_path / "den", tmp_path / "di"
        inbox.mkdir()
        answers.mkdir()
        for desk, office in zip((one, two), OFFICES, strict=False):
            join(hub, desk, tmp_path, office)
        yield World(hub=hub, desks=(one, two), inbox=inbox, answers=answers)


def registered(desk: RehearsalDesk, count: int) -> None:
    for number in range(count):
        taken = form(f"Người {'ABCDEFG'[number]}")
        register(desk.dossiers, by=desk.admin, form=taken, command_id=desk.journal.new_id())


def test_files_of_several_offices_are_taken_and_each_desk_is_answered(world: World) -> None:
    for desk, count in zip(world.desks, (3, 2), strict=True):
        registered(desk, count)
        sent(desk, world.inbox)
    taken = take_inbox(world.hub.sync, by=staff_of(world.hub), folder=world.inbox, answers=world.answers)
    assert (taken.refused, len(taken.answers)) == (0, 2)
    units = list_standings(world.hub.sync, by=staff_of(world.hub))
    assert [(unit.name, unit.dossiers) for unit in units] == [(OFFICES[0].name, 3), (OFFICES[1].name, 2)]
    assert world.hub.office.present_book().get_agency().code == "H15", "other offices' words do not change the hub"
    for desk in world.desks:
        answer = next(Path(file) for file in taken.answers if desk.journal.desk_id in _receivers(Path(file)))
        take_acknowledgement(desk.sync, by=desk.admin, file=answer)
        assert status(desk.sync, by=desk.admin).days_since_acknowledged == 0


def standing(world: World, desk: RehearsalDesk) -> DeskStanding:
    """Return how the hub sees one desk."""
    units = list_standings(world.hub.sync, by=staff_of(world.hub))
    return next(each for unit in units for each in unit.desks if each.desk == desk.journal.desk_id)


def later(world: World, days: int) -> None:
    time = world.hub.journal.time
    assert isinstance(time, FixedTime)
    time.advance(timedelta(days=days))


def _receivers(file: Path) -> tuple[str, ...]:
    return read_cover(file).to


def test_a_broken_file_keeps_no_other_from_being_taken_and_a_second_pass_is_harmless(world: World) -> None:
    registered(world.desks[0], 1)
    registered(world.desks[1], 1)
    broken = sent(world.desks[0], world.inbox)
    broken.write_bytes(broken.read_bytes()[:-900])
    sent(world.desks[1], world.inbox)
    (world.inbox / "khác.tar").write_bytes(b"x" * 2048)
    first = take_inbox(world.hub.sync, by=staff_of(world.hub), folder=world.inbox)
    assert sorted(each.error for each in first.verdicts) == ["", "sync.not_a_bundle", "sync.truncated"]
    again = take_inbox(world.hub.sync, by=staff_of(world.hub), folder=world.inbox)
    assert (first.entries > 0, again.entries) == (True, 0)


def test_looking_first_changes_nothing(world: World) -> None:
    registered(world.desks[0], 2)
    sent(world.desks[0], world.inbox)
    looked = take_inbox(world.hub.sync, by=staff_of(world.hub), folder=world.inbox, answers=world.answers, dry_run=True)
    assert looked.verdicts[0].imported is not None
    assert looked.verdicts[0].imported.new_dossiers == 2
    assert list(world.answers.iterdir()) == []
    assert [standing(world, desk).dossiers for desk in world.desks] == [0, 0]


def test_who_sent_nothing_for_a_week_is_silent(world: World) -> None:
    registered(world.desks[0], 1)
    sent(world.desks[0], world.inbox)
    take_inbox(world.hub.sync, by=staff_of(world.hub), folder=world.inbox)
    spoke, never = (standing(world, desk) for desk in world.desks)
    assert (spoke.is_silent, spoke.silent_days, never.is_silent, never.silent_days) == (False, 0, True, None)
    later(world, 7)
    assert standing(world, world.desks[0]).is_silent


def test_late_dossiers_of_a_unit_are_counted(world: World) -> None:
    registered(world.desks[0], 2)
    sent(world.desks[0], world.inbox)
    take_inbox(world.hub.sync, by=staff_of(world.hub), folder=world.inbox)
    later(world, 30)
    seen = standing(world, world.desks[0])
    assert (seen.dossiers, seen.late) == (2, 2)


def test_no_folder_and_nobody_without_the_right(world: World, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="Không thấy thư mục"):
        take_inbox(world.hub.sync, by=staff_of(world.hub), folder=tmp_path / "không")
    desk = world.desks[0]
    with pytest.raises(NotAllowed):
        take_inbox(desk.sync, by=desk.accounts_by_role["volunteer"], folder=world.inbox)
