"""What a reading of terms must be before the office counts by it."""

from datetime import date

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_day
from desk_app.working_time.half_days import LAST_YEAR
from desk_app.working_time.reading import Reading
from desk_app.working_time.shipped import shipped_readings

_LONGEST_BASIS = 500


def checked_reading(reading: Reading) -> Reading:
    """Return ``reading`` with its basis as one clean line; raise ``InvalidInput`` naming the point that cannot be right.

    Hours out of order never get here: ``OfficeHours`` refuses them itself.
    """
    checked_first_day(reading.valid_from)
    if not reading.basis.strip():
        raise InvalidInput("basis", "Quy định thời hạn chưa ghi căn cứ.", "Hãy ghi số, ngày của văn bản.")
    hours = reading.hours
    if not hours.morning_from <= reading.cutoff_at <= hours.afternoon_to:
        raise InvalidInput(
            "cutoff_at",
            f"Mốc giờ chiều {reading.cutoff_at:%H:%M} nằm ngoài giờ làm việc.",
            f"Dùng giờ từ {hours.morning_from:%H:%M} đến {hours.afternoon_to:%H:%M}.",
        )
    basis = checked_line(reading.basis, field="basis", label="Căn cứ", longest=_LONGEST_BASIS, required=True)
    return changed(reading, basis=basis)


def checked_first_day(valid_from: date) -> date:
    """Return the first day of a reading; raise ``InvalidInput`` for one before every shipped reading, or far ahead."""
    first_on = shipped_readings()[0].valid_from
    if valid_from < first_on or valid_from.year > LAST_YEAR:
        raise InvalidInput(
            "valid_from",
            f"Không áp dụng được từ ngày {spoken_day(valid_from)}.",
            f"Dùng ngày từ {spoken_day(first_on)} đến hết năm {LAST_YEAR}.",
        )
    return valid_from
