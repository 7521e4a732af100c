"""The folder's own papers: the slip of one hand-over between agencies, and the control sheet (form 05) of them all."""

from datetime import datetime

from desk_app.dossiers.dossier import Dossier, Leg
from desk_app.dossiers.life.facts import PassedOn, SupplementReceived, SupplementRequested
from desk_app.dossiers.life.papers.maker import Maker, filled, hands, head, whose
from desk_app.kernel.time_source import VIETNAM, spoken_moment
from desk_app.printing.blocks import Column, Field, PageSize, Paper, Signer, Table, Text
from desk_app.working_time.marks import mark

TRANSFER_TITLE = "Phiếu giao nhận hồ sơ"
CONTROL_TITLE = "Phiếu kiểm soát quá trình giải quyết hồ sơ"

_LEGS_ON_A5 = 4


def transfer_paper(dossier: Dossier, maker: Maker) -> Paper | None:
    """Return the slip of the newest hand-over between agencies, None where there was none."""
    made = dossier.story.last(PassedOn)
    if made is None:
        return None
    fact = made.fact
    papers = fact.papers or "; ".join(paper.name for paper in dossier.registered.papers)
    blocks = (
        *head(maker, dossier, TRANSFER_TITLE, "……/GNHS", fact.at),
        *whose(dossier),
        Field(label="Giao cho", value=fact.agency, bold=True),
        Field(label="Giao lúc", value=spoken_moment(fact.at)),
        Field(label="Phải xong trước", value=spoken_moment(fact.due_at), bold=True),
        Field(label="Giấy tờ kèm theo", value=papers),
        *filled("Ghi chú", fact.note),
        *hands(Signer(role="NGƯỜI GIAO", name=fact.given_by), Signer(role="NGƯỜI NHẬN", name=fact.taken_by)),
    )
    return Paper(kind="transfer", code=dossier.code, title=TRANSFER_TITLE, blocks=blocks)


def control_sheet(dossier: Dossier, maker: Maker) -> Paper:
    """Return form 05: a row for each agency with its times and its mark; A5, or A4 where there are many."""
    blocks = (
        *head(maker, dossier, CONTROL_TITLE, "……/KSHS", maker.now),
        *whose(dossier),
        Field(label="Hẹn trả kết quả", value=spoken_moment(dossier.registered.due_at), bold=True),
        *filled("Vì sao khác ngày hẹn đầu", dossier.story.date_words),
        Table(columns=_COLUMNS, rows=tuple(_row(dossier, leg) for leg in dossier.legs)),
        *_waits(dossier),
        Text(text=f"Lập lúc {spoken_moment(maker.now)}.", size="small", italic=True),
        *hands(
            Signer(role="NGƯỜI LẬP PHIẾU", name=maker.officer),
            Signer(role="PHỤ TRÁCH BỘ PHẬN"),
        ),
    )
    page: PageSize = "A5" if len(dossier.legs) <= _LEGS_ON_A5 else "A4"
    return Paper(kind="control", code=dossier.code, title=CONTROL_TITLE, blocks=blocks, page=page)


_COLUMNS = (
    Column(title="Cơ quan", width=8),
    Column(title="Nhận", width=5, align="center"),
    Column(title="Hạn", width=5, align="center"),
    Column(title="Giao", width=5, align="center"),
    Column(title="Kết quả", width=5, align="center"),
    Column(title="Ghi chú, ký nhận", width=7, only="page"),
)


def _row(dossier: Dossier, leg: Leg) -> tuple[str, ...]:
    made = dossier.story.passed(leg.plan.id)
    note = ""
    if made is not None:
        note = " → ".join(name for name in (made.fact.given_by, made.fact.taken_by) if name)
        note = "\n".join(part for part in (note.replace(" → ", " giao "), made.fact.note) if part)
    return (leg.plan.agency, _short(leg.received_at), _short(leg.due_at), _short(leg.done_at), _mark(leg), note)


def _mark(leg: Leg) -> str:
    return mark(leg.due_at, leg.done_at).spoken if leg.done_at is not None else "chưa xong"


def _short(at: datetime | None) -> str:
    return "" if at is None else f"{at.astimezone(VIETNAM):%H:%M\u00a0%d/%m}"


def _waits(dossier: Dossier) -> tuple[Text, ...]:
    asked, done = dossier.story.last(SupplementRequested), dossier.story.last(SupplementReceived)
    if asked is None:
        return ()
    until = f", hoàn thiện {spoken_moment(done.fact.at)}" if done is not None else ", chưa hoàn thiện"
    return (Text(text=f"Yêu cầu bổ sung {spoken_moment(asked.fact.at)}{until}.", size="small"),)
