from collections.abc import Callable

import pytest
from hypothesis import given, settings

from desk_app.kernel.errors import Damaged
from desk_app.printing.blocks import (
    Column,
    Paper,
    Rule,
    Table,
    Text,
    blocks_on,
    paper_from_json,
    paper_json,
    shown_columns,
)
from tests.printing.papers import papers
from tests.printing.samples import EVERY_SAMPLE, receipt


@pytest.mark.parametrize("sample", EVERY_SAMPLE)
def test_every_sample_comes_back_from_json_as_it_was(sample: Callable[[], Paper]) -> None:
    paper = sample()

    assert paper_from_json(paper_json(paper)) == paper


@settings(max_examples=60, deadline=None)
@given(papers())
def test_any_paper_comes_back_from_json_and_equal_papers_give_equal_bytes(paper: Paper) -> None:
    again = paper_from_json(paper_json(paper))

    assert again == paper
    assert paper_json(again) == paper_json(paper)


@pytest.mark.parametrize("raw", [b"", b"{}", b'{"kind":1}', paper_json(receipt())[:-5], b'{"type":"title"}'])
def test_what_is_no_paper_is_called_damaged(raw: bytes) -> None:
    with pytest.raises(Damaged):
        paper_from_json(raw)


def test_a_block_meant_for_one_medium_is_left_out_on_the_other() -> None:
    blocks = (Text(text="cả hai"), Text(text="giấy", only="page"), Rule(only="slip"))

    assert list(blocks_on("page", blocks)) == [blocks[0], blocks[1]]
    assert list(blocks_on("slip", blocks)) == [blocks[0], blocks[2]]


def test_columns_meant_for_the_page_are_left_out_on_the_slip_and_short_rows_get_empty_cells() -> None:
    table = Table(
        columns=(Column(title="STT", only="page"), Column(title="Tên"), Column(title="SL")), rows=(("1", "a"),)
    )

    assert shown_columns(table, "slip") == (table.columns[1:], (("a", ""),))
