"""Where a scanned thing goes, and what is said about it; decided without a window."""

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.kernel.translations import _
from desk_app.scanner.repair import BY_KEYS
from ui.shell.scanning.thing import ScannedThing

_SHOWN = 40


@dataclass(frozen=True, kw_only=True)
class Way:
    """What a scan leads to: a page and what it is about, words for the message bar, a text for the search box.

    ``offers_set_up``: the message comes with the way to the scanner's settings.
    """

    page: str = ""
    about: str = ""
    message: str = ""
    hint: str = ""
    tone: str = "plain"
    search: str = ""
    offers_set_up: bool = False


def way_of(thing: ScannedThing, *, front: str, may: Callable[[str], bool]) -> Way:
    """Return where a thing goes that the page ``front`` did not take; ``may`` tells the person's permissions."""
    if thing.is_ticket:
        return _ticket(thing)
    if thing.page:
        return _slip(thing)
    if thing.scan.kind == "receipt":
        return _receipt(thing, front, may)
    if thing.scan.kind == "identity_card":
        return _card(thing, may)
    return _unread(thing, may)


def _ticket(thing: ScannedThing) -> Way:
    if thing.ticket:
        return Way(page="tickets", about=f"ticket:{thing.ticket}")
    return Way(message=_("Phiếu số không dùng được."), hint=thing.trouble, tone="warning")


def _slip(thing: ScannedThing) -> Way:
    if thing.trouble:
        return Way(message=_("Phiếu không dùng được."), hint=thing.trouble, tone="warning")
    return Way(page=thing.page, about=thing.about)


def _receipt(thing: ScannedThing, front: str, may: Callable[[str], bool]) -> Way:
    scan = thing.scan
    if scan.verdict in ("misread", "forged"):
        return _doubtful(thing, may)
    if thing.dossier:
        page = "hand_over" if front == "hand_over" else "card"
        tone = "warning" if thing.replaced else "plain"
        return Way(page=page, about=thing.dossier, message=thing.replaced or scan.repaired, tone=tone)
    if not may("dossiers.view"):
        return Way(page="card", about="")
    return Way(
        message=_("Máy này không có hồ sơ {code}.").format(code=scan.code),
        hint=_("Có thể quầy khác đã nhận mà dữ liệu chưa chuyển về. Mã để sẵn trong ô tìm."),
        tone="warning",
        search=scan.code,
    )


def _doubtful(thing: ScannedThing, may: Callable[[str], bool]) -> Way:
    if thing.scan.verdict == "misread":
        return Way(
            message=_("Mã giấy hẹn bị đọc sai một vài số."),
            hint=_("Chưa mở hồ sơ nào. Hãy quét lại, hoặc gõ mã vào ô tìm."),
            tone="warning",
            search=thing.text,
        )
    return Way(
        page="find" if may("dossiers.find") else "",
        about=thing.scan.code,
        message=_("Dấu chống giả trên giấy hẹn không đúng."),
        hint=_("Giấy này không do cơ quan in, hoặc mã đã bị sửa. Hãy đối chiếu với hồ sơ trong máy."),
        tone="trouble",
    )


def _card(thing: ScannedThing, may: Callable[[str], bool]) -> Way:
    card = thing.scan.card
    if card is not None and not may("dossiers.register") and may("dossiers.find"):
        return Way(page="find", about=card.person.id_number)
    # Sent as it came, so that the page can say what was put right; only what the keys told is known here alone.
    text = thing.text if BY_KEYS in thing.scan.repaired else thing.heard.text
    return Way(page="registration", about=f"scan:{text}")


def _unread(thing: ScannedThing, may: Callable[[str], bool]) -> Way:
    shown = thing.text if len(thing.text) <= _SHOWN else f"{thing.text[:_SHOWN]}…"
    if thing.scan.kind == "garbled" or thing.heard.was_broken:
        return Way(
            message=_("Quét được «{text}» nhưng không đọc được.").format(text=shown),
            hint=_why_garbled(thing),
            tone="warning",
            search=thing.text,
            offers_set_up=True,
        )
    return Way(
        page="find" if may("dossiers.find") else "",
        about=thing.text,
        message=_("Đã quét «{text}».").format(text=shown),
        hint=_("Không phải thẻ căn cước hay giấy của cơ quan; đã tìm chữ này trong hồ sơ."),
        offers_set_up=True,
    )


def _why_garbled(thing: ScannedThing) -> str:
    if thing.heard.was_broken:
        return _("Máy quét cổng COM không gửi chữ UTF-8: hãy đặt UTF-8 theo sổ tay của máy. Chưa ghi gì.")
    if thing.heard.was_edited:
        return _("Bộ gõ tiếng Việt đang bật và đã đổi chữ: hãy tắt bộ gõ (về E) rồi quét lại. Chưa ghi gì.")
    return " ".join((*thing.scan.warnings, _("Chưa ghi gì; chữ đã quét để sẵn trong ô tìm.")))
