"""The record of a session as rows: the counts, then each sum with whether it comes out."""

from desk_app.kernel.texts import dong, quantity
from desk_app.kernel.translations import _
from desk_app.mobile_sessions.reconciliation import Check, Reconciliation
from ui.mobile_sessions.state import RecordRow
from ui.mobile_sessions.words import CHECKS


def record_rows(found: Reconciliation) -> tuple[RecordRow, ...]:
    """Return the lines of a record."""
    people, dossiers, money = found.people, found.dossiers, found.money
    gaps = [gap for each in found.numbers for gap in each.gaps]
    counts = (
        (_("Được mời"), quantity(people.invited)),
        (_("Đã đến (trong đó tự đến)"), f"{quantity(people.came)} ({quantity(people.walk_ins)})"),
        (_("Được mời nhưng vắng"), quantity(people.absent)),
        (_("Đến nhưng chưa làm xong"), quantity(people.left)),
        (_("Chuyển sang buổi sau"), quantity(people.carried)),
        (_("Hồ sơ đã nhận (từ danh sách)"), f"{quantity(dossiers.received)} ({quantity(dossiers.from_list)})"),
        (_("Giải quyết ngay tại buổi"), quantity(dossiers.on_the_spot)),
        (_("Giấy tiếp nhận đã lập (in ở máy này)"), f"{quantity(dossiers.receipts)} ({quantity(dossiers.printed)})"),
        *((_("Số hồ sơ đã dùng"), f"{each.first} – {each.last}") for each in found.numbers),
        (_("Số bị bỏ trống"), ", ".join(gaps) or _("không có")),
        (_("Tiền mặt, chuyển khoản"), f"{dong(money.cash)}, {dong(money.transfer)}"),
        (_("Tiền mặt đếm được"), dong(money.counted) if money.counted is not None else _("chưa đếm")),
    )
    rows = tuple(RecordRow(words=words, value=value) for words, value in counts)
    return (*rows, *map(_check_row, found.checks))


def _check_row(check: Check) -> RecordRow:
    sides = f"{quantity(check.left)} = {quantity(check.right)}"
    if not check.holds:
        sides = _("{left} ≠ {right}, lệch {by}").format(
            left=quantity(check.left), right=quantity(check.right), by=quantity(abs(check.left - check.right))
        )
    return RecordRow(words=CHECKS[check.key], value=sides, holds=check.holds)
