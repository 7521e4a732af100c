"""The slip on which the collector signs for one result or several; whether it is printed is the office's to say."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import HandedOver
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.papers import letterhead
from desk_app.dossiers.room import Dossiers
from desk_app.journal.write_door import Writing
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import spoken_moment
from desk_app.office.agency import Agency
from desk_app.office.wordings import PaperWords
from desk_app.printing.blocks import Block, Column, Field, Paper, Signatures, Signer, Table, Text, Title
from desk_app.printing.commands import issue

SLIP_SETTING = "hand_over_slip"
SLIP_YES = "có"
SLIP_TITLE = "Giấy ký nhận kết quả"

_RELATIONS = {"self": "người nộp hồ sơ", "relative": "người thân", "authorised": "người được ủy quyền"}


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What a slip is made of: the dossiers given out, and the one fact that says who took them."""

    dossiers: tuple[Dossier, ...]
    fact: HandedOver
    agency: Agency
    officer: str
    words: PaperWords | None = None


def hand_over_slip(of: Slip) -> Paper:
    """Return the slip: which results, who took them, two signatures."""
    fact = of.fact
    relation = fact.kinship or _RELATIONS[fact.relation]
    blocks: list[Block] = [
        changed(letterhead(of.agency, "", fact.handed_at.date(), of.words), number=""),
        Title(text=SLIP_TITLE.upper()),
        Field(label="Người nhận", value=f"{fact.to} ({relation})", bold=True),
    ]
    if fact.id_number:
        blocks.append(Field(label="Số giấy tờ", value=fact.id_number))
    if fact.paper_shown:
        blocks.append(Field(label="Xuất trình", value=fact.paper_shown))
    blocks += [
        Text(text="Đã nhận kết quả giải quyết của các hồ sơ sau:"),
        _results(of.dossiers),
        Field(label="Nhận lúc", value=spoken_moment(fact.handed_at)),
        Signatures(
            left=Signer(role="NGƯỜI NHẬN KẾT QUẢ", name=fact.to),
            right=Signer(role="NGƯỜI TRẢ KẾT QUẢ", name=of.officer),
        ),
    ]
    return Paper(kind="hand_over", code=of.dossiers[0].code, title=SLIP_TITLE, blocks=tuple(blocks))


def issue_slip(
    writing: Writing,
    room: Dossiers,
    given: Sequence[tuple[Dossier, HandedOver]],
    *,
    wanted: bool | None,
    printer: str | None,
) -> None:
    """Enter the slip in the journal and queue it, when it is ``wanted``; None asks the office's setting."""
    book = room.office.book.get(writing.db)
    if not (book.setting_on(SLIP_SETTING, writing.now.date()) == SLIP_YES if wanted is None else wanted):
        return
    officer = room.accounts.book.get(writing.db).get(writing.by).name
    dossiers = tuple(dossier for dossier, _ in given)
    words = book.words_on(writing.now.date())
    paper = hand_over_slip(
        Slip(dossiers=dossiers, fact=given[0][1], agency=book.get_agency(), officer=officer, words=words)
    )
    issue(writing, room.printing, paper, about=dossiers[0].id, printer=printer)


def _results(dossiers: Sequence[Dossier]) -> Table:
    columns = (
        Column(title="Mã hồ sơ", width=6),
        Column(title="Kết quả của thủ tục", width=11),
        Column(title="Người nộp", width=7, only="page"),
    )
    rows = tuple((tail(each.code), _named(each), each.registered.applicant.name) for each in dossiers)
    return Table(columns=columns, rows=rows)


def _named(dossier: Dossier) -> str:
    number = f" (số {dossier.result.number})" if dossier.result is not None and dossier.result.number else ""
    return dossier.registered.procedure_name + number
