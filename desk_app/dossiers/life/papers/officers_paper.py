"""The list that two officers sign when dossiers go from one to the other."""

from collections.abc import Sequence

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.facts import Reassigned
from desk_app.dossiers.life.papers.maker import Maker, filled, hands
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.papers import letterhead
from desk_app.kernel.time_source import VIETNAM, spoken_day, spoken_moment
from desk_app.printing.blocks import Column, Field, PageSize, Paper, Signer, Table, Title

OFFICERS_TITLE = "Phiếu bàn giao hồ sơ"

_ON_A5 = 12


def last_officers_paper(dossier: Dossier, maker: Maker) -> Paper | None:
    """Return the list about this one dossier, None where it never changed hands."""
    made = dossier.story.last(Reassigned)
    return None if made is None else officers_paper((dossier,), made.fact, maker)


def officers_paper(given: Sequence[Dossier], fact: Reassigned, maker: Maker) -> Paper:
    """Return the list of dossiers that one officer gave to another as ``fact`` says, A4 for many."""
    columns = (
        Column(title="STT", width=2, align="center", only="page"),
        Column(title="Mã hồ sơ", width=6),
        Column(title="Người nộp, thủ tục", width=12),
        Column(title="Hẹn trả", width=5, align="right"),
    )
    rows = tuple((str(place), *_row(each)) for place, each in enumerate(given, start=1))
    until = f"đến hết ngày {spoken_day(fact.until)}" if fact.until is not None else ""
    blocks = (
        letterhead(maker.agency, "……/BGHS", fact.at.astimezone(VIETNAM).date(), maker.words),
        Title(text=OFFICERS_TITLE.upper(), subtitle=f"{len(given):02d} hồ sơ"),
        Field(label="Người giao", value=fact.from_name),
        Field(label="Người nhận", value=fact.to_name, bold=True),
        Field(label="Giao lúc", value=spoken_moment(fact.at)),
        *filled("Làm thay", until),
        Field(label="Lý do", value=fact.reason),
        Table(columns=columns, rows=rows),
        *hands(Signer(role="NGƯỜI GIAO", name=fact.from_name), Signer(role="NGƯỜI NHẬN", name=fact.to_name)),
    )
    page: PageSize = "A5" if len(given) <= _ON_A5 else "A4"
    return Paper(kind="officers", code=given[0].code, title=OFFICERS_TITLE, blocks=blocks, page=page)


def _row(dossier: Dossier) -> tuple[str, str, str]:
    fact = dossier.registered
    due = f"{fact.due_at.astimezone(VIETNAM):%d/%m/%Y}"
    return tail(dossier.code), f"{fact.applicant.name}, {fact.procedure_name}", due
