"""``desk queue``: the print queue of this desk."""

from collections import Counter
from datetime import datetime

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.kernel.errors import DeviceTrouble
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_moment
from desk_app.printing.commands import RETRY_JOBS, cancel_job, confirm_job, retry_job
from desk_app.printing.tables import Job, JobState, find_paper, get_job, list_jobs

family = Group(
    "queue",
    help="Hàng đợi in: xem, in, in lại, hủy.",
    members={
        "list": "desk_app.cli.queue:list_all",
        "run": "desk_app.cli.queue:run",
        "retry": "desk_app.cli.queue:retry",
        "cancel": "desk_app.cli.queue:cancel",
        "confirm": "desk_app.cli.queue:confirm",
    },
)

_MOST = 100_000
_WORDS: dict[JobState, str] = {
    "waiting": "chờ in",
    "printing": "đang in",
    "confirmed": "đã in",
    "unconfirmed": "chưa rõ đã in chưa",
    "offline": "chờ máy in",
    "failed": "không in được",
    "cancelled": "đã hủy",
}


class JobLine(Record):
    """One print job; ``code`` is what its paper bears, the dossier's code."""

    id: str
    paper_id: str
    code: str
    title: str
    mark: str
    printer: str
    state: JobState
    attempts: int
    reason: str
    created_at: datetime
    changed_at: datetime


class Ran(Record):
    """What ``desk queue run`` answers: how the jobs it tried ended, and how many still wait."""

    confirmed: int
    unconfirmed: int
    offline: int
    failed: int
    waiting: int


@command("list", "Liệt kê lệnh in, việc còn phải làm trước.")
@click.option("--limit", type=click.IntRange(1, _MOST), default=200, metavar="SỐ", help="Nhiều nhất bao nhiêu.")
@asks
def list_all(asked: Asked, limit: int) -> None:
    """List print jobs, those that still need printing or a person's eye first."""
    with acting(asked) as act:
        act.desk.require(act.by, RETRY_JOBS)
        jobs = [_line(act, job) for job in list_jobs(act.desk.journal.reading(), limit=limit)]
    answer_each(asked, ((job, _words(job)) for job in jobs), nothing="Hàng đợi in trống.")


@command("run", "In hết những gì đang chờ; máy in tắt thì để lại lần sau.")
@asks
def run(asked: Asked) -> int:
    """Print every job that is up; 6 when a printer was off or a job failed."""
    # Drawing takes its time to load; the other commands of the queue do without.
    from desk_app.printing.worker import run_until_empty

    with acting(asked) as act:
        act.desk.require(act.by, RETRY_JOBS)
        ended = Counter(outcome.state for outcome in run_until_empty(act.desk.printing))
        left = list_jobs(act.desk.journal.reading(), limit=_MOST)
    ran = Ran(
        confirmed=ended["confirmed"],
        unconfirmed=ended["unconfirmed"],
        offline=ended["offline"],
        failed=ended["failed"],
        waiting=sum(job.state in ("waiting", "offline") for job in left),
    )
    words = f"Đã in {ran.confirmed}, chưa rõ {ran.unconfirmed}, không in được {ran.failed}; còn chờ {ran.waiting}."
    answer(asked, ran, words)
    return DeviceTrouble.exit_code if ran.offline or ran.failed else 0


@command("retry", "In lại một lệnh, có thể ở máy in khác.")
@click.argument("job", metavar="LỆNH_IN")
@click.option("--printer", metavar="TÊN", help="In ở máy in này.")
@asks
def retry(asked: Asked, job: str, printer: str | None) -> None:
    """Put a job back into the queue."""
    with acting(asked) as act:
        retry_job(act.desk.printing, by=act.by, job_id=job, printer=printer, command_id=act.new_id())
        _show(asked, act, job)


@command("cancel", "Hủy một lệnh in.")
@click.argument("job", metavar="LỆNH_IN")
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao hủy; ghi vào sổ nhật ký.")
@asks
def cancel(asked: Asked, job: str, reason: str) -> None:
    """Call a job off."""
    with acting(asked) as act:
        cancel_job(act.desk.printing, by=act.by, job_id=job, reason=reason, command_id=act.new_id())
        _show(asked, act, job)


@command("confirm", "Ghi rằng người trực đã thấy giấy của lệnh in chưa rõ.")
@click.argument("job", metavar="LỆNH_IN")
@asks
def confirm(asked: Asked, job: str) -> None:
    """Say that the sheet of an unconfirmed job was found in order."""
    with acting(asked) as act:
        confirm_job(act.desk.printing, by=act.by, job_id=job, command_id=act.new_id())
        _show(asked, act, job)


def _show(asked: Asked, act: Acting, job: str) -> None:
    line = _line(act, get_job(act.desk.journal.reading(), job))
    answer(asked, line, _words(line))


def _line(act: Acting, job: Job) -> JobLine:
    paper = find_paper(act.desk.journal.reading(), job.paper_id)
    same = {name: getattr(job, name) for name in JobLine.__struct_fields__ if name != "code"}
    return JobLine(**same, code=paper.code if paper else "")


def _words(job: JobLine) -> str:
    printer = job.printer or "chưa chọn máy in"
    reason = f" – {job.reason}" if job.reason else ""
    return f"{job.id}  {job.code}  {_WORDS[job.state]}  {printer}  {spoken_moment(job.created_at)}{reason}"
