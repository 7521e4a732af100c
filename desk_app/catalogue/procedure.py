"""One administrative procedure as one decision publishes it, in force from a day on."""

from datetime import date
from typing import Literal, TypeAlias

from desk_app.catalogue.fees import Fee, NotStated
from desk_app.catalogue.steps import Step, total_half_days
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.working_time.reading import Reading

Way: TypeAlias = Literal["counter", "home", "post"]

_SIGN_AT_THE_DESK = "Người yêu cầu phải ký sổ khi nhận kết quả, nên không trả tại nhà hoặc qua bưu chính."


class PaperAsked(Record):
    """A paper the citizen brings: how many originals and copies; none of either means that it is only shown.

    ``keep_image``: an image of it may be kept although it shows who somebody is (Luật 91/2025: only where it is needed).
    """

    name: str
    originals: int = 0
    copies: int = 0
    required: bool = True
    note: str = ""
    condition: str = ""
    keep_image: bool = False


class ReturnWay(Record):
    """One way to get the result; ``reason`` says why it is blocked, or what must have happened before."""

    way: Way
    allowed: bool
    reason: str = ""


class Procedure(Record):
    """One version of a procedure: in force from ``valid_from`` to ``valid_to`` inclusive, or until the next version.

    ``hours``: set when the term counts in office hours, its only step then states no half-days.
    ``cutoff_rule``: whether a late receipt counts from the next day; "usual" leaves it to the office's reading of terms.
    ``extension_half_days``: added to the term when ``extension_condition`` holds.
    ``register_step``: the step at which the register is signed; empty when that is the hand-over of the result.
    ``keep_images_months``: how long after the hand-over images of papers are kept; None for as long as the office says.
    """

    code: str
    name: str
    field: str
    valid_from: date
    steps: tuple[Step, ...]
    short: str = ""
    version: str = ""
    valid_to: date | None = None
    legal_basis: str = ""
    note: str = ""
    hours: int | None = None
    cutoff_rule: Literal["usual", "on", "off"] = "usual"
    extension_half_days: int = 0
    extension_condition: str = ""
    papers: tuple[PaperAsked, ...] = ()
    fee: Fee = NotStated()
    signs_register: bool = False
    register_step: str = ""
    register_reason: str = ""
    forms: tuple[str, ...] = ()
    keep_images_months: int | None = None

    @property
    def half_days(self) -> int | None:
        """Return the half working days from receipt to result; None when no term is stated, or it counts in hours."""
        return total_half_days(self.steps)

    @property
    def extended_half_days(self) -> int | None:
        """Return the half working days when the extension applies; None as in ``half_days``."""
        term = self.half_days
        return None if term is None else term + self.extension_half_days

    @property
    def states_term(self) -> bool:
        """Tell whether the catalogue says how long it takes; where it does not, the officer promises a date."""
        return self.hours is not None or self.half_days is not None

    @property
    def term_in(self) -> Literal["half_days", "hours"]:
        """Return the unit in which the term counts."""
        return "half_days" if self.hours is None else "hours"

    @property
    def at_once(self) -> bool:
        """Tell whether the result is due on the day of receipt."""
        return self.half_days == 0

    def cutoff_under(self, reading: Reading) -> bool:
        """Tell whether a receipt after the reading's ``cutoff_at`` counts as received on the next working day."""
        if self.cutoff_rule == "usual":
            return reading.usual_cutoff(at_once=self.at_once)
        return self.cutoff_rule == "on"

    @property
    def is_linked(self) -> bool:
        """Tell whether several agencies work on one dossier."""
        return len(self.steps) > 1

    def return_ways(self) -> tuple[ReturnWay, ...]:
        """Return counter, home and post, each allowed or blocked with its Vietnamese reason."""
        blocked = self.signs_register and not self.register_step
        reason = self._register_text() if self.signs_register else ""
        return (
            ReturnWay(way="counter", allowed=True),
            ReturnWay(way="home", allowed=not blocked, reason=reason),
            ReturnWay(way="post", allowed=not blocked, reason=reason),
        )

    def _register_text(self) -> str:
        if not self.register_step:
            return self.register_reason or _SIGN_AT_THE_DESK
        step = next((step.name for step in self.steps if step.id == self.register_step), self.register_step)
        before = f"Chỉ trả tại nhà hoặc qua bưu chính sau khi người yêu cầu đã ký sổ ở bước «{step}»."
        return f"{self.register_reason} {before}".strip()


def spoken_days(half_days: int) -> str:
    """Return half working days as the office says them: 3 is ``1,5 ngày làm việc``."""
    return f"{quantity(half_days // 2)}{',5' if half_days % 2 else ''} ngày làm việc"


def spoken_term(procedure: Procedure, reading: Reading | None = None) -> str:
    """Return the term as the office says it, with its extension; with the cutoff too where the reading is known."""
    if procedure.hours is not None:
        term = f"{quantity(procedure.hours)} giờ làm việc"
    elif procedure.half_days is None:
        term = "chưa nêu"
    else:
        term = "ngay trong ngày" if procedure.at_once else spoken_days(procedure.half_days)
    if reading is not None and procedure.cutoff_under(reading):
        term += f", nhận sau {reading.cutoff_at:%H:%M} tính từ ngày làm việc tiếp theo"
    if procedure.extension_half_days:
        term += f", thêm {spoken_days(procedure.extension_half_days)} {procedure.extension_condition}".rstrip()
    return term
