"""The strips of the page: each asks the little that one move needs."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.returns.facts import Helper
from ui.returns.state import FAIL_WORDS
from ui.widgets.field import Field
from ui.widgets.strip import Strip

_RELATIONS = (
    ("self", _("Người nộp")),
    ("relative", _("Người thân")),
    ("authorised", _("Được ủy quyền")),
)
_NEXT = (("desk", _("Để ở quầy, gọi dân đến")), ("again", _("Đi lại chuyến sau")))
_PACKED = (("together", _("Chung một bưu gửi")), ("alone", _("Chỉ hồ sơ này")))
# One field asks for what a relative is, or what somebody authorised showed.
_ABOUT = ("kinship", "paper_shown")


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What is done with the answers of each strip."""

    plan: Callable[[], None]
    leave: Callable[[], None]
    deliver: Callable[[], None]
    fail: Callable[[], None]
    back: Callable[[], None]
    pack: Callable[[], None]
    pack_household: Callable[[], None]
    posted: Callable[[], None]
    proved: Callable[[], None]
    taken_back: Callable[[], None]


class Asking(QObject):
    """Holds the strips; one at most is open."""

    def __init__(self, answers: Answers, parent: QObject) -> None:
        super().__init__(parent)
        self.plan = _plan_strip(answers.plan)
        carrier = Field("carrier", _("Ai nhận giấy mang đi"), placeholder=_("để trống: người đi trả"))
        self.leave = Strip("", [carrier], answers.leave, words=_("Lên đường"))
        self.deliver = _deliver_strip(answers.deliver)
        self.fail = _fail_strip(answers.fail)
        self.back = _back_strip(answers.back)
        self.pack = Strip("", [Field("address", _("Gửi đến"))], answers.pack, words=_("In nhãn"))
        self.pack_household = _household_strip(answers.pack_household)
        number, cost = Field("tracking", _("Số hiệu bưu gửi")), Field("cost", _("Cước, đồng"), placeholder="28.500")
        self.posted = Strip("", [number, cost], answers.posted, words=_("Đã gửi"))
        self.proved = _proved_strip(answers.proved)
        self.taken_back = Strip("", [Field("reason", _("Vì sao"))], answers.taken_back, words=_("Đã về quầy"))

    @property
    def strips(self) -> tuple[Strip, ...]:
        """Return every strip."""
        at_door = (self.plan, self.leave, self.deliver, self.fail, self.back)
        return (*at_door, self.pack, self.pack_household, self.posted, self.proved, self.taken_back)

    def open(self, strip: Strip, title: str) -> None:
        """Open one strip in place of any other."""
        self.close()
        strip.open(title)

    def open_plan(self, title: str, hamlet: str, helper: Helper | None) -> None:
        """Ask for a round, with the hamlet and who went there last time."""
        self.open(self.plan, title)
        texts = {"hamlet": hamlet}
        if helper is not None:
            texts |= {"helper": helper.name, "organisation": helper.organisation, "phone": helper.phone}
        for name, text in texts.items():
            self.plan.fields[name].put(text)
        if helper is None:
            self.plan.fields["helper"].take_focus()

    def close(self) -> bool:
        """Close what is open; tell whether something was."""
        opened = [strip for strip in self.strips if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error at its field of the open strip; tell whether it has one."""
        opened = next((strip for strip in self.strips if strip.isVisible()), None)
        if opened is None:
            return False
        if error.field in _ABOUT:
            error = InvalidInput("about", error.message, error.hint)
        return opened.refuse(error)

    def allow_again(self) -> None:
        """Let the open strip be answered again after a refusal."""
        for strip in self.strips:
            strip.do_button.setEnabled(True)


def _when() -> Field:
    return Field("at", _("Lúc nào"), placeholder=_("bây giờ; hoặc 14:30 24/11"))


def _plan_strip(run: Callable[[], None]) -> Strip:
    fields = [
        Field("going_on", _("Ngày đi"), placeholder=_("hôm nay")),
        Field("hamlet", _("Địa bàn")),
        Field("helper", _("Người đi trả")),
        Field("organisation", _("Tổ chức"), placeholder=_("Hội Phụ nữ, trưởng ấp …")),
        Field("phone", _("Điện thoại")),
    ]
    return Strip("", fields, run, words=_("Lập chuyến"))


def _deliver_strip(run: Callable[[], None]) -> Strip:
    fields = [
        Field("to", _("Họ tên người khác")),
        Field("about", _("Quan hệ, giấy tờ"), placeholder=_("vợ, con …; giấy ủy quyền")),
        _when(),
    ]
    return Strip("", fields, run, words=_("Đã giao"), choices=_RELATIONS)


def _fail_strip(run: Callable[[], None]) -> Strip:
    reasons = tuple(FAIL_WORDS.items())
    fields = [Field("note", _("Nói rõ")), _when()]
    return Strip("", fields, run, words=_("Không giao được"), choices=reasons, box=_("Vì sao"))


def _back_strip(run: Callable[[], None]) -> Strip:
    fields = [Field("reason", _("Vì sao (nếu cần)"))]
    return Strip("", fields, run, words=_("Đã mang về"), choices=_NEXT, box=_("Rồi sao"))


def _household_strip(run: Callable[[], None]) -> Strip:
    address = Field("address", _("Gửi đến"))
    return Strip("", [address], run, words=_("In nhãn"), choices=_PACKED, box=_("Đóng gói"))


def _proved_strip(run: Callable[[], None]) -> Strip:
    proof = Field("proof", _("Báo phát"), placeholder=_("số, ngày"))
    return Strip("", [Field("to", _("Họ tên người khác")), proof, _when()], run, words=_("Đã phát"))
