"""A financial obligation: the citizen is asked to pay, and the clock stands still until the payment is proved."""

from datetime import date

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.correction_paper import issue_anew
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.dates import dates_after
from desk_app.dossiers.life.facts import PaymentAsked, PaymentMade
from desk_app.dossiers.life.moving import moved, print_paper
from desk_app.dossiers.life.story import Wait
from desk_app.dossiers.room import Dossiers
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_day

PAYMENT = "dossiers.payment"

_MOST_DONG = 10_000_000_000


def ask_payment(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    amount: int,
    purpose: str,
    until: date,
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Ask the citizen to pay ``amount`` đồng by ``until``, print the notice, stop the clock.

    Raises ``InvalidInput`` naming the field.
    """
    what_for = checked_line(purpose, field="purpose", label="Nộp cho việc gì", longest=300, required=True)
    if not 0 < amount <= _MOST_DONG:
        raise InvalidInput("amount", "Số tiền phải nộp không hợp lệ.", "Ghi số đồng, lớn hơn 0.")

    def decide(writing: Writing, _: Dossier) -> None:
        if until < writing.now.date():
            raise InvalidInput("until", f"Hạn nộp {spoken_day(until)} đã qua.", "Hãy ghi hạn từ hôm nay trở đi.")
        writing.add(dossier, PaymentAsked(at=writing.now, amount=amount, purpose=what_for, until=until))
        print_paper(room, writing, "payment", dossier, printer)

    return moved(
        room, actor=by, permission=PAYMENT, move="ask_payment", dossier=dossier, command_id=command_id, decide=decide
    )


def pay(
    room: Dossiers, *, by: str, dossier: str, receipt_number: str, printer: str | None = None, command_id: str
) -> Written:
    """Record the payment by the number of its receipt; the clock goes on, and the receipt of the dossier is made out anew."""
    number = checked_line(receipt_number, field="receipt_number", label="Số biên lai", longest=60, required=True)

    def decide(writing: Writing, now: Dossier) -> None:
        since = now.story.waiting_since or writing.now
        wait = Wait(mode="pause", from_at=since, to_at=max(writing.now, since), for_payment=True)
        dates = dates_after(room, writing.db, now, wait)
        writing.add(dossier, PaymentMade(at=wait.to_at, receipt_number=number, dates=dates))
        issue_anew(writing, room, dossier_in(room, writing.db, dossier), now, printer=printer)

    return moved(room, actor=by, permission=PAYMENT, move="pay", dossier=dossier, command_id=command_id, decide=decide)
