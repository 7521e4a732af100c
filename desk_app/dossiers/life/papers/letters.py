"""The letters that go to a citizen while the dossier is open: the apology (form 04) and the notice to pay."""

from datetime import datetime

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.facts import ApologyApproved, PaymentAsked
from desk_app.dossiers.life.papers.maker import Maker, contact, head, whose
from desk_app.kernel.texts import dong
from desk_app.kernel.time_source import VIETNAM, spoken_day, spoken_moment
from desk_app.printing.blocks import Field, Highlight, Paper, Signatures, Signer, Text
from desk_app.working_time.calendar import WEEKDAYS

APOLOGY_TITLE = "Phiếu xin lỗi và hẹn lại ngày trả kết quả"
PAYMENT_TITLE = "Thông báo thực hiện nghĩa vụ tài chính"


def apology_paper(dossier: Dossier, maker: Maker) -> Paper | None:
    """Return form 04, None where nobody apologised."""
    made = dossier.story.last(ApologyApproved)
    if made is None:
        return None
    fact, agency = made.fact, maker.agency
    was = spoken_moment(fact.was_due_at)
    blocks = (
        *head(maker, dossier, APOLOGY_TITLE, fact.mark, fact.at),
        *whose(dossier, "Kính gửi"),
        Text(
            text=f"Ngày hẹn trả kết quả giải quyết hồ sơ là {was}. Tuy nhiên đến nay, {agency.name} chưa trả kết quả giải "
            "quyết hồ sơ của Ông/Bà đúng thời hạn đã ghi trên giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
            align="justify",
        ),
        Field(label="Lý do", value=fact.reason),
        Text(text=f"{agency.name} xin lỗi Ông/Bà và hẹn lại ngày trả kết quả như sau:", align="justify"),
        Highlight(label="Hẹn lại trả kết quả", value=_due_words(fact.dates.due_at), note=_weekday(fact.dates.due_at)),
        Text(text="Sự chậm trễ này đã gây phiền hà cho Ông/Bà, rất mong Ông/Bà thông cảm.", align="justify"),
        contact(maker),
        Signatures(
            right=Signer(role="THỦ TRƯỞNG", hint="(Ký, ghi rõ họ tên và đóng dấu)", name=maker.name(made.by)),
            only="page",
        ),
        Field(label="Người duyệt", value=maker.name(made.by), only="slip"),
    )
    return Paper(kind="apology", code=dossier.code, title=APOLOGY_TITLE, blocks=blocks)


def payment_paper(dossier: Dossier, maker: Maker) -> Paper | None:
    """Return the notice to pay, None where nothing was to be paid."""
    made = dossier.story.last(PaymentAsked)
    if made is None:
        return None
    fact = made.fact
    blocks = (
        *head(maker, dossier, PAYMENT_TITLE, "……/TB", fact.at),
        *whose(dossier, "Kính gửi"),
        Text(text="Đề nghị Ông/Bà thực hiện nghĩa vụ tài chính sau để hồ sơ được giải quyết tiếp:", align="justify"),
        Field(label="Khoản nộp", value=fact.purpose),
        Highlight(label="Số tiền phải nộp", value=dong(fact.amount), note=f"Chậm nhất ngày {spoken_day(fact.until)}"),
        Text(
            text="Thời gian chờ nộp không tính vào thời hạn giải quyết. Nộp xong, Ông/Bà mang biên lai và giấy này đến Bộ phận "
            "Tiếp nhận và Trả kết quả để nhận giấy hẹn mới.",
            align="justify",
        ),
        contact(maker),
        Signatures(right=Signer(role="NGƯỜI LẬP THÔNG BÁO", name=maker.name(made.by)), only="page"),
        Field(label="Người lập", value=maker.name(made.by), only="slip"),
    )
    return Paper(kind="payment", code=dossier.code, title=PAYMENT_TITLE, blocks=blocks)


def _due_words(at: datetime) -> str:
    return f"{at.astimezone(VIETNAM):%H giờ %M, ngày %d/%m/%Y}"


def _weekday(at: datetime) -> str:
    return WEEKDAYS[at.astimezone(VIETNAM).weekday()]
