"""order: buying what lies in the cart.

Only if it is what the manifests explain and, with a plan file, what that approved: compared by content, by the portal
itself, in the transaction that buys.
"""

from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from reconciler import errors
from reconciler.commands._buying import BOUGHT, buy, ended, nothing, repriced
from reconciler.commands._counted import n
from reconciler.commands._plan_file import read_usable
from reconciler.commands._sending import lease
from reconciler.commands.cart import by_address, lying
from reconciler.commands.opened import Confirm, Opened, open_all, secrets, today_only
from reconciler.commands.plan import unsealed
from reconciler.effects import Effects
from reconciler.model import waits as say
from reconciler.model.finding import Finding
from reconciler.model.meaning import Meaning
from reconciler.model.message import Message, Quote, Said, Word, sentence
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.position import Observation, Position
from reconciler.model.report import Head, Report
from reconciler.model.sections import Costs, Findings, Manual, Purchase
from reconciler.model.text import NOTHING, Text
from reconciler.planning.pricing import cart_cost
from reconciler.planning.trial import overslept
from reconciler.ports import Portal
from reconciler.request import Request
from reconciler.stages.outlook.linger import bought, counted
from reconciler.workspace.portal import connect

TITLE = Text("Bestellung", "Order")
BLANK = (Findings(), Purchase())

HELD = frozenset({"PROTECTED", "EMPTY"})
"""Guards that stop buying too: the cart would delete what is protected, or no manifest was found that explains it."""
GUARD_HOLDS = Text("Eine Schutzgrenze hält die Bestellung an. Bestellt wurde nichts.",
                   "A guard stops the order. Nothing was bought.")
TOO_LATE = Text(
    "Was andere in den Warenkorb gelegt haben, sollte an einem Tag beginnen, der vorbei ist. Bestellt wurde nichts.",
    "What others put into the cart was to begin on a day that has passed. Nothing was bought.")
WHOLE = ("PKG-1", "QUOTA-1")
"""Rules of the company as a whole: the portal asks them when it is bought."""
AGAIN = Text("Neu planen: reconciler plan", "Plan again: reconciler plan")


def order(request: Request, path: Path | None, effects: Effects, confirm: Confirm) -> Report:
    """Buy what lies in the cart, if it is what was planned: no cart order due any more, nothing unexplained.

    What others put there is bought only if that is asked for; a deletion of what is protected then stops all of it.
    """
    opened = open_all(request)
    with closing(connect(opened.workspace, opened.kit, "cart", "lease")) as portal:
        return _ordered(opened, portal, request, path, effects, confirm)


def _ordered(
    opened: Opened, portal: Portal, request: Request, path: Path | None, effects: Effects, confirm: Confirm
) -> Report:
    observation = portal.observe()
    today_only(request, observation)
    planned = read_usable(path, observation, opened) if path else None
    if planned and planned.plan:
        request = replace(request, allow={**planned.plan.allowances, **request.allow})
    fresh = unsealed(opened, observation, request)
    refs = lying(observation, foreign=request.foreign)
    there = tuple(sorted((counted(p, observation.today) for p in observation.positions if p.ref in refs),
                         key=by_address))
    priced = cart_cost(opened.wishes, observation, refs, opened.kit)
    manual = fresh.get(Manual) or Manual()
    bound = bought(there, opened.kit.kinds, observation.today)
    meaning = Meaning(bound, cost=priced.cost, manual=manual.chores).with_positions(there)
    head = Head("order", TITLE, errors.DONE, observation.today, fresh.head.portal)
    report = Report(head, (Findings((*_told_again(fresh), *priced.findings)), Purchase(there, meaning)),
                    secrets=fresh.secrets.also(secrets(opened.kit, priced.findings)))
    late = overslept((p for p in there if not p.ours), observation.today, opened.kit)
    if stopped := _stopped(report, fresh, late):
        return stopped
    known = {p.ref: counted(p, observation.today) for p in portal.positions()}
    done = planned is not None and planned.plan is not None and _all_bought(planned.plan.cart, known)
    if planned and planned.plan and not there and done:
        then = tuple(known[ref] for ref in sorted(planned.plan.cart))
        before = Purchase(then, replace(meaning, cost=None), (Receipt("", Outcome.ALREADY_PRESENT),), "before")
        return ended(report.having(before), errors.DONE, _already(len(then)))
    reason = (_rejected(planned, known) or _due(fresh, refs if planned else None)
              or _else_than_planned(planned, there, known)
              or (None if done else _costs_else(planned, opened, observation)))
    if reason:
        return ended(report, errors.UNKNOWN, reason)
    if not there:
        return ended(report, errors.DONE, nothing(len(lying(observation, foreign=True))))
    if not confirm(report):
        report = report.having(Purchase(there, meaning, bought="declined"))
        return report.ending(errors.DONE, Text("Nicht bestätigt. Bestellt wurde nichts.",
                                               "Not confirmed. Nothing was bought."))
    digest = planned.head.digest if planned else ""  # without a plan file nobody approved one
    return buy(report, opened, portal, effects, lambda: lease(portal, effects, request.wait, digest))


