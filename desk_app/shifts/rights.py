"""The permissions of this room, by the names that the table of permissions knows."""

KEEP = "shifts.keep"
PLAN = "shifts.plan"
NOTE = "shifts.note"
READ = "shifts.read"
READ_OWN = "shifts.read_own"
PRINT = "shifts.print"
