"""Homes for the command line: a rehearsal one as ``desk init --rehearsal`` makes it, with people of every role."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from desk_app.accounts.commands import set_secret
from desk_app.accounts.secret_rules import SecretKind
from tests.cli.command_line import Ran, desk
from tests.desks import PASSWORD, opened, rehearsal_desk


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Give the folder of a rehearsal home with an office and accounts, closed."""
    folder = tmp_path / "home"
    with rehearsal_desk(folder):
        return folder


@pytest.fixture
def real_home(tmp_path: Path) -> Iterator[Path]:
    """Give the folder of a real home, on a computer without a key store: its key is under the password."""
    previous = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    folder = tmp_path / "real"
    made = init(folder, DESK_PASSWORD="lúa-chín-vàng-đồng")
    assert made.code == 0, made.err
    yield folder
    keyring.set_keyring(previous)


def init(folder: Path, *more: str, **variables: str) -> Ran:
    """Run ``desk init`` for an invented office."""
    office = ("--office-code", "000.16.32.H49", "--office-name", "Ủy ban nhân dân xã Hòa Mẫu", "--desk-number", "1")
    return desk("init", *office, "--home", folder, "--json", *more, **variables)


@pytest.fixture
def own_passwords(home: Path) -> dict[str, str]:
    """Give each person of the rehearsal a password of their own choice; return them by login name."""
    made = opened(home)
    for role, account in made.accounts_by_role.items():
        command_id = made.journal.new_id()
        new = f"riêng-của-{role}"
        set_secret(made.accounts, by=account, kind=SecretKind.PASSWORD, old=PASSWORD, new=new, command_id=command_id)
    made.close()
    return {role: f"riêng-của-{role}" for role in made.accounts_by_role}
