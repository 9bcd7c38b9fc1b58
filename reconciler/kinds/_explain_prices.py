"""Explanations of the price book."""

from collections.abc import Mapping

from reconciler.kinds._field_text import FieldText

PRICES: Mapping[str, FieldText] = {
    "pricebook": FieldText.of(
        "Die eigenen Preise, je Einheit und Monat; nur im Werkzeug, das Portal kennt sie nicht. Gelesen wird allein "
        "die Datei, die priceBook in reconciler.yaml nennt. Ohne Preisbuch nennt kein Befehl eine Summe.",
        "Your own prices, a unit and month; known to the tool only, not to the portal. Only the file that priceBook in "
        "reconciler.yaml names is read. Without a price book no command prints a sum.",
        '{currency: EUR, workplace: "9.95"}', "PRICE-4", "PRICE-5"),
    "pricebook.currency": FieldText.of(
        "Währung aller Preise: drei Großbuchstaben. Pflicht.",
        "Currency of all prices: three capital letters. Required.",
        "EUR"),
    "pricebook.workplace": FieldText.of(
        "Preis eines Arbeitsplatzes: ein Preis für jede Anzahl, oder Staffeln. Es zählen alle aktiven Arbeitsplätze "
        "des Unternehmens, und alle kosten den Preis der Staffel, in die ihre Anzahl fällt.",
        "Price of a workplace: one price for any count, or tiers. All active workplaces of the company count, and all "
        "of them cost the price of the tier that their count falls into.",
        '[{from: 1, price: "9.95"}, {from: 25, price: "8.95"}]', "PRICE-1", "PRICE-2"),
    "pricebook.workplace.from": FieldText.of(
        "Von welcher Anzahl an die Staffel gilt. Die erste beginnt bei 1, jede weitere höher.",
        "From which count on the tier holds. The first begins at 1, each further one higher.",
        "25", "PRICE-2"),
    "pricebook.workplace.price": FieldText.of(
        "Preis je Einheit und Monat: Zahl mit Punkt und höchstens vier Nachkommastellen, ohne Währung.",
        "Price a unit and month: a number with a point and at most four decimals, without currency.",
        '"8.95"', "PRICE-1"),
    "pricebook.packages": FieldText.of(
        "Preise der Zusatz-Pakete nach Namen, auch der unternehmensweiten: je ein Preis oder Staffeln. Es zählt, wie "
        "oft dieses eine Paket gebucht ist.",
        "Prices of the packages by name, company-wide ones too: one price or tiers each. What counts is how often this "
        "one package is booked.",
        '{conference-plus: "4.50", assistant: [{from: 1, price: "2.00"}, {from: 10, price: "1.80"}]}',
        "PRICE-1", "PRICE-2", "PRICE-3"),
    "pricebook.mobileIntegration": FieldText.of(
        "Preise der Mobilen Integration nach ihrem Typ (magentaeins, mobile-client): je ein Preis oder Staffeln.",
        "Prices of mobile integration by its type (magentaeins, mobile-client): one price or tiers each.",
        '{magentaeins: "3.00", mobile-client: "2.50"}', "PRICE-1", "PRICE-2", "PRICE-3"),
}
"""Kind and path → its explanation. All figures are invented."""
