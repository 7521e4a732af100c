"""What a scanner may send."""

import pytest

from desk_app.dossiers.identity_card import identity_card
from desk_app.dossiers.mark import receipt_text, scanned_receipt
from desk_app.dossiers.scan import scanned
from desk_app.kernel.errors import InvalidInput

KEY = bytes(range(32))
CODE = "000.16.32.H49-261123-1001"
CARD = "093085001234|361234567|Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ, Phụng Hiệp, Hậu Giang|12082021"


@pytest.mark.parametrize("tail", ["", "||||", "|a|b|c|d"])
def test_a_card_of_seven_or_eleven_fields_gives_the_person(tail: str) -> None:
    card = identity_card(CARD + tail)
    assert card.person.name == "Nguyễn Văn Mẫu"
    assert (card.person.id_number, card.old_number) == ("093085001234", "361234567")
    assert (card.person.birth_on, card.person.sex) == ("1985-03-05", "male")
    assert str(card.issued_on) == "2021-08-12"
    assert card.warnings == ()


def test_a_card_of_six_fields_is_taken_with_a_warning() -> None:
    card = identity_card(CARD.rsplit("|", 1)[0])
    assert card.issued_on is None
    assert "6 mục" in card.warnings[0]


def test_sex_and_year_against_the_number_are_pointed_out() -> None:
    card = identity_card(CARD.replace("|Nam|", "|Nữ|").replace("05031985", "05031986"))
    assert len(card.warnings) == 2


def test_a_name_without_marks_is_asked_for_and_not_invented() -> None:
    card = identity_card("093085001234||NGUYEN VAN MAU|05031985|Nam|Ap 1, Hoa My, Hau Giang|12082021")
    assert not card.name_is_sure
    assert card.person.name == "NGUYEN VAN MAU"


@pytest.mark.parametrize("text", ["", "093085001234", "Nguyễn|Văn|Mẫu|a|b|c", "12|3|4|5|6|7|8"])
def test_what_is_no_card_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        identity_card(text)


@pytest.mark.parametrize("code_page", ["latin-1", "cp437"])
def test_a_card_read_in_the_wrong_code_page_is_repaired(code_page: str) -> None:
    found = scanned(CARD.encode().decode(code_page), KEY)
    assert found.kind == "identity_card"
    assert found.repaired
    assert found.card is not None
    assert found.card.person.name == "Nguyễn Văn Mẫu"


def test_a_receipt_proves_itself_and_a_plain_code_only_names_a_dossier() -> None:
    text = receipt_text(CODE, KEY)
    assert scanned_receipt(text, KEY).verdict == "genuine"
    assert scanned_receipt(text.lower(), KEY).code == CODE
    assert scanned_receipt(CODE, KEY).verdict == "unmarked"
    assert scanned_receipt(text, bytes(32)).verdict == "forged"
    assert scanned_receipt("0907123456", KEY).verdict == "other"


@pytest.mark.parametrize("place", range(len(CODE) - 9, len(CODE) + 11))
def test_one_digit_changed_is_never_genuine(place: int) -> None:
    text = receipt_text(CODE, KEY)
    if text[place].isdigit():
        other = text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]
        assert scanned_receipt(other, KEY).verdict == "misread"


def test_digits_typed_by_the_vietnamese_layout_are_told_as_garbled() -> None:
    found = scanned("HS-âđẩ-đđăâêô", KEY)
    assert found.kind == "garbled"
    assert "bộ gõ" in found.warnings[0]


def test_a_telephone_number_is_neither() -> None:
    assert scanned("0907123456", KEY).kind == "unknown"
    assert scanned("Nguyễn Thị Lựu", KEY).kind == "unknown"
