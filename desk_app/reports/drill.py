"""The way from a figure to the rows it counts, as one readable line: ``received?from=2026-11-01&to=2026-11-30&is=early``.

Everything a figure narrows by stands in the line, so it opens the same rows wherever it was kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import day
from desk_app.reports.asked import Scope, checked


@dataclass(frozen=True, kw_only=True)
class Drill:
    """Rows of one source in a period, of one office or all, narrowed by ``equal``, that fit the measure ``of``."""

    source: str
    first_on: date
    last_on: date
    unit: str = ""
    of: str = "all"
    equal: tuple[tuple[str, str], ...] = ()

    @property
    def scope(self) -> Scope:
        """Return its period and office."""
        return Scope(first_on=self.first_on, last_on=self.last_on, unit=self.unit)


def text_of(drill: Drill) -> str:
    """Return the line that names the rows: the same line for the same rows."""
    unit = (("unit", drill.unit),) if drill.unit else ()
    parts = (
        ("from", drill.first_on.isoformat()),
        ("to", drill.last_on.isoformat()),
        *unit,
        ("is", drill.of),
        *drill.equal,
    )
    return f"{drill.source}?{'&'.join(f'{key}={_written(value)}' for key, value in parts)}"


def drill_of(text: str) -> Drill:
    """Return what a line names; raise ``InvalidInput`` for one that names nothing."""
    source, mark, rest = text.partition("?")
    pairs = [part.partition("=") for part in rest.split("&") if part]
    if not mark or any(not equals for _, equals, _ in pairs):
        raise _strange(text)
    values = {key: _read(value) for key, _, value in pairs}
    scope = Scope(first_on=_day(values, "from", text), last_on=_day(values, "to", text), unit=values.pop("unit", ""))
    checked(scope)
    of = values.pop("is", "all")
    return Drill(
        source=source,
        first_on=scope.first_on,
        last_on=scope.last_on,
        unit=scope.unit,
        of=of,
        equal=tuple(values.items()),
    )


def equal_of(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return narrowings in the one order in which lines write them."""
    return tuple(sorted(values.items()))


def _day(values: dict[str, str], key: str, text: str) -> date:
    if key not in values:
        raise _strange(text)
    return day(values.pop(key), field=key)


def _written(value: str) -> str:
    return value.replace("%", "%25").replace("&", "%26").replace("=", "%3D")


def _read(value: str) -> str:
    return value.replace("%3D", "=").replace("%26", "&").replace("%25", "%")


def _strange(text: str) -> InvalidInput:
    return InvalidInput("opens", f"«{text[:80]}» không mở được.", "Hãy lập lại báo cáo rồi mở từ con số.")
