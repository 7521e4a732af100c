"""``desk check``: whether what is stored agrees with itself."""

from typing import Literal

import click

from desk_app.attachments.reading import disorder
from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.desk import Desk
from desk_app.doctor.data import strayed_tables
from desk_app.journal import tables
from desk_app.kernel.errors import Damaged
from desk_app.kernel.records import Record
from desk_app.sync.escrow import recovery_standing

CHECK = "upkeep.check"

Kind = Literal["file", "chain", "gap", "table", "contradiction", "alarm", "calendar", "attachment", "recovery"]
_DAMAGE: frozenset[Kind] = frozenset({"file", "chain", "table"})


class Finding(Record):
    """One thing somebody should look at, in Vietnamese; ``file``, ``chain`` and ``table`` mean damage."""

    kind: Kind
    words: str


class Checked(Record):
    """What ``desk check`` answers; ``ok`` says that nothing is damaged."""

    ok: bool
    entries: int
    findings: tuple[Finding, ...]


@command("check", "Kiểm tra dữ liệu có khớp với chính nó không; không sửa gì.")
@click.option("--deep", is_flag=True, help="Dựng thử lại mọi bảng để so; việc ghi phải chờ trong lúc ấy.")
@asks
def check(asked: Asked, deep: bool) -> int:
    """Say what does not agree; 8 when something is damaged."""
    with acting(asked) as act:
        act.desk.require(act.by, CHECK)
        result = _checked(act, deep=deep)
    lines = ["Dữ liệu nguyên vẹn." if result.ok else "Dữ liệu bị hư hại.", f"Đã đọc {result.entries} bút toán."]
    lines += [f"  {finding.words}" for finding in result.findings]
    answer(asked, result, "\n".join(lines))
    return 0 if result.ok else Damaged.exit_code


def _checked(act: Acting, *, deep: bool) -> Checked:
    desk = act.desk
    verified = desk.journal.verify()
    findings = [Finding(kind="file", words=f"Tệp dữ liệu: {each}.") for each in desk.journal.store.damages()]
    findings += [
        Finding(kind="chain", words=f"Bút toán {each.desk}/{each.epoch}/{each.seq}: {each.what}.")
        for each in verified.breaks
    ]
    if deep:
        findings += [
            Finding(kind="table", words=f"Bảng «{name}» lệch với sổ nhật ký.") for name in strayed_tables(desk)
        ]
    findings += _of_other_desks(desk)
    findings += _of_calendar(desk)
    findings += _of_attachments(desk)
    findings += _of_recovery(desk)
    damaged = any(finding.kind in _DAMAGE for finding in findings)
    return Checked(ok=not damaged, entries=verified.entries, findings=tuple(findings))


def _of_other_desks(desk: Desk) -> list[Finding]:
    db = desk.journal.reading()
    gaps = [
        Finding(kind="gap", words=f"Thiếu bút toán {first} đến {last} của máy {name}/{epoch}: hãy nhập gói tiếp theo.")
        for name, epoch, first, last in tables.list_gaps(db)
    ]
    contradictions = [
        Finding(kind="contradiction", words=f"{words} ({subject})") for subject, *_, words in tables.list_findings(db)
    ]
    alarms = [
        Finding(kind="alarm", words=f"{words} ({name})" if name else words)
        for _, _, name, words in tables.list_alarms(db)
    ]
    return gaps + contradictions + alarms


def _of_calendar(desk: Desk) -> list[Finding]:
    """Return what is missing to count dates right: this year's notice, and from October the next year's."""
    today = desk.journal.time.now().date()
    years = (today.year, today.year + 1) if today.month >= 10 else (today.year,)
    calendar = desk.working_time.present_calendar()
    return [
        Finding(kind="calendar", words=f"Chưa có lịch nghỉ năm {year}: hãy nhập bằng «desk calendar import».")
        for year in years
        if not calendar.knows(year)
    ]


def _of_recovery(desk: Desk) -> list[Finding]:
    """Return that nothing would open the data again after their key was lost; a rehearsal keeps its key beside them."""
    standing = recovery_standing(desk.sync)
    if desk.card.rehearsal or standing == "kept":
        return []
    words = (
        "Chưa có khóa dự phòng: mất khóa là mất dữ liệu và mọi bản sao. Lập, in, niêm phong: «desk sync recovery make»."
        if standing == "none"
        else "Thiếu tệp khóa gửi giữ desk.recovery cạnh dữ liệu: thử tờ khóa, «desk sync recovery check» ghi lại tệp."
    )
    return [Finding(kind="recovery", words=words)]


def _of_attachments(desk: Desk) -> list[Finding]:
    """Return the images whose file is gone, which is damage, and the files that belong to nothing, which purging removes."""
    found = disorder(desk.attachments)
    gone = [
        Finding(kind="file", words=f"Bản chụp «{each.attachment.paper}» của hồ sơ {each.code}: tệp không còn.")
        for each in found.missing
    ]
    strays = [
        Finding(kind="attachment", words=f"Tệp thừa attachments/{name}: «desk attachments purge» sẽ xóa.")
        for name in found.strays
    ]
    return gone + strays
