"""The few commands people run, and what they are made of."""
