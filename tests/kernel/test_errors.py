import pytest

from desk_app.kernel import errors
from desk_app.kernel.errors import DeskError, InvalidInput, Refused

FAMILY = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, DeskError)]


def test_scripts_can_tell_the_errors_apart_by_their_exit_codes() -> None:
    codes = {kind: kind.exit_code for kind in FAMILY if kind is not InvalidInput}
    assert len(set(codes.values())) == len(codes) >= 9
    assert InvalidInput.exit_code == Refused.exit_code
    assert 0 not in codes.values()


def test_an_error_carries_its_code_its_message_and_its_hint() -> None:
    error = Refused("a.b", "Không được.", "Hãy đợi.")
    assert (error.code, error.message, error.hint, str(error)) == ("a.b", "Không được.", "Hãy đợi.", "Không được.")


def test_invalid_input_is_a_refusal_that_names_its_field() -> None:
    with pytest.raises(Refused) as caught:
        raise InvalidInput("applicant.name", "Chưa có tên.")
    assert caught.value.code == "input.applicant.name"
