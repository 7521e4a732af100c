"""What the test of permissions needs to know of the commands at the counter and of those it stands on."""

from datetime import date, datetime
from pathlib import Path

from desk_app.accounts import commands as accounts
from desk_app.accounts.badges import revoke_badge, revoke_badges_of
from desk_app.accounts.facts import AccountAdded, AccountChanged
from desk_app.accounts.rules import Role
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
from desk_app.dossiers.register import register
from desk_app.dossiers.sent_back import SendBack, send_back
from desk_app.fees import commands as fees
from desk_app.fees.closing import Count, close_day
from desk_app.fees.printing import print_day, print_slip
from desk_app.kernel.time_source import VIETNAM
from desk_app.office import commands as office
from desk_app.printing import commands as printing
from desk_app.printing.printer_settings import Printer
from desk_app.returns import commands as returns
from desk_app.returns import planning, post
from desk_app.returns.facts import Helper
from desk_app.returns.printing import print_round
from desk_app.tickets import commands as tickets
from desk_app.tickets.counter import Counter
from desk_app.tickets.ending import close_earlier_days
from desk_app.tickets.taking import take_ticket
from desk_app.working_time import commands as working_time
from desk_app.working_time.calendar import WorkingYear
from desk_app.working_time.shipped import shipped_readings
from tests.accounts.command_line_of import Line
from tests.desks import AGENCY, PASSWORD, form

SOMEBODY = "01a201b5-0353-7000-b94b-57cd80c9eea9"
PERSON = AccountAdded(login="nguoi.moi", name="Người Mới", roles=(Role.OFFICER,))
YEAR = WorkingYear(year=2027, notice="Thông báo thử")
PRINTER = Printer(name="Thử", kind="preview")
OWN = {"kind": SecretKind.PASSWORD, "old": PASSWORD, "new": "mat-khau-khac-9"}
ABOUT = "dossier:" + SOMEBODY
MOVED = {"dossier": SOMEBODY}
LATER = datetime(2026, 12, 30, 17, tzinfo=VIETNAM)
ROUND = planning.Plan(
    going_on=date(2026, 11, 30), hamlet="Ấp 1", helper=Helper(name="Lê Thị Thử"), dossiers=(SOMEBODY,)
)

COUNTER: tuple[Line, ...] = (
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
    (accounts.dossiers_look_logged, "accounts", "access.log", {"words": "Danh sách", "dossiers": ["a"], "how": "list"}),
    (accounts.list_look_logged, "accounts", "access.log", {"words": "Danh sách", "people": 3}),
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
    (planning.answer_proposal, "returns", "returns.plan", {"dossier": SOMEBODY, "accepted": True}),
    (planning.plan_round, "returns", "returns.plan", {"plan": ROUND}),
    (planning.leave, "returns", "returns.plan", {"round_": SOMEBODY}),
    (returns.deliver, "returns", "returns.plan", {"dossier": SOMEBODY}),
    (returns.fail_attempt, "returns", "returns.plan", {"dossier": SOMEBODY, "reason": "absent"}),
    (returns.bring_back, "returns", "returns.plan", {"dossier": SOMEBODY}),
    (returns.close_round, "returns", "returns.plan", {"round_": SOMEBODY}),
    (print_round, "returns", "returns.plan", {"round_": SOMEBODY}),
    (post.prepare_parcel, "returns", "returns.plan", {"dossiers": (SOMEBODY,)}),
    (post.record_posted, "returns", "returns.plan", {"dossier": SOMEBODY, "tracking": "RR1"}),
    (post.prove_delivered, "returns", "returns.plan", {"dossier": SOMEBODY}),
    (post.take_back, "returns", "returns.plan", {"dossier": SOMEBODY, "reason": "thử"}),
    (fees.pay, "fees", "fees.take", {"dossier": SOMEBODY, "payment": fees.Payment()}),
    (fees.give_back, "fees", "fees.take", {"dossier": SOMEBODY, "reason": "thử"}),
    (close_day, "fees", "fees.close_day", {"day": date(2026, 11, 23), "count": Count(counted=0)}),
    (print_slip, "fees", "fees.read", {"dossier": SOMEBODY}),
    (print_day, "fees", "fees.read", {"day": date(2026, 11, 23)}),
    (
        attachments.add,
        "attachments",
        "attachments.add",
        {"new": NewAttachment(dossier=SOMEBODY, paper="Tờ khai", file=Path("scan.pdf"))},
    ),
    (attachments.remove, "attachments", "attachments.add", {"attachment": SOMEBODY, "reason": "thử"}),
    (attachments.purge, "attachments", "attachments.purge", {}),
    (revoke_badges_of, "accounts", "badges.issue", {"account": SOMEBODY, "reason": "thử"}),
    (revoke_badge, "accounts", "badges.issue", {"badge": SOMEBODY, "reason": "thử"}),
)
