"""Stopping: the office goes no further with a dossier, for a reason that rests on a text (Thông tư 03/2025, form 05)."""

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.facts import Stopped
from desk_app.dossiers.life.moving import moved, print_paper
from desk_app.dossiers.room import Dossiers
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.texts import checked_line

STOP = "dossiers.stop"


def stop(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    reason: str,
    basis: str,
    returned: str = "",
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Stop settling a dossier and print the notice; ``basis`` names the text that it rests on.

    Raises ``InvalidInput`` without a reason or a basis, ``Refused`` once there is a result.
    """
    why = checked_line(reason, field="reason", label="Lý do dừng", longest=1000, required=True)
    rests_on = checked_line(basis, field="basis", label="Căn cứ", longest=500, required=True)
    papers = checked_line(returned, field="returned", label="Giấy tờ trả lại", longest=500)

    def decide(writing: Writing, _: Dossier) -> None:
        writing.add(dossier, Stopped(at=writing.now, reason=why, basis=rests_on, returned=papers))
        print_paper(room, writing, "stop", dossier, printer)

    return moved(room, actor=by, permission=STOP, move="stop", dossier=dossier, command_id=command_id, decide=decide)
