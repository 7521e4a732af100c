"""Duties of organisations: who came, for how long, and whom to commend for it."""

from dataclasses import replace

from desk_app.reports.asked import Watch
from desk_app.reports.asking import Asking
from desk_app.reports.building import STEP, UNIT, Part, Plan
from desk_app.reports.definitions.definition import Definition, each_built
from desk_app.reports.drill import Drill, equal_of, text_of
from desk_app.reports.figure import Column, Figure, Row, Table
from desk_app.shifts.hours import Commended, commendations
from desk_app.shifts.room import shifts_beside

_COLUMNS = (
    Column(key="shifts", title="Ca trực", adds_up=False),
    Column(key="seats", title="Chỗ trực"),
    Column(key="filled", title="Có người nhận"),
    Column(key="came", title="Có mặt"),
    Column(key="late", title="Trong đó đến muộn"),
    Column(key="no_show", title="Vắng không báo"),
    Column(key="covered", title="Trực thay"),
    Column(key="minutes", title="Thời gian trực", kind="minutes"),
    Column(key="came_share", title="Tỷ lệ có mặt", kind="share", share_of=("came", "filled")),
)
_PART = Part(source="seats", measures={column.key: column.key for column in _COLUMNS[:-1]})
_RULES = ("Theo lịch đã ban hành, tính theo ngày trực; ca đã hủy không tính.",)


def _plan(by: str, title: str, head: str) -> Plan:
    return Plan(
        id=by,
        title=title,
        head=head,
        by=by,
        columns=_COLUMNS,
        parts=(_PART,),
        rules=_RULES,
        drawn=("came", "no_show") if by in ("organisation", STEP) else (),
    )


_PLANS = (
    _plan(UNIT, "Theo đơn vị", "Đơn vị"),
    _plan("organisation", "Theo đoàn thể", "Đoàn thể"),
    _plan("member", "Theo người", "Người trực"),
    _plan("place", "Theo nơi trực", "Nơi trực"),
    _plan(STEP, f"Theo {STEP}", ""),
)
_COMMENDED = (
    Column(key="turns", title="Lượt trực"),
    Column(key="minutes", title="Thời gian trực", kind="minutes"),
    Column(key="kept", title="Giữ đúng lượt đã nhận", kind="share", adds_up=False),
)


def _made(ask: Asking, watch: Watch) -> tuple[Table, ...]:
    book = shifts_beside(ask.room.dossiers).present()
    organisations = {each.id: each.name for each in book.organisations}
    members = {f"{each.organisation}|{each.id}": book.name_of(each.organisation, each.id) for each in book.members}
    named = {
        "organisation": {**organisations, "": "Chưa có ai nhận"},
        "member": {
            **{f"{id_}|": f"{name} (chưa rõ người)" for id_, name in organisations.items()},
            **members,
            "|": "Chưa có ai nhận",
        },
        "place": {each.id: each.name for each in book.places},
    }
    plans = tuple(replace(plan, labels=named.get(plan.by, {})) for plan in _PLANS)
    return (*each_built(plans, ask, watch), _commended(ask))


def _commended(ask: Asking) -> Table:
    """Return whom to commend: who came and never stayed away unannounced."""
    scope = ask.scope
    found = commendations(shifts_beside(ask.room.dossiers), scope.first_on, scope.last_on)
    own = {group.keys[0] for group in ask.counted("seats", ("organisation",), (), {})}
    return Table(
        id="commended",
        title="Đề nghị biểu dương",
        head="Đoàn thể, cá nhân",
        columns=_COMMENDED,
        rows=tuple(_row(ask, each) for each in found if each.organisation in own),
        rules=("Người đã trực và không vắng lượt nào mà không báo; nhiều giờ nhất đứng trước.",),
    )


def _row(ask: Asking, each: Commended) -> Row:
    label = f"{each.name} ({each.organisation_name})" if each.member else each.organisation_name
    label += f", đã khen tại {each.thanked_number}" if each.thanked_number else ", đã khen" if each.thanked else ""
    key, by = (f"{each.organisation}|{each.member}", "member") if each.member else (each.organisation, "organisation")
    scope = ask.scope
    opens = text_of(
        Drill(
            source="seats",
            first_on=scope.first_on,
            last_on=scope.last_on,
            unit=scope.unit,
            of="came",
            equal=equal_of({by: key}),
        )
    )
    numbers = ((each.turns, None), (each.minutes * 10, None), (each.kept_percent, 100))
    cells = (
        Figure(label=f"{column.title} · {label}", kind=column.kind, value=value, whole=whole, opens=opens)
        for column, (value, whole) in zip(_COMMENDED, numbers, strict=True)
    )
    return Row(key=key, label=label, cells=tuple(cells))


SHIFTS = Definition(
    id="shifts",
    title="Trực của các đoàn thể và đề nghị biểu dương",
    words="Ca trực, người có mặt, thời gian trực theo lịch đã ban hành; ai đáng được khen.",
    stem="bao-cao-truc-cua-doan-the",
    goes_by_steps=True,
    make=_made,
    permission="shifts.read",
)
