"""The parts of the page of queue tickets."""
