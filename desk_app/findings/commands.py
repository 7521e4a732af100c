"""Closing a finding: a person says how it stands, and that is an entry like any other."""

from desk_app.dossiers.commands import settle_finding
from desk_app.dossiers.tables.fold import DossierFold
from desk_app.findings.facts import FindingClosed, finding_subject
from desk_app.findings.room import CLOSE, Findings
from desk_app.findings.tables import find_open
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import NotFound
from desk_app.kernel.texts import checked_line


def close(room: Findings, *, by: str, about: str, what: str, entry: str, reason: str, command_id: str) -> Written:
    """Record how a contradiction was resolved; it is shown no more, at any desk that hears of it.

    Nothing else changes: what must read otherwise is put right in its own room. Raises ``NotFound`` when the finding is
    not open, ``InvalidInput`` without a reason.
    """
    words = checked_line(reason, field="reason", label="Cách giải quyết", longest=500, required=True)
    found = find_open(room.journal.reading(), about, what, entry)
    if found is not None and found.fold == DossierFold.name:
        # A dossier keeps what it was told of its own contradictions, for its history and its status.
        return settle_finding(room.dossiers, by=by, dossier=about, finding=entry, reason=words, command_id=command_id)

    def decide(writing: Writing) -> None:
        if find_open(writing.db, about, what, entry) is None:
            raise NotFound("findings.none", "Điểm mâu thuẫn này không còn.", "Có người đã giải quyết.")
        fact = FindingClosed(about=about, what=what, entry=entry, reason=words, closed_at=writing.now)
        writing.add(finding_subject(about, what, entry), fact)

    return room.journal.write(by=by, permission=CLOSE, command_id=command_id, decide=decide)
