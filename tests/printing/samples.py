"""Papers as the desk prints them, with invented people: receipt (form 01), supplement, ticket, label, trial page."""

from desk_app.printing.blocks import (
    Block,
    CheckItem,
    Column,
    Field,
    Highlight,
    KeepTogether,
    Letterhead,
    Paper,
    QrCode,
    Rule,
    Signatures,
    Signer,
    Space,
    Table,
    Text,
    Title,
)

CODE = "H30.32.16-261123-0012"
NBSP = "\u00a0"
QR = f"{CODE}|7K3M-90QX-21"
ALPHABET = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
COPIES = ("Liên 1: Lưu", "Liên 2: Giao khách hàng")

PAPERS_HANDED_IN = Table(
    columns=(
        Column(title="STT", width=2, align="center", only="page"),
        Column(title="Tên giấy tờ", width=11),
        Column(title="Bản", width=4, align="center"),
        Column(title="SL", width=2, align="center"),
    ),
    rows=(
        ("1", "Tờ khai đăng ký khai sinh", "Bản chính", "01"),
        ("2", "Giấy chứng sinh do cơ sở y tế cấp", "Bản chính", "01"),
        ("3", "Tờ khai thay đổi thông tin cư trú (Mẫu CT01)", "Bản chính", "01"),
        ("4", "Tờ khai tham gia, điều chỉnh thông tin bảo hiểm y tế", "Bản chính", "01"),
        ("5", "Giấy chứng nhận kết hôn của cha, mẹ", "Bản sao", "01"),
    ),
)

LEGS = Table(
    columns=(
        Column(title="Cơ quan giải quyết", width=9),
        Column(title="Thời hạn", width=5, align="center"),
        Column(title="Hẹn trả", width=7, align="center"),
    ),
    rows=(
        ("Tư pháp – Hộ tịch", "1,5 ngày", f"11:30{NBSP}26/11/2026"),
        ("Bảo hiểm xã hội", "1,5 ngày", f"17:00{NBSP}27/11/2026"),
        ("Công an xã", "6 ngày", f"17:00{NBSP}07/12/2026"),
        ("Trả kết quả tại nhà", "1 ngày", f"17:00{NBSP}08/12/2026"),
    ),
)


def receipt() -> Paper:
    """Return form 01 of a linked birth procedure: Giấy tiếp nhận hồ sơ và hẹn trả kết quả."""
    blocks: tuple[Block, ...] = (*_receipt_head(), *_receipt_body(), *_receipt_foot())
    return Paper(
        kind="receipt", code=CODE, title="Giấy tiếp nhận hồ sơ và hẹn trả kết quả", blocks=blocks, copies=COPIES
    )


def _receipt_head() -> tuple[Block, ...]:
    return (
        Letterhead(
            parent="ỦY BAN NHÂN DÂN XÃ HÒA MỸ",
            agency="BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
            number="Số: 0012/TNHS",
            place_and_date="Hòa Mỹ, ngày 23 tháng 11 năm 2026",
        ),
        Title(text="GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", subtitle=f"Mã hồ sơ: {CODE}"),
        Field(label="Bộ phận tiếp nhận và trả kết quả", value="UBND xã Hòa Mỹ", only="page"),
        Field(label="Tiếp nhận hồ sơ của", value="Nguyễn Văn Mẫu", bold=True),
        Field(label="Địa chỉ", value="Ấp 1, xã Hòa Mỹ, thành phố Cần Thơ"),
        Field(label="Số điện thoại", value="0912 345 678"),
        Field(label="Email", value="mau.nguyen@example.vn", only="page"),
        Field(
            label="Nội dung yêu cầu giải quyết",
            value="Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi",
        ),
    )


