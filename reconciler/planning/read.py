"""From documents to a state: what the manifests wish for, over what the portal has."""

from datetime import date
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach
from reconciler.model.position import Observation
from reconciler.model.renames import Renaming
from reconciler.model.resource import State
from reconciler.model.unread import is_hidden
from reconciler.stages.wish.interpret import interpret
from reconciler.stages.wish.project import project, reserved
from reconciler.stages.wish.rename import rename
from reconciler.stages.wish.settle import settle
from reconciler.workspace.kit import Kit
from reconciler.workspace.wishes import Wishes


class Reading(NamedTuple):
    """The wished state, settled against the portal, and what is wrong so far."""

    state: State
    before: State
    breaches: tuple[Breach, ...]
    unread: frozenset[tuple[Address, Path]]
    renaming: Renaming


def read(wishes: Wishes, observation: Observation, kit: Kit) -> Reading:
    """Interpret the manifests over what the portal has, by its new names, and fill in what they leave open."""
    renaming = rename(wishes.documents, observation, kit.kinds)
    there = renaming.observation
    before = project(there.expected, kit.kinds)
    reading = interpret(wishes.everything, kit.kinds, before, wishes.lost)
    settled = settle(reading.state, before, kit.kinds, observation.today, reserved(there, kit.kinds),
                     whole=not (wishes.lost or reading.unread))
    told = (breach for breach in settled.breaches if not is_hidden(breach, reading.unread))
    breaches = (*wishes.breaches, *wishes.prices.breaches, *renaming.breaches, *reading.breaches, *told)
    return Reading(settled.state, before, breaches, reading.unread, renaming)


def read_alone(wishes: Wishes, kit: Kit) -> Reading:
    """Interpret the manifests without a portal: facts and numbers that they leave open stay open."""
    nothing = Observation("", "", "", "", date.min, State())
    renaming = rename(wishes.documents, nothing, kit.kinds)
    reading = interpret(wishes.everything, kit.kinds, nothing.state, wishes.lost)
    breaches = (*wishes.breaches, *wishes.prices.breaches, *renaming.breaches, *reading.breaches)
    return Reading(reading.state, nothing.state, breaches, reading.unread, renaming)
