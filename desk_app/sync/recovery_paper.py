"""The paper of the recovery key: groups to type, a code to scan, and what it is good for."""

from datetime import datetime

from desk_app.kernel.time_source import spoken_moment
from desk_app.printing.blocks import Block, Field, Paper, QrCode, Rule, Signatures, Signer, Space, Text, Title
from desk_app.sync.recovery_key import RecoveryKey
from desk_app.sync.room import Sync

_GROUPS_A_LINE = 3
_HOW_TO_USE = (
    "Khi máy không mở được dữ liệu (kho khóa bị đặt lại, quên mật khẩu mở dữ liệu): ở màn hình đăng nhập chọn "
    "«Mở bằng khóa dự phòng» rồi gõ 14 nhóm trên; hoặc chạy lệnh «desk sync recovery use».",
    "Mỗi năm thử một lần: trang Gửi nhận, «Thử tờ khóa». Không làm thay đổi gì.",
    "Chương trình không giữ bản nào của khóa này. Mất tờ này thì phải lập khóa mới ngay, khi máy còn mở được. Lập tờ mới "
    "thì hủy tờ này: cùng một gói cũ nó vẫn mở được dữ liệu.",
)


def recovery_paper(room: Sync, key: RecoveryKey, at: datetime) -> Paper:
    """Return the paper to print and lock away; it is drawn straight, and never enters the print queue."""
    agency = room.office.present_book().get_agency()
    blocks: tuple[Block, ...] = (
        Text(text=agency.name, bold=True, align="center"),
        Title(text="KHÓA DỰ PHÒNG CỦA CƠ QUAN", subtitle=f"Lập lúc {spoken_moment(at)}"),
        Text(
            text="Ai giữ tờ này mở được dữ liệu của mọi quầy và mọi gói đã gửi. Cho vào phong bì niêm phong, cất trong két.",
            bold=True,
        ),
        Space(),
        *(Text(text=row, size="large", align="center") for row in _rows_of(key.words)),
        Space(),
        QrCode(payload=key.identity, caption="Quét thay cho gõ", note="Khóa age, chương trình «age» cũng đọc được."),
        Field(label="Nhận biết tờ này", value=key.fingerprint),
        Field(label="Nửa công khai", value=key.public),
        Rule(),
        *(Text(text=line, size="small") for line in _HOW_TO_USE),
        Signatures(left=Signer(role="NGƯỜI LẬP"), right=Signer(role="NGƯỜI CẤT GIỮ")),
    )
    return Paper(kind="recovery_key", code=key.fingerprint.split()[0], title="Khóa dự phòng", blocks=blocks, page="A4")


def _rows_of(words: str) -> list[str]:
    """Return the groups numbered, some to a line, so far apart that nobody reads one group's number for another's."""
    groups = [f"{number}.\u00a0{group}" for number, group in enumerate(words.split(), 1)]
    return [
        (6 * "\u00a0").join(groups[first : first + _GROUPS_A_LINE]) for first in range(0, len(groups), _GROUPS_A_LINE)
    ]
