"""``desk dossiers on-the-spot``: the sittings of a period in figures."""

from datetime import date

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.period import in_period
from desk_app.dossiers.on_the_spot_figures import OnTheSpotFigures, Part, on_the_spot_figures
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day

FIND = "dossiers.find"

_PARTS: dict[Part, str] = {
    "appraisal": "Thẩm định",
    "approval": "Duyệt",
    "hand_over": "Trả kết quả",
    "whole": "Cả lượt",
}


@command("on-the-spot", "Số liệu giải quyết tại chỗ của một thời kỳ: số lượt, thời gian từng bước.")
@in_period
@asks
def show_on_the_spot(asked: Asked, first_on: date, last_on: date) -> None:
    """Show the figures of a period."""
    with acting(asked) as act:
        act.desk.require(act.by, FIND)
        found = on_the_spot_figures(act.desk.dossiers, first_on, last_on)
    answer(asked, found, _figure_words(found))


def _figure_words(found: OnTheSpotFigures) -> str:
    period = f"Từ {spoken_day(found.first_on)} đến {spoken_day(found.last_on)}"
    if not found.visits:
        return f"{period}: chưa có lượt nào tại chỗ."
    lines = [
        f"{period}: {quantity(found.visits)} lượt tại chỗ, trả ngay {quantity(found.settled)} "
        f"(ngày giải quyết ngay: {quantity(found.settled_at_once)}), chuyển bình thường {quantity(found.left)}, "
        f"đang chờ {quantity(found.open)}; giấy hẹn in theo yêu cầu {quantity(found.receipts)}"
    ]
    for part in found.parts:
        if part.median_minutes is not None and part.p90_minutes is not None:
            usual, most = spoken_minutes(part.median_minutes), spoken_minutes(part.p90_minutes)
            lines.append(f"  {_PARTS[part.part]}: trung vị {usual}, chín phần mười không quá {most}")
    return "\n".join(lines)


def spoken_minutes(minutes: float) -> str:
    """Return minutes as the office writes them: ``12,5 phút``."""
    return f"{minutes:g} phút".replace(".", ",")
