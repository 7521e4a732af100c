"""The report on the reform models: one table for each, a line for every office, totals that check."""

from functools import partial

from desk_app.reports.building import UNIT, Part, Plan
from desk_app.reports.definitions.definition import BY_RECEIPT, COMPARED, Definition, each_built
from desk_app.reports.figure import Column
from desk_app.writing.form import AREA_WORDS

_OUTCOME = (
    Column(key="all", title="Tiếp nhận"),
    Column(key="settled", title="Đã giải quyết", sum_of=("early", "on_time", "late")),
    Column(key="early", title="Trước hạn"),
    Column(key="on_time", title="Đúng ngày hẹn"),
    Column(key="late", title="Quá hạn"),
    Column(key="in_time", title="Đúng hẹn (kể cả trước hạn)", sum_of=("early", "on_time")),
)
_OUTCOMES = {column.key: column.key for column in _OUTCOME}


def _by_unit(
    id_: str,
    title: str,
    columns: tuple[Column, ...],
    parts: tuple[Part, ...],
    *rules: str,
    drawn: tuple[str, ...] | None = None,
) -> Plan:
    """Return a table with a line for each office; its chart shows the first column unless ``drawn`` names others."""
    return Plan(
        id=id_,
        title=title,
        head="Đơn vị",
        by=UNIT,
        columns=columns,
        parts=parts,
        rules=rules,
        drawn=(columns[0].key,) if drawn is None else drawn,
    )


