"""Results brought home and sent by post; sessions at cultural houses."""

from functools import partial

from desk_app.reports.building import STEP, UNIT, Part, Plan
from desk_app.reports.definitions.definition import BY_RECEIPT, Definition, each_built
from desk_app.reports.figure import Column

_HOME = (
    Column(key="home", title="Trả tại nhà"),
    Column(key="failed", title="Lượt không gặp"),
    Column(key="rounds", title="Chuyến có trả được", adds_up=False),
)
_POST = (
    *_HOME,
    Column(key="post", title="Bưu chính đã phát"),
    Column(key="posted", title="Bưu chính đã gửi"),
    Column(key="postage", title="Cước bưu chính", kind="money"),
)
_GIVEN = Part(source="given", measures={"home": "home", "rounds": "rounds"})
_ALL_GIVEN = Part(source="given", measures={"home": "home", "rounds": "rounds", "post": "post"})
_FAILED = Part(source="failed", measures={"failed": "all"})
_POSTED = Part(source="posted", measures={"posted": "all", "postage": "postage"})
_RULE = "Tính theo ngày trả, ngày gửi, ngày không gặp."


def _plan(by: str, title: str, head: str, *, with_post: bool) -> Plan:
    return Plan(
        id=by,
        title=title,
        head=head,
        by=by,
        columns=_POST if with_post else _HOME,
        parts=(_ALL_GIVEN, _FAILED, _POSTED) if with_post else (_GIVEN, _FAILED),
        rules=(_RULE,) if with_post else (_RULE, "Chỉ kết quả đi theo chuyến; bưu chính không theo địa bàn."),
        drawn=("home", "post") if by == UNIT else ("home", "failed") if by == "hamlet" else (),
    )


RETURNS = Definition(
    id="returns",
    title="Trả kết quả tại nhà và qua bưu chính",
    words="Kết quả đã đến tay người dân ngoài quầy, theo đơn vị, thủ tục, địa bàn, người đi trả.",
    stem="bao-cao-tra-ket-qua-tai-nha-buu-chinh",
    make=partial(
        each_built,
        (
            _plan(UNIT, "Theo đơn vị", "Đơn vị", with_post=True),
            _plan("procedure", "Theo thủ tục", "Thủ tục hành chính", with_post=True),
            _plan("hamlet", "Theo địa bàn", "Địa bàn", with_post=False),
            _plan("organisation", "Theo đoàn thể", "Đoàn thể", with_post=False),
            _plan("helper", "Theo người đi trả", "Người đi trả", with_post=False),
        ),
    ),
    permission="returns.read",
)

_HELD = (
    Column(key="all", title="Buổi theo lịch"),
    Column(key="held", title="Đã tổ chức"),
    Column(key="cancelled", title="Đã hủy"),
)
_HELD_PART = Part(source="sessions", measures={column.key: column.key for column in _HELD})
_TAKEN = (
    Column(key="taken", title="Hồ sơ tiếp nhận"),
    Column(key="settled", title="Đã giải quyết"),
    Column(key="in_time", title="Đúng hẹn (kể cả trước hạn)"),
    Column(key="late", title="Quá hạn"),
)
_TAKEN_PART = Part(
    source="received",
    measures={"taken": "all", "settled": "settled", "in_time": "in_time", "late": "late"},
    equal={"at_session": "1"},
)


def _takings(by: str, title: str, head: str) -> Plan:
    return Plan(
        id=f"taken_{by}",
        title=title,
        head=head,
        by=by,
        columns=_TAKEN,
        parts=(_TAKEN_PART,),
        rules=(BY_RECEIPT,),
        drawn=("taken",) if by in ("field", STEP) else (),
    )


SESSIONS = Definition(
    id="sessions",
    title="Tiếp nhận lưu động tại nhà văn hóa",
    words="Các buổi lưu động và hồ sơ tiếp nhận ở đó.",
    stem="bao-cao-tiep-nhan-luu-dong",
    goes_by_steps=True,
    make=partial(
        each_built,
        (
            Plan(
                id="unit",
                title="Theo đơn vị",
                head="Đơn vị",
                by=UNIT,
                columns=(*_HELD, *_TAKEN),
                parts=(_HELD_PART, _TAKEN_PART),
                rules=(BY_RECEIPT,),
                drawn=("taken",),
            ),
            Plan(id="place", title="Theo nơi tổ chức", head="Nơi", by="place", columns=_HELD, parts=(_HELD_PART,)),
            _takings("field", "Hồ sơ theo lĩnh vực", "Lĩnh vực"),
            _takings("procedure", "Hồ sơ theo thủ tục", "Thủ tục hành chính"),
            _takings(STEP, f"Hồ sơ theo {STEP}", ""),
        ),
    ),
)
