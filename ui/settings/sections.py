"""The one table in which sections of the settings register."""

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.kernel.translations import _
from ui.settings.absences.page import AbsencesPage
from ui.settings.backup.page import BackupPage
from ui.settings.calendar.page import CalendarPage
from ui.settings.catalogue.page import CataloguePage
from ui.settings.desk.page import DeskPage
from ui.settings.forms.page import FormsPage
from ui.settings.keeping.page import KeepingPage
from ui.settings.me.page import MePage
from ui.settings.office.page import OfficePage
from ui.settings.people.page import PeoplePage
from ui.settings.printers.page import PrintersPage
from ui.settings.scanner.page import ScannerPage
from ui.settings.screens.page import ScreensPage
from ui.settings.terms.page import TermsPage
from ui.shell.page import Context, Page

_EVERYBODY = "accounts.set_own_password"


@dataclass(frozen=True, kw_only=True)
class SectionEntry:
    """One section: its key in ``go("settings", key)``, its title, who may see it, what makes it."""

    key: str
    title: str
    permission: str
    make: Callable[[Context], Page]


SECTIONS: tuple[SectionEntry, ...] = (
    SectionEntry(key="me", title=_("Của tôi"), permission=_EVERYBODY, make=MePage),
    SectionEntry(key="desk", title=_("Máy này"), permission=_EVERYBODY, make=DeskPage),
    SectionEntry(key="printers", title=_("Máy in"), permission="jobs.retry", make=PrintersPage),
    SectionEntry(key="scanner", title=_("Máy quét"), permission="jobs.retry", make=ScannerPage),
    SectionEntry(key="screens", title=_("Màn hình"), permission=_EVERYBODY, make=ScreensPage),
    SectionEntry(key="people", title=_("Người dùng"), permission="accounts.change", make=PeoplePage),
    SectionEntry(key="absences", title=_("Người vắng"), permission="dossiers.substitute", make=AbsencesPage),
    SectionEntry(key="keeping", title=_("Lưu giữ"), permission="attachments.purge", make=KeepingPage),
    SectionEntry(key="backup", title=_("Sao lưu"), permission="upkeep.look", make=BackupPage),
    SectionEntry(key="office", title=_("Cơ quan"), permission="office.put_setting", make=OfficePage),
    SectionEntry(key="calendar", title=_("Lịch làm việc"), permission=_EVERYBODY, make=CalendarPage),
    SectionEntry(key="terms", title=_("Tính thời hạn"), permission=_EVERYBODY, make=TermsPage),
    SectionEntry(key="catalogue", title=_("Thủ tục"), permission=_EVERYBODY, make=CataloguePage),
    SectionEntry(key="forms", title=_("Câu chữ trên giấy"), permission="office.put_wording", make=FormsPage),
)
