"""What the office prints for a session: the public notice, the kit, the list of who is asked, the record.

The notice hangs where everybody reads it: no citizen's name stands on it.
"""

from collections.abc import Sequence

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.papers import letterhead
from desk_app.kernel.records import changed
from desk_app.kernel.texts import dong, quantity
from desk_app.mobile_sessions.lists import short_lack
from desk_app.mobile_sessions.occasion import Occasion, spoken_hours, spoken_weekday
from desk_app.mobile_sessions.progress import Progress
from desk_app.mobile_sessions.reconciliation import Reconciliation, check_words, stint_words
from desk_app.mobile_sessions.session import Session
from desk_app.printing.blocks import (
    Block,
    CheckItem,
    Column,
    Field,
    Highlight,
    PageSize,
    Paper,
    Rule,
    Signatures,
    Signer,
    Table,
    Text,
    Title,
)

NOTICE_TITLE = "Thông báo"
KIT_TITLE = "Phiếu dụng cụ buổi lưu động"
LIST_TITLE = "Danh sách người được mời"
RECORD_TITLE = "Biên bản đối soát buổi lưu động"

_BRING = "Mang theo thẻ căn cước hoặc giấy tờ tùy thân đang có, và các giấy tờ nêu trên."
_FREE = "Cán bộ hướng dẫn và viết hộ tại chỗ, không thu tiền công."


def notice(of: Occasion, page: PageSize = "A4") -> Paper:
    """Return the public notice: where, when, which agencies, what is settled and what to bring. No name of a citizen."""
    place = of.place
    agencies = dict.fromkeys((of.agency.name, *(each.agency for each in of.session.plan.staff if each.agency)))
    blocks: tuple[Block, ...] = (
        _head(of),
        Title(
            text=NOTICE_TITLE.upper(),
            subtitle="Tiếp nhận và giải quyết thủ tục hành chính cho người dân tại nhà văn hóa khu vực",
        ),
        Highlight(label=spoken_weekday(of.session), value=_short_hours(of.session)),
        Field(label="Địa điểm", value=place.name, bold=True),
        Field(label="Địa chỉ", value=place.address or place.area),
        Field(label="Cơ quan cùng làm việc", value="; ".join(agencies)),
        Text(text="Giải quyết các thủ tục, cần mang theo:", bold=True),
        *_asked_for(of.procedures),
        Text(text=_BRING),
        Text(text=_FREE),
        *(_contact(of)),
        Signatures(right=Signer(role="BỘ PHẬN TIẾP NHẬN VÀ\u00a0TRẢ\u00a0KẾT\u00a0QUẢ", hint=""), only="page"),
    )
    return Paper(kind="session_notice", code=of.session.short, title=NOTICE_TITLE, blocks=blocks, page=page)


def kit_sheet(of: Occasion) -> Paper:
    """Return the list of things that are taken along, ticked where they went out."""
    blocks: tuple[Block, ...] = (
        _head(of),
        Title(text=KIT_TITLE.upper(), subtitle=f"{of.place.name}, {spoken_hours(of.session)}"),
        *(CheckItem(text=each.item, checked=each.out_at is not None) for each in of.session.kit),
        Rule(),
        Table(
            columns=(
                Column(title="Người phục vụ", width=7),
                Column(title="Cơ quan", width=7),
                Column(title="Việc", width=6),
            ),
            rows=tuple((each.name, each.agency, each.job) for each in of.session.plan.staff),
        ),
        Signatures(left=Signer(role="NGƯỜI GIAO"), right=Signer(role="NGƯỜI NHẬN", name=of.officer)),
    )
    return Paper(kind="session_kit", code=of.session.short, title=KIT_TITLE, blocks=blocks)


