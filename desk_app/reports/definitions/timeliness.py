"""Early, on time, late: by office, field, procedure, officer, agency and step of time."""

from functools import partial

from desk_app.reports.building import STEP, UNIT, Part, Plan
from desk_app.reports.definitions.definition import BY_RECEIPT, BY_RESULT, COMPARED, Definition, each_built
from desk_app.reports.figure import Column

MARKS = (
    Column(key="all", title="Đã giải quyết", sum_of=("early", "on_time", "late")),
    Column(key="early", title="Trước hạn"),
    Column(key="on_time", title="Đúng hạn"),
    Column(key="late", title="Quá hạn"),
    Column(key="early_share", title="Tỷ lệ trước hạn", kind="share", share_of=("early", "all")),
    Column(key="late_share", title="Tỷ lệ quá hạn", kind="share", share_of=("late", "all")),
)
_MARKS = {key: key for key in ("all", "early", "on_time", "late")}
_AGAIN = (
    Column(key="again", title="Hẹn lại"),
    Column(key="again_late", title="Hẹn lại khi đã quá hạn"),
)
_SET_ANEW = (Part(source="reappointed", measures={"again": "all", "again_late": "came_late"}),)
_RULES = (
    BY_RESULT,
    COMPARED,
    "Hẹn lại: ngày trả do cơ quan dời muộn hơn trong kỳ; dời khi đã quá hạn thì hồ sơ vẫn tính quá hạn.",
)
_DRAWN = ("early", "on_time", "late")


def _plan(id_: str, title: str, head: str, by: str, source: str = "settled") -> Plan:
    return Plan(
        id=id_,
        title=title,
        head=head,
        by=by,
        columns=(*MARKS, *_AGAIN) if source == "settled" else MARKS,
        parts=(Part(source=source, measures=_MARKS), *(_SET_ANEW if source == "settled" else ())),
        rules=_RULES if source == "settled" else ("Tính phần việc theo ngày làm xong phần việc đó.",),
        drawn=_DRAWN if by in (UNIT, STEP, "field") else (),
    )


_PLANS = (
    _plan("unit", "Theo đơn vị", "Đơn vị", UNIT),
    _plan("field", "Theo lĩnh vực", "Lĩnh vực", "field"),
    _plan("procedure", "Theo thủ tục", "Thủ tục hành chính", "procedure"),
    _plan("officer", "Theo người tiếp nhận", "Người tiếp nhận", "officer"),
    _plan(STEP, f"Theo {STEP}", "", STEP),
    _plan("agency", "Theo cơ quan làm từng phần việc", "Cơ quan", "agency", "legs"),
)

_GUIDED = Plan(
    id="guided",
    title="Hồ sơ đã được hướng dẫn trước và hồ sơ khác",
    head="Hồ sơ",
    by="guided",
    columns=(
        Column(key="all", title="Tiếp nhận"),
        Column(key="settled", title="Đã giải quyết", sum_of=("early", "on_time", "late")),
        *MARKS[1:4],
        Column(
            key="early_share", title="Tỷ lệ trước hạn trên hồ sơ tiếp nhận", kind="share", share_of=("early", "all")
        ),
        Column(key="ended", title="Từ chối, rút, dừng"),
        Column(key="open", title="Đang giải quyết"),
    ),
    parts=(
        Part(
            source="received",
            measures={key: key for key in ("all", "settled", "early", "on_time", "late", "ended", "open")},
        ),
    ),
    rules=(BY_RECEIPT, COMPARED),
    drawn=("early", "on_time", "late"),
    least=("1", "0"),
    labels={"1": "Đã được hướng dẫn trước", "0": "Không qua hướng dẫn"},
)


TIMELINESS = Definition(
    id="timeliness",
    title="Giải quyết trước hạn, đúng hạn, quá hạn",
    words="Hồ sơ có kết quả trong kỳ, so với ngày hẹn trả.",
    stem="bao-cao-truoc-han-dung-han-qua-han",
    goes_by_steps=True,
    make=partial(each_built, _PLANS),
)
GUIDED = Definition(
    id="guided",
    title="Hồ sơ đã được hướng dẫn trước so với hồ sơ khác",
    words="Hồ sơ tiếp nhận trong kỳ, có hay không có lượt hướng dẫn trước đó.",
    stem="bao-cao-ho-so-duoc-huong-dan-truoc",
    make=partial(each_built, (_GUIDED,)),
)
