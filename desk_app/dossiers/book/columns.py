"""The columns of form 06 (Thông tư 01/2018/TT-VPCP), on paper and in Excel."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desk_app.dossiers.book.rows import BookLine


@dataclass(frozen=True, kw_only=True)
class BookColumn:
    """One column: ``share`` is its part of the page's width, ``letters`` its width in Excel."""

    title: str
    share: int
    letters: int
    value: Callable[[BookLine], str | datetime | int | None]
    align: Literal["left", "center"] = "left"


COLUMNS: tuple[BookColumn, ...] = (
    BookColumn(title="STT", share=28, letters=7, value=lambda line: f"{line.number:02d}", align="center"),
    BookColumn(title="Mã hồ sơ", share=68, letters=28, value=lambda line: line.code),
    BookColumn(title="Tên thủ tục hành chính", share=92, letters=40, value=lambda line: line.procedure),
    BookColumn(title="Số bộ", share=22, letters=7, value=lambda line: f"{line.copies:02d}", align="center"),
    BookColumn(title="Tên cá nhân, tổ chức", share=76, letters=26, value=lambda line: line.name),
    BookColumn(title="Địa chỉ, số điện thoại", share=96, letters=40, value=lambda line: line.contact),
    BookColumn(title="Cơ quan chủ trì giải quyết", share=72, letters=28, value=lambda line: line.agency),
    BookColumn(title="Nhận hồ sơ", share=48, letters=17, value=lambda line: line.received_at, align="center"),
    BookColumn(title="Hẹn trả kết quả", share=48, letters=17, value=lambda line: line.due_at, align="center"),
    BookColumn(title="Trả kết quả", share=48, letters=17, value=lambda line: line.handed_at, align="center"),
    BookColumn(title="Phương thức nhận kết quả", share=48, letters=14, value=lambda line: line.return_by),
    BookColumn(title="Ký nhận", share=62, letters=26, value=lambda line: line.collector),
    BookColumn(title="Ghi chú", share=62, letters=34, value=lambda line: line.remark),
)


def words(value: str | datetime | int | None) -> str:
    """Return a value as it stands on paper."""
    if isinstance(value, datetime):
        return f"{value:%H:%M %d/%m/%Y}"
    return "" if value is None else str(value)
