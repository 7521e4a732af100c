"""What became of a print job. Nothing is called printed that the printer itself did not confirm."""

from typing import Literal

from desk_app.kernel.records import Record

State = Literal["confirmed", "unconfirmed", "offline", "failed"]


class Outcome(Record):
    """How one attempt ended; ``reason`` is for people, in Vietnamese.

    ``confirmed``: the printer answered that it consumed the job. ``unconfirmed``: all or some of it was handed over,
    and nobody knows whether it is on paper. ``offline``: nothing was handed over, another try is safe. ``failed``:
    this paper cannot be printed there, another try is useless until something is changed.
    """

    state: State
    reason: str = ""
    bytes_sent: int = 0
