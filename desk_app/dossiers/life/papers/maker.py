"""Who makes a paper out, and the parts that all of these papers share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.papers import letterhead
from desk_app.kernel.time_source import VIETNAM, spoken_moment
from desk_app.office.agency import Agency
from desk_app.office.wordings import PaperWords
from desk_app.printing.blocks import Block, Field, Rule, Signatures, Signer, Text, Title

RATING = "Kèm theo phiếu này: Phiếu đánh giá việc giải quyết thủ tục hành chính; mời Ông/Bà cho ý kiến."


@dataclass(frozen=True, kw_only=True)
class Maker:
    """For which office a paper is made, by whom, in which words; ``names`` gives people by account."""

    agency: Agency
    officer: str
    words: PaperWords
    names: Mapping[str, str]
    now: datetime

    def name(self, account: str) -> str:
        """Return the name of an account; of who makes the paper where the account is not known."""
        return self.names.get(account) or self.officer


def head(maker: Maker, dossier: Dossier, title: str, number: str, at: datetime) -> tuple[Block, ...]:
    """Return the head of a paper about one dossier."""
    return (
        letterhead(maker.agency, number, at.astimezone(VIETNAM).date(), maker.words),
        Title(text=title.upper(), subtitle=f"Mã hồ sơ: {dossier.code}"),
    )


def whose(dossier: Dossier, label: str = "Hồ sơ của") -> tuple[Block, ...]:
    """Return whose dossier it is, about what, and when it came."""
    person = dossier.registered.applicant
    blocks: list[Block] = [
        Field(label=label, value=person.name, bold=True),
        Field(label="Địa chỉ", value=person.address, only="" if person.address else "page"),
        Field(label="Số điện thoại", value=person.phone, only="" if person.phone else "page"),
    ]
    if dossier.registered.subject is not None:
        blocks.append(Field(label="Làm cho", value=dossier.registered.subject.name))
    blocks.append(Field(label="Nội dung yêu cầu giải quyết", value=dossier.registered.procedure_name))
    blocks.append(Field(label="Nhận hồ sơ lúc", value=spoken_moment(dossier.registered.received_at)))
    return tuple(blocks)


def filled(label: str, value: str) -> tuple[Block, ...]:
    """Return a field, nothing where there is nothing to say."""
    return (Field(label=label, value=value),) if value else ()


def contact(maker: Maker) -> Text:
    """Return whom the citizen may ask."""
    phone = maker.agency.hotline or maker.agency.phone
    reach = f", số điện thoại {phone}" if phone else ""
    return Text(text=f"Nếu có vướng mắc, Ông/Bà liên hệ {maker.agency.name}{reach}.", align="justify")


def hands(left: Signer, right: Signer) -> tuple[Block, ...]:
    """Return the foot: two hands on a page, their names on a slip."""
    return (
        Signatures(left=left, right=right, only="page"),
        *(Field(label=_as_label(each.role), value=each.name, only="slip") for each in (left, right)),
        Rule(dashed=True, only="slip"),
    )


def _as_label(role: str) -> str:
    return role[0] + role[1:].lower()
