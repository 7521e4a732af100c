"""The screens that citizens see: the customer's screen at a counter, the call display in the hall."""
