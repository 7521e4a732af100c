"""The one table in which pages register."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desk_app.accounts.rules import Account, allows
from desk_app.kernel.translations import _
from ui.dossiers.attachments.page import AttachmentsPage
from ui.dossiers.card.page import CardPage
from ui.dossiers.find.page import FindPage
from ui.dossiers.hand_over.page import HandOverPage
from ui.dossiers.list.page import ListPage
from ui.dossiers.registration.page import RegistrationPage
from ui.fees.page import FeesPage
from ui.findings.page import FindingsPage
from ui.guidance.appointments.page import AppointmentsPage
from ui.guidance.log.page import GuidancePage
from ui.home.page import HomePage
from ui.mobile_sessions.page import SessionsPage
from ui.on_the_spot.page import OnTheSpotPage
from ui.printing.queue.page import QueuePage
from ui.reports.page import ReportsPage
from ui.returns.page import ReturnsPage
from ui.settings.page import SettingsPage
from ui.shell.page import Context, Page
from ui.shifts.page import ShiftsPage
from ui.signage.page import SignagePage
from ui.surveys.page import VoicePage
from ui.sync.away.page import AwayPage
from ui.sync.hub.page import HubPage
from ui.sync.page import SyncPage
from ui.tickets.page import TicketsPage
from ui.writing.page import WritingPage


@dataclass(frozen=True, kw_only=True)
class PageEntry:
    """One page: its key in ``go``, what the rail shows, the key that opens it, who may see it, what makes it."""

    key: str
    title: str
    glyph: str
    shortcut: str
    permission: str
    make: Callable[[Context], Page]
    on_rail: bool = True
    where: Literal["anywhere", "desk", "hub"] = "anywhere"


PAGES: tuple[PageEntry, ...] = (
    PageEntry(key="home", title=_("Hôm nay"), glyph="home", shortcut="F4", permission="dossiers.find", make=HomePage),
    PageEntry(
        key="registration",
        title=_("Tiếp nhận"),
        glyph="new",
        shortcut="F2",
        permission="dossiers.register",
        make=RegistrationPage,
    ),
    PageEntry(
        key="on_the_spot",
        title=_("Tại chỗ"),
        glyph="stamp",
        shortcut="Ctrl+F2",
        permission="dossiers.settle",
        make=OnTheSpotPage,
    ),
    PageEntry(key="find", title=_("Tìm hồ sơ"), glyph="find", shortcut="F3", permission="dossiers.find", make=FindPage),
    PageEntry(
        key="list", title=_("Danh sách"), glyph="list", shortcut="F11", permission="dossiers.find", make=ListPage
    ),
    PageEntry(
        key="card",
        title=_("Thẻ hồ sơ"),
        glyph="done",
        shortcut="",
        permission="dossiers.view",
        make=CardPage,
        on_rail=False,
    ),
    PageEntry(
        key="attachments",
        title=_("Bản chụp giấy tờ"),
        glyph="folder",
        shortcut="",
        permission="attachments.read",
        make=AttachmentsPage,
        on_rail=False,
    ),
    PageEntry(
        key="hand_over",
        title=_("Trả kết quả"),
        glyph="hand_over",
        shortcut="F12",
        permission="dossiers.hand_over",
        make=HandOverPage,
    ),
    PageEntry(
        key="returns",
        title=_("Trả tận nhà"),
        glyph="returns",
        shortcut="Ctrl+F12",
        permission="returns.plan",
        make=ReturnsPage,
    ),
    PageEntry(
        key="fees",
        title=_("Thu phí"),
        glyph="fees",
        shortcut="Ctrl+F11",
        permission="fees.read",
        where="desk",
        make=FeesPage,
    ),
    PageEntry(
        key="tickets",
        title=_("Gọi số"),
        glyph="tickets",
        shortcut="F10",
        permission="tickets.read",
        where="desk",
        make=TicketsPage,
    ),
    PageEntry(
        key="shifts",
        title=_("Lịch trực"),
        glyph="calendar",
        shortcut="Ctrl+F5",
        permission="shifts.read_own",
        make=ShiftsPage,
    ),
    PageEntry(
        key="findings",
        title=_("Mâu thuẫn"),
        glyph="warning",
        shortcut="Shift+F3",
        permission="findings.read",
        make=FindingsPage,
    ),
    PageEntry(
        key="sync",
        title=_("Gửi nhận"),
        glyph="switch",
        shortcut="Shift+F11",
        permission="sync.read",
        make=SyncPage,
    ),
    PageEntry(
        key="away",
        title=_("Máy mang đi"),
        glyph="switch",
        shortcut="Ctrl+Shift+F9",
        permission="away.prepare",
        make=AwayPage,
        on_rail=False,
        where="desk",
    ),
    PageEntry(
        key="hub",
        title=_("Tuyến trên"),
        glyph="hub",
        shortcut="Shift+F12",
        permission="sync.read",
        make=HubPage,
        where="hub",
    ),
    PageEntry(
        key="writing",
        title=_("Viết hộ"),
        glyph="writing",
        shortcut="Ctrl+F3",
        permission="writing.write",
        make=WritingPage,
    ),
    PageEntry(
        key="guidance",
        title=_("Hướng dẫn"),
        glyph="messages",
        shortcut="Ctrl+F6",
        permission="guidance.read",
        make=GuidancePage,
    ),
    PageEntry(
        key="appointments",
        title=_("Lịch hẹn"),
        glyph="clock",
        shortcut="Ctrl+F10",
        permission="appointments.read",
        make=AppointmentsPage,
    ),
    PageEntry(
        key="sessions",
        title=_("Lưu động"),
        glyph="hall",
        shortcut="Ctrl+F9",
        permission="sessions.screen",
        make=SessionsPage,
    ),
    PageEntry(
        key="reports",
        title=_("Báo cáo"),
        glyph="chart",
        shortcut="Shift+F4",
        permission="reports.read",
        make=ReportsPage,
    ),
    PageEntry(
        key="voice",
        title=_("Ý kiến"),
        glyph="voice",
        shortcut="Shift+F10",
        permission="surveys.read",
        make=VoicePage,
    ),
    PageEntry(
        key="signage",
        title=_("Khẩu hiệu"),
        glyph="signage",
        shortcut="Shift+F8",
        permission="signage.manage",
        make=SignagePage,
    ),
    PageEntry(
        key="queue", title=_("Hàng đợi in"), glyph="print", shortcut="F9", permission="jobs.retry", make=QueuePage
    ),
    PageEntry(
        key="settings",
        title=_("Cài đặt"),
        glyph="settings",
        shortcut="Ctrl+,",
        permission="accounts.set_own_password",
        make=SettingsPage,
    ),
)


# The order of an officer's day, in groups: at the counter, looking things up, the room behind.
_DAY: tuple[tuple[str, ...], ...] = (
    ("home", "tickets", "registration", "on_the_spot", "hand_over", "returns", "fees"),
    ("find", "list"),
    ("writing", "shifts", "guidance", "appointments", "sessions"),
    ("reports", "voice", "signage", "sync", "findings", "hub"),
    ("queue", "settings"),
)
# A day starts at the counter; without one where forms are written; who only keeps the computer sees what it must print.
_STARTS = (*_DAY[0], "writing", "queue")


def pages_of(account: Account, today: date, *, hub: bool = False) -> tuple[PageEntry, ...]:
    """Return the pages that ``account`` may open, in the order of the rail.

    ``hub`` says that this is the upper level's computer: it has no counter, and the others no page for units.
    """
    elsewhere = "desk" if hub else "hub"
    shown = (entry for entry in PAGES if entry.where != elsewhere)
    return tuple(sorted((entry for entry in shown if allows(account, entry.permission, today)), key=_place))


def start_of(keys: Collection[str]) -> str:
    """Return the page of ``keys`` where a person's day starts, an empty text where there is none."""
    return next((key for key in (*_STARTS, *keys) if key in keys), "")


def group_of(key: str) -> int:
    """Return which group of the rail a page stands in; one that no group names stands with what is looked up."""
    return next((number for number, group in enumerate(_DAY) if key in group), 1)


def _place(entry: PageEntry) -> tuple[int, int]:
    group = _DAY[group_of(entry.key)]
    return group_of(entry.key), group.index(entry.key) if entry.key in group else len(group)
