"""Results that go to people: rounds to their homes by hamlet, parcels by post, and what came back."""
