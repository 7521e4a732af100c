"""Making a month's roster: pure rules, from what is known of people, days and earlier turns to a plan that says why."""
