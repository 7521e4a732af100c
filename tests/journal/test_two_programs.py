import random
import time

from desk_app.journal import tables
from tests.journal import second_program
from tests.journal.desks import TestDesk

COUNT = 60


def test_two_programs_that_write_at_once_keep_one_chain_without_gaps(desk: TestDesk) -> None:
    running = [second_program.start(desk.folder, name, COUNT) for name in ("lan", "minh")]
    told = [[int(line) for line in each.communicate(timeout=60)[0].splitlines()] for each in running]
    assert [each.returncode for each in running] == [0, 0]
    entries = desk.entries()
    assert [entry.seq for entry in entries] == list(range(1, 2 * 3 * COUNT + 1))
    assert sorted(told[0] + told[1]) == list(range(3, 2 * 3 * COUNT + 1, 3))
    assert {entry.actor for entry in entries} == {"lan", "minh"}
    clocks = [entry.clock for entry in entries]
    assert clocks == sorted(set(clocks))
    assert desk.journal.verify().breaks == ()
    assert desk.journal.refold() == ()
    assert desk.db.execute("SELECT writes FROM notes").fetchone()[0] == 2 * COUNT


def test_of_two_programs_given_the_same_commands_each_is_carried_out_once(desk: TestDesk) -> None:
    running = [second_program.start(desk.folder, "lan", COUNT) for _ in range(2)]
    told = [each.communicate(timeout=60)[0] for each in running]
    assert told[0] == told[1]
    assert len(desk.entries()) == 3 * COUNT


def test_a_killed_program_loses_no_command_that_it_had_acknowledged_and_halves_none(desk: TestDesk) -> None:
    chance = random.Random(1)
    for kill in range(5):
        running = second_program.start(desk.folder, f"k{kill}", 100_000)
        assert running.stdout is not None
        told = [int(running.stdout.readline())]
        time.sleep(chance.uniform(0, 0.1))
        running.kill()
        told += [int(line) for line in running.communicate()[0].splitlines(keepends=True) if line.endswith("\n")]
        head = tables.head(desk.db, "a", 1)[0]
        assert told[-1] <= head <= told[-1] + 3
        assert head % 3 == 0
    assert desk.journal.verify().breaks == ()
    assert desk.journal.refold() == ()
    assert desk.write("n1", "và vẫn ghi được").seq == tables.head(desk.db, "a", 1)[0]
