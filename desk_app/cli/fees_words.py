"""What ``desk fees`` answers: payments and returns for scripts, a day in plain words."""

from datetime import date, datetime

from desk_app.fees.day import WAY_WORDS, DayReport
from desk_app.fees.facts import FeePaid, FeeReturned, Way
from desk_app.kernel.records import Record
from desk_app.kernel.texts import dong, quantity
from desk_app.kernel.time_source import spoken_day


class Paid(Record):
    """A payment as scripts read it; ``day`` is the cash day that it belongs to."""

    number: str
    code: str
    payer: str
    amount: int
    due: int | None
    way: Way
    reason: str
    day: date
    paid_at: datetime

    @classmethod
    def of(cls, fact: FeePaid) -> "Paid":
        """Return the fact without what the dossier says already."""
        return cls(**{name: getattr(fact, name) for name in cls.__struct_fields__})


class Returned(Record):
    """A payment given back, or entered as a mistake."""

    number: str
    code: str
    amount: int
    way: Way
    reason: str
    mistake: bool
    day: date
    returned_at: datetime

    @classmethod
    def of(cls, fact: FeeReturned) -> "Returned":
        """Return the fact without what the dossier says already."""
        return cls(**{name: getattr(fact, name) for name in cls.__struct_fields__})


def day_words(of: DayReport) -> str:
    """Return a cash day for people, line by line."""
    lines = [f"Ngày {spoken_day(of.day)}, {of.name or 'cả quầy'}: {quantity(of.payments)} phiếu, {dong(of.net)}"]
    lines += [f"  {each.field}: {quantity(each.payments)} phiếu, {dong(each.net)}" for each in of.fields]
    lines += [f"  {WAY_WORDS[each.way]}: {quantity(each.payments)} phiếu, {dong(each.net)}" for each in of.ways]
    if of.returned:
        lines.append(f"  Đã trả lại hoặc ghi sai: {dong(of.returned)}")
    lines += [f"  Miễn ({each.reason}): {quantity(each.count)} hồ sơ" for each in of.waived]
    if of.counted is None or of.difference is None:
        lines.append(f"  Chưa chốt. Tiền mặt phải có: {dong(of.expected)}")
    else:
        note = f" ({of.note})" if of.note else ""
        lines.append(f"  Đã chốt: đếm được {dong(of.counted)}, chênh lệch {dong(of.difference)}{note}")
    return "\n".join(lines)
