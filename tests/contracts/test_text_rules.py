"""The whole tree keeps the text rules."""

from collections.abc import Callable, Iterable, Iterator

from tests.contracts import rules
from tests.contracts.docstrings import poor_docstrings
from tests.contracts.sources import Source, python_sources, texts


def broken(rule: Callable[[Source], Iterator[str]], sources: Iterable[Source]) -> list[str]:
    read = list(sources)
    assert read, "the tree is empty"
    return [offence for source in read for offence in rule(source)]


def test_no_file_is_longer_than_300_lines() -> None:
    assert broken(rules.too_long, python_sources()) == []


def test_no_function_is_longer_than_40_lines() -> None:
    assert broken(rules.long_functions, python_sources("desk_app", "ui")) == []


def test_no_module_is_a_drawer() -> None:
    assert broken(rules.drawers, python_sources()) == []


def test_every_text_is_composed() -> None:
    assert broken(rules.decomposed_letters, texts()) == []


def test_only_storage_journal_and_tables_speak_sql() -> None:
    assert broken(rules.strangers_to_sql, python_sources("desk_app", "ui")) == []


def test_only_four_places_catch_everything() -> None:
    assert broken(rules.blind_excepts, python_sources()) == []


def test_every_helper_of_a_page_goes_with_it() -> None:
    assert broken(rules.orphans, python_sources("ui")) == []


def test_only_terminal_programs_print() -> None:
    assert broken(rules.prints, python_sources("desk_app", "ui")) == []


def test_no_text_hides_from_the_translators() -> None:
    assert broken(rules.hidden_words, python_sources("ui")) == []


def test_rules_and_facts_are_pure() -> None:
    assert broken(rules.impure_rules, python_sources("desk_app")) == []


def test_public_names_have_docstrings_that_say_more_than_the_name() -> None:
    assert broken(poor_docstrings, python_sources("desk_app", "ui")) == []


def test_nothing_unfinished_and_no_workplace_stands_in_a_file() -> None:
    assert broken(rules.unfinished, texts()) == []
