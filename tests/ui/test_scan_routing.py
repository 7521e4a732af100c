"""Where a scan goes and what is said of it, and what tells a scanner from a person; decided without a window."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desk_app.dossiers.scan import Scanned, scanned
from desk_app.printing.outcome import Outcome
from desk_app.scanner.profile import Port, ScannerSettings
from desk_app.scanner.repair import BY_KEYS
from desk_app.scanner.scancodes import System
from desk_app.scanner.serial_port import FoundPort, PortState
from desk_app.scanner.trial_code import Finding
from ui.settings.scanner import state
from ui.shell.scanning.burst import CALM_MS, QUICK_MS, SURE, WHOLE_WITHOUT_END, Burst, Letter
from ui.shell.scanning.key_events import letter_of
from ui.shell.scanning.routing import Way, way_of
from ui.shell.scanning.thing import Heard, ScannedThing

KEY = bytes(32)
CODE = "000.16.32.H49-261123-1001"
CARD = "093085001234||Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ|12082021"


def thing(text: str, dossier: str = "", **heard: bool) -> ScannedThing:
    scan = scanned(text, KEY)
    came = Heard(
        text=text,
        source="keys",
        was_broken=heard.get("was_broken", False),
        was_edited=heard.get("was_edited", False),
    )
    return ScannedThing(heard=came, text=scan.text, scan=scan, dossier=dossier)


def way(of: ScannedThing, *, front: str = "home", without: tuple[str, ...] = ()) -> Way:
    return way_of(of, front=front, may=lambda permission: permission not in without)


def test_a_card_goes_to_the_registration_as_it_came() -> None:
    assert way(thing(CARD)) == Way(page="registration", about=f"scan:{CARD}")


def test_a_card_that_only_its_keys_could_tell_goes_as_they_told_it() -> None:
    scan = Scanned(kind="identity_card", text=CARD, repaired=BY_KEYS)
    told = ScannedThing(heard=Heard(text="đ̣ê", source="keys"), text=CARD, scan=scan)
    assert way(told).about == f"scan:{CARD}"


def test_a_card_is_looked_up_by_those_who_register_nobody() -> None:
    assert way(thing(CARD), without=("dossiers.register",)) == Way(page="find", about="093085001234")


@pytest.mark.parametrize(("front", "page"), [("home", "card"), ("hand_over", "hand_over"), ("registration", "card")])
def test_a_receipt_goes_to_its_card_or_to_the_hand_over_in_front(front: str, page: str) -> None:
    assert way(thing(CODE, dossier="id"), front=front) == Way(page=page, about="id")


def test_somebody_without_the_right_learns_nothing_of_a_receipt() -> None:
    refused = way(thing(CODE), without=("dossiers.view", "dossiers.find"))
    assert refused == Way(page="card", about="")


def test_a_slip_goes_to_its_ticket_and_a_worthless_one_says_why() -> None:
    slip = ScannedThing(
        heard=Heard(text="7-1", source="keys"), text="7-1", scan=Scanned(kind="unknown"), is_ticket=True
    )
    assert "không dùng được" in way(slip).message
    known = ScannedThing(heard=slip.heard, text="7-1", scan=slip.scan, is_ticket=True, ticket="id")
    assert way(known) == Way(page="tickets", about="ticket:id")


@pytest.mark.parametrize(
    ("heard", "words"),
    [({"was_broken": True}, "UTF-8"), ({"was_edited": True}, "tắt bộ gõ"), ({}, "chữ đã quét để sẵn")],
)
def test_what_is_garbled_is_kept_and_explained(heard: dict[str, bool], words: str) -> None:
    lost = way(thing("a|b", "", **heard))
    assert lost.search == "a|b"
    assert words in lost.hint
    assert lost.offers_set_up
    assert not lost.page


def test_a_long_text_is_shown_short_and_kept_whole() -> None:
    long = way(thing("x|" * 100))
    assert len(long.message) < 90
    assert long.search == "x|" * 100


def test_unknown_texts_are_not_searched_for_by_those_who_may_not_search() -> None:
    assert way(thing("8934563"), without=("dossiers.find",)).page == ""


@given(st.lists(st.floats(min_value=45, max_value=400), min_size=1, max_size=60))
def test_no_pace_of_a_person_makes_a_burst(gaps: list[float]) -> None:
    burst, at_ms = Burst(), 0.0
    for gap in gaps:
        at_ms += gap
        if not burst.follows(at_ms):
            burst = Burst()
        burst.add(Letter(text="a"), at_ms)
        assert not burst.is_sure


@given(st.lists(st.integers(min_value=0, max_value=15), min_size=SURE, max_size=200))
def test_every_pace_of_a_scanner_does(gaps: list[int]) -> None:
    burst, at_ms = Burst(), 0
    for gap in gaps:
        at_ms += gap
        assert burst.is_empty or burst.follows(at_ms)
        burst.add(Letter(text="a"), at_ms)
    assert burst.is_sure
    assert burst.follows(at_ms + CALM_MS)
    assert not burst.follows(at_ms + CALM_MS + 1)
    assert burst.judged(keys_are_known=False) == ("scan" if len(gaps) >= WHOLE_WITHOUT_END else "typing")


def test_keys_are_told_only_where_the_system_names_them() -> None:
    burst = Burst()
    burst.add(Letter(text="đ"), 0)
    assert burst.by_keys == ""
    burst.add(Letter(text="â", on_us="2"), QUICK_MS)
    assert burst.by_keys == "đ2"
    burst.take_back(QUICK_MS)
    assert (burst.text, burst.was_edited) == ("đ", True)


@pytest.mark.parametrize(("system", "offset"), [("windows", 0), ("x11", 8)])
def test_a_vietnamese_key_tells_the_digit_it_lies_under(system: System, offset: int) -> None:
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    plain = QKeyEvent(QEvent.Type.KeyPress, 0, none, 3 + offset, 0, 0, "â")
    bar = QKeyEvent(QEvent.Type.KeyPress, 0, shift, 43 + offset, 0, 0, "|")
    injected = QKeyEvent(QEvent.Type.KeyPress, 0, none, 0, 0, 0, "đ")
    assert letter_of(plain, system) == Letter(text="â", on_us="2")
    assert letter_of(bar, system) == Letter(text="|", on_us="|")
    assert letter_of(injected, system) == Letter(text="đ")


def test_an_input_methods_shorthand_written_out_is_no_scan() -> None:
    written, scanned_in = Burst(), Burst()
    for at_ms, letter in enumerate("Ủy ban nhân dân"):
        none = Qt.KeyboardModifier.NoModifier
        packet = QKeyEvent(QEvent.Type.KeyPress, 0, none, 3, 0xE7, 0, letter)
        written.add(letter_of(packet, "windows"), at_ms)
        scanned_in.add(Letter(text=letter, on_us="x"), at_ms)
    assert written.judged(keys_are_known=True) == "typing"
    assert scanned_in.judged(keys_are_known=True) == "scan"


def test_every_finding_has_its_words() -> None:
    assert set(state.FINDINGS) == set(get_args(Finding))


def test_ports_are_offered_with_the_one_in_use_even_unplugged() -> None:
    options = state.port_options((FoundPort(name="COM3", words="USB Serial"),), "COM7")
    assert [key for key, _ in options] == ["", "COM3", "COM7"]
    assert "không cắm" in options[-1][1]


def test_the_port_is_said_as_it_stands() -> None:
    settings = ScannerSettings(port=Port(name="COM3"))
    assert "Không dùng" in state.port_words(PortState(state="off"), ScannerSettings())
    assert "Đang nghe" in state.port_words(PortState(state="open", name="COM3"), settings)
    assert "thử lại" in state.port_words(PortState(state="gone", name="COM3"), settings)


def test_a_sheet_that_was_not_printed_is_no_dead_end() -> None:
    assert "màn hình" in state.printed_words(Outcome(state="offline"))[1]
    assert state.printed_words(Outcome(state="unconfirmed"))[2] == "good"
