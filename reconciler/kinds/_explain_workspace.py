"""Explanations of what only the tool reads: workspace, defaults, catalogue."""

from collections.abc import Mapping

from reconciler.kinds._field_text import FieldText

WORKSPACE: Mapping[str, FieldText] = {
    "workspace": FieldText.of(
        "Der Arbeitsordner: reconciler.yaml sagt, wo die Manifeste liegen, welches Portal gilt und wie viel ein "
        "Plan ändern darf.",
        "The workspace: reconciler.yaml tells where the manifests lie, which portal is meant and how much one "
        "plan may change.",
        "{manifests: [manifests], portal: {driver: local}}"),
    "workspace.manifests": FieldText.of(
        "Dateien oder Ordner unterhalb des Arbeitsordners. Standard: manifests.",
        "Files or folders below the workspace. Default: manifests.",
        "[manifests]", "YAML-10"),
    "workspace.portal": FieldText.of(
        "Welches Portal verglichen und bedient wird.",
        "Which portal is compared and operated.",
        "{driver: local, path: .reconciler/portal.db}"),
    "workspace.portal.driver": FieldText.of(
        "local (Standard): Probeportal in einer Datei. http: ein Portal als Server. listimport ist der Name für ein "
        "anderes Portal, das diese Fassung nicht bedient.",
        "local (default): a rehearsal portal in a file. http: a portal as a server. listimport is the name of another "
        "portal, which this version does not operate.",
        "local"),
    "workspace.portal.path": FieldText.of(
        "Datei des Probeportals, vom Arbeitsordner aus. Standard: .reconciler/portal.db.",
        "File of the rehearsal portal, seen from the workspace. Default: .reconciler/portal.db.",
        ".reconciler/portal.db"),
    "workspace.portal.url": FieldText.of(
        "Adresse eines Portals mit dem Treiber http, der sie braucht: https, und http nur auf demselben Rechner. Für "
        "local ohne Wirkung.",
        "Address of a portal with driver http, which needs it: https, and http on the same machine only. No effect for "
        "local.",
        "https://portal.musterwerke.example"),
    "workspace.portal.timeout": FieldText.of(
        "Wie viele Sekunden ein Aufruf des Portals mit dem Treiber http dauern darf. Standard: 15s.",
        "How many seconds one call to a portal with driver http may take. Default: 15s.",
        "15s"),
    "workspace.portal.ca": FieldText.of(
        "Datei mit den Zertifikaten (PEM), an denen ein Portal mit dem Treiber http sich ausweist, vom Arbeitsordner "
        "aus. Ohne sie zählen die, denen das System vertraut.",
        "File of the certificates (PEM) by which a portal with driver http proves who it is, seen from the workspace. "
        "Without it those count that the system trusts.",
        "certificates/portal.pem"),
    "workspace.language": FieldText.of(
        "Sprache der Texte für Menschen: de oder en. --lang und RECONCILER_LANG gehen vor.",
        "Language of texts for people: de or en. --lang and RECONCILER_LANG take precedence.",
        "de"),
    "workspace.priceBook": FieldText.of(
        "Datei unterhalb des Arbeitsordners mit den eigenen Preisen (Art PriceBook). Ohne sie nennt kein Befehl eine "
        "Summe.",
        "File below the workspace with your own prices (kind PriceBook). Without it no command prints a sum.",
        "prices.yaml", "PRICE-4"),
    "workspace.policy": FieldText.of(
        "Was mit Unbekanntem geschieht, wohin Zugangsdaten gehen dürfen, die Grenzen eines Plans und was er nie "
        "anfasst.",
        "What happens to unknown objects, where credentials may go, the limits of one plan, and what it never touches.",
        "{unmanaged: report}"),
    "workspace.policy.unmanaged": FieldText.of(
        "Was im Portal steht und in keinem Manifest: report meldet es, delete löscht es, bis auf das, was policy.keep "
        "nennt. Standard: report.",
        "What is in the portal and in no manifest: report lists it, delete removes it but for what policy.keep names. "
        "Default: report.",
        "report"),
    "workspace.policy.protect": FieldText.of(
        "Muster von Adressen (Art/Name, * für beliebigen Text), die nie gelöscht und nie ersetzt werden, was auch in "
        "den Manifesten steht oder fehlt; auch kein --allow erlaubt es. Zurückgezogen wird weiterhin, was noch "
        "unbestellt im Warenkorb liegt. Ein Muster, das nichts trifft, ist eine Warnung.",
        "Patterns of addresses (kind/name, * for any text) that are never deleted and never replaced, whatever the "
        "manifests say or lack; no --allow permits it. What lies in the cart unbought is still withdrawn. A pattern "
        "that fits nothing is a warning.",
        "[workplace/empfang-*, group/zentrale]", "PROTECTED", "POL-1"),
    "workspace.policy.keep": FieldText.of(
        "Muster von Adressen (Art/Name, * für beliebigen Text), die bei unmanaged: delete trotzdem bleiben, obwohl "
        "kein Manifest sie nennt; der Plan führt sie auf. Bei report ohne Wirkung.",
        "Patterns of addresses (kind/name, * for any text) that stay with unmanaged: delete although no manifest "
        "names them; the plan lists them. No effect with report.",
        "[workplace/fax-*]", "POL-1"),
    "workspace.policy.mailDomains": FieldText.of(
        "Erlaubte Domains für Adressen zur Authentifizierung. Leer: keine Prüfung.",
        "Allowed domains of authentication addresses. Empty: not checked.",
        "[musterwerke.example]", "G2"),
    "workspace.policy.limits": FieldText.of(
        "Grenzen, ab denen ein Plan anhält: Anzahl oder Anteil. Anteile zählen erst ab 10 vorhandenen Ressourcen.",
        "Limits at which a plan stops: a count or a share. Shares count only from 10 existing objects.",
        "{deletes: 5%, updates: 30%, creates: 50}"),
    "workspace.policy.limits.deletes": FieldText.of(
        "Wie viele Ressourcen ein Plan höchstens löscht. Standard: 5%. Mehr erlaubt --allow deletes=N.",
        "How many objects one plan deletes at most. Default: 5%. --allow deletes=N permits more.",
        "5%", "LIMIT-DELETES"),
    "workspace.policy.limits.updates": FieldText.of(
        "Wie viele Ressourcen ein Plan höchstens ändert. Standard: 30%. Mehr erlaubt --allow updates=N.",
        "How many objects one plan updates at most. Default: 30%. --allow updates=N permits more.",
        "30%", "LIMIT-UPDATES"),
    "workspace.policy.limits.creates": FieldText.of(
        "Wie viele Ressourcen ein Plan höchstens anlegt. Standard: 50. Mehr erlaubt --allow creates=N.",
        "How many objects one plan creates at most. Default: 50. --allow creates=N permits more.",
        "50", "LIMIT-CREATES"),
    "defaults": FieldText.of(
        "Vorgaben für passende Arbeitsplätze; nur im Werkzeug, das Portal kennt sie nicht. Schwächer als "
        "Arbeitsplatz und Mustervorlage, stärker als Gruppe und Unternehmen.",
        "Defaults for workplaces that match; known to the tool only, not to the portal. Weaker than workplace "
        "and template, stronger than group and company.",
        "{match: {group: bonn}, workplace: {department: innendienst}}", "DEF-1"),
    "defaults.match": FieldText.of(
        "Welche Arbeitsplätze gemeint sind; jedes genannte Merkmal muss zutreffen. Leer: alle. Mehr Merkmale "
        "gehen vor weniger.",
        "Which workplaces are meant; every criterion written must hold. Empty: all. More criteria win over "
        "fewer.",
        "{group: bonn}", "DEF-1"),
    "defaults.match.group": FieldText.of(
        "Nur Arbeitsplätze dieser Gruppe.",
        "Only workplaces of this group.",
        "bonn", "REF-1"),
    "defaults.match.department": FieldText.of(
        "Nur Arbeitsplätze dieses Bereichs.",
        "Only workplaces of this department.",
        "innendienst", "REF-1"),
    "defaults.match.template": FieldText.of(
        "Nur Arbeitsplätze mit dieser Mustervorlage.",
        "Only workplaces with this template.",
        "vertrieb", "REF-1"),
    "defaults.match.labels": FieldText.of(
        "Nur Arbeitsplätze mit allen diesen Etiketten und Werten.",
        "Only workplaces with all of these labels and values.",
        "{team: sales}"),
    "defaults.workplace": FieldText.of(
        "Beliebiger Teil eines Arbeitsplatzes, der für alle passenden gilt. Pakete und Endgeräte kommen hinzu.",
        "Any part of a workplace, for all that match. Packages and devices are added.",
        "{devices: [{profile: desktop-client-full}]}", "DEF-1"),
    "catalog": FieldText.of(
        "Eigene Endgeräteprofile und Pakete neben den mitgelieferten; nur im Werkzeug.",
        "Own device profiles and packages beside those that come with the tool; known to the tool only.",
        "{devices: [yealink-t54w]}", "DEV-6", "PKG-12"),
    "catalog.devices": FieldText.of(
        "Weitere Endgeräteprofile in der Form hersteller-modell.",
        "Further device profiles in the form manufacturer-model.",
        "[yealink-t54w]", "DEV-6"),
    "catalog.packages": FieldText.of(
        "Weitere Zusatz-Pakete, so benannt wie in den Manifesten.",
        "Further packages, named as in the manifests.",
        "[reporting]", "PKG-12"),
}
"""Kind and path → its explanation."""
