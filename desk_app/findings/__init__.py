"""What two desks said differently: every finding of every room, side by side, and its settling."""
