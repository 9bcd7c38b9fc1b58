"""What a field, or a kind, means to everything after comparing.

The scheduler, the term rules, redaction, the commitments and the emergency section read marks and nothing
else. A mark that can be broken carries the id of the rule that says so. A new mark is a decision (specs/decisions).
"""

from collections.abc import Mapping

from reconciler.model.noun import noun


@noun
class Ref:
    """The value names a resource of ``kind``: it is made first and removed last.

    ``element`` names a list field of the target that must hold the value; the target itself is then named
    by the sibling field ``via``. ``builtin`` names need no resource. ``rule`` is broken by a name of nothing,
    ``in_use`` by taking away what is named.
    """

    kind: str
    rule: str = "REF-1"
    in_use: str = "REF-1"
    element: str = ""
    via: str = ""
    builtin: tuple[str, ...] = ()


@noun
class Within:
    """The value lies inside a resource of ``kind`` (a number inside its block); else like Ref.

    ``shared`` is the field that both must have alike, so that one can be chosen; ``full`` is broken where none is free.
    ``span`` is what holds values at the body of the kind, or None: all of them begin with its ``base``.
    """

    kind: str
    rule: str
    in_use: str
    shared: str
    full: str
    span: str


@noun
class Needs:
    """Some values of the list need an element of ``field`` of the one resource of ``kind`` to be active."""

    kind: str
    field: str
    by: Mapping[str, str]
    rule: str

    @property
    def in_use(self) -> str:
        """The rule that is broken by ending what is needed."""
        return self.rule


@noun
class Offers:
    """Others refer to what is in this field: it grows before they come and shrinks after they left."""


@noun
class AvailableFrom:
    """The day from which others may use this resource; to refer to it before, they must begin later."""

    rule: str


@noun
class Manual:
    """These values of the list are never ordered by the tool: neither compared nor sent, but told."""

    values: tuple[str, ...]
    rule: str


@noun
class Allows:
    """So many resources of ``kind`` there may be; without a value, any number."""

    kind: str
    rule: str


@noun
class Paired:
    """These values of the list stand at two resources at least, or at none."""

    values: tuple[str, ...]
    rule: str


@noun
class Unique:
    """No two resources hold the same value of ``scope`` at any moment: released before it is claimed."""

    scope: str
    rule: str


@noun
class Fixed:
    """Cannot change: delete and create. On a kind: its name cannot."""

    rule: str


@noun
class Renamable:
    """On a kind: the name can change while the thing stays; whoever refers to it follows."""


@noun
class Keyed:
    """The order of the list is no difference; its elements are told apart by these of their fields.

    Without any, an element is its own name (a package). Each stands once; with ``many`` equal ones are several things.
    """

    by: tuple[str, ...] = ()
    many: bool = False


@noun
class Assigned:
    """A fact of the portal: carried, checked if written, never sent. On a kind: exists by contract only."""

    rule: str = "FACT-1"


@noun
class WriteOnce:
    """Sent at creation, not readable later, never compared with what is active."""

    rule: str = "CART-1"


@noun
class Begins:
    """The day that somebody wishes something to begin on.

    ``late`` is broken where its order comes too late for it, ``rule`` where it was ordered for another day already.
    """

    rule: str
    late: str


@noun
class Elsewhere:
    """On a kind: keys of ``kind`` are no misspelling here, but they belong there; ``rule`` says so."""

    kind: str
    rule: str


@noun
class Untold:
    """A portal may keep it to itself: where it tells nothing, there is nothing to compare."""


@noun
class Ours:
    """Our own: steers the tool, is never sent and never compared."""


@noun
class Cart:
    """A change goes through the cart, but for one of these parts alone. On a kind: its creation and deletion do."""

    mended: tuple[str, ...] = ()
    rule: str = "CART-2"


@noun
class Follows:
    """Where the value is that of ``part`` of a sibling field, it changes in the same wave as that field."""

    field: str
    part: str


@noun
class Term:
    """Cannot be ended before this many days after it began; ``rule`` says so."""

    days: int
    rule: str


@noun
class Personal:
    """Tells something about a person: redacted in what leaves the terminal. Of a list only these ``keys``, if any.

    On a kind: so does its name.
    """

    keys: tuple[str, ...] = ()


@noun
class Emergency:
    """Touches emergency calls."""


Mark = (Ref | Within | Needs | Offers | AvailableFrom | Manual | Allows | Paired | Unique | Fixed | Renamable
        | Keyed | Assigned | WriteOnce | Untold | Begins | Elsewhere | Ours | Cart | Follows | Term | Personal
        | Emergency)


def rule_of(mark: Mark) -> str:
    """The rule that says what the mark says; empty for a mark that nobody can break."""
    return getattr(mark, "rule", "")
