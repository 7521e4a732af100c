"""Report 06/VPCP/KSTT (Thông tư 02/2017/TT-VPCP): dossiers received and settled in a period, in thirteen columns.

(3) = (4) + (5) + (6) is what was in hand, (7) = (8) + (9) + (10) what was settled, (11) = (12) + (13) what remains, and
(3) = (7) + (11). Dossiers that ended without a result are counted apart, so that this holds.
"""

from collections.abc import Sequence

from desk_app.kernel.records import changed
from desk_app.reports.asked import Watch
from desk_app.reports.asking import Asking
from desk_app.reports.building import Part, Plan, built
from desk_app.reports.definitions.definition import COMPARED, Definition, each_built
from desk_app.reports.figure import Check, Column, Row, Table

_COLUMNS = (
    Column(key="all", title="Tiếp nhận: tổng số", number="(3)", sum_of=("online", "direct", "carried")),
    Column(key="online", title="Trực tuyến trong kỳ", number="(4)"),
    Column(key="direct", title="Trực tiếp, bưu chính trong kỳ", number="(5)"),
    Column(key="carried", title="Từ kỳ trước", number="(6)"),
    Column(key="settled", title="Đã giải quyết: tổng số", number="(7)", sum_of=("early", "on_time", "late")),
    Column(key="early", title="Trước hạn", number="(8)"),
    Column(key="on_time", title="Đúng hạn", number="(9)"),
    Column(key="late", title="Quá hạn", number="(10)"),
    Column(key="open", title="Đang giải quyết: tổng số", number="(11)", sum_of=("open_in_time", "open_late")),
    Column(key="open_in_time", title="Trong hạn", number="(12)"),
    Column(key="open_late", title="Quá hạn", number="(13)"),
)
_MEASURES = {column.key: column.key for column in _COLUMNS}
_RULES = (
    COMPARED,
    "Hồ sơ chờ bổ sung, chờ nộp tiền không tính là quá hạn.",
    "Hồ sơ từ chối, rút, dừng giải quyết nằm ở bảng riêng, không nằm trong (3), (7), (11).",
)
_ENDED = (
    Column(key="all", title="Tổng số", sum_of=("not_accepted", "withdrawn", "stopped")),
    Column(key="not_accepted", title="Từ chối giải quyết"),
    Column(key="withdrawn", title="Người dân rút"),
    Column(key="stopped", title="Dừng giải quyết"),
)


def _plan(id_: str, title: str, head: str, by: str) -> Plan:
    return Plan(
        id=id_,
        title=title,
        head=head,
        by=by,
        columns=_COLUMNS,
        parts=(Part(source="in_hand", measures=_MEASURES),),
        rules=_RULES,
        drawn=("early", "on_time", "late") if by == "field" else (),
    )


_PLANS = (
    _plan("field", "Theo lĩnh vực", "Lĩnh vực", "field"),
    _plan("procedure", "Theo thủ tục", "Thủ tục hành chính", "procedure"),
    _plan("unit", "Theo đơn vị", "Đơn vị", "unit"),
)
_APART = Plan(
    id="ended",
    title="Kết thúc không có kết quả",
    head="Lĩnh vực",
    by="field",
    columns=_ENDED,
    parts=(Part(source="ended", measures={column.key: column.key for column in _ENDED}),),
    rules=("Tính theo ngày kết thúc.",),
)


def _made(ask: Asking, watch: Watch) -> tuple[Table, ...]:
    counted = each_built(_PLANS, ask, watch)
    return (*(_balanced(table) for table in counted), built(ask, _APART))


def _balanced(table: Table) -> Table:
    """Return the table with the check that all work in hand was either settled or remains."""
    every = (*table.rows, *((table.total,) if table.total else ()))
    holds = all(
        _value(table, row, "all") == _value(table, row, "settled") + _value(table, row, "open") for row in every
    )
    return changed(table, checks=(*table.checks, Check(words="(3) = (7) + (11)", holds=holds)))


def _value(table: Table, row: Row, key: str) -> int:
    return row.cells[table.column(key)].value or 0


FORM_06 = Definition(
    id="06",
    title="Tình hình, kết quả giải quyết thủ tục hành chính (mẫu 06/VPCP/KSTT)",
    words="Hồ sơ có trong kỳ, đã giải quyết và còn lại, 13 cột của mẫu 06; (3) = (7) + (11).",
    stem="bao-cao-mau-06-vpcp-kstt",
    make=_made,
)

HEADS: Sequence[tuple[str, int]] = (("Số hồ sơ tiếp nhận", 4), ("Số hồ sơ đã giải quyết", 4), ("Đang giải quyết", 3))
"""What stands over the columns of the form, and over how many."""
