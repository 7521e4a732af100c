"""What became of a bundle."""

from datetime import datetime

from desk_app.kernel.records import Record

Gap = tuple[str, int, int, int]


class ChainVerdict(Record):
    """What became of one desk's slice: ``ahead`` entries wait until the gap before them is closed."""

    desk: str
    epoch: int
    first: int
    last: int
    taken: int
    known: int
    ahead: int


class Imported(Record):
    """What a bundle changed or, in a dry run, would change.

    ``gaps`` holds ``(desk, epoch, first, last)`` of every run of entries that is missing now.
    """

    bundle: str
    file: str
    writer: str
    writer_label: str
    written_at: datetime
    dry_run: bool
    entries: int
    taken: int
    known: int
    ahead: int
    by_kind: dict[str, int]
    new_dossiers: int
    new_findings: int
    gaps: tuple[Gap, ...]
    chains: tuple[ChainVerdict, ...]
    changed: tuple[str, ...]
