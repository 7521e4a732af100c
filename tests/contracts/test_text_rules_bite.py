"""Each text rule finds what it is there for, and lets pass what it allows."""

import unicodedata
from collections.abc import Callable, Iterator

import pytest

from tests.contracts import rules
from tests.contracts.docstrings import poor_docstrings
from tests.contracts.sources import Source

Rule = Callable[[Source], Iterator[str]]
SELECT = 'QUERY = "SELECT name FROM people"\n'
SWALLOW = "try:\n    work()\nexcept Exception:\n    told = True\n"
ORPHAN = "class Moves(QObject):\n    def __init__(self, parent: QObject) -> None:\n        super().__init__()\n"
LEFT_OVER = "# TO" + "DO later\n"

OFFENDERS = [
    (rules.too_long, "desk_app/room/a.py", "x = 1\n" * 301),
    (rules.long_functions, "ui/a.py", "def long() -> None:\n" + "    work()\n" * 40),
    (rules.drawers, "desk_app/room/utils.py", ""),
    (rules.drawers, "desk_app/common/names.py", ""),
    (rules.decomposed_letters, "ui/a.py", unicodedata.normalize("NFD", 'TITLE = "Hồ sơ"\n')),
    (rules.strangers_to_sql, "desk_app/room/commands.py", SELECT),
    (rules.strangers_to_sql, "desk_app/room/tables_more.py", SELECT),
    (rules.strangers_to_sql, "ui/a.py", 'db.execute(f"delete from {table}")\n'),
    (rules.strangers_to_sql, "ui/a.py", 'QUERY = """\n    UPDATE dossiers\n    SET status = 9"""\n'),
    (rules.blind_excepts, "desk_app/room/a.py", SWALLOW),
    (rules.blind_excepts, "ui/a.py", SWALLOW.replace(" Exception", "")),
    (rules.blind_excepts, "ui/a.py", SWALLOW.replace("Exception", "(ValueError, BaseException) as error")),
    (rules.orphans, "ui/a.py", ORPHAN),
    (rules.prints, "desk_app/room/a.py", "print(1)\n"),
    (rules.hidden_words, "ui/a.py", 'words = f"{first} {_("xong")}"\n'.replace('"xong"', "'xong'")),
    (rules.impure_rules, "desk_app/room/rules.py", "from desk_app.room.tables import load\n"),
    (rules.impure_rules, "desk_app/room/facts.py", "import openpyxl\n"),
    (rules.impure_rules, "desk_app/room/rules.py", "from desk_app.storage.engine import Database\n"),
    (rules.unfinished, "README.md", LEFT_OVER),
    (rules.unfinished, "desk_app/room/a.py", "# as agreed in session" + " 3\n"),
    (poor_docstrings, "desk_app/room/a.py", "def due() -> None:\n    work()\n"),
    (poor_docstrings, "desk_app/room/a.py", 'def remove_printer() -> None:\n    """Remove the printer."""\n'),
    (poor_docstrings, "desk_app/room/a.py", 'class Printer:\n    """A printer."""\n'),
    (
        poor_docstrings,
        "ui/a.py",
        'class Page:\n    """What is due."""\n\n    def shown(self) -> None:\n        work()\n',
    ),
]
KEEPERS = [
    (rules.too_long, "desk_app/room/a.py", "x = 1\n" * 300),
    (rules.long_functions, "ui/a.py", "def long() -> None:\n" + "    work()\n" * 39),
    (rules.decomposed_letters, "ui/a.py", unicodedata.normalize("NFC", 'TITLE = "Hồ sơ"\n')),
    (rules.strangers_to_sql, "desk_app/room/tables.py", SELECT),
    (rules.strangers_to_sql, "desk_app/journal/entry.py", SELECT),
    (rules.strangers_to_sql, "desk_app/room/tables/people.py", SELECT),
    (rules.strangers_to_sql, "ui/a.py", '"""Select a row from the table, or delete from it."""\n'),
    (rules.blind_excepts, "ui/shell/jobs.py", SWALLOW),
    (rules.blind_excepts, "desk_app/storage/store.py", SWALLOW.replace("told = True", "raise")),
    (rules.blind_excepts, "desk_app/room/a.py", SWALLOW.replace("Exception", "ValueError")),
    (rules.prints, "desk_app/cli/main.py", "print(1)\n"),
    (rules.hidden_words, "ui/a.py", 'words = f"{first} {_(last)}" + _("xong")\n'),
    (rules.impure_rules, "desk_app/room/facts.py", "import re\nfrom desk_app.journal.fact import Fact\n"),
    (rules.impure_rules, "desk_app/room/commands.py", "from desk_app.room.tables import load\n"),
    (
        poor_docstrings,
        "desk_app/room/a.py",
        'def remove_printer() -> None:\n    """Take it off the list; jobs stay."""\n',
    ),
    (poor_docstrings, "desk_app/room/tables.py", "def m001_people() -> None:\n    work()\n"),
]


@pytest.mark.parametrize(("rule", "path", "text"), OFFENDERS)
def test_a_rule_finds_its_offender(rule: Rule, path: str, text: str) -> None:
    found = list(rule(Source(path, text)))
    assert len(found) == 1
    assert found[0].startswith(f"{path}:")


@pytest.mark.parametrize(("rule", "path", "text"), KEEPERS)
def test_a_rule_lets_pass_what_it_allows(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Source(path, text))) == []
