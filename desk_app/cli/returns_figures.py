"""``desk returns figures``: what reached people at home and by post in a period."""

from datetime import date

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.period import in_period
from desk_app.kernel.texts import dong, quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.returns.figures import Figures, figures
from desk_app.returns.planning import READ


@command("figures", "Số liệu trả tận nhà và bưu chính của một thời kỳ, theo địa bàn và theo người đi trả.")
@in_period
@asks
def show_figures(asked: Asked, first_on: date, last_on: date) -> None:
    """Show the figures of a period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = figures(act.desk.returns, first_on=first_on, last_on=last_on)
    answer(asked, found, _words(found))


def _words(found: Figures) -> str:
    tenths = found.median_days_tenths
    half = f"{tenths // 10},{tenths % 10}" if tenths is not None else "–"
    lines = [
        f"Từ {spoken_day(found.first_on)} đến {spoken_day(found.last_on)}: {quantity(found.rounds)} chuyến",
        f"  Giao tại nhà: {quantity(found.delivered_home)}; không giao được: {quantity(found.failed)} lượt",
        f"  Qua bưu chính: {quantity(found.delivered_post)} đã phát, {quantity(found.posted)} đã gửi, "
        f"cước {dong(found.postage)}",
        f"  Từ khi có kết quả đến tay người dân: {half} ngày (trung vị)",
    ]
    for title, shares in (("Theo địa bàn", found.hamlets), ("Theo người đi trả", found.helpers)):
        if shares:
            lines.append(f"  {title}:")
            lines += [f"    {each.name}: giao {each.delivered}, không được {each.failed}" for each in shares]
    return "\n".join(lines)
