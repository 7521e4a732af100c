"""``desk guidance figures``: guidance and appointments of a period, and how guided dossiers fare beside the others."""

from datetime import date

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.period import in_period
from desk_app.guidance.contacts.commands import READ
from desk_app.guidance.contacts.contact import CHANNEL_WORDS
from desk_app.guidance.figures import GuidanceFigures, Rates, guidance_figures
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day


@command("figures", "Số liệu hướng dẫn, lịch hẹn của một thời kỳ; hồ sơ có hướng dẫn so với hồ sơ khác.")
@in_period
@asks
def show_figures(asked: Asked, first_on: date, last_on: date) -> None:
    """Show the figures of a period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = guidance_figures(act.desk.guidance, first_on=first_on, last_on=last_on)
    answer(asked, found, _words(found))


def _words(found: GuidanceFigures) -> str:
    period = f"Từ {spoken_day(found.first_on)} đến {spoken_day(found.last_on)}"
    channels = {each.key: each.count for each in found.channels}
    by_channel = ", ".join(f"{words} {quantity(channels[key])}" for key, words in CHANNEL_WORDS.items())
    kept = found.appointments
    return "\n".join(
        (
            f"{period}: {quantity(found.given)} lượt hướng dẫn ({by_channel}), {quantity(found.minutes)} phút",
            f"  Đã thành hồ sơ: {quantity(found.led_to_dossier)}",
            f"  Hồ sơ có hướng dẫn: {_rates(found.guided)}",
            f"  Hồ sơ khác: {_rates(found.others)}",
            f"  Lịch hẹn: {quantity(kept.booked)}, đã đến {quantity(kept.kept)}, không đến {quantity(kept.not_come)}, "
            f"hủy {quantity(kept.cancelled)}; đến thẳng {quantity(kept.walk_ins)}",
        )
    )


def _rates(rates: Rates) -> str:
    return (
        f"nhận {quantity(rates.received)}, xong {quantity(rates.finished)}, trước hạn {quantity(rates.early)}"
        f"{_percent(rates.early_share)}, quá hạn {quantity(rates.late)}, phải bổ sung {quantity(rates.supplemented)}"
        f"{_percent(rates.supplemented_share)}"
    )


def _percent(share: float | None) -> str:
    return "" if share is None else f" ({share:.2f} %)".replace(".", ",")
