"""What can be said about one field of a manifest."""

from typing import NamedTuple

from reconciler.model.text import Text


class FieldText(NamedTuple):
    """The explanation of one field.

    ``meaning`` tells meaning, form, default and how a change takes effect; ``example`` is a value as it
    stands in YAML; ``rules`` are the ids of the rules that look at the field.
    """

    meaning: Text
    example: str
    rules: tuple[str, ...] = ()

    @classmethod
    def of(cls, de: str, en: str, example: str, *rules: str) -> "FieldText":
        """One explanation from its sentences in both languages."""
        return cls(Text(de, en), example, rules)