_LINKED = _by_unit(
    "linked",
    "Thủ tục liên thông «3 trong 1»: khai sinh – thường trú – thẻ bảo hiểm y tế",
    (*_OUTCOME, Column(key="in_time_share", title="Tỷ lệ đúng hẹn", kind="share", share_of=("in_time", "all"))),
    (Part(source="received", measures=_OUTCOMES, equal={"linked": "1"}),),
    BY_RECEIPT,
    COMPARED,
    "Một hồ sơ liên thông qua nhiều cơ quan được tính một lần.",
    drawn=("in_time",),
)
_SCREENS = _by_unit(
    "screens",
    "Tuyên truyền cải cách hành chính qua màn hình",
    (
        Column(key="all", title="Lượt phát"),
        Column(key="minutes", title="Thời gian đã phát", kind="minutes"),
        Column(key="days", title="Ngày có phát", adds_up=False),
        Column(key="screens", title="Màn hình", adds_up=False),
    ),
    (Part(source="played", measures={key: key for key in ("all", "minutes", "days", "screens")}),),
    "Theo nhật ký phát: chỉ tính lúc màn hình thật sự hiện khẩu hiệu.",
    drawn=("minutes",),
)
_WRITTEN_COLUMNS = (
    Column(key="all", title="Trường hợp"),
    Column(key="written", title="Có viết đơn, tờ khai"),
    Column(key="forms", title="Đơn, tờ khai đã viết"),
    Column(key="advised", title="Chỉ hướng dẫn"),
    Column(key="portal", title="Mở tài khoản Cổng dịch vụ công"),
    Column(key="dossiers", title="Đã nộp hồ sơ từ bàn viết hộ"),
    Column(key="helpers", title="Người viết hộ", adds_up=False),
)
_WRITTEN_PART = Part(source="written", measures={column.key: column.key for column in _WRITTEN_COLUMNS})
_WRITTEN_RULE = "Tính theo ngày phục vụ; lượt đã rút lại không tính."
_WRITING = _by_unit(
    "writing",
    "Hướng dẫn, viết hộ thủ tục hành chính mỗi tuần một ngày",
    _WRITTEN_COLUMNS,
    (_WRITTEN_PART,),
    _WRITTEN_RULE,
)
_GUIDANCE = _by_unit(
    "guidance",
    "Hỗ trợ người dân tiếp cận, kê khai, giải quyết thủ tục hành chính qua điện thoại, Zalo",
    (
        Column(key="guided", title="Lượt hướng dẫn", sum_of=("hotline", "zalo", "other")),
        Column(key="hotline", title="Qua điện thoại"),
        Column(key="zalo", title="Qua Zalo"),
        Column(key="other", title="Cách khác"),
        Column(key="people", title="Người được hướng dẫn", adds_up=False),
        Column(key="guided_dossiers", title="Lượt thành hồ sơ"),
        Column(key="all", title="Hồ sơ tiếp nhận"),
        Column(key="early", title="Giải quyết sớm hạn"),
        Column(key="early_share", title="Tỷ lệ sớm hạn", kind="share", share_of=("early", "all")),
    ),
    (
        Part(
            source="guidance",
            measures={
                "guided": "all",
                "hotline": "hotline",
                "zalo": "zalo",
                "other": "other",
                "people": "people",
                "guided_dossiers": "dossiers",
            },
        ),
        Part(source="received", measures={"all": "all", "early": "early"}),
    ),
    BY_RECEIPT,
    COMPARED,
    "Người được hướng dẫn: mỗi số điện thoại tính một lần; lượt không có số tính là một người.",
    drawn=("all", "early"),
)
_OUTREACH = _by_unit(
    "outreach",
    "Tuyên truyền về mô hình",
    (
        Column(key="followers", title="Lượt quan tâm trang"),
        Column(key="views", title="Lượt xem, chia sẻ"),
        Column(key="posts", title="Bài viết"),
        Column(key="broadcasts", title="Lần phát thanh, truyền hình"),
        Column(key="launched", title="Người dự lễ ra mắt"),
        Column(key="trained", title="Người dự tập huấn"),
    ),
    (
        Part(source="followers", measures={"followers": "followers"}),
        Part(source="outreach", measures={key: key for key in ("views", "posts", "broadcasts", "launched", "trained")}),
    ),
    "Lượt quan tâm: lần đếm cuối của mỗi trang tính đến hết kỳ.",
    drawn=(),
)
RATED_COLUMNS = (
    Column(key="all", title="Lượt đánh giá", sum_of=("content", "neutral", "poor")),
    Column(key="content", title="Đạt yêu cầu", sum_of=("good", "fair")),
    Column(key="good", title="Tốt"),
    Column(key="fair", title="Hài lòng"),
    Column(key="neutral", title="Bình thường"),
    Column(key="poor", title="Chưa hài lòng"),
    Column(key="content_share", title="Tỷ lệ đạt yêu cầu", kind="share", share_of=("content", "all")),
    Column(key="good_share", title="Tỷ lệ tốt", kind="share", share_of=("good", "all")),
)
RATED_PART = Part(
    source="ratings", measures={key: key for key in ("all", "content", "good", "fair", "neutral", "poor")}
)
RATED_RULE = "«Đạt yêu cầu» gồm cả «tốt». Ý kiến được giữ kín: không mở được từng phiếu."
_FRIENDLY = _by_unit(
    "friendly",
    "Chính quyền thân thiện: đánh giá của người dân",
    RATED_COLUMNS,
    (RATED_PART,),
    RATED_RULE,
    drawn=("good", "fair", "neutral", "poor"),
)
_THREE_MORE = _by_unit(
    "three_more",
    "«3 hơn»: liên thông rút ngắn, trả kết quả tại nhà",
    (
        *_OUTCOME,
        Column(key="in_time_share", title="Tỷ lệ đúng hẹn", kind="share", share_of=("in_time", "all")),
        Column(key="given", title="Đã trả tận nhà trong kỳ"),
    ),
    (
        Part(source="received", measures=_OUTCOMES, equal={"linked": "1", "return_by": "home"}),
        Part(source="given", measures={"given": "linked"}),
    ),
    BY_RECEIPT,
    "Hồ sơ liên thông đăng ký nhận kết quả tại nhà.",
    drawn=("all", "in_time"),
)
_SESSIONS = _by_unit(
    "sessions",
    "Tiếp nhận và giải quyết thủ tục hành chính tại nhà văn hóa",
    (
        Column(key="held", title="Buổi đã tổ chức"),
        Column(key="all", title="Hồ sơ tiếp nhận"),
        Column(key="settled", title="Đã giải quyết"),
        Column(key="in_time", title="Đúng hẹn (kể cả trước hạn)"),
        Column(key="late", title="Quá hạn"),
    ),
    (
        Part(source="sessions", measures={"held": "held"}),
        Part(
            source="received",
            measures={key: key for key in ("all", "settled", "in_time", "late")},
            equal={"at_session": "1"},
        ),
    ),
    BY_RECEIPT,
    drawn=("all",),
)
_ON_THE_SPOT = _by_unit(
    "on_the_spot",
    "«4 tại chỗ»: tiếp nhận, thẩm định, phê duyệt, trả kết quả tại chỗ",
    (
        Column(key="all", title="Lượt làm tại chỗ", sum_of=("settled", "left", "open")),
        Column(key="settled", title="Xong tại chỗ"),
        Column(key="left", title="Chuyển sang làm thường"),
        Column(key="open", title="Đang làm"),
        Column(key="people", title="Người được giải quyết ngay", adds_up=False),
    ),
    (Part(source="sittings", measures={key: key for key in ("all", "settled", "left", "open", "people")}),),
    "Tính theo ngày tiếp nhận.",
    drawn=("settled",),
)
_AT_ONCE = _by_unit(
    "at_once",
    "Rút ngắn thời gian giải quyết: tiếp nhận và giải quyết ngay vào ngày trong tuần đã định",
    (Column(key="at_once", title="Hồ sơ giải quyết ngay"),),
    (Part(source="sittings", measures={"at_once": "at_once"}),),
    "Ngày giải quyết ngay là quy định của từng đơn vị.",
)
_AT_HOME = _by_unit(
    "at_home",
    "Trả kết quả tại nhà, qua bưu chính công ích",
    (
        Column(key="home", title="Trả tại nhà", sum_of=("cards", "cases")),
        Column(key="cards", title="Thẻ bảo hiểm y tế"),
        Column(key="cases", title="Trường hợp khác"),
        Column(key="post", title="Qua bưu chính"),
        Column(key="failed", title="Lượt không gặp"),
    ),
    (
        Part(source="given", measures={key: key for key in ("home", "cards", "cases", "post")}),
        Part(source="failed", measures={"failed": "all"}),
    ),
    "Tính theo ngày trả.",
    drawn=("cards", "cases"),
)


