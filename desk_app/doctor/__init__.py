"""What a help desk asks first, answered by the program itself; nothing personal stands in it, so it may be sent on."""
