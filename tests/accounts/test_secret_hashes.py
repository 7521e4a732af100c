import time
import unicodedata
from collections.abc import Callable

import pytest
from argon2 import PasswordHasher

from desk_app.accounts.secrets import hash_of_nobody, hashed, needs_rehash, verified
from desk_app.kernel.errors import Damaged


def test_a_password_opens_its_own_hash_and_nothing_else_does() -> None:
    stored = hashed("bông súng trắng")
    assert verified(stored, "bông súng trắng")
    assert not verified(stored, "bông súng trăng")
    assert not verified(stored, "")


def test_a_password_is_the_same_however_its_letters_were_composed() -> None:
    assert verified(hashed(unicodedata.normalize("NFD", "bông súng trắng")), "bông súng trắng")


def test_two_hashes_of_one_password_differ() -> None:
    assert hashed("bông súng trắng") != hashed("bông súng trắng")


def test_hashes_are_argon2id_with_the_costs_decided() -> None:
    assert hashed("bông súng trắng").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_hash_of_older_costs_still_opens_and_asks_to_be_made_again() -> None:
    older = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash("bông súng trắng")
    assert verified(older, "bông súng trắng")
    assert needs_rehash(older)
    assert not needs_rehash(hashed("bông súng trắng"))


def test_nothing_opens_the_hash_of_nobody() -> None:
    stored = hash_of_nobody()
    assert not needs_rehash(stored)
    assert not verified(stored, "")
    assert stored != hash_of_nobody()


def test_broken_letters_are_a_wrong_password_and_no_crash() -> None:
    assert not verified(hash_of_nobody(), "\ud800 nửa ký tự")


def test_a_damaged_hash_is_reported_as_damage() -> None:
    with pytest.raises(Damaged):
        verified("$argon2id$v=19$m=19456", "bông súng trắng")


def test_refusing_nobody_takes_about_as_long_as_refusing_somebody() -> None:
    somebody = hashed("bông súng trắng")
    ratio = _least_seconds(lambda: verified(hash_of_nobody(), "sai")) / _least_seconds(
        lambda: verified(somebody, "sai")
    )
    assert 0.5 < ratio < 2


def _least_seconds(work: Callable[[], object]) -> float:
    spans = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        spans.append(time.perf_counter() - start)
    return min(spans)
