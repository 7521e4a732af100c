"""What a counter is to the queue."""

from desk_app.kernel.records import Record


class Counter(Record):
    """A counter: what it is called aloud, and the fields it serves; without any it serves all."""

    name: str
    fields: tuple[str, ...] = ()