def _stopped(report: Report, fresh: Report, late: tuple[Finding, ...]) -> Report | None:
    """The end of an order by a guard, by a rule, or by a written day of others that has passed."""
    held = fresh.exit == errors.GUARDED and fresh.plan and HELD.intersection(fresh.plan.refused)
    if held or fresh.exit == errors.REFUSED:
        found = replace(fresh.get(Findings) or Findings(), documents=0)
        return ended(report.having(found), fresh.exit, GUARD_HOLDS if held else fresh.closing)
    if not late:
        return None
    told = report.get(Findings) or Findings()
    return ended(report.having(replace(told, findings=(*late, *told.findings))), errors.REFUSED, TOO_LATE)


def _told_again(fresh: Report) -> tuple[Finding, ...]:
    """What of a plan must be known when buying: protected things that others delete, and what no cart can be yet."""
    return tuple(f for f in fresh.findings if f.rule in ("CART-5", *WHOLE))


def _all_bought(approved: Mapping[str, str], known: Mapping[str, Position]) -> bool:
    return bool(approved) and all(ref in known and known[ref].state in BOUGHT and known[ref].digest == content
                                  for ref, content in approved.items())


def _already(count: int) -> Message:
    return sentence("Alles, was mit dieser Plandatei zu bestellen war, ist schon bestellt ({count}).",
                    "All that this plan file could order is ordered already ({count}).", count=count)


def _rejected(planned: Report | None, known: Mapping[str, Position]) -> Said | None:
    """What of a plan file was ordered, and rejected by the portal on its day."""
    for ref in sorted(planned.plan.cart if planned and planned.plan else ()):
        found = known.get(ref)
        if found and found.state == "rejected":
            return _not(sentence("Das Portal hat abgelehnt, was bestellt war: {step} ({rule}: {reason}).",
                             "The portal rejected what was ordered: {step} ({rule}: {reason}).",
                             step=_told(found), rule=Word(found.rule), reason=Quote(found.reason)), AGAIN)
    return None


def _due(fresh: Report, approved: Collection[str] | None) -> Said | None:
    """Why the cart is not yet what the manifests say.

    What a plan file ``approved`` is bought as it lies there: what else has become due may wait, but not a change or
    a withdrawal of just that.
    """
    due = [o for o in (fresh.plan.due if fresh.plan else ()) if o.channel == "cart"]
    if approved is not None:
        due = [o for o in due if o.target in approved]
    if not due:
        return None
    part = Text(" Was ein Plan mit --out festhielt, samt dem Warenkorb von damals, kauft: reconciler order PLANDATEI",
                " What a plan kept with --out, with what lay in the cart then, is bought by: reconciler order PLANFILE")
    way = sentence("Erst: reconciler apply.{part}", "First: reconciler apply.{part}",
                   part=part if approved is None else NOTHING)
    step, more = _told(due[0]), len(due) - 1
    if more:
        return _not(sentence("Der Warenkorb ist nicht, was die Manifeste sagen: {step} und {more} stehen noch aus.",
                             "The cart is not what the manifests say: {step} and {more} are still due.", step=step,
                             more=n(more, Text("weiterer Auftrag", "more order"),
                                    Text("weitere Aufträge", "more orders"))), way)
    return _not(sentence("Der Warenkorb ist nicht, was die Manifeste sagen: {step} steht noch aus.",
                         "The cart is not what the manifests say: {step} is still due.", step=step), way)


def _else_than_planned(
    planned: Report | None, lying: tuple[Position, ...], known: Mapping[str, Position]
) -> Said | None:
    """Why what would be bought is not what a plan file approved, content by content, whoever put it in."""
    if planned is None or planned.plan is None:
        return None
    approved = planned.plan.cart
    for position in lying:
        told = _told(position)
        content = (approved if position.ours else planned.plan.theirs).get(position.ref)
        if content is None:
            return _not(sentence("Im Warenkorb liegt, was nicht in der Plandatei steht: {step}.",
                             "The cart holds what is not in the plan file: {step}.", step=told), AGAIN)
        if position.digest != content:
            return _not(sentence("Im Warenkorb liegt etwas anderes als geplant: {step} hat jetzt andere Angaben.",
                             "The cart holds something else than planned: {step} has other settings now.",
                             step=told), AGAIN)
    of_orders = {o.ref: o for o in planned.plan.due}
    for ref in sorted(approved):
        found = known.get(ref)
        if found is None:
            missing = of_orders.get(ref)
            name = _told(missing) if missing else Text("eine Position", "a position")
            return _not(sentence("Was geplant war, liegt nicht im Warenkorb: {step}.",
                             "What was planned does not lie in the cart: {step}.", step=name), AGAIN)
    return None


def _told(one: Position | Order) -> Message:
    """A position or an order in words."""
    return say.of_whom(one.verb, one.item, one.address)


def _not(reason: Said, way_out: Said) -> Message:
    return sentence("{reason} Bestellt wurde nichts. {way_out}", "{reason} Nothing was bought. {way_out}",
                reason=reason, way_out=way_out)


def _costs_else(planned: Report | None, opened: Opened, observation: Observation) -> Said | None:
    """Why the sum of a plan file no longer holds; positions of others are in no plan and are told beside it."""
    costs = planned.get(Costs) if planned else None
    there = costs.cost if costs else None
    if there is None or there.cart is None:
        return None
    now = cart_cost(opened.wishes, observation, lying(observation), opened.kit).cost
    known = {item.name for item in there.unpriced}
    same = now and (now.currency, now.monthly) == (there.currency, there.cart)
    return None if now and same and known >= {item.name for item in now.unpriced} else repriced(there, now)
