"""The words of lists: titles, choices, and a filter in one line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desk_app.dossiers.listing.wanted import ME, NOT_CLOSED, OTHER_DESKS, THIS_DESK, UNCOLLECTED_DAYS, Days, Wanted
from desk_app.dossiers.status import Status
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _

Choices = tuple[tuple[str, str], ...]

TITLES: Mapping[str, str] = {
    "overdue": _("Quá hạn"),
    "today": _("Hẹn trả hôm nay"),
    "tomorrow": _("Hẹn ngày làm việc tới"),
    "near": _("Sắp đến hạn"),
    "waiting": _("Chờ đến nhận"),
    "uncollected": _("Lâu chưa đến nhận"),
    "stuck": _("Đang kẹt"),
    "supplement": _("Chờ bổ sung giấy tờ"),
    "received_today": _("Tiếp nhận hôm nay"),
    "mine": _("Của tôi"),
    "open": _("Chưa trả kết quả"),
    "apology": _("Cần xin lỗi và hẹn lại"),
    "all": _("Mọi hồ sơ"),
}
DUE: Choices = (
    ("", _("Mọi thời hạn")),
    ("overdue", _("Quá hạn")),
    ("today", _("Hẹn trả hôm nay")),
    ("tomorrow", _("Ngày làm việc tới")),
    ("near", _("Trong ba ngày làm việc")),
    ("no_result", _("Chưa có kết quả")),
    ("waiting", _("Chờ đến nhận")),
    ("uncollected", _("Chờ nhận quá {days} ngày").format(days=UNCOLLECTED_DAYS)),
    ("stuck", _("Kẹt ở một bước")),
    ("apology", _("Sắp lỡ hẹn, chưa xin lỗi")),
)
STATUSES: Choices = (
    ("", _("Mọi trạng thái")),
    ("open", _("Chưa trả kết quả")),
    *((str(number), words) for number, words in enumerate((_(status.words) for status in Status), 1)),
)
RETURN_WAYS: Choices = (
    ("", _("Mọi cách trả")),
    ("counter", _("Trả tại quầy")),
    ("home", _("Trả tại nhà")),
    ("post", _("Trả qua bưu điện")),
)
PARTS_PLAYED: Choices = (("of", _("nhận hoặc giữ")), ("officer", _("tiếp nhận")), ("holder", _("đang giữ")))
DAY_KINDS: Choices = (("received", _("Ngày nhận")), ("due_on", _("Ngày hẹn trả")), ("handed", _("Ngày trả")))
ORDERS: Choices = (
    ("-received", _("Mới nhận trước")),
    ("received", _("Nhận lâu trước")),
    ("due", _("Hẹn sớm trước")),
    ("-due", _("Hẹn muộn trước")),
    ("name", _("Tên A → Y")),
    ("-name", _("Tên Y → A")),
    ("code", _("Mã tăng dần")),
    ("-code", _("Mã giảm dần")),
)


@dataclass(frozen=True, kw_only=True)
class Offered:
    """What the filters offer beside fixed words: procedures, people, units, and the lists a person has named."""

    procedures: Choices = ()
    people: Choices = ()
    units: Choices = ()
    saved: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def people_choices(offered: Offered) -> Choices:
    """Return whom a list can be narrowed to."""
    return (("", _("Mọi người")), (ME, _("Tôi")), *offered.people)


def unit_choices(offered: Offered) -> Choices:
    """Return the receiving desks, marked ``desk:``, and the agencies that hold anything now."""
    desks = ((f"desk:{THIS_DESK}", _("Nhận ở quầy này")), (f"desk:{OTHER_DESKS}", _("Nhận ở quầy khác")))
    return (("", _("Mọi nơi")), *desks, *offered.units)


def filter_words(wanted: Wanted, offered: Offered, today: date) -> str:
    """Return the filter in one line, empty where nothing is narrowed."""
    people = dict(people_choices(offered))
    parts = [
        dict(DUE).get(wanted.due or "", "") if wanted.due else "",
        _statuses(wanted),
        dict(offered.procedures).get(wanted.procedure, wanted.procedure),
        *(
            f"{people.get(account, offered.names.get(account, account))} ({words})"
            for key, words in PARTS_PLAYED
            if (account := getattr(wanted, key))
        ),
        wanted.unit,
        dict(unit_choices(offered)).get(f"desk:{wanted.desk}", wanted.desk) if wanted.desk else "",
        dict(RETURN_WAYS).get(wanted.return_by, "") if wanted.return_by else "",
        *(_days(words, getattr(wanted, key).on(today)) for key, words in DAY_KINDS),
    ]
    return " · ".join(part for part in parts if part)


def _statuses(wanted: Wanted) -> str:
    if wanted.statuses == NOT_CLOSED:
        return _("Chưa trả kết quả")
    return ", ".join(_(status.words) for status in wanted.statuses)


def _days(words: str, days: Days) -> str:
    if days.is_open:
        return ""
    first, last = (spoken_day(each) if each else "…" for each in (days.first, days.last))
    return f"{words} {first}" if first == last else f"{words} {first} – {last}"
