"""What the writing table shows and allows, decided without a window."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.writing.case import Case
from desk_app.writing.checks import Doubt, doubts_of
from desk_app.writing.facts import Outcome
from desk_app.writing.figures import Figures, Share
from desk_app.writing.filled import Filled
from desk_app.writing.form import Area, Form, spoken_title
from desk_app.writing.shelf import Shelf
from desk_app.writing.sitting import Sitting
from ui.widgets.colours import COLOURS

OUTCOMES: Mapping[Outcome, str] = {
    "written": _("Đã viết đơn, tờ khai"),
    "advised": _("Đã hướng dẫn"),
    "portal": _("Đã mở tài khoản Cổng dịch vụ công"),
    "registered": _("Đã nộp hồ sơ"),
}
AREAS: Mapping[Area, str] = {
    "justice": _("Hộ tịch, chứng thực"),
    "residence": _("Cư trú"),
    "insurance": _("Bảo hiểm"),
    "social": _("Bảo trợ xã hội"),
    "business": _("Kinh doanh"),
    "land": _("Đất đai"),
    "other": _("Khác"),
}
SPANS: tuple[tuple[int, str], ...] = (
    (0, _("Hôm nay")),
    (6, _("7 ngày")),
    (29, _("30 ngày")),
    (364, _("12 tháng")),
)
"""How many days before today the office's list begins, and how that is called."""


@dataclass(frozen=True, kw_only=True)
class FormRow:
    """One form of the shelf."""

    key: str
    title: str
    area: str
    detail: str
    to_check: bool


@dataclass(frozen=True, kw_only=True)
class CaseRow:
    """One case as the lists show it; ``shape`` and ``colour`` stand before the outcome."""

    id: str
    when: str
    helper: str
    person: str
    forms: str
    outcome: str
    shape: str
    colour: str
    minutes: str
    void: bool
    may_register: bool


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What stands around the form: the shelf, one's own sittings and cases of today, and for the office all cases."""

    shelf: Shelf
    today: date
    organisation: str
    sittings: tuple[Sitting, ...]
    own: tuple[CaseRow, ...]
    office: tuple[CaseRow, ...] = ()
    figures: Figures | None = None


@dataclass(frozen=True, kw_only=True)
class OnTable:
    """The form that is being filled in, for whom."""

    sitting: Sitting
    form: Form
    filled: Filled
    today: date

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Return what to look at again beside the fields."""
        return doubts_of(self.form, self.filled, self.today)


def form_rows(shelf: Shelf, text: str, today: date) -> tuple[FormRow, ...]:
    """Return the forms that ``text`` may mean, all of them for none."""
    return tuple(
        FormRow(
            key=form.key,
            title=spoken_title(form),
            area=AREAS[form.area],
            detail=form_detail(form),
            to_check=form.sure == "memory",
        )
        for form in shelf.find(text, today)
    )


def form_detail(form: Form) -> str:
    """Return on what a form rests and since when it is in use."""
    parts = [form.number, form.source, _("từ {day}").format(day=spoken_day(form.valid_from))]
    if form.valid_to is not None:
        parts.append(_("đến {day}").format(day=spoken_day(form.valid_to)))
    return " · ".join(filter(None, parts))


def case_rows(
    cases: Iterable[Case], titles: Mapping[str, str], people: Mapping[str, str], *, may_register: bool, with_day: bool
) -> tuple[CaseRow, ...]:
    """Return cases as rows; ``people`` names helpers by account, ``titles`` forms by key."""
    return tuple(
        CaseRow(
            id=case.id,
            when=f"{case.written_at:%d/%m %H:%M}" if with_day else f"{case.written_at:%H:%M}",
            helper=helper_words(people.get(case.helper, ""), case.organisation),
            person=case.person or _("(không ghi tên)"),
            forms=", ".join(titles.get(key, key) for key in case.forms) or _("không viết mẫu nào"),
            outcome=_("Đã bỏ") if case.void else OUTCOMES[case.became],
            shape="cross" if case.void else _SHAPES[case.became][0],
            colour=COLOURS.faint_ink if case.void else _SHAPES[case.became][1],
            minutes=_("{minutes} phút").format(minutes=case.minutes),
            void=case.void,
            may_register=may_register and not case.void and not case.dossiers,
        )
        for case in cases
    )


def helper_words(name: str, organisation: str) -> str:
    """Return a helper with whom they stand for."""
    return f"{name} ({organisation})" if organisation and organisation != name else name


def sat_words(sitting: Sitting | None, now: datetime) -> str:
    """Return how long the citizen has been sitting."""
    if sitting is None:
        return _("Chưa có ai ngồi")
    minutes = max(round((now - sitting.sat_at) / timedelta(minutes=1)), 0)
    return _("Ngồi từ {time} · {minutes} phút").format(time=f"{sitting.sat_at:%H:%M}", minutes=minutes)


def missing_words(doubts: Sequence[Doubt]) -> str:
    """Return how many needed fields are empty and how many need a second look."""
    missing = sum(each.missing for each in doubts)
    strange = len(doubts) - missing
    if not doubts:
        return _("Đủ các mục cần có.")
    parts = [
        _("{count} mục cần còn trống").format(count=missing) if missing else "",
        _("{count} mục cần xem lại").format(count=strange) if strange else "",
    ]
    return " · ".join(filter(None, parts))


def figure_lines(figures: Figures) -> tuple[tuple[str, str], ...]:
    """Return what the office's figures say, as title and words."""
    total = _("{cases} lượt · {forms} tờ · {minutes} phút").format(
        cases=quantity(figures.cases), forms=quantity(figures.forms_written), minutes=quantity(figures.minutes)
    )
    return (
        (_("Cộng"), total),
        (_("Đoàn thể"), _shares(figures.by_organisation)),
        (_("Người viết"), _shares(figures.by_helper)),
        (_("Mẫu"), _shares(figures.by_form)),
        (_("Kết quả"), _shares(figures.by_outcome)),
        (_("Lĩnh vực"), _shares(figures.by_area)),
    )


def _shares(shares: Sequence[Share]) -> str:
    nothing = _("(không ghi)")
    named = (f"{each.name or nothing}: {quantity(each.cases)}" for each in shares if each.cases)
    return " · ".join(named) or "–"


_SHAPES: Mapping[Outcome, tuple[str, str]] = {
    "written": ("done", COLOURS.calm),
    "advised": ("ring", COLOURS.calm),
    "portal": ("half", COLOURS.calm),
    "registered": ("done", COLOURS.good),
}
