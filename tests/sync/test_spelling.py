import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded, is_nfc
from desk_app.sync import bech32, spelling

SECRETS = st.binary(min_size=32, max_size=32)


def test_no_two_of_the_sixty_four_words_sound_alike_without_marks() -> None:
    assert len(spelling.WORDS) == 64
    assert len({folded(word) for word in spelling.WORDS}) == 64
    assert all(is_nfc(word) for word in spelling.WORDS)


def test_a_fingerprint_is_six_groups_that_depend_on_every_part() -> None:
    one = spelling.fingerprint("a", "b")
    assert len(one.split()) == 6
    assert (
        len({one, spelling.fingerprint("a", "c"), spelling.fingerprint("b", "a"), spelling.fingerprint("a\nb", "")})
        == 4
    )
    assert spelling.fingerprint("a", "b") == one


def test_groups_are_the_same_with_or_without_marks_capitals_and_hyphens() -> None:
    shown = "lúa-4821 đào-0073 bưởi-1000 mít-0001 ổi-8191 khế-0000"
    assert spelling.same_groups("LUA 4821 dao 0073 buoi-1000, mít 0001 oi 8191 khe-0000", shown)
    assert not spelling.same_groups("lua 4821 dao 0073 buoi 1000 mit 0001 oi 8191 khe 0001", shown)
    assert not spelling.same_groups("lua 4821", shown)
    assert not spelling.same_groups("", shown)


@given(SECRETS)
def test_a_secret_comes_back_from_its_fourteen_groups(secret: bytes) -> None:
    words = spelling.secret_words(secret)
    assert len(words.split()) == 14
    assert spelling.secret_of(words.upper().replace("-", " ")) == secret
    assert spelling.secret_of(folded(words)) == secret


@given(SECRETS, st.integers(0, 13), st.integers(0, 8191))
def test_one_number_copied_wrongly_is_nearly_always_seen(secret: bytes, place: int, number: int) -> None:
    groups = spelling.secret_words(secret).split()
    word, _, old = groups[place].partition("-")
    groups[place] = f"{word}-{number:04d}"
    try:
        read = spelling.secret_of(" ".join(groups))
    except InvalidInput:
        assert int(old) != number
    else:
        # The ten bits of check let one in a thousand pass.
        assert read == secret or int(old) != number


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("lúa-0001", "cần 14 nhóm"),
        (" ".join(["lúa-0001"] * 13 + ["rồng-0001"]), "nhóm thứ 14 «rong 0001»"),
        (" ".join(["lúa-9999"] + ["lúa-0001"] * 13), "nhóm thứ 1 «lua 9999»"),
        (" ".join(["lúa-0001"] * 14), "không khớp với nhau"),
    ],
)
def test_a_misspelled_secret_is_told_by_its_group(typed: str, said: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        spelling.secret_of(typed)
    assert said in caught.value.message


@given(st.binary(max_size=80))
def test_bech32_comes_back_and_a_changed_letter_is_seen(raw: bytes) -> None:
    text = bech32.encoded("age", raw)
    assert bech32.decoded("age", text) == bech32.decoded("age", text.upper()) == raw
    changed = text[:-1] + ("q" if text[-1] != "q" else "p")
    with pytest.raises(ValueError, match="misspelled"):
        bech32.decoded("age", changed)
    with pytest.raises(ValueError, match="mixed"):
        bech32.decoded("age", "A" + text[1:])
    with pytest.raises(ValueError, match="kind"):
        bech32.decoded("other", text)


def test_bech32_agrees_with_the_examples_of_its_standard() -> None:
    assert bech32.decoded("abcdef", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw")[:2] == b"\x00D"
    assert bech32.decoded("a", "A12UEL5L") == b""
    with pytest.raises(ValueError, match="misspelled"):
        bech32.decoded("a", "A12UEL5Q")
