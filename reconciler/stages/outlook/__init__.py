"""What a plan means: what it binds, whom it touches, what it costs, what is left to a person."""
