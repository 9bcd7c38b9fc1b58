"""Hostile manifests, one row each: what lies in the folder, and what must come of it.

The table holds what reading alone decides. Each row can be laid into any folder with ``lay``, so that the
same rows can be sent through the whole command line too.
"""

import os
from pathlib import Path
from typing import NamedTuple

HEAD = b"apiVersion: cloudpbx/v1\nkind: Workplace\nmetadata: {name: anna.schmidt}\n"


class Case(NamedTuple):
    """``files`` below the folder of manifests, and the ids of all breaches in order; none means accepted.

    ``spec`` are values that an accepted document must have, by key. ``links`` are symbolic links by name
    and target, ``pipes`` are named pipes, ``holes`` are files of a size that hold only zeros.
    """

    id: str
    files: dict[str, bytes] = {}  # noqa: RUF012 - never changed
    rules: tuple[str, ...] = ()
    spec: dict[str, object] = {}  # noqa: RUF012 - never changed
    links: dict[str, str] = {}  # noqa: RUF012 - never changed
    pipes: tuple[str, ...] = ()
    holes: dict[str, int] = {}  # noqa: RUF012 - never changed


def lay(case: Case, folder: Path) -> None:
    """Write everything of a case into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, raw in case.files.items():
        target = folder / os.fsdecode(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)
    for name, target_name in case.links.items():
        (folder / name).symlink_to(target_name)
    for name in case.pipes:
        os.mkfifo(folder / name)
    for name, size in case.holes.items():
        with (folder / name).open("wb") as file:
            file.truncate(size)


def value(case_id: str, written: str, read: object) -> Case:
    """One scalar in ``spec.v`` that must be read as it is."""
    return Case(case_id, {"x.yaml": HEAD + f"spec:\n  v: {written}\n".encode()}, spec={"v": read})


def refused(case_id: str, written: str, *rules: str) -> Case:
    """A spec that must be refused."""
    return Case(case_id, {"x.yaml": HEAD + f"spec:\n{written}\n".encode()}, rules)


def whole(case_id: str, raw: bytes, *rules: str) -> Case:
    """A file that must be refused, or accepted where no rule is given."""
    return Case(case_id, {"x.yaml": raw}, rules)


def named(case_id: str, written: str, *rules: str) -> Case:
    """A document with this name."""
    text = f"apiVersion: cloudpbx/v1\nkind: Workplace\nmetadata:\n  name: {written}\nspec: {{}}\n"
    return Case(case_id, {"x.yaml": text.encode()}, rules)


BOMB = "  a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"  {b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

SCALARS = (
    value("B1-number", "0301234567", "0301234567"),
    value("B1-plus", "+4930123456", "+4930123456"),
    value("B2-zero", "0112", "0112"),
    value("B4-trunk", "+49 (0) 30 / 1234-0", "+49 (0) 30 / 1234-0"),
    value("B5-underscores", "030_123_45", "030_123_45"),
    value("B5-hex", "0x1F", "0x1F"),
    value("B5-exponent", "1e5", "1e5"),
    value("B5-full-width", "０３０", "０３０"),
    value("B8-exponent", "12e7x", "12e7x"),
    value("B8-yes", "yes", "yes"),
    value("B8-no", "no", "no"),
    value("B8-thousand", "1_000", "1_000"),
    value("B8-null", "null", None),
    value("B8-tilde", "~", None),
    value("B8-nothing", "", None),
    value("B8-quoted-null", '"null"', "null"),
    value("B8-quoted-nothing", "''", ""),
    value("B8-sexagesimal", "10:20:30:40:50:51", "10:20:30:40:50:51"),
    value("B8-true", "true", "true"),
    value("B17-digits", "9" * 5000, "9" * 5000),
    value("B17-date", "2026-02-30", "2026-02-30"),
    value("B19-workflow", '"::add-mask::x"', "::add-mask::x"),
    value("B19-markup", '"</details>@all ![](http://x)"', "</details>@all ![](http://x)"),
    value("B19-formula", '"=HYPERLINK(1)"', "=HYPERLINK(1)"),
    value("B19-jndi", '"${jndi:ldap://x}"', "${jndi:ldap://x}"),
    value("B19-sql", "\"'; DROP TABLE\"", "'; DROP TABLE"),
    value("B21-up", "../../etc/passwd", "../../etc/passwd"),
    value("B21-url", "http://169.254.169.254/latest", "http://169.254.169.254/latest"),
    value("B27-template", '"{{ config.token }}"', "{{ config.token }}"),
    value("B27-variable", "${HOME}", "${HOME}"),
)

YAML = (
    refused("B9-twice", "  group: bonn\n  language: de\n  group: berlin", "YAML-2"),
    refused("B9-twice-quoted", "  group: bonn\n  'group': bonn", "YAML-2"),
    refused("B9-twice-flow", "  user: {city: a, city: b}", "YAML-2"),
    whole("B9-twice-on-top", HEAD + b"spec: {}\nspec: {group: bonn}\n", "YAML-2"),
    refused("B11-python", '  v: !!python/object/apply:os.system ["id"]', "YAML-3"),
    refused("B11-binary", "  v: !!binary aGk=", "YAML-3"),
    refused("B11-set", "  v: !!set {a}", "YAML-3"),
    refused("B11-include", "  v: !include x", "YAML-3"),
    refused("B11-handle", "  v: !e!x y", "YAML-3"),
    refused("B11-str", "  v: !!str 1", "YAML-3"),
    refused("B11-only-mark", "  v: ! 1", "YAML-3"),
    refused("B27-js", '  v: !!js "x"', "YAML-3"),
    refused("B12-anchor", "  a: &a x", "YAML-4"),
    refused("B12-alias", "  a: &a x\n  b: *a", "YAML-4"),
    refused("B12-unknown-alias", "  b: *a", "YAML-4"),
    refused("B12-merge", "  <<: *b", "YAML-4"),
    refused("B12-merge-flow", "  <<: {a: b}", "YAML-4"),
    refused("B12-star", "  v: *", "YAML-4"),
    refused("B13-bomb", BOMB, "YAML-4"),
    refused("B14-cycle", "  v: &a [*a]", "YAML-4"),
    refused("B15-lists", "  v: " + "[" * 20_000, "YAML-5"),
    refused("B15-braces", "  v: " + "{a: " * 20_000, "YAML-5"),
    refused("B15-dashes", "  v:\n  " + "- " * 20_000, "YAML-5"),
    refused("B15-twenty-one", "  v: " + "[" * 19 + "]" * 19, "YAML-5"),
    value("B15-twenty", "[" * 18 + "]" * 18, [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]),
    refused("B16-scalar", "  v: " + "x" * 65_537, "YAML-6"),
    value("B16-scalar-fits", "x" * 65_536, "x" * 65_536),
    refused("B16-umlauts", "  v: " + "ä" * 32_769, "YAML-6"),
    whole("B16-document", HEAD + b"# x\n" * 262_144, "YAML-6"),
    whole("B16-one-line", b"x" * 3_000_000, "YAML-6"),
    whole("B16-documents", b"---\n" * 500_001, "YAML-6"),
    Case("B16-file", rules=("YAML-6",), holes={"x.yaml": 256 * 1024 * 1024 + 1}),
    refused("form-colon", "  v: a: b", "YAML-1"),
    refused("form-quote", '  v: "x', "YAML-1"),
    refused("form-bracket", "  v: [a, b", "YAML-1"),
    refused("form-at", "  v: @x", "YAML-1"),
    refused("form-escape", '  v: "C:\\q"', "YAML-1"),
    refused("form-indent", "  a:\n    b: c\n   d: e", "YAML-1"),
    refused("form-key-list", "  ? [a]\n  : b", "YAML-1"),
    refused("form-key-mapping", "  {a: b}: c", "YAML-1"),
    refused("form-key-null", "  ~: b", "YAML-1"),
    refused("form-key-empty", "  : b", "YAML-1"),
    whole("form-directive", b"%YAML 1.2\n---\n" + HEAD, "YAML-11"),
    whole("form-tag-directive", b"%TAG ! !x\n---\n" + HEAD, "YAML-11"),
    whole("form-unknown-directive", b"%FOO\n---\n" + HEAD, "YAML-11"),
    whole("form-text-after-end", HEAD + b"...\nkind: Workplace\n", "YAML-11"),
    whole("form-directive-after-end", HEAD + b"...\n%YAML 1.1\n---\n", "YAML-11"),
    whole("form-end-mark", HEAD + b"...\n"),
    whole("form-cut-in-quotes", HEAD + b"spec:\n  v: 'x\n---\ny'\n", "YAML-1", "YAML-9"),
    whole("form-list-on-top", b"- a\n- b\n", "YAML-9"),
    whole("form-text-on-top", b"hello\n", "YAML-9"),
    whole("form-null-on-top", b"null\n", "YAML-9"),
)

BYTES = (
    whole("B18-two", HEAD + b"---\n" + HEAD.replace(b"anna", b"bert")),
    whole("B18-second-without-kind", HEAD + b"---\nv: 1\n", "FORM-1", "FORM-3", "FORM-3", "FORM-3"),
    whole("B18-bom", b"\xef\xbb\xbf" + HEAD),
    whole("B18-bom-and-cut", b"\xef\xbb\xbf---\n" + HEAD),
    whole("B18-crlf", HEAD.replace(b"\n", b"\r\n") + b"---\r\n# nothing\r\n"),
    whole("B18-cr", HEAD.replace(b"\n", b"\r"), "YAML-7"),
    refused("B18-tab", "\tv: 1", "YAML-7"),
    refused("B18-tab-in-list", "  v:\n  - a\n\t- b", "YAML-7"),
    refused("B18-next-line", "  v: a\u0085b", "YAML-7"),
    refused("B18-line-separator", "  v: a\u2028b", "YAML-7"),
    refused("B18-nul", "  v: a\0b", "YAML-7"),
    refused("B18-escaped-nul", '  v: "\\0"', "FORM-6"),
    refused("B18-escape", "  v: \x1b[31m", "YAML-7"),
    refused("B18-delete", "  v: a\x7fb", "YAML-7"),
    whole("B18-latin-1", HEAD + "spec: {v: Müller}\n".encode("latin-1"), "YAML-7"),
    whole("B18-utf-16", HEAD.decode().encode("utf-16"), "YAML-7"),
    whole("B18-surrogate", HEAD + b"spec: {v: \xed\xa0\x80}\n", "YAML-7"),
    refused("B19-terminal", '  v: "\\e[2J\\e[31mOK"', "FORM-6"),
    refused("B19-return", '  v: "a\\rb"', "FORM-6"),
    refused("B19-bidi", "  v: \u202etxt", "FORM-6"),
    refused("B19-bidi-escaped", '  v: "\\u202etxt"', "FORM-6"),
    refused("B19-zero-width", "  v: a\u200bb", "FORM-6"),
    refused("B19-bom-inside", "  v: a\ufeffb", "FORM-6"),
    refused("B19-soft-hyphen", "  v: a\u00adb", "FORM-6"),
    refused("B19-filler", "  v: \u3164", "FORM-6"),
    refused("B19-word-joiner", "  v: a\u2060b", "FORM-6"),
    refused("B19-arabic-mark", "  v: a\u061cb", "FORM-6"),
    refused("B19-tag", "  v: a\U000e0041b", "FORM-6"),
    value("B19-combining", "Zoe\u0308", "Zoe\u0308"),
    refused("B19-in-key", '  "a\\eb": x', "FORM-6"),
    refused("B19-in-list", '  v: [a, {b: "\\x07"}]', "FORM-6"),
    value("B19-line-break", '"a\\nb\\tc"', "a\nb\tc"),
    named("B19-name-terminal", '"\\e[2J"', "FORM-9"),
    named("B19-name-bidi", "\u202etxt", "FORM-9"),
    named("name-slash", "a/b", "FORM-9"),
    named("name-empty", '""', "FORM-9"),
    named("name-blank", '" anna"', "FORM-9"),
    named("name-no-break-space", "\u00a0", "FORM-9"),
    named("name-blank-behind", "anna\u2003", "FORM-9"),
    named("name-break", '"anna\\n"', "FORM-9"),
    named("name-long", "x" * 254, "FORM-9"),
    named("name-longest", "x" * 253),
    named("name-null", "null", "FORM-3"),
    named("name-list", "[a]", "FORM-2"),
    named("name-number", "4711"),
    refused("B26-conflict", "<<<<<<< HEAD\n  v: 1\n=======\n  v: 2\n>>>>>>> main", "YAML-8"),
    refused("B26-conflict-end", "  v: 2\n>>>>>>> main", "YAML-8"),
    value("B26-heading", "|\n    =======\n    x", "=======\nx\n"),
    whole("B26-pointer", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "YAML-8"),
    Case("B26-other-suffix", {"x.yaml.orig": b"<<<<<<< x", "x.yaml~": b"[", "x.txt": b"\0", "x.yaml": HEAD}),
    Case("hidden", {".x.yaml": b"[", ".git/x.yaml": b"[", "x.yaml": HEAD}),
)

FILES = (
    Case("B22-link", {"x.yaml": HEAD}, ("YAML-10",), links={"y.yaml": "/etc/passwd"}),
    Case("B22-link-up", {"x.yaml": HEAD}, ("YAML-10",), links={"up": ".."}),
    Case("B22-link-to-itself", {"x.yaml": HEAD}, ("YAML-10",), links={"y.yaml": "y.yaml"}),
    Case("B22-link-to-nothing", {"x.yaml": HEAD}, ("YAML-10",), links={"sub": "nowhere"}),
    Case("B23-pipe", {"x.yaml": HEAD}, ("YAML-10",), pipes=("y.yaml",)),
    Case("B23-empty", {"x.yaml": b""}, ("YAML-9",)),
    Case("B23-blank", {"x.yaml": b"\n  \n# nothing\n---\n"}, ("YAML-9",)),
    Case("B24-line-break", {"a\nb.yaml": b"["}, ("YAML-1",)),
    Case("B24-names", {"-rf.yaml": HEAD, "$(id).txt": b"", "\U0001f4de.txt": b""}),
    Case("B24-long", {"x" * 250 + ".yaml": HEAD}),
    Case("B24-no-utf-8", {os.fsdecode(b"\xff\xfe.yaml"): b"["}, ("YAML-1",)),
    Case("upper-case-suffix", {"X.YAML": b"["}, ("YAML-1",)),
)

FRAME = (
    whole("B10-misspelt", HEAD.replace(b"metadata", b"metdata"), "FORM-1", "FORM-3"),
    whole("B10-misspelt-label", HEAD.replace(b"{name", b"{lables: {}, name"), "FORM-1"),
    whole("kind-unknown", HEAD.replace(b"Workplace", b"Workpalce"), "FORM-7"),
    whole("name-of-other-characters", HEAD.replace(b"Workplace", b"Group").replace(b"anna", "ko\u0308ln".encode()),
          "FORM-9"),
    whole("kind-missing", HEAD.replace(b"kind: Workplace\n", b""), "FORM-3"),
    whole("kind-list", HEAD.replace(b"Workplace", b"[Workplace]"), "FORM-2"),
    whole("version-other", HEAD.replace(b"v1", b"v2"), "FORM-7"),
    whole("version-missing", HEAD.replace(b"apiVersion: cloudpbx/v1\n", b""), "FORM-3"),
    whole("metadata-missing", b"apiVersion: cloudpbx/v1\nkind: Workplace\n", "FORM-3"),
    whole("metadata-text", HEAD.replace(b"{name: anna.schmidt}", b"anna"), "FORM-2"),
    whole("labels-list", HEAD.replace(b"{name", b"{labels: [a], name"), "FORM-2"),
    whole("label-null", HEAD.replace(b"{name", b"{labels: {a: }, name"), "FORM-2"),
    whole("annotation-list", HEAD.replace(b"{name", b"{annotations: {a: []}, name"), "FORM-2"),
    whole("labels-null", HEAD.replace(b"{name", b"{labels: , name")),
    whole("same-twice", HEAD + b"---\n" + HEAD, "FORM-8"),
    Case("same-twice-in-two", {"a.yaml": HEAD, "b.yml": HEAD, "c.json": b'{"apiVersion": "cloudpbx/v1",'
                               b'"kind": "Workplace", "metadata": {"name": "bert"}}'}, ("FORM-8",)),
    whole("same-name-of-two-kinds", HEAD + b"---\n" + HEAD.replace(b"Workplace", b"Group")),
    whole("all-at-once", b"[\n---\na: {b: 1, b: 2}\n---\n" + HEAD + b"---\n!x y\n", "YAML-1", "YAML-2", "YAML-3"),
)

CASES = (*SCALARS, *YAML, *BYTES, *FILES, *FRAME)
