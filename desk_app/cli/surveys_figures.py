"""``desk surveys figures``: how content citizens were in a period, as counts and shares."""

from datetime import date

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.period import in_period
from desk_app.kernel.errors import NotFound
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.surveys.commands import READ
from desk_app.surveys.figures import Figures, GroupFigures, figures
from desk_app.surveys.rules import LEVEL_WORDS, REASON_WORDS, spoken_share


@command("figures", "Số liệu mức độ hài lòng của một thời kỳ: số lượt và tỷ lệ, không có tên ai trả lời.")
@in_period
@click.option("--officer", default="", metavar="TÊN", help="Chỉ của cán bộ có tên đăng nhập này.")
@asks
def show_figures(asked: Asked, first_on: date, last_on: date, officer: str) -> None:
    """Show the figures of a period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        account = _account(act, officer) if officer else ""
        found = figures(act.desk.surveys, first_on=first_on, last_on=last_on, officer=account)
    answer(asked, found, _words(found))


def _account(act: Acting, login: str) -> str:
    account = act.desk.accounts.present_book().find_by_login(login)
    if account is None:
        raise NotFound("accounts.unknown", f"Không có tài khoản «{login}».", "Hãy xem lại tên đăng nhập.")
    return account.id


def _words(found: Figures) -> str:
    period = f"Từ {spoken_day(found.first_on)} đến {spoken_day(found.last_on)}"
    if not found.total:
        return f"{period}: chưa có đánh giá nào."
    lines = [f"{period}: {quantity(found.total)} lượt đánh giá ({found.rounding})"]
    lines += [
        f"  {LEVEL_WORDS[each.level]}: {quantity(each.count)} ({spoken_share(each.share)})"
        for each in found.levels
        if each.count
    ]
    lines.append(f"  Hài lòng, kể cả tốt: {spoken_share(found.satisfied)}; trong đó tốt: {spoken_share(found.good)}")
    named = [f"{REASON_WORDS[each.reason]} {quantity(each.count)}" for each in found.reasons if each.count]
    if named:
        lines.append(f"  Về: {', '.join(named)}")
    if found.slips:
        lines.append(f"  Phiếu đã phát: {quantity(found.slips)}, đã trả lời: {quantity(found.slips_answered)}")
    for title, groups in (("Theo cán bộ", found.officers), ("Theo thủ tục", found.procedures)):
        lines += [f"  {title}:"] if groups else []
        lines += [f"    {_group(each)}" for each in groups]
    return "\n".join(lines)


def _group(each: GroupFigures) -> str:
    counted = f"{each.name}: {quantity(each.total)} lượt"
    if each.is_hidden:
        return f"{counted} (ít quá, không nêu mức độ để giữ kín người trả lời)"
    return f"{counted}, hài lòng {spoken_share(each.satisfied)}, tốt {spoken_share(each.good)}"
