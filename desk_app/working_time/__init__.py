"""Working time of the office: half-days, holidays and swaps, and due dates that say why."""
