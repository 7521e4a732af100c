"""``desk writing figures``: how many people were written for in a period, by whom, with what, to what end."""

from datetime import date

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.period import in_period
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.writing.figures import Figures, figures
from desk_app.writing.reading import READ


@command("figures", "Số liệu viết hộ của một thời kỳ: theo người, đoàn thể, máy, mẫu, kết quả, lĩnh vực.")
@in_period
@asks
def show_figures(asked: Asked, first_on: date, last_on: date) -> None:
    """Show the figures of a period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = figures(act.desk.writing, first_on=first_on, last_on=last_on)
    answer(asked, found, _words(found))


def _words(found: Figures) -> str:
    lines = [
        f"Từ {spoken_day(found.first_on)} đến {spoken_day(found.last_on)}: {quantity(found.cases)} lượt viết hộ, "
        f"{quantity(found.forms_written)} tờ, {quantity(found.minutes)} phút"
    ]
    for title, shares in (
        ("Theo đoàn thể", found.by_organisation),
        ("Theo người viết", found.by_helper),
        ("Theo mẫu", found.by_form),
        ("Theo kết quả", found.by_outcome),
        ("Theo lĩnh vực", found.by_area),
    ):
        lines.append(f"  {title}:")
        lines += [f"    {each.name or '(không ghi)'}: {quantity(each.cases)}" for each in shares if each.cases]
    return "\n".join(lines)
