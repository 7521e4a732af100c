"""What a journal entry says happened."""

from typing import ClassVar

from desk_app.kernel.records import Record


class Fact(Record):
    """One kind of thing that can happen; its fields are the body of the entry.

    ``KIND`` is the dotted, stable name (``dossier.registered``). ``VERSION`` grows when the fields change; the fold that owns
    the fact then gives a function that lifts the old body, for ever.
    """

    KIND: ClassVar[str]
    VERSION: ClassVar[int] = 1
