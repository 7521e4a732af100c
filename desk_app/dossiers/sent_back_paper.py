"""Form 02, the slip that asks a citizen to complete a dossier (phiếu yêu cầu bổ sung, Thông tư 01/2018/TT-VPCP)."""

from desk_app.dossiers.papers import letterhead
from desk_app.dossiers.sent_back_facts import SentBack
from desk_app.kernel.time_source import VIETNAM, spoken_moment
from desk_app.office.agency import Agency
from desk_app.office.wordings import PaperWords, shipped_words
from desk_app.printing.blocks import Block, Column, Field, Paper, Rule, Signatures, Signer, Table, Text, Title

SLIP_KIND = "sent_back"
SLIP_TITLE = "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"

_NUMBER_TO_WRITE = "……/HDHS"
_ASKED = "Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:"
_RATING = "Kèm theo phiếu này: Phiếu đánh giá việc giải quyết thủ tục hành chính; mời Ông/Bà cho ý kiến."


def supplement_slip(fact: SentBack, agency: Agency, officer: str, words: PaperWords | None = None) -> Paper:
    """Return form 02 of a request, for A5 and for the thermal printer; one sheet, for the citizen.

    ``words`` are the office's own wordings of the day; without them it says what ships.
    """
    said = words or shipped_words()
    blocks = (*_head(fact, agency, said), *_what(fact), *_foot(agency, officer, said))
    return Paper(kind=SLIP_KIND, code=slip_code(fact), title=SLIP_TITLE, blocks=blocks)


def slip_code(fact: SentBack) -> str:
    """Return how the slip is told from others in the print queue; it is no dossier code."""
    return f"BS-{fact.asked_at.astimezone(VIETNAM):%y%m%d-%H%M%S}"


def _head(fact: SentBack, agency: Agency, words: PaperWords) -> tuple[Block, ...]:
    return (
        letterhead(agency, _NUMBER_TO_WRITE, fact.asked_at.astimezone(VIETNAM).date(), words),
        Title(text=SLIP_TITLE.upper()),
    )


def _what(fact: SentBack) -> tuple[Block, ...]:
    person = fact.applicant
    blocks: list[Block] = [
        Field(label="Hồ sơ của", value=person.name, bold=True),
        Field(label="Địa chỉ", value=person.address, only="" if person.address else "page"),
        Field(label="Số điện thoại", value=person.phone, only="" if person.phone else "page"),
    ]
    if person.email:
        blocks.append(Field(label="Email", value=person.email))
    if fact.subject is not None:
        blocks.append(Field(label="Làm cho", value=fact.subject.name))
    if fact.authorised is not None:
        blocks.append(Field(label="Người được ủy quyền", value=fact.authorised.name))
    blocks += (
        Field(label="Nội dung yêu cầu giải quyết", value=fact.procedure_name),
        Text(text=_ASKED, bold=True),
        _missing_table(fact.missing),
        Field(label="Lý do", value=fact.reason),
    )
    if fact.advice:
        blocks.append(Field(label="Hướng dẫn", value=fact.advice))
    if fact.papers:
        names = "; ".join(paper.name for paper in fact.papers)
        blocks.append(Text(text=f"Giấy tờ đã có, trả lại Ông/Bà giữ: {names}.", size="small"))
    blocks.append(Field(label="Thời điểm hướng dẫn", value=spoken_moment(fact.asked_at), only="slip"))
    return tuple(blocks)


def _missing_table(missing: tuple[str, ...]) -> Table:
    columns = (
        Column(title="STT", width=2, align="center"),
        Column(title="Nội dung cần bổ sung, hoàn thiện", width=17),
    )
    return Table(columns=columns, rows=tuple((str(place), name) for place, name in enumerate(missing, start=1)))


def _foot(agency: Agency, officer: str, words: PaperWords) -> tuple[Block, ...]:
    phone = agency.hotline or agency.phone
    reach = f", số điện thoại {phone}," if phone else ""
    contact = (
        f"Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, Ông/Bà liên hệ với {officer}{reach} để được hướng dẫn. "
        "Khi trở lại, xin mang theo phiếu này."
    )
    own = (Text(text=words.supplement_note, size="small", align="center"),) if words.supplement_note else ()
    return (
        Text(text=contact, align="justify"),
        Text(text=_RATING, size="small", italic=True),
        Signatures(right=Signer(role="NGƯỜI HƯỚNG DẪN", name=officer), only="page"),
        Field(label="Người hướng dẫn", value=officer, only="slip"),
        *own,
        Rule(dashed=True, only="slip"),
    )
