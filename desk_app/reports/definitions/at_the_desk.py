"""On the spot, cash, ratings and the access log."""

from functools import partial

from desk_app.dossiers.on_the_spot_figures import Part as SittingPart
from desk_app.dossiers.on_the_spot_figures import PartFigures, figures_of
from desk_app.dossiers.tables.on_the_spot import visits_between
from desk_app.reports.asked import Watch
from desk_app.reports.asking import Asking
from desk_app.reports.building import STEP, UNIT, Part, Plan
from desk_app.reports.definitions.definition import Definition, each_built
from desk_app.reports.definitions.models import RATED_COLUMNS, RATED_PART, RATED_RULE
from desk_app.reports.drill import Drill, text_of
from desk_app.reports.figure import Column, Figure, Row, Table

_HEADS = {
    UNIT: "Đơn vị",
    "field": "Lĩnh vực",
    "procedure": "Thủ tục hành chính",
    "officer": "Cán bộ",
    STEP: "",
    "way": "Cách nộp",
}
_TITLES = {
    UNIT: "Theo đơn vị",
    "field": "Theo lĩnh vực",
    "procedure": "Theo thủ tục",
    "officer": "Theo cán bộ",
    STEP: f"Theo {STEP}",
    "way": "Theo cách nộp",
}
_LABELS = {
    "way": {"cash": "Tiền mặt", "transfer": "Chuyển khoản"},
}


def plans(
    columns: tuple[Column, ...], part: Part, bys: tuple[str, ...], rule: str, drawn: tuple[str, ...]
) -> tuple[Plan, ...]:
    """Return one plan for each key by which the same columns are parted."""
    return tuple(
        Plan(
            id=by,
            title=_TITLES[by],
            head=_HEADS[by],
            by=by,
            columns=columns,
            parts=(part,),
            rules=(rule,),
            drawn=drawn if by in (UNIT, STEP, "field") else (),
            labels=_LABELS.get(by, {}),
        )
        for by in bys
    )


_SPOT_COLUMNS = (
    Column(key="all", title="Lượt làm tại chỗ", sum_of=("settled", "left", "open")),
    Column(key="settled", title="Xong tại chỗ"),
    Column(key="left", title="Chuyển sang làm thường"),
    Column(key="open", title="Đang làm"),
    Column(key="at_once", title="Trong ngày giải quyết ngay"),
    Column(key="people", title="Người được giải quyết ngay", adds_up=False),
    Column(key="settled_share", title="Tỷ lệ xong tại chỗ", kind="share", share_of=("settled", "all")),
)
_SPOT = plans(
    _SPOT_COLUMNS,
    Part(source="sittings", measures={column.key: column.key for column in _SPOT_COLUMNS[:-1]}),
    (UNIT, "field", "procedure", "officer", STEP),
    "Tính theo ngày tiếp nhận.",
    ("settled", "left"),
)
_PART_WORDS: dict[SittingPart, str] = {
    "appraisal": "Từ tiếp nhận đến thẩm định xong",
    "approval": "Từ thẩm định đến duyệt",
    "hand_over": "Từ duyệt đến trả kết quả",
    "whole": "Cả lượt",
}
_TIME_COLUMNS = (
    Column(key="count", title="Lượt", adds_up=False),
    Column(key="median", title="Trung vị", kind="minutes", adds_up=False),
    Column(key="p90", title="Chín phần mười không quá", kind="minutes", adds_up=False),
)


def _on_the_spot(ask: Asking, watch: Watch) -> tuple[Table, ...]:
    return (*each_built(_SPOT, ask, watch), _times(ask))


def _times(ask: Asking) -> Table:
    """Return how long each part of the settled sittings took."""
    visits = visits_between(ask.db, ask.scope.first_on.isoformat(), ask.scope.before.isoformat())
    if ask.scope.unit:
        own = {row.subject for row in ask.opened("sittings", ask.scope.unit)}
        visits = [visit for visit in visits if visit.dossier in own]
    found = figures_of(visits, ask.scope.first_on, ask.scope.last_on)
    return Table(
        id="times",
        title="Thời gian từng phần của lượt xong tại chỗ",
        head="Phần",
        columns=_TIME_COLUMNS,
        rows=tuple(_time_row(ask, each) for each in found.parts),
        rules=("Phút, tính trên lượt xong tại chỗ; trung vị: một nửa số lượt không lâu hơn.",),
    )


