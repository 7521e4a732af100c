"""``desk sessions figures``: sessions, people and dossiers of a period."""

from datetime import date

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.period import in_period
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.mobile_sessions.figures import Figures, figures
from desk_app.mobile_sessions.room import READ


@command("figures", "Số liệu buổi lưu động của một thời kỳ: số buổi, người, hồ sơ theo địa điểm và thủ tục.")
@in_period
@asks
def show_figures(asked: Asked, first_on: date, last_on: date) -> None:
    """Show the figures of a period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = figures(act.desk.mobile_sessions, first_on=first_on, last_on=last_on)
    answer(asked, found, _words(found))


def _words(found: Figures) -> str:
    lines = [
        f"Từ {spoken_day(found.first_on)} đến {spoken_day(found.last_on)}: {quantity(found.held)} buổi đã tổ chức, "
        f"{quantity(found.cancelled)} buổi hủy",
        f"  Mời {quantity(found.invited)}, đến {quantity(found.came)} người",
        f"  Hồ sơ: {quantity(found.dossiers)}, có kết quả trong ngày {quantity(found.on_the_spot)}",
        f"  Rà soát thêm {quantity(found.found)} người; hiện còn {quantity(found.left)} người thiếu giấy tờ",
    ]
    lines += [
        f"    {each.name}: {quantity(each.sessions)} buổi, {quantity(each.dossiers)} hồ sơ" for each in found.places
    ]
    return "\n".join(lines)
