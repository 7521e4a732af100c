"""A helper's account reaches no dossier: not by a permission, not by any page, not by any command of the command line."""

import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest

from desk_app.accounts.commands import set_secret
from desk_app.accounts.rules import PERMISSION_TABLE, PERMISSIONS, Role
from desk_app.accounts.secret_rules import SecretKind
from desk_app.cli.main import root
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from tests.accounts.people import an_account
from tests.cli.command_line import MORNING, desk
from tests.desks import PASSWORD, opened, rehearsal_desk
from tests.desks import form as registration
from ui.shell.pages import PAGES, pages_of

SECRET = Person(name="Lê Thị Bí Ẩn", id_number="093195004321", phone="0907000999", address="Ấp Kín")
# What a helper may do, and why it shows no dossier; every new permission must be thought about here.
HARMLESS = {
    "accounts.set_own_password": "the own password",
    "accounts.sign_in": "coming in",
    "tickets.take": "numbers of the queue, no names",
    "tickets.read": "numbers of the queue, no names",
    "surveys.rate": "a rating is looked up by a code that must be known, and answers nothing of the dossier",
    "writing.write": "this table's own work, one's own and of today",
}
PAGES_OF_A_HELPER = {"tickets", "writing", "settings"}


def commands(group: click.Group = root, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command of the command line with its path."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        if isinstance(found, click.Group):
            yield from commands(found, (*path, name))
        else:
            yield (*path, name), found


ALL = tuple(commands())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """Give a home with one dossier of somebody, its code and its id; the helper has a password of their own."""
    folder = tmp_path_factory.mktemp("reach") / "home"
    with rehearsal_desk(folder) as made:
        officer = made.accounts_by_role["officer"]
        taken = register(
            made.dossiers, by=officer, form=registration(applicant=SECRET), command_id=made.journal.new_id()
        )
        code = str(made.journal.history(taken.subject)[0].fact.code)  # type: ignore[attr-defined]
        dossier = taken.subject
    made = opened(folder)
    set_secret(
        made.accounts,
        by=made.accounts_by_role["volunteer"],
        kind=SecretKind.PASSWORD,
        old=PASSWORD,
        new="riêng-của-tôi-9",
        command_id=made.journal.new_id(),
    )
    made.close()
    return folder, code, dossier


def arguments(command: click.Command, code: str, folder: Path) -> list[str]:
    """Return values for everything the command asks for: the dossier's code wherever a text will do."""
    given: list[str] = []
    for parameter in command.params:
        if not parameter.required and not isinstance(parameter, click.Argument):
            continue
        value = _value(parameter, code, folder)
        given += [value] if isinstance(parameter, click.Argument) else [parameter.opts[0], value]
    return given


def _value(parameter: click.Parameter, code: str, folder: Path) -> str:
    if isinstance(parameter.type, click.Choice):
        return str(parameter.type.choices[0])
    if parameter.type is click.INT:
        return "1"
    name = parameter.name or ""
    if name in ("first", "last", "going_on") or "day" in name or "until" in name:
        return "2026-11-23"
    if name in ("file", "folder", "to"):
        return str(folder.parent / "out.pdf")
    return code


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) for path, _command in ALL])
def test_no_command_tells_a_helper_anything_of_a_dossier(
    home: tuple[Path, str, str], path: tuple[str, ...], command: click.Command
) -> None:
    folder, code, dossier = home
    if path[0] in ("init", "demo") or path[:2] == ("hub", "init"):
        return
    ran = desk(
        *path,
        *arguments(command, code, folder),
        *("--home", folder, "--json", "--now", MORNING, "--as", "volunteer"),
        stdin="",
        DESK_PASSWORD="riêng-của-tôi-9",
    )
    said = ran.out + ran.err
    for secret in (SECRET.name, SECRET.id_number, SECRET.phone, SECRET.address, dossier):
        assert secret not in said, shlex.join(path)
    made = [file for file in folder.parent.glob("out*") if SECRET.name.encode() in file.read_bytes()]
    assert made == []


@pytest.mark.parametrize("path", [path for path, _command in ALL if path[0] == "dossiers"], ids=" ".join)
def test_no_command_about_dossiers_does_anything_for_a_helper(
    home: tuple[Path, str, str], path: tuple[str, ...]
) -> None:
    folder, code, _dossier = home
    command = next(command for each, command in ALL if each == path)
    ran = desk(
        *path,
        *arguments(command, code, folder),
        *("--home", folder, "--json", "--now", MORNING, "--as", "volunteer"),
        stdin="{}\n",
        DESK_PASSWORD="riêng-của-tôi-9",
    )
    assert ran.code in (2, 3, 4), (path, ran.out, ran.err)


def test_every_permission_of_a_helper_was_thought_about() -> None:
    unknown = PERMISSIONS[Role.VOLUNTEER] - HARMLESS.keys()
    assert not {name for name in unknown if name.startswith(("dossiers.", "access.", "journal.", "attachments."))}
    about_people = ("returns.", "fees.", "papers.", "jobs.", "guidance.", "appointments.", "reports.", "findings.")
    assert not {name for name in unknown if name.startswith(about_people)}


def test_a_helper_opens_no_page_that_needs_a_permission_about_dossiers() -> None:
    opened_keys = {entry.key for entry in pages_of(an_account(Role.VOLUNTEER), date(2026, 11, 23))}
    forbidden = {"home", "registration", "on_the_spot", "find", "list", "card", "attachments", "hand_over", "returns"}
    assert opened_keys >= PAGES_OF_A_HELPER
    assert not opened_keys & (forbidden | {"fees", "queue", "guidance", "appointments", "reports", "findings", "sync"})
    names = {permission.name for permission in PERMISSION_TABLE}
    assert all(entry.permission in names for entry in PAGES)
