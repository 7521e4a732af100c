"""Sessions at cultural houses: place, staff, kit, the list of people who lack papers, takings."""
