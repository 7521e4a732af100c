"""Invitations to a session: a child's bears the name of who answers for the child, never the child's own."""

from collections.abc import Sequence
from datetime import date

from desk_app.mobile_sessions.invitation_code import invitation_text
from desk_app.mobile_sessions.lists import spoken_lack
from desk_app.mobile_sessions.occasion import Occasion, spoken_hours
from desk_app.mobile_sessions.prefill import is_child
from desk_app.mobile_sessions.progress import LackState, Progress
from desk_app.printing.blocks import Block, Field, KeepTogether, PageSize, Paper, QrCode, Rule, Text, Title

INVITATION_TITLE = "Giấy mời làm giấy tờ tại nhà văn hóa"
_BRING_THIS = "Mang theo giấy này và mọi giấy tờ tùy thân đang có (của cả nhà, nếu có)."


def invitation(of: Occasion, each: Progress) -> Paper:
    """Return one person's invitation as a slip of its own."""
    return Paper(
        kind="session_invitation", code=each.line.id[-6:], title=INVITATION_TITLE, blocks=_invitation_blocks(of, each)
    )


def invitation_sheets(of: Occasion, people: Sequence[Progress], page: PageSize = "A4") -> Paper:
    """Return the invitations of many on pages to be cut apart: as many on a page as it holds whole."""
    blocks: list[Block] = []
    for place, each in enumerate(people):
        cut: tuple[Block, ...] = (Rule(dashed=True),) if place else ()
        blocks.append(KeepTogether(blocks=(*cut, *_invitation_blocks(of, each))))
    return Paper(
        kind="session_invitation", code=of.session.short, title=INVITATION_TITLE, blocks=tuple(blocks), page=page
    )


def addressed_to(each: Progress, today: date) -> str:
    """Return whom an invitation names: the person, or for a child who answers for it, never the child."""
    found = each.line.found
    if not is_child(found.person, today):
        return f"Ông/Bà {found.person.name}"
    return f"Ông/Bà {found.guardian}" if found.guardian else "Gia đình, cha mẹ hoặc người giám hộ của trẻ"


def _invitation_blocks(of: Occasion, each: Progress) -> tuple[Block, ...]:
    found = each.line.found
    lacking = [spoken_lack(one.lack.key, found.other) for one in each.lacks if one.state is not LackState.DONE]
    code = invitation_text(each.line.id)
    return (
        Text(text=of.agency.name, bold=True, align="center"),
        Title(text="GIẤY MỜI", subtitle="làm giấy tờ tại nhà văn hóa khu vực"),
        Field(label="Kính mời", value=addressed_to(each, of.session.on), bold=True),
        Field(label="Nơi ở", value=found.person.address or found.area),
        Field(label="Thời gian", value=spoken_hours(of.session), bold=True),
        Field(label="Địa điểm", value=f"{of.place.name}, {of.place.address}".removesuffix(", ")),
        Field(label="Để làm", value="; ".join(lacking)),
        Text(text=_BRING_THIS, size="small"),
        QrCode(payload=code, caption=code, note="Cán bộ quét mã này khi đón tiếp."),
    )
