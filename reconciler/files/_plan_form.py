"""The form of a plan file: what reading it back relies on, key by key. Keys that are not listed may be anything."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Verb = Literal["activate", "delete", "book", "cancel", "change", "withdraw", "create", "update", "remove"]


class Form(BaseModel):
    """Values of exactly these types; nothing is converted."""

    model_config = ConfigDict(strict=True, defer_build=True)


class _Portal(Form):
    driver: str
    company: str
    origin: str
    revision: str


class _Summary(Form):
    unchanged: int
    documents: int


class _Thing(Form):
    """An element with fields of its own, such as a department."""

    key: dict[str, str] = Field(min_length=1)
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class _Word(Form):
    """An element that is a word, such as a package: it comes or goes."""

    key: str
    before: str | None
    after: str | None

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        if self.before is not None and self.after is not None:
            raise ValueError(self.key)
        return self


class _Field(Form):
    path: str
    before: Any
    after: Any
    place: str | None
    items: list[_Thing | _Word] = []


class _Change(Form):
    address: str
    action: Literal["create", "update", "replace", "delete", "withdraw"]
    reason: str
    was: str = ""
    fields: list[_Field]


class _Wait(Form):
    rule: str
    until: str
    message: str


class _Order(Form):
    ref: str | None
    channel: Literal["cart", "direct"]
    verb: Verb
    address: str
    item: str = ""
    target: str = ""
    activation_date: str = Field("", alias="activationDate")
    works_from: str = Field("", alias="worksFrom")
    binds_until: str = Field("", alias="bindsUntil")
    note: str = ""
    expects: int
    waits_for: list[_Wait] = Field(alias="waitsFor")
    body: dict[str, Any]


class _Wave(Form):
    not_before: str = Field(alias="notBefore")
    orders: list[_Order]


class _Blocked(Form):
    address: str
    action: str
    rule: str
    message: str
    help: str


class _Related(Form):
    place: str
    label: str


class _Finding(Form):
    rule: str
    severity: Literal["error", "warning", "info"]
    address: str | None
    place: str | None
    path: str
    message: str
    help: str
    why: str
    source: str
    also: list[_Related]


class _Selection(Form):
    target: list[str]
    exclude: list[str]
    select: list[str]


class _Binding(Form):
    until: str
    workplaces: int
    packages: int


class _Commitments(Form):
    workplaces: int
    packages: int
    until: str | None
    binds: list[_Binding]
    mails: int
    sms: int


class _Emergency(Form):
    address: str
    fields: list[str]


class _Handover(Form):
    number: str
    giver: str = Field(alias="from")
    to: str | None


class _Gap(Form):
    address: str
    was: str = ""
    item: str = ""
    last: str | None
    again: str | None


class _Blocking(Form):
    address: str
    before: str
    after: str
    opens: dict[str, list[str]]
    blocks: dict[str, list[str]]
    stays: dict[str, list[str]]
    workplaces: int


class _Position(Form):
    ref: str
    address: str
    verb: Verb
    item: str = ""
    activation_date: str | None = Field(alias="activationDate")
    ours: bool
    state: Literal["in-cart", "ordered", "done", "rejected"]
    rule: str = ""
    reason: str = ""


class _Share(Form):
    count: int
    start: int | None = Field(alias="from")
    price: str | None


class _Line(Form):
    item: str
    section: str
    before: _Share
    after: _Share


class _Month(Form):
    before: str
    after: str


class _Sums(_Month):
    bound: str


class _Cost(Form):
    currency: str
    unpriced: list[str]
    monthly: _Month
    bound: str
    cart: _Sums | None = None
    in_cart: _Sums | None = Field(None, alias="inCart")
    added: _Sums | None = None
    lines: list[_Line]


class _Unordered(Form):
    count: int
    since: str | None
    sums: _Sums | None
    currency: str | None
    commitments: _Commitments


class _Ordered(Form):
    count: int
    until: str


class _Chore(Form):
    address: str
    rule: str
    message: str


class PlanForm(Form):
    """A whole plan file."""

    format_version: str = Field(alias="formatVersion")
    command: Literal["plan"]
    exit: int
    as_of: str = Field(alias="asOf")
    digest: str
    portal: _Portal
    summary: _Summary
    changes: list[_Change]
    waves: list[_Wave]
    blocked: list[_Blocked]
    findings: list[_Finding]
    commitments: _Commitments
    indirect: dict[str, list[str]]
    followers: dict[str, list[str]]
    emergency: list[_Emergency]
    numbers: list[_Handover]
    gaps: list[_Gap]
    blocking: list[_Blocking]
    cost: _Cost | None
    unordered: _Unordered | None
    ordered: _Ordered | None
    manual: list[_Chore]
    unmanaged: list[str]
    kept: list[str] = []
    allowances: dict[str, int]
    refused: list[str]
    selection: _Selection
    cart: dict[str, str]
    foreign: list[_Position]
    notes: list[str]
    closing: str

