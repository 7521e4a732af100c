import pytest

from ui.dossiers.attachments.state import looks_like_file, path_in, size_words


@pytest.mark.parametrize(
    ("pasted", "path"),
    [
        ('"C:\\Quét\\giấy 1.pdf"', "C:\\Quét\\giấy 1.pdf"),
        ("file:///C:/Qu%C3%A9t/a%20b.pdf", "C:/Quét/a b.pdf"),
        ("file:///home/x/a.png", "/home/x/a.png"),
        ("file://may-chu/chung/a.pdf", "//may-chu/chung/a.pdf"),
        ("  /home/x/a.jpg \n", "/home/x/a.jpg"),
    ],
)
def test_a_pasted_place_is_read_as_the_explorer_copies_it(pasted: str, path: str) -> None:
    assert path_in(pasted) == path
    assert looks_like_file(pasted)


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "1 KB"), (1, "1 KB"), (1025, "2 KB"), (1_048_575, "1.024 KB"), (1_048_576, "1,0 MB"), (3_000_000, "2,9 MB")],
)
def test_sizes_are_said_the_vietnamese_way(size: int, words: str) -> None:
    assert size_words(size) == words
