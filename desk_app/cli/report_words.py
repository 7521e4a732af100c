"""``desk report words``: the text of a report, to be edited and given back with ``--words``."""

from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.errors import DeviceTrouble, InvalidInput
from desk_app.kernel.records import WireError, from_json
from desk_app.reports.definitions.register import get_definition
from desk_app.reports.words import ReportWords, words_for


@command("words", "Lời văn của một báo cáo, để sửa rồi dùng lại với --words; chỗ {…} là con số, không sửa được.")
@click.argument("definition", metavar="BÁO_CÁO")
@asks
def show_words(asked: Asked, definition: str) -> None:
    """Show the text parts of a report."""
    with acting(asked) as act:
        act.desk.require(act.by, get_definition(definition).permission)
        words = words_for(definition, act.desk.journal.time.now().date())
    answer(asked, words, _shown(words))


def read_words(file: Path) -> ReportWords:
    """Return the wording in ``file``; raise ``DeviceTrouble`` or ``InvalidInput`` when it cannot be read."""
    try:
        return from_json(file.read_bytes(), ReportWords)
    except OSError as error:
        raise DeviceTrouble("cli.file", f"Không đọc được tệp {file}.", "Xem lại đường dẫn.") from error
    except WireError as error:
        raise InvalidInput(
            "words",
            f"Tệp {file.name} không phải lời văn báo cáo ({error.field or 'JSON hỏng'}).",
            "Lấy lại bằng «desk report words».",
        ) from None


def _shown(words: ReportWords) -> str:
    lines = [words.kind, words.about, ""]
    for section in words.before:
        lines += [section.heading, *section.paragraphs]
    lines += [words.results]
    for table in words.tables:
        lines += [table.heading, *table.paragraphs]
    for section in words.after:
        lines += [section.heading, *section.paragraphs]
    return "\n".join([*lines, words.closing])
