"""The citizen takes a dossier back before there is a result."""

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.facts import Withdrawn
from desk_app.dossiers.life.moving import moved, print_paper
from desk_app.dossiers.room import Dossiers
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.texts import checked_line

WITHDRAW = "dossiers.withdraw"


def withdraw(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    reason: str = "",
    returned: str = "",
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Record that the citizen took the dossier back and print the slip that both sign; the citizen need give no reason.

    ``returned`` says which papers went along; empty means all that were handed in. Raises ``Refused`` once there is a result.
    """
    why = checked_line(reason, field="reason", label="Lý do rút", longest=500)
    papers = checked_line(returned, field="returned", label="Giấy tờ trả lại", longest=500)

    def decide(writing: Writing, now: Dossier) -> None:
        names = "; ".join(paper.name for paper in now.registered.papers)
        writing.add(dossier, Withdrawn(at=writing.now, reason=why, returned=papers or names))
        print_paper(room, writing, "withdrawal", dossier, printer)

    return moved(
        room, actor=by, permission=WITHDRAW, move="withdraw", dossier=dossier, command_id=command_id, decide=decide
    )
