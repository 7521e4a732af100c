"""Two desks of one office: they merge into the same tables, and what contradicts is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.dossiers.commands import dossier_in, hand_over, issue_result
from desk_app.dossiers.register import register
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry, list_findings
from tests.desks import RehearsalDesk, form, rehearsal_desk


@pytest.fixture
def second(tmp_path: Path) -> Iterator[RehearsalDesk]:
    with rehearsal_desk(tmp_path / "second", desk_number=2) as made:
        yield made


def exchanged(one: RehearsalDesk, other: RehearsalDesk) -> None:
    """Let each desk take over everything the other one has."""
    mine, theirs = list(every_entry(one.journal.reading())), list(every_entry(other.journal.reading()))
    one.journal.merge(theirs)
    other.journal.merge(mine)


def registered(desk: RehearsalDesk, name: str) -> str:
    return register(desk.dossiers, by=desk.admin, form=form(name), command_id=desk.journal.new_id()).subject


def test_two_desks_never_issue_one_code_and_end_with_the_same_tables(
    desk: RehearsalDesk, second: RehearsalDesk
) -> None:
    ids = [registered(desk, f"Người Một {letter}") for letter in "ABC"] + [
        registered(second, f"Người Hai {x}") for x in "ABC"
    ]
    exchanged(desk, second)
    codes = {dossier_in(desk.dossiers, desk.journal.reading(), each).code for each in ids}
    assert len(codes) == 6
    contents = [table_contents(each.journal.reading(), each.journal.registry) for each in (desk, second)]
    assert contents[0] == contents[1]


def test_one_result_handed_over_by_two_desks_is_a_finding_on_both(desk: RehearsalDesk, second: RehearsalDesk) -> None:
    dossier = registered(desk, "Nguyễn Thị Mẫu")
    issue_result(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    exchanged(desk, second)
    hand_over(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    hand_over(
        second.dossiers,
        by=second.admin,
        dossier=dossier,
        relation="relative",
        to="Lê Văn Thử",
        command_id=second.journal.new_id(),
    )
    exchanged(desk, second)
    found = [list_findings(each.journal.reading()) for each in (desk, second)]
    assert found[0] == found[1]
    assert found[0][0][1] == "handed_over_twice"
    assert "Lê Văn Thử" in found[0][0][4]
