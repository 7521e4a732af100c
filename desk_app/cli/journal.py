"""``desk journal``: the journal itself, listed, verified, folded again."""

import json
from datetime import datetime
from typing import Any

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.moves import dossier_named
from desk_app.dossiers.numbering import CODE
from desk_app.journal import tables
from desk_app.journal.chain import Break
from desk_app.journal.entry import Entry
from desk_app.kernel.errors import Damaged
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_moment

READ = "journal.read"
VERIFY = "journal.verify"
REFOLD = "journal.refold"

family = Group(
    "journal",
    help="Sổ nhật ký: xem, kiểm tra chuỗi, dựng lại dữ liệu.",
    members={
        "list": "desk_app.cli.journal:list_entries",
        "verify": "desk_app.cli.journal:verify",
        "refold": "desk_app.cli.journal:refold",
        "new-epoch": "desk_app.cli.restore:new_epoch",
    },
)


class Line(Record):
    """One entry; ``name`` is ``desk/epoch/seq``, ``digest`` hexadecimal."""

    name: str
    at: datetime
    actor: str
    subject: str
    kind: str
    version: int
    body: dict[str, Any]
    digest: str


class Verdict(Record):
    """What ``desk journal verify`` answers."""

    ok: bool
    entries: int
    breaks: tuple[Break, ...]


class Refolded(Record):
    """What ``desk journal refold`` answers: the tables that had not agreed with the journal, and now do."""

    repaired: tuple[str, ...]


@command("list", "Liệt kê bút toán, mới nhất trước.")
@click.option("--subject", metavar="ĐỐI_TƯỢNG", help="Chỉ của đối tượng này: mã hồ sơ, hoặc tên như account:…")
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, metavar="SỐ", help="Nhiều nhất bao nhiêu.")
@asks
def list_entries(asked: Asked, subject: str | None, limit: int) -> None:
    """List the newest entries, newest first."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        entries = _entries(act, subject, limit)
    answer_each(asked, ((_line(each), _words(each)) for each in entries), nothing="Không có bút toán nào.")


@command("verify", "Kiểm tra chuỗi băm của mọi bút toán.")
@asks
def verify(asked: Asked) -> int:
    """Read every chain from its first entry; 8 when one does not hold."""
    with acting(asked) as act:
        act.desk.require(act.by, VERIFY)
        verified = act.desk.journal.verify()
    verdict = Verdict(ok=not verified.breaks, entries=verified.entries, breaks=verified.breaks)
    lines = [f"Đã đọc {verdict.entries} bút toán: {'nguyên vẹn' if verdict.ok else 'KHÔNG nguyên vẹn'}."]
    lines += [f"  {each.desk}/{each.epoch}/{each.seq}: {each.what}" for each in verdict.breaks]
    answer(asked, verdict, "\n".join(lines))
    return 0 if verdict.ok else Damaged.exit_code


@command("refold", "Dựng lại mọi bảng từ sổ nhật ký.")
@asks
def refold(asked: Asked) -> None:
    """Fold all tables again from the journal."""
    with acting(asked) as act:
        act.desk.require(act.by, REFOLD)
        repaired = act.desk.journal.refold()
    words = f"Đã dựng lại; bảng đã sửa: {', '.join(repaired)}." if repaired else "Đã dựng lại; mọi bảng vốn khớp."
    answer(asked, Refolded(repaired=repaired), words)


def _entries(act: Acting, subject: str | None, limit: int) -> tuple[Entry, ...]:
    db = act.desk.journal.reading()
    if subject is None:
        return tables.latest_entries(db, limit)
    named = dossier_named(act, subject) if CODE.match(subject) else subject
    return tables.history(db, named)[::-1][:limit]


def _line(entry: Entry) -> Line:
    return Line(
        name=entry.name,
        at=entry.at,
        actor=entry.actor,
        subject=entry.subject,
        kind=entry.kind,
        version=entry.version,
        body=json.loads(entry.body),
        digest=entry.digest.hex(),
    )


def _words(entry: Entry) -> str:
    return f"{entry.seq:>6}  {spoken_moment(entry.at)}  {entry.kind}  {entry.subject}"
