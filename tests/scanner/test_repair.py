"""A scan that was garbled on the way is read as it was sent, or honestly called unreadable."""

import string
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.scan import Scanned, scanned
from desk_app.scanner.encodings import misread, read_again
from desk_app.scanner.layouts import Meant, meant_on_vn, typed_on_vn
from desk_app.scanner.profile import Profile
from desk_app.scanner.repair import stripped, unmarked
from desk_app.scanner.scancodes import us_letter
from tests.scanner import garbling

KEY = bytes(range(32))
CODE = "000.16.32.H49-261123-1001"
CARDS = (
    "093085001234|361234567|Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ, Phụng Hiệp, Hậu Giang|12082021",
    "093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ, Phụng Hiệp, Hậu Giang|25122021",
    "092307000123||Lê Thị Ví Dụ|15092007|Nữ|Khu vực 3, Hiệp Thành, TP. Cần Thơ|30052025||||",
    "092307000123||Lê Thị Ví Dụ|15092007|Nữ|Khu vực 3, Hiệp Thành, TP. Cần Thơ xã Hà",
)
NAMES = ("Đặng Thị Ngọc Ánh", "Lý Hà", "Nguyễn Ỷ", "Phan Văn Đạt", "Ngô Thị Xuân Thùy", "H'Wing Ayun", "Võ Ưng")
WHOLE: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "latin-1": garbling.mojibake("latin-1"),
    "cp1252": garbling.mojibake("cp1252"),
    "cp437": garbling.mojibake("cp437"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "with a line end": lambda text: f"{text}\r\n",
    "with symbology letters": lambda text: f"]Q1{text}",
}


@st.composite
def cards(draw: st.DrawFn) -> str:
    number = draw(st.from_regex(r"0[0-9]{2}[0-3][0-9]{8}", fullmatch=True))
    old = draw(st.sampled_from(["", "361234567", "012345678"]))
    day = st.dates(min_value=date(1930, 1, 1), max_value=date(2026, 1, 1))
    born, issued = (f"{draw(day):%d%m%Y}" for _ in range(2))
    address = draw(st.sampled_from(["Ấp 1, Hòa Mỹ", "Số 89/98 đường Lê Lợi, phường 5, Cần Thơ", "Khu vực 3, xã Hà"]))
    sex, tail = draw(st.sampled_from(["Nam", "Nữ"])), draw(st.sampled_from(["", "||||"]))
    return f"{number}|{old}|{draw(st.sampled_from(NAMES))}|{born}|{sex}|{address}|{issued}{tail}"


def read(text: str, profile: Profile | None = None, by_keys: str = "") -> Scanned:
    return scanned(text, KEY, profile, by_keys=by_keys)


@pytest.mark.parametrize("garble", WHOLE.values(), ids=WHOLE)
@given(card=cards())
def test_letters_that_came_in_a_wrong_form_are_put_right_to_the_last_mark(
    garble: Callable[[str], str], card: str
) -> None:
    found = read(garble(card))
    assert found.kind == "identity_card"
    assert found.text == card


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("code_page", ["latin-1", "cp1252", "cp437"])
def test_a_no_break_space_typed_as_a_plain_one_is_no_loss(card: str, code_page: str) -> None:
    garbled = garbling.mojibake(code_page)(card).replace("\xa0", " ")
    assert read(garbled).text == card


@given(card=cards())
def test_an_ascii_scanner_on_the_vietnamese_layout_is_read_whole_key_by_key(card: str) -> None:
    sent = garbling.ascii_only(card)
    garbled = garbling.layout_vn(sent)
    found = read(garbled)
    if unicodedata.is_normalized("NFC", garbled) and found.kind == "garbled":
        assert "thứ tự" in found.warnings[0]
        return
    assert found.kind == "identity_card"
    assert found.text == sent or any("Địa chỉ" in warning for warning in found.warnings)
    assert found.text.split("|")[:5] == sent.split("|")[:5]
    assert found.card is not None
    assert not found.card.name_is_sure
    assert "Bố cục bàn phím" in found.repaired


