"""What printers are used for: which paper goes to which printer when nobody names one."""

from collections.abc import Mapping

from desk_app.kernel.errors import InvalidInput
from desk_app.printing.blocks import Paper

USES: Mapping[str, str] = {
    "receipt": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    "sent_back": "Phiếu yêu cầu bổ sung, lúc tiếp nhận",
    "supplement": "Phiếu yêu cầu bổ sung, khi đang giải quyết",
    "hand_over": "Giấy ký nhận kết quả",
    "ticket": "Phiếu số thứ tự",
    "rating_slip": "Phiếu đánh giá",
    "complaint_slip": "Phiếu tiếp nhận phản ánh, kiến nghị",
    "session_invitation": "Giấy mời đến buổi lưu động",
    "appointment": "Phiếu hẹn",
    "leaflet": "Tờ hướng dẫn thủ tục",
    "shift_slip": "Phiếu bỏ túi của lịch trực",
    "shift_swap": "Phiếu đổi ca, trực thay",
    "A5": "Các giấy khác khổ A5",
    "A4": "Các giấy khác khổ A4",
}
"""By key: a paper's kind, or the page size of every paper whose kind is not named here."""


def checked_use(use: str) -> str:
    """Return the key of a use; raise ``InvalidInput`` for one that does not exist."""
    if use not in USES:
        raise InvalidInput("use", f"Không có loại giấy «{use}».", f"Các loại: {', '.join(USES)}.")
    return use


def printer_for(paper: Paper, choices: Mapping[str, str], names: tuple[str, ...]) -> str:
    """Return the printer of ``names`` that ``paper`` goes to by itself; empty where a person must choose.

    The choice for its kind comes first, then the one for its page size, at last the only printer there is.
    """
    for use in (paper.kind, paper.page):
        if choices.get(use) in names:
            return choices[use]
    return names[0] if len(names) == 1 else ""
