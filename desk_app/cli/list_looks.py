"""Lists of citizens that a command shows are entered in the access log, as those of the window are."""

from desk_app.accounts.commands import list_look_logged
from desk_app.cli.acting import Acting


def saw_list(act: Acting, words: str, people: int) -> None:
    """Enter that a list was looked through, ``words`` saying which; one that shows nobody needs no entry."""
    if people:
        list_look_logged(act.desk.accounts, by=act.by, words=words, people=people, command_id=act.new_id())