@given(card=cards())
def test_digits_whose_order_composing_has_lost_are_never_guessed(card: str) -> None:
    sent = garbling.ascii_only(card)
    found = read(unicodedata.normalize("NFC", garbling.layout_vn(sent)))
    if found.kind == "identity_card":
        read_fields, sent_fields = found.text.split("|"), sent.split("|")
        assert [read_fields[place] for place in (0, 1, 2, 3, 4, 6)] == [
            sent_fields[place] for place in (0, 1, 2, 3, 4, 6)
        ]
        assert found.text == sent or any("Địa chỉ" in warning for warning in found.warnings)
    else:
        assert found.kind == "garbled"
        assert "thứ tự" in found.warnings[0]


@given(card=cards())
def test_a_scanner_with_marks_on_the_vietnamese_layout_keeps_number_name_and_dates(card: str) -> None:
    garbled = garbling.layout_vn(card)
    found = read(garbled)
    if unicodedata.is_normalized("NFC", garbled) and found.kind == "garbled":
        assert "thứ tự" in found.warnings[0]
        return
    assert found.kind == "identity_card"
    mine, sent = found.text.split("|"), card.split("|")
    assert [mine[place] for place in (0, 1, 2, 3, 4, 6)] == [sent[place] for place in (0, 1, 2, 3, 4, 6)]
    assert mine[5] == sent[5] or any("Địa chỉ" in warning for warning in found.warnings)


@given(card=cards())
def test_caps_lock_is_noticed_by_the_sex_and_undone(card: str) -> None:
    found = read(garbling.caps_lock(card))
    assert found.text == garbling.ascii_only(card)
    assert "Caps Lock" in found.repaired


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize(
    "garbled", [str.swapcase, lambda card: "".join(each.swapcase() if each.isascii() else each for each in card)]
)
def test_caps_lock_is_undone_whether_or_not_it_turned_marked_letters_about(
    card: str, garbled: Callable[[str], str]
) -> None:
    found = read(garbled(card))
    assert found.text == card
    assert "Caps Lock" in found.repaired
    assert found.card is not None
    assert found.card.name_is_sure


def test_a_name_whose_marked_letters_alone_are_small_is_put_right() -> None:
    found = read("093085001234|361234567|NGUYễN VăN MẫU|05031985|Nam|ấP 1, TP. CầN THơ|12082021")
    assert found.card is not None
    assert (found.card.person.name, found.card.name_is_sure) == ("Nguyễn Văn Mẫu", True)
    assert found.card.person.address == "Ấp 1, TP. Cần Thơ"
    assert "Caps Lock" in found.repaired


@pytest.mark.parametrize("name", ["NGUYễN VăN MẪU", "nguyỄn vĂn mẪu", "NGuyễn Văn Mẫu", "NguyỄN Văn Mẫu"])
def test_a_name_half_in_capitals_is_asked_for_and_not_guessed(name: str) -> None:
    found = read(f"093085001234||{name}|05031985|Nam|Ấp 1, Hòa Mỹ|12082021")
    assert found.card is not None
    assert (found.card.person.name, found.card.name_is_sure) == (name, False)
    assert "Caps Lock" in found.warnings[0]


@pytest.mark.parametrize("name", ["NGUYỄN VĂN MẪU", "Nguyễn Văn Mẫu", "H' Linh Niê-Kđăm", "Y Ban Ê-Ban", "Ý"])
def test_a_name_in_capitals_throughout_or_at_the_front_alone_is_sure(name: str) -> None:
    found = read(f"093085001234||{name}|05031985|Nam|Ấp 1, Hòa Mỹ|12082021")
    assert found.card is not None
    assert (found.card.person.name, found.card.name_is_sure, found.warnings) == (name, True, ())


