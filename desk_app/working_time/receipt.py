"""The receipt as the reading takes it: which day counts as that of receipt, and where counting starts after it."""

from dataclasses import dataclass
from datetime import date, datetime

from desk_app.working_time.calendar import Calendar
from desk_app.working_time.half_days import Half, HalfDay, morning_after
from desk_app.working_time.reading import Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Receipt:
    """When a dossier came (``real_at``), when it counts as received (``at``), and why the two differ (``moved``)."""

    real_at: datetime
    at: datetime
    moved: str


def receipt_of(real_at: datetime, *, cutoff: bool, calendar: Calendar, reading: Reading) -> Receipt:
    """Return the receipt under the cutoff and the rule for days off; a moved one is at the next working day's opening.

    Nghị định 61/2018, Điều 18: what comes after 15:00 is handed on the next working morning.
    """
    moved = ""
    if cutoff and real_at.time() > reading.cutoff_at:
        moved = f"Nhận sau {reading.cutoff_at:%H:%M}: tính là nhận vào ngày làm việc tiếp theo"
    elif reading.day_off_receipt == "next_working_day" and not calendar.is_working(real_at.date()):
        moved = f"{received_on_day_off(real_at.date(), calendar)}: tính là nhận vào ngày làm việc tiếp theo"
    if not moved:
        return Receipt(real_at=real_at, at=real_at, moved="")
    morning = HalfDay(calendar.working_day_after(real_at.date()), Half.MORNING)
    return Receipt(real_at=real_at, at=reading.hours.opening(morning), moved=moved)


def start_after(at: datetime, calendar: Calendar, reading: Reading) -> HalfDay:
    """Return the first half-day that may count after a receipt (or completion) at ``at``, working or not."""
    on = at.date()
    if reading.counting == "next_day" or not calendar.is_working(on):
        return morning_after(on)
    return HalfDay(on, reading.hours.half_at(at)).following


def at_once_day(receipt: Receipt, calendar: Calendar, reading: Reading) -> date:
    """Return the day a result given at once is due: that of receipt, unless the office is closed or has closed."""
    on = receipt.at.date()
    if calendar.is_working(on) and receipt.at.time() <= reading.hours.afternoon_to:
        return on
    return calendar.working_day_after(on)


def received_on_day_off(on: date, calendar: Calendar) -> str:
    """Return the words for a receipt on a day off, as in ``Nhận vào ngày nghỉ (Chủ nhật)``."""
    return f"Nhận vào ngày nghỉ ({calendar.reason(on)})"


def receipt_day_reasons(receipt: Receipt, calendar: Calendar) -> dict[date, str]:
    """Return why the day that counts as that of receipt does not itself count, by its date."""
    on = receipt.at.date()
    if receipt.moved:
        return {on: "Ngày được tính là ngày nhận, không tính"}
    return {
        on: "Ngày nhận hồ sơ, không tính"
        if calendar.is_working(on)
        else f"{received_on_day_off(on, calendar)}, không tính"
    }