_BY_AREA = Plan(
    id="volunteers",
    title="Tình nguyện viên viết hộ, tư vấn, mở tài khoản: theo lĩnh vực",
    head="Lĩnh vực",
    by="area",
    columns=_WRITTEN_COLUMNS,
    parts=(_WRITTEN_PART,),
    rules=(_WRITTEN_RULE,),
    labels={str(area): words for area, words in AREA_WORDS.items()},
    drawn=("all",),
)
_BY_ORGANISATION = Plan(
    id="organisations",
    title="Các đoàn thể luân phiên viết hộ",
    head="Đoàn thể",
    by="organisation",
    columns=_WRITTEN_COLUMNS,
    parts=(_WRITTEN_PART,),
    rules=(_WRITTEN_RULE,),
    drawn=("all",),
)

PLANS = (
    _LINKED,
    _WRITING,
    _SCREENS,
    _GUIDANCE,
    _OUTREACH,
    _FRIENDLY,
    _THREE_MORE,
    _SESSIONS,
    _ON_THE_SPOT,
    _BY_AREA,
    _BY_ORGANISATION,
    _AT_ONCE,
    _AT_HOME,
)


MODELS = Definition(
    id="models",
    title="Kết quả thực hiện các mô hình cải cách hành chính",
    words="Mỗi mô hình một bảng, mỗi đơn vị một dòng, trong thời kỳ tùy chọn.",
    stem="bao-cao-mo-hinh-cai-cach-hanh-chinh",
    make=partial(each_built, PLANS),
)
