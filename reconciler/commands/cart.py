"""cart: what lies in the cart, was ordered, or was rejected."""

from contextlib import closing

from reconciler import errors
from reconciler.commands._counted import n
from reconciler.commands.opened import open_all, secrets, today_only
from reconciler.model.address import Address
from reconciler.model.meaning import ENDING, Meaning
from reconciler.model.message import Message, sentence
from reconciler.model.position import Observation, Position
from reconciler.model.report import Head, Origin, Report
from reconciler.model.sections import Cart, Findings
from reconciler.model.text import Text
from reconciler.planning.pricing import cart_cost
from reconciler.planning.trial import held_back
from reconciler.request import Request
from reconciler.stages.outlook.linger import bought, counted
from reconciler.workspace.portal import connect

TITLE = Text("Warenkorb", "Cart")
BLANK = (Findings(), Cart())


def cart(request: Request) -> Report:
    """What lies in the cart, was ordered, or was rejected."""
    opened = open_all(request)
    with closing(connect(opened.workspace, opened.kit, "cart")) as portal:
        known = portal.positions()
        begun = any(p.mine and p.verb not in ENDING for p in known)
        observation = portal.observe(None if begun or opened.wishes.prices.documents else ())
    today_only(request, observation)
    priced = cart_cost(opened.wishes, observation, lying(observation), opened.kit)
    positions = sorted((counted(p, observation.today) for p in known), key=by_address)
    mine = [p for p in positions if p.mine]
    meaning = Meaning(bought(mine, opened.kit.kinds, observation.today), cost=priced.cost).with_positions(mine)
    held = held_back(observation, opened.kit)
    mixed = any(p.theirs for p in positions)
    there = Cart(tuple(positions), meaning, mixed=mixed, held=bool(held))
    code = errors.DONE if priced.cost or not priced.findings else errors.REFUSED
    head = Head("cart", TITLE, code, observation.today, Origin.of(observation))
    found = (*held, *priced.findings)
    return Report(head, (Findings(found), there), _said(there), secrets(opened.kit, found))


def lying(observation: Observation, *, foreign: bool = False) -> set[str]:
    """The references of what lies in the cart and is ours, or anybody's."""
    return {p.ref for p in observation.positions if p.state == "in-cart" and (p.ours or foreign)}


def by_address(position: Position) -> tuple[Address, str, str]:
    """The order in which positions are shown."""
    return position.address, position.verb, position.item


def _said(cart: Cart) -> Message:
    lying = [p for p in cart.positions if p.state == "in-cart"]
    ours, ordered = sum(p.ours for p in lying), sum(p.state == "ordered" for p in cart.positions)
    return sentence(
        "{lying} im Warenkorb ({ours} eigene), {ordered} bestellt und noch offen.",
        "{lying} in the cart ({ours} of ours), {ordered} ordered and not carried out.",
        lying=n(len(lying), Text("Position", "position"), Text("Positionen", "positions")), ours=ours, ordered=ordered,
    )
