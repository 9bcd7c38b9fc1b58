"""QUOTA-1: no more workplaces than the quota.

Source: help page "Arbeitsplätze verwalten". Values: count, quota.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import company as company_document
from reconciler.rules._examples import together, workplace
from reconciler.rules._holders import staying
from reconciler.rules._known import company, company_address
from reconciler.rules._sources import page


def _check(facts: Facts) -> tuple[Breach, ...]:
    contract = company(facts)
    if contract is None or contract.quota is None:
        return ()
    count = len(staying(facts))
    if count <= contract.quota:
        return ()
    facts.need_all("workplace")
    values = {"count": count, "quota": contract.quota}
    return (Breach("QUOTA-1", company_address(facts), ("quota",), values),)


RULE = Rule(
    "QUOTA-1",
    Severity.ERROR,
    Text("Kontingent überschritten", "Quota exceeded"),
    Text(
        "Das Kontingent reicht für {quota} Arbeitsplätze, es wären {count}.",
        "The quota is for {quota} workplaces, there would be {count}.",
    ),
    Text(
        "Über das Kontingent hinaus richtet das Portal nichts ein.",
        "Beyond the quota the portal sets up nothing.",
    ),
    Text(
        "Beim Service ein größeres Kontingent bestellen oder Arbeitsplätze weglassen.",
        "Ask the service for a larger quota, or leave workplaces out.",
    ),
    page("Arbeitsplätze verwalten"),
    whole=_check,
    portal=True,
    bad=Example(together(company_document(quota="1"), workplace())),
    good=Example(together(company_document(quota="2"), workplace())),
)
