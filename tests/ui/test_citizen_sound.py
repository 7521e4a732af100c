"""What is heard at a call: the chime first, then the words, and never anybody's harm."""

import stat
import wave
from itertools import pairwise
from pathlib import Path

import pytest

from tests.ui.windows import Seat
from ui.citizen.chime import chime_wave
from ui.citizen.sound import Announcer, Tools, chime_file, speech, tools_of
from ui.rehearsal.hands import Hands


def test_the_chime_that_ships_is_the_one_that_is_synthesised() -> None:
    assert chime_file().read_bytes() == chime_wave()
    with wave.open(str(chime_file())) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 16_000)
        frames = file.readframes(file.getnframes())
    samples = [int.from_bytes(frames[at : at + 2], "little", signed=True) for at in range(0, len(frames), 2)]
    assert 8_000 < max(map(abs, samples)) < 32_000
    assert max(abs(one - other) for one, other in pairwise(samples[-200:])) < 200
    assert abs(samples[0]) + abs(samples[-1]) < 400
    assert chime_file().stat().st_size < 50_000


@pytest.mark.parametrize(
    ("platform", "present", "tools"),
    [
        (
            "linux",
            ("paplay", "aplay", "espeak-ng"),
            Tools(player=("/x/paplay",), speaker=("/x/espeak-ng", "-v", "vi", "--")),
        ),
        ("linux", ("aplay",), Tools(player=("/x/aplay", "-q"))),
        ("darwin", ("afplay",), Tools(player=("/x/afplay",))),
        ("linux", (), Tools()),
    ],
)
def test_the_best_program_that_is_there_plays_and_speaks(platform: str, present: tuple[str, ...], tools: Tools) -> None:
    assert tools_of(platform, lambda name: f"/x/{name}" if name in present else None) == tools


def test_windows_is_given_the_words_on_its_standard_input() -> None:
    tools = tools_of("win32", lambda name: f"C:/{name}.exe" if name == "powershell" else None)
    said = speech(tools, "Mời số A không không một", "win32")
    assert said is not None
    assert said.reads == "Mời số A không không một"
    assert not any("Mời" in part for part in said.command)


def player(folder: Path, name: str, body: str) -> str:
    file = folder / name
    file.write_text(f'#!/bin/sh\n{body} "$@" >> {folder}/heard\n', encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


def test_the_chime_comes_first_and_then_the_words(tmp_path: Path, seat: Seat) -> None:
    tools = Tools(
        player=(player(tmp_path, "play", "sleep 0.2; echo chime"),), speaker=(player(tmp_path, "say", "echo"), "--")
    )
    announcer = Announcer(tools, platform="linux")
    announcer.call("A không không một", "Quầy 1", chime=True, voice=True)
    assert announcer.is_busy
    Hands(seat.window).wait_for(lambda: not announcer.is_busy, "the sound never ended", patience_s=10)
    heard = (tmp_path / "heard").read_text(encoding="utf-8").splitlines()
    assert heard == [f"chime {chime_file()}", "-- Mời số A không không một đến Quầy 1"]


def test_a_player_that_cannot_start_or_fails_harms_nothing(tmp_path: Path, seat: Seat) -> None:
    for program in (str(tmp_path / "nothing"), player(tmp_path, "bad", "exit 3; echo")):
        announcer = Announcer(Tools(player=(program,)), platform="linux")
        announcer.call("A001", "Quầy 1", chime=True, voice=True)
        Hands(seat.window).wait_for(lambda one=announcer: not one.is_busy, "it hangs", patience_s=10)  # type: ignore[misc]


def test_closing_in_the_middle_of_a_sound_is_silent_at_once(tmp_path: Path, seat: Seat) -> None:
    announcer = Announcer(Tools(player=(player(tmp_path, "long", "exec sleep 30; echo"),)), platform="linux")
    announcer.call("A001", "Quầy 1", chime=True, voice=False)
    seat.hands.rest(100)
    announcer.stop()
    assert not announcer.is_busy
