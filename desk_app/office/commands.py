"""What is done to the office: describing the agency, changing a setting or a wording on its papers."""

from datetime import date

from desk_app.journal.write_door import Writing, Written
from desk_app.office.agency import Agency, checked_agency
from desk_app.office.facts import OFFICE, OfficeDescribed, SettingPut, WordingPut, setting_subject, wording_subject
from desk_app.office.room import Office
from desk_app.office.rules import checked_value
from desk_app.office.wordings import checked_wording, get_wording

DESCRIBE_OFFICE = "office.describe"
PUT_SETTING = "office.put_setting"
PUT_WORDING = "office.put_wording"


def describe_office(room: Office, *, by: str, agency: Agency, command_id: str) -> Written:
    """Say who the agency is, from now on; raise ``InvalidInput`` naming the field that does not fit."""
    clean = checked_agency(agency)

    def decide(writing: Writing) -> None:
        writing.add(OFFICE, OfficeDescribed(agency=clean))

    return room.journal.write(by=by, permission=DESCRIBE_OFFICE, command_id=command_id, decide=decide)


def put_setting(room: Office, *, by: str, key: str, value: str, valid_from: date, command_id: str) -> Written:
    """Set what a setting is from ``valid_from`` on; raise ``NotFound`` or ``InvalidInput`` when unfit."""
    fact = SettingPut(key=key, valid_from=valid_from, value=checked_value(key, value))

    def decide(writing: Writing) -> None:
        writing.add(setting_subject(key), fact)

    return room.journal.write(by=by, permission=PUT_SETTING, command_id=command_id, decide=decide)


def put_wording(room: Office, *, by: str, key: str, text: str | None, valid_from: date, command_id: str) -> Written:
    """Let papers say ``text`` from ``valid_from`` on, None what ships; raise ``NotFound`` or ``InvalidInput`` when unfit."""
    get_wording(key)
    fact = WordingPut(key=key, valid_from=valid_from, text=None if text is None else checked_wording(key, text))

    def decide(writing: Writing) -> None:
        writing.add(wording_subject(key), fact)

    return room.journal.write(by=by, permission=PUT_WORDING, command_id=command_id, decide=decide)
