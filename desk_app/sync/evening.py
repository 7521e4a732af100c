"""The evening's one key: what is not acknowledged goes out, is proved by reading it back, and a slip says so on paper."""

from dataclasses import dataclass
from pathlib import Path

from desk_app.journal.slices import list_heads
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.office.agency import Agency
from desk_app.printing.blocks import (
    Block,
    Column,
    Field,
    Highlight,
    Paper,
    Rule,
    Signatures,
    Signer,
    Table,
    Text,
    Title,
)
from desk_app.printing.commands import issue
from desk_app.sync.export import Exported, Watch, export
from desk_app.sync.room import EXCHANGE, Sync

PAPER_KIND = "sync_slip"
_GROUP = 4
_SUBJECT_WORDS = {
    "dossier": "hồ sơ",
    "paper": "giấy đã lập",
    "ticket": "số thứ tự",
    "fee": "phí, lệ phí",
    "returns": "trả tận nhà, bưu chính",
    "survey": "đánh giá",
    "complaint": "phản ánh, kiến nghị",
    "attachment": "bản chụp giấy tờ",
    "guidance": "hướng dẫn",
    "appointment": "lịch hẹn",
    "writing": "viết hộ",
    "shifts": "lịch trực",
    "mobile": "lưu động",
    "screening": "rà soát",
    "catalogue": "danh mục thủ tục",
    "access": "nhật ký tra cứu",
    "accounts": "tài khoản",
    "sync": "gửi nhận",
}


@dataclass(frozen=True, kw_only=True)
class Evening:
    """A bundle on its medium, and the paper of its slip in the print queue."""

    exported: Exported
    written: Written


def export_evening(
    room: Sync, *, by: str, folder: Path, command_id: str, printer: str | None = None, watch: Watch | None = None
) -> Evening:
    """Export to every hub and queue the end-of-day slip; raises what ``export`` raises, and then queues nothing."""
    exported = export(room, by=by, folder=folder, watch=watch)
    return Evening(
        exported=exported, written=_print_slip(room, by=by, exported=exported, command_id=command_id, printer=printer)
    )


def _print_slip(room: Sync, *, by: str, exported: Exported, command_id: str, printer: str | None = None) -> Written:
    def decide(writing: Writing) -> None:
        agency = room.office.book.get(writing.db).get_agency()
        officer = room.accounts.book.get(writing.db).find(by)
        paper = slip(exported, agency, officer.name if officer else "", _own_digest(room, exported))
        issue(writing, room.printing, paper, about=f"sync-bundle:{exported.bundle}", printer=printer)

    return room.journal.write(by=by, permission=EXCHANGE, command_id=command_id, decide=decide)


def slip(of: Exported, agency: Agency, officer: str, digest: str) -> Paper:
    """Return the end-of-day slip: what went out, by kind, and the digest by which the journal is known again."""
    cover = of.cover
    rows = tuple((words, quantity(count)) for words, count in counted_words(cover.kinds).items())
    blocks: tuple[Block, ...] = (
        Text(text=agency.name, bold=True, align="center"),
        Title(text="PHIẾU GỬI DỮ LIỆU CUỐI NGÀY", subtitle=f"Ngày {spoken_day(cover.written_at.date())}"),
        Highlight(
            label="Đã gửi", value=f"{quantity(cover.entries)} bút toán", note="đã đọc lại và kiểm tra trên thẻ nhớ"
        ),
        Field(label="Tệp", value=of.file.name),
        Field(label="Cỡ tệp", value=f"{quantity(-(-of.size // 1024))} KB"),
        Field(label="Lập lúc", value=spoken_moment(cover.written_at)),
        Field(label="Người gửi", value=officer),
        Table(columns=(Column(title="Loại", width=3), Column(title="Số bút toán", align="right")), rows=rows),
        Text(text="Dấu của sổ nhật ký", bold=True),
        *(Text(text=line, align="center") for line in digest_groups(digest)),
        Rule(dashed=True),
        Text(text="Giữ phiếu này đến khi có báo nhận của tuyến trên.", size="small", align="center"),
        Signatures(left=Signer(role="NGƯỜI GỬI", name=officer), right=Signer(role="NGƯỜI NHẬN"), only="page"),
    )
    return Paper(kind=PAPER_KIND, code=of.bundle[-8:], title="Phiếu gửi dữ liệu cuối ngày", blocks=blocks)


def counted_words(kinds: dict[str, int]) -> dict[str, int]:
    """Return how many entries there are of each subject, in words that people use; the rest together, last."""
    counts: dict[str, int] = {}
    for kind, count in kinds.items():
        words = _SUBJECT_WORDS.get(kind.split(".")[0], "việc khác")
        counts[words] = counts.get(words, 0) + count
    return dict(sorted(counts.items(), key=lambda each: (each[0] == "việc khác", -each[1])))


def digest_groups(digest: str) -> tuple[str, ...]:
    """Return 64 hexadecimal digits as four lines of four groups, to compare by eye."""
    groups = [digest[place : place + _GROUP] for place in range(0, len(digest), _GROUP)]
    return tuple(" ".join(groups[place : place + _GROUP]) for place in range(0, len(groups), _GROUP))


def _own_digest(room: Sync, exported: Exported) -> str:
    """Return the digest up to which this desk's own chain went out; where nothing of it did, that of its end."""
    own = room.journal.seat
    for each in exported.cover.slices:
        if (each.desk, each.epoch) == (own.desk, own.epoch):
            return each.digest
    heads = list_heads(room.journal.reading())
    return next((each.digest.hex() for each in heads if (each.desk, each.epoch) == (own.desk, own.epoch)), "0" * 64)
