"""Queue tickets: numbers by field of work, calling them to counters, and how long people waited."""
