"""What reports take from files shipped with the program: which procedures a model is about, dated and with their source."""

from datetime import date
from functools import cache

from desk_app.kernel.errors import Damaged
from desk_app.kernel.paths import resource
from desk_app.kernel.records import Record, WireError, from_json


class Given(Record):
    """The file: from which day on it holds, on what it rests, and the procedures that give out insurance cards."""

    valid_from: date
    basis: str
    insurance_procedures: tuple[str, ...]


@cache
def _given() -> Given:
    try:
        return from_json(resource("reports", "models.json").read_bytes(), Given)
    except (OSError, WireError):
        raise Damaged("reports.given", "Tệp quy ước của báo cáo bị hỏng.", "Hãy cài lại chương trình.") from None


def insurance_procedures() -> tuple[str, ...]:
    """Return the codes of the procedures whose result is a health-insurance card."""
    return _given().insurance_procedures
