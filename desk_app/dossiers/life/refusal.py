"""Turning a dossier down: within its deadline, in writing, with the reason (Nghị định 61/2018, Điều 19; form 03).

After the deadline only a leader may, and the paper says sorry for the delay.
"""

from desk_app.accounts.authorise import require_allowed
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.facts import TurnedDown
from desk_app.dossiers.life.moving import is_past_due, moved, print_paper
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.status import WAITING
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import checked_line

REFUSE = "dossiers.refuse"
REFUSE_LATE = "dossiers.refuse_late"


def turn_down(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    reason: str,
    basis: str = "",
    apology: str = "",
    returned: str = "",
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Refuse to settle a dossier and print form 03; ``returned`` says which papers went back to the citizen.

    Raises ``NotAllowed`` after the due date for anybody but a leader, ``InvalidInput`` when the apology is missing then.
    """
    why = checked_line(reason, field="reason", label="Lý do từ chối", longest=1000, required=True)
    rests_on = checked_line(basis, field="basis", label="Căn cứ", longest=500)
    sorry = checked_line(apology, field="apology", label="Lời xin lỗi", longest=500)
    papers = checked_line(returned, field="returned", label="Giấy tờ trả lại", longest=500)

    def decide(writing: Writing, now: Dossier) -> None:
        late = now.status not in WAITING and is_past_due(room, writing.db, now, writing.now)
        if late:
            require_allowed(room.accounts.book.get(writing.db), writing.by, REFUSE_LATE, writing.now.date())
            if not sorry:
                raise InvalidInput(
                    "apology",
                    "Hồ sơ đã quá hạn: phải kèm lời xin lỗi.",
                    "Hãy ghi vì sao trễ; câu này in trên phiếu từ chối.",
                )
        fact = TurnedDown(at=writing.now, reason=why, basis=rests_on, apology=sorry if late else "", returned=papers)
        writing.add(dossier, fact)
        print_paper(room, writing, "refusal", dossier, printer)

    return moved(
        room, actor=by, permission=REFUSE, move="refuse", dossier=dossier, command_id=command_id, decide=decide
    )
