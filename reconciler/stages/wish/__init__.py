"""From documents and an observation to the wished state."""
