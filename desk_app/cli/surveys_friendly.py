"""``desk surveys friendly``: the friendly government; ``KỲ`` is a year as 2026 or a quarter as 2026-Q4."""

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.surveys.commands import READ
from desk_app.surveys.friendly import (
    MARK_WORDS,
    Assessment,
    NewEvidence,
    add_evidence,
    assess,
    assessment,
    print_assessment,
    shipped_criteria,
    spoken_period,
)
from desk_app.surveys.friendly_facts import Mark
from desk_app.surveys.friendly_papers import rated_words

_period = click.argument("period", metavar="KỲ")
_criterion = click.argument("criterion", type=click.Choice([each.key for each in shipped_criteria().criteria]))


@command("show", "Xem sáu tiêu chí, minh chứng và mức tự chấm của một kỳ.")
@_period
@asks
def show(asked: Asked, period: str) -> None:
    """Show a period's self-assessment."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        _show(asked, act, period)


@command("evidence", "Ghi một minh chứng cho một tiêu chí.")
@_period
@_criterion
@click.argument("text", metavar="MINH_CHỨNG")
@click.option("--source", default="", metavar="CHỮ", help="Văn bản, tài liệu.")
@asks
def evidence(asked: Asked, period: str, criterion: str, text: str, source: str) -> None:
    """Write evidence down."""
    with acting(asked) as act:
        proof = NewEvidence(text=text, source=source)
        room = act.desk.surveys
        add_evidence(room, by=act.by, period=period, criterion=criterion, evidence=proof, command_id=act.new_id())
        _show(asked, act, period)


@command("assess", "Tự chấm một tiêu chí: good (tốt), met (đạt), unmet (chưa đạt).")
@_period
@_criterion
@click.argument("mark", type=click.Choice(list(MARK_WORDS)))
@click.option("--words", default="", metavar="CHỮ", help="Nhận xét.")
@asks
def mark(asked: Asked, period: str, criterion: str, mark: Mark, words: str) -> None:
    """Mark one criterion."""
    with acting(asked) as act:
        room, new_id = act.desk.surveys, act.new_id()
        assess(room, by=act.by, period=period, criterion=criterion, mark=mark, words=words, command_id=new_id)
        _show(asked, act, period)


@command("print", "In bản tự đánh giá của một kỳ, khổ A4.")
@_period
@click.option("--printer", default="", metavar="TÊN", help="Máy in; không ghi là máy đã chọn cho khổ A4.")
@asks
def print_it(asked: Asked, period: str, printer: str) -> None:
    """Queue the paper."""
    with acting(asked) as act:
        room, new_id = act.desk.surveys, act.new_id()
        print_assessment(room, by=act.by, period=period, printer=printer or None, command_id=new_id)
        remark("Đã xếp bản tự đánh giá vào hàng đợi in.")
        _show(asked, act, period)


def _show(asked: Asked, act: Acting, period: str) -> None:
    found = assessment(act.desk.surveys, period)
    answer(asked, found, _words(found))


def _words(found: Assessment) -> str:
    lines = [f"Chính quyền thân thiện, {spoken_period(found.period)}"]
    for place, each in enumerate(found.criteria, start=1):
        state = each.state
        marked = MARK_WORDS[state.mark] if state is not None and state.mark is not None else "chưa chấm"
        lines.append(f"  {place}. {each.criterion.title}: {marked}")
        lines += [f"     – {proof.text}" for proof in (state.evidence if state is not None else ())]
    lines.append(f"  {rated_words(found.rated)}")
    return "\n".join(lines)
