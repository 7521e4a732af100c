"""Programs killed in the middle of writing and taking bundles. ``MOT_CUA_KILLS=100`` makes it a long run."""

import os
import random
import shutil
import time
from pathlib import Path

from desk_app.sync.package import read_cover
from tests.desks import RehearsalDesk, opened
from tests.sync import second_program
from tests.sync.carrying import SyncOffice, everything, send, state, take, work

KILLS = int(os.environ.get("MOT_CUA_KILLS", "3"))


def test_a_killed_export_leaves_whole_bundles_or_none(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    work(desk, *["Nguyễn Văn Mẫu"] * 300)
    chance = random.Random(int(os.environ.get("MOT_CUA_SEED", "3")))
    known: set[str] = set()
    for _ in range(KILLS):
        program = second_program.start("export", desk.home.folder, stick)
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, 0.4))
        program.kill()
        said = {line.strip() for line in program.stdout}
        program.wait()
        program.stdout.close()
        there = {file.name for file in stick.glob("goi-*.tar")}
        # The last one may stand although its name could not be said any more.
        assert said <= there
        for name in there - known:
            assert read_cover(stick / name).entries > 600
            take(hub, stick / name, dry_run=True)
        known = there
    assert state(desk) == state(desk)
    made = send(desk, stick)
    assert take(hub, made.file).taken == made.entries


def test_a_killed_import_leaves_whole_steps_and_goes_on(
    desk: RehearsalDesk, hub: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    work(desk, *["Nguyễn Văn Mẫu"] * 300)
    made = send(desk, stick)
    chance = random.Random(int(os.environ.get("MOT_CUA_SEED", "4")))
    fresh = office.copied(hub, "fresh")
    take(hub, made.file)
    reached = []
    for number in range(KILLS):
        folder = office.folder / f"killed-{number}"
        shutil.copytree(fresh, folder)
        program = second_program.start("import", folder, made.file)
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, 0.25))
        program.kill()
        program.wait()
        program.stdout.close()
        again = opened(folder)
        try:
            seq = (
                again.journal.reading()
                .execute("SELECT count(*) FROM entries WHERE desk = ?", (desk.journal.desk_id,))
                .fetchone()[0]
            )
            reached.append(seq)
            assert seq % second_program.STEP == 0 or seq == made.entries
            assert again.journal.verify().breaks == ()
            assert again.journal.refold() == ()
            rest = take(again, made.file)
            assert (rest.known, rest.taken) == (seq, made.entries - seq)
            assert (state(again), everything(again)) == (state(hub), everything(hub))
        finally:
            again.close()
    assert len(reached) == KILLS
