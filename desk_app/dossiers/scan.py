"""What a scanned text is: an identity card, one of our receipts, a dossier code, or something garbled on the way."""

from dataclasses import dataclass
from typing import Literal

from desk_app.dossiers.identity_card import IdentityCard, identity_card, looks_like_card
from desk_app.dossiers.mark import Verdict, scanned_receipt
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import nfc

Kind = Literal["identity_card", "receipt", "garbled", "unknown"]

_MISREAD_AS = ("cp1252", "latin-1", "cp437")
_SIGNS_OF_VN_LAYOUT = frozenset("âđẩăôêẻũếẳằ₫")


@dataclass(frozen=True, kw_only=True)
class Scanned:
    """What a scan holds; ``repaired`` says how a garbled text was put right, ``warnings`` what to look at."""

    kind: Kind
    card: IdentityCard | None = None
    code: str = ""
    verdict: Verdict = "other"
    repaired: str = ""
    warnings: tuple[str, ...] = ()


def scanned(text: str, key: bytes) -> Scanned:
    """Return what ``text`` is; ``key`` is the office's own, by which a receipt's mark is proved."""
    plain = nfc(text.strip())
    receipt = scanned_receipt(plain, key)
    if receipt.code:
        return Scanned(
            kind="receipt", code=receipt.code, verdict=receipt.verdict, warnings=_receipt_warnings(receipt.verdict)
        )
    repaired = _decoded_again(plain)
    if looks_like_card(repaired):
        try:
            card = identity_card(repaired)
        except InvalidInput as error:
            return Scanned(kind="garbled", warnings=(error.message,))
        how = "" if repaired == plain else "Máy quét gửi chữ sai bảng mã; đã sửa lại."
        return Scanned(kind="identity_card", card=card, repaired=how, warnings=card.warnings)
    if _looks_garbled(plain):
        return Scanned(
            kind="garbled",
            warnings=(
                "Bàn phím hoặc bộ gõ tiếng Việt đã làm sai mã quét: hãy tắt bộ gõ, dùng bàn phím tiếng Anh rồi quét lại.",
            ),
        )
    return Scanned(kind="unknown")


def _receipt_warnings(verdict: Verdict) -> tuple[str, ...]:
    return {
        "forged": ("Dấu chống giả không đúng: giấy này không do cơ quan in, hoặc mã đã bị sửa.",),
        "misread": ("Mã bị đọc sai một vài số: hãy quét lại.",),
    }.get(verdict, ())


def _decoded_again(text: str) -> str:
    """Return UTF-8 that was read as another code page put right again; the text itself when it was not."""
    for code_page in _MISREAD_AS:
        try:
            return nfc(text.encode(code_page).decode("utf-8")) if not text.isascii() else text
        except UnicodeError:
            continue
    return text


def _looks_garbled(text: str) -> bool:
    """Tell whether digits came out as the letters that the Vietnamese layout types in their place."""
    letters = [each for each in text.lower() if each.isalpha()]
    strange = sum(each in _SIGNS_OF_VN_LAYOUT for each in letters)
    return "|" in text or (len(letters) > 3 and strange * 2 >= len(letters))
