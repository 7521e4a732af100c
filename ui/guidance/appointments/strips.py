"""The strips of the page of appointments: booking, walking in, moving, calling off, laying down a line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.guidance.appointments.facts import Channel
from desk_app.guidance.appointments.line import Line, Plan, weekdays_in
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui.guidance.appointments.state import WEEKDAYS, Offer, Row, Seen
from ui.widgets.field import Field
from ui.widgets.strip import Strip
from ui.widgets.typed import typed_day_ahead, typed_number, typed_time

CHANNELS: tuple[tuple[Channel, str], ...] = (
    ("phone", _("Điện thoại")),
    ("zalo", _("Zalo")),
    ("counter", _("Tại quầy")),
)


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What is done with the answers of each strip."""

    book: Callable[[], None]
    walk_in: Callable[[], None]
    move: Callable[[], None]
    cancel: Callable[[], None]
    put_line: Callable[[], None]
    to_calendar: Callable[[], None]


class AppointmentStrips:
    """Holds the strips, one open at a time; ``seen`` gives the page as it stands."""

    def __init__(self, answers: Answers, seen: Callable[[], Seen | None]) -> None:
        self._seen = seen
        self.booking = Strip("", _guest_fields(), answers.book, words=_("Đặt hẹn"), choices=CHANNELS, box=_("Đặt qua"))
        self.walking_in = Strip("", _guest_fields(), answers.walk_in, words=_("Tiếp ngay"))
        reason = [Field("reason", _("Vì sao (nếu cần)"))]
        self.moving = Strip("", reason, answers.move, words=_("Dời hẹn"), choices=(("", ""),), box=_("Sang lượt"))
        self.cancelling = Strip("", [Field("reason", _("Vì sao (nếu cần)"))], answers.cancel, words=_("Hủy hẹn"))
        self.line = Strip("", _line_fields(), answers.put_line, words=_("Lập lịch nhận hẹn"))
        self.exporting = Strip(
            _("Xuất lịch hẹn ra tệp iCalendar (không có tên người)"),
            [Field("folder", _("Thư mục"))],
            answers.to_calendar,
            words=_("Xuất"),
        )
        self.all = (self.booking, self.walking_in, self.moving, self.cancelling, self.line, self.exporting)
        for strip in (self.booking, self.walking_in):
            strip.fields["procedure"].edited.connect(lambda text, strip=strip: self._tell_procedure(strip, text))

    def open_booking(self, at: datetime, who: str = "", phone: str = "", procedure: str = "") -> None:
        """Ask whom to expect at a moment; what is known already stands there."""
        title = _("Hẹn lúc {hour} {weekday}, {day}").format(
            hour=f"{at:%H:%M}", weekday=WEEKDAYS[at.weekday()].lower(), day=spoken_day(at.date())
        )
        self._open(self.booking, title)
        for name, text in (("name", who), ("phone", phone), ("procedure", procedure)):
            self.booking.fields[name].put(text)
        self.booking.fields["phone"].take_focus()

    def open_walking_in(self) -> None:
        """Ask who has come without an appointment."""
        self._open(self.walking_in, _("Người đến thẳng: xen vào lượt đang diễn ra, hoặc lượt trống kế tiếp hôm nay"))

    def open_moving(self, row: Row, offers: tuple[Offer, ...]) -> None:
        """Ask into which slot; the nearest free one is offered first."""
        self.moving.offer([(offer.key, offer.words(row.line)) for offer in offers])
        title = _("Dời hẹn của {who} ({phone})")
        self._open(self.moving, title.format(who=row.who, phone=row.phone or _("không có số")))

    def open_cancelling(self, row: Row) -> None:
        """Ask why an appointment is called off."""
        self._open(self.cancelling, _("Hủy hẹn {number} của {who}").format(number=row.number, who=row.who))

    def open_line(self, line: Line | None, today: date) -> None:
        """Ask how a line gives out slots; the one in front stands there already."""
        self._open(self.line, _("Lịch nhận hẹn; ghi tên khác thì lập lịch mới"))
        plan = line.plans[-1] if line is not None else None
        texts = {
            "name": "",
            "weekdays": "2-6",
            "hours": "",
            "minutes": "30",
            "capacity": "1",
            "counter": "",
            "fields": "",
        }
        if plan is not None:
            days = ",".join("cn" if day == 6 else str(day + 2) for day in plan.weekdays)
            texts |= {"name": plan.name, "weekdays": days, "counter": plan.counter, "fields": "; ".join(plan.fields)}
            texts |= {"minutes": str(plan.minutes), "capacity": str(plan.capacity)}
            texts |= {"hours": f"{plan.opens_at:%H:%M}-{plan.closes_at:%H:%M}"}
        for name, text in (*texts.items(), ("valid_from", spoken_day(today))):
            self.line.fields[name].put(text)

    def plan(self, today: date) -> Plan:
        """Return the plan as it was typed; raise ``InvalidInput`` naming the field that cannot be read."""
        text = self.line.text
        opens, _dash, closes = text("hours").strip().partition("-")
        usual = Plan(name="", valid_from=today)
        return Plan(
            name=text("name"),
            valid_from=typed_day_ahead(text("valid_from"), today, field="valid_from"),
            fields=tuple(each.strip() for each in text("fields").split(";") if each.strip()),
            counter=text("counter"),
            weekdays=weekdays_in(text("weekdays")),
            minutes=typed_number(text("minutes"), field="minutes"),
            capacity=typed_number(text("capacity"), field="capacity"),
            opens_at=typed_time(opens, field="hours") if opens else usual.opens_at,
            closes_at=typed_time(closes, field="hours") if opens else usual.closes_at,
        )

    def procedure_in(self, strip: Strip) -> str:
        """Return the code of the procedure meant in a strip, empty where nothing is typed; raise ``InvalidInput``."""
        text, seen = strip.text("procedure").strip(), self._seen()
        if not text:
            return ""
        found = seen.procedure_meant(text) if seen is not None else None
        if found is None:
            raise InvalidInput("procedure", _("Không có thủ tục nào như vậy."), _("Gõ vài chữ cái, hoặc để trống."))
        return found.code

    def close_strips(self) -> bool:
        """Close what is open; tell whether something was."""
        opened = [strip for strip in self.all if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error beside its field in the open strip; tell whether that was possible."""
        named = {"person.name": "name", "person.phone": "phone", "opens_at": "hours", "closes_at": "hours"}
        told = InvalidInput(named.get(error.field, error.field), error.message, error.hint)
        return any(strip.isVisible() and strip.refuse(told) for strip in self.all)

    def _open(self, strip: Strip, title: str) -> None:
        self.close_strips()
        strip.open(title)

    def _tell_procedure(self, strip: Strip, text: str) -> None:
        seen = self._seen()
        found = seen.procedure_meant(text) if seen is not None else None
        strip.fields["procedure"].doubt(f"→ {found.name}" if found is not None else "")


def _guest_fields() -> list[Field]:
    return [
        Field("phone", _("Số điện thoại")),
        Field("name", _("Họ tên")),
        Field("procedure", _("Thủ tục (vài chữ cái)"), placeholder=_("dks, khai sinh")),
        Field("note", _("Ghi chú")),
    ]


def _line_fields() -> list[Field]:
    return [
        Field("name", _("Tên lịch"), placeholder=_("Hộ tịch")),
        Field("weekdays", _("Thứ"), placeholder="2-6"),
        Field("hours", _("Giờ"), placeholder=_("cả giờ làm việc")),
        Field("minutes", _("Phút mỗi lượt")),
        Field("capacity", _("Số người")),
        Field("counter", _("Quầy")),
        Field("fields", _("Lĩnh vực; …")),
        Field("valid_from", _("Từ ngày")),
    ]
