"""The ways in which a scanned text may be read, the likeliest first: as it came, by its keys, without the layout."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from desk_app.kernel.texts import is_nfc, nfc
from desk_app.scanner.encodings import read_again
from desk_app.scanner.layouts import Meant, has_signs_of_vn, meant_on_vn
from desk_app.scanner.letter_case import caps_undone
from desk_app.scanner.profile import Profile

_NOISE = "\r\n\t\x00\x02\x03 "
_AIM = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_NO_ADDRESS = re.compile(r"[a-z]\d|[!@#$(){}=\[\]]")
# Of an identity card: number, old number, birth date and issue date hold digits alone, the address may.
_DIGITS, _ADDRESS, _NAME, _SEX, _FEWEST = frozenset({0, 1, 3, 6}), 5, 2, 4, 6

BY_KEYS = "Bàn phím không phải kiểu Mỹ; đã đọc theo vị trí phím."
BY_VN = "Bố cục bàn phím tiếng Việt đã đổi chữ số; đã sửa lại."
BY_SWAPS = "Bố cục bàn phím đã đổi ký tự; đã sửa theo lần thử máy quét."
BY_ENCODING = "Máy quét gửi chữ sai bảng mã; đã sửa lại."
BY_CAPS = "Phím Caps Lock đang bật; đã sửa chữ hoa, chữ thường."
BY_UNMARKING = "Máy quét không gửi dấu; dấu do bộ gõ thêm vào đã được bỏ."
ADDRESS_DOUBT = "Địa chỉ có thể sai chữ số vì bố cục bàn phím tiếng Việt: hãy đối chiếu với thẻ."


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One way to read a scan: its text, what was put right, what to look at; not ``is_sure`` when digits may be mixed up."""

    text: str
    how: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    is_sure: bool = True


def stripped(text: str, prefix: str = "", suffix: str = "") -> str:
    """Return a scanned text without line ends, symbology letters (``]Q1``), and what the scanner adds around it."""
    # Only plain white space is taken off: a no-break space may be half a letter.
    plain = _AIM.sub("", text.strip(_NOISE))
    return plain.removeprefix(prefix.strip(_NOISE)).removesuffix(suffix.strip(_NOISE)).strip(_NOISE)


def readings(text: str, profile: Profile, by_keys: str = "") -> Iterator[Reading]:
    """Yield the ways to read a stripped scan, the likeliest first; ``by_keys`` is what its keys mean in America."""
    if profile.swaps:
        swapped = exchanged(text, profile.swaps)
        yield _finished(Reading(text=swapped, how=(BY_SWAPS,)), profile)
    if profile.layout == "us":
        yield _finished(Reading(text=text), profile)
    if by_keys and by_keys != text:
        yield _finished(Reading(text=by_keys, how=(BY_KEYS,)), profile)
    if has_signs_of_vn(text):
        yield _finished(_without_vn(text), profile)
    if profile.layout == "vn":
        yield _finished(Reading(text=text), profile)


def exchanged(text: str, swaps: tuple[tuple[str, str], ...]) -> str:
    """Return ``text`` with each letter that came replaced by the one that was meant."""
    meant = dict(swaps)
    return "".join(meant.get(letter, letter) for letter in text)


def unmarked(text: str) -> str:
    """Return ``text`` with plain letters in place of Vietnamese ones, capitals kept: what an ASCII-only scanner sends."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _without_vn(text: str) -> Reading:
    """Return a text as meant on the Vietnamese layout; of an identity card, letters that may be a name's are left alone."""
    fields, composed = text.split("|"), is_nfc(text)
    if len(fields) < _FEWEST:
        meant = meant_on_vn(text, composed=composed)
        return Reading(text=meant.text, how=(BY_VN,), is_sure=meant.is_sure)
    digits = {place: meant_on_vn(field, composed=composed) for place, field in enumerate(fields) if place in _DIGITS}
    put_right = {**digits, _ADDRESS: _address(fields, composed)}
    return Reading(
        text="|".join(put_right[place].text if place in put_right else field for place, field in enumerate(fields)),
        how=(BY_VN,),
        doubts=(ADDRESS_DOUBT,) if has_signs_of_vn(fields[_ADDRESS]) else (),
        is_sure=all(each.is_sure for each in digits.values()),
    )


def _address(fields: list[str], composed: bool) -> Meant:
    """Return an address with its digits, as far as its marks can have been digits: not where the scanner sends marks."""
    meant = meant_on_vn(fields[_ADDRESS], composed=composed)
    sends_marks = not (fields[_NAME] + fields[_SEX]).isascii() or _NO_ADDRESS.search(meant.text)
    return Meant(text=fields[_ADDRESS]) if sends_marks else meant


def _finished(reading: Reading, profile: Profile) -> Reading:
    """Return a reading with its letters put right: code page, Caps Lock, marks that nobody sent."""
    text, how = reading.text, list(reading.how)
    again = read_again(text)
    if again is not None:
        text, how = again, [*how, BY_ENCODING]
    text = nfc(text)
    put_right = _without_caps_lock(text)
    if put_right != text:
        text, how = put_right, [*how, BY_CAPS]
    if not profile.keeps_marks and not text.isascii():
        text, how = unmarked(text), [*how, BY_UNMARKING]
    return Reading(text=text, how=tuple(how), doubts=reading.doubts, is_sure=reading.is_sure)


def _without_caps_lock(text: str) -> str:
    """Return an identity card's text with capitals where they belong: its name tells, else its sex, ``nAM`` for ``Nam``."""
    fields = text.split("|")
    if len(fields) < _FEWEST:
        return text
    undo = caps_undone(fields[_NAME])
    if undo is not None:
        return "|".join(undo(field) for field in fields)
    sex = fields[_SEX]
    return text.swapcase() if sex[:1].islower() and sex[1:].isupper() else text
