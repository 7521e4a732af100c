"""A second program that adds attachments until it is killed; called with the home, a dossier and a folder for its files."""

import sys
from pathlib import Path

from desk_app.attachments.commands import NewAttachment, add
from desk_app.attachments.facts import attachment_id_of
from tests.attachments.papers import BIRTH, pdf
from tests.desks import opened


def main(home: Path, dossier: str, folder: Path) -> None:
    """Say the id of each attachment once it stands."""
    desk = opened(home)
    number = 0
    while True:
        number += 1
        file = folder / f"{number}.pdf"
        file.write_bytes(pdf(400_000 + number))
        new = NewAttachment(dossier=dossier, paper=BIRTH, file=file, anyway=True)
        by = desk.accounts_by_role["officer"]
        written = add(desk.attachments, by=by, new=new, command_id=desk.journal.new_id())
        sys.stdout.write(attachment_id_of(written.subject) + "\n")
        sys.stdout.flush()
        file.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
