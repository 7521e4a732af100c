"""``desk sync import``: taking bundles and acknowledgements, each file answered by itself."""

from datetime import datetime
from pathlib import Path

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, json_line, remark, told
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.errors import BundleRejected, InvalidInput
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.sync.acknowledgement import Taken, take_acknowledgement
from desk_app.sync.cover import ACKNOWLEDGEMENT
from desk_app.sync.importing import ChainVerdict, Gap, Imported, import_bundle, retry_parked
from desk_app.sync.package import read_cover


class Run(Record):
    """The verdict on every entry from ``first`` to ``last``: ``taken``, ``known`` or ``ahead`` (waits for a gap)."""

    desk: str
    epoch: int
    first: int
    last: int
    verdict: str


class ImportShown(Record):
    """What ``desk sync import`` answers for a bundle."""

    file: str
    bundle: str
    writer: str
    written_at: datetime
    dry_run: bool
    verdict: str
    entries: int
    taken: int
    known: int
    ahead: int
    kinds: dict[str, int]
    new_dossiers: int
    new_findings: int
    gaps: tuple[Gap, ...]
    desks: tuple[ChainVerdict, ...]
    verdicts: tuple[Run, ...]


@command("import", "Nhận gói dữ liệu hoặc báo nhận; chạy lại bao nhiêu lần cũng được.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="TỆP…")
@click.option("--dry-run", is_flag=True, help="Chỉ xem sẽ thay đổi gì, không nhận.")
@click.option("--parked", is_flag=True, help="Nhận lại các gói cất riêng vì trước đây chương trình cũ quá.")
@asks
def import_files(asked: Asked, files: tuple[Path, ...], *, dry_run: bool, parked: bool) -> int:
    """Take files one after the other; 7 when any was rejected."""
    if not files and not parked:
        raise InvalidInput("files", "Chưa nói tệp nào.", "Ghi đường dẫn tệp, hoặc --parked.")
    with acting(asked) as act:
        rejected = 0
        for outcome in retry_parked(act.desk.sync, by=act.by) if parked else ():
            rejected += _answered(asked, outcome, "")
        for file in files:
            rejected += _answered(asked, _outcome(act, file, dry_run=dry_run), str(file))
    return BundleRejected.exit_code if rejected else 0


def _outcome(act: Acting, file: Path, *, dry_run: bool) -> Imported | Taken | BundleRejected:
    room = act.desk.sync
    try:
        if not dry_run and _kind(file) == ACKNOWLEDGEMENT:
            return take_acknowledgement(room, by=act.by, file=file)
        return import_bundle(room, by=act.by, file=file, dry_run=dry_run)
    except BundleRejected as refusal:
        return refusal


def _kind(file: Path) -> str:
    """Return the kind of a file; empty for one that is none: taking it says what is wrong."""
    try:
        return read_cover(file).kind
    except BundleRejected:
        return ""


def _answered(asked: Asked, outcome: Imported | Taken | BundleRejected, file: str) -> bool:
    """Answer one file; tell whether it was rejected."""
    if isinstance(outcome, BundleRejected):
        if asked.as_json:
            click.echo(json_line(told(outcome, key=file)))
        remark(f"{outcome.message}\n{outcome.hint}".strip())
        return True
    if isinstance(outcome, Taken):
        answer(asked, outcome, _taken_words(outcome))
    else:
        answer(asked, _shown(outcome), _words(outcome))
    return False


def _shown(of: Imported) -> ImportShown:
    return ImportShown(
        file=of.file,
        bundle=of.bundle,
        writer=of.writer,
        written_at=of.written_at,
        dry_run=of.dry_run,
        verdict="known" if of.known == of.entries else "ahead" if of.ahead == of.entries else "taken",
        entries=of.entries,
        taken=of.taken,
        known=of.known,
        ahead=of.ahead,
        kinds=of.by_kind,
        new_dossiers=of.new_dossiers,
        new_findings=of.new_findings,
        gaps=of.gaps,
        desks=of.chains,
        verdicts=tuple(run for each in of.chains for run in _runs(each)),
    )


def _runs(of: ChainVerdict) -> tuple[Run, ...]:
    runs, first = [], of.first
    for verdict, count in (("known", of.known), ("taken", of.taken), ("ahead", of.ahead)):
        if count:
            runs.append(Run(desk=of.desk, epoch=of.epoch, first=first, last=first + count - 1, verdict=verdict))
            first += count
    return tuple(runs)


def _words(of: Imported) -> str:
    began = "Nếu nhận" if of.dry_run else "Đã nhận"
    lines = [
        f"{began} gói của {of.writer_label}: {quantity(of.taken)} bút toán mới, {quantity(of.known)} đã có.",
        f"  Hồ sơ mới: {quantity(of.new_dossiers)}. Điểm mâu thuẫn mới: {quantity(max(0, of.new_findings))}.",
    ]
    lines += [f"  {kind}: {quantity(count)}" for kind, count in of.by_kind.items()]
    if of.ahead:
        lines.append(f"  {quantity(of.ahead)} bút toán đến trước lượt, đang chờ.")
    lines += [f"  Còn thiếu bút toán {first} đến {last} của máy {desk}." for desk, _, first, last in of.gaps]
    return "\n".join(lines)


def _taken_words(of: Taken) -> str:
    known = " Báo nhận này đã có từ trước, không đổi gì." if of.verdict == "known" else ""
    lines = [f"Báo nhận số {of.number} của {of.writer_label}: đã giữ đến bút toán {quantity(of.own_seq)}.{known}"]
    lines.append(f"  Còn {quantity(of.waiting)} bút toán chưa được báo nhận; lần gửi sau tự gửi lại.")
    lines += [f"  Từ chối gói {each.file}: {each.message}" for each in of.refusals]
    lines += [f"  Mâu thuẫn: {each.words}" for each in of.findings]
    lines += [f"  Máy {desk} đã bị thu hồi khóa." for desk in of.newly_revoked]
    return "\n".join(lines)
