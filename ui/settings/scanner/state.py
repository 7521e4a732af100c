"""What the scanner's settings say, decided without a window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.kernel.translations import _
from desk_app.printing.outcome import Outcome
from desk_app.scanner.profile import ScannerSettings
from desk_app.scanner.serial_port import FoundPort, PortState
from desk_app.scanner.trial_code import Diagnosis

_SWITCH_OFF = _(
    "Hãy tắt bộ gõ (chữ V về E) rồi quét lại. Giấy của cơ quan vẫn quét đúng; tên trên thẻ căn cước thì chưa."
)
_BY_COM = _(
    "Số, ngày sinh, giới tính vẫn đúng; họ tên để cán bộ gõ theo thẻ. Muốn đủ dấu: chuyển máy quét sang kiểu cổng COM."
)

# What each finding means, and what to do about it.
FINDINGS: Mapping[str, tuple[str, str]] = {
    "layout_vn": (
        _("Bàn phím đang để tiếng Việt: «1234567890» thành «ăâêô…đ»."),
        _("Chương trình tự sửa. Nên chuyển bàn phím của máy tính sang tiếng Anh (Mỹ)."),
    ),
    "layout_other": (
        _("Bàn phím không để kiểu Mỹ: một số ký tự bị đổi chỗ."),
        _("Chương trình đã nhớ và tự sửa. Nên chuyển bàn phím sang tiếng Anh (Mỹ) rồi thử lại."),
    ),
    "caps_lock": (
        _("Phím Caps Lock đang bật: chữ hoa thành chữ thường."),
        _("Chương trình tự sửa. Nên tắt Caps Lock."),
    ),
    "encoding": (_("Chữ có dấu gửi sai bảng mã: «ễ» thành «á»…»."), _("Chương trình tự sửa, không mất chữ nào.")),
    "telex": (_("Bộ gõ Telex đang bật: chữ «dd» thành «đ», «as» thành «á»."), _SWITCH_OFF),
    "vni": (_("Bộ gõ VNI đang bật: chữ «d9» thành «đ», «a1» thành «á»."), _SWITCH_OFF),
    "edited": (_("Bộ gõ tiếng Việt chen vào giữa lúc máy quét gõ."), _SWITCH_OFF),
    "marks_lost": (_("Mất dấu: «Đặng Thị Ngọc Ánh» thành «Dang Thi Ngoc Anh»."), _BY_COM),
    "letters_broken": (_("Chữ có dấu bị hỏng, không sửa lại được."), _BY_COM),
    "cut": (
        _("Mã bị cắt mất phần cuối."),
        _("Hãy quét chậm và thẳng hơn; nếu vẫn mất, đặt lại độ dài mã theo sổ tay máy quét."),
    ),
    "no_enter": (
        _("Thiếu Enter ở cuối mã."),
        _("Vẫn dùng được, chậm hơn một nhịp. Hãy quét mã «thêm Enter (CR)» trong sổ tay máy quét."),
    ),
    "not_utf8": (
        _("Máy quét cổng COM không gửi chữ UTF-8."),
        _("Hãy quét mã «UTF-8» trong sổ tay máy quét rồi thử lại."),
    ),
    "slow": (
        _("Máy quét gõ chậm như người gõ: quét ở trang khác sẽ rơi vào ô đang gõ."),
        _("Hãy quét mã «độ trễ giữa các phím: 0» trong sổ tay máy quét."),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How the scanner stands: one sentence, its shape and colour by tone, and what the last trial found."""

    words: str
    tone: str
    findings: tuple[tuple[str, str], ...]


def standing_of(settings: ScannerSettings) -> Standing:
    """Return how the scanner stands by its last trial."""
    if settings.tested_at is None or settings.verdict == "untested":
        return Standing(words=_("Chưa thử máy quét này."), tone="plain", findings=())
    when = f"{settings.tested_at:%H:%M %d/%m/%Y}"
    if settings.verdict == "good":
        words, tone = _("Máy quét đang dùng tốt. Thử lần cuối lúc {when}."), "good"
    else:
        words, tone = _("Máy quét dùng được, còn việc phải làm. Thử lần cuối lúc {when}."), "warning"
    found = tuple(FINDINGS[code] for code in settings.findings if code in FINDINGS)
    return Standing(words=words.format(when=when), tone=tone, findings=found)


def no_trial_words(text: str) -> str:
    """Return what is said when something else than the trial code arrived, or nothing of it can be made out."""
    return _("Nhận được «{text}», không phải mã thử, hoặc bị đổi quá nhiều. Hãy quét lại mã ở bên trái.").format(
        text=text[:60]
    )


def told_words(diagnosis: Diagnosis) -> str:
    """Return the sentence for the message bar after a trial."""
    if diagnosis.verdict == "good":
        return _("Máy quét gửi đúng từng chữ.") if not diagnosis.findings else _("Máy quét dùng tốt; đã nhớ cách sửa.")
    return _("Đã thử máy quét; xem việc phải làm ở bên phải.")


def port_words(state: PortState, settings: ScannerSettings) -> str:
    """Return how the serial port stands."""
    port = settings.port
    if not port.name:
        return _("Không dùng cổng COM; máy quét gõ như bàn phím.")
    if state.state == "open" and state.name == port.name:
        return _("Đang nghe cổng {port}, {baud} bit/giây.").format(port=port.name, baud=port.baud)
    return _("Chưa nối được cổng {port}; máy tự thử lại mỗi giây. Hãy xem dây cắm và tên cổng.").format(port=port.name)


def port_options(found: Sequence[FoundPort], present: str) -> tuple[tuple[str, str], ...]:
    """Return the ports to choose from: none, those of this computer, and the one in use even where it is unplugged."""
    shown = {each.name: f"{each.name} – {each.words}" if each.words else each.name for each in found}
    if present and present not in shown:
        shown[present] = _("{port} (đang không cắm)").format(port=present)
    return (("", _("Không dùng cổng COM")), *shown.items())


def printed_words(outcome: Outcome) -> tuple[str, str, str]:
    """Return message, hint and tone for what became of the printed sheet."""
    if outcome.state in ("offline", "failed"):
        return _("Chưa in được mã thử."), outcome.reason or _("Quét thẳng mã trên màn hình cũng được."), "warning"
    return _("Đã gửi mã thử tới máy in."), _("Hãy quét mã trên giấy."), "good"
