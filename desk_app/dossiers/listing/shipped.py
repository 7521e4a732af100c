"""The lists that come with the program, by the names under which ``view:<name>`` opens them."""

from collections.abc import Mapping

VIEW = "view:"

SHIPPED: Mapping[str, str] = {
    "overdue": "due=overdue&sort=due",
    "today": "due=today&sort=due",
    "tomorrow": "due=tomorrow&sort=due",
    "near": "due=near&sort=due",
    "waiting": "due=waiting&sort=due",
    "uncollected": "due=uncollected&sort=due",
    "stuck": "due=stuck&sort=due",
    "supplement": "status=5&sort=due",
    "received_today": "received=today",
    "mine": "of=me&status=open&sort=due",
    "open": "status=open&sort=due",
    "apology": "due=apology&sort=due",
    "all": "",
}
"""Each is a line that ``asked.wanted_of`` reads."""
