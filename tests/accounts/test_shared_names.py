"""Two desks that gave one login name to two people before they heard of each other."""

from pathlib import Path

from desk_app.accounts.commands import add_account
from desk_app.accounts.facts import AccountAdded
from desk_app.accounts.rules import Role
from desk_app.accounts.sign_in import sign_in
from desk_app.journal import tables as journal_tables
from tests.desks import RehearsalDesk, rehearsal_desk


def lan_at(desk: RehearsalDesk, password: str) -> str:
    person = AccountAdded(login="lan", name="Trần Thị Lan", roles=(Role.OFFICER,))
    command_id = desk.journal.new_id()
    written = add_account(desk.accounts, by=desk.admin, person=person, password=password, command_id=command_id)
    return written.subject.removeprefix("account:")


def test_a_name_means_whoever_has_a_password_on_this_desk(tmp_path: Path) -> None:
    with (
        rehearsal_desk(tmp_path / "a", desk_number=1) as first,
        rehearsal_desk(tmp_path / "b", desk_number=2) as second,
    ):
        older = lan_at(first, "sen-hong-2026-a")
        newer = lan_at(second, "sen-hong-2026-b")
        second.journal.merge(tuple(journal_tables.every_entry(first.journal.reading())))
        first.journal.merge(tuple(journal_tables.every_entry(second.journal.reading())))
        assert sign_in(first.accounts, "lan", "sen-hong-2026-a").id == older
        assert sign_in(second.accounts, "lan", "sen-hong-2026-b").id == newer
