from pathlib import Path

import pytest

from desk_app.kernel.paths import HOME_VARIABLE, Home, home, resource


def test_every_file_of_a_home_has_its_own_place_inside_it(tmp_path: Path) -> None:
    here = Home(tmp_path)
    places = [getattr(here, name) for name, kind in vars(Home).items() if isinstance(kind, property)]
    assert len(places) >= 8
    assert len(set(places)) == len(places)
    assert {place.parent for place in places} == {tmp_path}


def test_a_named_home_goes_before_the_variable_and_the_variable_before_the_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "variable"))
    assert home(str(tmp_path / "named")).folder == tmp_path / "named"
    assert home().folder == tmp_path / "variable"
    monkeypatch.delenv(HOME_VARIABLE)
    assert home().folder.is_absolute()
    assert "mot-cua" in str(home().folder)


def test_a_tilde_is_the_person_s_own_folder() -> None:
    assert home("~/desk").folder == Path.home() / "desk"


def test_resources_are_found_beside_the_program() -> None:
    assert resource("fonts", "NotoSans-Regular.ttf").is_file()
