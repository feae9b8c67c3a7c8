"""Numbers in digits and words -> Numeral."""
