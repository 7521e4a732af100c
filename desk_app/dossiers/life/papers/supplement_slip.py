"""Form 02 of a dossier that was received: what is missing, and what it means for the date."""

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.facts import SupplementRequested
from desk_app.dossiers.life.papers.maker import Maker
from desk_app.dossiers.life.story import Made
from desk_app.dossiers.sent_back_facts import SentBack
from desk_app.dossiers.sent_back_paper import supplement_slip
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import spoken_moment
from desk_app.printing.blocks import Field, Paper, Text, Title

_CLOCK = (
    "Trong thời gian chờ bổ sung, thời hạn giải quyết không tính. Khi hồ sơ đã đủ, Ông/Bà được nhận giấy hẹn mới ghi ngày "
    "trả kết quả mới."
)


_ASKED = ("Lý do", "Hướng dẫn")


def supplement_paper(dossier: Dossier, maker: Maker) -> Paper | None:
    """Return form 02, None where nothing was asked for."""
    made = dossier.story.last(SupplementRequested)
    if made is None:
        return None
    paper = supplement_slip(_as_visit(dossier, made), maker.agency, maker.name(made.by), maker.words)
    place = next(at for at, block in enumerate(paper.blocks) if isinstance(block, Title))
    title = changed(paper.blocks[place], subtitle=f"Mã hồ sơ: {dossier.code}")
    came = Field(label="Nhận hồ sơ lúc", value=spoken_moment(dossier.registered.received_at))
    asked = next(at for at, block in enumerate(paper.blocks) if isinstance(block, Text))
    foot = max(at for at, block in enumerate(paper.blocks) if isinstance(block, Field) and block.label in _ASKED) + 1
    blocks = (
        *paper.blocks[:place],
        title,
        *paper.blocks[place + 1 : asked],
        came,
        *paper.blocks[asked:foot],
        Text(text=_CLOCK, align="justify"),
        *paper.blocks[foot:],
    )
    return changed(paper, kind="supplement", code=dossier.code, blocks=blocks)


def _as_visit(dossier: Dossier, made: Made[SupplementRequested]) -> SentBack:
    """Return the request in the shape of one made at the counter: both are form 02; the papers stay in the office."""
    fact = dossier.registered
    return SentBack(
        asked_at=made.fact.at,
        entered_at=made.fact.at,
        procedure=fact.procedure,
        procedure_name=fact.procedure_name,
        procedure_field=fact.procedure_field,
        procedure_from=fact.procedure_from,
        applicant=fact.applicant,
        subject=fact.subject,
        authorised=fact.authorised,
        papers=(),
        missing=made.fact.missing,
        reason=made.fact.reason,
        advice=made.fact.advice,
        channel=fact.channel,
        note="",
        earlier="",
    )
