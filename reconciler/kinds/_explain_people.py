"""Explanations of what a workplace tells about its person: directory entry, first login, mobile telephone."""

from collections.abc import Mapping

from reconciler.kinds._field_text import FieldText

PEOPLE: Mapping[str, FieldText] = {
    "workplace.user": FieldText.of(
        "Die Person, wie alle sie im Unternehmensverzeichnis sehen. Änderungen wirken sofort.",
        "The person, as everybody sees them in the company directory. Changes take effect at once.",
        "{firstName: Anna, lastName: Schmidt}"),
    "workplace.user.firstName": FieldText.of(
        "Vorname; Pflicht.", "First name; required.", "Anna", "FORM-3", "FORM-6"),
    "workplace.user.lastName": FieldText.of(
        "Nachname; Pflicht.", "Last name; required.", "Schmidt", "FORM-3", "FORM-6"),
    "workplace.user.email": FieldText.of(
        "E-Mail-Adresse im Verzeichnis, auch für Nachrichten der Voicemail.",
        "E-mail address in the directory, also for voicemail notices.",
        "anna.schmidt@musterwerke.example", "MAIL-1", "G3"),
    "workplace.user.address": FieldText.of(
        "Anschrift im Verzeichnis; freiwillig.",
        "Postal address in the directory; optional.",
        '{street: Musterweg, houseNumber: "1", postalCode: "53113", city: Bonn}'),
    "workplace.user.address.street": FieldText.of("Straße.", "Street.", "Musterweg"),
    "workplace.user.address.houseNumber": FieldText.of("Hausnummer, auch mit Buchstaben.",
                                                       "House number, letters allowed.", "1a"),
    "workplace.user.address.postalCode": FieldText.of("Postleitzahl.", "Postal code.", "53113"),
    "workplace.user.address.city": FieldText.of("Ort.", "City.", "Bonn"),
    "workplace.user.address.country": FieldText.of("Land als Kürzel mit zwei Buchstaben. Standard: DE.",
                                                   "Country as a code of two letters. Default: DE.", "DE"),
    "workplace.login": FieldText.of(
        "Wohin Benutzername und Passwörter gehen: das erste beim Einrichten, danach jedes neue. Wird verglichen und "
        "geändert, soweit das Portal es zeigt.",
        "Where user name and passwords go: the first when the workplace is set up, then each new one. Compared and "
        "changed as far as the portal shows it.",
        '{email: anna.schmidt@musterwerke.example, mobile: "+49 170 1234567"}', "AUTH-1", "AUTH-2"),
    "workplace.login.email": FieldText.of(
        "Adresse für Begrüßung und neue Passwörter; Pflicht. Sie wird nie aus user.email übernommen.",
        "Address of the welcome mail and of new passwords; required. It is never taken from user.email.",
        "anna.schmidt@musterwerke.example", "AUTH-1", "MAIL-1", "G2"),
    "workplace.login.mobile": FieldText.of(
        "Mobilfunknummer, an die Passwörter per SMS gehen. Entweder sie oder withoutMobile.",
        "Mobile number to which passwords go by SMS. Either this or withoutMobile.",
        '"+49 170 1234567"', "AUTH-2", "AUTH-3", "MOB-6", "FORM-4", "G3"),
    "workplace.login.withoutMobile": FieldText.of(
        "true: bewusst ohne Mobilfunknummer, Passwörter gehen per E-Mail. Standard: false.",
        "true: without a mobile number on purpose, passwords go by e-mail. Default: false.",
        "true", "AUTH-2", "AUTH-3"),
    "workplace.mobileIntegration": FieldText.of(
        "Ein Mobiltelefon als Teil des Arbeitsplatzes. Buchen und kündigen geht über den Warenkorb; Mindestlaufzeit "
        "30 Tage.",
        "A mobile telephone as a part of the workplace. Booking and cancelling go through the cart; minimum term "
        "30 days.",
        '{type: magentaeins, mobile: "+49 170 1234567"}', "MOB-1", "MOB-2", "MOB-3", "MOB-4", "TERM-3"),
    "workplace.mobileIntegration.type": FieldText.of(
        "magentaeins bindet die Mobilfunknummer ein; mobile-client bucht den Client der Cloud PBX 1.0. Beides "
        "zugleich geht nicht.",
        "magentaeins integrates the mobile number; mobile-client books the client of Cloud PBX 1.0. Both at once "
        "is not possible.",
        "magentaeins", "MOB-4", "DEV-4", "INT-5", "INT-6", "INT-7"),
    "workplace.mobileIntegration.mobile": FieldText.of(
        "Einzubindende Mobilfunknummer; Pflicht bei magentaeins.",
        "Mobile number to integrate; required for magentaeins.",
        '"+49 170 1234567"', "MOB-1", "MOB-6", "FORM-4", "G3"),
    "workplace.mobileIntegration.customerAccount": FieldText.of(
        "Kundenkontonummer der Mobilfunkrechnung; nötig, wenn die Nummer nicht zum Rahmenvertrag gehört. Wird nur sie "
        "berichtigt, wird nichts neu gebucht.",
        "Customer account number of the mobile bill; needed if the number is not part of the framework contract. Where "
        "it alone is mended, nothing is booked anew.",
        '"4711"', "MOB-2"),
    "workplace.directoryMobile": FieldText.of(
        "Mobilfunknummer im Firmenadressbuch; freiwillig. Bei magentaeins gilt ohne Angabe die eingebundene und ändert "
        "sich in derselben Welle wie sie.",
        "Mobile number in the company directory; optional. With magentaeins the integrated one holds if absent, and "
        "changes in the same wave as it.",
        '"+49 170 1234567"', "MOB-5", "MOB-6", "FORM-4"),
}
"""Kind and path → its explanation."""
