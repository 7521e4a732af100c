"""Gaps in numbers, and numbers given out twice: dossier codes and payment slips."""

from collections.abc import Sequence
from datetime import date

from desk_app.kernel.time_source import spoken_day
from desk_app.reports.asked import Watch
from desk_app.reports.asking import Asking
from desk_app.reports.definitions.definition import Definition
from desk_app.reports.drill import Drill, text_of
from desk_app.reports.figure import Column, Figure, Row, Table
from desk_app.reports.tables.numbers import Gap, Twice, irregular

_KINDS = (("dossiers", "Mã hồ sơ", "received"), ("payments", "Số phiếu thu", "money"))
_MISSING = Column(key="missing", title="Số bị thiếu")
_BEARERS = Column(key="bearers", title="Số lần dùng", adds_up=False)
_GAP_RULE = (
    "Số thiếu nằm giữa các số đã cấp trong ngày của một máy. Số đã cấp không bao giờ cấp lại; phục hồi từ bản sao lưu "
    "để trống 200 số."
)
_TWICE_RULE = "Hai máy cấp một số là điểm mâu thuẫn, phải giải quyết."


def _made(ask: Asking, watch: Watch) -> tuple[Table, ...]:
    tables: list[Table] = []
    for done, (what, words, source) in enumerate(_KINDS):
        watch(done, len(_KINDS))
        gaps, twice = irregular(ask.db, what, ask.scope.first_on, ask.scope.before)
        desks = ask.desks_of(ask.scope.unit) if ask.scope.unit else None
        own = [gap for gap in gaps if desks is None or gap.desk in desks]
        tables.append(_gaps_table(ask, what, words, source, own))
        tables.append(_twice_table(ask, what, words, source, twice))
    watch(len(_KINDS), len(_KINDS))
    return tuple(tables)


def _gaps_table(ask: Asking, what: str, words: str, source: str, found: Sequence[Gap]) -> Table:
    rows = [
        _row(
            ask,
            _MISSING,
            gap.number.written(gap.first),
            _span(ask, gap),
            gap.last - gap.first + 1,
            source,
            gap.number.day,
        )
        for gap in found
    ]
    total = sum(gap.last - gap.first + 1 for gap in found)
    return Table(
        id=f"{what}_gaps",
        title=f"{words} bị thiếu",
        head="Các số thiếu",
        columns=(_MISSING,),
        rows=tuple(rows),
        total=_row(ask, _MISSING, "total", "Tổng cộng", total, source, None),
        rules=(_GAP_RULE,),
    )


def _twice_table(ask: Asking, what: str, words: str, source: str, found: Sequence[Twice]) -> Table:
    return Table(
        id=f"{what}_twice",
        title=f"{words} dùng hai lần",
        head=words,
        columns=(_BEARERS,),
        rows=tuple(_row(ask, _BEARERS, each.number, each.number, each.bearers, source, each.day) for each in found),
        rules=(_TWICE_RULE,),
    )


def _row(ask: Asking, column: Column, key: str, words: str, value: int, source: str, day: date | None) -> Row:
    """Return a line whose figure opens what was given out on that day; the whole period for the last line."""
    scope = ask.scope
    drill = Drill(source=source, first_on=day or scope.first_on, last_on=day or scope.last_on, unit=scope.unit)
    cell = Figure(label=f"{column.title} · {words}", kind="count", value=value, opens=text_of(drill))
    return Row(key=key, label=words, cells=(cell,))


def _span(ask: Asking, gap: Gap) -> str:
    span = gap.number.written(gap.first)
    if gap.last > gap.first:
        span += f" – {gap.last:0{gap.number.digits}d}"
    unit = "" if len(ask.units) < 2 else f" · {ask.unit_name(ask.unit_of(gap.desk))}"
    return f"{span} (ngày {spoken_day(gap.number.day)}){unit}"


NUMBERS = Definition(
    id="numbers",
    title="Số bị thiếu, số dùng hai lần",
    words="Mã hồ sơ và số phiếu thu đã cấp trong kỳ: thiếu số nào, số nào hai nơi cùng dùng.",
    stem="bao-cao-so-bi-thieu-so-trung",
    make=_made,
)
