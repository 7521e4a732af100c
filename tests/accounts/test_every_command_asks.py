"""Every command refuses a person without the right: the tables beside must name them all."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any

import pytest

import desk_app
from desk_app.accounts import commands as accounts
from desk_app.accounts.rules import PERMISSIONS
from desk_app.dossiers.register import register
from desk_app.journal.tables import count_entries
from desk_app.kernel.errors import NotAllowed
from desk_app.office import commands as office
from tests.accounts.commands_of_counter import COUNTER
from tests.accounts.commands_of_rooms import ROOMS
from tests.desks import PEOPLE, RehearsalDesk, form

COMMANDS = (*COUNTER, *ROOMS)


def arguments(desk: RehearsalDesk, command: Callable[..., object], given: Mapping[str, Any]) -> dict[str, Any]:
    """Complete what a table line leaves out because only an open desk knows it."""
    if command is accounts.reset_secret:
        return {**given, "account_id": desk.accounts_by_role["volunteer"]}
    if command is office.put_setting:
        from desk_app.office.rules import SETTINGS

        setting = next(iter(SETTINGS.values())) if isinstance(SETTINGS, Mapping) else SETTINGS[0]
        return {**given, "key": setting.key, "value": setting.default}
    return dict(given)


def commands_of_the_product() -> set[Callable[..., object]]:
    """Return every public function that says who acts and which command it is."""
    found: set[Callable[..., object]] = set()
    for module in pkgutil.walk_packages(desk_app.__path__, "desk_app."):
        if module.name.startswith(("desk_app.cli", "desk_app.demonstration", "desk_app.journal")):
            continue
        for name, value in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            if not name.startswith("_") and {"by", "command_id"} <= set(inspect.signature(value).parameters):
                found.add(value)
    return found


def test_the_table_names_every_command_there_is() -> None:
    assert {line[0] for line in COMMANDS} == commands_of_the_product()


@pytest.mark.parametrize(
    ("command", "room", "permission", "given"), COMMANDS, ids=[line[0].__name__ for line in COMMANDS]
)
def test_a_person_without_the_right_is_refused_and_nothing_is_written(
    desk: RehearsalDesk, command: Callable[..., object], room: str, permission: str, given: Mapping[str, Any]
) -> None:
    before = count_entries(desk.journal.reading())
    without = [desk.accounts_by_role[login] for login, role in PEOPLE.items() if permission not in PERMISSIONS[role]]
    for by in ("desk", *without):
        if command is accounts.set_secret and by == "desk":
            continue  # the machine has no password of its own to change
        with pytest.raises(NotAllowed):
            command(getattr(desk, room), by=by, command_id=desk.journal.new_id(), **arguments(desk, command, given))
    assert count_entries(desk.journal.reading()) == before


def test_an_ended_person_may_do_nothing_any_more(desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    new_id = desk.journal.new_id
    accounts.end_account(
        desk.accounts, by=desk.admin, account_id=officer, reason="chuyển công tác", command_id=new_id()
    )
    with pytest.raises(NotAllowed):
        register(desk.dossiers, by=officer, form=form(), command_id=new_id())
