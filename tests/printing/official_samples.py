"""Invented official documents, and how to read them back."""

import subprocess
from datetime import date
from io import BytesIO
from typing import Any

import docx

from desk_app.kernel.records import changed
from desk_app.printing.official.chart import Chart, Series
from desk_app.printing.official.document import (
    Annex,
    Cell,
    Column,
    Document,
    Head,
    Heading,
    Paragraph,
    Part,
    Signature,
    Table,
)
from desk_app.printing.official.words import number_line, place_and_date

LAST = "Đề nghị các tổ chức phân công người trực đúng lịch./."
CHART = Chart(
    labels=("Lái Hiếu", "Hiệp Thành"),
    series=(Series(name="Tiếp nhận", values=(1285, 80)), Series(name="Sớm hạn", values=(120.5, None))),
    unit="hồ sơ",
)


def roster_table(days: int) -> Table:
    columns = (
        Column(title="STT", align="center"),
        Column(title="Ngày", width=3, align="center"),
        Column(title="Người trực", width=6),
        Column(title="Số giờ", width=2, align="right"),
    )
    rows: list[tuple[str | Cell, ...]] = []
    for day in range(1, days + 1):
        rows.append((Cell(text=str(day), down=2), Cell(text=f"ngày thứ {day}", down=2), "Nguyễn Văn Mẫu", "4"))
        rows.append(("Trần Thị Thử", "3,5"))
    rows.append((Cell(text="Cộng", across=3, bold=True, align="center"), "7,5"))
    return Table(columns=columns, rows=tuple(rows))


def notice(*more: Part, days: int = 3, lines: int = 1) -> Document:
    return Document(
        name="Thông báo lịch trực tháng 02/2026",
        code="02/2026",
        head=Head(
            agency="ỦY BAN NHÂN DÂN XÃ HÒA MỸ",
            upper="ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ",
            number=number_line(5, "TB-UBND"),
            place_and_date=place_and_date("Hòa Mỹ", date(2026, 2, 5)),
        ),
        kind="THÔNG BÁO",
        about="Lịch trực «Viết hộ» tháng 02 năm 2026",
        greeting=("Hội Nông dân xã;", "Hội Liên hiệp Phụ nữ xã."),
        basis=("Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026;",),
        body=(
            Heading(text="I. Thời gian"),
            *(Paragraph(text="Sáng từ 07 giờ 00 đến 11 giờ 30.", lead="1. Buổi sáng:") for _ in range(lines)),
            *more,
            Paragraph(text=LAST),
        ),
        signature=Signature(titles=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Bùi Văn Mẫu"),
        recipients=("Như trên;", "Lưu: VT."),
        annexes=(
            Annex(
                label="Phụ lục I",
                title="Lịch trực chi tiết",
                note="(Kèm theo Thông báo số 05/TB-UBND)",
                body=(roster_table(days),),
                across=True,
            ),
        ),
    )


def plain(document: Document) -> Document:
    return changed(document, annexes=())


def pages_of(pdf: bytes) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def opened(raw: bytes) -> Any:
    return docx.Document(BytesIO(raw))


def xml_of(part: Any) -> str:
    return str(part.xml)
