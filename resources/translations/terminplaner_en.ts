<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="de_DE">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Über Terminplaner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminplaner für Augenoptik und Hörakustik. Hält die Termine Ihrer Ressourcen in beiden Richtungen mit Google-Kalendern gleich.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freie Software unter der GNU General Public License, Version 3 oder neuer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdministrationPage</name>
    <message>
        <source>Bereiche der Administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressourcen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointmentCommands</name>
    <message>
        <source>Termin kopiert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Termine kopiert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Termine verschoben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin verschoben. {warnings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin storniert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Termine storniert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückgängig gemacht: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederholt: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointmentDialog</name>
    <message>
        <source>Neuer Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speichern geht wieder, sobald der Kunde angelegt oder „Doch nicht anlegen“ gewählt ist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin stornieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Eintrag gehört einem anderen Google-Kalender oder einer Serie in Google. Er belegt die Ressource, lässt sich aber nur dort ändern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Termin ist storniert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Änderungen verwerfen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin ist noch nicht gespeichert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointmentForm</name>
    <message>
        <source>– ohne –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hausbesuch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paralleltermin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Darf gleichzeitig mit anderen stattfinden und belegt keine Kapazität</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als &amp;nicht verfügbar anzeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nur für Termine ohne Kunden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vorbereitung:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na&amp;chbereitung:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Status:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;yp:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filiale:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kunde:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K&amp;ommentar:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privat: der Titel bleibt in Google Kalender</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointmentListView</name>
    <message>
        <source>Terminliste</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointmentSettings</name>
    <message>
        <source>Google Kalender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mit &amp;Google Kalender synchronisieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nur „Belegt“</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typ des Termins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typ und Kürzel des Kunden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typ und Name des Kunden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin hier ohne Rückfrage stornieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bei Terminen mit Kunden nachfragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immer nachfragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch keine Datei eingelesen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aus &amp;Datei einlesen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressourcen, die mit einem Google-Kalender verknüpft sind, werden in beiden Richtungen abgeglichen. Die Änderung wirkt sofort an allen Arbeitsplätzen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Intervall (Minuten):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Übertragene Angaben:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Löschungen aus Google:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stornierte Termine lassen sich 90 Tage lang wiederherstellen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google-&amp;Client-ID:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mit dieser Datei (OAuth-Client vom Typ „Desktop-App“ aus der Google Cloud Console) weist sich das Programm bei Google aus. Ihr Geheimnis wird nicht angezeigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google-Client-ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filialkette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ü&amp;berbuchen von Ressourcen zulassen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V&amp;or- und Nachbearbeitungszeiten verwenden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name der Filial&amp;kette:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Einstellungen wurden an einem anderen Arbeitsplatz geändert. Mit „Verwerfen“ sehen Sie den neuen Stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google erfährt nur, wann belegt ist. Texte, Typen und Kommentare bleiben im Haus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google erfährt Zeit und Typ, zum Beispiel „Sehtest“. Texte, Kunden und Kommentare bleiben im Haus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google erfährt Zeit, Typ und Kürzel, zum Beispiel „Sehtest MM“. Namen bleiben im Haus. Bei Terminen ohne Kunden gehen Text und Kommentar mit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google erfährt Zeit, Typ und den vollen Namen, zum Beispiel „Sehtest Mustermann, Max“. Das sind personenbezogene Daten; klären Sie vorher, ob Ihre Kunden zugestimmt haben. Kontaktdaten, Preise und Befunde gehen nie mit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OAuth-Client-Datei auswählen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OAuth-Client (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kundennamen an Google übertragen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ab jetzt stehen Vor- und Nachnamen Ihrer Kunden in den verknüpften Google-Kalendern, auch bei allen künftigen Terminen, die schon eingetragen sind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dafür brauchen Sie die Einwilligung Ihrer Kunden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namen übertragen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointmentTable</name>
    <message>
        <source>Datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressourcen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hinweise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AvailabilityForm</name>
    <message>
        <source>Noch keine Arbeitszeiten. Ohne sie gilt die Ressource als jederzeit verfügbar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeile hinzufügen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AwayList</name>
    <message>
        <source>Abwesenheiten und Feiertage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Von</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Meldung schließen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BranchDetails</name>
    <message>
        <source>Filialen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neue Filiale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filiale bearbeiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nummer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bezeichnung:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adr&amp;esse:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Öffnungszeiten:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;undesland:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danach richten sich die Feiertage im Planer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zeitzone:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uhrzeiten im Planer gelten in dieser Zeitzone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitte speichern oder verwerfen Sie zuerst Ihre Änderungen an dieser Filiale.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BranchSettingsPage</name>
    <message>
        <source>Bereiche der Filialverwaltung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filiale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benutzerkonten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sie können die Einstellungen ansehen. Ändern darf sie nur ein Administrator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrowserDialog</name>
    <message>
        <source>Freigabe im Browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Freigabe-Webseite von Google wird geöffnet …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adresse:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kein Browser zu sehen? Kopieren Sie die Adresse in einen Browser an diesem Rechner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adresse kopieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitte melden Sie sich im Browser bei Google an, setzen Sie beide Haken, und bestätigen Sie mit „Weiter“. Hier geht es dann von selbst weiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es ließ sich kein Browser öffnen. Bitte kopieren Sie die Adresse, und öffnen Sie sie an diesem Rechner in einem Browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Adresse ist kopiert.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarDialog</name>
    <message>
        <source>Google-Kalender auswählen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google-Konto: {email}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vorhandenen Kalender verwenden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorhandene Kalender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Neuen Kalender anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name des neuen Kalenders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Haken für die Liste Ihrer Kalender war nicht gesetzt, deshalb sind vorhandene Kalender nicht zu sehen. Bitte legen Sie einen neuen Kalender an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle Kalender dieses Kontos sind schon verknüpft. Bitte legen Sie einen neuen an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In diesem Konto gibt es nur den Hauptkalender. Bitte legen Sie einen neuen Kalender an: Der Hauptkalender wird nie verknüpft, damit dort keine privaten Termine verloren gehen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}  ·  {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calendar}  (derzeit verknüpft)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calendar}  (schon verknüpft mit „{resource}“)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Typen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Typ sagt, worum es geht, und färbt den Termin im Plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Status sagt, wie weit ein Termin gediehen ist.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogueTab</name>
    <message>
        <source>Neu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezeichnung:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Farbe:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eintrag löschen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soll „{name}“ gelöscht werden?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termine, die ihn tragen, bleiben und zeigen ihn dann nicht mehr.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColorButton</name>
    <message>
        <source>Farbe wählen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Neu abgleichen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kalender wird gelesen. Dabei ändert sich nichts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kalender wird gelesen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was sich ändern würde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jetzt abgleichen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{resource} neu abgleichen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminplaner und Kalender stimmen überein. Es gibt nichts abzugleichen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Änderungen, die übertragen würden: {count}. Noch ist nichts geschehen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fragen, die sich zuerst stellen würden: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmationDialog</name>
    <message>
        <source>Bestätigung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damit die Termine von „{resource}“ in beide Richtungen gleich bleiben, braucht Terminplaner Zugriff auf einen Ihrer Google-Kalender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Möchten Sie jetzt die Freigabe-Webseite von Google öffnen? Melden Sie sich dort mit dem gewünschten Konto an, und setzen Sie beide Haken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verknüpft wird immer ein zusätzlicher Kalender, nie Ihr Hauptkalender. Die Zustimmung können Sie hier jederzeit zurückziehen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bestehende Zustimmung zurückziehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigabe starten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Für diese Ressource gibt es noch keine Zustimmung.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentFlow</name>
    <message>
        <source>Der Kalender wird geprüft …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kalender wird angelegt …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weitere Freigabe nötig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{calendar}“ wurde nicht von Terminplaner angelegt. Damit die Termine darin bearbeitet werden dürfen, fragt Google im Browser noch einmal, diesmal mit drei Haken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ihr Hauptkalender bleibt auch dann unberührt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigabe starten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anderen Kalender wählen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kalender wird gesichert …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Termine werden gelöscht …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beide Seiten werden verglichen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Verknüpfung wird gespeichert …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Zustimmung wird zurückgezogen …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Ein&amp;fügen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Neu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sonstiger Termin …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Termin …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Letzten wiederholen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verfügbarkeit …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bearbeiten …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ansehen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wiederherstellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Entfernen von Ressource „{name}“</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin&amp;zettel drucken …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tornieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tornieren …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Termine s&amp;tornieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verschieben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kopieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ausschneiden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In die Zwischenablage k&amp;opieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ohne</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerField</name>
    <message>
        <source>Nachname, Vorname oder Kundennummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuen Kunden an&amp;legen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayListOptions</name>
    <message>
        <source>Tagesliste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Neue Seite für jede Ressource</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DefectNotice</name>
    <message>
        <source>Unerwarteter Fehler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Programm ist ein unerwarteter Fehler aufgetreten. Gespeicherte Termine sind nicht betroffen; was Sie gerade getan haben, prüfen Sie bitte noch einmal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bericht für den Support: {folder} ({kind})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>In der Zwischenablage: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zum Verschieben in der Zwischenablage: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyingConfirmation</name>
    <message>
        <source>Löschen bestätigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soll der Termin im Google-Kalender „{calendar}“ gelöscht werden?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sollen alle {count} Termine im Google-Kalender „{calendar}“ gelöscht werden?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sie sind hier gesichert:
{path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endgültig löschen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyingQuestion</name>
    <message>
        <source>Termine im Kalender löschen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Kalender „{calendar}“ steht ein Termin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Kalender „{calendar}“ stehen {count} Termine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sollen vor dem Verknüpfen alle Termine in diesem Kalender gelöscht werden?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nein: Sie bleiben, und die künftigen werden in den Terminplaner übernommen. Ja: Der Kalender wird zuerst gesichert, dann fragen wir noch einmal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nein, Termine behalten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ja, alle löschen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Nur die Einträge dieses Durchgangs zeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurücknehmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nicht vorhanden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nicht mehr vorhanden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das hat jemand hier geändert; zurücknehmen lässt es sich im Terminplaner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Eintrag gehört Google und lässt sich nur dort ändern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurücknehmen kann, wer die Synchronisation verwalten darf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurücknehmen storniert den Termin hier und löscht ihn danach auch in Google.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurücknehmen stellt den Termin hier wieder her und trägt ihn in Google wieder ein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurücknehmen stellt hier und danach auch in Google die Fassung „Vorher“ wieder her.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nach Typ, Status und Filiale filtern, stornierte Termine zeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, aktiv</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterNotice</name>
    <message>
        <source>Filter aufheben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mit stornierten Terminen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Termine ausgeblendet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ohne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filiale: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Kein Platz: {names} ist zu dieser Zeit schon belegt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zur selben Zeit bei {names}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>und {count} weitere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Plan zeigen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Gehe zu Datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z. B. 24.12. oder morgen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hingehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das ist kein Datum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auch: 24. · +14 · -2 Wochen · KW 5 · übermorgen · Freitag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoogleGroup</name>
    <message>
        <source>Google Kalender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch kein Kalender verknüpft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lupe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google-Kalender freigeben und auswählen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JournalFilter</name>
    <message>
        <source>Journal durchsuchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titel oder Kommentar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles (90 Tage)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letzte 7 Tage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letzte 30 Tage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Von … bis …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Felder vorbelegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setzt die Suche auf den Anfang zurück</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle Durchgänge zeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vo&amp;n:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bis:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Suchen:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ressource:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ichtung:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zeitraum:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JournalModel</name>
    <message>
        <source>Zeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Richtung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorgang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wann und was</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Was bewegt wurde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als CSV speichern …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keine Einträge gefunden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die neuesten {count} Einträge; weitere folgen beim Blättern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einträge: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurückgenommen. Google erfährt davon mit dem nächsten Durchgang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal als CSV speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV-Dateien (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Richtung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorgang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titel vorher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeit vorher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommentar vorher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titel nachher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeit nachher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommentar nachher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Durchgang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gespeichert in „{path}“. Einträge: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkState</name>
    <message>
        <source>Die Synchronisation ist ausgeschaltet. Einschalten: Filialverwaltung, Termine, „Mit Google Kalender synchronisieren“.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mit keinem Google-Kalender verknüpft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kalender „{name}“</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calendar}: verknüpft, noch nie abgeglichen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calendar}: zuletzt abgeglichen {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinksModel</name>
    <message>
        <source>Ressource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zuletzt erfolgreich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wartet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offene Fragen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
    <message>
        <source>Verknüpfungen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch ist keine Ressource mit einem Google-Kalender verknüpft. Wählen Sie in der Administration eine Ressource aus und starten Sie dort über die Lupe die Freigabe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nur diese synchronisieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neu abgleichen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vergleicht alle künftigen Termine mit dem Kalender, nicht nur die geänderten. Sie sehen vorher, was sich ändern würde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Journal ansehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Durchgänge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doppelklick zeigt, was der Durchgang bewegt hat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wartet auf Übertragung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kalender „{name}“ im Konto {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wartet auf Übertragung ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noch nie</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListOptions</name>
    <message>
        <source>Alle gezeigten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tag:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ressource:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message>
        <source>Anmeldung</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>Anmeldung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An diesem Arbeitsplatz &amp;merken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anmelden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Benutzer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passwort:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filiale:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was Sie ändern, wird unter Ihrem Namen festgehalten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kein Passwort vergeben</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Terminplaner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mein AMPAREX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filialverwaltung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Datei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Benutzer wechseln …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;eenden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bearbeiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rückgängig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wiederholen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ansicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Neu laden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Synchronisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jetzt synchronisieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Abgleich-Zentrale …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hilfe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tastenkürzel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Über Terminplaner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwerfen und wechseln</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rückgängig: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wiederholen: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwerfen und schließen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In „{tabs}“ gibt es Eingaben, die noch nicht gespeichert sind. Sie gehen dabei verloren.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Änderungen verwerfen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“ und „</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MiniCalendar</name>
    <message>
        <source>Kalender</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthTable</name>
    <message>
        <source>KW {week}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Termine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keine Termine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>Monat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keine Termine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MyPanelPage</name>
    <message>
        <source>Meine nächsten Termine heute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heute stehen keine Termine mehr an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch kein Kalender verknüpft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigabe starten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bestehende Zustimmung zurückziehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guten Tag, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ihnen ist noch keine Ressource zugeordnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eigene Termine und ein eigener Google-Kalender gehören zu einer Personenressource. Ordnen Sie sich in der Filialverwaltung unter „Benutzerkonten“ einen Mitarbeiter zu, und tragen Sie diesen in der Administration bei einer Ressource als „Personenressource“ ein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eigene Termine und ein eigener Google-Kalender gehören zu einer Personenressource. Ein Administrator kann Ihrem Benutzer einen Mitarbeiter zuordnen und diesen in der Administration bei einer Ressource als „Personenressource“ eintragen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google Kalender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eigene Ressource: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ganztägig</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewCustomerPanel</name>
    <message>
        <source>Nachna&amp;me:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vo&amp;rname:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kür&amp;zel:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Telefon:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-Ma&amp;il:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K&amp;unden anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doch nicht anlegen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Vorschau</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelArea</name>
    <message>
        <source>Bereich schließen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Passwort vergeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Neues Passwort:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wiederholung:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beide Eingaben müssen übereinstimmen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ohne Eingabe meldet sich „{name}“ künftig ohne Passwort an.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlannerActions</name>
    <message>
        <source>&amp;Neuer Termin …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bearbeiten …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stornieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verschieben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kopieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aussc&amp;hneiden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In die Zwischenablage &amp;kopieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein&amp;fügen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles aus&amp;wählen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zurückblättern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Weiterblättern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gehe zu Datum …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Arbeitswoche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;oche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Monat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jahr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als &amp;Liste oder Kalender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächste &amp;Ansicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorherige Ans&amp;icht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter auf&amp;heben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stornierte &amp;zeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vergrößern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver&amp;kleinern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norma&amp;le Größe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlannerCanvas</name>
    <message>
        <source>Terminplan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Termine ausgewählt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aufgenommen: {title}. Eingabe legt ab, Esc bricht ab.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlannerPage</name>
    <message>
        <source>Erneut versuchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keine Ressource ausgewählt.
Wählen Sie oben, welche gezeigt werden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Ansicht hat keine Ressourcen.
Sie bekommt sie unter „Administration“.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch keine Ressourcen.
Legen Sie unter „Administration“ eine Person oder einen Raum an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin wurde gerade anderswo geändert. Er steht jetzt, wo er hingehört.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlannerToolbar</name>
    <message>
        <source>Zurück</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zum heutigen Tag (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein Tag, die Ressourcen nebeneinander (1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbeitswoche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Montag bis Freitag jeder Ressource (2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Woche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Montag bis Sonntag jeder Ressource (3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sechs Wochen auf einen Blick (4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jahr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abwesenheiten und Feiertage (5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als Liste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als Liste zeigen (6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bereiche neben dem Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuer Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuer Termin (Strg+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Bild auf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Bild ab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorheriger Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächster Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorherige Woche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächste Woche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorheriger Monat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächster Monat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorheriges Jahr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächstes Jahr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurückblättern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weiterblättern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückgängig: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederholen: {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Verknüpfung prüfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{resource}“ wird mit dem Google-Kalender „{calendar}“ verknüpft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auf beiden Seiten gleich, werden übernommen:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aus Google in den Terminplaner importiert:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vom Terminplaner nach Google übertragen:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bis jetzt ist nichts geschrieben. Vergangene Termine bleiben, wie sie sind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verknüpfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erneut prüfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} drucken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorige Seite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächste Seite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drucken …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als &amp;PDF speichern …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Schließen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seite {page} von {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An den Drucker übergeben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als PDF speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gespeichert in „{path}“.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintActions</name>
    <message>
        <source>&amp;Tagesliste drucken …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wochenplan drucken …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin&amp;zettel drucken …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message>
        <source>&amp;Papier:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>Termin: {appointment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grund: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Überschneidet sich mit: {appointment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Google würden gelöscht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier würden storniert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nur im Terminplaner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nur in Google</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verschieden, im Terminplaner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verschieden, in Google</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ausführen löscht die Einträge in Google. Wiederherstellen holt die Termine hier zurück. So lassen heißt: hier storniert, in Google vorhanden. Bis zur Entscheidung geschieht nichts davon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ausführen storniert die Termine hier. Wiederherstellen trägt sie in Google wieder ein. So lassen heißt: hier vorhanden, in Google gelöscht. Bis zur Entscheidung geschieht nichts davon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier storniert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Google gelöscht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminplaner-Fassung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Googles Fassung</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Terminserie ändern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Termin gehört zu einer Serie. Was soll geändert werden?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vergangene und einzeln geänderte Termine bleiben, wie sie sind. Was Sie nicht geändert haben, behält jeder für sich.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminserie stornieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Termin gehört zu einer Serie. Was soll storniert werden?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mit den folgenden Terminen endet die Serie. Vergangene Termine bleiben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belegte Tage auslassen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An {count} Tagen ist „{resource}“ schon belegt: {days}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es wurde noch nichts gespeichert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Tage auslassen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle Termine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser und folgende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nur dieser Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Änderungen speichern?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{name}“ hat Änderungen, die noch nicht gespeichert sind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weiter bearbeiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Es gibt keine offenen Fragen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entscheiden kann, wer die Synchronisation verwalten darf: Planer und Administratoren.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} weitere Fragen folgen, sobald diese entschieden sind.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecurrenceForm</name>
    <message>
        <source>&amp;Wiederholend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auch &amp;Feiertags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a&amp;m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;nach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederholung endet n&amp;ie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>täglich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wöchentlich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monatlich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jährlich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alle </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inter&amp;vall:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wochentage:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ende:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enddatum der Wiederholung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anzahl der Termine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Terminen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termine entstehen bis zum Ende der Kalenderperiode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Tage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Wochen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Monate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Jahre</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecurrenceTab</name>
    <message>
        <source>Termine der Serie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Termine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} entfallen wegen Feiertags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an {count} Tagen ist kein Platz</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceEditor</name>
    <message>
        <source>Ressource bearbeiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verfügbarkeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wählen Sie oben eine Ressource aus, oder legen Sie eine neue an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitte geben Sie eine Bezeichnung ein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neu laden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceFields</name>
    <message>
        <source>– keine –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weitere Ressource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressource {number}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressource {number} entfernen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceForm</name>
    <message>
        <source>Ressource bearbeiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Minuten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnen, wenn Termin bei Nichtverfügbarkeit erstellt wird</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sichtbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle Filialen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminsynchronisation erlaubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online Terminplanung erlaubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezeichnung:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Farbe:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personenressource:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrittweite Minuten:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ortsressource:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kapazität:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warteliste:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminerinnerung:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beschreibung:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sichtbarkeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filialen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CalDAV Synchronisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diesen Dienst gibt es noch nicht. Die Einstellung wird schon gespeichert.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourcePicker</name>
    <message>
        <source>Wählen, welche Ressourcen gezeigt werden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} von {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressourcen ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceSearch</name>
    <message>
        <source>Ressourcen suchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nicht-Sichtbare anzeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Suchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Felder vorbelegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setzt die Suche auf den Anfang zurück</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be&amp;zeichnung:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ichtbarkeit:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ortsressource:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceTable</name>
    <message>
        <source>Ressourcen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keine Ressource passt zu dieser Suche.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceTableModel</name>
    <message>
        <source>Nicht sichtbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezeichnung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sichtbarkeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beschreibung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ortsressource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personenressource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle Filialen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourcesTab</name>
    <message>
        <source>Ne&amp;u</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neue Ressource anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kopieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mit allen Feldern und Arbeitszeiten kopieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Löschen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressourcen suchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressource löschen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soll „{resource}“ gelöscht werden?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vergangene Termine bleiben erhalten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Zustimmung zurückziehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminplaner verliert den Zugriff auf das Google-Konto hinter „{resource}“; die Verknüpfung endet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dasselbe Konto benutzen auch: {names}. Auch deren Verknüpfung endet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle Termine bleiben erhalten, hier und im Google-Kalender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>&amp;Speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verwerfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nicht gespeicherte Änderungen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wird gespeichert …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gespeichert</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeriesTab</name>
    <message>
        <source>Termine der Serie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin gehört zu einer Serie. Ihre Regel lässt sich nicht ändern; Inhalt und Uhrzeit ändern Sie beim Speichern für diesen, für die folgenden oder für alle Termine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>einzeln geändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dieser Termin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharedFields</name>
    <message>
        <source>(ohne Titel)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Tastenkürzel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlipOptions</name>
    <message>
        <source>Terminzettel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auch die &amp;weiteren Termine des Kunden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaleBar</name>
    <message>
        <source>Neu laden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die eigenen Eingaben gehen verloren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meine Eingaben speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ersetzt die andere Fassung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin wurde inzwischen in Google Kalender geändert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin wurde inzwischen von {name} geändert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin wurde inzwischen an einem anderen Platz geändert.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Fortschritt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} von {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncCenter</name>
    <message>
        <source>Abgleich-Zentrale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jetzt synchronisieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offene Fragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verknüpfungen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offene Fragen ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{name}“ wird synchronisiert …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{name}“ wird vollständig abgeglichen …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncNotifier</name>
    <message>
        <source>Eine Frage zur Synchronisation wartet auf Ihre Entscheidung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Fragen zur Synchronisation warten auf Ihre Entscheidung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminplaner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminplaner: Fragen zur Synchronisation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message>
        <source>Einzelheiten der Synchronisation anzeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jetzt synchronisieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand der Synchronisation wird ermittelt …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisation läuft: {done} von {total} Terminen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisation läuft: {done} Termine gelesen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Synchronisation ist ausgeschaltet: Filialverwaltung, Bereich „Termine“</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es ist noch keine Ressource verknüpft: Administration, Lupe neben „Google Kalender“</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisation: {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncSummary</name>
    <message>
        <source>Synchronisation ausgeschaltet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch kein Google-Kalender verknüpft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisation läuft …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisation überfällig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erster Abgleich steht noch aus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisiert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Frage wartet auf Sie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Fragen warten auf Sie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> und {count} weitere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weiter ab {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Termin wartet auf Übertragung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Termine warten auf Übertragung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noch nicht vollständig abgeglichen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noch nie abgeglichen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zuletzt {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gestern, {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncTables</name>
    <message>
        <source>Zeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ergebnis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Von Google</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nach Google</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hinweis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wann</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geändert von</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (storniert)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Richtung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorgang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wann und was</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncWording</name>
    <message>
        <source>Nach Google</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Von Google</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Durchgang vom {time}: von Google {from_google}, nach Google {to_google}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nichts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} neu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} geändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} entfernt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommentar geändert</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeFields</name>
    <message>
        <source>&amp;Ganztägig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Datum:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Beginn:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enddatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ende:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;auer:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UserAccounts</name>
    <message>
        <source>Benutzerkonten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benutzername</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitarbeiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Neu …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bearbeiten …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passwort vergeben …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Löschen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vergeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benutzerkonto löschen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{name}“ kann sich danach nicht mehr anmelden. Seine Termine bleiben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UserDialog</name>
    <message>
        <source>Benutzerkonto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kein Mitarbeiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Benutzername:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rolle:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mitarbeiter:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damit gehört dem Konto die Personenressource dieses Mitarbeiters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Version</name>
    <message>
        <source>Titel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewTabs</name>
    <message>
        <source>Ansichten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beliebige Ressourcen für Tag, Woche, Monat oder Jahr</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekPlanOptions</name>
    <message>
        <source>Wochenplan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mit Samstag und &amp;Sonntag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>Jahr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abwesenheiten von</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle Ressourcen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_AccountDialog</name>
    <message>
        <source>Speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_InfoDialog</name>
    <message>
        <source>Schließen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Wochentag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Art</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verfügbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nicht verfügbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeile entfernen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} bis {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ab {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bis {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>Stornierte zeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter aufheben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filiale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ohne Typ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ohne Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eigene Filiale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filtern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressourcen filtern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezeigte Ressourcen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle zeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keine zeigen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Die Eingabe wurde nicht verstanden: {message}; Hilfe gibt {program} --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminplaner mit Google-Kalender-Abgleich; ohne Befehl öffnet sich das Fenster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordner für Datenbank, Protokolle, Sicherungen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datenbank als SQLAlchemy-URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprache der Meldungen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wer handelt; ohne Angabe admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bei Fehlern den technischen Hintergrund zeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version anzeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prüfen, ob das installierte Programm vollständig ist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISO 8601, etwa 2026-11-24T17:00 (Ortszeit der Filiale)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Ordner fehlt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ergebnis als JSON auf stdout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorführung mit Beispieldaten und simuliertem Google</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ohne Bildschirm; schreibt Bildschirmfotos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datenbank anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mit der Beispielfiliale 01 Stuttgart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alles in eine Datei sichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eine Sicherung zurückspielen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prüfen, was läuft und was fehlt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schlüssel der Filialkette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>durch einen neuen ersetzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>für einen anderen Arbeitsplatz ausgeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>übernehmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressourcen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alle Ressourcen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einstellungen der Filialkette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>einen Wert lesen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eine von {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>einen Wert setzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>der Wert; bei google_client der Pfad der OAuth-Client-Datei (oder ihr Inhalt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressource mit einem Google-Kalender verknüpfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>einen neuen Kalender dieses Namens anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diesen vorhandenen Kalender nehmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kalender nach einer Sicherung leeren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorschau und Leeren bestätigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adresse der Freigabe ausgeben statt öffnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verknüpfung beenden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auch die Zustimmung bei Google zurückziehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sofort abgleichen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alles vergleichen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand der Verknüpfungen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was auf eine Entscheidung wartet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offene Entscheidungen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entscheiden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kennung aus „problems list“</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eine der dort in Klammern genannten Antworten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name oder Kennung; mehrfach möglich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginn; {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin ändern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kennung aus „appointment list“</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuer Beginn; {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termine auflisten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nur diese Ressource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nur die stornierten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin stornieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stornierten Termin wiederherstellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iCalendar-Datei übernehmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ressource, die die Termine bekommt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nur zeigen, was übernommen würde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termine als iCalendar ausgeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zieldatei statt stdout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ende; bei ganztägigen der Tag nach dem letzten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dauer statt des Endes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ganztägig; Beginn und Ende sind dann Tage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„Nachname, Vorname“ oder Nummer; ein unbekannter Name wird angelegt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ab hier; {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bis hierher, ausschließlich</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>„{resource}“ ist zu dieser Zeit nicht verfügbar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{resource}“ ist abwesend: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der {day} ist ein Feiertag ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Beginn liegt nicht im Raster von „{resource}“ ({minutes} Minuten).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin liegt in der Vergangenheit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisiert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google nicht erreichbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigabe nötig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angehalten: ungewöhnlich viele Löschungen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kalender nicht gefunden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kalender schreibgeschützt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause: Google-Kontingent erschöpft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Läuft an einem anderen Arbeitsplatz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fehler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es würde ungewöhnlich viel gelöscht. Bitte entscheiden Sie unten, ob das gewollt ist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kalender ist bei Google nicht zu finden. Die Termine hier bleiben erhalten; bitte verknüpfen Sie die Ressource in der Administration neu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In den Kalender darf nicht mehr geschrieben werden. Bitte stellen Sie die Rechte in Google wieder her oder verknüpfen Sie einen anderen Kalender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google nimmt vorübergehend nichts mehr an. Es geht von selbst weiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein anderer Arbeitsplatz synchronisiert diesen Kalender gerade. Es ist nichts zu tun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der letzte Durchgang ist gescheitert. Bitte versuchen Sie es mit „Neu abgleichen“.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auf beiden Seiten geändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin wurde hier und in Google verschieden geändert. Welche Fassung soll gelten?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Google gelöscht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin wurde in Google gelöscht. Soll er auch hier storniert werden?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Überschneidung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aus Google kam ein Termin, der sich mit dem Termin eines Kunden überschneidet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ungewöhnlich viele Löschungen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auf einen Schlag würden ungewöhnlich viele Termine gelöscht. Es wurde noch nichts gelöscht. Ist das gewollt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nicht übertragbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Eintrag ließ sich nicht übertragen; alle anderen sind nicht betroffen. Er wird erneut versucht, sobald er auf einer Seite geändert wird.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nach einer Wiederherstellung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datenbank wurde aus einer Sicherung wiederhergestellt. Bevor etwas nach Google geschrieben wird, bestätigen Sie bitte die Unterschiede.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminplaner-Fassung behalten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Googles Fassung übernehmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beide behalten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederherstellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So lassen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin ändern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin verschieben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin stornieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin wiederherstellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termine anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termine verschieben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termine stornieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminserie anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminserie ändern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminserie stornieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kalenderperiode vortragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auf die Warteliste setzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wartelisteneintrag ändern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Von der Warteliste nehmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wartelisteneintrag erledigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wartelisteneintrag wieder öffnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angelegt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storniert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gelöscht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nicht übertragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitarbeiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urlaub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Krank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schulung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Betriebsschließung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sonstiges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminplaner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommandozeile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervall (Minuten)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezeichnung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benutzername</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Farbe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrittweite Minuten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kapazität</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminerinnerung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorbereitung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachbereitung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dauer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anzahl der Termine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederholung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gültig ab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min. Schrittweite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tage nach Ostersonntag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundesland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeitzone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier auch stornieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Google wieder eintragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Löschungen ausführen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nichts löschen, wiederherstellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beide Seiten so lassen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Überschneidung belassen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frühere Zeit behalten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zur Kenntnis genommen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand der Sicherung behalten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand von Google übernehmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, ganztägig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das ist fehlgeschlagen. Bitte versuchen Sie es erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Vorgang wurde abgebrochen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Eingabe ist nicht gültig. Bitte prüfen Sie Ihre Angaben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Eintrag ist nicht mehr vorhanden. Bitte laden Sie die Ansicht neu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dafür fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an einen Administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benutzername oder Passwort stimmen nicht. Bitte versuchen Sie es erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Eintrag wurde inzwischen an anderer Stelle geändert. Bitte laden Sie ihn neu und wiederholen Sie Ihre Änderung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitte füllen Sie das Feld „{field}“ aus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{field}“ muss zwischen {low} und {high} liegen. Bitte ändern Sie den Wert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Bezeichnung „{name}“ ist schon vergeben. Bitte wählen Sie eine andere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einen {day}.{month}. gibt es nicht. Bitte prüfen Sie Tag und Monat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Ende liegt vor dem Beginn. Bitte ändern Sie die Zeiten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Zeitangabe nennt keine Zeitzone. Bitte ergänzen Sie sie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Uhrzeit gibt es an diesem Tag nicht, weil die Uhr auf Sommerzeit umgestellt wird ({time}). Bitte wählen Sie eine andere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Einstellung „{key}“ gibt es nicht. Bekannt sind: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{value}“ passt nicht zur Einstellung „{key}“. Erlaubt sind: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin braucht mindestens eine Ressource. Bitte wählen Sie eine aus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitte wählen Sie den Kunden aus der Liste, oder legen Sie ihn neu an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wählen Sie einen Kunden, oder schreiben Sie in die Bemerkung, wer wartet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Eintrag der Warteliste ist inzwischen erledigt. Der Termin wurde nicht angelegt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{resource}“ ist zu dieser Zeit schon belegt: {colliding}. Bitte wählen Sie eine andere Zeit oder eine andere Ressource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin braucht einen Typ. Bitte wählen Sie einen aus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diesen Termin darf nur entfernen, wer ihn angelegt hat ({creator}), oder ein Administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An diesen Tagen ist „{resource}“ schon belegt: {days}. Es wurde nichts gespeichert. Bitte lassen Sie diese Tage aus, oder wählen Sie eine andere Zeit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Wiederholung ergibt keinen einzigen Termin. Bitte ändern Sie das Intervall oder das Ende; endlose Serien reichen bis zum Ende der Kalenderperiode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Wiederholung endet vor dem ersten Termin. Bitte ändern Sie das Ende.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine Wiederholung darf höchstens {years} Jahre reichen. Bitte wählen Sie ein früheres Ende.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Tag lässt sich nur für einen einzelnen Termin der Serie ändern. Bitte speichern Sie nur diesen Termin, oder legen Sie eine neue Serie an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin gehört zu keiner Serie. Bitte laden Sie die Ansicht neu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Kalenderperiode reicht schon bis {present} und lässt sich nicht verkürzen. Bitte wählen Sie ein späteres Datum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Kalenderperiode darf höchstens {years} Jahre voraus reichen. Bitte wählen Sie ein früheres Datum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Kalenderperiode wird nicht eingestellt, sondern vorgetragen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Termin gehört einem Google-Kalender und kann hier nur angesehen werden. Bitte ändern Sie ihn in Google.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sie dürfen für „{resource}“ keine Termine planen. Bitte wenden Sie sich an einen Administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sie dürfen „{resource}“ nicht mit Google verknüpfen. Bitte wenden Sie sich an einen Administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin ist storniert. Bitte stellen Sie ihn wieder her, bevor Sie ihn ändern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin wurde am {day} storniert. Wiederherstellen lässt er sich nur {days} Tage lang; bitte legen Sie ihn neu an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Freigabe des Google-Kontos {account} hat jemand anders erteilt. Bitte starten Sie die Freigabe selbst, und melden Sie sich dabei mit Ihrem eigenen Konto an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{resource}“ war bisher mit dem Google-Konto {before} verknüpft, angemeldet sind Sie jetzt mit {now}. Wenn Sie weitermachen, gilt ein Kalender von {now}; was im Kalender von {before} steht, bleibt dort unverändert. War das nicht gewollt, brechen Sie bitte ab, und melden Sie sich mit dem bisherigen Konto an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es gibt nichts rückgängig zu machen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es gibt nichts zu wiederholen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Eintrag hat hier keinen Termin geändert. Es gibt nichts zurückzunehmen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin wurde seither noch einmal geändert, zuletzt von {by}. Bitte ändern Sie ihn bei Bedarf im Terminplaner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{resource}“ ist mit einem Google-Kalender verknüpft. Bitte lösen Sie zuerst die Verknüpfung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{resource}“ ist mit keinem Google-Kalender verknüpft. Bitte starten Sie zuerst die Freigabe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{resource}“ hat noch {count} künftige Termine. Bitte verschieben oder stornieren Sie sie zuerst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datenbank ist gerade nicht erreichbar. Bitte prüfen Sie die Verbindung und versuchen Sie es erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein anderer Arbeitsplatz hat die Synchronisation übernommen. Es ist nichts weiter zu tun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In den Ordner „{path}“ kann nicht geschrieben werden ({reason}). Bitte prüfen Sie die Zugriffsrechte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Ordner „{path}“ enthält ein Fragezeichen und kann die Datenbank nicht aufnehmen. Bitte wählen Sie einen anderen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Für das Fenster fehlt ein Bildschirm (DISPLAY, WAYLAND_DISPLAY); ohne ihn gehen die Befehle aus „terminplaner --help“ und die Vorführung „terminplaner demo --headless“.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminplaner ist an diesem Arbeitsplatz schon geöffnet. Bitte wechseln Sie zum offenen Fenster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Schlüsselverwaltung dieses Rechners ist nicht nutzbar. Bitte richten Sie einen Schlüsselbund ein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auf diesem Rechner ist kein Schlüsselbund eingerichtet. Ohne ihn kann keine Freigabe gespeichert werden; bitte richten Sie einen ein oder nennen Sie in der Umgebungsvariablen TERMINPLANER_KEY_FILE eine Schlüsseldatei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Schlüsselbund dieses Rechners antwortet nicht ({reason}). Bitte entsperren Sie ihn und versuchen Sie es erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Schlüsselbund dieses Rechners hat den Schlüssel nicht behalten. Bitte prüfen Sie seine Einrichtung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Schlüsseldatei „{path}“ ist nicht lesbar oder beschädigt. Bitte prüfen Sie Pfad und Zugriffsrechte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Schlüsseldatei „{path}“ kann nicht geschrieben werden. Bitte prüfen Sie Pfad und Zugriffsrechte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Drucker „{name}“ nimmt den Auftrag nicht an. Bitte prüfen Sie, ob er eingeschaltet ist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google hat die Anfrage nicht angenommen. Bitte versuchen Sie es später erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Freigabe wurde nicht abgeschlossen. Bitte starten Sie sie erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Kalender kann nicht verknüpft werden. Bitte wählen Sie einen anderen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google ist gerade nicht erreichbar. Die Termine bleiben hier gespeichert und werden nachgereicht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Freigabe bei Google gilt nicht mehr. Bitte starten Sie sie in der Administration über die Lupe erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Freigabe wurde erteilt. Sie können dieses Fenster schließen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Freigabe wurde nicht abgeschlossen. Wie es weitergeht, steht im Terminplaner. Sie können dieses Fenster schließen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Freigabe wurde im Browser abgelehnt. Es wurde nichts gespeichert; Sie können sie jederzeit erneut starten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Innerhalb von {minutes} Minuten kam keine Antwort aus dem Browser. Bitte starten Sie die Freigabe erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Freigabe wurde abgebrochen. Es wurde nichts gespeichert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google hat die Freigabe nicht abgeschlossen ({reason}). Bitte starten Sie sie erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Administrator Ihres Google-Kontos erlaubt diese Freigabe nicht. Bitte wenden Sie sich an ihn oder nehmen Sie ein anderes Konto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Freigabe ist nur für Konten einer bestimmten Organisation vorgesehen. Bitte nehmen Sie ein Konto dieser Organisation oder eine andere Client-Datei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Haken „Sekundäre Google-Kalender erstellen und Termine darin bearbeiten“ fehlte; ohne ihn ist keine Synchronisation möglich. Es wurde nichts gespeichert. Bitte starten Sie die Freigabe erneut und setzen Sie beide Haken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Haken „Die Liste der Google-Kalender ansehen“ fehlte; er wird für einen vorhandenen Kalender gebraucht. Bitte starten Sie die Freigabe erneut und setzen Sie alle Haken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Haken „Termine in eigenen Google-Kalendern bearbeiten“ fehlte; er wird für einen vorhandenen Kalender gebraucht. Bitte starten Sie die Freigabe erneut und setzen Sie alle Haken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google hat keine dauerhafte Freigabe erteilt. Bitte starten Sie die Freigabe erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google hat die Antwort aus dem Browser nicht angenommen ({reason}). Bitte starten Sie die Freigabe erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Google-Konto ließ sich nicht feststellen. Es wurde nichts gespeichert; bitte starten Sie die Freigabe erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An diesem Arbeitsplatz fehlt der Schlüssel der Filialkette. Bitte geben Sie ihn an einem verbundenen Arbeitsplatz mit „terminplaner key export“ aus und übernehmen Sie ihn hier mit „terminplaner key import“, oder ziehen Sie die bestehenden Zustimmungen zurück und verbinden Sie neu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Schlüssel an diesem Arbeitsplatz passt nicht zu dieser Filialkette; vielleicht wurde er ersetzt. Bitte geben Sie ihn an einem verbundenen Arbeitsplatz mit „terminplaner key export“ aus und übernehmen Sie ihn hier mit „terminplaner key import“, oder ziehen Sie die bestehenden Zustimmungen zurück und verbinden Sie neu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Filialkette hat einen neuen Schlüssel. Die anderen Arbeitsplätze brauchen ihn, bevor sie wieder synchronisieren: bitte geben Sie ihn mit „terminplaner key export“ aus. Für Sicherungen von vorher sind nach einer Wiederherstellung neue Freigaben nötig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Schlüssel der Filialkette liegt in {path}. Wer diese Datei hat, kann die Freigaben der Datenbank lesen: bitte löschen Sie sie, sobald der andere Arbeitsplatz den Schlüssel übernommen hat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Arbeitsplatz hat jetzt den Schlüssel der Filialkette. Bitte löschen Sie die Datei {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datei {path} enthält keinen Schlüssel. Bitte wählen Sie eine, die „terminplaner key export“ geschrieben hat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datei {path} gehört zu einer anderen Filialkette. Bitte geben Sie den Schlüssel an einem Arbeitsplatz dieser Filialkette aus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es ist keine OAuth-Client-Datei von Google hinterlegt. Bitte importieren Sie sie in der Filialverwaltung unter Termine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die OAuth-Client-Datei ist unbrauchbar. Bitte importieren Sie die Datei, die Google für eine „Desktop-App“ ausgibt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die OAuth-Client-Datei „{path}“ kann nicht gelesen werden. Bitte prüfen Sie Pfad und Zugriffsrechte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google nimmt die OAuth-Client-Datei nicht an ({error}). Bitte prüfen Sie sie in der Google Cloud Console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Für die OAuth-Client-Datei ist die Google Calendar API nicht eingeschaltet. Bitte schalten Sie sie in der Google Cloud Console ein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Adresse „{address}“ ist unverschlüsselt; erlaubt ist das nur für diesen Rechner selbst. Bitte verwenden Sie https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Uhr dieses Rechners geht um {minutes} Minuten falsch, deshalb nimmt Google die Anmeldung nicht an. Bitte stellen Sie die Uhr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google ist nicht zu finden. Bitte prüfen Sie die Internetverbindung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Verbindung zu Google wurde abgelehnt. Bitte prüfen Sie Internetverbindung und Firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google antwortet nicht rechtzeitig. Bitte versuchen Sie es später erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Verbindung zu Google ist abgerissen. Bitte versuchen Sie es erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Zertifikat der Verbindung zu Google ist nicht vertrauenswürdig. Bitte prüfen Sie Virenscanner, Proxy und die Uhr dieses Rechners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der eingestellte Proxy ist nicht erreichbar oder verweigert die Verbindung. Bitte prüfen Sie die Proxy-Einstellungen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google nimmt gerade keine weiteren Anfragen an. Bitte versuchen Sie es in einigen Minuten erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google hat die Anfrage abgelehnt ({status} {reason}). Bitte versuchen Sie es erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Hauptkalender eines Google-Kontos kann nicht verknüpft werden, damit keine privaten Termine verloren gehen. Bitte wählen Sie einen anderen Kalender oder legen Sie einen neuen an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kalender „{calendar}“ gehört diesem Google-Konto nicht. Bitte wählen Sie einen eigenen Kalender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Kalender ist schon mit „{resource}“ verknüpft. Bitte wählen Sie einen anderen oder lösen Sie zuerst diese Verknüpfung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diesen Kalender gibt es in dem Google-Konto nicht. Bitte prüfen Sie die ID oder wählen Sie einen anderen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Für einen Kalender, den Terminplaner nicht angelegt hat, ist eine weitere Freigabe nötig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kalender „{name}“ wurde vielleicht schon angelegt. Bitte starten Sie die Freigabe erneut und setzen Sie beide Haken, damit er gefunden werden kann.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{resource}“ ist jetzt mit dem Google-Kalender „{calendar}“ verknüpft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es wurde nichts verknüpft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kalender „{calendar}“ wurde geleert, aber nicht verknüpft. Die Sicherung liegt unter „{path}“.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Löschen wurde abgebrochen. Was schon gelöscht ist, liegt in der Sicherung „{path}“.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einige Termine ({count}) wurden nach der Sicherung geändert und sind deshalb geblieben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Zustimmung besteht weiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Zustimmung wurde zurückgezogen. Beendete Verknüpfungen: {resources}. Die Termine bleiben auf beiden Seiten erhalten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Zustimmung wurde zurückgezogen. Die Termine bleiben auf beiden Seiten erhalten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier ist die Freigabe gelöscht, aber Google hat es nicht bestätigt. Bitte entfernen Sie den Zugriff auch unter myaccount.google.com/permissions. Beendete Verknüpfungen: {resources}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Programm ist ein unerwarteter Fehler aufgetreten ({kind}). Bitte geben Sie das Protokoll aus dem Ordner „logs“ des Profils an den Support weiter; mit --debug steht der Hintergrund auch hier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Ergebnis konnte nicht ausgegeben werden ({reason}). Bitte prüfen Sie das Ziel der Ausgabe, und sehen Sie vor einem zweiten Versuch nach, was schon geschehen ist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Zeit liegt zu weit entfernt. Bitte nennen Sie ein Jahr von {low} bis {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein ganztägiger Termin hat keine Minuten. Bitte nennen Sie mit --end den Tag nach seinem letzten, oder lassen Sie --minutes weg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In dieser Datenbank gibt es noch keine Filialkette. Bitte legen Sie sie mit „terminplaner init“ an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Filialkette wurde angelegt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Filialkette ist schon angelegt; es wurde nichts geändert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine Ressource „{resource}“ gibt es nicht. „terminplaner resource list“ zeigt alle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{name}“ steht nicht in der Liste {list}. Möglich sind: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einen Kunden mit der Nummer {number} gibt es nicht. Bitte prüfen Sie die Nummer oder geben Sie den Namen an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mehrere Kunden heißen „{name}“. Bitte geben Sie die Kundennummer an: {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{text}“ ist keine Zeitangabe. Bitte schreiben Sie sie wie 2026-11-23T10:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{text}“ ist kein Datum. Bitte schreiben Sie es wie 2026-11-23.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{text}“ ist keine Kennung. Die Kennung steht am Anfang jeder Zeile von „terminplaner {listing}“.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Ende fehlt. Bitte geben Sie --end oder --minutes an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Verknüpfung braucht eine Bestätigung. Bitte rufen Sie den Befehl mit --yes oder in einem Terminal auf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitte öffnen Sie diese Adresse im Browser und erteilen Sie dort die Freigabe:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es ist noch keine Ressource mit einem Google-Kalender verknüpft; „terminplaner connect“ verknüpft eine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es wartet nichts auf eine Entscheidung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es gibt noch keine Ressourcen; angelegt werden sie im Fenster unter „Administration“.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es wurden keine Termine gefunden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es wurde nicht bestätigt; es wurde nichts geändert. Mit „ja“ oder --yes stimmen Sie zu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kalender „{calendar}“: {adopted} Termine sind auf beiden Seiten, {imported} kommen aus Google, {to_push} gehen zu Google. Verknüpfen? (ja/nein)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle {count} Termine im Kalender „{calendar}“ werden nach einer Sicherung gelöscht. Fortfahren? (ja/nein)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kalender „{calendar}“ ist geleert: {deleted} Termine gelöscht, {kept} behalten, weil sie inzwischen geändert wurden. Die Sicherung liegt in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Den Kalender „{calendar}“ hat nicht Terminplaner angelegt. Dafür ist eine zweite Freigabe nötig, die auch Termine eigener Kalender umfasst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Browser ließ sich nicht öffnen. Bitte öffnen Sie diese Adresse auf diesem Computer: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Verknüpfung von „{resource}“ ist beendet. Die Termine bleiben auf beiden Seiten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Synchronisation ist ausgeschaltet. Bitte schalten Sie sie in der Filialverwaltung oder mit „terminplaner settings set google_sync on“ ein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Sicherung liegt in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Sicherung ist zurückgespielt. Der vorherige Stand liegt in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{imported} Termine übernommen, {updated} geändert, {unchanged} unverändert, {skipped} nicht lesbar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datei {path} gibt es schon. Bitte wählen Sie einen anderen Namen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datei {path} lässt sich nicht schreiben. Bitte prüfen Sie Ordner und Rechte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datei {path} lässt sich nicht lesen. Bitte prüfen Sie Name und Rechte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Verknüpfungen brauchen jemanden: {resources}. „terminplaner problems list“ zeigt, was zu entscheiden ist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datenbank antwortet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Schlüsselspeicher ist benutzbar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die OAuth-Client-Datei ist in Ordnung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google ist erreichbar, und die Uhr stimmt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle Verknüpfungen sind in Ordnung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das ist der letzte Administrator. Bitte geben Sie zuerst einem anderen Benutzer diese Rolle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{value}“ ist für „{field}“ nicht möglich. Bitte wählen Sie einen anderen Wert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine Ressource steht doppelt im Termin. Bitte nennen Sie jede nur einmal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Beginn fehlt. Bitte geben Sie ihn an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Frage ist schon entschieden. Es ist nichts weiter zu tun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{choice}“ ist hier keine mögliche Antwort. Möglich sind: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datei ist keine iCalendar-Datei. Bitte wählen Sie eine Datei mit der Endung .ics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Eintrag ist unvollständig; sein Ende fehlt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Eintrag ist beschädigt und ließ sich nicht lesen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Eintrag ist kein Termin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Eintrag steht mehrfach in der Datei; gelesen wurde der neueste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Serie geht weiter; eingelesen wurde sie bis zum Ende des Zeitraums.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Serie wiederholt sich öfter als täglich. Bitte legen Sie diese Termine einzeln an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Wiederholung des Eintrags ließ sich nicht lesen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginn oder Ende des Eintrags ließen sich nicht lesen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Zeitzone des Eintrags ist nicht bekannt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datenbank ist gerade durch einen anderen Vorgang belegt. Bitte versuchen Sie es gleich noch einmal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Datenträger der Datenbank ist voll. Bitte schaffen Sie Platz und versuchen Sie es erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datenbank ist schreibgeschützt. Bitte prüfen Sie die Zugriffsrechte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datenbank ist nicht erreichbar. Bitte prüfen Sie Pfad, Netzwerk und Server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datenbankdatei ist beschädigt. Bitte stellen Sie die letzte Sicherung wieder her.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein verknüpfter Eintrag ist nicht mehr vorhanden. Bitte laden Sie die Ansicht neu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Datenbankadresse wird nicht unterstützt. Bitte nennen Sie eine SQLite-Datei oder einen PostgreSQL-Server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datenbank stammt von einer neueren Programmversion. Bitte aktualisieren Sie Terminplaner an diesem Arbeitsplatz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{path}“ ist keine Sicherung von Terminplaner. Bitte wählen Sie eine andere Datei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{path}“ kann nicht geschrieben werden. Bitte prüfen Sie Ordner und Zugriffsrechte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Text enthält Zeichen, die nicht gespeichert werden können. Bitte entfernen Sie sie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Sicherung „{path}“ konnte nicht geschrieben werden; es wurde nichts gelöscht. Bitte prüfen Sie Platz und Zugriffsrechte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein anderer Arbeitsplatz synchronisiert diesen Kalender gerade. Bitte versuchen Sie es gleich noch einmal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kalender gehört bei Google dem Konto {owner}, und nur dieses kann ihn löschen. Es wird weiter abgeglichen; bitte klären Sie mit dem Eigentümer, ob das so bleiben soll.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auf den Kalender besteht bei Google kein Zugriff mehr. Bitte geben Sie ihn dort wieder frei oder verknüpfen Sie einen anderen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bei der Freigabe fehlte ein Haken. Bitte starten Sie sie in der Administration über die Lupe erneut und setzen Sie alle Haken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google nimmt gerade nicht so viele Anfragen an. Es geht von selbst weiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google hat gerade eine Störung ({status}). Es geht von selbst weiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Tageskontingent des Google-Kontos ist erschöpft. Nach einer Pause geht es von selbst weiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google zeigt den Kalender plötzlich leer. Es wurde nichts gelöscht; bitte entscheiden Sie, was gelten soll.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin wurde in Google zu einer Serie und wird hier nur noch angezeigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Termin wird fortwährend von beiden Seiten geändert, vermutlich von einem anderen Programm. Bitte entscheiden Sie, welche Fassung gilt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google nimmt diesen Termin nicht an. Bitte prüfen Sie Zeit und Texte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Eintrag aus Google ließ sich nicht lesen. Bitte prüfen Sie ihn in Google.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Eintrag bleibt auf Ihren Wunsch unverändert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auf einen Schlag würde ungewöhnlich viel gelöscht. Es wurde noch nichts gelöscht; bitte entscheiden Sie, ob das gewollt ist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datenbank wurde aus einer Sicherung wiederhergestellt. Bitte bestätigen Sie die Unterschiede zu Google, bevor etwas übertragen wird.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Tageskontingent des Google-Kontos ist erschöpft. Bis {until} wird nichts nach Google geschrieben, nur gelesen; danach geht es von selbst weiter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>planner</name>
    <message>
        <source>U</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feiertag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zahl: so viele zugleich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ganztägig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angelegt {at} von {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geändert {at} von {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Herkunft: {origin}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+{count} weitere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>am {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bis {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Termine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>endet nie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>täglich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wöchentlich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monatlich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jährlich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alle {count} Tage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alle {count} Wochen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alle {count} Monate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alle {count} Jahre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entfällt: {holiday}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belegt: {others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zur selben Zeit: {others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ganztägig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>storniert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schreibgeschützt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hausbesuch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paralleltermin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nicht verfügbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>als frei angezeigt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aus Google Kalender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorbereitung {before} min, Nachbereitung {after} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belegt: hier ist kein Platz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Überschneidung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Außerhalb der Verfügbarkeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In der Vergangenheit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd, d. MMMM yyyy</source>
        <comment>a date; letters as in QDate::toString</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KW {week} · {first} – {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KW {week}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Tagesliste {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagesliste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fortsetzung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{branch} · gedruckt am {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seite {number} von {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Termine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keine Termine an diesem Tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kunde {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mit {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kunde kommt {minutes} min früher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min Vorbereitung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min Nachbereitung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminzettel {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ihr Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ihre Termine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} Uhr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bei {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wir kommen zu Ihnen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitte {minutes} Minuten früher kommen, also um {time} Uhr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sie können nicht kommen? Bitte sagen Sie uns rechtzeitig Bescheid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wochenplan {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wochenplan · {branch} · KW {week} · {first} – {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Wochenplan gekürzt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._canvas</name>
    <message>
        <source>Kein weiterer Termin in dieser Richtung</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