def _time_row(ask: Asking, part: PartFigures) -> Row:
    words, scope = _PART_WORDS[part.part], ask.scope
    drill = Drill(source="sittings", first_on=scope.first_on, last_on=scope.last_on, unit=scope.unit, of="settled")
    values = (part.count, _tenths(part.median_minutes), _tenths(part.p90_minutes))
    return Row(
        key=part.part,
        label=words,
        cells=tuple(
            Figure(label=f"{column.title} · {words}", kind=column.kind, value=value, opens=text_of(drill))
            for column, value in zip(_TIME_COLUMNS, values, strict=True)
        ),
    )


def _tenths(minutes: float | None) -> int | None:
    return None if minutes is None else round(minutes * 10)


_CASH_COLUMNS = (
    Column(key="payments", title="Phiếu thu"),
    Column(key="cash", title="Thu tiền mặt", kind="money"),
    Column(key="transfer", title="Thu chuyển khoản", kind="money"),
    Column(key="returned", title="Trả lại, hủy", kind="money"),
    Column(key="net", title="Còn lại", kind="money"),
)
_CASH = plans(
    _CASH_COLUMNS,
    Part(source="money", measures={column.key: column.key for column in _CASH_COLUMNS}),
    (UNIT, "officer", "field", "way", STEP),
    "Tính theo ngày thu; còn lại = thu tiền mặt + thu chuyển khoản - trả lại.",
    ("cash", "transfer"),
)
_RATINGS = plans(
    RATED_COLUMNS,
    RATED_PART,
    (UNIT, "officer", "procedure", "field", STEP),
    RATED_RULE,
    ("good", "fair", "neutral", "poor"),
)
_ACCESS_COLUMNS = (
    Column(key="looked", title="Lượt xem dữ liệu", sum_of=("cards", "searched", "scanned", "lists")),
    Column(key="cards", title="Mở thẻ hồ sơ"),
    Column(key="searched", title="Tìm kiếm"),
    Column(key="scanned", title="Quét mã"),
    Column(key="lists", title="Lấy cả danh sách"),
    Column(key="off_hours", title="Ngoài giờ, chủ nhật"),
    Column(key="dossiers", title="Hồ sơ khác nhau", adds_up=False),
    Column(key="signed_in", title="Đăng nhập"),
    Column(key="secrets", title="Đặt mật khẩu, PIN"),
)
_ACCESS = plans(
    _ACCESS_COLUMNS,
    Part(source="access", measures={column.key: column.key for column in _ACCESS_COLUMNS}),
    ("officer", STEP),
    "Ngoài giờ: trước 06:00, từ 19:00, hoặc ngày chủ nhật.",
    ("looked",),
)


ON_THE_SPOT = Definition(
    id="on-the-spot",
    title="Giải quyết thủ tục tại chỗ",
    words="Hồ sơ làm ngay khi người dân chờ: bao nhiêu lượt, kết thúc ra sao, mất bao lâu.",
    stem="bao-cao-giai-quyet-tai-cho",
    goes_by_steps=True,
    make=_on_the_spot,
)
CASH = Definition(
    id="cash",
    title="Thu phí, lệ phí",
    words="Tiền thu, trả lại trong kỳ, theo ngày thu.",
    stem="bao-cao-thu-phi-le-phi",
    goes_by_steps=True,
    make=partial(each_built, _CASH),
    permission="fees.read",
)
RATINGS = Definition(
    id="ratings",
    title="Đánh giá của người dân",
    words="Mức độ hài lòng: số lượt và tỷ lệ, không có tên người trả lời.",
    stem="bao-cao-danh-gia-cua-nguoi-dan",
    goes_by_steps=True,
    make=partial(each_built, _RATINGS),
    permission="surveys.read",
)
ACCESS = Definition(
    id="access",
    title="Rà soát nhật ký tra cứu",
    words="Ai đã xem dữ liệu của người dân, bao nhiêu lượt, lúc nào.",
    stem="bao-cao-nhat-ky-tra-cuu",
    goes_by_steps=True,
    make=partial(each_built, _ACCESS),
    permission="access.read",
)
