"""Every command refuses a person without the right: the table below must name them all."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

import desk_app
from desk_app.accounts import commands as accounts
from desk_app.accounts.facts import AccountAdded, AccountChanged
from desk_app.accounts.rules import PERMISSIONS, Role
from desk_app.accounts.secret_rules import SecretKind
from desk_app.catalogue import commands as catalogue
from desk_app.dossiers import commands as dossiers
from desk_app.dossiers.register import register
from desk_app.journal.tables import count_entries
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import NotAllowed
from desk_app.office import commands as office
from desk_app.printing import commands as printing
from desk_app.printing.printer_settings import Printer
from desk_app.working_time import commands as working_time
from desk_app.working_time.calendar import WorkingYear
from desk_app.working_time.shipped import shipped_readings
from tests.desks import AGENCY, PASSWORD, PEOPLE, RehearsalDesk, form

SOMEBODY = "01a201b5-0353-7000-b94b-57cd80c9eea9"
PERSON = AccountAdded(login="nguoi.moi", name="Người Mới", roles=(Role.OFFICER,))
YEAR = WorkingYear(year=2027, notice="Thông báo thử")
PRINTER = Printer(name="Thử", kind="preview")
OWN = {"kind": SecretKind.PASSWORD, "old": PASSWORD, "new": "mat-khau-khac-9"}
ABOUT = "dossier:" + SOMEBODY

# What each command asks for, and arguments that would be right if the person were.
COMMANDS: tuple[tuple[Callable[..., Written], str, str, Mapping[str, Any]], ...] = (
    (accounts.add_account, "accounts", "accounts.add", {"person": PERSON, "password": PASSWORD}),
    (
        accounts.change_account,
        "accounts",
        "accounts.change",
        {"account_id": SOMEBODY, "change": AccountChanged(name="X")},
    ),
    (accounts.end_account, "accounts", "accounts.end", {"account_id": SOMEBODY, "reason": "thôi việc"}),
    (accounts.set_secret, "accounts", "accounts.set_own_password", OWN),
    (accounts.reset_secret, "accounts", "accounts.reset_password", {"password": PASSWORD}),
    (accounts.look_up_logged, "accounts", "access.log", {"about": ABOUT, "how": "card"}),
    (office.describe_office, "office", "office.describe", {"agency": AGENCY}),
    (office.put_setting, "office", "office.put_setting", {"valid_from": date(2026, 12, 1)}),
    (working_time.import_year, "working_time", "calendar.import", {"year": YEAR}),
    (working_time.put_reading, "working_time", "working_time.put_reading", {"reading": shipped_readings()[0]}),
    (printing.configure_printer, "printing", "printers.configure", {"printer": PRINTER}),
    (printing.remove_printer, "printing", "printers.configure", {"name": "Thử"}),
    (printing.copy_paper, "printing", "papers.copy", {"paper_id": SOMEBODY}),
    (printing.cancel_job, "printing", "jobs.cancel", {"job_id": SOMEBODY, "reason": "thử"}),
    (printing.retry_job, "printing", "jobs.retry", {"job_id": SOMEBODY}),
    (printing.confirm_job, "printing", "jobs.retry", {"job_id": SOMEBODY}),
    (catalogue.publish, "catalogue", "catalogue.publish", {"procedures": ()}),
    (
        catalogue.end_procedure,
        "catalogue",
        "catalogue.publish",
        {"code": "1.001193", "last_on": date(2026, 12, 1), "reason": "x"},
    ),
    (register, "dossiers", "dossiers.register", {"form": form()}),
    (dossiers.finish_step, "dossiers", "dossiers.step", {"dossier": SOMEBODY}),
    (dossiers.issue_result, "dossiers", "dossiers.issue_result", {"dossier": SOMEBODY}),
    (dossiers.hand_over, "dossiers", "dossiers.hand_over", {"dossier": SOMEBODY}),
    (dossiers.add_note, "dossiers", "dossiers.note", {"dossier": SOMEBODY, "text": "thử"}),
)


def arguments(desk: RehearsalDesk, command: Callable[..., Written], given: Mapping[str, Any]) -> dict[str, Any]:
    """Complete what a table line leaves out because only an open desk knows it."""
    if command is accounts.reset_secret:
        return {**given, "account_id": desk.accounts_by_role["volunteer"]}
    if command is office.put_setting:
        from desk_app.office.rules import SETTINGS

        setting = next(iter(SETTINGS.values())) if isinstance(SETTINGS, Mapping) else SETTINGS[0]
        return {**given, "key": setting.key, "value": setting.default}
    return dict(given)


def commands_of_the_product() -> set[Callable[..., Written]]:
    """Return every public function that says who acts and which command it is."""
    found: set[Callable[..., Written]] = set()
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
    desk: RehearsalDesk, command: Callable[..., Written], room: str, permission: str, given: Mapping[str, Any]
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
