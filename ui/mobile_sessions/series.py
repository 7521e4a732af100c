"""The days that a form asks for: one, or the same weekday of every week until another day."""

from datetime import date

from desk_app.mobile_sessions.dates import weekly
from ui.widgets.typed import typed_day_ahead


def series_of(first: str, until: str, today: date) -> tuple[date, ...]:
    """Return the days typed as the first one and, for a series, the last; raise ``InvalidInput`` for what is none."""
    on = typed_day_ahead(first, today, field="on")
    if not until.strip():
        return (on,)
    return weekly(on.weekday(), on, typed_day_ahead(until, on, field="until"))
