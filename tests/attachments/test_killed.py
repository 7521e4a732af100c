"""A program killed while it adds loses nothing that it had said, and leaves nothing that is not named and removed."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from desk_app.attachments.commands import purge
from desk_app.attachments.reading import disorder
from desk_app.attachments.tables import list_keys
from tests.attachments.papers import content, dossier_of, files_here, listed, pdf
from tests.desks import RehearsalDesk

ROOT = Path(__file__).resolve().parents[2]
KILLS = 6


def killed(desk: RehearsalDesk, dossier: str, folder: Path, after_s: float) -> list[str]:
    """Return what a second program said it had added before it was killed."""
    command = [sys.executable, "-m", "tests.attachments.second_program", str(desk.home.folder), dossier, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as running:
        assert running.stdout is not None
        first = running.stdout.readline()
        time.sleep(after_s)
        running.kill()
        rest = running.communicate()[0]
    assert first
    return [line.strip() for line in (first, *rest.splitlines(keepends=True)) if line.endswith("\n")]


def test_a_killed_program_loses_nothing_it_had_said_and_its_leavings_are_swept(
    desk: RehearsalDesk, tmp_path: Path
) -> None:
    chance, said = random.Random(20261123), set()
    dossier = dossier_of(desk)
    for kill in range(KILLS):
        folder = tmp_path / str(kill)
        folder.mkdir()
        said.update(killed(desk, dossier, folder, chance.uniform(0.0, 0.12)))
    kept = listed(desk, dossier)
    # One more of each program may stand: written, but killed before it could say so.
    assert said <= {each.attachment.id for each in kept}
    assert len(kept) <= len(said) + KILLS
    for each in kept:
        assert content(desk, each).startswith(pdf(0)[:9])
    assert disorder(desk.attachments).missing == ()
    for file in desk.home.attachments.iterdir():
        os.utime(file, (1, 1))
    known = {key.file for key in list_keys(desk.journal.reading())}
    assert set(disorder(desk.attachments).strays) == set(files_here(desk)) - known
    purge(desk.attachments, by=desk.admin, command_id=desk.journal.new_id())
    assert set(files_here(desk)) == known
    assert disorder(desk.attachments).strays == ()


def test_a_half_written_file_is_left_alone_while_somebody_may_be_writing_it(desk: RehearsalDesk) -> None:
    desk.home.attachments.mkdir()
    (desk.home.attachments / "half.part").write_bytes(b"x")
    purge(desk.attachments, by=desk.admin, command_id=desk.journal.new_id())
    assert files_here(desk) == ["half.part"]
