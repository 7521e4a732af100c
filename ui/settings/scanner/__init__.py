"""Setting up the scanner: a trial code, what its arrival tells, the serial port."""
