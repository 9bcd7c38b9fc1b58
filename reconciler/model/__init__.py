"""The nouns: values without behaviour that reaches the world."""
