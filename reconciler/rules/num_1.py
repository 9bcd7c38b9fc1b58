"""NUM-1: the number is one of the group's, available now or later.

Silent where no portal was asked and it alone knows all blocks (REF-2); a number that only is too long is
NUM-5 or NUM-2. Source: help page "Arbeitsplatz einrichten", number. Values: value, group, blocks.
"""

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Joined, Message, Name, Word, sentence
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.numbers.phone import is_german, national_length
from reconciler.rules._examples import workplace
from reconciler.rules._layers import is_kept
from reconciler.rules._plan import homes, is_homeless, knows_all_blocks, owner
from reconciler.rules._sources import setup
from reconciler.rules.num_2 import LONGEST

PATH: Path = ("number", "external")
KEPT = Text(
    "„auto“ behält die Nummer, die das Portal hat: eine von diesen hinschreiben: {blocks}.",
    "“auto” keeps the number that the portal has: write down one of these: {blocks}.",
)
NO_BLOCK = Text("kein Block", "no block")
SHOWN = 3


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    number, group = resource.body.number.external, resource.body.group
    if not is_homeless(facts, group, number) or (is_german(number) and national_length(number) > LONGEST):
        return ()
    other = owner(facts, number)
    if other is None and not knows_all_blocks(facts):
        return ()
    blocks = _blocks(facts, group)
    values = {"value": number, "group": Name(Address("group", str(group))), "blocks": blocks}
    kept = Message(KEPT, {"blocks": blocks}) if is_kept(resource, PATH) else None
    return (Breach("NUM-1", resource.address, PATH, values, help=_elsewhere(other) or kept),)


def _blocks(facts: Facts, group: str | None) -> Text | Joined:
    blocks = [h.block for h in homes(facts) if h.resource.body.group == group]
    ranges = tuple(Joined((b.base + b.first, b.base + b.last), " … ") for b in blocks[:SHOWN])
    whole = Joined(ranges)
    return (Joined((whole, Word("…")), " ") if len(blocks) > SHOWN else whole) if ranges else NO_BLOCK


def _elsewhere(group: str | None) -> Message | None:
    if group is None:
        return None
    return sentence(
        "Die Nummer gehört zur Gruppe „{group}“: den Block umhängen oder eine andere Nummer wählen.",
        "The number belongs to group “{group}”: assign the block elsewhere or choose another number.",
        group=Name(Address("group", group)),
    )


RULE = Rule(
    "NUM-1",
    Severity.ERROR,
    Text("Rufnummer gehört nicht zur Gruppe", "Number not of the group"),
    Text(
        "Die Gruppe „{group}“ hat die Nummer {value} nicht.",
        "Group “{group}” does not have the number {value}.",
    ),
    Text(
        "Ein Arbeitsplatz bekommt seine Nummer aus den Rufnummernblöcken seiner Gruppe.",
        "A workplace gets its number from the number blocks of its group.",
    ),
    Text(
        "„auto“ oder eine von diesen schreiben: {blocks}.",
        "Write “auto” or one of these: {blocks}.",
    ),
    setup("Rufnummer zuweisen", "number"),
    each=_check,
    portal=True,
    bad=Example(workplace(number='{external: "+49 228 999-20", internal: "20"}')),
    good=Example(workplace(number='{external: "+49 228 6380-20", internal: "20"}')),
)