def invited_list(of: Occasion, people: Sequence[Progress]) -> Paper:
    """Return the desk's own list of who is asked: name, year, area, what lacks; no identity number."""
    rows = tuple(
        (
            str(place),
            each.line.found.person.name,
            each.line.found.person.birth_on[:4],
            each.line.found.person.address or each.line.found.area,
            each.line.found.person.phone,
            ", ".join(short_lack(one.lack.key, each.line.found.other) for one in each.lacks),
            "x" if (visit := each.line.visit(of.session.id)) is not None and visit.came_at is not None else "",
        )
        for place, each in enumerate(people, start=1)
    )
    columns = (
        Column(title="STT", width=2, align="center"),
        Column(title="Họ và tên", width=8),
        Column(title="Năm sinh", width=3),
        Column(title="Nơi ở", width=8),
        Column(title="Điện thoại", width=5),
        Column(title="Còn thiếu", width=7),
        Column(title="Đã đến", width=3, align="center"),
    )
    blocks: tuple[Block, ...] = (
        _head(of),
        Title(text=LIST_TITLE.upper(), subtitle=f"{of.place.name}, {spoken_hours(of.session)}"),
        Text(text=f"Tổng số: {len(people):02d} người. Chỉ dùng nội bộ, không niêm yết.", italic=True),
        Table(columns=columns, rows=rows),
    )
    return Paper(kind="session_list", code=of.session.short, title=LIST_TITLE, blocks=blocks, page="A4")


def record(of: Occasion, found: Reconciliation) -> Paper:
    """Return the record of a session: people, dossiers, numbers, money, and each sum with whether it comes out."""
    people, dossiers, money = found.people, found.dossiers, found.money
    gaps = [gap for each in found.numbers for gap in each.gaps]
    rows = (
        ("Người được mời", quantity(people.invited)),
        ("Người đã đến (trong đó tự đến)", f"{quantity(people.came)} ({quantity(people.walk_ins)})"),
        ("Người được mời nhưng vắng", quantity(people.absent)),
        ("Đến nhưng chưa xong giấy tờ", quantity(people.left)),
        ("Chuyển sang buổi sau", quantity(people.carried)),
        ("Hồ sơ đã nhận (từ danh sách)", f"{quantity(dossiers.received)} ({quantity(dossiers.from_list)})"),
        ("Giải quyết ngay tại buổi", quantity(dossiers.on_the_spot)),
        ("Còn giải quyết", quantity(dossiers.to_settle)),
        ("Giấy tiếp nhận đã lập (đã in ở máy này)", f"{quantity(dossiers.receipts)} ({quantity(dossiers.printed)})"),
        *((f"Số hồ sơ {each.first} – {each.last}", quantity(each.used)) for each in found.numbers),
        ("Số bị bỏ trống", ", ".join(gaps) if gaps else "không có"),
        ("Tiền mặt đã thu", dong(money.cash)),
        ("Chuyển khoản", dong(money.transfer)),
        ("Tiền mặt đếm được", dong(money.counted) if money.counted is not None else "chưa đếm"),
    )
    blocks: tuple[Block, ...] = (
        _head(of),
        Title(text=RECORD_TITLE.upper(), subtitle=f"{of.place.name}, {spoken_hours(of.session)}"),
        *(Field(label="Giờ làm việc", value=stint_words(each)) for each in of.session.stints),
        Table(columns=(Column(title="Nội dung", width=12), Column(title="Số", width=8, align="right")), rows=rows),
        Text(text="Đối soát", bold=True),
        *(CheckItem(text=check_words(each), checked=each.holds) for each in found.checks),
        *(Field(label="Ghi chú", value=each.note) for each in of.session.stints if each.note),
        Signatures(left=Signer(role="NGƯỜI LẬP", name=of.officer), right=Signer(role="ĐẠI DIỆN KHU VỰC")),
    )
    return Paper(kind="session_record", code=of.session.short, title=RECORD_TITLE, blocks=blocks, page="A4")


def _asked_for(procedures: Sequence[Procedure]) -> tuple[Block, ...]:
    if not procedures:
        return (Text(text="Hộ tịch, chứng thực, cư trú, căn cước và các thủ tục khác."),)
    return tuple(
        Text(
            text=f"• {each.name}: {'; '.join(paper.name for paper in each.papers if paper.required)}".removesuffix(": ")
        )
        for each in procedures
    )


def _contact(of: Occasion) -> tuple[Block, ...]:
    phones = [phone for phone in (of.agency.hotline or of.agency.phone, of.place.phone) if phone]
    who = f" ({of.place.contact})" if of.place.contact and of.place.phone else ""
    return (Text(text=f"Hỏi thêm: {' – '.join(phones)}{who}"),) if phones else ()


def _short_hours(session: Session) -> str:
    return f"{session.plan.starts_at:%H:%M} – {session.plan.ends_at:%H:%M}"


def _head(of: Occasion) -> Block:
    return changed(letterhead(of.agency, "", of.made_on, of.words), number="")
