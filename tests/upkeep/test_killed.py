"""Programs killed in the middle of a copy. ``MOT_CUA_KILLS=30`` makes it a long run."""

import os
import random
import time
from pathlib import Path

from desk_app.journal.tables import count_entries
from desk_app.upkeep import place as places
from desk_app.upkeep.copies import list_copies
from desk_app.upkeep.proving import prove
from tests.bench.journals import fill_journal
from tests.desks import RehearsalDesk
from tests.upkeep import second_program
from tests.upkeep.copying import copied, restored

KILLS = int(os.environ.get("MOT_CUA_KILLS", "3"))


def test_a_killed_copy_leaves_whole_copies_or_none(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    fill_journal(desk, 3_000)
    chance = random.Random(int(os.environ.get("MOT_CUA_SEED", "5")))
    for _ in range(KILLS):
        program = second_program.start(desk.home.folder, stick)
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, 0.5))
        program.kill()
        said = {Path(line.strip()) for line in program.stdout}
        program.wait()
        program.stdout.close()
        there = list_copies(stick)
        # Of one day only the newest stays: the last one said is there, or one that was done after it.
        assert not said or there
        for each in there:
            prove(each, desk.journal.store.key)
    made = copied(desk, stick)
    assert made.entries == count_entries(desk.journal.reading())
    assert restored(stick, tmp_path / "back").entries == made.entries


def test_what_a_killed_program_left_is_swept_away_an_hour_later(desk: RehearsalDesk, stick: Path) -> None:
    folder = Path(copied(desk, stick).folder).parent
    fresh, old = folder / "20261101-080000.part-aa", folder / "20261102-080000.part-bb"
    for each in (fresh, old):
        each.mkdir()
        (each / "desk.db.part").write_bytes(b"torn")
    hour_ago = time.time() - 4_000
    for each in (old / "desk.db.part", old):
        os.utime(each, (hour_ago, hour_ago))
    places.remove_leftovers(folder)
    assert (fresh.exists(), old.exists()) == (True, False)
    assert len(list_copies(stick)) == 1
