"""Explanations of what the company shares: contract, number blocks, profiles, groups, templates."""

from collections.abc import Mapping

from reconciler.kinds._field_text import FieldText
from reconciler.numbers.blocking import ABROAD

EVERYWHERE_ELSE = "[" + ", ".join(f'"{prefix}"' for prefix in ABROAD) + "]"
"""As it is written in a blocking profile."""

COMPANY: Mapping[str, FieldText] = {
    "company": FieldText.of(
        "Das eine Unternehmen: Tatsachen des Vertrags und was für alle Gruppen gilt. Es entsteht durch den "
        "Vertrag und wird nie angelegt oder gelöscht.",
        "The one company: facts of the contract and what holds for all groups. It exists by contract and is "
        "never created or deleted.",
        "{defaultGroup: bonn, timeZone: Europe/Berlin}", "FACT-1"),
    "company.generation": FieldText.of(
        "Generation der Cloud PBX, 1.0 oder 2.0. Vom Portal gemeldet; wer sie hinschreibt, muss sie treffen.",
        "Generation of the Cloud PBX, 1.0 or 2.0. Reported by the portal; if written, it must agree.",
        '"2.0"', "FACT-1", "DEV-3", "DEV-4", "PKG-7", "PKG-11"),
    "company.contract": FieldText.of(
        "Vertragsart: line mit Telekom-Anschluss, pure ohne. Vom Portal gemeldet.",
        "Type of contract: line with a Telekom line, pure without. Reported by the portal.",
        "line", "FACT-1", "NOMAD-2"),
    "company.lines": FieldText.of(
        "Anschlüsse des Vertrags, auf die sich die nomadische Nutzung beschränken lässt. Vom Portal gemeldet.",
        "Lines of the contract to which nomadic use can be restricted. Reported by the portal.",
        "[{name: bonn-haupt, address: Musterweg 1 53113 Bonn}]", "FACT-1", "LINE-1", "NOMAD-2", "E5"),
    "company.lines.name": FieldText.of(
        "Name, unter dem Manifeste den Anschluss nennen.",
        "Name by which manifests mention the line.",
        "bonn-haupt", "LINE-1"),
    "company.lines.address": FieldText.of(
        "Adresse des Anschlusses als Zeile oder in Feldern; an ihr hängt, welche Leitstelle ein Notruf erreicht.",
        "Address of the line, as one text or in fields; it decides which control centre an emergency call "
        "reaches.",
        "Musterweg 1 53113 Bonn", "E5"),
    "company.lines.address.street": FieldText.of("Straße.", "Street.", "Musterweg"),
    "company.lines.address.houseNumber": FieldText.of("Hausnummer, auch mit Buchstaben.",
                                                      "House number, letters allowed.", "1a"),
    "company.lines.address.postalCode": FieldText.of("Postleitzahl.", "Postal code.", "53113", "E5"),
    "company.lines.address.city": FieldText.of("Ort.", "City.", "Bonn", "E5"),
    "company.lines.address.country": FieldText.of("Land als Kürzel mit zwei Buchstaben. Standard: DE.",
                                                  "Country as a code of two letters. Default: DE.", "DE"),
    "company.quota": FieldText.of(
        "Wie viele Arbeitsplätze der Vertrag zulässt. Vom Portal gemeldet; mehr gibt es beim Kundenservice.",
        "How many workplaces the contract allows. Reported by the portal; customer service can raise it.",
        "100", "QUOTA-1", "FACT-1"),
    "company.defaultGroup": FieldText.of(
        "Gruppe für Arbeitsplätze, die keine nennen.",
        "Group of workplaces that name none.",
        "bonn", "GROUP-1", "GROUP-3", "REF-1"),
    "company.defaultBlockingProfile": FieldText.of(
        "Sperrprofil, wo weder Arbeitsplatz noch Gruppe eines nennt. Ohne Angabe gilt system, das nichts sperrt.",
        "Blocking profile where neither workplace nor group names one. Without it `system` holds, which blocks "
        "nothing.",
        "standard", "BLOCK-1", "BLOCK-2", "BLOCK-3", "G1"),
    "company.timeZone": FieldText.of(
        "Zeitzone, wo sonst keine steht, als IANA-Name. Standard: Europe/Berlin.",
        "Time zone where no other is written, as an IANA name. Default: Europe/Berlin.",
        "Europe/Berlin", "TZ-1"),
    "company.packages": FieldText.of(
        "Zusatz-Pakete für das ganze Unternehmen. Buchen und kündigen geht über den Warenkorb; Mindestlaufzeit "
        "30 Tage.",
        "Packages of the whole company. Booking and cancelling go through the cart; minimum term 30 days.",
        "[call-analytics-basic]", "PKG-5", "PKG-12", "TERM-2"),
    "numberblock": FieldText.of(
        "Ein Rufnummernblock des Vertrags. Er entsteht durch den Vertrag; zuordnen und verlängern lässt er sich.",
        "A number block of the contract. It exists by contract; it can be assigned and extended.",
        '{base: "+492286380", first: "00", last: "99", group: bonn}', "NUM-1", "NUM-9", "FACT-1"),
    "numberblock.base": FieldText.of(
        "Stammnummer in E.164 ohne Durchwahl; Stammnummer und 0 ist die Zentrale. Vom Portal gemeldet.",
        "Base number in E.164 without extension; base and 0 is the central number. Reported by the portal.",
        '"+492286380"', "FACT-1", "NUM-2"),
    "numberblock.first": FieldText.of(
        "Erste Durchwahl des Blocks, so viele Stellen wie die letzte. Vom Portal gemeldet.",
        "First extension of the block, as many digits as the last one. Reported by the portal.",
        '"00"', "FACT-1", "NUM-9"),
    "numberblock.last": FieldText.of(
        "Letzte Durchwahl des Blocks; höchstens zehn Dekaden. Vom Portal gemeldet.",
        "Last extension of the block; at most ten decades. Reported by the portal.",
        '"99"', "FACT-1", "NUM-9"),
    "numberblock.availableFrom": FieldText.of(
        "Tag, ab dem ein neuer oder portierter Block im Netz freigeschaltet ist. Vom Portal gemeldet; leer: jetzt. "
        "Neue Arbeitsplätze beginnen frühestens dann, der Nummernwechsel eines bestehenden wartet bis dahin.",
        "Day from which a new or ported block works in the network. Reported by the portal; empty: now. New workplaces "
        "begin no earlier, and the number change of an existing one waits until then.",
        "2027-01-15", "NUM-3", "FACT-1"),
    "numberblock.group": FieldText.of(
        "Gruppe, deren Arbeitsplätze die Rufnummern des Blocks erhalten können.",
        "Group whose workplaces can have the numbers of the block.",
        "bonn", "NUM-1", "REF-1"),
    "numberblock.extendedBy": FieldText.of(
        "Um wie viele Stellen der Block verlängert ist. Standard: 0. Zurück geht es erst, wenn keine verlängerte "
        "Rufnummer mehr vergeben ist.",
        "By how many digits the block is extended. Default: 0. It can shrink only when no extended number is "
        "assigned.",
        "1", "NUM-2", "NUM-5", "NUM-6"),
    "numberblock.line": FieldText.of(
        "Anschluss, an dessen Adresse die Rufnummern gehören; nur für die Notruf-Prüfung im Werkzeug. Kein Portal "
        "merkt ihn sich, „dump“ schreibt ihn also nicht.",
        "Line whose address the numbers belong to; only for the tool's emergency check. No portal keeps it, so `dump` "
        "does not write it.",
        "bonn-haupt", "LINE-1", "E5"),
    "blockingprofile": FieldText.of(
        "Ein Sperrprofil auf Unternehmensebene. Gruppen und Arbeitsplätze nennen es nur; eine Änderung wirkt bei "
        "allen sofort.",
        "A blocking profile of the company. Groups and workplaces only name it; a change takes effect for all at "
        "once.",
        '{outgoing: ["+49900"]}', "BLOCK-1", "BLOCK-4", "BLOCK-5", "E6", "G1"),
    "blockingprofile.description": FieldText.of(
        "Beschreibung für Menschen.", "Description for people.", "Ohne Sonderrufnummern"),
    "blockingprofile.outgoing": FieldText.of(
        "Rufnummerngassen, die nicht angerufen werden können: Vorwahl in E.164 oder Kurzwahl. Standard: keine. "
        f"Gesperrt ist, was so beginnt; das ganze Ausland sperrt {EVERYWHERE_ELSE}.",
        "Number ranges that cannot be called: a prefix in E.164 or a short number. Default: none. Blocked is what "
        f"begins like that; all countries but Germany are blocked by {EVERYWHERE_ELSE}.",
        '["+49900", "+49137", "118"]', "BLOCK-4", "E6", "G1", "FORM-4"),
    "blockingprofile.incoming": FieldText.of(
        "Rufnummerngassen, aus denen niemand anrufen kann; anonymous meint unterdrückte. Standard: keine.",
        "Number ranges that cannot call in; anonymous means withheld numbers. Default: none.",
        "[anonymous]", "BLOCK-4", "FORM-4"),
    "blockingprofile.forwarded": FieldText.of(
        "Rufnummerngassen, zu denen nicht umgeleitet werden kann. Standard: keine.",
        "Number ranges to which calls cannot be forwarded. Default: none.",
        '["+49900"]', "BLOCK-4", "G1", "FORM-4"),
    "group": FieldText.of(
        "Eine Gruppe (ein Standort): was ihre Arbeitsplätze gemeinsam haben. Jeder Arbeitsplatz gehört genau einer "
        "an.",
        "A group (a site): what its workplaces have in common. Each workplace belongs to exactly one.",
        "{displayName: Bonn, blockingProfile: standard}", "GROUP-1", "GROUP-3"),
    "group.displayName": FieldText.of(
        "Beschreibender Name; er erscheint nicht bei Anrufen.",
        "Descriptive name; it is not shown in calls.",
        "Bonn, Musterweg"),
    "group.shortCode": FieldText.of(
        "Kürzel in Gruppenliste, Warenkorb und Auswertungen.",
        "Short code in the list of groups, in the cart and in reports.",
        "BN", "SHORT-1"),
    "group.timeZone": FieldText.of(
        "Zeitzone der Gruppe als IANA-Name. Ohne Angabe gilt die des Unternehmens.",
        "Time zone of the group as an IANA name. Without it the company's holds.",
        "Europe/Berlin", "TZ-1"),
    "group.extensionCode": FieldText.of(
        "Durchwahl-Code: Ziffern, mit denen andere Gruppen vor der internen Rufnummer hierher wählen.",
        "Extension code: digits that other groups dial before an internal number of this group.",
        '"20"', "GROUP-4", "GROUP-5"),
    "group.blockingProfile": FieldText.of(
        "Sperrprofil der Arbeitsplätze, die keines nennen. Ohne Angabe gilt das des Unternehmens.",
        "Blocking profile of workplaces that name none. Without it the company's holds.",
        "standard", "BLOCK-1", "BLOCK-2", "BLOCK-3", "G1"),
    "group.callerId": FieldText.of(
        "Was Angerufene sehen: workplace, suppressed oder eine Rufnummer. Ohne Angabe gilt die des Unternehmens.",
        "What the called party sees: workplace, suppressed or a number. Without it the company's setting holds.",
        '"+49 228 6380-0"', "FORM-4"),
    "group.departments": FieldText.of(
        "Bereiche der Gruppe. Ein Bereich lässt sich erst entfernen, wenn kein Arbeitsplatz mehr darin ist.",
        "Departments of the group. One can be removed only when no workplace is in it any more.",
        "[{name: innendienst}]", "DEPT-1"),
    "group.departments.name": FieldText.of(
        "Name des Bereichs, innerhalb der Gruppe einmalig.",
        "Name of the department, unique within the group.",
        "innendienst", "DEPT-1"),
    "group.departments.callerId": FieldText.of(
        "Was Angerufene sehen: workplace, suppressed oder eine Rufnummer. Ohne Angabe gilt die der Gruppe.",
        "What the called party sees: workplace, suppressed or a number. Without it the group's holds.",
        "workplace", "FORM-4"),
    "group.departments.was": FieldText.of(
        "Früherer Name bei einer Umbenennung; wer im Bereich ist, folgt ihr.",
        "Former name in a rename; who is in the department follows it.",
        "verkauf", "NAME-1", "NAME-2", "NAME-3"),
    "template": FieldText.of(
        "Eine Mustervorlage mit genau den vier Einstellungen, die das Portal speichert.",
        "A template with exactly the four settings that the portal stores.",
        "{group: bonn, desktopClient: full}", "TPL-1"),
    "template.group": FieldText.of(
        "Gruppe der Arbeitsplätze, die nach der Vorlage entstehen und selbst keine nennen.",
        "Group of workplaces that follow the template and name none themselves.",
        "bonn", "REF-1", "GROUP-2"),
    "template.blockingProfile": FieldText.of(
        "Sperrprofil der Arbeitsplätze, die selbst keines nennen.",
        "Blocking profile of workplaces that name none themselves.",
        "standard", "BLOCK-1"),
    "template.desktopClient": FieldText.of(
        "Desktop-Client full, voice-only oder sfb; fügt das Endgerät desktop-client-… hinzu, wenn es fehlt.",
        "Desktop client full, voice-only or sfb; adds the device desktop-client-… where it is missing.",
        "full", "DEV-3", "DEV-5"),
    "template.packages": FieldText.of(
        "Zusatz-Pakete; sie kommen zu denen des Arbeitsplatzes hinzu.",
        "Packages; they are added to those of the workplace.",
        "[conference-plus]", "PKG-11", "PKG-12"),
}
"""Kind and path → its explanation."""
