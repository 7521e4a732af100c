"""The QR of an identity card: ``number|old number|name|ddmmyyyy|Nam/Nữ|address|ddmmyyyy``."""

from dataclasses import dataclass
from datetime import date

from desk_app.dossiers.person import Person, doubts
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import one_line
from desk_app.scanner.letter_case import is_even

_FEWEST, _USUAL = 6, 7
_DATE_DIGITS = 8
# What UTF-8 looks like after it was read as a Western code page, and what replaces a letter that was lost.
_BROKEN = ("\ufffd", "?", "áº", "á»", "Ã¡", "Ã¢", "Ä‘", "Æ°")


@dataclass(frozen=True, kw_only=True)
class IdentityCard:
    """What a card says, and what the officer should look at before trusting it."""

    person: Person
    old_number: str
    issued_on: date | None
    warnings: tuple[str, ...]
    name_is_sure: bool


def looks_like_card(text: str) -> bool:
    """Tell whether a scanned text can be an identity card's at all."""
    number, bar, _ = text.strip().partition("|")
    return bool(bar) and number.isascii() and number.isdigit() and len(number) in (9, 12)


def identity_card(text: str) -> IdentityCard:
    """Return what the card's QR holds; fields after the seventh are ignored, six are taken with a warning.

    Raises ``InvalidInput`` when the text is no card. A name that lost its marks or the order of its capitals on the
    way is not invented: ``name_is_sure`` is False and the officer is asked for it.
    """
    fields = [one_line(part) for part in text.strip().split("|")]
    if len(fields) < _FEWEST or not looks_like_card(text):
        raise InvalidInput("scan", "Mã quét không phải là mã của thẻ căn cước.", "Hãy quét lại, hoặc gõ tay.")
    number, old_number, name, birth, sex, address = fields[:_FEWEST]
    warnings = [] if len(fields) >= _USUAL else ["Thẻ thiếu ngày cấp: mã chỉ có 6 mục."]
    person = Person(name=name, id_number=number, birth_on=_iso(birth), sex=_sex(sex), address=address)
    for field, read, words in ((birth, person.birth_on, "Ngày sinh"), (sex, person.sex, "Giới tính")):
        if field and not read:
            warnings.append(f"{words} trong mã không đọc được: hãy ghi theo thẻ.")
    sure = bool(name) and _reads_as_vietnamese(name + address) and is_even(name)
    if not is_even(name):
        warnings.append(
            "Tên đọc được lẫn chữ hoa, chữ thường (phím Caps Lock?): hãy tắt phím này rồi quét lại, hoặc gõ lại."
        )
    elif not sure:
        warnings.append("Tên đọc được không có dấu hoặc bị lỗi: hãy đối chiếu với thẻ và gõ lại.")
    warnings.extend(doubts(person))
    issued = _iso(fields[_USUAL - 1]) if len(fields) >= _USUAL else ""
    return IdentityCard(
        person=person,
        old_number=old_number,
        issued_on=date.fromisoformat(issued) if issued else None,
        warnings=tuple(warnings),
        name_is_sure=sure,
    )


def _iso(ddmmyyyy: str) -> str:
    if len(ddmmyyyy) != _DATE_DIGITS or not ddmmyyyy.isascii():
        return ""
    try:
        return date(int(ddmmyyyy[4:]), int(ddmmyyyy[2:4]), int(ddmmyyyy[:2])).isoformat()
    except ValueError:
        return ""


def _sex(word: str) -> str:
    return {"nam": "male", "nữ": "female", "nu": "female"}.get(word.lower(), "")


def _reads_as_vietnamese(text: str) -> bool:
    """Tell whether the text kept its marks: an address and name wholly in ASCII, or with repair signs, did not."""
    return not text.isascii() and not any(sign in text for sign in _BROKEN)
