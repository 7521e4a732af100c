"""``desk calendar readings``: how terms are read, and from which day on."""

from collections.abc import Mapping
from datetime import date

import click

from desk_app.cli.answers import answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.reference import reference
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import day, spoken_day
from desk_app.working_time.reading import (
    Counting,
    CutoffDefault,
    DayOffReceipt,
    Reading,
    SupplementMode,
    reading_on,
)
from desk_app.working_time.reading_changes import Point

_COUNTING: Mapping[Counting, str] = {
    "next_day": "từ sáng ngày làm việc tiếp theo",
    "next_half": "từ buổi làm việc tiếp theo",
}
_DAY_OFF: Mapping[DayOffReceipt, str] = {
    "same_day": "giữ ngày nhận",
    "next_working_day": "tính nhận vào ngày làm việc tiếp theo",
}
_CUTOFF: Mapping[CutoffDefault, str] = {
    "at_once": "việc trả ngay trong ngày",
    "always": "mọi thủ tục",
    "never": "không thủ tục nào, trừ thủ tục nói riêng",
}
_SUPPLEMENT: Mapping[SupplementMode, str] = {
    "restart": "tính lại thời hạn từ đầu",
    "pause": "tính tiếp phần còn lại",
}
LABELS: Mapping[Point, str] = {
    "basis": "Căn cứ",
    "hours": "Giờ làm việc",
    "counting": "Bắt đầu tính",
    "day_off_receipt": "Nhận vào ngày nghỉ",
    "cutoff_default": "Quá mốc giờ chiều thì tính từ ngày làm việc tiếp theo",
    "cutoff_at": "Mốc giờ chiều",
    "supplement": "Khi bổ sung xong",
}


class ReadingLine(Record):
    """A reading as ``desk calendar readings`` answers it; ``in_force``: terms that begin on the day asked for."""

    reading: Reading
    in_force: bool


@command("readings", "Xem cách tính thời hạn: đang áp dụng, sẽ áp dụng và trước đây.")
@click.option("--on", "on", metavar="NGÀY", help="Chỉ cách tính áp dụng cho hồ sơ nhận ngày này (YYYY-MM-DD).")
@asks
def readings(asked: Asked, on: str | None) -> None:
    """List the readings of terms, oldest first, or the one of a day."""
    asked_on = day(on, field="on") if on else None
    with reference(asked) as known:
        present = reading_on(known.readings, asked_on or known.today)
        found = known.readings if asked_on is None else (present,)
    lines = [ReadingLine(reading=each, in_force=each is present) for each in found]
    answer_each(asked, ((line, _words(line)) for line in lines), nothing="Chưa có cách tính nào.")


def point_words(reading: Reading, point: Point) -> str:
    """Return what a reading says on one point."""
    hours = reading.hours
    words: Mapping[Point, str] = {
        "basis": reading.basis,
        "hours": f"sáng {hours.morning_from:%H:%M}–{hours.morning_to:%H:%M}, "
        f"chiều {hours.afternoon_from:%H:%M}–{hours.afternoon_to:%H:%M}",
        "counting": _COUNTING[reading.counting],
        "day_off_receipt": _DAY_OFF[reading.day_off_receipt],
        "cutoff_default": _CUTOFF[reading.cutoff_default],
        "cutoff_at": f"{reading.cutoff_at:%H:%M}",
        "supplement": _SUPPLEMENT[reading.supplement],
    }
    return words[point]


def reading_words(reading: Reading) -> str:
    """Return every point of a reading, one a line."""
    return "\n".join(f"  {label}: {point_words(reading, point)}" for point, label in LABELS.items())


def _words(line: ReadingLine) -> str:
    marked = " (đang áp dụng)" if line.in_force else ""
    return f"Áp dụng từ {spoken_day(line.reading.valid_from)}{marked}\n{reading_words(line.reading)}"


def first_words(first: date, last: date | None) -> str:
    """Return from when till when a reading holds."""
    return f"từ {spoken_day(first)}" + (f" đến hết {spoken_day(last)}" if last else "")
