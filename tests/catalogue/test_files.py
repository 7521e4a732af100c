"""Catalogues come and go as JSON and Excel without losing a word."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.catalogue.excel_reading import read_excel
from desk_app.catalogue.excel_writing import excel_bytes
from desk_app.catalogue.files import read_catalogue, shipped_catalogue, write_catalogue
from desk_app.catalogue.json_file import json_bytes, read_json
from desk_app.catalogue.procedure import Procedure
from desk_app.kernel.errors import InvalidInput, NotFound

from .samples import procedures

CATALOGUES = st.lists(procedures(), max_size=3, unique_by=lambda each: (each.code, each.valid_from)).map(tuple)


@settings(max_examples=30, deadline=None)
@given(CATALOGUES)
def test_nothing_is_lost_from_json_to_excel_and_back(catalogue: tuple[Procedure, ...]) -> None:
    from_json = read_json(json_bytes(catalogue))
    from_excel = read_excel(excel_bytes(from_json.procedures))

    assert (from_json.procedures, from_json.problems) == (catalogue, ())
    assert (from_excel.procedures, from_excel.problems) == (catalogue, ())


@pytest.mark.parametrize("name", ["danh-muc.json", "danh-muc.XLSX"])
def test_the_shipped_catalogue_survives_a_file(tmp_path: Path, name: str) -> None:
    write_catalogue(tmp_path / name, shipped_catalogue())

    assert read_catalogue(tmp_path / name).procedures == shipped_catalogue()


def test_other_files_are_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"not a workbook")
    with pytest.raises(InvalidInput, match="không phải là bảng tính Excel"):
        read_catalogue(tmp_path / "a.xlsx")
    with pytest.raises(InvalidInput, match=r"dạng «\.docx»"):
        read_catalogue(tmp_path / "a.docx")
    with pytest.raises(NotFound):
        read_catalogue(tmp_path / "missing.json")


def test_excel_is_loaded_only_when_a_workbook_is_opened() -> None:
    program = "import sys; from desk_app.catalogue.files import shipped_catalogue as ship; ship(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "desk_app.catalogue.excel_reading" in done.stdout.split()
    assert "openpyxl" not in done.stdout.split()
