"""The papers with which a dossier ends without a result: refusal (form 03), withdrawal, stop."""

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.facts import Stopped, TurnedDown, Withdrawn
from desk_app.dossiers.life.papers.maker import RATING, Maker, contact, filled, hands, head, whose
from desk_app.kernel.time_source import spoken_moment
from desk_app.printing.blocks import Field, Paper, Signatures, Signer, Text

REFUSAL_TITLE = "Phiếu từ chối tiếp nhận giải quyết hồ sơ"
WITHDRAWAL_TITLE = "Phiếu rút hồ sơ theo yêu cầu của công dân"
STOP_TITLE = "Thông báo dừng giải quyết hồ sơ"


def refusal_paper(dossier: Dossier, maker: Maker) -> Paper | None:
    """Return form 03, None where the dossier was not turned down."""
    made = dossier.story.last(TurnedDown)
    if made is None:
        return None
    fact, officer = made.fact, maker.name(made.by)
    sorry = (Text(text=f"Cơ quan xin lỗi Ông/Bà vì trả lời sau ngày hẹn: {fact.apology}", align="justify"),)
    blocks = (
        *head(maker, dossier, REFUSAL_TITLE, "……/TCHS", fact.at),
        *whose(dossier, "Tiếp nhận hồ sơ của"),
        Text(
            text="Qua xem xét, cơ quan thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:",
            align="justify",
        ),
        Field(label="Lý do", value=fact.reason, bold=True),
        *filled("Căn cứ", fact.basis),
        *(sorry if fact.apology else ()),
        *filled("Giấy tờ trả lại", fact.returned),
        Text(text="Xin thông báo để Ông/Bà được biết và thực hiện.", only="page"),
        contact(maker),
        Text(text=RATING, size="small", italic=True),
        *hands(
            Signer(role="NGƯỜI NỘP HỒ SƠ", name=dossier.registered.applicant.name),
            Signer(role="NGƯỜI TIẾP NHẬN HỒ SƠ", name=officer),
        ),
    )
    return Paper(kind="refusal", code=dossier.code, title=REFUSAL_TITLE, blocks=blocks)


def withdrawal_paper(dossier: Dossier, maker: Maker) -> Paper | None:
    """Return the slip of a withdrawal with the papers that went back, None where the citizen withdrew nothing."""
    made = dossier.story.last(Withdrawn)
    if made is None:
        return None
    fact = made.fact
    blocks = (
        *head(maker, dossier, WITHDRAWAL_TITLE, "……/RHS", fact.at),
        *whose(dossier),
        Text(text="Ông/Bà đề nghị rút hồ sơ nêu trên; cơ quan thôi giải quyết hồ sơ kể từ lúc này.", align="justify"),
        Field(label="Rút hồ sơ lúc", value=spoken_moment(fact.at)),
        *filled("Lý do", fact.reason),
        Field(label="Giấy tờ trả lại", value=fact.returned),
        *hands(
            Signer(role="NGƯỜI RÚT HỒ SƠ", name=dossier.registered.applicant.name),
            Signer(role="NGƯỜI TRẢ HỒ SƠ", name=maker.name(made.by)),
        ),
    )
    return Paper(kind="withdrawal", code=dossier.code, title=WITHDRAWAL_TITLE, blocks=blocks)


def stop_paper(dossier: Dossier, maker: Maker) -> Paper | None:
    """Return the notice that the office stopped, None where it did not."""
    made = dossier.story.last(Stopped)
    if made is None:
        return None
    fact = made.fact
    blocks = (
        *head(maker, dossier, STOP_TITLE, "……/TB", fact.at),
        *whose(dossier, "Kính gửi"),
        Text(text="Cơ quan thông báo dừng giải quyết hồ sơ nêu trên với lý do như sau:", align="justify"),
        Field(label="Lý do", value=fact.reason, bold=True),
        Field(label="Căn cứ", value=fact.basis),
        Field(label="Dừng từ", value=spoken_moment(fact.at)),
        *filled("Giấy tờ trả lại", fact.returned),
        contact(maker),
        Signatures(right=Signer(role="THỦ TRƯỞNG CƠ QUAN", hint="(Ký, ghi rõ họ tên và đóng dấu)"), only="page"),
        Field(label="Người lập", value=maker.name(made.by), only="slip"),
    )
    return Paper(kind="stop", code=dossier.code, title=STOP_TITLE, blocks=blocks)
