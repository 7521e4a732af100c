"""What the test of permissions needs to know of the commands of the rooms around the counter."""

from datetime import date, datetime, time
from pathlib import Path

from desk_app.dossiers.person import Person
from desk_app.findings import commands as findings
from desk_app.guidance.appointments import commands as appointments
from desk_app.guidance.appointments import printing as appointment_papers
from desk_app.guidance.appointments.line import Plan
from desk_app.guidance.contacts import commands as guidance_contacts
from desk_app.guidance.contacts.printing import print_leaflet
from desk_app.guidance.contacts.procedures import put_procedure_list
from desk_app.guidance.outreach import commands as outreach
from desk_app.kernel.time_source import VIETNAM
from desk_app.mobile_sessions import following, running, screening
from desk_app.mobile_sessions import planning as session_planning
from desk_app.mobile_sessions.facts import Place
from desk_app.mobile_sessions.facts import Plan as SessionPlan
from desk_app.mobile_sessions.importing import Judged, take_over
from desk_app.mobile_sessions.printing import print_papers as print_session
from desk_app.mobile_sessions.screening_facts import Found
from desk_app.reports.asked import Scope
from desk_app.reports.freezing import freeze
from desk_app.shifts import attendance, changes, pins, plan_month, single_days
from desk_app.shifts import book as shift_book
from desk_app.shifts import keeping as shift_keeping
from desk_app.shifts.import_keeping import keep_list
from desk_app.shifts.import_list import ListRead
from desk_app.shifts.papers_print import Whose, print_change, print_own_slip, print_sign_in, print_slips
from desk_app.signage import commands as signage
from desk_app.signage.schedule import Schedule
from desk_app.surveys import campaigns, complaints, friendly, indices, slips
from desk_app.surveys import commands as surveys
from desk_app.surveys.questions import shipped_questions
from desk_app.surveys.rules import Level
from desk_app.sync import enrolment, enrolment_files, receipt_keys, recovery, revocation
from desk_app.sync.away.prepare import Wanted, prepare
from desk_app.sync.evening import export_evening
from desk_app.sync.key_pair import new_keys
from desk_app.sync.keys import rotate_keys
from desk_app.sync.reference.hand_down import hand_down, put_units
from desk_app.writing import commands as writing
from desk_app.writing.badges import print_badge
from desk_app.writing.filled import Filled
from desk_app.writing.reading import known_of_dossier
from tests.accounts.command_line_of import Line
from tests.desks import AGENCY

SOMEBODY = "01a201b5-0353-7000-b94b-57cd80c9eea9"
WHOLE_YEAR = Scope(first_on=date(2026, 1, 1), last_on=date(2026, 12, 31))
LATER = datetime(2026, 12, 30, 17, tzinfo=VIETNAM)
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
    lease=enrolment_files.lease_of(2),
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

ROOMS: tuple[Line, ...] = (
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
    (single_days.offer_days, "shifts", "shifts.keep", {"member": SOMEBODY, "days": (DRAFT.month,)}),
    (single_days.withdraw_days, "shifts", "shifts.keep", {"member": SOMEBODY, "days": (DRAFT.month,)}),
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
    (print_own_slip, "shifts", "shifts.read_own", {"month": DRAFT.month}),
    (print_change, "shifts", "shifts.print", {"seat": "x"}),
    (print_sign_in, "shifts", "shifts.print", {"on": DRAFT.month}),
    (keep_list, "shifts", "shifts.plan", {"read": ListRead(file="", rows=(), kept=0)}),
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
    (revocation.revoke, "sync", "sync.keys", {"desk": SOMEBODY, "reason": "thử"}),
    (revocation.follow_revocation, "sync", "sync.exchange", {"desk": SOMEBODY, "sign": "", "reason": "thử"}),
    (recovery.name_new_recovery, "sync", "sync.keys", {"key": recovery.RecoveryKey(bytes(32))}),
    (
        receipt_keys.adopt_receipt_keys,
        "sync",
        "sync.keys",
        {"key": recovery.RecoveryKey(bytes(32)), "desk": SOMEBODY},
    ),
    (recovery.make_recovery, "sync", "sync.keys", {"file": Path("khoa.pdf")}),
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
