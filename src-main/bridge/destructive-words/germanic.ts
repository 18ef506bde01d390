import { spaced } from './language';

export const german = spaced('German', {
  words: `löschen, entfernen, verwerfen, vernichten, deinstallieren, überschreiben, senden, absenden, versenden,
    verschicken, veröffentlichen, bezahlen, kaufen, jetzt bestellen, zahlungspflichtig bestellen, abmelden,
    herunterfahren, ausschalten, neu starten, neustart, papierkorb leeren,
    auf werkseinstellungen zurücksetzen, (?:datenträger|laufwerk|festplatte) formatieren`,
  wholeNames: `formatieren, nicht speichern, ohne speichern (?:beenden|schließen), beenden ohne (?:zu )?speichern`,
  before: 'nicht, nie, niemals',
  after: 'rückgängig(?: machen)?, abbrechen',
});

export const dutch = spaced('Dutch', {
  words: `verwijderen, wissen, weggooien, de-installeren, overschrijven, verzenden, versturen, publiceren,
    betalen, kopen, bestelling plaatsen, afmelden, uitloggen, afsluiten en herstarten, opnieuw opstarten,
    prullenbak (?:legen|leegmaken)`,
  wholeNames: 'formatteren, niet opslaan, (?:sluiten|afsluiten) zonder (?:op te slaan|opslaan)',
  before: 'niet, nooit',
  after: 'ongedaan maken, annuleren',
});

export const swedish = spaced('Swedish', {
  words: `ta bort, radera, förkasta, avinstallera, skriv över, skicka, publicera, betala, köp, köp nu,
    slutför köp, logga ut, stäng av, starta om, töm papperskorgen`,
  wholeNames: 'formatera, spara inte, (?:avsluta|stäng) utan att spara',
  before: 'ångra, avbryt',
  after: 'inte',
});
