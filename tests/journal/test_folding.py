from datetime import date
from typing import ClassVar

import pytest

from desk_app.journal import tables
from desk_app.journal.chain import sealed
from desk_app.journal.fact import Fact
from desk_app.journal.fold_pass import fold_all, fold_entry
from desk_app.journal.folding import EntryFold, FoldRegistry
from desk_app.kernel.errors import Refused
from tests.journal.desks import MORNING, Office, TestDesk
from tests.journal.notebook import ColourFold, ColourSet, Glanced, NoteFold, Struck, Written, registry


class Moved(Fact):
    KIND = "note.moved"
    VERSION = 3


class MovedFold(EntryFold):
    name = "moved"
    facts: ClassVar[tuple[type[Fact], ...]] = (Moved,)
    lifts: ClassVar = {("note.moved", 1): dict}


def a_full_notebook(desk: TestDesk) -> None:
    desk.add("n1", Written(words="một", on_day=date(2026, 11, 23)), Glanced(), Struck(), Glanced())
    desk.add("n2", Written(words="hai", on_day=date(2026, 11, 24)), ColourSet(code="#00f"))
    desk.add("red", ColourSet(code="#f00"), ColourSet(code="#e00"))


def test_an_old_body_is_lifted_to_the_present_fact_when_it_is_read_and_when_it_is_folded(office: Office) -> None:
    old = office.desk("b").write("n1", "mới")
    old = sealed(old._replace(version=1, body=b'{"text":"c\xc5\xa9"}'))
    desk = office.desk("a")
    desk.journal.merge([old])
    (recorded,) = desk.journal.history("n1")
    assert recorded.fact == Written(words="cũ", on_day=date(2020, 1, 1))
    assert recorded.entry == old
    assert recorded.at == MORNING
    assert desk.tables()["notes"] == [("n1", "cũ", "2020-01-01", 1, "b")]
    assert desk.journal.refold() == ()


def test_a_fold_that_cannot_lift_every_old_version_is_found_at_start() -> None:
    with pytest.raises(ValueError, match=r"moved cannot lift note\.moved from version 2"):
        FoldRegistry([MovedFold()])


def test_two_folds_for_one_kind_are_found_at_start() -> None:
    with pytest.raises(ValueError, match=r"two folds read note\.written"):
        FoldRegistry([NoteFold(), ColourFold(), NoteFold()])


def test_a_kind_that_nobody_folds_is_a_newer_program_s() -> None:
    with pytest.raises(Refused) as caught:
        registry().fold_of("note.sung")
    assert caught.value.code == "journal.newer"


def test_a_fold_reads_only_its_own_facts_of_a_subject_it_shares(desk: TestDesk) -> None:
    desk.add("n1", Glanced(), ColourSet(code="#f00"), Written(words="một", on_day=date(2026, 11, 23)), Glanced())
    content = desk.tables()
    assert content["notes"] == [("n1", "một", "2026-11-23", 1, "a")]
    assert content["colours"] == [("n1", "#f00")]
    assert [row[0] for row in content["glances"]] == ["a/1/1", "a/1/4"]


def test_folding_all_again_changes_nothing(desk: TestDesk) -> None:
    a_full_notebook(desk)
    before = desk.tables()
    assert all(before[name] for name in ("notes", "colours", "glances"))
    assert desk.journal.refold() == ()
    assert desk.tables() == before


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("notes", "UPDATE notes SET words = 'sửa tay' WHERE id = 'n2'"),
        ("colours", "DELETE FROM colours"),
        ("glances", "INSERT INTO glances (entry, note, clock) VALUES ('a/1/99', 'n1', 0)"),
        ("findings", "INSERT INTO findings VALUES ('notes', 'n1', 'struck', 'a/1/1', '', 'bịa')"),
    ],
)
def test_folding_again_names_and_mends_a_table_that_was_changed_by_hand(
    desk: TestDesk, table: str, statement: str
) -> None:
    a_full_notebook(desk)
    before = desk.tables()
    desk.journal.store.transact(lambda db: db.execute(statement))
    assert desk.tables() != before
    assert desk.journal.refold() == (table,)
    assert desk.tables() == before


def test_an_entry_fold_that_is_given_its_entry_again_changes_nothing(desk: TestDesk) -> None:
    a_full_notebook(desk)
    before = desk.tables()
    with desk.journal.store.writing() as db:
        for entry in reversed([entry for entry in desk.entries() if entry.kind == Glanced.KIND]):
            assert fold_entry(db, desk.journal.registry, entry) == "glances"
    assert desk.tables() == before


def test_folding_all_leaves_the_journal_itself_alone(desk: TestDesk) -> None:
    a_full_notebook(desk)
    own = {name: rows for name, rows in desk.everything().items() if name in ("entries", "parked_entries", "alarms")}
    with desk.journal.store.writing() as db:
        fold_all(db, desk.journal.registry)
    assert {name: desk.everything()[name] for name in own} == own


def test_local_columns_are_no_part_of_what_desks_must_agree_on(desk: TestDesk) -> None:
    a_full_notebook(desk)
    before = tables.content(desk.db, "glances")
    desk.journal.store.transact(lambda db: db.execute("UPDATE glances SET local_row = local_row + 100"))
    assert tables.content(desk.db, "glances") == before
    assert len(before[0]) == 3


def test_questions_to_the_journal_are_answered_in_their_order(desk: TestDesk) -> None:
    a_full_notebook(desk)
    names = [entry.name for entry in desk.entries()]
    assert [entry.name for entry in tables.latest_entries(desk.db, 3)] == names[:-4:-1]
    assert tables.count_entries(desk.db) == len(names) == 8
    assert tables.find_entry(desk.db, "a", 1, 3) == desk.entries()[2]
    assert tables.find_entry(desk.db, "a", 1, 9) is None
    assert tables.head(desk.db, "a", 1)[0] == 8
    assert [each.entry.seq for each in desk.journal.history("n1")] == [1, 2, 3, 4]
