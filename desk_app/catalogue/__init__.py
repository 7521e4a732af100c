"""The catalogue: which procedures the office handles, what each asks for, how long it takes and what it costs."""
