"""A term: how long the office may take."""

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.working_time.reading import Reading

LONGEST_HALF_DAYS = 2000
LONGEST_HOURS = 8000


class Term(Record):
    """A number of half working days, or of hours; neither means the result is given at once.

    10 working days are 20 half-days, 1,5 days are 3. ``cutoff``: what comes after the reading's ``cutoff_at`` counts as
    received on the next working day.
    """

    half_days: int = 0
    hours: int = 0
    cutoff: bool = False

    def __post_init__(self) -> None:
        if self.half_days and self.hours:
            raise InvalidInput("term", "Thời hạn chỉ tính theo nửa ngày hoặc theo giờ.", "Hãy bỏ một trong hai.")
        if not 0 <= self.half_days <= LONGEST_HALF_DAYS or not 0 <= self.hours <= LONGEST_HOURS:
            raise InvalidInput(
                "term",
                "Thời hạn ngoài khoảng cho phép.",
                f"Từ 0 đến {LONGEST_HALF_DAYS} nửa ngày, hoặc {LONGEST_HOURS} giờ.",
            )

    @property
    def in_hours(self) -> bool:
        """Tell whether the term is kept by the clock, not by the date."""
        return self.hours > 0


def usual_term(half_days: int, reading: Reading) -> Term:
    """Return the term of a procedure that says nothing of a cutoff, as the reading usually has it."""
    return Term(half_days=half_days, cutoff=reading.usual_cutoff(at_once=half_days == 0))
