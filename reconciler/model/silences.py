"""What manifests say that they know: findings that are silent for one resource, each with a reason."""

from collections.abc import Iterator, Mapping

from reconciler.model.resource import Resource

IGNORE = "reconciler/ignore"


def silences(resource: Resource | None) -> Mapping[str, str]:
    """Rule id → reason, as the manifest's annotation has them: ``AUTH-3 (reason), GROUP-1 (reason)``."""
    text = resource.annotations.get(IGNORE) if resource else None
    return dict(_read(text)) if isinstance(text, str) else {}


def _read(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split("),"):
        rule, _, reason = part.partition("(")
        for one in rule.split(","):
            if one.strip():
                yield one.strip(), reason.rstrip(") ").strip()