@pytest.mark.parametrize("method", [garbling.telex, garbling.vni])
@given(card=cards())
def test_a_name_that_an_input_method_may_have_touched_is_asked_for(method: Callable[[str], str], card: str) -> None:
    found = read(method(garbling.ascii_only(card)), Profile(keeps_marks=False, input_method="telex"))
    assert found.kind == "identity_card"
    assert found.card is not None
    assert not found.card.name_is_sure
    assert found.text.isascii()
    sent = card.split("|")
    assert [found.text.split("|")[place] for place in (0, 1, 3, 6)] == [sent[place] for place in (0, 1, 3, 6)]


@given(card=cards())
def test_keys_tell_the_truth_where_the_layout_does_not(card: str) -> None:
    sent = garbling.ascii_only(card)
    composed = unicodedata.normalize("NFC", garbling.layout_vn(sent))
    found = read(composed, by_keys=sent)
    assert found.text == sent
    assert "vị trí phím" in found.repaired


def test_a_foreign_layout_is_undone_as_the_trial_showed() -> None:
    sent = garbling.ascii_only(CARDS[1])
    profile = Profile(swaps=(("z", "y"), ("y", "z"), ("Z", "Y"), ("Y", "Z"), ("'", "|"), ("ß", "-")))
    assert read(garbling.layout_german(sent)).kind != "identity_card"
    assert read(garbling.layout_german(sent), profile).text == sent


@pytest.mark.parametrize("method", [garbling.telex, garbling.vni, garbling.layout_vn, garbling.caps_lock, str.lower])
def test_our_own_receipts_pass_through_every_method_and_layout(method: Callable[[str], str]) -> None:
    found = read(method(receipt_text(CODE, KEY)))
    assert (found.kind, found.code, found.verdict) == ("receipt", CODE, "genuine")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Đ-ASET-UỒ-99-001234", "garbled"),
        ("HS-âđẩ-đđăâêô", "garbled"),
        ("093085001234|||", "garbled"),
        ("|||||", "garbled"),
        ("0907123456", "unknown"),
        ("Nguyễn Thị Lựu", "unknown"),
        ("", "unknown"),
    ],
)
def test_what_cannot_be_read_is_said_to_be_so(text: str, kind: str) -> None:
    assert read(text).kind == kind


def test_a_card_with_an_unreadable_birth_date_says_so() -> None:
    found = read(CARDS[0].replace("05031985", "O5O31985"))
    assert any("Ngày sinh" in warning for warning in found.warnings)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp437"])
@given(text=st.text("aăâđêôơưẠỆỹ ẦầàÀíỢ|0123456789", min_size=1))
def test_every_misread_text_is_read_again(encoding: str, text: str) -> None:
    if not text.isascii():
        assert read_again(misread(text, encoding)) == text  # type: ignore[arg-type]


@example("c98")
@example("a98")
@given(st.text("0123456789-[]=|abcXYZ"))
def test_the_vietnamese_layout_is_undone_key_by_key(text: str) -> None:
    typed = typed_on_vn(text)
    assert meant_on_vn(typed, composed=False) == Meant(text=text)
    composed = meant_on_vn(unicodedata.normalize("NFC", typed), composed=True)
    assert composed.text == text or not composed.is_sure


def test_keys_are_named_by_where_they_lie() -> None:
    assert us_letter(3, shifted=False, system="windows") == "2"
    assert us_letter(11, shifted=False, system="x11") == "2"
    assert us_letter(43, shifted=True, system="windows") == "|"
    assert us_letter(51, shifted=True, system="x11") == "|"
    assert us_letter(75, shifted=False, system="windows") == "4"
    assert us_letter(11, shifted=False, system="other") == ""
    assert us_letter(0x11C, shifted=False, system="windows") == ""
    every = {us_letter(code, shifted=shifted, system="windows") for code in range(90) for shifted in (False, True)}
    assert set(string.ascii_letters + string.digits + string.punctuation + " ") <= every


def test_what_the_scanner_adds_is_taken_off() -> None:
    assert stripped("\x02]Q1~abc#\r\n", "~", "#") == "abc"
    assert unmarked("Đặng Thị Ưng") == "Dang Thi Ung"
