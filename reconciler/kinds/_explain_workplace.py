"""Explanations of a workplace: where it belongs, its numbers, devices and packages."""

from collections.abc import Mapping

from reconciler.kinds._field_text import FieldText

WORKPLACE: Mapping[str, FieldText] = {
    "workplace": FieldText.of(
        "Ein Arbeitsplatz mit allem, was dazugehört; sein Name ist der Benutzername. Anlegen und Löschen gehen "
        "über den Warenkorb; das Anlegen kostet Geld und bindet 30 Tage.",
        "A workplace with all that belongs to it; its name is the user name. Creation and deletion go through "
        "the cart; creation costs money and binds for 30 days.",
        '{group: bonn, number: {external: "+49 228 6380-58"}}', "TERM-1", "TERM-4", "QUOTA-1", "CART-1", "CART-2",
        "USERNAME-5"),
    "workplace.template": FieldText.of(
        "Mustervorlage, von der fehlende Werte kommen. Wer die Vorlage ändert, ändert auch den Arbeitsplatz.",
        "Template that missing values come from. Who changes the template changes the workplace too.",
        "vertrieb", "REF-1"),
    "workplace.group": FieldText.of(
        "Gruppe (Standort); fehlt sie in der ganzen Kette, die Standard-Gruppe. Unveränderlich: Ein Wechsel heißt "
        "löschen und neu anlegen.",
        "Group (site); the default group if missing along the whole chain. Immutable: a move means delete and "
        "create.",
        "bonn", "GROUP-1", "GROUP-2", "GROUP-3"),
    "workplace.department": FieldText.of(
        "Bereich innerhalb der Gruppe; freiwillig. Ein Wechsel wirkt sofort.",
        "Department inside the group; optional. A change takes effect at once.",
        "innendienst", "DEPT-1"),
    "workplace.language": FieldText.of(
        "Sprache der Menüs in Endgeräten und Clients. Standard und derzeit einziger Wert: de.",
        "Language of the menus in devices and clients. Default and at present the only value: de.",
        "de", "LANG-1"),
    "workplace.timeZone": FieldText.of(
        "Zeitzone für Uhr und Anrufliste als IANA-Name. Ohne Angabe gilt die der Gruppe, dann die des Unternehmens.",
        "Time zone of clock and call list as an IANA name. Without it the group's holds, then the company's.",
        "Europe/Berlin", "TZ-1"),
    "workplace.number": FieldText.of(
        "Rufnummer, interne Rufnummer und nomadische Nutzung.",
        "Public number, internal number and nomadic use.",
        '{external: "+49 228 6380-58", internal: "58"}'),
    "workplace.number.external": FieldText.of(
        "Rufnummer aus einem Block der Gruppe, in jeder üblichen Schreibweise, oder auto (Standard): das Werkzeug "
        "wählt beim Anlegen, und die Wahl bleibt.",
        "Public number out of a block of the group, in any usual spelling, or auto (default): the tool chooses at "
        "creation, and the choice stays.",
        '"+49 228 6380-58"', "NUM-1", "NUM-2", "NUM-3", "NUM-4", "NUM-5", "NUM-10", "NUM-11", "FORM-4", "NOMAD-1",
        "E5", "E7", "E8"),
    "workplace.number.internal": FieldText.of(
        "Interne Rufnummer: 2 bis 6 Ziffern, im ganzen Unternehmen einmalig, oder auto (Standard). auto wählt einmal, "
        "beim Anlegen: die Durchwahl der Rufnummer oder ihre letzten Ziffern, sind die vergeben oder nicht erlaubt, "
        "eine freie mit mindestens drei Ziffern. Danach bleibt sie, auch bei neuer Rufnummer; der Plan sagt es.",
        "Internal number: 2 to 6 digits, unique in the company, or auto (default). auto chooses once, at creation: the "
        "extension of the public number or its last digits, and where these are taken or not allowed a free one of "
        "three digits or more. From then on it stays, also when the public number changes; the plan says so.",
        '"58"', "INT-1", "INT-2", "INT-3", "INT-4", "INT-5", "INT-6", "INT-7", "INT-8"),
    "workplace.number.nomadicUse": FieldText.of(
        "allowed (Standard): Endgeräte melden sich überall an. Mit restrictedTo nur am genannten Anschluss.",
        "allowed (default): devices register anywhere. With restrictedTo only at the line named.",
        "allowed", "NOMAD-1", "NOMAD-2", "LINE-1", "E5", "E7"),
    "workplace.number.nomadicUse.restrictedTo": FieldText.of(
        "Name des Anschlusses aus Company.lines, an dem die Endgeräte sich anmelden dürfen.",
        "Name of the line of Company.lines at which the devices may register.",
        "bonn-haupt", "LINE-1", "NOMAD-1", "NOMAD-2"),
    "workplace.blockingProfile": FieldText.of(
        "Sperrprofil. Ohne Angabe gilt das der Mustervorlage, der Gruppe, des Unternehmens, zuletzt system, das "
        "nichts sperrt.",
        "Blocking profile. Without it that of the template, the group, the company, and at last `system`, which "
        "blocks nothing.",
        "standard", "BLOCK-1", "BLOCK-2", "BLOCK-3", "G1", "E7"),
    "workplace.devices": FieldText.of(
        "Endgeräte, höchstens 6, genau so viele wie wirklich benutzt; zwei gleiche sind zwei Einträge. Änderungen "
        "wirken sofort.",
        "Devices, at most 6, exactly as many as are really used; two equal ones are two entries. Changes take "
        "effect at once.",
        "[{profile: polycom-vvx-501, label: Tisch}, {profile: mobile-client}]", "DEV-1", "DEV-2", "DEV-3", "DEV-4",
        "DEV-5", "DEV-6", "DEV-7", "DEV-8", "E7", "E8"),
    "workplace.devices.profile": FieldText.of(
        "Endgeräteprofil: ein Client, universal-base-profile oder hersteller-modell.",
        "Device profile: a client, universal-base-profile, or manufacturer-model.",
        "polycom-vvx-501", "DEV-3", "DEV-4", "DEV-6", "DEV-7"),
    "workplace.devices.label": FieldText.of(
        "Bezeichnung, die gleiche Geräte für Menschen unterscheidet; freiwillig.",
        "Label that tells equal devices apart for people; optional.",
        "Tisch", "DEV-2"),
    "workplace.packages": FieldText.of(
        "Zusatz-Pakete; die der ganzen Kette kommen zusammen. Buchen und kündigen geht über den Warenkorb; "
        "Mindestlaufzeit 30 Tage je Paket.",
        "Packages; those of the whole chain add up. Booking and cancelling go through the cart; minimum term 30 "
        "days each.",
        "[conference-plus, assistant]", "PKG-1", "PKG-2", "PKG-3", "PKG-4", "PKG-5", "PKG-6",
        "PKG-7", "PKG-8", "PKG-11", "PKG-12", "ACTIVE", "TERM-2"),
    "workplace.activationDate": FieldText.of(
        "Tag der Aktivierung (JJJJ-MM-TT): ab ihm zählen Mindestlaufzeit und Preis. Ohne Angabe der früheste mögliche, "
        "also heute oder der Tag der Rufnummer; ein geschriebener Tag wird nie verschoben. Erreichbar ist der "
        "Arbeitsplatz frühestens am Tag nach der Bestellung. Nach dem Anlegen nicht mehr verglichen.",
        "Day of activation (YYYY-MM-DD): term and price count from it. Without it the earliest possible, today or the "
        "number's day; a written day is never moved. The workplace is reachable on the day after the order at the "
        "earliest. Never compared after creation.",
        "2026-12-01", "DATE-1", "NUM-3", "FORM-5"),
    "workplace.protect": FieldText.of(
        "true: nie ersetzen, und nicht löschen, solange dieses Dokument da ist; geht es verloren, geht auch der "
        "Schutz. Auf Dauer schützt policy.protect in reconciler.yaml. Standard: false. Nur im Werkzeug.",
        "true: never replace, and do not delete as long as this document is there; if it is lost, so is the "
        "protection. policy.protect in reconciler.yaml protects for good. Default: false. Known to the tool only.",
        "true", "PROTECTED"),
}
"""Kind and path → its explanation."""
