"""The trial code tells precisely what garbles a scanner's texts."""

import unicodedata
from collections.abc import Callable

import pytest

from desk_app.kernel.errors import InvalidInput
from desk_app.printing.qr import modules
from desk_app.scanner.profile import Port, Profile, ScannerSettings, checked_settings
from desk_app.scanner.trial_code import TRIAL_TEXT, Arrival, diagnosed
from tests.desks import RehearsalDesk
from tests.scanner import garbling

Garble = Callable[[str], str]


def then(*steps: Garble) -> Garble:
    def garble(text: str) -> str:
        for step in steps:
            text = step(text)
        return text

    return garble


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


ASCII = garbling.ascii_only
CASES: tuple[tuple[str, Garble, tuple[str, ...], str], ...] = (
    ("nothing", str, (), "good"),
    ("decomposed", lambda text: unicodedata.normalize("NFD", text), (), "good"),
    ("latin-1", garbling.mojibake("latin-1"), ("encoding",), "good"),
    ("cp1252", garbling.mojibake("cp1252"), ("encoding",), "good"),
    ("cp437", garbling.mojibake("cp437"), ("encoding",), "good"),
    ("caps lock", str.swapcase, ("caps_lock",), "good"),
    ("vn layout", garbling.layout_vn, ("layout_vn",), "good"),
    ("vn layout, marks lost", then(ASCII, garbling.layout_vn), ("layout_vn", "marks_lost"), "limited"),
    ("vn layout and caps", then(str.swapcase, garbling.layout_vn), ("layout_vn", "caps_lock"), "good"),
    ("german layout", then(ASCII, garbling.layout_german), ("layout_other", "marks_lost"), "limited"),
    ("marks lost", ASCII, ("marks_lost",), "limited"),
    ("letters lost", lambda text: text.encode("ascii", "replace").decode(), ("letters_broken",), "limited"),
    ("telex", then(ASCII, garbling.telex), ("telex", "marks_lost"), "limited"),
    ("vni", then(ASCII, garbling.vni), ("vni", "marks_lost"), "limited"),
    ("cut", lambda text: text.removesuffix("|HET"), ("cut",), "limited"),
)


@pytest.mark.parametrize(
    ("garble", "findings", "verdict"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_each_trouble_is_called_by_its_name(garble: Garble, findings: tuple[str, ...], verdict: str) -> None:
    found = diagnosed(Arrival(text=f"{garble(TRIAL_TEXT)}\r"))
    assert found.is_trial
    assert found.findings == findings
    assert found.verdict == verdict


def test_composed_letters_of_the_vietnamese_layout_are_known_by_their_keys() -> None:
    typed = nfc(garbling.layout_vn(ASCII(TRIAL_TEXT)))
    found = diagnosed(Arrival(text=typed, by_keys=ASCII(TRIAL_TEXT)))
    assert found.findings == ("layout_vn", "marks_lost")
    assert found.profile.layout == "vn"


@pytest.mark.parametrize(
    ("arrival", "finding"),
    [
        (Arrival(text=TRIAL_TEXT, ended=False), "no_enter"),
        (Arrival(text=TRIAL_TEXT, was_edited=True), "edited"),
        (Arrival(text=TRIAL_TEXT, was_broken=True), "not_utf8"),
        (Arrival(text=TRIAL_TEXT, was_slow=True), "slow"),
    ],
)
def test_what_is_wrong_around_the_text_is_said_too(arrival: Arrival, finding: str) -> None:
    found = diagnosed(arrival)
    assert found.findings == (finding,)
    assert found.verdict == "limited"


@pytest.mark.parametrize("text", ["", "HET", "093085001234||Nguyễn Văn Mẫu|05031985|Nam|Ấp 1|12082021", TRIAL_TEXT[3:]])
def test_anything_else_is_not_taken_for_the_trial(text: str) -> None:
    assert not diagnosed(Arrival(text=text)).is_trial


def test_what_the_scanner_adds_is_no_trouble() -> None:
    assert diagnosed(Arrival(text=f"]Q1*{TRIAL_TEXT}#\r\n"), prefix="*", suffix="#").findings == ()


def test_a_german_keyboard_is_learned_from_the_trial() -> None:
    found = diagnosed(Arrival(text=garbling.layout_german(ASCII(TRIAL_TEXT))))
    assert dict(found.profile.swaps) == {"z": "y", "y": "z", "'": "|", "ß": "-"}


def test_the_trial_code_fits_a_small_qr() -> None:
    assert len(modules(TRIAL_TEXT)) <= 45


def test_what_the_trial_told_is_kept_with_its_moment_and_survives_a_reopening(desk: RehearsalDesk) -> None:
    assert desk.scanner.settings() == ScannerSettings()
    desk.scanner.use(port=Port(name=" COM3 ", baud=115200), prefix="*", suffix="")
    desk.scanner.keep_test(diagnosed(Arrival(text=ASCII(TRIAL_TEXT))))
    kept = desk.scanner.settings()
    assert kept.port == Port(name="COM3", baud=115200)
    assert kept.prefix == "*"
    assert (kept.verdict, kept.findings) == ("limited", ("marks_lost",))
    assert kept.profile == Profile(keeps_marks=False)
    assert kept.tested_at == desk.time.now()


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        (ScannerSettings(port=Port(name="COM3", baud=17)), "scanner.baud"),
        (ScannerSettings(port=Port(name="x" * 300)), "scanner.port"),
        (ScannerSettings(prefix="x" * 30), "scanner.prefix"),
        (ScannerSettings(suffix="x" * 30), "scanner.suffix"),
    ],
)
def test_impossible_settings_are_refused_by_their_field(settings: ScannerSettings, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_settings(settings)
    assert caught.value.field == field
