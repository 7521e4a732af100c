"""What the access log says of a search and of a list of dossiers, in the window and on the command line alike."""

SEARCHED = "Tìm hồ sơ"

_LONGEST = 160


def list_words(asked: str) -> str:
    """Return how the log names a list: by the text that opens it, never by a name somebody typed to search for."""
    return f"Danh sách {asked}"[:_LONGEST]
