"""Every command refuses a person without the right: the table below must name them all."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

import desk_app
from desk_app.accounts import commands as accounts
from desk_app.accounts.badges import revoke_badge, revoke_badges_of
from desk_app.accounts.facts import AccountAdded, AccountChanged
from desk_app.accounts.rules import PERMISSIONS, Role
from desk_app.accounts.secret_rules import SecretKind
from desk_app.attachments import commands as attachments
from desk_app.attachments.commands import NewAttachment
from desk_app.catalogue import commands as catalogue
from desk_app.dossiers import commands as dossiers
from desk_app.dossiers import on_the_spot as spot
from desk_app.dossiers.correction import correct
from desk_app.dossiers.hand_over import Collecting
from desk_app.dossiers.life import (
    apology,
    between_agencies,
    control,
    obligation,
    officers,
    refusal,
    stop,
    supplement,
    withdrawal,
)
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.dossiers.sent_back import SendBack, send_back
from desk_app.fees import commands as fees
from desk_app.fees.closing import Count, close_day
from desk_app.fees.printing import print_day, print_slip
from desk_app.findings import commands as findings
from desk_app.guidance.appointments import commands as appointments
from desk_app.guidance.appointments import printing as appointment_papers
from desk_app.guidance.appointments.line import Plan
from desk_app.guidance.contacts import commands as guidance_contacts
from desk_app.guidance.contacts.printing import print_leaflet
from desk_app.guidance.contacts.procedures import put_procedure_list
from desk_app.guidance.outreach import commands as outreach
from desk_app.journal.tables import count_entries
from desk_app.kernel.errors import NotAllowed
from desk_app.kernel.time_source import VIETNAM
from desk_app.mobile_sessions import following, running, screening
from desk_app.mobile_sessions import planning as session_planning
from desk_app.mobile_sessions.facts import Place
from desk_app.mobile_sessions.facts import Plan as SessionPlan
from desk_app.mobile_sessions.importing import Judged, take_over
from desk_app.mobile_sessions.printing import print_papers as print_session
from desk_app.mobile_sessions.screening_facts import Found
from desk_app.office import commands as office
from desk_app.printing import commands as printing
from desk_app.printing.printer_settings import Printer
from desk_app.reports.asked import Scope
from desk_app.reports.freezing import freeze
from desk_app.returns import commands as returns
from desk_app.returns import planning, post
from desk_app.returns.facts import Helper
from desk_app.returns.printing import print_round
from desk_app.shifts import attendance, changes, pins, plan_month
from desk_app.shifts import book as shift_book
from desk_app.shifts import keeping as shift_keeping
from desk_app.shifts.import_list import ListRead, keep_list
from desk_app.shifts.papers_print import Whose, print_change, print_sign_in, print_slips
from desk_app.signage import commands as signage
from desk_app.signage.schedule import Schedule
from desk_app.surveys import campaigns, complaints, friendly, indices, slips
from desk_app.surveys import commands as surveys
from desk_app.surveys.questions import shipped_questions
from desk_app.surveys.rules import Level
from desk_app.sync import enrolment, recovery
from desk_app.sync.away.prepare import Wanted, prepare
from desk_app.sync.evening import export_evening
from desk_app.sync.key_pair import new_keys
from desk_app.sync.keys import rotate_keys
from desk_app.sync.reference.hand_down import hand_down, put_units
from desk_app.tickets import commands as tickets
from desk_app.tickets.counter import Counter
from desk_app.tickets.ending import close_earlier_days
from desk_app.tickets.taking import take_ticket
from desk_app.working_time import commands as working_time
from desk_app.working_time.calendar import WorkingYear
from desk_app.working_time.shipped import shipped_readings
from desk_app.writing import commands as writing
from desk_app.writing.badges import print_badge
from desk_app.writing.filled import Filled
from desk_app.writing.reading import known_of_dossier
from tests.desks import AGENCY, PASSWORD, PEOPLE, RehearsalDesk, form

SOMEBODY = "01a201b5-0353-7000-b94b-57cd80c9eea9"
PERSON = AccountAdded(login="nguoi.moi", name="Người Mới", roles=(Role.OFFICER,))
YEAR = WorkingYear(year=2027, notice="Thông báo thử")
PRINTER = Printer(name="Thử", kind="preview")
OWN = {"kind": SecretKind.PASSWORD, "old": PASSWORD, "new": "mat-khau-khac-9"}
ABOUT = "dossier:" + SOMEBODY
MOVED = {"dossier": SOMEBODY}
WHOLE_YEAR = Scope(first_on=date(2026, 1, 1), last_on=date(2026, 12, 31))
LATER = datetime(2026, 12, 30, 17, tzinfo=VIETNAM)
ROUND = planning.Plan(
    going_on=date(2026, 11, 30), hamlet="Ấp 1", helper=Helper(name="Lê Thị Thử"), dossiers=(SOMEBODY,)
)

SESSION = {"session": SOMEBODY}
LACKING = Found(person=Person(name="Trần Thị Thử"), area="Khu vực 3", lacks=("birth",))

ORGANISATION = shift_book.Organisation(id="", name="Hội Thử")
PATTERN = shift_book.Pattern(
    id="", place=SOMEBODY, name="X", weekdays=(4,), starts=time(7), ends=time(11), valid_from=date(2026, 1, 1)
)
DAYS = {"first_on": date(2026, 12, 1), "last_on": date(2026, 12, 1)}
DRAFT = plan_month.Draft(
    month=date(2026, 12, 1),
    seats=(),
    shares=(),
    member_shares=(),
    standbys=(),
    moved=(),
    unmet=(),
    after=0,
    draft="",
)

ASKING = enrolment.Request(
    desk=SOMEBODY,
    office_code=AGENCY.code,
    desk_number=2,
    name="",
    keys=new_keys(1).public,
    asked_at=LATER,
)
GRANTED = enrolment.Grant(
    to=SOMEBODY,
    role="hub",
    desk=SOMEBODY,
    office_code=AGENCY.code,
    desk_number=0,
    name="",
    keys=new_keys(1).public,
    lease=enrolment.lease_of(2),
    recovery="",
    replaces="",
    desks=(),
    reference={},
    granted_at=LATER,
)

CAMPAIGN = campaigns.Plan(
    title="thử", questions=("thử",), first_on=date(2026, 12, 1), last_on=date(2026, 12, 1), target=1
)
CRITERION = {"period": "2026", "criterion": "smile"}
SCHEDULE = Schedule(minutes=10, from_minute=0, days="cả tuần", from_hour=7, to_hour=17)

# What each command asks for, and arguments that would be right if the person were.
COMMANDS: tuple[tuple[Callable[..., object], str, str, Mapping[str, Any]], ...] = (
    (accounts.add_account, "accounts", "accounts.add", {"person": PERSON, "password": PASSWORD}),
    (
        accounts.change_account,
        "accounts",
        "accounts.change",
        {"account_id": SOMEBODY, "change": AccountChanged(name="X")},
    ),
    (accounts.end_account, "accounts", "accounts.end", {"account_id": SOMEBODY, "reason": "thôi việc"}),
    (accounts.set_secret, "accounts", "accounts.set_own_password", OWN),
    (accounts.reset_secret, "accounts", "accounts.reset_password", {"password": PASSWORD}),
    (accounts.forgive_tries, "accounts", "accounts.reset_password", {"account_id": SOMEBODY}),
    (accounts.look_up_logged, "accounts", "access.log", {"about": ABOUT, "how": "card"}),
    (office.describe_office, "office", "office.describe", {"agency": AGENCY}),
    (office.put_setting, "office", "office.put_setting", {"valid_from": date(2026, 12, 1)}),
    (
        office.put_wording,
        "office",
        "office.put_wording",
        {"key": "contact", "text": "Gọi 1022", "valid_from": date(2026, 12, 1)},
    ),
    (working_time.import_year, "working_time", "calendar.import", {"year": YEAR}),
    (working_time.put_reading, "working_time", "working_time.put_reading", {"reading": shipped_readings()[0]}),
    (printing.configure_printer, "printing", "printers.configure", {"printer": PRINTER}),
    (printing.remove_printer, "printing", "printers.configure", {"name": "Thử"}),
    (printing.choose_printer, "printing", "printers.configure", {"use": "receipt", "printer": ""}),
    (printing.copy_paper, "printing", "papers.copy", {"paper_id": SOMEBODY}),
    (printing.cancel_job, "printing", "jobs.cancel", {"job_id": SOMEBODY, "reason": "thử"}),
    (printing.retry_job, "printing", "jobs.retry", {"job_id": SOMEBODY}),
    (printing.confirm_job, "printing", "jobs.retry", {"job_id": SOMEBODY}),
    (catalogue.publish, "catalogue", "catalogue.publish", {"procedures": ()}),
    (
        catalogue.end_procedure,
        "catalogue",
        "catalogue.publish",
        {"code": "1.001193", "last_on": date(2026, 12, 1), "reason": "x"},
    ),
    (register, "dossiers", "dossiers.register", {"form": form()}),
    (send_back, "dossiers", "dossiers.send_back", {"request": SendBack(form=form(), missing=("Giấy chứng sinh",))}),
    (dossiers.finish_step, "dossiers", "dossiers.step", {"dossier": SOMEBODY}),
    (dossiers.issue_result, "dossiers", "dossiers.issue_result", {"dossier": SOMEBODY}),
    (dossiers.hand_over, "dossiers", "dossiers.hand_over", {"dossier": SOMEBODY}),
    (dossiers.add_note, "dossiers", "dossiers.note", {"dossier": SOMEBODY, "text": "thử"}),
    (
        dossiers.hand_over_together,
        "dossiers",
        "dossiers.hand_over",
        {"dossiers": (SOMEBODY,), "collecting": Collecting()},
    ),
    (
        dossiers.settle_finding,
        "dossiers",
        "dossiers.settle_finding",
        {"dossier": SOMEBODY, "finding": "a/1/1", "reason": "thử"},
    ),
    (spot.register_on_the_spot, "dossiers", "dossiers.settle", {"form": form()}),
    (spot.begin_on_the_spot, "dossiers", "dossiers.settle", {"dossier": SOMEBODY}),
    (spot.appraise, "dossiers", "dossiers.settle", {"dossier": SOMEBODY}),
    (spot.approve, "dossiers", "dossiers.approve_on_the_spot", {"dossier": SOMEBODY}),
    (spot.return_on_the_spot, "dossiers", "dossiers.settle", {"dossier": SOMEBODY}),
    (spot.ask_receipt, "dossiers", "dossiers.settle", {"dossier": SOMEBODY}),
    (spot.leave_on_the_spot, "dossiers", "dossiers.settle", {"dossier": SOMEBODY, "reason": "thử"}),
    (correct, "dossiers", "dossiers.correct", {"dossier": SOMEBODY, "wanted": (), "reason": "thử"}),
    (
        supplement.request_supplement,
        "dossiers",
        "dossiers.supplement",
        {"dossier": SOMEBODY, "missing": ("Giấy",), "reason": "thử"},
    ),
    (supplement.complete, "dossiers", "dossiers.supplement", {"dossier": SOMEBODY}),
    (refusal.turn_down, "dossiers", "dossiers.refuse", {"dossier": SOMEBODY, "reason": "thử"}),
    (apology.propose_apology, "dossiers", "dossiers.propose_apology", {**MOVED, "reason": "thử", "due_at": LATER}),
    (apology.approve_apology, "dossiers", "dossiers.approve_apology", MOVED),
    (withdrawal.withdraw, "dossiers", "dossiers.withdraw", MOVED),
    (stop.stop, "dossiers", "dossiers.stop", {**MOVED, "reason": "thử", "basis": "thử"}),
    (
        obligation.ask_payment,
        "dossiers",
        "dossiers.payment",
        {**MOVED, "amount": 1, "purpose": "thử", "until": LATER.date()},
    ),
    (obligation.pay, "dossiers", "dossiers.payment", {**MOVED, "receipt_number": "1"}),
    (officers.reassign, "dossiers", "dossiers.reassign", {**MOVED, "to": SOMEBODY, "reason": "thử"}),
    (
        officers.substitute,
        "dossiers",
        "dossiers.substitute",
        {"absent": SOMEBODY, "to": SOMEBODY, "until": LATER.date(), "reason": "thử"},
    ),
    (officers.give_back, "dossiers", "dossiers.substitute", {"absent": SOMEBODY}),
    (between_agencies.pass_on, "dossiers", "dossiers.pass_on", MOVED),
    (control.print_control_sheet, "dossiers", "dossiers.pass_on", MOVED),
    (take_ticket, "tickets", "tickets.take", {"field": "Hộ tịch"}),
    (tickets.call_next, "tickets", "tickets.call", {"counter": Counter(name="Quầy 1")}),
    (tickets.call_ticket, "tickets", "tickets.call", {"ticket": SOMEBODY, "counter": "Quầy 1"}),
    (tickets.call_again, "tickets", "tickets.call", {"ticket": SOMEBODY}),
    (tickets.skip, "tickets", "tickets.call", {"ticket": SOMEBODY}),
    (tickets.transfer, "tickets", "tickets.call", {"ticket": SOMEBODY}),
    (tickets.begin, "tickets", "tickets.call", {"ticket": SOMEBODY}),
    (tickets.finish, "tickets", "tickets.call", {"ticket": SOMEBODY}),
    (tickets.withdraw, "tickets", "tickets.take", {"ticket": SOMEBODY}),
    (tickets.link_dossier, "tickets", "tickets.call", {"ticket": SOMEBODY, "dossier": SOMEBODY}),
    (tickets.put_line, "tickets", "office.put_setting", {"field": "Hộ tịch", "letter": "A"}),
    (close_earlier_days, "tickets", "tickets.call", {}),
    (shift_keeping.put_organisation, "shifts", "shifts.keep", {"organisation": ORGANISATION}),
    (
        shift_keeping.put_member,
        "shifts",
        "shifts.keep",
        {"member": shift_book.Member(id="", organisation=SOMEBODY, name="X")},
    ),
    (shift_keeping.put_place, "shifts", "shifts.keep", {"place": shift_book.Place(id="", name="Bàn")}),
    (shift_keeping.put_pattern, "shifts", "shifts.keep", {"pattern": PATTERN}),
    (shift_keeping.note_absence, "shifts", "shifts.keep", {"who": SOMEBODY, "reason": "bận", **DAYS}),
    (shift_keeping.withdraw_absence, "shifts", "shifts.keep", {"absence": SOMEBODY}),
    (plan_month.keep_draft, "shifts", "shifts.plan", {"draft": DRAFT}),
    (
        plan_month.issue,
        "shifts",
        "shifts.plan",
        {"month": DRAFT.month, "number": "1/TB", "issued_on": date(2026, 11, 23)},
    ),
    (pins.pin_seat, "shifts", "shifts.plan", {"month": DRAFT.month, "seat": "x", "organisation": SOMEBODY}),
    (pins.unpin_seat, "shifts", "shifts.plan", {"month": DRAFT.month, "seat": "x"}),
    (changes.swap_seats, "shifts", "shifts.note", {"first": "x", "second": "y"}),
    (changes.cancel_seat, "shifts", "shifts.note", {"seat": "x", "reason": "thử"}),
    (changes.cover_seat, "shifts", "shifts.note", {"seat": "x", "organisation": SOMEBODY}),
    (changes.name_member, "shifts", "shifts.note", {"seat": "x", "member": SOMEBODY}),
    (changes.call_off_shift, "shifts", "shifts.plan", {"shift": "x", "reason": "thử"}),
    (attendance.note_attendance, "shifts", "shifts.note", {"seat": "x", "attended": "came"}),
    (attendance.thank, "shifts", "shifts.plan", {"organisation": SOMEBODY, **DAYS}),
    (print_slips, "shifts", "shifts.print", {"month": DRAFT.month, "whose": Whose()}),
    (print_change, "shifts", "shifts.print", {"seat": "x"}),
    (print_sign_in, "shifts", "shifts.print", {"on": DRAFT.month}),
    (keep_list, "shifts", "shifts.plan", {"read": ListRead(file="", rows=(), kept=0)}),
    (planning.answer_proposal, "returns", "returns.plan", {"dossier": SOMEBODY, "accepted": True}),
    (planning.plan_round, "returns", "returns.plan", {"plan": ROUND}),
    (planning.leave, "returns", "returns.plan", {"round_": SOMEBODY}),
    (returns.deliver, "returns", "returns.plan", {"dossier": SOMEBODY}),
    (returns.fail_attempt, "returns", "returns.plan", {"dossier": SOMEBODY, "reason": "absent"}),
    (returns.bring_back, "returns", "returns.plan", {"dossier": SOMEBODY}),
    (returns.close_round, "returns", "returns.plan", {"round_": SOMEBODY}),
    (print_round, "returns", "returns.plan", {"round_": SOMEBODY}),
    (post.prepare_parcel, "returns", "returns.plan", {"dossier": SOMEBODY}),
    (post.record_posted, "returns", "returns.plan", {"dossier": SOMEBODY, "tracking": "RR1"}),
    (post.prove_delivered, "returns", "returns.plan", {"dossier": SOMEBODY}),
    (post.take_back, "returns", "returns.plan", {"dossier": SOMEBODY, "reason": "thử"}),
    (fees.pay, "fees", "fees.take", {"dossier": SOMEBODY, "payment": fees.Payment()}),
    (fees.give_back, "fees", "fees.take", {"dossier": SOMEBODY, "reason": "thử"}),
    (close_day, "fees", "fees.close_day", {"day": date(2026, 11, 23), "count": Count(counted=0)}),
    (print_slip, "fees", "fees.read", {"dossier": SOMEBODY}),
    (print_day, "fees", "fees.read", {"day": date(2026, 11, 23)}),
    (
        guidance_contacts.log_guidance,
        "guidance",
        "guidance.log",
        {"advice": guidance_contacts.Advice(channel="zalo", advice="thử")},
    ),
    (guidance_contacts.set_follow_up, "guidance", "guidance.log", {"contact": SOMEBODY, "on": LATER.date()}),
    (guidance_contacts.finish_follow_up, "guidance", "guidance.log", {"contact": SOMEBODY}),
    (guidance_contacts.withdraw_guidance, "guidance", "guidance.log", {"contact": SOMEBODY, "reason": "thử"}),
    (print_leaflet, "guidance", "guidance.log", {"procedure": "1.001193"}),
    (
        put_procedure_list,
        "guidance",
        "guidance.put_procedures",
        {"codes": ("1.001193",), "valid_from": date(2026, 12, 1)},
    ),
    (
        appointments.put_line,
        "guidance",
        "appointments.put_line",
        {"plan": Plan(name="Hộ tịch", valid_from=date(2026, 12, 1))},
    ),
    (
        appointments.book,
        "guidance",
        "appointments.book",
        {"booking": appointments.Booking(starts_at=LATER, person=Person(name="Lê Thị Thử"))},
    ),
    (appointments.walk_in, "guidance", "appointments.book", {"person": Person(name="Lê Thị Thử")}),
    (appointments.move, "guidance", "appointments.book", {"appointment": SOMEBODY, "starts_at": LATER}),
    (appointments.cancel, "guidance", "appointments.book", {"appointment": SOMEBODY}),
    (appointments.remind, "guidance", "appointments.book", {"appointment": SOMEBODY, "reached": True}),
    (appointments.arrive, "guidance", "appointments.book", {"appointment": SOMEBODY}),
    (appointments.mark_not_come, "guidance", "appointments.book", {"appointment": SOMEBODY}),
    (appointment_papers.print_slip, "guidance", "appointments.book", {"appointment": SOMEBODY}),
    (appointment_papers.print_day_list, "guidance", "appointments.book", {"day": date(2026, 12, 1)}),
    (
        outreach.record_outreach,
        "guidance",
        "outreach.record",
        {"outreach": outreach.Outreach(kind="post", on=date(2026, 11, 23))},
    ),
    (outreach.withdraw_outreach, "guidance", "outreach.record", {"item": SOMEBODY, "reason": "thử"}),
    (
        attachments.add,
        "attachments",
        "attachments.add",
        {"new": NewAttachment(dossier=SOMEBODY, paper="Tờ khai", file=Path("scan.pdf"))},
    ),
    (attachments.remove, "attachments", "attachments.add", {"attachment": SOMEBODY, "reason": "thử"}),
    (attachments.purge, "attachments", "attachments.purge", {}),
    (
        hand_down,
        "reference",
        "reference.hand_down",
        {"folder": Path("nowhere"), "parts": ("catalogue",), "note": "thử"},
    ),
    (put_units, "reference", "reference.hand_down", {"units": ()}),
    (
        prepare,
        "away",
        "away.prepare",
        {"wanted": Wanted(desk_number=90, people=()), "folder": Path("nowhere"), "passphrase": "hoa sen nở giữa đồng"},
    ),
    (findings.close, "findings", "findings.close", {"about": "a", "what": "b", "entry": "a/1/1", "reason": "thử"}),
    (writing.print_form, "writing", "writing.write", {"sitting": SOMEBODY, "filled": Filled(form="khai-sinh")}),
    (writing.print_blank, "writing", "writing.write", {"form": "khai-sinh"}),
    (writing.write_down, "writing", "writing.write", {"sitting": SOMEBODY, "told": writing.Told(outcome="written")}),
    (writing.correct_case, "writing", "writing.correct", {"case": SOMEBODY, "reason": "thử", "minutes": 5}),
    (known_of_dossier, "writing", "dossiers.view", {"code": "H30.32.16-261123-0001"}),
    (print_badge, "writing", "badges.issue", {"account": SOMEBODY}),
    (revoke_badges_of, "accounts", "badges.issue", {"account": SOMEBODY, "reason": "thử"}),
    (revoke_badge, "accounts", "badges.issue", {"badge": SOMEBODY, "reason": "thử"}),
    (session_planning.put_place, "mobile_sessions", "sessions.plan", {"place": Place(name="Nhà văn hóa", area="KV3")}),
    (session_planning.end_place, "mobile_sessions", "sessions.plan", {"place": SOMEBODY, "reason": "thử"}),
    (
        session_planning.plan_sessions,
        "mobile_sessions",
        "sessions.plan",
        {"plans": (SessionPlan(place=SOMEBODY, starts_at=LATER.replace(hour=7), ends_at=LATER),)},
    ),
    (
        session_planning.change_session,
        "mobile_sessions",
        "sessions.plan",
        {**SESSION, "change": session_planning.Change(note="thử")},
    ),
    (session_planning.cancel_session, "mobile_sessions", "sessions.plan", {**SESSION, "reason": "weather"}),
    (print_session, "mobile_sessions", "sessions.plan", {**SESSION, "kind": "notice"}),
    (running.tick_kit, "mobile_sessions", "sessions.run", {**SESSION, "items": ("Máy in",), "way": "out"}),
    (running.open_session, "mobile_sessions", "sessions.run", SESSION),
    (running.close_session, "mobile_sessions", "sessions.run", SESSION),
    (following.invite, "mobile_sessions", "sessions.run", SESSION),
    (following.record_came, "mobile_sessions", "sessions.run", {**SESSION, "line": SOMEBODY}),
    (following.settle_lack, "mobile_sessions", "sessions.run", {"line": SOMEBODY, "lack": "birth"}),
    (following.carry_over, "mobile_sessions", "sessions.run", {**SESSION, "to": SOMEBODY}),
    (screening.add_line, "mobile_sessions", "sessions.screen", {"found": LACKING}),
    (screening.add_lacks, "mobile_sessions", "sessions.screen", {"line": SOMEBODY, "lacks": ("birth",)}),
    (screening.change_line, "mobile_sessions", "sessions.screen", {"line": SOMEBODY, "note": "thử"}),
    (take_over, "mobile_sessions", "sessions.screen", {"judged": Judged(verdicts=(), taking=(LACKING,), adding=())}),
    (screening.end_line, "mobile_sessions", "sessions.run", {"line": SOMEBODY, "reason": "moved"}),
    (screening.reopen_line, "mobile_sessions", "sessions.run", {"line": SOMEBODY}),
    (screening.merge_lines, "mobile_sessions", "sessions.run", {"line": SOMEBODY, "into": SOMEBODY + "1"}),
    (screening.keep_apart, "mobile_sessions", "sessions.run", {"line": SOMEBODY, "other": SOMEBODY}),
    (freeze, "reports", "reports.freeze", {"definition": "06", "scope": WHOLE_YEAR}),
    (rotate_keys, "sync", "sync.keys", {}),
    (enrolment.grant, "sync", "sync.keys", {"request": ASKING, "fingerprint": ASKING.fingerprint, "folder": Path("x")}),
    (enrolment.accept, "sync", "sync.keys", {"grant": GRANTED, "fingerprint": GRANTED.fingerprint}),
    (enrolment.revoke, "sync", "sync.keys", {"desk": SOMEBODY, "reason": "thử"}),
    (enrolment.follow_revocation, "sync", "sync.exchange", {"desk": SOMEBODY, "sign": "", "reason": "thử"}),
    (recovery.name_new_recovery, "sync", "sync.keys", {"key": recovery.RecoveryKey(bytes(32))}),
    (recovery.restore_keys, "sync", "sync.keys", {"key": recovery.RecoveryKey(bytes(32))}),
    (export_evening, "sync", "sync.exchange", {"folder": Path("x")}),
    (surveys.rate, "surveys", "surveys.rate", {"rating": surveys.Rating(asking=SOMEBODY, level=Level.SATISFIED)}),
    (surveys.put_question, "surveys", "surveys.plan", {"question": shipped_questions().questions[0]}),
    (slips.print_slip, "surveys", "surveys.rate", {"dossier": SOMEBODY}),
    (slips.type_in, "surveys", "surveys.rate", {"slips": (slips.TypedSlip(level=Level.SATISFIED),)}),
    (campaigns.plan_campaign, "surveys", "surveys.plan", {"plan": CAMPAIGN}),
    (campaigns.print_forms, "surveys", "surveys.plan", {"campaign": SOMEBODY, "count": 1}),
    (
        campaigns.enter_forms,
        "surveys",
        "surveys.rate",
        {"campaign": SOMEBODY, "forms": (campaigns.Form(number=1, answers=(Level.SATISFIED,)),)},
    ),
    (campaigns.close_campaign, "surveys", "surveys.plan", {"campaign": SOMEBODY}),
    (complaints.receive, "surveys", "surveys.receive", {"new": complaints.NewComplaint(text="thử")}),
    (complaints.assign, "surveys", "surveys.lead", {"complaint": SOMEBODY, "responsible": SOMEBODY}),
    (complaints.add_step, "surveys", "surveys.handle", {"complaint": SOMEBODY, "text": "thử"}),
    (complaints.answer, "surveys", "surveys.handle", {"complaint": SOMEBODY, "text": "thử"}),
    (complaints.close, "surveys", "surveys.handle", {"complaint": SOMEBODY, "outcome": "right"}),
    (friendly.add_evidence, "surveys", "surveys.assess", {**CRITERION, "evidence": friendly.NewEvidence(text="thử")}),
    (friendly.withdraw_evidence, "surveys", "surveys.assess", {**CRITERION, "evidence": SOMEBODY}),
    (friendly.assess, "surveys", "surveys.assess", {**CRITERION, "mark": "unmet"}),
    (friendly.print_assessment, "surveys", "surveys.assess", {"period": "2026"}),
    (
        indices.enter_index,
        "surveys",
        "surveys.assess",
        {"key": "published", **DAYS, "entered": indices.Entered(count=1, of=1, evidence="thử")},
    ),
    (
        signage.put_slogan,
        "signage",
        "signage.manage",
        {"slogan": signage.NewSlogan(text="x", valid_from=date(2026, 12, 1))},
    ),
    (signage.end_slogan, "signage", "signage.manage", {"slogan": SOMEBODY, "last_on": date(2026, 12, 1)}),
    (signage.put_schedule, "signage", "office.put_setting", {"schedule": SCHEDULE, "valid_from": date(2026, 12, 1)}),
    (signage.enter_played, "signage", "signage.log", {}),
    (signage.print_proof, "signage", "signage.manage", DAYS),
)


def arguments(desk: RehearsalDesk, command: Callable[..., object], given: Mapping[str, Any]) -> dict[str, Any]:
    """Complete what a table line leaves out because only an open desk knows it."""
    if command is accounts.reset_secret:
        return {**given, "account_id": desk.accounts_by_role["volunteer"]}
    if command is office.put_setting:
        from desk_app.office.rules import SETTINGS

        setting = next(iter(SETTINGS.values())) if isinstance(SETTINGS, Mapping) else SETTINGS[0]
        return {**given, "key": setting.key, "value": setting.default}
    return dict(given)


def commands_of_the_product() -> set[Callable[..., object]]:
    """Return every public function that says who acts and which command it is."""
    found: set[Callable[..., object]] = set()
    for module in pkgutil.walk_packages(desk_app.__path__, "desk_app."):
        if module.name.startswith(("desk_app.cli", "desk_app.demonstration", "desk_app.journal")):
            continue
        for name, value in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            if not name.startswith("_") and {"by", "command_id"} <= set(inspect.signature(value).parameters):
                found.add(value)
    return found


def test_the_table_names_every_command_there_is() -> None:
    assert {line[0] for line in COMMANDS} == commands_of_the_product()


@pytest.mark.parametrize(
    ("command", "room", "permission", "given"), COMMANDS, ids=[line[0].__name__ for line in COMMANDS]
)
def test_a_person_without_the_right_is_refused_and_nothing_is_written(
    desk: RehearsalDesk, command: Callable[..., object], room: str, permission: str, given: Mapping[str, Any]
) -> None:
    before = count_entries(desk.journal.reading())
    without = [desk.accounts_by_role[login] for login, role in PEOPLE.items() if permission not in PERMISSIONS[role]]
    for by in ("desk", *without):
        if command is accounts.set_secret and by == "desk":
            continue  # the machine has no password of its own to change
        with pytest.raises(NotAllowed):
            command(getattr(desk, room), by=by, command_id=desk.journal.new_id(), **arguments(desk, command, given))
    assert count_entries(desk.journal.reading()) == before


def test_an_ended_person_may_do_nothing_any_more(desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    new_id = desk.journal.new_id
    accounts.end_account(
        desk.accounts, by=desk.admin, account_id=officer, reason="chuyển công tác", command_id=new_id()
    )
    with pytest.raises(NotAllowed):
        register(desk.dossiers, by=officer, form=form(), command_id=new_id())
