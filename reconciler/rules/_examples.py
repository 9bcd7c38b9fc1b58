"""Short documents for the examples of the rules: whole and faultless but for what is said otherwise.

They are put over the base company of the tests and replace what has the same kind and name. An example that
has a company of another name stands alone.
"""

HEAD = "apiVersion: cloudpbx/v1\nkind: {kind}\nmetadata: {{name: {name}}}\nspec:\n"

WORKPLACE = {
    "group": "bonn",
    "blockingProfile": "standard",
    "user": "{firstName: Bea, lastName: Keller}",
    "login": '{email: b.keller@musterwerke.example, mobile: "+49 171 5550100"}',
}
COMPANY = {
    "generation": '"2.0"',
    "contract": "line",
    "lines": "[{name: hauptsitz, address: {city: Bonn}}, {name: rheinufer, address: {city: Köln}}]",
    "quota": "50",
    "defaultGroup": "bonn",
    "defaultBlockingProfile": "standard",
}


def document(kind: str, name: str, **spec: str) -> str:
    """A document; each value is YAML as it stands behind its key, empty ones are left out."""
    lines = (f"  {key}: {value}\n" for key, value in spec.items() if value)
    return HEAD.format(kind=kind, name=name) + "".join(lines)


def workplace(name: str = "b.keller", **spec: str) -> str:
    """A workplace."""
    return document("Workplace", name, **{**WORKPLACE, **spec})


def company(**spec: str) -> str:
    """The company."""
    return document("Company", "musterwerke", **{**COMPANY, **spec})


def first_generation(*documents: str) -> str:
    """The same on Cloud PBX 1.0: a company that stands alone, with a group and a blocking profile."""
    return together(
        document("Company", "altwerke", generation='"1.0"', contract="line", defaultGroup="bonn"),
        document("Group", "bonn", blockingProfile="standard"),
        document("BlockingProfile", "standard", outgoing='["+49900"]'),
        *documents,
    )


def together(*documents: str) -> str:
    """Several documents as one text."""
    return "---\n".join(documents)
