"""``desk sessions screen import``: a list in Excel, judged row by row; then all that is sound, in one write."""

from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.errors import Refused
from desk_app.kernel.records import Record
from desk_app.mobile_sessions.importing import OUTCOME_WORDS, Judged, Verdict, judge_file, take_over
from desk_app.mobile_sessions.room import SCREEN


class ListImport(Record):
    """What ``desk sessions screen import`` answers: how many rows have which outcome, and each row's verdict."""

    imported: bool
    taken: int
    repaired: int
    added: int
    duplicate: int
    refused: int
    skipped: int
    verdicts: tuple[Verdict, ...]


@command("import", "Nhập danh sách từ Excel: mỗi dòng một kết luận, dòng tốt ghi một lần.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Chỉ xem trước, không ghi gì.")
@click.option("--area", default="", metavar="TÊN", help="Địa bàn của những dòng không ghi.")
@click.option("--lack", "lacks", multiple=True, metavar="LOẠI", help="Giấy tờ thiếu của những dòng không ghi.")
@click.option("--told-by", default="", metavar="TÊN", help="Ai lập danh sách.")
@asks
def import_file(asked: Asked, file: Path, dry_run: bool, area: str, lacks: tuple[str, ...], told_by: str) -> int:
    """Judge the file and, unless it is a dry run, take over what is sound; 2 when some rows were refused."""
    with acting(asked) as act:
        act.desk.require(act.by, SCREEN)
        room = act.desk.mobile_sessions
        judged = judge_file(room, file, area=area, lacks=lacks, told_by=told_by)
        takes = not dry_run and bool(judged.taking or judged.adding)
        if takes:
            take_over(room, by=act.by, judged=judged, command_id=act.new_id())
    answer(asked, _shown(judged, imported=takes), _words(judged, takes=takes))
    return Refused.exit_code if judged.count("refused") else 0


def _shown(judged: Judged, *, imported: bool) -> ListImport:
    return ListImport(
        imported=imported,
        taken=judged.count("taken"),
        repaired=judged.count("repaired"),
        added=judged.count("added"),
        duplicate=judged.count("duplicate"),
        refused=judged.count("refused"),
        skipped=judged.count("skipped"),
        verdicts=judged.verdicts,
    )


def _words(judged: Judged, *, takes: bool) -> str:
    lines = ["Đã nhập." if takes else "Chưa ghi gì."]
    for each in judged.verdicts:
        why = "; ".join(
            (*each.repairs, *each.doubts, *(f"có thể là {who}" for who in each.alike), each.of, each.reason)
        )
        tail = f" – {why.strip('; ')}" if why.strip("; ") else ""
        lines.append(f"{each.sheet}, dòng {each.row}: {each.name} – {OUTCOME_WORDS[each.outcome]}{tail}")
    lines.append(
        f"Nhận {judged.count('taken', 'repaired')}, bổ sung {judged.count('added')}, trùng {judged.count('duplicate')}, "
        f"không nhận {judged.count('refused')}, bỏ qua {judged.count('skipped')}."
    )
    return "\n".join(lines)
