"""Nouns to be written and read back: any that can be, by what they are made of."""

from typing import Any

from hypothesis import strategies as st

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, FieldChange, ItemChange
from reconciler.model.consequences import Binding, Blocking, Chore, Gap, Handover, Touched
from reconciler.model.cost import Cost, Item, Line, Share, Sums
from reconciler.model.finding import Finding, Related, Severity
from reconciler.model.meaning import Commitments, Ordered, Unordered
from reconciler.model.order import Order, Outcome, Receipt, Wait
from reconciler.model.pending import Pending
from reconciler.model.place import Place
from reconciler.model.plan import Blocked, Wave
from reconciler.model.position import Observation, Position
from reconciler.model.resource import Life, Resource, State
from reconciler.model.term import MinimumTerm
from reconciler.model.text import Text
from tests.engine.values import KINDS

words = st.sampled_from(["", "anna", "köln 1", "“x”", "a:b/c", "0"])
names = words.filter(bool)
texts = words.map(lambda said: Text(said, said and f"{said} in English"))
said = texts.filter(lambda text: bool(text.de))
days, counts = st.dates(), st.integers(0, 10**9)
addresses = st.builds(Address, st.sampled_from(["workplace", "group"]), names)
amounts = st.decimals("-99999", "99999", places=4)
leaves = st.one_of(st.none(), st.booleans(), counts, words, st.lists(words, max_size=2),
                   st.dictionaries(names, words, max_size=2))
bodies = st.dictionaries(names, leaves, max_size=3)
things = st.dictionaries(names, leaves, min_size=1, max_size=2)
verbs = st.sampled_from(["activate", "delete", "book", "cancel"])


def few(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """None, one or two of them, as values hold them."""
    return st.lists(of, max_size=2).map(tuple)


def perhaps(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One, or None."""
    return st.none() | of


places = st.tuples(names, st.integers(1, 99), st.integers(1, 99)).map(lambda where: Place(*where))
waits = st.builds(Wait, names, days, texts)
orders = st.builds(Order, perhaps(names), st.sampled_from(["cart", "direct"]), verbs, addresses, words, bodies,
                   perhaps(days), perhaps(days), words, counts, few(waits), perhaps(said), perhaps(days))
waves = st.builds(Wave, days, few(orders))
bare_orders = st.builds(Order, st.just("o1-x"), st.sampled_from(["cart", "direct"]), verbs, addresses, words, bodies,
                        perhaps(days), target=words)
lives = st.tuples(addresses, counts)
NOTHING = State()
heads = st.builds(Observation, st.just("http"), names, names, names, days, st.just(NOTHING), secret=words)
held_lives = st.builds(Life, st.sampled_from(["active", "inactive"]), perhaps(days),
                       st.dictionaries(names, days, max_size=2), words, words)
held_resources = st.builds(
    lambda name, number, life: Resource(Address("workplace", name), KINDS["workplace"].read(
        {"group": "bonn", "number": {"external": f"+4922863{number}", "internal": "auto"}}), life=life),
    names, st.integers(10, 99), held_lives)
held_positions = st.builds(Position, names, addresses, verbs, words, bodies, perhaps(days),
                           st.sampled_from(["in-cart", "ordered", "done", "rejected"]), st.booleans(), counts,
                           perhaps(days), words, texts, perhaps(days))
receipts = st.builds(Receipt, names, st.sampled_from(Outcome), words, perhaps(said))
positions = st.builds(Position, names, addresses, verbs, words, activation_date=perhaps(days), ours=st.booleans(),
                      state=st.sampled_from(["in-cart", "ordered", "done", "rejected"]), rule=words, reason=texts,
                      works_from=perhaps(days))
pendings = st.builds(Pending, addresses, verbs, words, st.sampled_from(["in-cart", "waiting"]), days, words, texts)
terms = st.builds(MinimumTerm, addresses, words, names, days, days, st.booleans(), names, words)
sides = st.tuples(things, things) | st.tuples(st.none(), things) | st.tuples(things, st.none())
keys = st.dictionaries(names, words, min_size=1, max_size=2).map(lambda key: tuple(key.items()))
named = st.one_of(names.map(lambda word: ItemChange((("", word),), None, word)),
                  names.map(lambda word: ItemChange((("", word),), word, None)),
                  st.builds(lambda key, both: ItemChange(key, *both), keys, sides))
leaf_changes = st.builds(FieldChange, names, leaves, leaves, few(named))
changes = st.builds(Change, addresses, st.sampled_from(Action), names, few(leaf_changes),
                    perhaps(names.map(lambda name: Resource(Address("template", name), None))), st.none())
blocked = st.builds(Blocked, addresses, names, names, texts, texts)
findings = st.builds(Finding, names, st.sampled_from(Severity), texts, texts, texts, texts, perhaps(addresses), words,
                     perhaps(places), few(st.builds(Related, places, texts)), few(addresses))
commitments = st.builds(Commitments, counts, perhaps(days), counts, counts, counts,
                        few(st.builds(Binding, days, counts, counts)))
sums = st.builds(Sums, amounts, amounts, amounts, st.booleans())
unordered = st.builds(
    lambda count, since, paid, *more: Unordered(count, since, paid[0], paid[1], *more), counts,
    perhaps(days), st.tuples(sums, st.just("EUR")) | st.just((None, "")), commitments,
    st.sampled_from(["order", "apply", "plan"]), counts)
ordered = st.builds(Ordered, counts, days)
chores = st.builds(Chore, addresses, names, texts)
touched = st.builds(Touched, addresses, few(names))
handovers = st.builds(Handover, names, addresses, perhaps(addresses))
gaps = st.builds(Gap, addresses, addresses, perhaps(days), perhaps(days), words)
ranges = st.dictionaries(st.sampled_from(["incoming", "outgoing"]), few(names))
blockings = st.builds(Blocking, addresses, names, names, ranges, ranges, counts, ranges)
grouped = st.dictionaries(addresses, few(addresses), max_size=2)
shares = st.builds(Share, counts, perhaps(counts), perhaps(amounts))
costs = st.builds(
    lambda month, line, unpriced, more: Cost("EUR", month, (line,), unpriced, *more), sums,
    st.builds(Line, st.builds(Item, names, names), shares, shares), st.just(()) | st.just((Item("packages", "fax"),)),
    st.tuples(perhaps(sums), perhaps(sums), perhaps(sums)))
