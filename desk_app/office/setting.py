"""What one setting of the office is."""

from typing import Literal

from desk_app.kernel.records import Record


class Setting(Record):
    """One setting: its key, what people call it, what it may hold, and on what it rests.

    ``kind`` «number» is a whole number from ``least`` to ``most`` in ``unit``; «choice» is one of ``choices``; «lines» is
    up to ``most`` lines of text, none where the default is meant.
    ``legal_basis`` names the text of law; empty where the office decides by itself.
    """

    key: str
    label: str
    kind: Literal["number", "choice", "lines"]
    default: str
    unit: str = ""
    least: int = 0
    most: int = 0
    choices: tuple[str, ...] = ()
    legal_basis: str = ""
