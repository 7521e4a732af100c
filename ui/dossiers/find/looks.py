"""Which dossiers the search page shows, as the access log is told."""

from desk_app.accounts.looks import SEARCHED, list_words
from ui.dossiers.find.state import Found
from ui.shell.list_shown import ListShown


def shown_hits(found: Found) -> ListShown:
    """Return what a search or a named list shows; without a text it is the list of the newest."""
    wanted, shown = found.wanted, tuple(hit.id for hit in found.hits)
    typed = bool(wanted.text.strip())
    words = SEARCHED if typed else list_words(wanted.listed or "newest")
    return ListShown(words=words, asked=wanted, people=len(shown), typed=typed, dossiers=shown)
