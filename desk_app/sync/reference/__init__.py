"""Reference data downwards: what every desk should work with, in a file that the hub signs and each desk looks at first."""
