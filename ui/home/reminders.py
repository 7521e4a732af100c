"""What somebody should think of this morning: one reader for each room that has something to say."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from desk_app.accounts.rules import Account, allows
from desk_app.desk import Desk
from desk_app.dossiers.listing.figures import Figures
from desk_app.findings.tables import count_open
from desk_app.guidance.appointments.reading import list_reminders
from desk_app.guidance.contacts.reading import list_follow_ups
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.mobile_sessions.today import today as sessions_today
from desk_app.shifts.alerts import Alert, AlertKind, alerts_of
from desk_app.shifts.today import today_of
from desk_app.surveys.complaints import list_complaints
from desk_app.sync.escrow import recovery_standing
from ui.home.state import Notice
from ui.widgets.colours import COLOURS

Reader = Callable[[Desk, Account, datetime], tuple[Notice, ...]]


def reminders_of(desk: Desk, account: Account, figures: Figures, now: datetime) -> tuple[Notice, ...]:
    """Return what ``account`` should think of, on a reader's thread; the most pressing first."""
    told = [
        each
        for permission, read in _READERS
        if allows(account, permission, now.date())
        for each in read(desk, account, now)
    ]
    return (*_apologies(figures), *told)


def _findings(desk: Desk, _account: Account, _now: datetime) -> tuple[Notice, ...]:
    count = count_open(desk.journal.reading())
    if not count:
        return ()
    words = _("{count} điểm các máy ghi khác nhau").format(count=quantity(count))
    return (_notice(_("Mâu thuẫn"), words, "warning", COLOURS.warning, "findings"),)


def _duty(desk: Desk, _account: Account, _now: datetime) -> tuple[Notice, ...]:
    alerts = alerts_of(desk.shifts)
    found = _alerts(alerts)
    today = today_of(desk.shifts)
    day, shifts = (today.on, today.shifts) if today.shifts else (today.next_on, today.next_shifts)
    names = [seat.member_name or seat.organisation_name for shift in shifts for seat in shift.seats]
    if day is None or not any(names):
        return found
    title = _("Trực hôm nay") if day == today.on else _("Trực ngày {day}").format(day=spoken_day(day))
    return (*found, _notice(title, ", ".join(filter(None, names)), "clock", COLOURS.calm, "shifts"))


def _alerts(alerts: Sequence[Alert]) -> tuple[Notice, ...]:
    """Return one line for each kind of alert, with its days; what each is about stands in full behind it."""
    return tuple(
        Notice(
            words=words,
            detail=", ".join(dict.fromkeys(f"{each.on:%d/%m}" for each in found)),
            shape="warning",
            colour=COLOURS.warning,
            page="shifts",
            whole="\n".join(f"{each.words} {each.hint}" for each in found),
        )
        for kind, words in _ALERT_WORDS.items()
        if (found := [each for each in alerts if each.kind == kind])
    )


def _session(desk: Desk, _account: Account, _now: datetime) -> tuple[Notice, ...]:
    found = sessions_today(desk.mobile_sessions)
    if found is None:
        return ()
    day = _("hôm nay") if found.is_today else spoken_day(found.session.on)
    words = _("{day}, {place}: mời {count} người").format(
        place=found.place.place.name, day=day, count=quantity(found.invited)
    )
    return (_notice(_("Buổi lưu động"), words, "clock", COLOURS.calm, "sessions"),)


def _calls(desk: Desk, _account: Account, now: datetime) -> tuple[Notice, ...]:
    following = desk.working_time.present_calendar().working_day_after(now.date())
    left = sum(1 for each in list_reminders(desk.guidance, following) if each.reached is not True)
    if not left:
        return ()
    words = _("{count} người có hẹn ngày {day}").format(count=quantity(left), day=spoken_day(following))
    return (_notice(_("Gọi nhắc lịch hẹn"), words, "clock", COLOURS.calm, "appointments"),)


def _follow_ups(desk: Desk, _account: Account, now: datetime) -> tuple[Notice, ...]:
    count = len(list_follow_ups(desk.guidance, now.date()))
    if not count:
        return ()
    return (_notice(_("Hỏi lại người đã hướng dẫn"), quantity(count), "clock", COLOURS.calm, "guidance"),)


def _complaints(desk: Desk, account: Account, now: datetime) -> tuple[Notice, ...]:
    late = sum(1 for each in list_complaints(desk.surveys, account.id) if each.is_late(now.date()))
    if not late:
        return ()
    words = _("{count} việc quá hạn trả lời").format(count=quantity(late))
    return (_notice(_("Phản ánh, kiến nghị"), words, "late", COLOURS.danger, "voice"),)


def _recovery(desk: Desk, _account: Account, _now: datetime) -> tuple[Notice, ...]:
    """Return what an administrator must see to before the key of the data is lost; a rehearsal keeps its key beside them."""
    standing = recovery_standing(desk.sync)
    if desk.card.rehearsal or standing == "kept":
        return ()
    if standing == "none":
        words, detail = _("Chưa có tờ khóa dự phòng"), _("Lập, in, niêm phong, cất két.")
        whole = _(
            "Mất khóa của máy là mất dữ liệu và mọi bản sao lưu. Bấm để lập tờ khóa ngay ở trang Gửi nhận (Ctrl+J)."
        )
        about = "ask:make-paper"
    else:
        words, detail = _("Thiếu tệp khóa gửi giữ"), _("Thử tờ khóa: tệp được ghi lại.")
        whole = _(
            "Cạnh dữ liệu không còn tệp desk.recovery đúng. Lấy tờ khóa trong két, bấm để thử ở trang Gửi nhận (Ctrl+I)."
        )
        about = "ask:try-paper"
    return (
        Notice(
            words=words, detail=detail, shape="warning", colour=COLOURS.danger, page="sync", about=about, whole=whole
        ),
    )


def _notice(words: str, detail: str, shape: str, colour: str, page: str) -> Notice:
    return Notice(words=words, detail=detail, shape=shape, colour=colour, page=page)


# Who may see what a reader tells: its permission.
_READERS: tuple[tuple[str, Reader], ...] = (
    ("sync.keys", _recovery),
    ("findings.read", _findings),
    ("surveys.handle", _complaints),
    ("shifts.read", _duty),
    ("sessions.read", _session),
    ("appointments.read", _calls),
    ("guidance.read", _follow_ups),
)
_ALERT_WORDS: Mapping[AlertKind, str] = {
    "no_cover": _("Vắng trực, chưa có người thay"),
    "away": _("Người trực báo bận"),
    "empty": _("Ca trực chưa có người"),
    "unnoted": _("Chưa điểm danh"),
    "no_roster": _("Chưa ban hành lịch trực"),
}


def _apologies(figures: Figures) -> tuple[Notice, ...]:
    count = figures.counts["apology"]
    if not count:
        return ()
    return (
        Notice(
            words=_("Cần xin lỗi và hẹn lại"),
            detail=_("{count} hồ sơ sắp lỡ hẹn hoặc đã lỡ").format(count=quantity(count)),
            shape="warning",
            colour=COLOURS.danger,
            page="list",
            about="view:apology",
        ),
    )
