"""Printing the control sheet (form 05): how the dossier went from agency to agency, up to now."""

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.life.between_agencies import PASS_ON
from desk_app.dossiers.life.moving import print_paper
from desk_app.dossiers.room import Dossiers
from desk_app.journal.write_door import Writing, Written


def print_control_sheet(
    room: Dossiers, *, by: str, dossier: str, printer: str | None = None, command_id: str
) -> Written:
    """Print the control sheet as it stands, whatever state the dossier is in; raise ``NotFound`` for an unknown one."""

    def decide(writing: Writing) -> None:
        print_paper(room, writing, "control", dossier_in(room, writing.db, dossier).id, printer)

    return room.journal.write(by=by, permission=PASS_ON, command_id=command_id, decide=decide)
