"""The code that is scanned once at set-up, and what its arrival tells of scanner, keyboard layout and input method.

Each part finds one thing: the digits a layout that types letters, single letters a foreign layout, ``dd as ow`` Telex,
``d9 a1 o7`` VNI, the invented name lost marks and wrong code pages, the last word a text that was cut off.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from desk_app.kernel.texts import nfc
from desk_app.scanner.encodings import read_again
from desk_app.scanner.layouts import has_signs_of_vn, meant_on_vn
from desk_app.scanner.profile import InputMethod, Layout, Profile, Verdict
from desk_app.scanner.repair import exchanged, stripped, unmarked

Finding = Literal[
    "no_enter",
    "layout_vn",
    "layout_other",
    "caps_lock",
    "encoding",
    "telex",
    "vni",
    "marks_lost",
    "letters_broken",
    "cut",
    "edited",
    "not_utf8",
    "slow",
]

_HEAD, _DIGITS, _LETTERS, _TELEX, _VNI, _NAME, _TAIL = range(7)
_PARTS = ("QUET-THU", "0123456789", "a.m.q.w.y.z", "dd as ow", "d9 a1 o7", "Đặng Thị Ngọc Ánh", "HET")
TRIAL_TEXT = "|".join(_PARTS)

_PLAIN = Profile()
# Put right by the program, or no fault at all; everything else leaves something for a person to do.
_HARMLESS = frozenset({"layout_vn", "layout_other", "caps_lock", "encoding"})


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A scan of the trial code as it arrived.

    ``by_keys`` is what its keys mean on an American keyboard; ``ended``: Enter or Tab came behind it; ``was_edited``:
    something took letters back meanwhile; ``was_broken``: it was no UTF-8; ``was_slow``: it came no faster than typing.
    """

    text: str
    by_keys: str = ""
    ended: bool = True
    was_edited: bool = False
    was_broken: bool = False
    was_slow: bool = False


@dataclass(frozen=True, kw_only=True)
class Diagnosis:
    """What a trial scan showed; without ``is_trial`` something else was scanned, or nothing of it can be read."""

    is_trial: bool
    findings: tuple[Finding, ...] = ()
    profile: Profile = _PLAIN

    @property
    def verdict(self) -> Verdict:
        """Return ``good`` when every later scan will be read whole, ``limited`` when a person has to do something."""
        return "good" if _HARMLESS.issuperset(self.findings) else "limited"


@dataclass(frozen=True, kw_only=True)
class _Guess:
    text: str
    findings: tuple[Finding, ...] = ()
    layout: Layout = "us"
    swaps: tuple[tuple[str, str], ...] = ()


def diagnosed(arrival: Arrival, *, prefix: str = "", suffix: str = "") -> Diagnosis:
    """Return what the arrival of the trial code tells; ``prefix`` and ``suffix`` are what the scanner adds to every text."""
    text = stripped(arrival.text, prefix, suffix)
    for guess in _guesses(text, stripped(arrival.by_keys, prefix, suffix)):
        parts = guess.text.split("|")
        if parts[: _DIGITS + 1] == list(_PARTS[: _DIGITS + 1]) and len(parts) > _NAME:
            return _told(arrival, guess, parts)
    return Diagnosis(is_trial=False)


def _guesses(text: str, by_keys: str) -> Iterator[_Guess]:
    """Yield what may have been meant, the harmless first, each once more with Caps Lock taken off."""
    swaps = _swaps(nfc(text))
    layout: Finding = "layout_vn" if has_signs_of_vn(text) else "layout_other"
    plain = [_Guess(text=text), _Guess(text=_without_vn(text), findings=("layout_vn",), layout="vn")]
    if swaps:
        swapped = exchanged(nfc(text), swaps)
        plain.append(_Guess(text=swapped, findings=("layout_other",), swaps=swaps))
    if by_keys and by_keys != text:
        plain.append(_Guess(text=by_keys, findings=(layout,), layout="vn" if layout == "layout_vn" else "us"))
    for guess in plain:
        again = read_again(guess.text)
        if again is not None:
            guess = replace(guess, text=again, findings=(*guess.findings, "encoding"))
        guess = replace(guess, text=nfc(guess.text))
        yield guess
        yield replace(guess, text=guess.text.swapcase(), findings=(*guess.findings, "caps_lock"))


def _without_vn(text: str) -> str:
    """Return the parts as meant on the Vietnamese layout, but for the name, whose marks are its own."""
    parts = text.split("|")
    return "|".join(
        part if place == _NAME else meant_on_vn(part, composed=False).text for place, part in enumerate(parts)
    )


def _told(arrival: Arrival, guess: _Guess, parts: list[str]) -> Diagnosis:
    name = parts[_NAME]
    method: InputMethod = ""
    if parts[_TELEX] != _PARTS[_TELEX]:
        method = "telex"
    elif parts[_VNI] != _PARTS[_VNI]:
        method = "vni"
    findings = list(guess.findings)
    if method:
        findings.append(method)
    keeps_marks = name == _PARTS[_NAME]
    if not keeps_marks:
        findings.append("marks_lost" if unmarked(name) == unmarked(_PARTS[_NAME]) else "letters_broken")
    conditions: tuple[tuple[bool, Finding], ...] = (
        (parts[_TAIL:] != [_PARTS[_TAIL]], "cut"),
        (not arrival.ended, "no_enter"),
        (arrival.was_edited, "edited"),
        (arrival.was_broken, "not_utf8"),
        (arrival.was_slow, "slow"),
    )
    findings.extend(code for holds, code in conditions if holds)
    profile = Profile(layout=guess.layout, swaps=guess.swaps, keeps_marks=keeps_marks, input_method=method)
    return Diagnosis(is_trial=True, findings=tuple(findings), profile=profile)


def _swaps(text: str) -> tuple[tuple[str, str], ...]:
    """Return which letters a foreign layout exchanged: pairs of what came and what was meant; none when it is no exchange."""
    for meant in (TRIAL_TEXT, unmarked(TRIAL_TEXT)):
        if len(text) != len(meant):
            continue
        found: dict[str, str] = {}
        if all(found.setdefault(came, wanted) == wanted for came, wanted in zip(text, meant, strict=True)):
            return tuple((came, wanted) for came, wanted in found.items() if came != wanted and wanted.isascii())
    return ()
