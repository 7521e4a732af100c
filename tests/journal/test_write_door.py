from datetime import date, timedelta

import pytest

from desk_app.journal import tables
from desk_app.journal.clock import wall_time
from desk_app.journal.write_door import Writing
from desk_app.kernel.errors import NotAllowed, Refused
from desk_app.storage.engine import SqliteError
from tests.journal.desks import MORNING, TestDesk
from tests.journal.notebook import STRANGER, ColourSet, Glanced, Struck, Written, adding

WORDS = Written(words="Đã nhận đủ giấy tờ", on_day=date(2026, 11, 23))


def test_an_entry_says_who_wrote_what_about_which_subject_and_when(desk: TestDesk) -> None:
    written = desk.add("n1", WORDS, by="lan", command_id="c1")
    (entry,) = written.entries
    assert (entry.desk, entry.epoch, entry.seq, entry.name) == ("a", 1, 1, "a/1/1")
    assert (entry.actor, entry.subject, entry.command_id) == ("lan", "n1", "c1")
    assert (entry.kind, entry.version) == ("note.written", 2)
    assert entry.body.decode() == '{"on_day":"2026-11-23","words":"Đã nhận đủ giấy tờ"}'
    assert entry.at == MORNING
    assert written.subject == "n1"
    assert written.changed == {"notes"}
    assert not written.repeated
    assert desk.entries() == (entry,)
    assert desk.journal.history("n1")[0].fact == WORDS


def test_a_table_stands_as_soon_as_its_fact_is_added(desk: TestDesk) -> None:
    def decide(writing: Writing) -> None:
        writing.add("n1", WORDS)
        assert writing.db.execute("SELECT words FROM notes").fetchall() == [(WORDS.words,)]
        writing.add("n1", Struck())
        assert writing.db.execute("SELECT words FROM notes").fetchall() == [("",)]
        writing.add("red", ColourSet(code="#f00"))

    written = desk.journal.write(by="lan", permission="", command_id="c1", decide=decide)
    assert [entry.seq for entry in written.entries] == [1, 2, 3]
    assert written.changed == {"notes", "colours"}


def test_a_repeated_command_returns_what_the_first_one_wrote_and_decides_nothing(desk: TestDesk) -> None:
    first = desk.add("n1", WORDS, Glanced(), command_id="c1")
    before = desk.everything()

    def decide(writing: Writing) -> None:
        pytest.fail(f"decided again at {writing.now}")

    again = desk.journal.write(by="lan", permission="", command_id="c1", decide=decide)
    assert again.repeated
    assert again.entries == first.entries
    assert again.changed == frozenset()
    assert desk.everything() == before


def test_a_decision_that_raises_leaves_nothing(desk: TestDesk) -> None:
    desk.write("n1", "trước")
    before = desk.everything()

    def decide(writing: Writing) -> None:
        writing.add("n1", WORDS)
        writing.add("red", ColourSet(code="#f00"))
        writing.add("n1", Glanced())
        raise Refused("notebook.full", "Sổ đã hết trang.")

    with pytest.raises(Refused):
        desk.journal.write(by="lan", permission="", command_id="c1", decide=decide)
    assert desk.everything() == before
    assert desk.write("n1", "sau").seq == 2


def test_who_lacks_the_permission_writes_nothing_and_decides_nothing(desk: TestDesk) -> None:
    before = desk.everything()

    def decide(writing: Writing) -> None:
        pytest.fail(f"decided for {writing.by}")

    with pytest.raises(NotAllowed):
        desk.journal.write(by=STRANGER, permission="n1", command_id="c1", decide=decide)
    assert desk.everything() == before


def test_the_permission_is_asked_inside_the_transaction_that_uses_it(desk: TestDesk) -> None:
    desk.write("n1", "mở cho mọi người")
    written = desk.journal.write(by=STRANGER, permission="n1", command_id="c1", decide=adding("n1", Glanced()))
    assert written.entries[0].actor == STRANGER


def test_a_command_that_writes_nothing_can_be_given_again(desk: TestDesk) -> None:
    for _ in range(2):
        written = desk.journal.write(by="lan", permission="", command_id="c1", decide=adding("n1"))
        assert written.entries == ()
        assert not written.repeated


def test_the_clock_counts_up_within_a_millisecond_and_when_the_wall_goes_back(desk: TestDesk) -> None:
    entries = [desk.write("n1", str(turn)) for turn in range(3)]
    desk.advance(days=-3)
    entries += [desk.write("n1", str(turn)) for turn in range(3)]
    desk.put_clock(MORNING + timedelta(seconds=1))
    entries.append(desk.write("n1", "sau"))
    clocks = [entry.clock for entry in entries]
    assert clocks == sorted(set(clocks))
    assert [clock - clocks[0] for clock in clocks[:6]] == [0, 1, 2, 3, 4, 5]
    assert wall_time(clocks[-1]) == MORNING + timedelta(seconds=1)


def test_sixty_five_thousand_entries_in_one_millisecond_run_into_the_next(desk: TestDesk) -> None:
    first = desk.write("n1", "đầu")
    with desk.journal.store.writing() as db:
        tables.adopt_clock(db, first.clock | 0xFFFF)
    assert wall_time(desk.write("n1", "sau").clock) == MORNING + timedelta(milliseconds=1)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET actor = 'minh'",
        "UPDATE entries SET seq = 9 WHERE seq = 1",
        "DELETE FROM entries",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE seq = 1",
        "REPLACE INTO entries (rowid, desk, epoch, seq, command_id, clock, actor, subject, kind, version, body,"
        " previous, digest) SELECT rowid, 'b', 1, 1, 'x', 0, 'x', 'x', 'x', 1, body, previous, digest FROM entries",
        "UPDATE OR REPLACE entries SET seq = 1 WHERE seq = 2",
    ],
)
def test_the_file_itself_keeps_entries_from_being_changed(desk: TestDesk, statement: str) -> None:
    desk.add("n1", WORDS, Struck())
    before = desk.everything()
    with pytest.raises(SqliteError, match="append-only"):
        desk.journal.store.transact(lambda db: db.execute(statement))
    assert desk.everything() == before
    assert desk.journal.verify().breaks == ()
