"""What is done to the office: describing the agency, changing a setting."""

from datetime import date

from desk_app.journal.write_door import Writing, Written
from desk_app.office.agency import Agency, checked_agency
from desk_app.office.facts import OFFICE, OfficeDescribed, SettingPut, setting_subject
from desk_app.office.room import Office
from desk_app.office.rules import checked_value

DESCRIBE_OFFICE = "office.describe"
PUT_SETTING = "office.put_setting"


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
