"""Foreign text made safe and understood: the gate, numbers, dates, names, queries."""
