"""What a scanned text is: an identity card, one of our receipts, a dossier code, or something garbled on the way."""

from dataclasses import dataclass
from typing import Literal

from desk_app.dossiers.identity_card import IdentityCard, identity_card, looks_like_card
from desk_app.dossiers.mark import Keys, Verdict, scanned_receipt
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import nfc
from desk_app.scanner.profile import Profile
from desk_app.scanner.repair import Reading, readings, stripped

Kind = Literal["identity_card", "receipt", "garbled", "unknown"]

_SIGNS_OF_VN_LAYOUT = frozenset("âđẩăôêẻũếẳằ₫")
_FEW_LETTERS, _MANY_DIGITS = 3, 6
_GARBLED = "Bàn phím hoặc bộ gõ tiếng Việt đã làm sai mã quét: hãy tắt bộ gõ, dùng bàn phím tiếng Anh rồi quét lại."
_UNSURE = "Bố cục bàn phím tiếng Việt đã làm lẫn thứ tự chữ số: hãy dùng bàn phím tiếng Anh rồi quét lại."


@dataclass(frozen=True, kw_only=True)
class Scanned:
    """What a scan holds.

    ``text`` is what was read, put right where that was possible; ``repaired`` says what was put right, ``warnings`` what
    to look at. ``edition`` tells an older receipt from the one that took its place; 0 where its mark does not tell.
    """

    kind: Kind
    text: str = ""
    card: IdentityCard | None = None
    code: str = ""
    verdict: Verdict = "other"
    edition: int = 0
    repaired: str = ""
    warnings: tuple[str, ...] = ()


def scanned(text: str, key: Keys, profile: Profile | None = None, *, by_keys: str = "") -> Scanned:
    """Return what ``text`` is; ``key`` is the office's own, by which a receipt's mark is proved.

    ``profile`` is what this desk knows of its scanner, ``by_keys`` what the same keys mean on an American keyboard.
    """
    plain = stripped(text)
    for reading in readings(plain, profile or Profile(), by_keys):
        found = _recognised(reading, key)
        if found is not None:
            return found
    whole = nfc(plain)
    if _looks_garbled(whole):
        return Scanned(kind="garbled", text=whole, warnings=(_GARBLED,))
    return Scanned(kind="unknown", text=whole)


def _recognised(reading: Reading, key: Keys) -> Scanned | None:
    """Return what one reading of a scan is, None when it makes no sense."""
    receipt = scanned_receipt(reading.text, key)
    if not receipt.code and not looks_like_card(reading.text):
        return None
    if not reading.is_sure:
        return Scanned(kind="garbled", text=reading.text, warnings=(_UNSURE,))
    how = " ".join(reading.how)
    if receipt.code:
        warnings = _receipt_warnings(receipt.verdict)
        return Scanned(
            kind="receipt",
            text=reading.text,
            code=receipt.code,
            verdict=receipt.verdict,
            edition=receipt.edition,
            repaired=how,
            warnings=warnings,
        )
    try:
        card = identity_card(reading.text)
    except InvalidInput as error:
        return Scanned(kind="garbled", text=reading.text, warnings=(error.message,))
    warnings = (*card.warnings, *reading.doubts)
    return Scanned(kind="identity_card", text=reading.text, card=card, repaired=how, warnings=warnings)


def _receipt_warnings(verdict: Verdict) -> tuple[str, ...]:
    return {
        "forged": ("Dấu chống giả không đúng: giấy này không do cơ quan in, hoặc mã đã bị sửa.",),
        "misread": ("Mã bị đọc sai một vài số: hãy quét lại.",),
    }.get(verdict, ())


def _looks_garbled(text: str) -> bool:
    """Tell whether a layout or an input method was at work: digits come as letters, or marks stand among digits."""
    letters = [each for each in text.lower() if each.isalpha()]
    strange = sum(each in _SIGNS_OF_VN_LAYOUT for each in letters)
    digits = sum(each.isdigit() for each in text)
    of_layout = len(letters) > _FEW_LETTERS and strange * 2 >= len(letters)
    of_method = digits >= _MANY_DIGITS and any(not each.isascii() for each in letters) and " " not in text
    return "|" in text or of_layout or of_method
