"""Numbers with what they count or measure -> Quantity."""
