"""Every report by its name."""

from collections.abc import Mapping

from desk_app.kernel.errors import NotFound
from desk_app.reports.definitions.at_the_desk import ACCESS, CASH, ON_THE_SPOT, RATINGS
from desk_app.reports.definitions.definition import Definition
from desk_app.reports.definitions.form_06 import FORM_06
from desk_app.reports.definitions.models import MODELS
from desk_app.reports.definitions.numbers import NUMBERS
from desk_app.reports.definitions.returns import RETURNS, SESSIONS
from desk_app.reports.definitions.shifts import SHIFTS
from desk_app.reports.definitions.timeliness import GUIDED, TIMELINESS

DEFINITIONS: Mapping[str, Definition] = {
    each.id: each
    for each in (
        MODELS,
        FORM_06,
        TIMELINESS,
        GUIDED,
        ON_THE_SPOT,
        RETURNS,
        SHIFTS,
        SESSIONS,
        CASH,
        RATINGS,
        NUMBERS,
        ACCESS,
    )
}
"""In the order in which people see them."""


def get_definition(id_: str) -> Definition:
    """Return the report of that name; raise ``NotFound`` for one that does not exist."""
    found = DEFINITIONS.get(id_)
    if found is None:
        raise NotFound("reports.unknown", f"Không có báo cáo «{id_}».", f"Các báo cáo: {', '.join(DEFINITIONS)}.")
    return found
