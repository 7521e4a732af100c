"""What the journal keeps about the office."""

from datetime import date
from typing import ClassVar

from desk_app.journal.fact import Fact
from desk_app.office.agency import Agency

OFFICE = "office"
"""The one subject of the agency's description."""


class OfficeDescribed(Fact):
    """From now on the agency is this; papers printed before keep what they say."""

    KIND: ClassVar[str] = "office.described"

    agency: Agency


class DeskAdded(Fact):
    """A laptop made ready here works for the office with this code: it never describes one itself."""

    KIND: ClassVar[str] = "office.desk_added"

    desk: str
    code: str


class SettingPut(Fact):
    """From ``valid_from`` on the setting is ``value``; a later entry for the same day takes its place."""

    KIND: ClassVar[str] = "office.setting_put"

    key: str
    valid_from: date
    value: str


class WordingPut(Fact):
    """From ``valid_from`` on papers say ``text``, None what the program ships; subject ``wording:<key>``."""

    KIND: ClassVar[str] = "office.wording_put"

    key: str
    valid_from: date
    text: str | None


def wording_subject(key: str) -> str:
    """Return the journal subject of one wording."""
    return f"wording:{key}"


def setting_subject(key: str) -> str:
    """Return the journal subject of one setting."""
    return f"setting:{key}"
