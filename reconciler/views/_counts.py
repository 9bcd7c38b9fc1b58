"""What is counted in a report."""

from collections import Counter
from collections.abc import Callable, Iterable

from reconciler.model.change import Action, Change
from reconciler.model.finding import Finding, Severity
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.plan import Plan
from reconciler.model.report import Report
from reconciler.views import _words as words
from reconciler.views import _words_cart as own
from reconciler.views import _words_looking as looking
from reconciler.views._describe import known


def by_action(plan: Plan | None) -> dict[str, int]:
    """How many addresses each action concerns, all actions named."""
    counts = dict.fromkeys(map(str, Action), 0)
    for change in plan.changes if plan else ():
        counts[change.action] += 1
    return counts


def by_severity(findings: Iterable[Finding], severity: Severity) -> int:
    """How many findings have this severity."""
    return sum(f.severity is severity for f in findings)


def finding_counts(report: Report, language: str) -> str:
    """``2 errors, 1 warning in 40 documents``."""
    errors = words.ERRORS.of(by_severity(report.findings, Severity.ERROR), language)
    warnings = words.WARNINGS.of(by_severity(report.findings, Severity.WARNING), language)
    where = words.IN_DOCUMENTS.of(report.documents, language) if report.documents else ""
    return f"{errors}, {warnings} {where}".rstrip()


def nothing_to_do(report: Report) -> bool:
    """Whether the report's plan is empty, so that one line says it all."""
    plan = report.plan
    if plan is None or report.command in ("cart", "order", "drift"):
        return False
    return not (plan.changes or plan.waves or plan.blocked or plan.refused or is_broken(report))


def says_nothing(report: Report) -> bool:
    """Whether a plan has nothing but errors: of what could not be read nothing is said."""
    return report.plan is not None and not report.plan.changes and is_broken(report)


def is_broken(report: Report) -> bool:
    """Whether there is no plan, because of errors in the manifests."""
    refused = report.plan.refused if report.plan else ()
    return any(f.severity is Severity.ERROR and f.rule not in refused for f in report.findings)


def all_active(report: Report) -> bool:
    """Whether nothing is on its way either: not in the cart, and not ordered, by us or for what manifests name."""
    left_alone = set(report.plan.unmanaged) if report.plan else set()
    return not (report.unordered or report.ordered or any(p.address not in left_alone for p in report.positions))


def calm_sentence(report: Report, language: str) -> str:
    """What an empty plan means: all is active as wished, or it is on its way."""
    calm = own.NOTHING_NEW if report.unordered or report.ordered else own.FOREIGN_ONLY
    done = words.NO_CHANGES_CHOSEN if chosen(report) else words.NO_CHANGES
    return (done if all_active(report) else calm).of(language)


def chosen(report: Report) -> tuple[str, ...]:
    """The flags that made this a report about a part only."""
    return (report.plan or report).selection.said()


def chosen_sentence(report: Report, language: str, quoted: Callable[[str], str] = str) -> str:
    """That what was not chosen is not told of; nothing where all was."""
    choice = ", ".join(map(quoted, chosen(report)))
    word = looking.CHOSEN_TERMS if report.command == "terms" else words.CHOSEN
    return word.of(language).format(choice=choice) if choice else ""


def blocked_addresses(plan: Plan | None) -> int:
    """How many addresses are blocked."""
    return len({b.address for b in plan.blocked}) if plan else 0


def uncovered(plan: Plan) -> list[Change]:
    """The changes that neither an order nor a blocked row tells of."""
    told = {o.address for w in plan.waves for o in w.orders} | {b.address for b in plan.blocked}
    told |= {c.address for a, c in known(plan).changes.items() if a in told}
    return [c for c in plan.changes if c.address not in told]


def tallies(plan: Plan, language: str) -> str:
    """``2 create, 1 update, …``: in a fixed order, zeros too."""
    counts = [f"{words.number(n, language)} {words.ACTIONS[a].of(language)}" for a, n in by_action(plan).items()]
    blocked = words.number(blocked_addresses(plan), language)
    return ", ".join([*counts, f"{blocked} {words.BLOCKED_COUNT.of(language)}"])


def by_way(orders: Iterable[Order]) -> tuple[int, int, int, int]:
    """How many orders go into the cart, change what lies there, take something out of it, and take effect at once."""
    ways = Counter("direct" if o.channel == "direct" else o.verb if o.verb in ("change", "withdraw") else "cart"
                   for o in orders)
    return ways["cart"], ways["change"], ways["withdraw"], ways["direct"]


def outcomes(report: Report) -> list[tuple[Order, Receipt]]:
    """Every order that was due with what became of it; without a receipt it was not tried."""
    received = {r.ref: r for r in report.receipts}
    due = report.plan.due if report.plan else ()
    return [(o, received.get(o.ref or "") or Receipt(o.ref or "", Outcome.NOT_TRIED)) for o in due]
