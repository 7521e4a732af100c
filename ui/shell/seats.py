"""Who worked at this window since it was opened, and where each of them was when they left it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shell.people_choice import Person

if TYPE_CHECKING:
    from desk_app.accounts.rules import Account
    from ui.shell.workspace import Workspace

Place = tuple[str, str]


class Seats:
    """Remembers people and places in memory only: a restarted program knows nobody."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}
        self._people: dict[str, Person] = {}

    @property
    def people(self) -> tuple[Person, ...]:
        """Return who worked here, the latest first."""
        return tuple(reversed(self._people.values()))

    @property
    def latest(self) -> str:
        """Return the login of who left the window last; empty before anybody did."""
        return next((person.login for person in self.people), "")

    def keep(self, workspace: Workspace) -> None:
        """Remember where the person of ``workspace`` is now."""
        actor = workspace.actor
        self._people.pop(actor.login, None)
        self._people[actor.login] = Person(login=actor.login, name=actor.name, left_at=workspace.place_title)
        self._places[actor.id] = workspace.place

    def place_of(self, account: Account) -> Place:
        """Return where that person was: a page's key and what it was about; two empty texts for somebody new."""
        return self._places.get(account.id, ("", ""))
