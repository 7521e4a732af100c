"""``desk catalogue import``: publishes what is new or changed in a file; first, or only, says what that is."""

from pathlib import Path

import click

from desk_app.catalogue.commands import PUBLISH_CATALOGUE, publish
from desk_app.catalogue.difference import Change, difference
from desk_app.catalogue.file_read import Problem
from desk_app.catalogue.files import read_catalogue
from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.errors import Refused
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day


class CatalogueImport(Record):
    """What ``desk catalogue import`` answers; a procedure with a problem is left out, the others go on."""

    imported: bool
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


@command("import", "Nhập danh mục từ tệp .xlsx hoặc .json.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Chỉ xem trước: thủ tục nào mới, thủ tục nào đổi gì.")
@asks
def import_file(asked: Asked, file: Path, dry_run: bool) -> int:
    """Preview the file and, unless it is a dry run, publish its sound procedures; 2 when some were not sound."""
    with acting(asked) as act:
        act.desk.require(act.by, PUBLISH_CATALOGUE)
        read = read_catalogue(file)
        result = CatalogueImport(
            imported=not dry_run,
            changes=difference(act.desk.catalogue.present(), read.procedures),
            problems=read.problems,
        )
        if not dry_run:
            publish(act.desk.catalogue, by=act.by, procedures=read.procedures, command_id=act.new_id())
    answer(asked, result, _words(result))
    return Refused.exit_code if read.problems else 0


def _words(result: CatalogueImport) -> str:
    lines = ["Đã nhập." if result.imported else "Xem trước, chưa ghi gì."]
    for change in result.changes:
        if change.kind != "unchanged":
            lines.append(f"{change.code}  {change.name} (từ {spoken_day(change.valid_from)})")
            lines += [f"  {line}" for line in change.lines]
    same = sum(change.kind == "unchanged" for change in result.changes)
    lines.append(f"Không đổi: {same} thủ tục.")
    lines += [f"Chưa nhập được – {each.place}: {each.message} {each.hint}".rstrip() for each in result.problems]
    return "\n".join(lines)
