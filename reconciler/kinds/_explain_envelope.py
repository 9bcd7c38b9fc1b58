"""Explanations of what every document has around its spec."""

from collections.abc import Mapping

from reconciler.kinds._field_text import FieldText

ENVELOPE: Mapping[str, FieldText] = {
    "apiVersion": FieldText.of(
        "Fassung des Manifest-Formats; immer cloudpbx/v1.",
        "Version of the manifest format; always cloudpbx/v1.",
        "cloudpbx/v1", "FORM-7"),
    "kind": FieldText.of(
        "Art der Ressource, etwa Workplace oder Group.",
        "Kind of the object, such as Workplace or Group.",
        "Workplace", "FORM-7"),
    "metadata": FieldText.of(
        "Name, Etiketten und Anmerkungen der Ressource.",
        "Name, labels and annotations of the object.",
        "{name: anna.schmidt}", "FORM-3"),
    "metadata.name": FieldText.of(
        "Name der Ressource, je Art einmalig. Beim Workplace ist er der Benutzername im Portal, der sich nie "
        "ändern lässt: Ein neuer Name bedeutet löschen und neu anlegen.",
        "Name of the object, unique within its kind. For a Workplace it is the portal's user name, which can "
        "never change: a new name means delete and create.",
        "anna.schmidt", "FORM-8", "FORM-9", "USERNAME-1", "USERNAME-2", "USERNAME-3", "USERNAME-4",
        "USERNAME-5", "USERNAME-6"),
    "metadata.labels": FieldText.of(
        "Freie Etiketten; sie dienen nur der Auswahl mit --select und in Defaults.",
        "Free labels; they only serve selection by --select and in Defaults.",
        "{team: sales}"),
    "metadata.annotations": FieldText.of(
        "Hinweise an das Werkzeug; das Portal erfährt davon nichts.",
        "Notes to the tool; the portal never sees them.",
        '{"reconciler/was": vertrieb-alt}', "IGN-1"),
    "metadata.annotations.reconciler/ignore": FieldText.of(
        "Schaltet eine Warnung für diese Ressource stumm; die Begründung in Klammern ist Pflicht. Fehler lassen "
        "sich nicht stumm schalten.",
        "Silences one warning for this object; the reason in brackets is required. Errors cannot be "
        "silenced.",
        "AUTH-3 (kein Diensthandy)", "IGN-1"),
    "metadata.annotations.reconciler/was": FieldText.of(
        "Früherer Name bei einer Umbenennung. Beim Workplace wird aus Löschen und Anlegen ein einziger Ersatz.",
        "Former name in a rename. For a Workplace it turns a delete and a create into one replace.",
        "vertrieb-alt", "NAME-1", "NAME-2", "NAME-3"),
    "spec": FieldText.of(
        "Der Wunsch: Was hier weder steht noch geerbt wird, ist leer oder hat seinen Standardwert.",
        "The wish: what is neither written here nor inherited is empty or has its default.",
        "{group: bonn}"),
    "status": FieldText.of(
        "Leben einer Ressource im Portal. Nur für „portal init“ und „dump --status“; in Manifesten ohne Wirkung.",
        "An object's life in the portal. Only for `portal init` and `dump --status`; no effect in manifests.",
        "{state: active, activatedOn: 2026-10-01}"),
    "status.state": FieldText.of(
        "active oder inactive. Ohne Angabe gilt active.",
        "active or inactive. The default is active.",
        "active"),
    "status.activatedOn": FieldText.of(
        "Tag der Aktivierung (JJJJ-MM-TT), nicht nach dem Tag des Portals. Von ihm an laufen die 30 Tage "
        "Mindestlaufzeit. Ohne Angabe gilt der Erste desselben Monats im Jahr davor, oder der früheste Tag in "
        "bookedOn, wenn der noch davor liegt: Dann läuft keine Mindestlaufzeit mehr.",
        "Day of activation (YYYY-MM-DD), not after the portal's day. The minimum term of 30 days runs from it. Without "
        "it, it is the first of the same month a year before, or the earliest day in bookedOn if that is earlier: then "
        "no minimum term is running.",
        "2026-10-01", "TERM-1", "FORM-2"),
    "status.bookedOn": FieldText.of(
        "Buchungstag je Zusatz-Paket, auch für mobileIntegration; Beginn der jeweiligen Mindestlaufzeit, nicht vor "
        "activatedOn und nicht nach dem Tag des Portals. Was hier nicht steht, gilt als mit activatedOn gebucht.",
        "Day of booking for each package, and for mobileIntegration; the beginning of its minimum term, not before "
        "activatedOn and not after the portal's day. What is not listed counts as booked on activatedOn.",
        "{conference-plus: 2026-11-10}", "TERM-2", "TERM-3", "FORM-1", "FORM-2"),
}
"""Path from the document's top → its explanation; ``spec`` itself is explained by kind."""
