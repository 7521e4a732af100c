"""``desk report freeze``, ``frozen``, ``compare``: copies kept as they were sent up, and what changed since."""

from typing import Any

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.report_period import Wanted, period_options, told
from desk_app.cli.report_shown import report_words
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.reports.comparing import ChangedFigure, Comparison, compare
from desk_app.reports.facts import report_id_of
from desk_app.reports.figure import NOTHING, Figure, Report, Rounding, spoken
from desk_app.reports.freezing import FrozenSeen, freeze, get_frozen, list_frozen

_SHOWN = 5


class WholeCopy(Record):
    """A frozen copy with its figures; ``is_intact``: they still fit the digest."""

    copy: FrozenSeen
    is_intact: bool
    report: Report


class Compared(Record):
    """What changed since a copy was frozen; ``entries_since`` counts the subjects with newer entries."""

    id: str
    is_intact: bool
    is_same: bool
    entries_since: int
    changes: tuple[ChangedFigure, ...]


@command("freeze", "Chốt một báo cáo đúng như lúc gửi: giữ mọi con số cùng mã kiểm tra.")
@click.argument("definition", metavar="BÁO_CÁO")
@period_options
@click.option("--note", default="", metavar="CHỮ", help="Chốt để gửi đâu, theo văn bản nào.")
@asks
def freeze_report(asked: Asked, definition: str, note: str, **options: Any) -> None:
    """Keep the figures as they stand now, and answer under which id."""
    wanted = Wanted(**options)
    with acting(asked) as act:
        written = freeze(
            act.desk.reports,
            by=act.by,
            definition=definition,
            scope=wanted.scope(act),
            note=note,
            command_id=act.new_id(),
            watch=told(asked),
        )
        seen = get_frozen(act.desk.reports, by=act.by, id_=report_id_of(written.subject)).seen
    answer(asked, seen, f"Đã chốt. {_line(seen)}")


@command("frozen", "Các báo cáo đã chốt; hoặc một bản với mọi con số của nó.")
@click.argument("name", metavar="BẢN_CHỐT", default="")
@click.option("--report", "definition", default="", metavar="BÁO_CÁO", help="Chỉ các bản của báo cáo này.")
@asks
def show_frozen(asked: Asked, name: str, definition: str) -> None:
    """List the frozen copies, or show one."""
    with acting(asked) as act:
        if not name:
            found = list_frozen(act.desk.reports, by=act.by, definition=definition)
            answer_each(asked, ((each, _line(each)) for each in found), nothing="Chưa chốt báo cáo nào.")
            return
        whole = get_frozen(act.desk.reports, by=act.by, id_=name)
    verdict = "còn nguyên" if whole.is_intact else "KHÔNG khớp mã kiểm tra"
    shown = WholeCopy(copy=whole.seen, is_intact=whole.is_intact, report=whole.report)
    answer(asked, shown, f"{_line(whole.seen)}\nSố liệu {verdict}.\n\n{report_words(whole.report)}")


@command("compare", "Lập lại một báo cáo đã chốt và nói rõ từng con số đã đổi vì đâu.")
@click.argument("name", metavar="BẢN_CHỐT")
@asks
def compare_frozen(asked: Asked, name: str) -> None:
    """Make the report again and say which figures changed."""
    with acting(asked) as act:
        found = compare(act.desk.reports, by=act.by, id_=name, watch=told(asked))
    shown = Compared(
        id=found.frozen.seen.id,
        is_intact=found.frozen.is_intact,
        is_same=found.is_same,
        entries_since=found.entries_since,
        changes=found.changes,
    )
    answer(asked, shown, _compared(found))


def _line(seen: FrozenSeen) -> str:
    note = f" · {seen.note}" if seen.note else ""
    return (
        f"{seen.id[-6:]}  {seen.title}, {spoken_day(seen.first_on)}–{spoken_day(seen.last_on)}, "
        f"chốt lúc {spoken_moment(seen.frozen_at)}, mã {seen.digest[:12]}{note}"
    )


def _compared(found: Comparison) -> str:
    if found.is_same:
        return "Lập lại vẫn đúng từng con số như bản đã chốt."
    lines = [
        f"{quantity(len(found.changes))} con số đã đổi; {quantity(found.entries_since)} việc có bút toán mới từ lúc chốt:"
    ]
    for change in found.changes:
        rounding = found.now.rounding
        lines.append(f"  {change.label}: {_said(change.then, rounding)} → {_said(change.now, rounding)}")
        lines += [f"    {_cause(change, at)}" for at in range(min(len(change.causes), _SHOWN))]
        if len(change.causes) > _SHOWN:
            lines.append(f"    … và {quantity(len(change.causes) - _SHOWN)} dòng nữa")
        if not change.causes:
            lines.append("    Không dòng nào vào hay ra: hạn trả đã qua, nội dung được sửa, hoặc ý kiến được giữ kín.")
    return "\n".join(lines)


def _cause(change: ChangedFigure, at: int) -> str:
    cause = change.causes[at]
    why = "đến sau khi chốt" if cause.is_new else "được sửa, làm tiếp sau khi chốt"
    return f"{'thêm' if cause.came else 'bớt'} {cause.code or cause.subject[-6:]} {cause.name}: {why}"


def _said(figure: Figure | None, rounding: Rounding) -> str:
    return NOTHING if figure is None else spoken(figure, rounding)