def _receipt_body() -> tuple[Block, ...]:
    return (
        Text(text="1. Thành phần hồ sơ nộp gồm:"),
        PAPERS_HANDED_IN,
        Field(label="2. Số lượng hồ sơ", value="01 (bộ)"),
        Field(label="3. Thời gian giải quyết hồ sơ theo quy định", value="10 ngày làm việc"),
        Field(label="4. Thời gian nhận hồ sơ", value="08 giờ 15 phút, ngày 23 tháng 11 năm 2026"),
        Highlight(
            label="5. Thời gian trả kết quả giải quyết hồ sơ",
            value="17 giờ 00, ngày 08/12/2026",
            note="Thứ Ba · không tính ngày 24/11 (ngày nghỉ lễ)",
        ),
        KeepTogether(blocks=(Text(text="Thời hạn của từng cơ quan trong hồ sơ liên thông:"), LEGS)),
        Field(label="6. Đăng ký nhận kết quả tại", value="nhà – Ấp 1, xã Hòa Mỹ"),
        Field(label="Phí, lệ phí", value="không thu (đăng ký khai sinh trong hạn)"),
        Field(label="Vào Sổ theo dõi hồ sơ", value="Quyển số 01, Số thứ tự 0012", only="page"),
    )


def _receipt_foot() -> tuple[Block, ...]:
    return (
        QrCode(
            payload=QR,
            caption=CODE,
            note="Mang theo giấy này khi nhận kết quả. Quét mã để tra cứu tình trạng hồ sơ tại Bộ phận Một cửa.",
        ),
        Signatures(
            left=Signer(role="NGƯỜI NỘP HỒ SƠ", name="Nguyễn Văn Mẫu"),
            right=Signer(role="NGƯỜI TIẾP NHẬN HỒ SƠ", name="Trần Thị Thử"),
            only="page",
        ),
        Field(label="Người tiếp nhận", value="Trần Thị Thử", only="slip"),
        Text(text="Đường dây nóng: 0293 3 999 999", size="small", align="center", only="slip"),
    )


def supplement() -> Paper:
    """Return form 02: what is still missing, as boxes to tick off."""
    return Paper(
        kind="supplement",
        code=CODE,
        title="Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        blocks=(
            Letterhead(
                parent="ỦY BAN NHÂN DÂN XÃ HÒA MỸ", agency="BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", number="Số: 03/HDHS"
            ),
            Title(text="PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"),
            Field(label="Hồ sơ của", value="Lê Thị Ví Dụ"),
            Text(text="Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:", align="justify"),
            CheckItem(text="Giấy chứng sinh (bản chính)", checked=True),
            CheckItem(text="Tờ khai thay đổi thông tin cư trú CT01, có ý kiến đồng ý của chủ hộ"),
            CheckItem(text="Bản sao Giấy chứng nhận kết hôn"),
            Field(label="Lý do", value=""),
            Rule(dashed=True),
            Signatures(right=Signer(role="NGƯỜI HƯỚNG DẪN", name="Trần Thị Thử")),
        ),
    )


def ticket() -> Paper:
    """Return a queue ticket."""
    return Paper(
        kind="ticket",
        code="A017",
        title="Phiếu số thứ tự",
        blocks=(
            Text(text="BỘ PHẬN MỘT CỬA XÃ HÒA MỸ", bold=True, align="center"),
            Highlight(label="Số thứ tự", value="A017", note="Quầy 2 · Hộ tịch – Chứng thực"),
            Text(text="Còn 3 người phía trước. Lấy số lúc 08:15 ngày 23/11/2026.", size="small", align="center"),
        ),
    )


def label() -> Paper:
    """Return the label that goes on a dossier's folder."""
    return Paper(
        kind="label",
        code=CODE,
        title="Nhãn hồ sơ",
        blocks=(QrCode(payload=QR, caption=CODE), Text(text="Nguyễn Văn Mẫu", size="large", bold=True, align="center")),
    )


def trial_page() -> Paper:
    """Return the page that shows whether a printer prints every Vietnamese letter."""
    return Paper(
        kind="trial-page",
        code="THU",
        title="Trang in thử",
        blocks=(
            Title(text="TRANG IN THỬ"),
            Text(text=ALPHABET),
            Text(text=ALPHABET.upper(), bold=True),
            Text(text="0123456789 – 1.285 hồ sơ – 69,5 % – 8.000 đ", size="small"),
            CheckItem(text="Ô đã đánh dấu", checked=True),
            CheckItem(text="Ô trống"),
            Rule(),
            Space(size="small"),
            QrCode(payload="In thử", caption="In thử"),
        ),
    )


EVERY_SAMPLE = (receipt, supplement, ticket, label, trial_page)
