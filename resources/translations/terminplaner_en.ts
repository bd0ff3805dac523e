<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="de_DE">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Über Terminplaner</source>
        <translation>About Terminplaner</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Terminplaner für Augenoptik und Hörakustik. Hält die Termine Ihrer Ressourcen in beiden Richtungen mit Google-Kalendern gleich.</source>
        <translation>Appointment planner for opticians and hearing-care shops. Keeps the appointments of your resources equal with Google calendars, in both directions.</translation>
    </message>
    <message>
        <source>Freie Software unter der GNU General Public License, Version 3 oder neuer.</source>
        <translation>Free software under the GNU General Public License, version 3 or later.</translation>
    </message>
</context>
<context>
    <name>AbsenceDialog</name>
    <message>
        <source>Alle Filialen</source>
        <translation>All branches</translation>
    </message>
    <message>
        <source>Betriebsschließung</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>&amp;Filiale:</source>
        <translation>&amp;Branch:</translation>
    </message>
    <message>
        <source>Abwesenheit</source>
        <translation>Absence</translation>
    </message>
    <message>
        <source>&amp;Ressourcen:</source>
        <translation>&amp;Resources:</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Text:</translation>
    </message>
    <message>
        <source>Steht im Plan; nichts davon geht an Google.</source>
        <translation>Shown in the plan; none of it goes to Google.</translation>
    </message>
    <message>
        <source>Steht im Plan neben der Art; nichts davon geht an Google.</source>
        <translation>Stands in the plan beside the kind; none of it goes to Google.</translation>
    </message>
    <message>
        <source>&amp;Wiederholt sie sich? Als Nichtverfügbarkeit eintragen …</source>
        <translation>Does it re&amp;peat? Enter it as unavailability …</translation>
    </message>
    <message>
        <source>&amp;Art:</source>
        <translation>&amp;Kind:</translation>
    </message>
</context>
<context>
    <name>AbsencesTab</name>
    <message>
        <source>Abwesenheiten</source>
        <translation>Absences</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Wann</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wer</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>&amp;Vergangene zeigen</source>
        <translation>Show &amp;past ones</translation>
    </message>
    <message>
        <source>&amp;Neu …</source>
        <translation>&amp;New …</translation>
    </message>
    <message>
        <source>Betriebsschl&amp;ießung …</source>
        <translation>&amp;Closure …</translation>
    </message>
    <message>
        <source>B&amp;earbeiten …</source>
        <translation>&amp;Edit …</translation>
    </message>
    <message>
        <source>&amp;Löschen</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>Urlaub, Krankheit und Schulungen einer Ressource, und wann eine Filiale oder alle geschlossen sind. Wer dann bucht, wird gewarnt; die Suche nach freien Terminen lässt diese Zeiten aus.</source>
        <translation>Vacation, sickness and training of a resource, and when a branch or all of them are closed. Whoever books then is warned; the search for free times leaves these out.</translation>
    </message>
    <message>
        <source>Alle Filialen</source>
        <translation>All branches</translation>
    </message>
    <message>
        <source>Abwesenheit löschen?</source>
        <translation>Delete absence?</translation>
    </message>
    <message>
        <source>{kind}, {when}: {whose}</source>
        <translation>{kind}, {when}: {whose}</translation>
    </message>
    <message>
        <source>Die Zeiten sind danach wieder frei.</source>
        <translation>The time is free again afterwards.</translation>
    </message>
</context>
<context>
    <name>AdministrationPage</name>
    <message>
        <source>Bereiche der Administration</source>
        <translation>Administration sections</translation>
    </message>
    <message>
        <source>Ressourcen</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>Terminvorlagen</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Ansichten</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>Kalenderperiode</source>
        <translation>Calendar period</translation>
    </message>
    <message>
        <source>Abwesenheiten</source>
        <translation>Absences</translation>
    </message>
    <message>
        <source>Feiertage</source>
        <translation>Holidays</translation>
    </message>
    <message>
        <source>Mit der Rolle „{role}“ können Sie das hier ansehen. Ändern darf es nur ein Administrator.</source>
        <translation>With the role “{role}” you can look at this. Only an administrator may change it.</translation>
    </message>
    <message>
        <source>Mit der Rolle „{role}“ können Sie Abwesenheiten ansehen, aber nicht ändern.</source>
        <translation>With the role “{role}” you can look at absences, but not change them.</translation>
    </message>
</context>
<context>
    <name>AppointmentButtons</name>
    <message>
        <source>Termin stornieren</source>
        <translation>Cancel appointment</translation>
    </message>
    <message>
        <source>Wiederherstellen</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Termin&amp;zettel …</source>
        <translation>S&amp;lip …</translation>
    </message>
    <message>
        <source>Auf die Warteliste …</source>
        <translation>Put on the waiting list …</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>AppointmentCommands</name>
    <message>
        <source>{count} Termine angelegt.</source>
        <translation>{count} appointments created.</translation>
    </message>
    <message>
        <source>Termin angelegt.</source>
        <translation>Appointment created.</translation>
    </message>
    <message>
        <source>{count} Termine geändert.</source>
        <translation>{count} appointments changed.</translation>
    </message>
    <message>
        <source>Termin geändert.</source>
        <translation>Appointment changed.</translation>
    </message>
    <message>
        <source>Ausgelassen, weil belegt: {count}.</source>
        <translation>Left out because taken: {count}.</translation>
    </message>
    <message>
        <source>Gespeichert, hier nicht zu sehen: {when}</source>
        <translation>Saved, not in sight here: {when}</translation>
    </message>
    <message>
        <source>Termin kopiert.</source>
        <translation>Appointment copied.</translation>
    </message>
    <message>
        <source>{count} Termine kopiert.</source>
        <translation>{count} appointments copied.</translation>
    </message>
    <message>
        <source>Termin storniert.</source>
        <translation>Appointment canceled.</translation>
    </message>
    <message>
        <source>{count} Termine storniert.</source>
        <translation>{count} appointments canceled.</translation>
    </message>
    <message>
        <source>Rückgängig gemacht: {step}</source>
        <translation>Undone: {step}</translation>
    </message>
    <message>
        <source>Wiederholt: {step}</source>
        <translation>Redone: {step}</translation>
    </message>
</context>
<context>
    <name>AppointmentDialog</name>
    <message>
        <source>Neuer Termin</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Wiederholung</source>
        <translation>Repetition</translation>
    </message>
    <message>
        <source>Kein Kunde gefunden. Bitte ändern Sie die Eingabe, oder legen Sie den Kunden neu an.</source>
        <translation>No customer found. Please change what you entered, or create the customer.</translation>
    </message>
    <message>
        <source>Dieser Eintrag gehört einem anderen Google-Kalender oder einer Serie in Google. Er belegt die Ressource, lässt sich aber nur dort ändern.</source>
        <translation>This entry belongs to another Google calendar or to a series in Google. It takes the resource but can only be changed there.</translation>
    </message>
    <message>
        <source>Dieser Termin ist storniert.</source>
        <translation>This appointment is canceled.</translation>
    </message>
    <message>
        <source>gehört Google</source>
        <translation>belongs to Google</translation>
    </message>
    <message>
        <source>ist storniert</source>
        <translation>is canceled</translation>
    </message>
    <message>
        <source>für diese Ressource dürfen Sie nicht planen</source>
        <translation>you may not plan for this resource</translation>
    </message>
    <message>
        <source>Der Termin ist noch nicht gespeichert.</source>
        <translation>The appointment has not been saved yet.</translation>
    </message>
</context>
<context>
    <name>AppointmentDialogs</name>
    <message>
        <source>Terminvorlagen</source>
        <translation>Appointment templates</translation>
    </message>
    <message>
        <source>Der Wunsch steht auf der Warteliste.</source>
        <translation>The wish is on the waiting list.</translation>
    </message>
</context>
<context>
    <name>AppointmentForm</name>
    <message>
        <source>&amp;Hausbesuch</source>
        <translation>&amp;Home visit</translation>
    </message>
    <message>
        <source>&amp;Paralleltermin</source>
        <translation>&amp;Parallel appointment</translation>
    </message>
    <message>
        <source>Darf über andere Termine gelegt werden; was er überschneidet, wird nur angezeigt</source>
        <translation>May be put over other appointments; what it overlaps is only shown</translation>
    </message>
    <message>
        <source>Als &amp;nicht verfügbar anzeigen</source>
        <translation>Show as &amp;unavailable</translation>
    </message>
    <message>
        <source>Als &amp;nicht verfügbar anzeigen (nur ohne Kunden)</source>
        <translation>Show as &amp;unavailable (without a customer only)</translation>
    </message>
    <message>
        <source>Vorlage:</source>
        <translation>Template:</translation>
    </message>
    <message>
        <source>&amp;Vorbereitung:</source>
        <translation>P&amp;reparation:</translation>
    </message>
    <message>
        <source>Na&amp;chbereitung:</source>
        <translation>&amp;Follow-up:</translation>
    </message>
    <message>
        <source>So viel früher kommt der Kunde; die Ressource bleibt frei.</source>
        <translation>The customer comes that much earlier; the resource stays free.</translation>
    </message>
    <message>
        <source>&amp;Status:</source>
        <translation>&amp;Status:</translation>
    </message>
    <message>
        <source>T&amp;yp:</source>
        <translation>T&amp;ype:</translation>
    </message>
    <message>
        <source>&amp;Filiale:</source>
        <translation>&amp;Branch:</translation>
    </message>
    <message>
        <source>&amp;Kunde:</source>
        <translation>&amp;Customer:</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>Te&amp;xt:</translation>
    </message>
    <message>
        <source>K&amp;ommentar:</source>
        <translation>C&amp;omment:</translation>
    </message>
    <message>
        <source>Privat: der Titel bleibt in Google Kalender</source>
        <translation>Private: the title stays in Google Calendar</translation>
    </message>
</context>
<context>
    <name>AppointmentListView</name>
    <message>
        <source>Terminliste</source>
        <translation>List of appointments</translation>
    </message>
    <message>
        <source>Keine Termine in diesem Zeitraum</source>
        <translation>No appointments in this time</translation>
    </message>
</context>
<context>
    <name>AppointmentSettings</name>
    <message>
        <source>Die Einstellungen wurden an einem anderen Arbeitsplatz geändert. Mit „Verwerfen“ sehen Sie den neuen Stand.</source>
        <translation>The settings were changed at another workstation. “Discard” shows you their new state.</translation>
    </message>
    <message>
        <source>Kundennamen an Google übertragen?</source>
        <translation>Send customers’ names to Google?</translation>
    </message>
    <message>
        <source>Ab jetzt stehen Vor- und Nachnamen Ihrer Kunden in den verknüpften Google-Kalendern, auch bei allen künftigen Terminen, die schon eingetragen sind.</source>
        <translation>From now on the first and last names of your customers will stand in the linked Google calendars, also on all future appointments that are already entered.</translation>
    </message>
    <message>
        <source>Dafür brauchen Sie die Einwilligung Ihrer Kunden.</source>
        <translation>You need your customers’ consent for this.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Namen übertragen</source>
        <translation>Send names</translation>
    </message>
</context>
<context>
    <name>AppointmentTable</name>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Ressourcen</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>Hinweise</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
</context>
<context>
    <name>AvailabilityActions</name>
    <message>
        <source>Abwesenheit &amp;eintragen …</source>
        <translation>Ent&amp;er absence …</translation>
    </message>
    <message>
        <source>Betriebsschl&amp;ießung …</source>
        <translation>&amp;Company closure …</translation>
    </message>
    <message>
        <source>Verfü&amp;gbarkeiten bearbeiten</source>
        <translation>Edit a&amp;vailabilities</translation>
    </message>
    <message>
        <source>nicht in dieser Ansicht</source>
        <translation>not in this view</translation>
    </message>
    <message>
        <source>In dieser Ansicht werden keine Verfügbarkeiten bearbeitet. Es geht in Tag und Woche, und in Ansichten „Mit Verfügbarkeitsplaner“.</source>
        <translation>Availabilities are not edited in this view. They are in Day and Week, and in views “With availability planner”.</translation>
    </message>
    <message>
        <source>Verfügbarkeiten bearbeiten: Ein Doppelklick oder die Eingabetaste öffnet die Verfügbarkeit an dieser Stelle oder legt eine neue an. Ziehen verschiebt sie, an ihrer oberen oder unteren Kante ändert es Beginn oder Ende.</source>
        <translation>Editing availability: a double click or Enter opens the availability at that place or makes a new one. Dragging moves it; by its upper or lower edge it changes its start or end.</translation>
    </message>
</context>
<context>
    <name>AvailabilityCommands</name>
    <message>
        <source>„{name}“ ist gelöscht.</source>
        <translation>“{name}” was deleted.</translation>
    </message>
</context>
<context>
    <name>AvailabilityDialog</name>
    <message>
        <source>Verfügbarkeit</source>
        <translation>Availability</translation>
    </message>
    <message>
        <source>verfügbar</source>
        <translation>available</translation>
    </message>
    <message>
        <source>nicht verfügbar</source>
        <translation>unavailable</translation>
    </message>
    <message>
        <source>– keine –</source>
        <translation>– none –</translation>
    </message>
    <message>
        <source>ohne</source>
        <translation>without</translation>
    </message>
    <message>
        <source>&amp;Datum:</source>
        <translation>&amp;Date:</translation>
    </message>
    <message>
        <source>A&amp;rt:</source>
        <translation>&amp;Kind:</translation>
    </message>
    <message>
        <source>T&amp;yp:</source>
        <translation>T&amp;ype:</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Text:</translation>
    </message>
    <message>
        <source>K&amp;ommentar:</source>
        <translation>C&amp;omment:</translation>
    </message>
    <message>
        <source>Ressource &amp;1:</source>
        <translation>Resource &amp;1:</translation>
    </message>
    <message>
        <source>Ressource &amp;2:</source>
        <translation>Resource &amp;2:</translation>
    </message>
    <message>
        <source>Wird bei jedem Termin vorgeschlagen, der hier gebucht wird.</source>
        <translation>Is suggested in each appointment that is booked here.</translation>
    </message>
    <message>
        <source>&amp;Schrittweite:</source>
        <translation>&amp;Step:</translation>
    </message>
    <message>
        <source>&amp;Min. Schrittweite:</source>
        <translation>&amp;Min. step:</translation>
    </message>
    <message>
        <source>Füllt Lücken, die ein Termin von anderer Dauer lässt; meist die halbe Schrittweite.</source>
        <translation>Fills gaps that an appointment of another length leaves; mostly half the step.</translation>
    </message>
    <message>
        <source>Woche&amp;ntage:</source>
        <translation>&amp;Weekdays:</translation>
    </message>
    <message>
        <source>&amp;Gültig bis:</source>
        <translation>&amp;Valid until:</translation>
    </message>
    <message>
        <source>wie die Ressource ({minutes} min)</source>
        <translation>as the resource ({minutes} min)</translation>
    </message>
    <message>
        <source>– ohne –</source>
        <translation>– none –</translation>
    </message>
    <message>
        <source>&amp;Wiederholung:</source>
        <translation>Re&amp;petition:</translation>
    </message>
</context>
<context>
    <name>AvailabilityForm</name>
    <message>
        <source>Noch keine Arbeitszeiten. Ohne sie gilt die Ressource als jederzeit verfügbar.</source>
        <translation>No working hours yet. Without them the resource counts as available at any time.</translation>
    </message>
    <message>
        <source>Zeile hinzufügen</source>
        <translation>Add row</translation>
    </message>
</context>
<context>
    <name>AwayList</name>
    <message>
        <source>Abwesenheiten und Feiertage</source>
        <translation>Absences and holidays</translation>
    </message>
    <message>
        <source>Von</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Bis</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Tage</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Wer</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>What</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Meldung schließen</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>BesidePlan</name>
    <message>
        <source>Warteliste</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>Freien Termin suchen</source>
        <translation>Find a free time</translation>
    </message>
    <message>
        <source>Termine suchen</source>
        <translation>Find appointments</translation>
    </message>
</context>
<context>
    <name>BirthField</name>
    <message>
        <source>TT.MM.JJJJ</source>
        <translation>DD.MM.YYYY</translation>
    </message>
</context>
<context>
    <name>BookingNotice</name>
    <message>
        <source>Nicht mehr für diesen Kunden buchen</source>
        <translation>Stop booking for this customer</translation>
    </message>
    <message>
        <source>Der nächste neue Termin ist für {name}.</source>
        <translation>The next new appointment is for {name}.</translation>
    </message>
</context>
<context>
    <name>BranchDetails</name>
    <message>
        <source>Filialen</source>
        <translation>Branches</translation>
    </message>
    <message>
        <source>Neue Filiale</source>
        <translation>New branch</translation>
    </message>
    <message>
        <source>Filiale bearbeiten</source>
        <translation>Edit branch</translation>
    </message>
    <message>
        <source>&amp;Nummer:</source>
        <translation>&amp;Number:</translation>
    </message>
    <message>
        <source>&amp;Bezeichnung:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>Adr&amp;esse:</source>
        <translation>Addr&amp;ess:</translation>
    </message>
    <message>
        <source>Öffnungszeiten:</source>
        <translation>Opening hours:</translation>
    </message>
    <message>
        <source>Auf dem Termi&amp;nzettel:</source>
        <translation>On the appointment &amp;slip:</translation>
    </message>
    <message>
        <source>Die Öffnungszeiten in eigenen Worten. Leer: wie oben, in einer Zeile.</source>
        <translation>The opening times in words of your own. Empty: as above, in one line.</translation>
    </message>
    <message>
        <source>B&amp;undesland:</source>
        <translation>Federal &amp;state:</translation>
    </message>
    <message>
        <source>Danach richten sich die Feiertage im Planer.</source>
        <translation>The holidays in the planner depend on it.</translation>
    </message>
    <message>
        <source>&amp;Zeitzone:</source>
        <translation>&amp;Time zone:</translation>
    </message>
    <message>
        <source>Uhrzeiten im Planer gelten in dieser Zeitzone.</source>
        <translation>Times in the planner are in this time zone.</translation>
    </message>
    <message>
        <source>Bitte speichern oder verwerfen Sie zuerst Ihre Änderungen an dieser Filiale.</source>
        <translation>Please save or discard your changes to this branch first.</translation>
    </message>
</context>
<context>
    <name>BranchSettingsPage</name>
    <message>
        <source>Bereiche der Filialverwaltung</source>
        <translation>Sections of the branch management</translation>
    </message>
    <message>
        <source>Termine</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Filiale</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Mitarbeiter</source>
        <translation>Employees</translation>
    </message>
    <message>
        <source>Benutzerkonten</source>
        <translation>User accounts</translation>
    </message>
    <message>
        <source>Sie können die Einstellungen ansehen. Ändern darf sie nur ein Administrator.</source>
        <translation>You can look at the settings. Only an administrator may change them.</translation>
    </message>
</context>
<context>
    <name>BrowserDialog</name>
    <message>
        <source>Freigabe im Browser</source>
        <translation>Consent in the browser</translation>
    </message>
    <message>
        <source>Die Freigabe-Webseite von Google wird geöffnet …</source>
        <translation>Opening Google’s consent page …</translation>
    </message>
    <message>
        <source>Adresse:</source>
        <translation>Address:</translation>
    </message>
    <message>
        <source>Kein Browser zu sehen? Kopieren Sie die Adresse in einen Browser an diesem Rechner.</source>
        <translation>No browser to be seen? Copy the address into a browser on this computer.</translation>
    </message>
    <message>
        <source>Adresse kopieren</source>
        <translation>Copy address</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bitte melden Sie sich im Browser bei Google an, setzen Sie beide Haken, und bestätigen Sie mit „Weiter“. Hier geht es dann von selbst weiter.</source>
        <translation>Please sign in to Google in the browser, tick both boxes, and confirm with “Continue”. Here it then goes on by itself.</translation>
    </message>
    <message>
        <source>Es ließ sich kein Browser öffnen. Bitte kopieren Sie die Adresse, und öffnen Sie sie an diesem Rechner in einem Browser.</source>
        <translation>No browser could be opened. Please copy the address, and open it in a browser on this computer.</translation>
    </message>
    <message>
        <source>Die Adresse ist kopiert.</source>
        <translation>The address has been copied.</translation>
    </message>
</context>
<context>
    <name>CalendarDialog</name>
    <message>
        <source>Google-Kalender auswählen</source>
        <translation>Choose a Google calendar</translation>
    </message>
    <message>
        <source>Google-Konto: {email}</source>
        <translation>Google account: {email}</translation>
    </message>
    <message>
        <source>&amp;Vorhandenen Kalender verwenden</source>
        <translation>Use an &amp;existing calendar</translation>
    </message>
    <message>
        <source>Vorhandene Kalender</source>
        <translation>Existing calendars</translation>
    </message>
    <message>
        <source>&amp;Neuen Kalender anlegen</source>
        <translation>Create a &amp;new calendar</translation>
    </message>
    <message>
        <source>Name des neuen Kalenders</source>
        <translation>Name of the new calendar</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Der Haken für die Liste Ihrer Kalender war nicht gesetzt, deshalb sind vorhandene Kalender nicht zu sehen. Bitte legen Sie einen neuen Kalender an.</source>
        <translation>The box for the list of your calendars was not ticked, so existing calendars cannot be seen. Please create a new calendar.</translation>
    </message>
    <message>
        <source>Alle Kalender dieses Kontos sind schon verknüpft. Bitte legen Sie einen neuen an.</source>
        <translation>All calendars of this account are linked already. Please create a new one.</translation>
    </message>
    <message>
        <source>In diesem Konto gibt es nur den Hauptkalender. Bitte legen Sie einen neuen Kalender an: Der Hauptkalender wird nie verknüpft, damit dort keine privaten Termine verloren gehen.</source>
        <translation>This account has only its primary calendar. Please create a new calendar: the primary calendar is never linked, so that no private appointments get lost there.</translation>
    </message>
    <message>
        <source>{name}  ·  {owner}</source>
        <translation>{name}  ·  {owner}</translation>
    </message>
    <message>
        <source>{calendar}  (derzeit verknüpft)</source>
        <translation>{calendar}  (currently linked)</translation>
    </message>
    <message>
        <source>{calendar}  (schon verknüpft mit „{resource}“)</source>
        <translation>{calendar}  (already linked with “{resource}”)</translation>
    </message>
</context>
<context>
    <name>CalendarPane</name>
    <message>
        <source>Kalender einklappen</source>
        <translation>Fold calendar away</translation>
    </message>
    <message>
        <source>Kalender</source>
        <translation>Calendar</translation>
    </message>
</context>
<context>
    <name>CalendarPeriodDialog</name>
    <message>
        <source>Kalenderperiode</source>
        <translation>Calendar period</translation>
    </message>
    <message>
        <source>Später als {day} und höchstens {years} Jahre voraus.</source>
        <translation>Later than {day}, and {years} years ahead at most.</translation>
    </message>
    <message>
        <source>&amp;Vortragen bis:</source>
        <translation>&amp;Carry forward to:</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Vortragen</source>
        <translation>Carry forward</translation>
    </message>
</context>
<context>
    <name>CalendarPeriodTab</name>
    <message>
        <source>Kalenderperiode &amp;vortragen …</source>
        <translation>Carry the calendar period &amp;forward …</translation>
    </message>
    <message>
        <source>Das Programm trägt sie nicht mehr von selbst vor, damit keine längst beendete Serie wieder auflebt. Wer sie weiterführen möchte, trägt sie hier vor.</source>
        <translation>The program no longer carries them on by itself, so that no series that ended long ago comes back to life. Whoever wants to continue them carries them on here.</translation>
    </message>
    <message>
        <source>Serien ohne Ende bestehen aus einzelnen Terminen bis zu diesem Tag; die erste reicht ein Jahr voraus. Beim Vortragen kommen die weiteren hinzu; Feiertage und belegte Zeiten werden ausgelassen. Bleibt weniger als ein halbes Jahr, trägt das Programm sie von selbst um ein Jahr vor. Zurücknehmen lässt sich die Kalenderperiode nicht.</source>
        <translation>Series without an end consist of single appointments up to this day; the first one reaches a year ahead. Carrying the calendar period on adds the further ones; holidays and times that are taken are left out. When less than half a year remains, the program carries it on by a year by itself. The calendar period cannot be taken back.</translation>
    </message>
    <message>
        <source>Es gibt noch keine Serie ohne Ende.</source>
        <translation>There is no series without an end yet.</translation>
    </message>
    <message>
        <source>Serien ohne Ende reichten bis {day}.</source>
        <translation>Series without an end reached until {day}.</translation>
    </message>
    <message>
        <source>Serien ohne Ende reichen bis {day}.</source>
        <translation>Series without an end reach until {day}.</translation>
    </message>
    <message>
        <source>Zuletzt von selbst vorgetragen am {at} bis {day}: {count} Termine angelegt.</source>
        <translation>Last extended on its own on {at} up to {day}: {count} appointments created.</translation>
    </message>
    <message>
        <source>Vorgetragen bis {day}: {count} Termine angelegt.</source>
        <translation>Carried forward to {day}: {count} appointments created.</translation>
    </message>
    <message>
        <source>Kein Platz war an {count} Tagen: {days}</source>
        <translation>There was no room on {count} days: {days}</translation>
    </message>
</context>
<context>
    <name>CarryHint</name>
    <message>
        <source>Loslassen (Esc)</source>
        <translation>Let go (Esc)</translation>
    </message>
    <message>
        <source>Zum Ablegen den Kalender zeigen (6) oder Tag, Woche oder Monat wählen.</source>
        <translation>To put it down show the calendar (6), or choose day, week or month.</translation>
    </message>
    <message>
        <source>Jeder Klick und jede Eingabetaste legt eine Kopie ab, bis Sie noch einmal „Kopieren“ (K) wählen.</source>
        <translation>Every click and every Enter puts down a copy, until you choose “Copy” (K) once more.</translation>
    </message>
    <message>
        <source>Zum Ablegen klicken oder Eingabetaste. Blättern ist möglich.</source>
        <translation>Click or press Return to put it down. You can turn pages meanwhile.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Termine, die ihn tragen, bleiben und zeigen ihn nicht mehr.</source>
        <translation>Appointments that have it stay and no longer show it.</translation>
    </message>
    <message>
        <source>Typen</source>
        <translation>Types</translation>
    </message>
    <message>
        <source>Der Typ sagt, worum es geht, und färbt den Termin im Plan.</source>
        <translation>The type says what an appointment is about and colors it in the plan.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Der Status sagt, wie weit ein Termin ist.</source>
        <translation>The status says how far along an appointment is.</translation>
    </message>
    <message>
        <source>Typen der Verfügbarkeit</source>
        <translation>Types of availability</translation>
    </message>
    <message>
        <source>Der Typ sagt, wozu eine Zeit da ist.</source>
        <translation>The type says what a time is for.</translation>
    </message>
    <message>
        <source>Verfügbarkeiten, die ihn tragen, bleiben.</source>
        <translation>Availabilities that have it stay.</translation>
    </message>
</context>
<context>
    <name>CatalogueButton</name>
    <message>
        <source>Eigenschaft bearbeiten: {list}</source>
        <translation>Edit property: {list}</translation>
    </message>
    <message>
        <source>Eigenschaft bearbeiten …</source>
        <translation>Edit property …</translation>
    </message>
</context>
<context>
    <name>CatalogueDialog</name>
    <message>
        <source>Eigenschaft bearbeiten: {list}</source>
        <translation>Edit property: {list}</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>CatalogueTab</name>
    <message>
        <source>Eintrag löschen?</source>
        <translation>Delete entry?</translation>
    </message>
</context>
<context>
    <name>ChangeLog</name>
    <message>
        <source>Abwesenheit</source>
        <translation>Absence</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Terminvorlage</source>
        <translation>Appointment template</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Verfügbarkeit</source>
        <translation>Availability</translation>
    </message>
    <message>
        <source>Typ der Verfügbarkeit</source>
        <translation>Type of availability</translation>
    </message>
    <message>
        <source>Filiale</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Einstellungen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Kunde</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Mitarbeiter</source>
        <translation>Employee</translation>
    </message>
    <message>
        <source>Feiertag</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>Ansicht</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Ressource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Serie</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Benutzerkonto</source>
        <translation>User account</translation>
    </message>
    <message>
        <source>Warteliste</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>angelegt</source>
        <translation>created</translation>
    </message>
    <message>
        <source>storniert</source>
        <translation>canceled</translation>
    </message>
    <message>
        <source>wiederhergestellt</source>
        <translation>restored</translation>
    </message>
    <message>
        <source>gelöscht</source>
        <translation>deleted</translation>
    </message>
    <message>
        <source>erledigt</source>
        <translation>settled</translation>
    </message>
    <message>
        <source>wieder geöffnet</source>
        <translation>reopened</translation>
    </message>
    <message>
        <source>geändert</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>{kind} anlegen</source>
        <translation>Create {kind}</translation>
    </message>
    <message>
        <source>{kind} ändern</source>
        <translation>Change {kind}</translation>
    </message>
    <message>
        <source>{kind} stornieren</source>
        <translation>Cancel {kind}</translation>
    </message>
    <message>
        <source>{kind} löschen</source>
        <translation>Delete {kind}</translation>
    </message>
    <message>
        <source>{kind} wiederherstellen</source>
        <translation>Restore {kind}</translation>
    </message>
    <message>
        <source>{kind} erledigen</source>
        <translation>Settle {kind}</translation>
    </message>
    <message>
        <source>{kind} wieder öffnen</source>
        <translation>Reopen {kind}</translation>
    </message>
    <message>
        <source>{subject} und {count} weitere</source>
        <translation>{subject} and {count} more</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>{field} geändert</source>
        <translation>{field} changed</translation>
    </message>
    <message>
        <source>Privat</source>
        <translation>Private</translation>
    </message>
    <message>
        <source>(nicht gezeigt)</source>
        <translation>(not shown)</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nein</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>ChangeLogFields</name>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Überbuchen von Ressourcen zulassen</source>
        <translation>Allow overbooking of resources</translation>
    </message>
    <message>
        <source>Terminsynchronisation erlaubt</source>
        <translation>Appointment synchronization allowed</translation>
    </message>
    <message>
        <source>Online Terminplanung erlaubt</source>
        <translation>Online booking allowed</translation>
    </message>
    <message>
        <source>Geburtsdatum</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Filiale</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Filialen</source>
        <translation>Branches</translation>
    </message>
    <message>
        <source>Kalenderperiode bis</source>
        <translation>Calendar period until</translation>
    </message>
    <message>
        <source>Kapazität</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>Name der Filialkette</source>
        <translation>Name of the chain</translation>
    </message>
    <message>
        <source>Farbe</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Farbe der Termine nach</source>
        <translation>Color of appointments by</translation>
    </message>
    <message>
        <source>Spalten</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Ressourcen zusammen</source>
        <translation>Resources together</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Termin kopieren, startet Mehrfachkopie</source>
        <translation>Copying an appointment starts copying repeatedly</translation>
    </message>
    <message>
        <source>Kunde</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Tage</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Beschreibung</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Dauer (Minuten)</source>
        <translation>Duration (minutes)</translation>
    </message>
    <message>
        <source>Tage nach Ostersonntag</source>
        <translation>Days after Easter Sunday</translation>
    </message>
    <message>
        <source>E-Mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Mitarbeiter</source>
        <translation>Employee</translation>
    </message>
    <message>
        <source>Ende</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Bundesland</source>
        <translation>Federal state</translation>
    </message>
    <message>
        <source>Vorname</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Nachbereitung (Minuten)</source>
        <translation>Follow-up (minutes)</translation>
    </message>
    <message>
        <source>Ab</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Ganztägige Termine aus Google belegen</source>
        <translation>All-day appointments from Google occupy</translation>
    </message>
    <message>
        <source>Termine aus Google ändern</source>
        <translation>Change appointments from Google</translation>
    </message>
    <message>
        <source>Termine aus Google löschen</source>
        <translation>Delete appointments from Google</translation>
    </message>
    <message>
        <source>Google-Client</source>
        <translation>Google client</translation>
    </message>
    <message>
        <source>Löschungen aus Google</source>
        <translation>Deletions from Google</translation>
    </message>
    <message>
        <source>Freie Termine aus Google belegen</source>
        <translation>Free appointments from Google occupy</translation>
    </message>
    <message>
        <source>Zeitraum zurück (Tage)</source>
        <translation>Period back (days)</translation>
    </message>
    <message>
        <source>Übertragene Angaben</source>
        <translation>What is transferred</translation>
    </message>
    <message>
        <source>Mit Google Kalender synchronisieren</source>
        <translation>Synchronize with Google Calendar</translation>
    </message>
    <message>
        <source>Warteliste</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>Kundenname ausblenden</source>
        <translation>Hide customer names</translation>
    </message>
    <message>
        <source>auch Feiertags</source>
        <translation>on holidays too</translation>
    </message>
    <message>
        <source>Kürzel</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>Alle … Wochen</source>
        <translation>Every … weeks</translation>
    </message>
    <message>
        <source>verfügbar</source>
        <translation>available</translation>
    </message>
    <message>
        <source>Einzeln geändert</source>
        <translation>Changed on its own</translation>
    </message>
    <message>
        <source>Hausbesuch</source>
        <translation>Home visit</translation>
    </message>
    <message>
        <source>Alle Filialen</source>
        <translation>All branches</translation>
    </message>
    <message>
        <source>Paralleltermin</source>
        <translation>Parallel appointment</translation>
    </message>
    <message>
        <source>Privat</source>
        <translation>Private</translation>
    </message>
    <message>
        <source>schreibgeschützt</source>
        <translation>read-only</translation>
    </message>
    <message>
        <source>belegt die Zeit nicht</source>
        <translation>does not occupy the time</translation>
    </message>
    <message>
        <source>Sichtbar</source>
        <translation>Visible</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Nachname</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Nur Zeiten mit diesem Typ</source>
        <translation>Only times of this type</translation>
    </message>
    <message>
        <source>Termin findet nicht statt</source>
        <translation>Appointment does not take place</translation>
    </message>
    <message>
        <source>Min. Schrittweite</source>
        <translation>Min. step</translation>
    </message>
    <message>
        <source>Mobil</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>Monat</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Bezeichnung</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Notiz</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Termine nur durch den Ersteller oder einen Administrator löschen</source>
        <translation>Appointments are deleted only by their creator or an administrator</translation>
    </message>
    <message>
        <source>Termin ausschließlich über Terminvorlage erstellen</source>
        <translation>Create appointments from templates only</translation>
    </message>
    <message>
        <source>Öffnungszeiten (Text)</source>
        <translation>Opening hours (text)</translation>
    </message>
    <message>
        <source>Öffnungszeiten</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Herkunft</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Passwort</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>PopUp-Hinweis</source>
        <translation>Pop-up note</translation>
    </message>
    <message>
        <source>Vor- und Nachbearbeitungszeiten beziehen sich auf den Kunden</source>
        <translation>Preparation times concern the customer</translation>
    </message>
    <message>
        <source>Vorbereitung (Minuten)</source>
        <translation>Preparation (minutes)</translation>
    </message>
    <message>
        <source>Vorbelegung der zweiten Ressource mit aktuellem Benutzer</source>
        <translation>Preset the second resource with the current user</translation>
    </message>
    <message>
        <source>Priorität</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Wiederholung</source>
        <translation>Repetition</translation>
    </message>
    <message>
        <source>Terminerinnerung (Minuten)</source>
        <translation>Reminder (minutes)</translation>
    </message>
    <message>
        <source>Keine Vorauswahl des Typs für neuen Termin</source>
        <translation>No preselected type for new appointments</translation>
    </message>
    <message>
        <source>Ressource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Ressourcen</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>Auswahl der zweiten Ressource einschränken auf Orts- bzw. Personenressource</source>
        <translation>Restrict the second resource to rooms or persons</translation>
    </message>
    <message>
        <source>Rolle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Ressource 2</source>
        <translation>Resource 2</translation>
    </message>
    <message>
        <source>Termine des aktuellen Kunden als Overlay im Terminplan einzeichnen</source>
        <translation>Show the current customer&apos;s appointments as an overlay in the plan</translation>
    </message>
    <message>
        <source>PopUp Hinweise zum Kunden beim Bearbeiten von Terminen zeigen</source>
        <translation>Show the customer&apos;s pop-up notes while editing appointments</translation>
    </message>
    <message>
        <source>Als nicht verfügbar anzeigen</source>
        <translation>Show as unavailable</translation>
    </message>
    <message>
        <source>Mit Verfügbarkeitsplaner</source>
        <translation>With availability planner</translation>
    </message>
    <message>
        <source>Beginn</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Schrittweite Minuten</source>
        <translation>Step in minutes</translation>
    </message>
    <message>
        <source>Richtung</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Intervall (Minuten)</source>
        <translation>Interval (minutes)</translation>
    </message>
    <message>
        <source>Terminvorlage</source>
        <translation>Appointment template</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Bis</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Vor- und Nachbearbeitungszeiten verwenden</source>
        <translation>Use preparation times</translation>
    </message>
    <message>
        <source>Wartelisten verwenden</source>
        <translation>Use waiting lists</translation>
    </message>
    <message>
        <source>Gültig ab</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Gültig bis</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Sichtbar in</source>
        <translation>Visible in</translation>
    </message>
    <message>
        <source>Warnen, wenn Termin bei Nichtverfügbarkeit erstellt wird</source>
        <translation>Warn when an appointment is made while unavailable</translation>
    </message>
    <message>
        <source>Woche im Monat</source>
        <translation>Week of the month</translation>
    </message>
    <message>
        <source>Wochentag</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>Wochentage</source>
        <translation>Weekdays</translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Zeitzone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Überschrift</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Benutzername</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Terminplaner</source>
        <translation>Terminplaner</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>eine davon</source>
        <translation>one of them</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Person und Raum</source>
        <translation>person and room</translation>
    </message>
    <message>
        <source>Termin hier ohne Rückfrage stornieren</source>
        <translation>Cancel the appointment here without asking</translation>
    </message>
    <message>
        <source>Bei Terminen mit Kunden nachfragen</source>
        <translation>Ask for appointments with customers</translation>
    </message>
    <message>
        <source>Immer nachfragen</source>
        <translation>Always ask</translation>
    </message>
    <message>
        <source>Nur „Belegt“</source>
        <translation>Only “Busy”</translation>
    </message>
    <message>
        <source>Typ des Termins</source>
        <translation>Type of the appointment</translation>
    </message>
    <message>
        <source>Typ und Kürzel des Kunden</source>
        <translation>Type and customer&apos;s initials</translation>
    </message>
    <message>
        <source>Typ und Name des Kunden</source>
        <translation>Type and customer&apos;s name</translation>
    </message>
    <message>
        <source>hoch</source>
        <translation>high</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>niedrig</source>
        <translation>low</translation>
    </message>
    <message>
        <source>in beide Richtungen</source>
        <translation>both ways</translation>
    </message>
    <message>
        <source>nur nach Google</source>
        <translation>only to Google</translation>
    </message>
    <message>
        <source>nur von Google</source>
        <translation>only from Google</translation>
    </message>
    <message>
        <source>erste</source>
        <translation>first</translation>
    </message>
    <message>
        <source>zweite</source>
        <translation>second</translation>
    </message>
    <message>
        <source>dritte</source>
        <translation>third</translation>
    </message>
    <message>
        <source>vierte</source>
        <translation>fourth</translation>
    </message>
    <message>
        <source>letzte</source>
        <translation>last</translation>
    </message>
    <message>
        <source>Ressourcen nebeneinander</source>
        <translation>Resources side by side</translation>
    </message>
    <message>
        <source>Tage nebeneinander</source>
        <translation>Days side by side</translation>
    </message>
</context>
<context>
    <name>ChangeLogFilter</name>
    <message>
        <source>Alles</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Termine</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Abwesenheiten</source>
        <translation>Absences</translation>
    </message>
    <message>
        <source>Verfügbarkeiten</source>
        <translation>Availabilities</translation>
    </message>
    <message>
        <source>Warteliste</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>Kunden</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>Ressourcen und Ansichten</source>
        <translation>Resources and views</translation>
    </message>
    <message>
        <source>Typen, Status und Vorlagen</source>
        <translation>Types, states and templates</translation>
    </message>
    <message>
        <source>Mitarbeiter und Benutzerkonten</source>
        <translation>Employees and user accounts</translation>
    </message>
    <message>
        <source>Filialen und Einstellungen</source>
        <translation>Branches and settings</translation>
    </message>
    <message>
        <source>Änderungsprotokoll durchsuchen</source>
        <translation>Search the change log</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Felder vorbelegen</source>
        <translation>Reset fields</translation>
    </message>
    <message>
        <source>Setzt die Suche auf den Anfang zurück</source>
        <translation>Puts the search back to the beginning</translation>
    </message>
    <message>
        <source>&amp;Wer:</source>
        <translation>&amp;Who:</translation>
    </message>
    <message>
        <source>W&amp;eg:</source>
        <translation>&amp;Road:</translation>
    </message>
    <message>
        <source>&amp;Was:</source>
        <translation>W&amp;hat:</translation>
    </message>
    <message>
        <source>&amp;Zeitraum:</source>
        <translation>&amp;Period:</translation>
    </message>
</context>
<context>
    <name>ChangeLogTables</name>
    <message>
        <source>Zeit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Wer</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Weg</source>
        <translation>Road</translation>
    </message>
    <message>
        <source>Vorgang</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Änderung</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Feld</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Vorher</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Nachher</source>
        <translation>After</translation>
    </message>
</context>
<context>
    <name>ChangeLogWindow</name>
    <message>
        <source>Verlauf</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Änderungsprotokoll</source>
        <translation>Change log</translation>
    </message>
    <message>
        <source>Wer was geändert hat</source>
        <translation>Who changed what</translation>
    </message>
    <message>
        <source>Die Änderung im Einzelnen</source>
        <translation>The change in detail</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Keine Änderungen gefunden.</source>
        <translation>No changes found.</translation>
    </message>
    <message>
        <source>Die neuesten {count} Änderungen; weitere folgen beim Blättern.</source>
        <translation>The latest {count} changes; more follow as you scroll.</translation>
    </message>
    <message>
        <source>Änderungen: {count}</source>
        <translation>Changes: {count}</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>{name} (gelöscht)</source>
        <translation>{name} (deleted)</translation>
    </message>
</context>
<context>
    <name>ClockPopup</name>
    <message>
        <source>Uhrzeit auswählen</source>
        <translation>Choose a time</translation>
    </message>
    <message>
        <source>{hour} Uhr</source>
        <translation>{hour} o&apos;clock</translation>
    </message>
    <message>
        <source>{minute} Minuten</source>
        <translation>{minute} minutes</translation>
    </message>
    <message>
        <source>außerhalb der Öffnungszeiten</source>
        <translation>outside the opening times</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>AM</translation>
    </message>
    <message>
        <source>vormittags</source>
        <translation>in the morning</translation>
    </message>
    <message>
        <source>NM</source>
        <translation>PM</translation>
    </message>
    <message>
        <source>nachmittags</source>
        <translation>in the afternoon</translation>
    </message>
    <message>
        <source>Min.</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>minutes</translation>
    </message>
</context>
<context>
    <name>CollidingDialog</name>
    <message>
        <source>Termine in dieser Zeit</source>
        <translation>Appointments in this time</translation>
    </message>
    <message>
        <source>&amp;Öffnen …</source>
        <translation>&amp;Open …</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Gespeichert. In dieser Zeit sind noch Termine gebucht:</source>
        <translation>Saved. Appointments are still booked in this time:</translation>
    </message>
    <message>
        <source>Sie bleiben bestehen, bis jemand sie verschiebt oder storniert.</source>
        <translation>They remain until somebody moves or cancels them.</translation>
    </message>
</context>
<context>
    <name>ColorButton</name>
    <message>
        <source>Farbe wählen</source>
        <translation>Choose a color</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Neu abgleichen</source>
        <translation>Compare anew</translation>
    </message>
    <message>
        <source>Richtung ändern</source>
        <translation>Change the direction</translation>
    </message>
    <message>
        <source>Der Kalender wird gelesen. Dabei ändert sich nichts.</source>
        <translation>The calendar is being read. Nothing changes meanwhile.</translation>
    </message>
    <message>
        <source>Der Kalender wird gelesen</source>
        <translation>The calendar is being read</translation>
    </message>
    <message>
        <source>Was sich ändern würde</source>
        <translation>What would change</translation>
    </message>
    <message>
        <source>Jetzt abgleichen</source>
        <translation>Synchronize now</translation>
    </message>
    <message>
        <source>Richtung ändern und speichern</source>
        <translation>Change the direction and save</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{resource} neu abgleichen</source>
        <translation>Compare {resource} anew</translation>
    </message>
    <message>
        <source>{resource}: {direction}</source>
        <translation>{resource}: {direction}</translation>
    </message>
    <message>
        <source>Terminplaner und Kalender stimmen überein. Es gibt nichts abzugleichen.</source>
        <translation>Terminplaner and the calendar agree. There is nothing to synchronize.</translation>
    </message>
    <message>
        <source>Änderungen, die übertragen würden: {count}. Noch ist nichts geändert.</source>
        <translation>Changes that would be carried over: {count}. Nothing has been changed yet.</translation>
    </message>
    <message>
        <source>Fragen, die sich zuerst stellen würden: {count}.</source>
        <translation>Questions that would come up first: {count}.</translation>
    </message>
</context>
<context>
    <name>ConfirmationDialog</name>
    <message>
        <source>Bestätigung</source>
        <translation>Confirmation</translation>
    </message>
    <message>
        <source>Damit die Termine von „{resource}“ in beide Richtungen gleich bleiben, braucht der Terminplaner Zugriff auf einen Ihrer Google-Kalender.</source>
        <translation>To keep the appointments of “{resource}” the same in both directions, Terminplaner needs access to one of your Google calendars.</translation>
    </message>
    <message>
        <source>Damit die Termine von „{resource}“ in Google zu sehen sind, braucht der Terminplaner Zugriff auf einen Ihrer Google-Kalender.</source>
        <translation>To show the appointments of “{resource}” in Google, Terminplaner needs access to one of your Google calendars.</translation>
    </message>
    <message>
        <source>Damit Termine aus Google bei „{resource}“ zu sehen sind, braucht der Terminplaner Zugriff auf einen Ihrer Google-Kalender.</source>
        <translation>To show appointments from Google at “{resource}”, Terminplaner needs access to one of your Google calendars.</translation>
    </message>
    <message>
        <source>Möchten Sie jetzt die Freigabe-Webseite von Google öffnen? Melden Sie sich dort mit dem gewünschten Konto an, und setzen Sie beide Haken.</source>
        <translation>Would you like to open Google’s consent page now? Sign in there with the account you want, and tick both boxes.</translation>
    </message>
    <message>
        <source>Verknüpft wird immer ein zusätzlicher Kalender, nie Ihr Hauptkalender. Die Zustimmung können Sie hier jederzeit zurückziehen.</source>
        <translation>It is always an additional calendar that is linked, never your primary one. You can withdraw your consent here at any time.</translation>
    </message>
    <message>
        <source>Bestehende Zustimmung zurückziehen</source>
        <translation>Withdraw the present consent</translation>
    </message>
    <message>
        <source>Freigabe starten</source>
        <translation>Start consent</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Für diese Ressource gibt es noch keine Zustimmung.</source>
        <translation>There is no consent for this resource yet.</translation>
    </message>
</context>
<context>
    <name>ConsentFlow</name>
    <message>
        <source>Der Kalender wird geprüft …</source>
        <translation>The calendar is being checked …</translation>
    </message>
    <message>
        <source>Der Kalender wird angelegt …</source>
        <translation>The calendar is being created …</translation>
    </message>
    <message>
        <source>Weitere Freigabe nötig</source>
        <translation>Further consent needed</translation>
    </message>
    <message>
        <source>„{calendar}“ wurde nicht von Terminplaner angelegt. Damit die Termine darin bearbeitet werden dürfen, fragt Google im Browser noch einmal, diesmal mit drei Haken.</source>
        <translation>“{calendar}” was not created by Terminplaner. For its appointments to be edited, Google asks once more in the browser, this time with three boxes.</translation>
    </message>
    <message>
        <source>Ihr Hauptkalender bleibt auch dann unberührt.</source>
        <translation>Your primary calendar remains untouched even then.</translation>
    </message>
    <message>
        <source>Freigabe starten</source>
        <translation>Start consent</translation>
    </message>
    <message>
        <source>Anderen Kalender wählen</source>
        <translation>Choose another calendar</translation>
    </message>
    <message>
        <source>Der Kalender wird gesichert …</source>
        <translation>The calendar is being backed up …</translation>
    </message>
    <message>
        <source>Die Termine werden gelöscht …</source>
        <translation>The appointments are being deleted …</translation>
    </message>
    <message>
        <source>Beide Seiten werden verglichen …</source>
        <translation>Both sides are being compared …</translation>
    </message>
    <message>
        <source>Die Verknüpfung wird gespeichert …</source>
        <translation>The link is being saved …</translation>
    </message>
    <message>
        <source>Die Zustimmung wird zurückgezogen …</source>
        <translation>The consent is being withdrawn …</translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Ein&amp;fügen</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>nichts in der Zwischenablage</source>
        <translation>nothing in the clipboard</translation>
    </message>
    <message>
        <source>In der Zwischenablage liegt kein Termin.</source>
        <translation>There is no appointment in the clipboard.</translation>
    </message>
    <message>
        <source>nicht für „{name}“</source>
        <translation>not for “{name}”</translation>
    </message>
    <message>
        <source>&amp;Neu</source>
        <translation>&amp;New</translation>
    </message>
    <message>
        <source>Für „{name}“ dürfen Sie nicht planen</source>
        <translation>You may not plan for “{name}”</translation>
    </message>
    <message>
        <source>&amp;Sonstiger Termin …</source>
        <translation>&amp;Other appointment …</translation>
    </message>
    <message>
        <source>&amp;Termin …</source>
        <translation>&amp;Appointment …</translation>
    </message>
    <message>
        <source>&amp;Letzten wiederholen …</source>
        <translation>&amp;Repeat the last one …</translation>
    </message>
    <message>
        <source>&amp;Verfügbarkeit …</source>
        <translation>A&amp;vailability …</translation>
    </message>
    <message>
        <source>&amp;Abwesenheit …</source>
        <translation>&amp;Absence …</translation>
    </message>
    <message>
        <source>&amp;Bearbeiten …</source>
        <translation>&amp;Edit …</translation>
    </message>
    <message>
        <source>&amp;Ansehen …</source>
        <translation>&amp;View …</translation>
    </message>
    <message>
        <source>&amp;Wiederherstellen</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>Ver&amp;lauf …</source>
        <translation>&amp;History …</translation>
    </message>
    <message>
        <source>&amp;Entfernen von Ressource „{name}“</source>
        <translation>Remo&amp;ve from resource “{name}”</translation>
    </message>
    <message>
        <source>Kun&amp;de öffnen …</source>
        <translation>Open cus&amp;tomer …</translation>
    </message>
    <message>
        <source>Termin&amp;zettel drucken …</source>
        <translation>Print appointment s&amp;lip …</translation>
    </message>
    <message>
        <source>S&amp;tornieren</source>
        <translation>&amp;Cancel appointment</translation>
    </message>
    <message>
        <source>S&amp;tornieren …</source>
        <translation>&amp;Cancel appointment …</translation>
    </message>
    <message>
        <source>Auf die Wa&amp;rteliste …</source>
        <translation>Put on the waiting lis&amp;t …</translation>
    </message>
    <message>
        <source>{count} Termine s&amp;tornieren</source>
        <translation>&amp;Cancel {count} appointments</translation>
    </message>
    <message>
        <source>„{name}“ &amp;bearbeiten …</source>
        <translation>&amp;Edit “{name}” …</translation>
    </message>
    <message>
        <source>„{name}“ &amp;löschen</source>
        <translation>&amp;Delete “{name}”</translation>
    </message>
    <message>
        <source>&amp;Verschieben</source>
        <translation>&amp;Move</translation>
    </message>
    <message>
        <source>&amp;Kopieren</source>
        <translation>C&amp;opy</translation>
    </message>
    <message>
        <source>&amp;Ausschneiden</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>In die Zwischenablage k&amp;opieren</source>
        <translation>Copy to the clip&amp;board</translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation>Stat&amp;us</translation>
    </message>
    <message>
        <source>Ohne</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>CustomerDetails</name>
    <message>
        <source>Wählen Sie links einen Kunden.</source>
        <translation>Choose a customer on the left.</translation>
    </message>
    <message>
        <source>Bea&amp;rbeiten …</source>
        <translation>Ed&amp;it …</translation>
    </message>
    <message>
        <source>&amp;Löschen</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>Im Plan auss&amp;uchen</source>
        <translation>&amp;Choose in the plan</translation>
    </message>
    <message>
        <source>Zeigt den Plan; der nächste neue Termin ist dort für diesen Kunden.</source>
        <translation>Shows the plan, where the next new appointment is for this customer.</translation>
    </message>
    <message>
        <source>Neuer Ter&amp;min …</source>
        <translation>New appoint&amp;ment …</translation>
    </message>
    <message>
        <source>Neuer Termin für diesen Kunden (Strg+N)</source>
        <translation>New appointment for this customer (Ctrl+N)</translation>
    </message>
    <message>
        <source>Nächste Termine</source>
        <translation>Next appointments</translation>
    </message>
    <message>
        <source>Letzte Termine</source>
        <translation>Last appointments</translation>
    </message>
    <message>
        <source>Kein künftiger Termin.</source>
        <translation>No appointment to come.</translation>
    </message>
    <message>
        <source>Hatte noch keinen Termin.</source>
        <translation>Has not had an appointment yet.</translation>
    </message>
    <message>
        <source>Alle Termine zeigen</source>
        <translation>Show all appointments</translation>
    </message>
    <message>
        <source>Zeigt sie neben dem Plan, auch die weiter zurückliegenden.</source>
        <translation>Shows them beside the plan, older ones too.</translation>
    </message>
    <message>
        <source>Kundennummer:</source>
        <translation>Customer number:</translation>
    </message>
    <message>
        <source>Titel:</source>
        <translation>Title:</translation>
    </message>
    <message>
        <source>Geburtsdatum:</source>
        <translation>Date of birth:</translation>
    </message>
    <message>
        <source>Kürzel:</source>
        <translation>Initials:</translation>
    </message>
    <message>
        <source>Telefon:</source>
        <translation>Phone:</translation>
    </message>
    <message>
        <source>Mobil:</source>
        <translation>Mobile:</translation>
    </message>
    <message>
        <source>E-Mail:</source>
        <translation>E-mail:</translation>
    </message>
    <message>
        <source>Adresse:</source>
        <translation>Address:</translation>
    </message>
    <message>
        <source>Notiz:</source>
        <translation>Note:</translation>
    </message>
    <message>
        <source>Doppelklick oder Eingabetaste zeigt den Termin im Plan, Strg+Eingabetaste öffnet ihn.</source>
        <translation>A double click or Enter shows the appointment in the plan, Ctrl+Enter opens it.</translation>
    </message>
    <message>
        <source>Im &amp;Plan zeigen</source>
        <translation>Show in the &amp;plan</translation>
    </message>
    <message>
        <source>&amp;Bearbeiten …</source>
        <translation>&amp;Edit …</translation>
    </message>
    <message>
        <source>&amp;Ansehen …</source>
        <translation>&amp;View …</translation>
    </message>
    <message>
        <source>Termin&amp;zettel drucken …</source>
        <translation>Print appointment s&amp;lip …</translation>
    </message>
    <message>
        <source>{span}, läuft gerade</source>
        <translation>{span}, running now</translation>
    </message>
    <message>
        <source>Heute</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>CustomerDialog</name>
    <message>
        <source>Kunde bearbeiten</source>
        <translation>Edit customer</translation>
    </message>
    <message>
        <source>Neuer Kunde</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>Kunden&amp;nummer:</source>
        <translation>Customer &amp;number:</translation>
    </message>
    <message>
        <source>T&amp;itel:</source>
        <translation>T&amp;itle:</translation>
    </message>
    <message>
        <source>Na&amp;chname:</source>
        <translation>&amp;Last name:</translation>
    </message>
    <message>
        <source>&amp;Vorname:</source>
        <translation>&amp;First name:</translation>
    </message>
    <message>
        <source>wird vergeben</source>
        <translation>will be given</translation>
    </message>
    <message>
        <source>aus dem Namen</source>
        <translation>from the name</translation>
    </message>
    <message>
        <source>Kü&amp;rzel:</source>
        <translation>&amp;Initials:</translation>
    </message>
    <message>
        <source>Das Kürzel kann statt des Namens an Google gehen.</source>
        <translation>The initials can go to Google instead of the name.</translation>
    </message>
    <message>
        <source>&amp;Geburtsdatum:</source>
        <translation>Date of &amp;birth:</translation>
    </message>
    <message>
        <source>&amp;Telefon:</source>
        <translation>&amp;Phone:</translation>
    </message>
    <message>
        <source>&amp;Mobil:</source>
        <translation>&amp;Mobile:</translation>
    </message>
    <message>
        <source>&amp;E-Mail:</source>
        <translation>&amp;E-mail:</translation>
    </message>
    <message>
        <source>&amp;Adresse:</source>
        <translation>&amp;Address:</translation>
    </message>
    <message>
        <source>Steht bei Hausbesuchen im Plan, auf der Tagesliste und auf dem Terminzettel.</source>
        <translation>For home visits it is shown in the plan, on the day list and on the appointment slip.</translation>
    </message>
    <message>
        <source>&amp;PopUp-Hinweis:</source>
        <translation>&amp;Pop-up note:</translation>
    </message>
    <message>
        <source>Erscheint, wenn ein Termin des Kunden angelegt oder geöffnet wird.</source>
        <translation>Appears when an appointment of the customer is created or opened.</translation>
    </message>
    <message>
        <source>N&amp;otiz:</source>
        <translation>N&amp;ote:</translation>
    </message>
</context>
<context>
    <name>CustomerElsewhere</name>
    <message>
        <source>Nicht im Plan, auch für {name}:</source>
        <translation>Not in the plan, also for {name}:</translation>
    </message>
    <message>
        <source>Nicht im Plan, auch für {name} (und {count} weitere):</source>
        <translation>Not in the plan, also for {name} (and {count} more):</translation>
    </message>
    <message>
        <source>{day} {time} bei {names}</source>
        <translation>{day} {time} with {names}</translation>
    </message>
</context>
<context>
    <name>CustomerField</name>
    <message>
        <source>Neuen Kunden an&amp;legen</source>
        <translation>Create a new cus&amp;tomer</translation>
    </message>
</context>
<context>
    <name>CustomerLine</name>
    <message>
        <source>Name, Geburtsdatum, Nummer, Telefon …</source>
        <translation>Name, date of birth, number, phone …</translation>
    </message>
    <message>
        <source>Gefunden: {count}. Pfeil nach unten wählt aus.</source>
        <translation>Found: {count}. Arrow down chooses.</translation>
    </message>
    <message>
        <source>Niemand gefunden.</source>
        <translation>Nobody found.</translation>
    </message>
</context>
<context>
    <name>CustomerNotes</name>
    <message>
        <source>Kunde öffnen</source>
        <translation>Open customer</translation>
    </message>
    <message>
        <source>Hatte noch keinen anderen Termin.</source>
        <translation>Has had no other appointment yet.</translation>
    </message>
    <message>
        <source>Nächster anderer Termin: {appointment}</source>
        <translation>Next other appointment: {appointment}</translation>
    </message>
    <message>
        <source>Dieser Kunde wurde gelöscht.</source>
        <translation>This customer was deleted.</translation>
    </message>
    <message>
        <source>Zuletzt: {appointments}</source>
        <translation>Last: {appointments}</translation>
    </message>
    <message>
        <source>Läuft gerade: {appointment}</source>
        <translation>Running now: {appointment}</translation>
    </message>
    <message>
        <source>Hatte noch keinen Termin.</source>
        <translation>Has not had an appointment yet.</translation>
    </message>
    <message>
        <source>Nächster Termin: {appointment}</source>
        <translation>Next appointment: {appointment}</translation>
    </message>
</context>
<context>
    <name>CustomerWishes</name>
    <message>
        <source>Warteliste</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>Doppelklick oder Eingabetaste öffnet, Entf nimmt von der Liste.</source>
        <translation>A double click or Enter opens, Del takes off the list.</translation>
    </message>
    <message>
        <source>Wartet auf keinen Termin.</source>
        <translation>Is not waiting for an appointment.</translation>
    </message>
    <message>
        <source>Auf die Warteliste …</source>
        <translation>Put on the waiting list …</translation>
    </message>
    <message>
        <source>&amp;Bearbeiten …</source>
        <translation>&amp;Edit …</translation>
    </message>
    <message>
        <source>Als &amp;erledigt ablegen</source>
        <translation>&amp;Close the entry</translation>
    </message>
    <message>
        <source>Von der &amp;Liste nehmen</source>
        <translation>Take off the &amp;list</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Kunden suchen</source>
        <translation>Search customers</translation>
    </message>
    <message>
        <source>Name, Geburtsdatum, Nummer, Telefon, E-Mail</source>
        <translation>Name, date of birth, number, phone, e-mail</translation>
    </message>
    <message>
        <source>Wortanfänge genügen. Ein * steht für beliebige Zeichen: „*mann“, „M*ller“.</source>
        <translation>The beginning of a word is enough. A * stands for any letters: “*mann”, “M*ller”.</translation>
    </message>
    <message>
        <source>&amp;Neuer Kunde …</source>
        <translation>&amp;New customer …</translation>
    </message>
    <message>
        <source>Neuer Kunde (Strg+Umschalt+N)</source>
        <translation>New customer (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kürzel</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>Geboren</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-Mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Mobil</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>Kunden</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>Mit der Rolle „{role}“ können Sie Kunden ansehen, aber nicht anlegen oder ändern.</source>
        <translation>With the role “{role}” you can look at customers, but not add or change them.</translation>
    </message>
    <message>
        <source>Die ersten {count} Kunden. Die Suche zeigt die anderen.</source>
        <translation>The first {count} customers. The search shows the others.</translation>
    </message>
    <message>
        <source>Niemand gefunden.</source>
        <translation>Nobody found.</translation>
    </message>
    <message>
        <source>Noch keine Kunden.</source>
        <translation>No customers yet.</translation>
    </message>
    <message>
        <source>Ein Kunde</source>
        <translation>One customer</translation>
    </message>
    <message>
        <source>{count} Kunden</source>
        <translation>{count} customers</translation>
    </message>
    <message>
        <source>Kunde löschen?</source>
        <translation>Delete the customer?</translation>
    </message>
    <message>
        <source>Soll „{name}“ gelöscht werden?</source>
        <translation>Delete “{name}”?</translation>
    </message>
    <message>
        <source>Vergangene Termine bleiben und nennen den Kunden weiterhin.</source>
        <translation>Past appointments stay and go on naming the customer.</translation>
    </message>
    <message>
        <source>„{name}“ ist gelöscht.</source>
        <translation>“{name}” was deleted.</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Dieses Datum geht hier nicht. Bitte so eingeben: 25.12. oder 25.12.2026.</source>
        <translation>This date is not possible here. Please enter it like this: 25.12. or 25.12.2026.</translation>
    </message>
</context>
<context>
    <name>DayButton</name>
    <message>
        <source>Kalender öffnen (Strg+G: Datum eingeben)</source>
        <translation>Open calendar (Ctrl+G: enter a date)</translation>
    </message>
</context>
<context>
    <name>DayListOptions</name>
    <message>
        <source>&amp;Tag:</source>
        <translation>&amp;Day:</translation>
    </message>
    <message>
        <source>Tagesliste</source>
        <translation>Day list</translation>
    </message>
    <message>
        <source>&amp;Neue Seite für jede Ressource</source>
        <translation>&amp;New page for each resource</translation>
    </message>
</context>
<context>
    <name>DefectNotice</name>
    <message>
        <source>Unerwarteter Fehler</source>
        <translation>Unexpected error</translation>
    </message>
    <message>
        <source>Im Programm ist ein unerwarteter Fehler aufgetreten. Gespeicherte Termine sind nicht betroffen; was Sie gerade getan haben, prüfen Sie bitte noch einmal.</source>
        <translation>An unexpected error has occurred in the program. Saved appointments are not affected; please check once more what you have just done.</translation>
    </message>
    <message>
        <source>Bericht für den Support: {folder} ({kind})</source>
        <translation>Report for support: {folder} ({kind})</translation>
    </message>
</context>
<context>
    <name>DisclosureBox</name>
    <message>
        <source>Was wird übertragen?</source>
        <translation>What is transferred?</translation>
    </message>
    <message>
        <source>Nichts: Diese Ressource übernimmt Termine nur aus Google, von hier geht nichts dorthin.</source>
        <translation>Nothing: this resource only takes events from Google; nothing goes there from here.</translation>
    </message>
    <message>
        <source>Termine, die in Google entstanden sind, behalten dort Titel und Beschreibung. Preise, Befunde und Kontaktdaten gehen nie mit. Für die Ressource steht der Kalender selbst.</source>
        <translation>Appointments that were created in Google keep their title and description there. Prices, findings and contact details never leave. The calendar itself stands for the resource.</translation>
    </message>
    <message>
        <source>Mit Kunde</source>
        <translation>With a customer</translation>
    </message>
    <message>
        <source>Ohne Kunde</source>
        <translation>Without a customer</translation>
    </message>
    <message>
        <source>mit Kunde</source>
        <translation>with a customer</translation>
    </message>
    <message>
        <source>ohne Kunde</source>
        <translation>without a customer</translation>
    </message>
    <message>
        <source>Ressource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Kunde</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Zeiten</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>bleibt hier</source>
        <translation>stays here</translation>
    </message>
    <message>
        <source>im Titel</source>
        <translation>in the title</translation>
    </message>
    <message>
        <source>nur das Kürzel, im Titel</source>
        <translation>only the initials, in the title</translation>
    </message>
    <message>
        <source>Nachname und Vorname, im Titel</source>
        <translation>last and first name, in the title</translation>
    </message>
    <message>
        <source>in der Beschreibung</source>
        <translation>in the description</translation>
    </message>
    <message>
        <source>als Beginn und Ende</source>
        <translation>as beginning and end</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>In der Zwischenablage: {what}</source>
        <translation>On the clipboard: {what}</translation>
    </message>
    <message>
        <source>Zum Verschieben in der Zwischenablage: {what}</source>
        <translation>On the clipboard, to be moved: {what}</translation>
    </message>
</context>
<context>
    <name>EmployeeDialog</name>
    <message>
        <source>Mitarbeiter bearbeiten</source>
        <translation>Edit employee</translation>
    </message>
    <message>
        <source>Neuer Mitarbeiter</source>
        <translation>New employee</translation>
    </message>
    <message>
        <source>Na&amp;chname:</source>
        <translation>&amp;Last name:</translation>
    </message>
    <message>
        <source>&amp;Vorname:</source>
        <translation>&amp;First name:</translation>
    </message>
    <message>
        <source>&amp;Filiale:</source>
        <translation>&amp;Branch:</translation>
    </message>
    <message>
        <source>Die Personenressource des Mitarbeiters gehört zu dieser Filiale.</source>
        <translation>The person resource of the employee belongs to this branch.</translation>
    </message>
    <message>
        <source>Keine Filiale</source>
        <translation>No branch</translation>
    </message>
</context>
<context>
    <name>Employees</name>
    <message>
        <source>Im Plan erscheint ein Mitarbeiter, sobald er bei einer Ressource als „Personenressource“ steht. Mit einem Benutzerkonto meldet er sich an und sieht seine eigenen Termine.</source>
        <translation>An employee appears in the plan once a resource names them as its “Person resource”. With a user account they log in and see their own appointments.</translation>
    </message>
    <message>
        <source>Mitarbeiter</source>
        <translation>Employees</translation>
    </message>
    <message>
        <source>Nachname</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Bea&amp;rbeiten …</source>
        <translation>Ed&amp;it …</translation>
    </message>
    <message>
        <source>Vorname</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Filiale</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Ressource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Benutzerkonto</source>
        <translation>User account</translation>
    </message>
    <message>
        <source>&amp;Neuer Mitarbeiter …</source>
        <translation>&amp;New employee …</translation>
    </message>
    <message>
        <source>&amp;Ressource anlegen …</source>
        <translation>Create &amp;resource …</translation>
    </message>
    <message>
        <source>Eine Personenressource für diesen Mitarbeiter anlegen</source>
        <translation>Create a person resource for this employee</translation>
    </message>
    <message>
        <source>&amp;Löschen</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>Mitarbeiter löschen?</source>
        <translation>Delete employee?</translation>
    </message>
    <message>
        <source>Soll „{name}“ gelöscht werden?</source>
        <translation>Delete “{name}”?</translation>
    </message>
    <message>
        <source>Vergangene Termine bleiben erhalten.</source>
        <translation>Past appointments are kept.</translation>
    </message>
</context>
<context>
    <name>EmptyingConfirmation</name>
    <message>
        <source>Löschen bestätigen</source>
        <translation>Confirm deletion</translation>
    </message>
    <message>
        <source>Soll der Termin im Google-Kalender „{calendar}“ gelöscht werden?</source>
        <translation>Delete the appointment in the Google calendar “{calendar}”?</translation>
    </message>
    <message>
        <source>Sollen alle {count} Termine im Google-Kalender „{calendar}“ gelöscht werden?</source>
        <translation>Delete all {count} appointments in the Google calendar “{calendar}”?</translation>
    </message>
    <message>
        <source>Sie sind hier gesichert:
{path}</source>
        <translation>They are backed up here:
{path}</translation>
    </message>
    <message>
        <source>Endgültig löschen</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>EmptyingQuestion</name>
    <message>
        <source>Termine im Kalender löschen?</source>
        <translation>Delete the appointments in the calendar?</translation>
    </message>
    <message>
        <source>Im Kalender „{calendar}“ steht ein Termin.</source>
        <translation>There is one appointment in the calendar “{calendar}”.</translation>
    </message>
    <message>
        <source>Im Kalender „{calendar}“ stehen {count} Termine.</source>
        <translation>There are {count} appointments in the calendar “{calendar}”.</translation>
    </message>
    <message>
        <source>Sollen vor dem Verknüpfen alle Termine in diesem Kalender gelöscht werden?</source>
        <translation>Delete all appointments in this calendar before linking it?</translation>
    </message>
    <message>
        <source>Nein: Sie bleiben, und die künftigen werden in den Terminplaner übernommen. Ja: Der Kalender wird zuerst gesichert, dann fragen wir noch einmal.</source>
        <translation>No: they stay, and future ones are taken into Terminplaner. Yes: the calendar is backed up first, then we ask once more.</translation>
    </message>
    <message>
        <source>Nein, Termine behalten</source>
        <translation>No, keep the appointments</translation>
    </message>
    <message>
        <source>Ja, alle löschen …</source>
        <translation>Yes, delete all …</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message>
        <source>Neu</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Kopieren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Nach oben</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Nach unten</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>{name} (Kopie)</source>
        <translation>{name} (copy)</translation>
    </message>
    <message>
        <source>Soll „{name}“ gelöscht werden?</source>
        <translation>Delete “{name}”?</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Nur die Einträge dieses Durchgangs zeigen</source>
        <translation>Show only the entries of this pass</translation>
    </message>
    <message>
        <source>Zurücknehmen</source>
        <translation>Revert</translation>
    </message>
    <message>
        <source>Vorher</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Nicht vorhanden</source>
        <translation>Did not exist</translation>
    </message>
    <message>
        <source>Nachher</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Nicht mehr vorhanden</source>
        <translation>Does not exist any more</translation>
    </message>
    <message>
        <source>Das hat jemand hier geändert; zurücknehmen lässt es sich im Terminplaner.</source>
        <translation>Somebody changed this here; it can be undone in the planner.</translation>
    </message>
    <message>
        <source>Dieser Eintrag gehört Google und lässt sich nur dort ändern.</source>
        <translation>This entry belongs to Google and can only be changed there.</translation>
    </message>
    <message>
        <source>Zurücknehmen kann, wer die Synchronisation verwalten darf.</source>
        <translation>Who may manage the synchronization can revert this.</translation>
    </message>
    <message>
        <source>Zurücknehmen storniert den Termin hier und löscht ihn danach auch in Google.</source>
        <translation>Reverting cancels the appointment here and then deletes it in Google as well.</translation>
    </message>
    <message>
        <source>Zurücknehmen stellt den Termin hier wieder her und trägt ihn in Google wieder ein.</source>
        <translation>Reverting restores the appointment here and enters it in Google again.</translation>
    </message>
    <message>
        <source>Zurücknehmen stellt hier und danach auch in Google die Fassung „Vorher“ wieder her.</source>
        <translation>Reverting restores the version “Before”, here and then in Google as well.</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Nach Typ, Status und Filiale filtern, stornierte Termine zeigen</source>
        <translation>Filter by type, status and branch, show canceled appointments</translation>
    </message>
    <message>
        <source>Filter, aktiv</source>
        <translation>Filter, active</translation>
    </message>
</context>
<context>
    <name>FilterNotice</name>
    <message>
        <source>Filter aufheben</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>mit stornierten Terminen</source>
        <translation>with canceled appointments</translation>
    </message>
    <message>
        <source>ein Termin ausgeblendet</source>
        <translation>one appointment hidden</translation>
    </message>
    <message>
        <source>{count} Termine ausgeblendet</source>
        <translation>{count} appointments hidden</translation>
    </message>
    <message>
        <source>ohne</source>
        <translation>without</translation>
    </message>
    <message>
        <source>Filiale: {name}</source>
        <translation>Branch: {name}</translation>
    </message>
    <message>
        <source>Filialen: {names}</source>
        <translation>Branches: {names}</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Als Paralleltermin eintragen</source>
        <translation>Enter as a parallel appointment</translation>
    </message>
    <message>
        <source>Kein Platz: {names} ist zu dieser Zeit schon belegt.</source>
        <translation>No room: {names} is taken at this time.</translation>
    </message>
    <message>
        <source>Zur selben Zeit bei {names}:</source>
        <translation>At the same time for {names}:</translation>
    </message>
    <message>
        <source>und {count} weitere</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>Im Plan zeigen</source>
        <translation>Show in the plan</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Erste Schritte</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>Willkommen im Terminplaner</source>
        <translation>Welcome to Terminplaner</translation>
    </message>
    <message>
        <source>In drei Schritten zum ersten Termin:</source>
        <translation>Three steps to the first appointment:</translation>
    </message>
    <message>
        <source>Danach steht hier für jede Ressource eine Spalte. Ein Doppelklick auf eine freie Zeit legt den ersten Termin an.</source>
        <translation>After that every resource has a column here. A double click on a free time makes the first appointment.</translation>
    </message>
    <message>
        <source>Noch gibt es keine Ressourcen. Ein Administrator legt sie an; danach steht hier für jede eine Spalte.</source>
        <translation>There are no resources yet. An administrator creates them; after that each has a column here.</translation>
    </message>
    <message>
        <source>1. Filiale</source>
        <translation>1. Branch</translation>
    </message>
    <message>
        <source>Name, Adresse und Bundesland; danach richten sich die Feiertage.</source>
        <translation>Name, address and federal state, which decides on the holidays.</translation>
    </message>
    <message>
        <source>&amp;Filiale bearbeiten …</source>
        <translation>Edit &amp;branch …</translation>
    </message>
    <message>
        <source>2. Mitarbeiter</source>
        <translation>2. Employees</translation>
    </message>
    <message>
        <source>Wer Termine hat. Für einen Plan nur mit Räumen nicht nötig.</source>
        <translation>Who has appointments. A plan of rooms alone needs none.</translation>
    </message>
    <message>
        <source>&amp;Mitarbeiter anlegen …</source>
        <translation>Create &amp;employee …</translation>
    </message>
    <message>
        <source>3. Ressource</source>
        <translation>3. Resource</translation>
    </message>
    <message>
        <source>Eine Spalte im Plan: ein Mitarbeiter oder ein Raum.</source>
        <translation>A column in the plan: an employee or a room.</translation>
    </message>
    <message>
        <source>&amp;Ressource anlegen …</source>
        <translation>Create &amp;resource …</translation>
    </message>
    <message>
        <source>erledigt</source>
        <translation>done</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>Nur dieser Termin der Serie wurde verschoben.</source>
        <translation>Only this appointment of the series was moved.</translation>
    </message>
    <message>
        <source>Nur dieser Termin der Serie wurde geändert.</source>
        <translation>Only this appointment of the series was changed.</translation>
    </message>
    <message>
        <source>Auch die {count} folgenden</source>
        <translation>The {count} following ones, too</translation>
    </message>
    <message>
        <source>Der Termin der Serie steht wieder, wo er war.</source>
        <translation>The appointment of the series is back where it was.</translation>
    </message>
    <message>
        <source>Auch den folgenden</source>
        <translation>The following one, too</translation>
    </message>
    <message>
        <source>{count} Termine der Serie verschoben.</source>
        <translation>{count} appointments of the series moved.</translation>
    </message>
    <message>
        <source>{count} Termine der Serie geändert.</source>
        <translation>{count} appointments of the series changed.</translation>
    </message>
    <message>
        <source>Belegt oder Feiertag, daher geblieben: {days}.</source>
        <translation>Taken or a holiday, so left where they are: {days}.</translation>
    </message>
    <message>
        <source>Die folgenden Termine stehen noch, wo sie waren.</source>
        <translation>The following appointments are still where they were.</translation>
    </message>
</context>
<context>
    <name>FreeSlotForm</name>
    <message>
        <source>– ohne –</source>
        <translation>– none –</translation>
    </message>
    <message>
        <source>eine davon</source>
        <translation>one of them</translation>
    </message>
    <message>
        <source>alle zusammen</source>
        <translation>all together</translation>
    </message>
    <message>
        <source>eine Person und ein Raum</source>
        <translation>one person and one room</translation>
    </message>
    <message>
        <source>Ressourcen</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>&amp;Zeitraum und Uhrzeit</source>
        <translation>&amp;Period and time of day</translation>
    </message>
    <message>
        <source>auch an &amp;Feiertagen</source>
        <translation>also on &amp;holidays</translation>
    </message>
    <message>
        <source>&amp;Vorlage:</source>
        <translation>&amp;Template:</translation>
    </message>
    <message>
        <source>D&amp;auer:</source>
        <translation>Du&amp;ration:</translation>
    </message>
    <message>
        <source>B&amp;is:</source>
        <translation>Unt&amp;il:</translation>
    </message>
    <message>
        <source>Uhrzeit bi&amp;s:</source>
        <translation>T&amp;o:</translation>
    </message>
    <message>
        <source>{count} von {all}</source>
        <translation>{count} of {all}</translation>
    </message>
    <message>
        <source>&amp;Ressourcen: {chosen}</source>
        <translation>&amp;Resources: {chosen}</translation>
    </message>
    <message>
        <source>Für „eine Person und ein Raum“ fehlt eine Person oder ein Raum.</source>
        <translation>For “one person and one room” a person or a room is missing.</translation>
    </message>
    <message>
        <source>Wählen Sie, welche Ressourcen frei sein sollen.</source>
        <translation>Choose which resources shall be free.</translation>
    </message>
    <message>
        <source>&amp;Gesucht:</source>
        <translation>&amp;Wanted:</translation>
    </message>
    <message>
        <source>A&amp;b:</source>
        <translation>&amp;From:</translation>
    </message>
    <message>
        <source>&amp;Wochen:</source>
        <translation>&amp;Weeks:</translation>
    </message>
    <message>
        <source>Wochen&amp;tage:</source>
        <translation>Week&amp;days:</translation>
    </message>
    <message>
        <source>&amp;Uhrzeit von:</source>
        <translation>T&amp;ime from:</translation>
    </message>
</context>
<context>
    <name>FreeSlotPanel</name>
    <message>
        <source>Freie Zeiten</source>
        <translation>Free times</translation>
    </message>
    <message>
        <source>Im &amp;Plan zeigen</source>
        <translation>Show in the &amp;plan</translation>
    </message>
    <message>
        <source>Bu&amp;chen …</source>
        <translation>&amp;Book …</translation>
    </message>
    <message>
        <source>Keine freie Zeit in diesem Zeitraum.</source>
        <translation>No free time in this period.</translation>
    </message>
    <message>
        <source>Die nächsten {count} freien Zeiten</source>
        <translation>The next {count} free times</translation>
    </message>
    <message>
        <source>Eine freie Zeit</source>
        <translation>One free time</translation>
    </message>
    <message>
        <source>{count} freie Zeiten</source>
        <translation>{count} free times</translation>
    </message>
    <message>
        <source>{names} oder {other}</source>
        <translation>{names} or {other}</translation>
    </message>
    <message>
        <source>{names} oder {count} andere</source>
        <translation>{names} or {count} others</translation>
    </message>
</context>
<context>
    <name>FreeTimes</name>
    <message>
        <source>Noch keine Ressource nimmt an der Warteliste teil. Das legen Sie in der Administration fest.</source>
        <translation>No resource takes part in the waiting list yet. Set that up in the administration.</translation>
    </message>
    <message>
        <source>Für „eine Person und ein Raum“ fehlt eine Person oder ein Raum.</source>
        <translation>For “one person and one room” a person or a room is missing.</translation>
    </message>
    <message>
        <source>Der gewünschte Zeitraum ist vorbei.</source>
        <translation>The wished period is over.</translation>
    </message>
    <message>
        <source>Eintrag wählen, um passende Zeiten zu sehen.</source>
        <translation>Choose an entry to see times that suit.</translation>
    </message>
    <message>
        <source>Passende Lücken für {name}, ein Klick übernimmt:</source>
        <translation>Gaps that suit {name}; a click takes one:</translation>
    </message>
    <message>
        <source>In den nächsten zwölf Wochen gibt es keine passende Lücke.</source>
        <translation>There is no gap that suits in the next twelve weeks.</translation>
    </message>
</context>
<context>
    <name>FreeTimesOffer</name>
    <message>
        <source>Als Nächstes frei:</source>
        <translation>Free next:</translation>
    </message>
    <message>
        <source>Diese Zeit übernehmen</source>
        <translation>Take this time</translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Gehe zu Datum</source>
        <translation>Go to date</translation>
    </message>
    <message>
        <source>z. B. 24.12. oder morgen</source>
        <translation>e.g. 24.12. or tomorrow</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Anzeigen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Das ist kein Datum.</source>
        <translation>This is not a date.</translation>
    </message>
    <message>
        <source>Auch: 24. · +14 · -2 Wochen · KW 5 · übermorgen · Freitag</source>
        <translation>Also: 24. · +14 · -2 weeks · week 5 · Friday</translation>
    </message>
</context>
<context>
    <name>GoogleGroup</name>
    <message>
        <source>Google Kalender</source>
        <translation>Google Calendar</translation>
    </message>
    <message>
        <source>Noch kein Kalender verknüpft</source>
        <translation>No calendar linked yet</translation>
    </message>
    <message>
        <source>Lupe</source>
        <translation>Magnifier</translation>
    </message>
    <message>
        <source>Google-Kalender freigeben und auswählen</source>
        <translation>Give consent and choose a Google calendar</translation>
    </message>
    <message>
        <source>ID:</source>
        <translation>ID:</translation>
    </message>
    <message>
        <source>Richtung:</source>
        <translation>Direction:</translation>
    </message>
</context>
<context>
    <name>GoogleSettings</name>
    <message>
        <source>Google Kalender</source>
        <translation>Google Calendar</translation>
    </message>
    <message>
        <source>Mit &amp;Google Kalender synchronisieren</source>
        <translation>Synchronize with &amp;Google Calendar</translation>
    </message>
    <message>
        <source>Nur „Belegt“</source>
        <translation>Only “Busy”</translation>
    </message>
    <message>
        <source>Typ des Termins</source>
        <translation>Type of the appointment</translation>
    </message>
    <message>
        <source>Typ und Kürzel des Kunden</source>
        <translation>Type and initials of the customer</translation>
    </message>
    <message>
        <source>Typ und Name des Kunden</source>
        <translation>Type and name of the customer</translation>
    </message>
    <message>
        <source>Termin hier ohne Rückfrage stornieren</source>
        <translation>Cancel the appointment here without asking</translation>
    </message>
    <message>
        <source>Bei Terminen mit Kunden nachfragen</source>
        <translation>Ask for appointments with a customer</translation>
    </message>
    <message>
        <source>Immer nachfragen</source>
        <translation>Always ask</translation>
    </message>
    <message>
        <source>dürfen hier ge&amp;ändert werden</source>
        <translation>may be &amp;changed here</translation>
    </message>
    <message>
        <source>Termine, die in Google als &amp;frei gezeigt sind</source>
        <translation>events shown as &amp;free in Google</translation>
    </message>
    <message>
        <source>ga&amp;nztägige Termine aus Google</source>
        <translation>all-da&amp;y events from Google</translation>
    </message>
    <message>
        <source>keine</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Noch keine Datei eingelesen</source>
        <translation>No file imported yet</translation>
    </message>
    <message>
        <source>dürfen hi&amp;er storniert werden</source>
        <translation>may be ca&amp;nceled here</translation>
    </message>
    <message>
        <source>A&amp;us Datei einlesen …</source>
        <translation>I&amp;mport from file …</translation>
    </message>
    <message>
        <source>Ressourcen, die mit einem Google-Kalender verknüpft sind, werden abgeglichen: in beide Richtungen oder nur in die, die bei der Ressource gewählt ist. Die Änderung wirkt sofort an allen Arbeitsplätzen.</source>
        <translation>Resources that are linked with a Google calendar are kept in sync: in both directions, or only in the one chosen at the resource. The change takes effect at all workstations at once.</translation>
    </message>
    <message>
        <source>&amp;Intervall (Minuten):</source>
        <translation>&amp;Interval (minutes):</translation>
    </message>
    <message>
        <source>&amp;Übertragene Angaben:</source>
        <translation>&amp;Shared details:</translation>
    </message>
    <message>
        <source>&amp;Löschungen aus Google:</source>
        <translation>&amp;Deletions from Google:</translation>
    </message>
    <message>
        <source>Stornierte Termine lassen sich 90 Tage lang wiederherstellen.</source>
        <translation>Canceled appointments can be restored for 90 days.</translation>
    </message>
    <message>
        <source>In Google entstandene Termine:</source>
        <translation>Appointments created in Google:</translation>
    </message>
    <message>
        <source>Sonst sind sie hier nur zu lesen und werden im Google-Kalender bearbeitet.</source>
        <translation>Otherwise they can only be read here and are edited in the Google calendar.</translation>
    </message>
    <message>
        <source>Als belegt gelten auch:</source>
        <translation>Also counted as busy:</translation>
    </message>
    <message>
        <source>Das wirkt sofort, auch für Termine, die schon hier sind.</source>
        <translation>This takes effect at once, also for appointments that are here already.</translation>
    </message>
    <message>
        <source>Vergangene &amp;Tage beim Verknüpfen:</source>
        <translation>&amp;Past days when linking:</translation>
    </message>
    <message>
        <source>So viele Tage zurück übernimmt der erste Abgleich einer Verknüpfung Termine aus Google, neben allen künftigen. Vergangene Termine werden nie in Google geändert.</source>
        <translation>The first sync of a link takes in events from Google of as many days back, beside all those to come. Past appointments are never changed in Google.</translation>
    </message>
    <message>
        <source>Google-&amp;Client-ID:</source>
        <translation>Google &amp;client ID:</translation>
    </message>
    <message>
        <source>Mit dieser Datei (OAuth-Client vom Typ „Desktop-App“ aus der Google Cloud Console) weist sich das Programm bei Google aus. Ihr Geheimnis wird nicht angezeigt.</source>
        <translation>With this file (OAuth client of the type “Desktop app” from the Google Cloud Console) the program identifies itself to Google. Its secret is not shown.</translation>
    </message>
    <message>
        <source>Google-Client-ID</source>
        <translation>Google client ID</translation>
    </message>
    <message>
        <source>Google erfährt nur, wann belegt ist. Texte, Typen und Kommentare bleiben im Haus.</source>
        <translation>Google only learns when you are busy. Texts, types and comments stay in the house.</translation>
    </message>
    <message>
        <source>Google erfährt Zeit und Typ, zum Beispiel „Sehtest“. Texte, Kunden und Kommentare bleiben im Haus.</source>
        <translation>Google learns time and type, for example “Eye test”. Texts, customers and comments stay in the house.</translation>
    </message>
    <message>
        <source>Google erfährt Zeit, Typ und Kürzel, zum Beispiel „Sehtest MM“. Namen bleiben im Haus. Bei Terminen ohne Kunden gehen Text und Kommentar mit.</source>
        <translation>Google learns time, type and initials, for example “Eye test MM”. Names stay in the house. For appointments without a customer, text and comment go along.</translation>
    </message>
    <message>
        <source>Google erfährt Zeit, Typ und den vollen Namen, zum Beispiel „Sehtest Mustermann, Max“. Das sind personenbezogene Daten; klären Sie vorher, ob Ihre Kunden zugestimmt haben. Kontaktdaten, Preise und Befunde gehen nie mit.</source>
        <translation>Google learns time, type and the full name, for example “Eye test Mustermann, Max”. This is personal data; make sure beforehand that your customers have agreed. Contact data, prices and findings never go along.</translation>
    </message>
    <message>
        <source>OAuth-Client-Datei auswählen</source>
        <translation>Choose an OAuth client file</translation>
    </message>
    <message>
        <source>OAuth-Client (*.json)</source>
        <translation>OAuth client (*.json)</translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>GuardedDialog</name>
    <message>
        <source>Die Eingaben sind noch nicht gespeichert.</source>
        <translation>The input has not been saved yet.</translation>
    </message>
    <message>
        <source>Änderungen verwerfen?</source>
        <translation>Discard changes?</translation>
    </message>
    <message>
        <source>Weiter bearbeiten</source>
        <translation>Continue editing</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>HistoryLine</name>
    <message>
        <source>Verlauf …</source>
        <translation>History …</translation>
    </message>
    <message>
        <source>Wer diesen Termin wann wie geändert hat</source>
        <translation>Who changed this appointment, when and how</translation>
    </message>
</context>
<context>
    <name>HolidayDialog</name>
    <message>
        <source>Feiertag</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>Festes Datum</source>
        <translation>Fixed date</translation>
    </message>
    <message>
        <source>Abstand zu Ostersonntag</source>
        <translation>Distance to Easter Sunday</translation>
    </message>
    <message>
        <source> Tage</source>
        <translation> days</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>B&amp;eschreibung:</source>
        <translation>D&amp;escription:</translation>
    </message>
    <message>
        <source>&amp;Typ:</source>
        <translation>&amp;Type:</translation>
    </message>
    <message>
        <source>Ta&amp;g:</source>
        <translation>Da&amp;y:</translation>
    </message>
    <message>
        <source>&amp;Monat:</source>
        <translation>&amp;Month:</translation>
    </message>
    <message>
        <source>&amp;Abstand:</source>
        <translation>D&amp;istance:</translation>
    </message>
    <message>
        <source>Karfreitag ist −2, Ostermontag 1, Himmelfahrt 39, Pfingstmontag 50.</source>
        <translation>Good Friday is −2, Easter Monday 1, Ascension Day 39, Whit Monday 50.</translation>
    </message>
    <message>
        <source>&amp;Filialen:</source>
        <translation>&amp;Branches:</translation>
    </message>
    <message>
        <source>Ohne Haken gilt der Feiertag in allen Filialen.</source>
        <translation>Without a tick the holiday counts in all branches.</translation>
    </message>
    <message>
        <source>Vorschau:</source>
        <translation>Preview:</translation>
    </message>
    <message>
        <source>Diesen Tag gibt es nicht.</source>
        <translation>This day does not exist.</translation>
    </message>
</context>
<context>
    <name>HolidaysTab</name>
    <message>
        <source>Eigene Feiertage</source>
        <translation>Own holidays</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Filialen</source>
        <translation>Branches</translation>
    </message>
    <message>
        <source>Beschreibung</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Nächste Jahre</source>
        <translation>Next years</translation>
    </message>
    <message>
        <source>Gesetzliche Feiertage</source>
        <translation>Public holidays</translation>
    </message>
    <message>
        <source>&amp;Neu …</source>
        <translation>&amp;New …</translation>
    </message>
    <message>
        <source>&amp;Kopieren …</source>
        <translation>&amp;Copy …</translation>
    </message>
    <message>
        <source>Bea&amp;rbeiten …</source>
        <translation>Ed&amp;it …</translation>
    </message>
    <message>
        <source>&amp;Löschen</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>&amp;Importieren …</source>
        <translation>&amp;Import …</translation>
    </message>
    <message>
        <source>Beispieldatei &amp;speichern …</source>
        <translation>&amp;Save an example file …</translation>
    </message>
    <message>
        <source>&amp;Filiale:</source>
        <translation>&amp;Branch:</translation>
    </message>
    <message>
        <source>An Feiertagen wird beim Buchen gewarnt, Serien lassen sie aus. Importieren geht, solange die Liste leer ist: eine CSV-Datei mit den Spalten {columns}; „Ostern“ sind die Tage nach Ostersonntag, Tag und Monat bleiben dann leer.</source>
        <translation>Booking warns of holidays, series leave them out. Importing works as long as the list is empty: a CSV file with the columns {columns}; “Ostern” are the days after Easter Sunday, Tag (day) and Monat (month) are then empty.</translation>
    </message>
    <message>
        <source>Sie richten sich nach dem Bundesland der Filiale.</source>
        <translation>They follow the federal state of the branch.</translation>
    </message>
    <message>
        <source>Alle Filialen</source>
        <translation>All branches</translation>
    </message>
    <message>
        <source>{name} (Kopie)</source>
        <translation>{name} (copy)</translation>
    </message>
    <message>
        <source>Feiertag löschen?</source>
        <translation>Delete holiday?</translation>
    </message>
    <message>
        <source>„{name}“ wird aus der Liste genommen.</source>
        <translation>“{name}” is taken off the list.</translation>
    </message>
    <message>
        <source>Termine bleiben, wie sie sind.</source>
        <translation>Appointments stay as they are.</translation>
    </message>
    <message>
        <source>Feiertage importieren</source>
        <translation>Import holidays</translation>
    </message>
    <message>
        <source>CSV-Dateien (*.csv);;Alle Dateien (*)</source>
        <translation>CSV files (*.csv);;All files (*)</translation>
    </message>
    <message>
        <source>{count} Feiertage importiert.</source>
        <translation>{count} holidays imported.</translation>
    </message>
    <message>
        <source>Ein Feiertag importiert.</source>
        <translation>One holiday imported.</translation>
    </message>
    <message>
        <source>Zeile {line}: {error}</source>
        <translation>Line {line}: {error}</translation>
    </message>
    <message>
        <source>und {count} weitere Zeilen</source>
        <translation>and {count} more lines</translation>
    </message>
    <message>
        <source>Nichts wurde importiert.</source>
        <translation>Nothing was imported.</translation>
    </message>
    <message>
        <source>Beispieldatei speichern</source>
        <translation>Save an example file</translation>
    </message>
    <message>
        <source>CSV-Dateien (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>Feiertage.csv</source>
        <translation>Holidays.csv</translation>
    </message>
    <message>
        <source>Heiligabend</source>
        <translation>Christmas Eve</translation>
    </message>
    <message>
        <source>ab 14 Uhr geschlossen</source>
        <translation>closed from 2 p.m.</translation>
    </message>
    <message>
        <source>Silvester</source>
        <translation>New Year&apos;s Eve</translation>
    </message>
    <message>
        <source>Rosenmontag</source>
        <translation>Rose Monday</translation>
    </message>
    <message>
        <source>Gespeichert in „{path}“.</source>
        <translation>Saved in “{path}”.</translation>
    </message>
</context>
<context>
    <name>HoursFields</name>
    <message>
        <source>&amp;Beginn:</source>
        <translation>&amp;Begin:</translation>
    </message>
    <message>
        <source>&amp;Ende:</source>
        <translation>&amp;End:</translation>
    </message>
    <message>
        <source>D&amp;auer:</source>
        <translation>Du&amp;ration:</translation>
    </message>
</context>
<context>
    <name>JournalFilter</name>
    <message>
        <source>Journal durchsuchen</source>
        <translation>Search the journal</translation>
    </message>
    <message>
        <source>Titel oder Kommentar</source>
        <translation>Title or comment</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Beide</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>Alles (90 Tage)</source>
        <translation>Everything (90 days)</translation>
    </message>
    <message>
        <source>Felder vorbelegen</source>
        <translation>Reset fields</translation>
    </message>
    <message>
        <source>Setzt die Suche auf den Anfang zurück</source>
        <translation>Sets the search back to its beginning</translation>
    </message>
    <message>
        <source>Alle Durchgänge zeigen</source>
        <translation>Show all passes</translation>
    </message>
    <message>
        <source>&amp;Suchen:</source>
        <translation>&amp;Search:</translation>
    </message>
    <message>
        <source>&amp;Ressource:</source>
        <translation>&amp;Resource:</translation>
    </message>
    <message>
        <source>R&amp;ichtung:</source>
        <translation>&amp;Direction:</translation>
    </message>
    <message>
        <source>&amp;Zeitraum:</source>
        <translation>&amp;Period:</translation>
    </message>
</context>
<context>
    <name>JournalModel</name>
    <message>
        <source>Zeit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Ressource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Richtung</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Vorgang</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Wann und was</source>
        <translation>When and what</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Was bewegt wurde</source>
        <translation>What was moved</translation>
    </message>
    <message>
        <source>Als CSV speichern …</source>
        <translation>Save as CSV …</translation>
    </message>
    <message>
        <source>Keine Einträge gefunden.</source>
        <translation>No entries found.</translation>
    </message>
    <message>
        <source>Die neuesten {count} Einträge; weitere folgen beim Blättern.</source>
        <translation>The latest {count} entries; more follow as you scroll.</translation>
    </message>
    <message>
        <source>Einträge: {count}</source>
        <translation>Entries: {count}</translation>
    </message>
    <message>
        <source>Zurückgenommen. Google erfährt davon mit dem nächsten Durchgang.</source>
        <translation>Reverted. Google will learn of it with the next pass.</translation>
    </message>
    <message>
        <source>Journal als CSV speichern</source>
        <translation>Save the journal as CSV</translation>
    </message>
    <message>
        <source>CSV-Dateien (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>Journal.csv</source>
        <translation>Journal.csv</translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Ressource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Richtung</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Vorgang</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Titel vorher</source>
        <translation>Title before</translation>
    </message>
    <message>
        <source>Zeit vorher</source>
        <translation>Time before</translation>
    </message>
    <message>
        <source>Kommentar vorher</source>
        <translation>Comment before</translation>
    </message>
    <message>
        <source>Titel nachher</source>
        <translation>Title after</translation>
    </message>
    <message>
        <source>Zeit nachher</source>
        <translation>Time after</translation>
    </message>
    <message>
        <source>Kommentar nachher</source>
        <translation>Comment after</translation>
    </message>
    <message>
        <source>Durchgang</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>Gespeichert in „{path}“. Einträge: {count}</source>
        <translation>Saved in “{path}”. Entries: {count}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Bei den Kunden</source>
        <translation>On the customers page</translation>
    </message>
    <message>
        <source>Von der Suche in die Liste</source>
        <translation>From the search to the list</translation>
    </message>
    <message>
        <source>Gewählten Kunden öffnen, in der Liste</source>
        <translation>Open the chosen customer, in the list</translation>
    </message>
    <message>
        <source>Von Zeit zu Zeit, von Spalte zu Spalte</source>
        <translation>From time to time, from column to column</translation>
    </message>
    <message>
        <source>Zwei Stunden weiter oder zurück</source>
        <translation>Two hours on or back</translation>
    </message>
    <message>
        <source>Erste oder letzte Spalte</source>
        <translation>First or last column</translation>
    </message>
    <message>
        <source>Eine Woche vor oder zurück</source>
        <translation>A week on or back</translation>
    </message>
    <message>
        <source>Von Termin zu Termin</source>
        <translation>From appointment to appointment</translation>
    </message>
    <message>
        <source>Termine dazu auswählen</source>
        <translation>Add appointments to the selection</translation>
    </message>
    <message>
        <source>Termin verschieben</source>
        <translation>Move appointment</translation>
    </message>
    <message>
        <source>Termin verlängern oder verkürzen</source>
        <translation>Lengthen or shorten an appointment</translation>
    </message>
    <message>
        <source>Ganztägigen verlängern oder verkürzen</source>
        <translation>Lengthen or shorten an all-day one</translation>
    </message>
    <message>
        <source>Öffnen, anlegen oder ablegen</source>
        <translation>Open, create or put down</translation>
    </message>
    <message>
        <source>Im Terminplan</source>
        <translation>In the plan</translation>
    </message>
    <message>
        <source>Ablegen ohne Änderung, Auswahl aufheben</source>
        <translation>Put down unchanged, clear the selection</translation>
    </message>
    <message>
        <source>Kontextmenü</source>
        <translation>Context menu</translation>
    </message>
    <message>
        <source>Umschalt+F10</source>
        <translation>Shift+F10</translation>
    </message>
    <message>
        <source>Mehrere auswählen</source>
        <translation>Select several</translation>
    </message>
    <message>
        <source>Strg+Klick, Umschalt+Klick, Strg+Ziehen</source>
        <translation>Ctrl+click, Shift+click, Ctrl+drag</translation>
    </message>
    <message>
        <source>Kopie ziehen</source>
        <translation>Drag a copy</translation>
    </message>
    <message>
        <source>Strg beim Ziehen</source>
        <translation>Ctrl while dragging</translation>
    </message>
    <message>
        <source>Auf fünf Minuten genau ziehen</source>
        <translation>Drag to five minutes</translation>
    </message>
    <message>
        <source>Umschalt beim Ziehen</source>
        <translation>Shift while dragging</translation>
    </message>
    <message>
        <source>Vergrößern, verkleinern</source>
        <translation>Zoom in, zoom out</translation>
    </message>
    <message>
        <source>Strg+Mausrad</source>
        <translation>Ctrl+mouse wheel</translation>
    </message>
    <message>
        <source>Ressourcen ordnen, wo sie angekreuzt werden</source>
        <translation>Arrange resources, where they are ticked</translation>
    </message>
    <message>
        <source>Von Tag zu Tag</source>
        <translation>From day to day</translation>
    </message>
    <message>
        <source>Von Termin zu Termin des Tages</source>
        <translation>From appointment to appointment of the day</translation>
    </message>
    <message>
        <source>Termin auf einen anderen Tag verschieben</source>
        <translation>Move an appointment to another day</translation>
    </message>
    <message>
        <source>Öffnen, Tag zeigen oder ablegen</source>
        <translation>Open, show the day or put down</translation>
    </message>
    <message>
        <source>Im Monat</source>
        <translation>In the month</translation>
    </message>
    <message>
        <source>Erster oder letzter Tag der Woche</source>
        <translation>First or last day of the week</translation>
    </message>
    <message>
        <source>Im Jahr</source>
        <translation>In the year</translation>
    </message>
    <message>
        <source>Mehrere Tage wählen</source>
        <translation>Choose several days</translation>
    </message>
    <message>
        <source>Tag zeigen, für mehrere Abwesenheit eintragen</source>
        <translation>Show the day, for several enter an absence</translation>
    </message>
    <message>
        <source>In der Liste</source>
        <translation>In the list</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Aufnehmen oder im Plan zeigen</source>
        <translation>Take up or show in the plan</translation>
    </message>
    <message>
        <source>Von der Warteliste nehmen</source>
        <translation>Take off the waiting list</translation>
    </message>
    <message>
        <source>Neben dem Plan</source>
        <translation>Beside the plan</translation>
    </message>
    <message>
        <source>Von der Suche in die Ergebnisse</source>
        <translation>From the search to the results</translation>
    </message>
    <message>
        <source>Gefundene Termine bearbeiten wie im Plan</source>
        <translation>Edit found appointments as in the plan</translation>
    </message>
    <message>
        <source>In Administration und Filialverwaltung</source>
        <translation>In Administration and Branch management</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>In Dialogen</source>
        <translation>In dialogs</translation>
    </message>
    <message>
        <source>Speichern, von jedem Feld aus</source>
        <translation>Save, from any field</translation>
    </message>
    <message>
        <source>Uhr im Zeitfeld öffnen</source>
        <translation>Open the clock of a time field</translation>
    </message>
    <message>
        <source>Neuen Kunden anlegen</source>
        <translation>Create a new customer</translation>
    </message>
    <message>
        <source>Reiter wechseln</source>
        <translation>Change the tab</translation>
    </message>
    <message>
        <source>Strg+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>LinkState</name>
    <message>
        <source>Die Synchronisation ist ausgeschaltet. Einschalten: Filialverwaltung, Termine, „Mit Google Kalender synchronisieren“.</source>
        <translation>The synchronization is switched off. To switch it on: Branch management, Appointments, “Synchronize with Google Calendar”.</translation>
    </message>
    <message>
        <source>Mit keinem Google-Kalender verknüpft</source>
        <translation>Not linked with a Google calendar</translation>
    </message>
    <message>
        <source>Kalender „{name}“</source>
        <translation>Calendar “{name}”</translation>
    </message>
    <message>
        <source>{calendar}: verknüpft, noch nie abgeglichen</source>
        <translation>{calendar}: linked, never synchronized</translation>
    </message>
    <message>
        <source>{calendar}: zuletzt abgeglichen {time}</source>
        <translation>{calendar}: last synchronized {time}</translation>
    </message>
</context>
<context>
    <name>LinksModel</name>
    <message>
        <source>Ressource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Richtung</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Zuletzt erfolgreich</source>
        <translation>Last success</translation>
    </message>
    <message>
        <source>Wartet</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Offene Fragen</source>
        <translation>Open questions</translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
    <message>
        <source>Verknüpfungen</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Zum Einschalten in die Filialverwaltung</source>
        <translation>Switch it on in branch management</translation>
    </message>
    <message>
        <source>Zu den Ressourcen in der Administration</source>
        <translation>Go to the resources in Administration</translation>
    </message>
    <message>
        <source>Nur diese synchronisieren</source>
        <translation>Synchronize only this one</translation>
    </message>
    <message>
        <source>Neu abgleichen …</source>
        <translation>Compare anew …</translation>
    </message>
    <message>
        <source>Vergleicht alle künftigen Termine mit dem Kalender, nicht nur die geänderten. Sie sehen vorher, was sich ändern würde.</source>
        <translation>Compares all future appointments with the calendar, not only the changed ones. You see beforehand what would change.</translation>
    </message>
    <message>
        <source>Im Journal ansehen</source>
        <translation>View in the journal</translation>
    </message>
    <message>
        <source>Durchgänge</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>Doppelklick zeigt, was der Durchgang bewegt hat.</source>
        <translation>A double click shows what the pass moved.</translation>
    </message>
    <message>
        <source>Wartet auf Übertragung</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Die Synchronisation mit Google ist ausgeschaltet.</source>
        <translation>Synchronization with Google is switched off.</translation>
    </message>
    <message>
        <source>Noch ist keine Ressource mit einem Google-Kalender verknüpft. Wählen Sie in der Administration eine Ressource aus, und starten Sie dort über die Lupe die Freigabe.</source>
        <translation>No resource is linked with a Google calendar yet. Choose a resource in Administration and start the consent there with the magnifier.</translation>
    </message>
    <message>
        <source>Kalender „{name}“ im Konto {account}. {direction}: {meaning}</source>
        <translation>Calendar “{name}” in the account {account}. {direction}: {meaning}</translation>
    </message>
    <message>
        <source>Wartet auf Übertragung ({count})</source>
        <translation>Waiting to be sent ({count})</translation>
    </message>
    <message>
        <source>noch nie</source>
        <translation>never</translation>
    </message>
</context>
<context>
    <name>ListOptions</name>
    <message>
        <source>Alle gezeigten</source>
        <translation>All that are shown</translation>
    </message>
    <message>
        <source>&amp;Ressource:</source>
        <translation>&amp;Resource:</translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message>
        <source>Anmeldung</source>
        <translation>Sign-in</translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>Anmeldung</source>
        <translation>Sign-in</translation>
    </message>
    <message>
        <source>An diesem Arbeitsplatz &amp;merken</source>
        <translation>&amp;Remember at this workstation</translation>
    </message>
    <message>
        <source>Anmelden</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Benutzer:</source>
        <translation>&amp;User:</translation>
    </message>
    <message>
        <source>&amp;Passwort:</source>
        <translation>&amp;Password:</translation>
    </message>
    <message>
        <source>&amp;Filiale:</source>
        <translation>&amp;Branch:</translation>
    </message>
    <message>
        <source>Was Sie ändern, wird unter Ihrem Namen festgehalten.</source>
        <translation>Whatever you change is recorded under your name.</translation>
    </message>
    <message>
        <source>Kein Passwort vergeben</source>
        <translation>No password set</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;Datei</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Bearbeiten</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Rückgängig</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Wiederholen</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>&amp;Ansicht</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Termin</source>
        <translation>&amp;Appointment</translation>
    </message>
    <message>
        <source>&amp;Neuer Termin …</source>
        <translation>&amp;New appointment …</translation>
    </message>
    <message>
        <source>S&amp;ynchronisation</source>
        <translation>S&amp;ynchronization</translation>
    </message>
    <message>
        <source>&amp;Jetzt synchronisieren</source>
        <translation>&amp;Synchronize now</translation>
    </message>
    <message>
        <source>&amp;Abgleich-Zentrale …</source>
        <translation>Sync &amp;center …</translation>
    </message>
    <message>
        <source>&amp;Hilfe</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Tastenkürzel</source>
        <translation>&amp;Keyboard shortcuts</translation>
    </message>
    <message>
        <source>&amp;Über Terminplaner</source>
        <translation>&amp;About Terminplaner</translation>
    </message>
    <message>
        <source>nichts vorhanden</source>
        <translation>nothing there</translation>
    </message>
    <message>
        <source>Seit der Anmeldung gibt es hier keinen solchen Schritt.</source>
        <translation>There has been no such step here since the login.</translation>
    </message>
    <message>
        <source>&amp;Rückgängig: {step}</source>
        <translation>&amp;Undo: {step}</translation>
    </message>
    <message>
        <source>&amp;Wiederholen: {step}</source>
        <translation>&amp;Redo: {step}</translation>
    </message>
    <message>
        <source>abgemeldet</source>
        <translation>signed off</translation>
    </message>
    <message>
        <source>Neuer &amp;Kunde …</source>
        <translation>New &amp;customer …</translation>
    </message>
    <message>
        <source>E&amp;instellungen …</source>
        <translation>&amp;Preferences …</translation>
    </message>
    <message>
        <source>&amp;Benutzer wechseln …</source>
        <translation>Switch &amp;user …</translation>
    </message>
    <message>
        <source>B&amp;eenden</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>Änderungs&amp;protokoll …</source>
        <translation>Change &amp;log …</translation>
    </message>
    <message>
        <source>&amp;Neu laden</source>
        <translation>Re&amp;load</translation>
    </message>
    <message>
        <source>&amp;Neuer Termin für {name} …</source>
        <translation>&amp;New appointment for {name} …</translation>
    </message>
</context>
<context>
    <name>MainPages</name>
    <message>
        <source>Terminplaner</source>
        <translation>Terminplaner</translation>
    </message>
    <message>
        <source>Kunden</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Mein AMPAREX</source>
        <translation>My AMPAREX</translation>
    </message>
    <message>
        <source>Filialverwaltung</source>
        <translation>Branch management</translation>
    </message>
    <message>
        <source>Abgemeldet</source>
        <translation>Signed off</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Terminplaner</source>
        <translation>Terminplaner</translation>
    </message>
    <message>
        <source>Angemeldet: {name} ({role})</source>
        <translation>Signed in: {name} ({role})</translation>
    </message>
    <message>
        <source>Verwerfen und wechseln</source>
        <translation>Discard and switch</translation>
    </message>
    <message>
        <source>Verwerfen und anmelden</source>
        <translation>Discard and log in</translation>
    </message>
    <message>
        <source>Abgemeldet</source>
        <translation>Signed off</translation>
    </message>
    <message>
        <source>Verwerfen und neu öffnen</source>
        <translation>Discard and reopen</translation>
    </message>
    <message>
        <source>Verwerfen und schließen</source>
        <translation>Discard and close</translation>
    </message>
</context>
<context>
    <name>MiniCalendar</name>
    <message>
        <source>Kalender</source>
        <translation>Calendar</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>Monat</source>
        <translation>Month</translation>
    </message>
</context>
<context>
    <name>MonthTable</name>
    <message>
        <source>KW {week}</source>
        <translation>CW {week}</translation>
    </message>
    <message>
        <source>{count} Termine</source>
        <translation>{count} appointments</translation>
    </message>
    <message>
        <source>keine Termine</source>
        <translation>no appointments</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Termin verschoben.</source>
        <translation>Appointment moved.</translation>
    </message>
    <message>
        <source>{count} Termine verschoben, aus Terminserien nur diese.</source>
        <translation>{count} appointments moved; of series only these.</translation>
    </message>
    <message>
        <source>{count} Termine verschoben.</source>
        <translation>{count} appointments moved.</translation>
    </message>
</context>
<context>
    <name>MyPanelPage</name>
    <message>
        <source>Meine nächsten Termine heute</source>
        <translation>My next appointments today</translation>
    </message>
    <message>
        <source>Heute stehen keine Termine mehr an.</source>
        <translation>No more appointments today.</translation>
    </message>
    <message>
        <source>Freigabe starten</source>
        <translation>Start consent</translation>
    </message>
    <message>
        <source>Bestehende Zustimmung zurückziehen</source>
        <translation>Withdraw the present consent</translation>
    </message>
    <message>
        <source>Guten Tag, {name}</source>
        <translation>Hello, {name}</translation>
    </message>
    <message>
        <source>Ihnen ist noch keine Ressource zugeordnet</source>
        <translation>No resource is assigned to you yet</translation>
    </message>
    <message>
        <source>Eigene Termine und ein eigener Google-Kalender gehören zu einer Personenressource. Ordnen Sie sich in der Filialverwaltung unter „Benutzerkonten“ einen Mitarbeiter zu, und tragen Sie diesen in der Administration bei einer Ressource als „Personenressource“ ein.</source>
        <translation>Appointments and a Google calendar of your own belong to a person’s resource. Assign an employee to yourself under “User accounts” in the branch management, and enter that employee as the “Person resource” of a resource in the Administration.</translation>
    </message>
    <message>
        <source>Eigene Termine und ein eigener Google-Kalender gehören zu einer Personenressource. Ein Administrator kann Ihrem Benutzer einen Mitarbeiter zuordnen und diesen in der Administration bei einer Ressource als „Personenressource“ eintragen.</source>
        <translation>Appointments and a Google calendar of your own belong to a person’s resource. An administrator can assign an employee to your user, and enter that employee as the “Person resource” of a resource in the Administration.</translation>
    </message>
    <message>
        <source>Google Kalender</source>
        <translation>Google Calendar</translation>
    </message>
    <message>
        <source>ID:</source>
        <translation>ID:</translation>
    </message>
    <message>
        <source>Eigene Ressource: {name}</source>
        <translation>Own resource: {name}</translation>
    </message>
    <message>
        <source>{due}   Erinnerung an {start} {title}</source>
        <translation>{due}   Reminder of {start} {title}</translation>
    </message>
    <message>
        <source>Neu: {when} {title}, eingetragen von {name}</source>
        <translation>New: {when} {title}, entered by {name}</translation>
    </message>
    <message>
        <source>ganztägig</source>
        <translation>all day</translation>
    </message>
    <message>
        <source>Anderen Kalender wählen …</source>
        <translation>Choose another calendar …</translation>
    </message>
    <message>
        <source>Details ausblenden</source>
        <translation>Hide details</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>NamesakeHint</name>
    <message>
        <source>Diesen nehmen: {customer}</source>
        <translation>Take this one: {customer}</translation>
    </message>
    <message>
        <source>Diesen Namen gibt es schon.</source>
        <translation>This name is there already.</translation>
    </message>
</context>
<context>
    <name>NewCustomerPanel</name>
    <message>
        <source>Nachna&amp;me:</source>
        <translation>Last na&amp;me:</translation>
    </message>
    <message>
        <source>Vo&amp;rname:</source>
        <translation>First na&amp;me:</translation>
    </message>
    <message>
        <source>Kür&amp;zel:</source>
        <translation>&amp;Initials:</translation>
    </message>
    <message>
        <source>&amp;Geburtsdatum:</source>
        <translation>&amp;Date of birth:</translation>
    </message>
    <message>
        <source>&amp;Telefon:</source>
        <translation>&amp;Phone:</translation>
    </message>
    <message>
        <source>Mo&amp;bil:</source>
        <translation>Mo&amp;bile:</translation>
    </message>
    <message>
        <source>E-Ma&amp;il:</source>
        <translation>E-ma&amp;il:</translation>
    </message>
    <message>
        <source>Po&amp;pUp-Hinweis:</source>
        <translation>Po&amp;p-up note:</translation>
    </message>
    <message>
        <source>K&amp;unden anlegen</source>
        <translation>C&amp;reate customer</translation>
    </message>
    <message>
        <source>Doch nicht anlegen</source>
        <translation>Do not create</translation>
    </message>
</context>
<context>
    <name>OffHoursPage</name>
    <message>
        <source>Wann</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Ressource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Grund</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Außerhalb der Arbeitszeit</source>
        <translation>Outside working hours</translation>
    </message>
    <message>
        <source>Zur Kenntnis genommen</source>
        <translation>Taken note of</translation>
    </message>
    <message>
        <source>Nimmt die ausgewählten Hinweise aus der Liste, bis der Termin verschoben wird.</source>
        <translation>Takes the selected notices off the list until the appointment is moved.</translation>
    </message>
    <message>
        <source>Kein Termin aus Google liegt außerhalb der Arbeitszeit.</source>
        <translation>No appointment from Google lies outside the working hours.</translation>
    </message>
    <message>
        <source>Diese Termine aus Google liegen, wo niemand arbeitet. Sie sind übernommen; zu entscheiden ist nichts.</source>
        <translation>These appointments from Google lie where nobody works. They have been taken over; there is nothing to decide.</translation>
    </message>
</context>
<context>
    <name>OpeningTimesForm</name>
    <message>
        <source>geschlossen</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>Montag auf Dienstag bis Freitag übertragen</source>
        <translation>Copy Monday to Tuesday through Friday</translation>
    </message>
    <message>
        <source>Zum Beispiel 9–13, 14:30–18. Außerhalb ist der Plan dunkler, und das Programm weist darauf hin. Alle Zeilen leer: keine Angabe.</source>
        <translation>For example 9–13, 14:30–18. Outside of them the plan is darker, and the program points it out. All lines empty: not specified.</translation>
    </message>
</context>
<context>
    <name>OutsideHours</name>
    <message>
        <source>▲ {count} vor {time}</source>
        <translation>▲ {count} before {time}</translation>
    </message>
    <message>
        <source>Ein Termin vor {time}</source>
        <translation>One appointment before {time}</translation>
    </message>
    <message>
        <source>{count} Termine vor {time}</source>
        <translation>{count} appointments before {time}</translation>
    </message>
    <message>
        <source>▼ {count} nach {time}</source>
        <translation>▼ {count} after {time}</translation>
    </message>
    <message>
        <source>Ein Termin nach {time}</source>
        <translation>One appointment after {time}</translation>
    </message>
    <message>
        <source>{count} Termine nach {time}</source>
        <translation>{count} appointments after {time}</translation>
    </message>
    <message>
        <source>Nur {begins}–{ends}</source>
        <translation>Only {begins}–{ends}</translation>
    </message>
    <message>
        <source>Den ganzen Tag oder nur die Zeiten der Ansicht zeigen</source>
        <translation>Show the whole day or only the hours of the view</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Vorschau</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>PanelArea</name>
    <message>
        <source>Bereich schließen</source>
        <translation>Close panel</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Passwort vergeben</source>
        <translation>Set password</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>&amp;Neues Passwort:</source>
        <translation>&amp;New password:</translation>
    </message>
    <message>
        <source>&amp;Wiederholung:</source>
        <translation>&amp;Repeat:</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Beide Eingaben müssen übereinstimmen.</source>
        <translation>Both entries have to be the same.</translation>
    </message>
    <message>
        <source>Ohne Eingabe meldet sich „{name}“ künftig ohne Passwort an.</source>
        <translation>Without an entry “{name}” will sign in without a password.</translation>
    </message>
</context>
<context>
    <name>PeriodField</name>
    <message>
        <source>Heute</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Letzte 7 Tage</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>Letzte 30 Tage</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>Von … bis …</source>
        <translation>From … to …</translation>
    </message>
    <message>
        <source>Vo&amp;n:</source>
        <translation>&amp;From:</translation>
    </message>
    <message>
        <source>&amp;Bis:</source>
        <translation>&amp;To:</translation>
    </message>
</context>
<context>
    <name>PlanShowing</name>
    <message>
        <source>Erneut versuchen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Keine Ressource ausgewählt.
Wählen Sie oben, welche gezeigt werden.</source>
        <translation>No resource selected.
Choose above which ones to show.</translation>
    </message>
    <message>
        <source>Diese Ansicht hat keine Ressourcen.
Sie bekommt sie unter „Administration“.</source>
        <translation>This view has no resources.
It gets them in “Administration”.</translation>
    </message>
    <message>
        <source>In Ihrer Filiale ist keine Ressource sichtbar.
Das legt die „Administration“ fest.</source>
        <translation>No resource is visible in your branch.
That is decided in “Administration”.</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Terminplan</source>
        <translation>Appointment plan</translation>
    </message>
</context>
<context>
    <name>PlannerActions</name>
    <message>
        <source>&amp;Bearbeiten …</source>
        <translation>&amp;Edit …</translation>
    </message>
    <message>
        <source>&amp;Stornieren</source>
        <translation>&amp;Cancel appointment</translation>
    </message>
    <message>
        <source>&amp;Verschieben</source>
        <translation>&amp;Move</translation>
    </message>
    <message>
        <source>&amp;Kopieren</source>
        <translation>C&amp;opy</translation>
    </message>
    <message>
        <source>Aussc&amp;hneiden</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>In die Zwischenablage &amp;kopieren</source>
        <translation>Copy to the clip&amp;board</translation>
    </message>
    <message>
        <source>Ein&amp;fügen</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>&amp;Heute</source>
        <translation>&amp;Today</translation>
    </message>
    <message>
        <source>&amp;Zurückblättern</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Weiterblättern</source>
        <translation>&amp;Forward</translation>
    </message>
    <message>
        <source>&amp;Gehe zu Datum …</source>
        <translation>&amp;Go to date …</translation>
    </message>
    <message>
        <source>Auch die &amp;folgenden der Serie</source>
        <translation>The &amp;following ones of the series, too</translation>
    </message>
    <message>
        <source>&amp;Alles auswählen</source>
        <translation>Select &amp;all</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>&amp;Day</translation>
    </message>
    <message>
        <source>&amp;Arbeitswoche</source>
        <translation>&amp;Work week</translation>
    </message>
    <message>
        <source>W&amp;oche</source>
        <translation>W&amp;eek</translation>
    </message>
    <message>
        <source>&amp;Monat</source>
        <translation>&amp;Month</translation>
    </message>
    <message>
        <source>&amp;Jahr</source>
        <translation>&amp;Year</translation>
    </message>
    <message>
        <source>Als &amp;Liste oder Kalender</source>
        <translation>As li&amp;st or calendar</translation>
    </message>
    <message>
        <source>Nächste &amp;Ansicht</source>
        <translation>Next &amp;view</translation>
    </message>
    <message>
        <source>Vorherige Ans&amp;icht</source>
        <translation>Previous v&amp;iew</translation>
    </message>
    <message>
        <source>&amp;Filter …</source>
        <translation>&amp;Filter …</translation>
    </message>
    <message>
        <source>Filter auf&amp;heben</source>
        <translation>Clear fi&amp;lter</translation>
    </message>
    <message>
        <source>Stornierte &amp;zeigen</source>
        <translation>Show &amp;canceled ones</translation>
    </message>
    <message>
        <source>&amp;Vergrößern</source>
        <translation>Zoom &amp;in</translation>
    </message>
    <message>
        <source>Ver&amp;kleinern</source>
        <translation>Zoom &amp;out</translation>
    </message>
    <message>
        <source>Norma&amp;le Größe</source>
        <translation>Normal si&amp;ze</translation>
    </message>
    <message>
        <source>&amp;Blättern</source>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <source>&amp;Filtern</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>G&amp;röße</source>
        <translation>Si&amp;ze</translation>
    </message>
    <message>
        <source>kein Termin gewählt</source>
        <translation>no appointment chosen</translation>
    </message>
    <message>
        <source>Wählen Sie zuerst einen Termin im Plan.</source>
        <translation>First choose an appointment in the plan.</translation>
    </message>
    <message>
        <source>nach dem Verschieben eines Serientermins</source>
        <translation>after moving one of a series</translation>
    </message>
    <message>
        <source>Das geht, gleich nachdem ein Termin einer Serie verschoben wurde.</source>
        <translation>Possible right after an appointment of a series was moved.</translation>
    </message>
</context>
<context>
    <name>PlannerPage</name>
    <message>
        <source>Mit der Rolle „{role}“ können Sie den Plan ansehen, aber nicht ändern.</source>
        <translation>With the role “{role}” you can look at the plan, but not change it.</translation>
    </message>
    <message>
        <source>Kalender neben dem Plan</source>
        <translation>Calendar beside the plan</translation>
    </message>
    <message>
        <source>Der Termin wurde gerade anderswo geändert. Er steht jetzt, wo er hingehört.</source>
        <translation>The appointment has just been changed elsewhere. It now stands where it belongs.</translation>
    </message>
</context>
<context>
    <name>PlannerSettings</name>
    <message>
        <source>Filialkette</source>
        <translation>Chain</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Ressource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Name der Filial&amp;kette:</source>
        <translation>Name of the &amp;chain:</translation>
    </message>
    <message>
        <source>Farbe der Termine nach:</source>
        <translation>Color of appointments by:</translation>
    </message>
    <message>
        <source>Überbuchen von &amp;Ressourcen zulassen</source>
        <translation>Allow overbooking of &amp;resources</translation>
    </message>
    <message>
        <source>V&amp;or- und Nachbearbeitungszeiten verwenden</source>
        <translation>Use pre&amp;paration and follow-up times</translation>
    </message>
    <message>
        <source>Vor- und Nachbearbeitungszeiten beziehen sich auf den Kunden</source>
        <translation>Preparation and follow-up times concern the customer</translation>
    </message>
    <message>
        <source>Sie stehen dann auf dem Terminzettel und belegen die Ressource nicht.</source>
        <translation>They then stand on the appointment slip and do not take the resource.</translation>
    </message>
    <message>
        <source>Keine Vorauswahl des Typs für neuen Termin</source>
        <translation>No preset type for a new appointment</translation>
    </message>
    <message>
        <source>Termin ausschließlich über Terminvorlage erstellen</source>
        <translation>Create appointments only from templates</translation>
    </message>
    <message>
        <source>Termin kopieren, startet Mehrfachkopie</source>
        <translation>Copying an appointment starts a multiple copy</translation>
    </message>
    <message>
        <source>Termine nur durch den Ersteller oder einen Administrator löschen</source>
        <translation>Only the creator or an administrator may delete appointments</translation>
    </message>
    <message>
        <source>Vorbelegung der zweiten Ressource mit aktuellem Benutzer</source>
        <translation>Preset the second resource with the current user</translation>
    </message>
    <message>
        <source>Auswahl der zweiten Ressource einschränken auf Orts- bzw. Personenressource</source>
        <translation>Restrict the choice of the second resource to places or persons</translation>
    </message>
    <message>
        <source>Wartelisten verwenden</source>
        <translation>Use waiting lists</translation>
    </message>
    <message>
        <source>PopUp Hinweise zum Kunden beim Bearbeiten von Terminen zeigen</source>
        <translation>Show the customer’s pop-up notes when editing appointments</translation>
    </message>
    <message>
        <source>Termine des aktuellen Kunden als Overlay im Terminplan einzeichnen</source>
        <translation>Draw the appointments of the current customer as an overlay in the plan</translation>
    </message>
    <message>
        <source>Was von ihm nicht im Plan zu sehen ist, steht in einer Zeile darunter.</source>
        <translation>What the plan does not show of the customer stands in a line below it.</translation>
    </message>
    <message>
        <source>Kundenname ausblenden</source>
        <translation>Hide customer names</translation>
    </message>
    <message>
        <source>Im Plan steht dann die Kundennummer.</source>
        <translation>The plan then shows the customer number.</translation>
    </message>
</context>
<context>
    <name>PlannerToolbar</name>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Heute</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Zum heutigen Tag (T)</source>
        <translation>To today (T)</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Ein Tag, die Ressourcen nebeneinander (1)</source>
        <translation>One day, the resources side by side (1)</translation>
    </message>
    <message>
        <source>Arbeitswoche</source>
        <translation>Work week</translation>
    </message>
    <message>
        <source>Montag bis Freitag jeder Ressource (2)</source>
        <translation>Monday to Friday of each resource (2)</translation>
    </message>
    <message>
        <source>Woche</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Montag bis Sonntag jeder Ressource (3)</source>
        <translation>Monday to Sunday of each resource (3)</translation>
    </message>
    <message>
        <source>Monat</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Sechs Wochen auf einen Blick (4)</source>
        <translation>Six weeks at a glance (4)</translation>
    </message>
    <message>
        <source>Jahr</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Abwesenheiten und Feiertage (5)</source>
        <translation>Absences and holidays (5)</translation>
    </message>
    <message>
        <source>Als Liste</source>
        <translation>As a list</translation>
    </message>
    <message>
        <source>Als Liste zeigen (6)</source>
        <translation>Show as a list (6)</translation>
    </message>
    <message>
        <source>Tag, Woche, Monat oder Jahr</source>
        <translation>Day, week, month or year</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Bereiche neben dem Plan</source>
        <translation>Panels beside the plan</translation>
    </message>
    <message>
        <source>Neuer Termin</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>Neuer Termin (Strg+N)</source>
        <translation>New appointment (Ctrl+N)</translation>
    </message>
    <message>
        <source>Alt+Bild auf</source>
        <translation>Alt+Page up</translation>
    </message>
    <message>
        <source>Alt+Bild ab</source>
        <translation>Alt+Page down</translation>
    </message>
    <message>
        <source>Ansicht</source>
        <translation>View</translation>
    </message>
    <message>
        <source>{mode} ▾</source>
        <translation>{mode} ▾</translation>
    </message>
    <message>
        <source>Vorheriger Tag</source>
        <translation>Previous day</translation>
    </message>
    <message>
        <source>Nächster Tag</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>Vorherige Woche</source>
        <translation>Previous week</translation>
    </message>
    <message>
        <source>Nächste Woche</source>
        <translation>Next week</translation>
    </message>
    <message>
        <source>Vorheriger Monat</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>Nächster Monat</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>Vorheriges Jahr</source>
        <translation>Previous year</translation>
    </message>
    <message>
        <source>Nächstes Jahr</source>
        <translation>Next year</translation>
    </message>
    <message>
        <source>Zurückblättern</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Weiterblättern</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Rückgängig: {step}</source>
        <translation>Undo: {step}</translation>
    </message>
    <message>
        <source>Wiederholen: {step}</source>
        <translation>Redo: {step}</translation>
    </message>
</context>
<context>
    <name>PlannerWishes</name>
    <message>
        <source>Kein neuer Termin: Im Plan wird keine Ressource gezeigt.</source>
        <translation>No new appointment: the plan shows no resource.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Einstellungen</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>Wie das System</source>
        <translation>Like the system</translation>
    </message>
    <message>
        <source>Hell</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dunkel</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>Gilt für Sie an diesem Arbeitsplatz. Beim Speichern öffnet sich das Fenster neu.</source>
        <translation>Applies to you at this workstation. The window opens anew when you save.</translation>
    </message>
    <message>
        <source>&amp;Darstellung:</source>
        <translation>&amp;Appearance:</translation>
    </message>
    <message>
        <source>&amp;Schriftgröße:</source>
        <translation>&amp;Font size:</translation>
    </message>
    <message>
        <source>S&amp;prache:</source>
        <translation>&amp;Language:</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Zurzeit gilt „{language}“, denn das Programm wurde mit „--language {code}“ gestartet. Ihre Wahl gilt, sobald es ohne diese Angabe startet.</source>
        <translation>For now “{language}” applies, as the program was started with “--language {code}”. Your choice applies as soon as it starts without this.</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Verknüpfung prüfen</source>
        <translation>Check the link</translation>
    </message>
    <message>
        <source>„{resource}“ wird mit dem Google-Kalender „{calendar}“ verknüpft.</source>
        <translation>“{resource}” is linked with the Google calendar “{calendar}”.</translation>
    </message>
    <message>
        <source>Auf beiden Seiten gleich, werden übernommen:</source>
        <translation>Equal on both sides, will be adopted:</translation>
    </message>
    <message>
        <source>Aus Google in den Terminplaner importiert:</source>
        <translation>Imported from Google into Terminplaner:</translation>
    </message>
    <message>
        <source>Vom Terminplaner nach Google übertragen:</source>
        <translation>Sent from Terminplaner to Google:</translation>
    </message>
    <message>
        <source>Noch ist nichts geändert. Vergangene Termine bleiben, wie sie sind.</source>
        <translation>Nothing has been changed yet. Past appointments stay as they are.</translation>
    </message>
    <message>
        <source>Verknüpfen</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Erneut prüfen</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{title} drucken</source>
        <translation>Print: {title}</translation>
    </message>
    <message>
        <source>Vorige Seite</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Nächste Seite</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>&amp;Drucken …</source>
        <translation>&amp;Print …</translation>
    </message>
    <message>
        <source>Als &amp;PDF speichern …</source>
        <translation>Save as P&amp;DF …</translation>
    </message>
    <message>
        <source>&amp;Schließen</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Seite {page} von {count}</source>
        <translation>Page {page} of {count}</translation>
    </message>
    <message>
        <source>An den Drucker übergeben.</source>
        <translation>Handed to the printer.</translation>
    </message>
    <message>
        <source>Als PDF speichern</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Gespeichert in „{path}“.</source>
        <translation>Saved in “{path}”.</translation>
    </message>
</context>
<context>
    <name>PrintActions</name>
    <message>
        <source>&amp;Tagesliste drucken …</source>
        <translation>Print &amp;day list …</translation>
    </message>
    <message>
        <source>&amp;Wochenplan drucken …</source>
        <translation>Print &amp;week plan …</translation>
    </message>
    <message>
        <source>Termin&amp;zettel drucken …</source>
        <translation>Print appointment s&amp;lip …</translation>
    </message>
    <message>
        <source>keine Ressource gezeigt</source>
        <translation>no resource shown</translation>
    </message>
    <message>
        <source>Im Plan wird keine Ressource gezeigt.</source>
        <translation>The plan shows no resource.</translation>
    </message>
    <message>
        <source>kein Termin gewählt</source>
        <translation>no appointment chosen</translation>
    </message>
    <message>
        <source>Wählen Sie zuerst einen Termin im Plan.</source>
        <translation>First choose an appointment in the plan.</translation>
    </message>
    <message>
        <source>storniert oder privat</source>
        <translation>canceled or private</translation>
    </message>
    <message>
        <source>Für stornierte und für private Termine gibt es keinen Terminzettel.</source>
        <translation>There is no slip for canceled and for private appointments.</translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message>
        <source>&amp;Papier:</source>
        <translation>&amp;Paper:</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>Termin: {appointment}</source>
        <translation>Appointment: {appointment}</translation>
    </message>
    <message>
        <source>Grund: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Überschneidet sich mit: {appointment}</source>
        <translation>Overlaps with: {appointment}</translation>
    </message>
    <message>
        <source>In Google würden gelöscht</source>
        <translation>Would be deleted in Google</translation>
    </message>
    <message>
        <source>Hier würden storniert</source>
        <translation>Would be canceled here</translation>
    </message>
    <message>
        <source>Nur im Terminplaner</source>
        <translation>Only in Terminplaner</translation>
    </message>
    <message>
        <source>Nur in Google</source>
        <translation>Only in Google</translation>
    </message>
    <message>
        <source>Verschieden, im Terminplaner</source>
        <translation>Different, in Terminplaner</translation>
    </message>
    <message>
        <source>Verschieden, in Google</source>
        <translation>Different, in Google</translation>
    </message>
    <message>
        <source>Ausführen löscht die Einträge in Google. Wiederherstellen holt die Termine hier zurück. So lassen heißt: hier storniert, in Google vorhanden. Bis zur Entscheidung geschieht nichts davon.</source>
        <translation>“Carry out” deletes the entries in Google. “Restore” brings the appointments back here. “Leave as is” means: canceled here, present in Google. Nothing of this happens until you decide.</translation>
    </message>
    <message>
        <source>Ausführen storniert die Termine hier. Wiederherstellen trägt sie in Google wieder ein. So lassen heißt: hier vorhanden, in Google gelöscht. Bis zur Entscheidung geschieht nichts davon.</source>
        <translation>“Carry out” cancels the appointments here. “Restore” enters them in Google again. “Leave as is” means: present here, deleted in Google. Nothing of this happens until you decide.</translation>
    </message>
    <message>
        <source>Hier storniert</source>
        <translation>Canceled here</translation>
    </message>
    <message>
        <source>In Google gelöscht</source>
        <translation>Deleted in Google</translation>
    </message>
    <message>
        <source>Terminplaner-Fassung</source>
        <translation>Terminplaner’s version</translation>
    </message>
    <message>
        <source>Googles Fassung</source>
        <translation>Google’s version</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Terminserie ändern</source>
        <translation>Change the series</translation>
    </message>
    <message>
        <source>Dieser Termin gehört zu einer Serie. Was soll geändert werden?</source>
        <translation>This appointment belongs to a series. What shall be changed?</translation>
    </message>
    <message>
        <source>Terminserie stornieren</source>
        <translation>Cancel the series</translation>
    </message>
    <message>
        <source>Dieser Termin gehört zu einer Serie. Was soll storniert werden?</source>
        <translation>This appointment belongs to a series. What shall be canceled?</translation>
    </message>
    <message>
        <source>Mit den folgenden Terminen endet die Serie. Vergangene Termine bleiben.</source>
        <translation>The series ends with the following appointments. Past ones stay.</translation>
    </message>
    <message>
        <source>Belegte Tage auslassen?</source>
        <translation>Leave out taken days?</translation>
    </message>
    <message>
        <source>An {count} Tagen ist „{resource}“ schon belegt: {days}.</source>
        <translation>On {count} days “{resource}” is taken already: {days}.</translation>
    </message>
    <message>
        <source>Vergangene und einzeln geänderte Termine bleiben, wie sie sind. Übernommen wird nur, was Sie geändert haben.</source>
        <translation>Past appointments and those changed individually stay as they are. Only what you changed is taken over.</translation>
    </message>
    <message>
        <source>Noch ist nichts geändert.</source>
        <translation>Nothing has been changed yet.</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Diese Tage auslassen</source>
        <translation>Leave out these days</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Alle Termine</source>
        <translation>All appointments</translation>
    </message>
    <message>
        <source>Dieser und folgende</source>
        <translation>This one and the following</translation>
    </message>
    <message>
        <source>Nur dieser Termin</source>
        <translation>Only this appointment</translation>
    </message>
    <message>
        <source>Änderungen speichern?</source>
        <translation>Save changes?</translation>
    </message>
    <message>
        <source>„{name}“ hat Änderungen, die noch nicht gespeichert sind.</source>
        <translation>“{name}” has changes that have not been saved.</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Weiter bearbeiten</source>
        <translation>Keep editing</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Es gibt keine offenen Fragen.</source>
        <translation>There are no open questions.</translation>
    </message>
    <message>
        <source>Entscheiden kann, wer die Synchronisation verwalten darf: Planer und Administratoren.</source>
        <translation>Whoever may manage the synchronization can decide: planners and administrators.</translation>
    </message>
    <message>
        <source>{count} weitere Fragen folgen, sobald diese entschieden sind.</source>
        <translation>{count} more questions follow as soon as these are decided.</translation>
    </message>
    <message>
        <source>Zuletzt entschieden</source>
        <translation>Decided lately</translation>
    </message>
</context>
<context>
    <name>RecurrenceForm</name>
    <message>
        <source>&amp;Wiederholend</source>
        <translation>&amp;Repeats</translation>
    </message>
    <message>
        <source>auch &amp;Feiertags</source>
        <translation>also on &amp;holidays</translation>
    </message>
    <message>
        <source>a&amp;m</source>
        <translation>&amp;on</translation>
    </message>
    <message>
        <source>&amp;nach</source>
        <translation>&amp;after</translation>
    </message>
    <message>
        <source>Wiederholung endet n&amp;ie</source>
        <translation>Repeats &amp;forever</translation>
    </message>
    <message>
        <source>täglich</source>
        <translation>daily</translation>
    </message>
    <message>
        <source>wöchentlich</source>
        <translation>weekly</translation>
    </message>
    <message>
        <source>monatlich</source>
        <translation>monthly</translation>
    </message>
    <message>
        <source>jährlich</source>
        <translation>yearly</translation>
    </message>
    <message>
        <source>alle </source>
        <translation>every </translation>
    </message>
    <message>
        <source>Inter&amp;vall:</source>
        <translation>Inter&amp;val:</translation>
    </message>
    <message>
        <source>Abstand</source>
        <translation>Interval</translation>
    </message>
    <message>
        <source>Wochentage:</source>
        <translation>Weekdays:</translation>
    </message>
    <message>
        <source>&amp;Tag:</source>
        <translation>Da&amp;y:</translation>
    </message>
    <message>
        <source>Ende:</source>
        <translation>End:</translation>
    </message>
    <message>
        <source>Enddatum der Wiederholung</source>
        <translation>End date of the repetition</translation>
    </message>
    <message>
        <source>Anzahl der Termine</source>
        <translation>Number of appointments</translation>
    </message>
    <message>
        <source> Terminen</source>
        <translation> appointments</translation>
    </message>
    <message>
        <source>Termine entstehen bis zum Ende der Kalenderperiode.</source>
        <translation>Appointments are made up to the end of the calendar period.</translation>
    </message>
    <message>
        <source> Tage</source>
        <translation> days</translation>
    </message>
    <message>
        <source>jeden Tag</source>
        <translation>every day</translation>
    </message>
    <message>
        <source> Wochen</source>
        <translation> weeks</translation>
    </message>
    <message>
        <source>jede Woche</source>
        <translation>every week</translation>
    </message>
    <message>
        <source> Monate</source>
        <translation> months</translation>
    </message>
    <message>
        <source>jeden Monat</source>
        <translation>every month</translation>
    </message>
    <message>
        <source> Jahre</source>
        <translation> years</translation>
    </message>
    <message>
        <source>jedes Jahr</source>
        <translation>every year</translation>
    </message>
</context>
<context>
    <name>RecurrenceTab</name>
    <message>
        <source>Termine der Serie</source>
        <translation>Appointments of the series</translation>
    </message>
    <message>
        <source>Wird beim Speichern eine Terminserie: {rule}</source>
        <translation>Becomes a series when saved: {rule}</translation>
    </message>
    <message>
        <source>{count} Termine</source>
        <translation>{count} appointments</translation>
    </message>
    <message>
        <source>{count} entfallen wegen Feiertags</source>
        <translation>{count} are left out because of holidays</translation>
    </message>
    <message>
        <source>{count} ohne Platz</source>
        <translation>{count} without room</translation>
    </message>
    <message>
        <source>{count} mit Warnung</source>
        <translation>{count} with a warning</translation>
    </message>
</context>
<context>
    <name>ReminderBanner</name>
    <message>
        <source>Zeigen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>In 5 Minuten noch einmal</source>
        <translation>Again in 5 minutes</translation>
    </message>
</context>
<context>
    <name>ReminderCard</name>
    <message>
        <source>Im Augenblick gibt es nichts, woran Sie zu erinnern wären.</source>
        <translation>There is nothing to remind you of at the moment.</translation>
    </message>
    <message>
        <source>Erinnerungen</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>An diesem Arbeitsplatz an meine Termine erinnern</source>
        <translation>Remind me of my appointments at this workstation</translation>
    </message>
    <message>
        <source>Auch an die Termine der Ressourcen erinnern, die mein Plan zeigt</source>
        <translation>Also remind me of the appointments of the resources that my plan shows</translation>
    </message>
    <message>
        <source>Zum Beispiel am Empfang. Wie lange vorher, steht bei jeder Ressource als „Terminerinnerung“; es gilt, was im Terminplaner gerade ausgewählt ist.</source>
        <translation>At the reception, for example. How long before is set at each resource as “Appointment reminder”; what counts is what the planner shows at the moment.</translation>
    </message>
    <message>
        <source>Für Ihre Ressource ist keine Terminerinnerung eingestellt.</source>
        <translation>No reminder is set for your resource.</translation>
    </message>
    <message>
        <source>Eine Minute vorher.</source>
        <translation>One minute before.</translation>
    </message>
    <message>
        <source>{count} Minuten vorher.</source>
        <translation>{count} minutes before.</translation>
    </message>
</context>
<context>
    <name>ReminderNotifier</name>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Terminplaner</source>
        <translation>Terminplaner</translation>
    </message>
    <message>
        <source>In einer Minute, {clock}: {title}</source>
        <translation>In one minute, {clock}: {title}</translation>
    </message>
    <message>
        <source>In {count} Minuten, {clock}: {title}</source>
        <translation>In {count} minutes, {clock}: {title}</translation>
    </message>
    <message>
        <source>Terminplaner: Terminerinnerung</source>
        <translation>Terminplaner: reminder</translation>
    </message>
</context>
<context>
    <name>ResourceEditor</name>
    <message>
        <source>Ressource bearbeiten</source>
        <translation>Edit resource</translation>
    </message>
    <message>
        <source>Verfügbarkeit</source>
        <translation>Availability</translation>
    </message>
    <message>
        <source>Verknüpfen geht, sobald die Ressource gespeichert ist.</source>
        <translation>It can be linked as soon as the resource is saved.</translation>
    </message>
    <message>
        <source>Bitte geben Sie eine Bezeichnung ein.</source>
        <translation>Please enter a name.</translation>
    </message>
    <message>
        <source>Neu laden</source>
        <translation>Reload</translation>
    </message>
</context>
<context>
    <name>ResourceFields</name>
    <message>
        <source>– keine –</source>
        <translation>– none –</translation>
    </message>
    <message>
        <source>Weitere Ressource</source>
        <translation>Further resource</translation>
    </message>
    <message>
        <source>Ressource {number}:</source>
        <translation>Resource {number}:</translation>
    </message>
    <message>
        <source>Ressource {number} entfernen</source>
        <translation>Remove resource {number}</translation>
    </message>
</context>
<context>
    <name>ResourceForm</name>
    <message>
        <source>Ressource bearbeiten</source>
        <translation>Edit resource</translation>
    </message>
    <message>
        <source>Neuer Mitarbeiter …</source>
        <translation>New employee …</translation>
    </message>
    <message>
        <source>keine</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Warnen, wenn Termin bei Nichtverfügbarkeit erstellt wird</source>
        <translation>Warn when an appointment is made outside the availability</translation>
    </message>
    <message>
        <source>Terminsynchronisation erlaubt</source>
        <translation>Appointment synchronization allowed</translation>
    </message>
    <message>
        <source>Online Terminplanung erlaubt</source>
        <translation>Online booking allowed</translation>
    </message>
    <message>
        <source>Bezeichnung:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Farbe:</source>
        <translation>Color:</translation>
    </message>
    <message>
        <source>Personenressource:</source>
        <translation>Person resource:</translation>
    </message>
    <message>
        <source>Schrittweite Minuten:</source>
        <translation>Step in minutes:</translation>
    </message>
    <message>
        <source>Ortsressource:</source>
        <translation>Place:</translation>
    </message>
    <message>
        <source>Kapazität:</source>
        <translation>Capacity:</translation>
    </message>
    <message>
        <source>Warteliste:</source>
        <translation>Waiting list:</translation>
    </message>
    <message>
        <source>Terminerinnerung:</source>
        <translation>Reminder:</translation>
    </message>
    <message>
        <source>Beschreibung:</source>
        <translation>Description:</translation>
    </message>
    <message>
        <source>Ohne Wirkung: Dieses Programm hat weder einen CalDAV-Dienst für Telefone noch eine Buchungsseite im Internet.</source>
        <translation>Without effect: this program has neither a CalDAV service for telephones nor a booking page on the internet.</translation>
    </message>
    <message>
        <source>CalDAV Synchronisation</source>
        <translation>CalDAV synchronization</translation>
    </message>
</context>
<context>
    <name>ResourcePicker</name>
    <message>
        <source>Wählen, welche Ressourcen gezeigt werden</source>
        <translation>Choose which resources are shown</translation>
    </message>
    <message>
        <source>{shown} von {all}</source>
        <translation>{shown} of {all}</translation>
    </message>
    <message>
        <source>Ressourcen ({count})</source>
        <translation>Resources ({count})</translation>
    </message>
</context>
<context>
    <name>ResourceSearch</name>
    <message>
        <source>Ressourcen suchen</source>
        <translation>Find resources</translation>
    </message>
    <message>
        <source>&amp;Nicht-Sichtbare anzeigen</source>
        <translation>Show &amp;hidden ones</translation>
    </message>
    <message>
        <source>Su&amp;chen</source>
        <translation>Sea&amp;rch</translation>
    </message>
    <message>
        <source>&amp;Felder vorbelegen</source>
        <translation>&amp;Reset fields</translation>
    </message>
    <message>
        <source>Setzt die Suche auf den Anfang zurück</source>
        <translation>Sets the search back to its beginning</translation>
    </message>
    <message>
        <source>Be&amp;zeichnung:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>S&amp;ichtbarkeit:</source>
        <translation>&amp;Visibility:</translation>
    </message>
    <message>
        <source>&amp;Ortsressource:</source>
        <translation>&amp;Place:</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>ResourceTable</name>
    <message>
        <source>Ressourcen</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>Keine Ressource passt zu dieser Suche.</source>
        <translation>No resource matches this search.</translation>
    </message>
</context>
<context>
    <name>ResourceTableModel</name>
    <message>
        <source>Nicht sichtbar</source>
        <translation>Not visible</translation>
    </message>
    <message>
        <source>Bezeichnung</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sichtbarkeit</source>
        <translation>Visibility</translation>
    </message>
    <message>
        <source>Beschreibung</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Ortsressource</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Personenressource</source>
        <translation>Person resource</translation>
    </message>
    <message>
        <source>Alle Filialen</source>
        <translation>All branches</translation>
    </message>
</context>
<context>
    <name>ResourcesTab</name>
    <message>
        <source>Suchfelder zeigen</source>
        <translation>Show the search fields</translation>
    </message>
    <message>
        <source>Ne&amp;u</source>
        <translation>Ne&amp;w</translation>
    </message>
    <message>
        <source>Neue Ressource anlegen</source>
        <translation>Create a new resource</translation>
    </message>
    <message>
        <source>&amp;Kopieren</source>
        <translation>C&amp;opy</translation>
    </message>
    <message>
        <source>Mit allen Feldern und Arbeitszeiten kopieren</source>
        <translation>Copy with all fields and working hours</translation>
    </message>
    <message>
        <source>&amp;Löschen</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>Wählen Sie eine Ressource aus, oder legen Sie eine neue an.</source>
        <translation>Choose a resource, or add a new one.</translation>
    </message>
    <message>
        <source>Ressourcen suchen</source>
        <translation>Find resources</translation>
    </message>
    <message>
        <source>Ressource löschen?</source>
        <translation>Delete resource?</translation>
    </message>
    <message>
        <source>Soll „{resource}“ gelöscht werden?</source>
        <translation>Delete “{resource}”?</translation>
    </message>
    <message>
        <source>Vergangene Termine bleiben erhalten.</source>
        <translation>Past appointments are kept.</translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Zustimmung zurückziehen</source>
        <translation>Withdraw consent</translation>
    </message>
    <message>
        <source>Der Terminplaner verliert den Zugriff auf das Google-Konto hinter „{resource}“; die Verknüpfung endet.</source>
        <translation>Terminplaner loses access to the Google account behind “{resource}”; the link ends.</translation>
    </message>
    <message>
        <source>Dasselbe Konto benutzen auch: {names}. Auch deren Verknüpfung endet.</source>
        <translation>The same account is also used by: {names}. Their links end too.</translation>
    </message>
    <message>
        <source>Alle Termine bleiben erhalten, hier und im Google-Kalender.</source>
        <translation>All appointments are kept, here and in the Google calendar.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RhythmFields</name>
    <message>
        <source>Wiederholt sich</source>
        <translation>Repeats</translation>
    </message>
    <message>
        <source>endet nie</source>
        <translation>never ends</translation>
    </message>
    <message>
        <source>nur {day}</source>
        <translation>{day} only</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Im Plan zeigen</source>
        <translation>Show in the plan</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>&amp;Speichern</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Verwerfen</source>
        <translation>&amp;Discard</translation>
    </message>
    <message>
        <source>Nicht gespeicherte Änderungen</source>
        <translation>Unsaved changes</translation>
    </message>
    <message>
        <source>Wird gespeichert …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Gespeichert</source>
        <translation>Saved</translation>
    </message>
</context>
<context>
    <name>SaveHint</name>
    <message>
        <source>Speichern geht wieder, sobald der Kunde angelegt oder „Doch nicht anlegen“ gewählt ist.</source>
        <translation>You can save again as soon as the customer has been created or “Do not create” has been chosen.</translation>
    </message>
</context>
<context>
    <name>SearchFields</name>
    <message>
        <source>Termine suchen</source>
        <translation>Find appointments</translation>
    </message>
    <message>
        <source>Text, Kunde, Nummer, Telefon, E-Mail</source>
        <translation>Text, customer, number, phone, e-mail</translation>
    </message>
    <message>
        <source>Gesucht werden ganze Wörter. Ein * steht für beliebige Zeichen: „Muster*“ beginnt so, „*mann“ endet so, „*ster*“ enthält es, „M*ller“ beginnt und endet so.</source>
        <translation>Whole words are looked for. A * stands for any letters: “Muster*” begins like that, “*mann” ends like that, “*ster*” contains it, “M*ller” begins and ends like that.</translation>
    </message>
    <message>
        <source>Reihenfolge</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Alle, neueste zuerst</source>
        <translation>All, newest first</translation>
    </message>
    <message>
        <source>Kommende, nächste zuerst</source>
        <translation>Coming, next first</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Von</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Zeitraum von</source>
        <translation>Period from</translation>
    </message>
    <message>
        <source>Bis</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Zeitraum bis</source>
        <translation>Period to</translation>
    </message>
    <message>
        <source>Uhrzeit von</source>
        <translation>Time from</translation>
    </message>
    <message>
        <source>Uhrzeit bis</source>
        <translation>Time to</translation>
    </message>
    <message>
        <source>Geändert von</source>
        <translation>Changed by</translation>
    </message>
    <message>
        <source>Geändert bis</source>
        <translation>Changed until</translation>
    </message>
    <message>
        <source>Auch stornierte</source>
        <translation>Canceled ones too</translation>
    </message>
    <message>
        <source>Felder vorbelegen</source>
        <translation>Reset fields</translation>
    </message>
    <message>
        <source>Zeitraum</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Uhrzeit</source>
        <translation>Time of day</translation>
    </message>
    <message>
        <source>Ressource 1</source>
        <translation>Resource 1</translation>
    </message>
    <message>
        <source>Ressource 2</source>
        <translation>Resource 2</translation>
    </message>
    <message>
        <source>Kunde</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Filiale</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Geändert</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Termine aller Kunden zeigen</source>
        <translation>Show appointments of all customers</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Nur Termine von {name}</source>
        <translation>Only appointments of {name}</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Auch vergangene Termine suchen</source>
        <translation>Search past appointments, too</translation>
    </message>
    <message>
        <source>Auch Teile von Wörtern suchen</source>
        <translation>Search parts of words too</translation>
    </message>
    <message>
        <source>Gefundene Termine</source>
        <translation>Found appointments</translation>
    </message>
    <message>
        <source>Weitere zeigen</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Nichts gefunden</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Die ersten {count} Termine</source>
        <translation>The first {count} appointments</translation>
    </message>
    <message>
        <source>1 Termin</source>
        <translation>1 appointment</translation>
    </message>
    <message>
        <source>{count} Termine</source>
        <translation>{count} appointments</translation>
    </message>
    <message>
        <source>Kein kommender Termin gefunden.</source>
        <translation>No coming appointment found.</translation>
    </message>
    <message>
        <source>Kein Termin gefunden. Gesucht wird in Text, Kommentar und Kundendaten.</source>
        <translation>No appointment found. Text, comment and the customer’s data are searched.</translation>
    </message>
    <message>
        <source>Kein Termin gefunden.</source>
        <translation>No appointment found.</translation>
    </message>
    <message>
        <source>storniert</source>
        <translation>canceled</translation>
    </message>
    <message>
        <source>ganztägig</source>
        <translation>all day</translation>
    </message>
    <message>
        <source>Im &amp;Plan zeigen</source>
        <translation>Show in the &amp;plan</translation>
    </message>
    <message>
        <source>Alle Termine von {name}</source>
        <translation>All appointments of {name}</translation>
    </message>
</context>
<context>
    <name>SeriesLine</name>
    <message>
        <source>Serie ansehen</source>
        <translation>Show series</translation>
    </message>
</context>
<context>
    <name>SeriesTab</name>
    <message>
        <source>Gehört zu einer Terminserie</source>
        <translation>Belongs to a series</translation>
    </message>
    <message>
        <source>Termine der Serie</source>
        <translation>Appointments of the series</translation>
    </message>
    <message>
        <source>Der Termin gehört zu einer Serie. Ihre Regel lässt sich nicht ändern; Inhalt und Uhrzeit ändern Sie beim Speichern für diesen, für die folgenden oder für alle Termine. Ein Doppelklick oder die Eingabetaste zeigt einen von ihnen im Plan.</source>
        <translation>The appointment belongs to a series. Its rule cannot be changed; when you save, you change content and time for this one, for the following ones or for all appointments. A double click or Enter shows one of them in the plan.</translation>
    </message>
    <message>
        <source>Terminserie: {series}</source>
        <translation>Series: {series}</translation>
    </message>
    <message>
        <source>einzeln geändert</source>
        <translation>changed on its own</translation>
    </message>
    <message>
        <source>dieser Termin</source>
        <translation>this appointment</translation>
    </message>
</context>
<context>
    <name>SessionNotice</name>
    <message>
        <source>Ihr Benutzerkonto wurde geändert: {name} ({role}). Was Sie dürfen, gilt schon jetzt; Menüs und Schaltflächen richten sich danach, sobald Sie das Fenster neu öffnen.</source>
        <translation>Your user account was changed: {name} ({role}). What you may do holds already; menus and buttons follow once you reopen the window.</translation>
    </message>
    <message>
        <source>Neu öffnen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Ihr Benutzerkonto wurde geändert: {name} ({role}). Das Fenster zeigt, was Sie nun dürfen.</source>
        <translation>Your user account was changed: {name} ({role}). The window shows what you may do now.</translation>
    </message>
    <message>
        <source>Die Zeitzone von „{branch}“ wurde geändert: {zone}. Die Uhrzeiten hier richten sich danach, sobald Sie das Fenster neu öffnen.</source>
        <translation>The time zone of “{branch}” was changed: {zone}. The times here follow it as soon as you open the window anew.</translation>
    </message>
    <message>
        <source>Die Zeitzone von „{branch}“ wurde geändert: {zone}. Alle Uhrzeiten gelten nun dort.</source>
        <translation>The time zone of “{branch}” was changed: {zone}. All times are now those there.</translation>
    </message>
    <message>
        <source>Anmelden</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Anmeldung nötig</source>
        <translation>Sign-in needed</translation>
    </message>
    <message>
        <source>Was noch nicht gespeichert ist, lässt sich unter diesem Namen nicht mehr speichern und geht bei der Anmeldung verloren. Mit „Zurück“ können Sie es vorher abschreiben oder kopieren.</source>
        <translation>What is not saved yet can no longer be saved under this name, and is lost when you sign in. With “Back” you can write it down or copy it first.</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SharedFields</name>
    <message>
        <source>(ohne Titel)</source>
        <translation>(no title)</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Tastenkürzel</source>
        <translation>Keyboard shortcuts</translation>
    </message>
</context>
<context>
    <name>SignedOffPage</name>
    <message>
        <source>Sie sind abgemeldet.</source>
        <translation>You are signed off.</translation>
    </message>
    <message>
        <source>Was Sie eingegeben und noch nicht gespeichert haben, können Sie noch abschreiben oder kopieren. Mit „Anmelden“ geht es weiter.</source>
        <translation>What you have entered and not saved yet can still be written down or copied. “Log in” leads on.</translation>
    </message>
</context>
<context>
    <name>SlipOptions</name>
    <message>
        <source>Terminzettel</source>
        <translation>Appointment slip</translation>
    </message>
    <message>
        <source>Auch die {count} &amp;weiteren Termine</source>
        <translation>The {count} &amp;further appointments, too</translation>
    </message>
    <message>
        <source>Auch den &amp;weiteren Termin</source>
        <translation>The &amp;further appointment, too</translation>
    </message>
</context>
<context>
    <name>StaleBar</name>
    <message>
        <source>Neu laden</source>
        <translation>Reload</translation>
    </message>
    <message>
        <source>Die eigenen Eingaben gehen verloren</source>
        <translation>Your own input will be lost</translation>
    </message>
    <message>
        <source>Meine Eingaben speichern</source>
        <translation>Save my input</translation>
    </message>
    <message>
        <source>Ersetzt die andere Fassung</source>
        <translation>Replaces the other version</translation>
    </message>
    <message>
        <source>Der Termin wurde inzwischen in Google Kalender geändert.</source>
        <translation>The appointment has meanwhile been changed in Google Calendar.</translation>
    </message>
    <message>
        <source>Der Termin wurde inzwischen von {name} geändert.</source>
        <translation>The appointment has meanwhile been changed by {name}.</translation>
    </message>
    <message>
        <source>Der Termin wurde inzwischen an einem anderen Platz geändert.</source>
        <translation>The appointment has meanwhile been changed at another place.</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Fortschritt</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>{done} von {total}</source>
        <translation>{done} of {total}</translation>
    </message>
</context>
<context>
    <name>SyncCenter</name>
    <message>
        <source>Abgleich-Zentrale</source>
        <translation>Sync center</translation>
    </message>
    <message>
        <source>Jetzt synchronisieren</source>
        <translation>Synchronize now</translation>
    </message>
    <message>
        <source>Offene Fragen</source>
        <translation>Open questions</translation>
    </message>
    <message>
        <source>Verknüpfungen</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Außerhalb der Arbeitszeit</source>
        <translation>Outside working hours</translation>
    </message>
    <message>
        <source>Offene Fragen ({count})</source>
        <translation>Open questions ({count})</translation>
    </message>
    <message>
        <source>Die Synchronisation mit Google ist ausgeschaltet.</source>
        <translation>Synchronization with Google is switched off.</translation>
    </message>
    <message>
        <source>Noch ist keine Ressource mit einem Google-Kalender verknüpft.</source>
        <translation>No resource is linked with a Google calendar yet.</translation>
    </message>
    <message>
        <source>Außerhalb der Arbeitszeit ({count})</source>
        <translation>Outside working hours ({count})</translation>
    </message>
    <message>
        <source>„{name}“ wird synchronisiert …</source>
        <translation>Synchronizing “{name}” …</translation>
    </message>
    <message>
        <source>„{name}“ wird vollständig abgeglichen …</source>
        <translation>Comparing “{name}” completely …</translation>
    </message>
</context>
<context>
    <name>SyncDirections</name>
    <message>
        <source>In beide Richtungen</source>
        <translation>In both directions</translation>
    </message>
    <message>
        <source>Nur zu Google</source>
        <translation>To Google only</translation>
    </message>
    <message>
        <source>Nur aus Google</source>
        <translation>From Google only</translation>
    </message>
    <message>
        <source>Änderungen gelten auf beiden Seiten.</source>
        <translation>Changes count on both sides.</translation>
    </message>
    <message>
        <source>Was im Google-Kalender geschieht, ändert hier nichts; Änderungen an unseren Terminen werden dort überschrieben.</source>
        <translation>What happens in the Google calendar changes nothing here; changes to our appointments are overwritten there.</translation>
    </message>
    <message>
        <source>In den Google-Kalender wird nie etwas geschrieben; was aus ihm kommt, ändern Sie nur dort.</source>
        <translation>Nothing is ever written to the Google calendar; what comes from it is changed only there.</translation>
    </message>
</context>
<context>
    <name>SyncNotifier</name>
    <message>
        <source>Eine Frage zur Synchronisation wartet auf Ihre Entscheidung.</source>
        <translation>A question about the synchronization waits for your decision.</translation>
    </message>
    <message>
        <source>{count} Fragen zur Synchronisation warten auf Ihre Entscheidung.</source>
        <translation>{count} questions about the synchronization wait for your decision.</translation>
    </message>
    <message>
        <source>Terminplaner</source>
        <translation>Terminplaner</translation>
    </message>
    <message>
        <source>Terminplaner: Fragen zur Synchronisation</source>
        <translation>Terminplaner: questions about the synchronization</translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message>
        <source>Einzelheiten der Synchronisation anzeigen</source>
        <translation>Show details of the synchronization</translation>
    </message>
    <message>
        <source>Jetzt synchronisieren</source>
        <translation>Synchronize now</translation>
    </message>
    <message>
        <source>Stand der Synchronisation wird ermittelt …</source>
        <translation>Finding out the state of the synchronization …</translation>
    </message>
    <message>
        <source>Synchronisation läuft: {done} von {total} Terminen</source>
        <translation>Synchronizing: {done} of {total} appointments</translation>
    </message>
    <message>
        <source>Synchronisation läuft: {done} Termine gelesen</source>
        <translation>Synchronizing: {done} appointments read</translation>
    </message>
    <message>
        <source>läuft gerade</source>
        <translation>running right now</translation>
    </message>
    <message>
        <source>Die Synchronisation läuft gerade.</source>
        <translation>The synchronization is running right now.</translation>
    </message>
    <message>
        <source>Stand unbekannt</source>
        <translation>state unknown</translation>
    </message>
    <message>
        <source>Der Stand der Synchronisation ist noch nicht bekannt.</source>
        <translation>The state of the synchronization is not known yet.</translation>
    </message>
    <message>
        <source>ausgeschaltet: Filialverwaltung, „Termine“</source>
        <translation>switched off: Branch management, “Appointments”</translation>
    </message>
    <message>
        <source>Die Synchronisation ist ausgeschaltet: Filialverwaltung, Bereich „Termine“</source>
        <translation>The synchronization is switched off: Branch management, section “Appointments”</translation>
    </message>
    <message>
        <source>noch keine Ressource verknüpft</source>
        <translation>no resource linked yet</translation>
    </message>
    <message>
        <source>Es ist noch keine Ressource verknüpft: Administration, Lupe neben „Google Kalender“</source>
        <translation>No resource is linked yet: Administration, magnifier beside “Google Calendar”</translation>
    </message>
    <message>
        <source>Synchronisation: {state}</source>
        <translation>Synchronization: {state}</translation>
    </message>
</context>
<context>
    <name>SyncSummary</name>
    <message>
        <source>Synchronisation ausgeschaltet</source>
        <translation>Synchronization switched off</translation>
    </message>
    <message>
        <source>Noch kein Google-Kalender verknüpft</source>
        <translation>No Google calendar linked yet</translation>
    </message>
    <message>
        <source>Synchronisation läuft …</source>
        <translation>Synchronizing …</translation>
    </message>
    <message>
        <source>Synchronisation überfällig</source>
        <translation>Synchronization overdue</translation>
    </message>
    <message>
        <source>Erster Abgleich steht noch aus</source>
        <translation>The first synchronization is still to come</translation>
    </message>
    <message>
        <source>Synchronisiert</source>
        <translation>Synchronized</translation>
    </message>
    <message>
        <source>1 Frage wartet auf Sie</source>
        <translation>1 question waits for you</translation>
    </message>
    <message>
        <source>{count} Fragen warten auf Sie</source>
        <translation>{count} questions wait for you</translation>
    </message>
    <message>
        <source> und {count} weitere</source>
        <translation> and {count} more</translation>
    </message>
    <message>
        <source>weiter ab {time}</source>
        <translation>goes on at {time}</translation>
    </message>
    <message>
        <source>1 Termin wartet auf Übertragung</source>
        <translation>1 appointment waiting to be sent</translation>
    </message>
    <message>
        <source>{count} Termine warten auf Übertragung</source>
        <translation>{count} appointments waiting to be sent</translation>
    </message>
    <message>
        <source>noch nicht vollständig abgeglichen</source>
        <translation>not yet completely synchronized</translation>
    </message>
    <message>
        <source>noch nie abgeglichen</source>
        <translation>never synchronized</translation>
    </message>
    <message>
        <source>zuletzt {time}</source>
        <translation>last at {time}</translation>
    </message>
    <message>
        <source>gestern, {time}</source>
        <translation>yesterday, {time}</translation>
    </message>
</context>
<context>
    <name>SyncTables</name>
    <message>
        <source>Zeit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Ergebnis</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Von Google</source>
        <translation>From Google</translation>
    </message>
    <message>
        <source>Nach Google</source>
        <translation>To Google</translation>
    </message>
    <message>
        <source>Hinweis</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Wann</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Geändert von</source>
        <translation>Changed by</translation>
    </message>
    <message>
        <source>{title} (storniert)</source>
        <translation>{title} (canceled)</translation>
    </message>
    <message>
        <source>Richtung</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Vorgang</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Wann und was</source>
        <translation>When and what</translation>
    </message>
    <message>
        <source>Entschieden</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Von</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Antwort</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Frage</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Ressource</source>
        <translation>Resource</translation>
    </message>
</context>
<context>
    <name>SyncWording</name>
    <message>
        <source>Nach Google</source>
        <translation>To Google</translation>
    </message>
    <message>
        <source>Von Google</source>
        <translation>From Google</translation>
    </message>
    <message>
        <source>Durchgang vom {time}: von Google {from_google}, nach Google {to_google}</source>
        <translation>Pass of {time}: from Google {from_google}, to Google {to_google}</translation>
    </message>
    <message>
        <source>nichts</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>{count} neu</source>
        <translation>{count} new</translation>
    </message>
    <message>
        <source>{count} geändert</source>
        <translation>{count} changed</translation>
    </message>
    <message>
        <source>{count} entfernt</source>
        <translation>{count} removed</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Kommentar geändert</source>
        <translation>Comment changed</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Wird gespeichert …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>TemplateButton</name>
    <message>
        <source>Aus Vorlage …</source>
        <translation>From template …</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>Als &amp;nicht verfügbar anzeigen</source>
        <translation>Show as &amp;unavailable</translation>
    </message>
    <message>
        <source>Nur, solange der Termin keinen Kunden hat.</source>
        <translation>Only as long as the appointment has no customer.</translation>
    </message>
    <message>
        <source>&amp;Gruppe/Name:</source>
        <translation>&amp;Group/Name:</translation>
    </message>
    <message>
        <source>Nach&amp;bereitung:</source>
        <translation>Fo&amp;llow-up:</translation>
    </message>
    <message>
        <source>V&amp;orbereitung:</source>
        <translation>P&amp;reparation:</translation>
    </message>
    <message>
        <source>Hausb&amp;esuch</source>
        <translation>Home vi&amp;sit</translation>
    </message>
    <message>
        <source>Paralle&amp;ltermin</source>
        <translation>Paralle&amp;l appointment</translation>
    </message>
    <message>
        <source>D&amp;auer:</source>
        <translation>Du&amp;ration:</translation>
    </message>
    <message>
        <source>S&amp;tatus:</source>
        <translation>S&amp;tatus:</translation>
    </message>
    <message>
        <source>Ty&amp;p:</source>
        <translation>Ty&amp;pe:</translation>
    </message>
    <message>
        <source>Ressource {number}:</source>
        <translation>Resource {number}:</translation>
    </message>
    <message>
        <source>&amp;Filiale:</source>
        <translation>&amp;Branch:</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>Te&amp;xt:</translation>
    </message>
    <message>
        <source>&amp;Kommentar:</source>
        <translation>&amp;Comment:</translation>
    </message>
    <message>
        <source>– ohne –</source>
        <translation>– none –</translation>
    </message>
    <message>
        <source>Alle Filialen</source>
        <translation>All branches</translation>
    </message>
    <message>
        <source>– keine –</source>
        <translation>– none –</translation>
    </message>
</context>
<context>
    <name>TemplatesTab</name>
    <message>
        <source>Gruppe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Dauer</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Ressourcen</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>Terminvorlagen</source>
        <translation>Appointment templates</translation>
    </message>
    <message>
        <source>Terminvorlage bearbeiten</source>
        <translation>Edit appointment template</translation>
    </message>
    <message>
        <source>Vorlagen stehen im Kontextmenü des Plans unter „Neu“, „Gruppe/Name“ in einem Untermenü.</source>
        <translation>Templates stand in the plan’s context menu under “New”, “Group/Name” in a submenu.</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>Terminvorlage löschen?</source>
        <translation>Delete appointment template?</translation>
    </message>
    <message>
        <source>Termine, die mit ihr angelegt wurden, bleiben unverändert.</source>
        <translation>Appointments that were created with it stay unchanged.</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Uhrzeit auswählen</source>
        <translation>Choose a time</translation>
    </message>
    <message>
        <source>Uhrzeit auswählen (F4)</source>
        <translation>Choose a time (F4)</translation>
    </message>
    <message>
        <source>Keine Uhrzeit. Bitte so eingeben: 14, 1430 oder 14:30.</source>
        <translation>Not a time. Please enter it like this: 14, 1430 or 14:30.</translation>
    </message>
</context>
<context>
    <name>TimeFields</name>
    <message>
        <source>&amp;Ganztägig</source>
        <translation>All &amp;day</translation>
    </message>
    <message>
        <source>&amp;Datum:</source>
        <translation>&amp;Date:</translation>
    </message>
    <message>
        <source>&amp;Beginn:</source>
        <translation>&amp;Begin:</translation>
    </message>
    <message>
        <source>bis</source>
        <translation>to</translation>
    </message>
    <message>
        <source>Enddatum</source>
        <translation>End date</translation>
    </message>
    <message>
        <source>&amp;Ende:</source>
        <translation>&amp;End:</translation>
    </message>
    <message>
        <source>D&amp;auer:</source>
        <translation>Du&amp;ration:</translation>
    </message>
</context>
<context>
    <name>UnsavedInput</name>
    <message>
        <source>In „{tabs}“ gibt es Eingaben, die noch nicht gespeichert sind. Sie gehen dabei verloren.</source>
        <translation>There is input in “{tabs}” that has not been saved. It will be lost.</translation>
    </message>
    <message>
        <source>Änderungen verwerfen?</source>
        <translation>Discard changes?</translation>
    </message>
    <message>
        <source>“ und „</source>
        <translation>” and “</translation>
    </message>
    <message>
        <source>Weiter bearbeiten</source>
        <translation>Continue editing</translation>
    </message>
</context>
<context>
    <name>UserAccounts</name>
    <message>
        <source>Benutzerkonten</source>
        <translation>User accounts</translation>
    </message>
    <message>
        <source>Benutzername</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Bea&amp;rbeiten …</source>
        <translation>Ed&amp;it …</translation>
    </message>
    <message>
        <source>Rolle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Mitarbeiter</source>
        <translation>Employee</translation>
    </message>
    <message>
        <source>Passwort</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>&amp;Neu …</source>
        <translation>&amp;New …</translation>
    </message>
    <message>
        <source>&amp;Passwort vergeben …</source>
        <translation>Set &amp;password …</translation>
    </message>
    <message>
        <source>&amp;Löschen</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>vergeben</source>
        <translation>set</translation>
    </message>
    <message>
        <source>keines</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Das eigene Konto löscht ein anderer Administrator.</source>
        <translation>Another administrator deletes your own account.</translation>
    </message>
    <message>
        <source>Benutzerkonto löschen?</source>
        <translation>Delete user account?</translation>
    </message>
    <message>
        <source>„{name}“ kann sich danach nicht mehr anmelden.</source>
        <translation>“{name}” will no longer be able to sign in.</translation>
    </message>
    <message>
        <source>Seine Termine bleiben.</source>
        <translation>Their appointments stay.</translation>
    </message>
</context>
<context>
    <name>UserDialog</name>
    <message>
        <source>Benutzerkonto</source>
        <translation>User account</translation>
    </message>
    <message>
        <source>Kein Mitarbeiter</source>
        <translation>No employee</translation>
    </message>
    <message>
        <source>&amp;Benutzername:</source>
        <translation>&amp;User name:</translation>
    </message>
    <message>
        <source>Neuer Mitarbeiter …</source>
        <translation>New employee …</translation>
    </message>
    <message>
        <source>&amp;Rolle:</source>
        <translation>&amp;Role:</translation>
    </message>
    <message>
        <source>&amp;Mitarbeiter:</source>
        <translation>&amp;Employee:</translation>
    </message>
    <message>
        <source>Damit gehört dem Konto die Personenressource dieses Mitarbeiters.</source>
        <translation>The account then owns the person resource of this employee.</translation>
    </message>
</context>
<context>
    <name>Version</name>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
</context>
<context>
    <name>ViewColumns</name>
    <message>
        <source>Ressource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Spaltentitel</source>
        <translation>Column title</translation>
    </message>
    <message>
        <source>Hinzufügen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Nach oben</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Nach unten</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Ressourcen:</source>
        <translation>Resources:</translation>
    </message>
</context>
<context>
    <name>ViewForm</name>
    <message>
        <source>Ressourcen nebeneinander</source>
        <translation>Resources side by side</translation>
    </message>
    <message>
        <source>Tage nebeneinander</source>
        <translation>Days side by side</translation>
    </message>
    <message>
        <source>Mit Verfügbarkeitsplaner</source>
        <translation>With availability planner</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Nur hier zu sehen.</source>
        <translation>To be seen only here.</translation>
    </message>
    <message>
        <source>Titel:</source>
        <translation>Title:</translation>
    </message>
    <message>
        <source>Steht auf dem Reiter.</source>
        <translation>Stands on the tab.</translation>
    </message>
    <message>
        <source>Text:</source>
        <translation>Text:</translation>
    </message>
    <message>
        <source>Steht über den Spalten.</source>
        <translation>Stands above the columns.</translation>
    </message>
    <message>
        <source>Typ:</source>
        <translation>Type:</translation>
    </message>
    <message>
        <source>Filiale:</source>
        <translation>Branch:</translation>
    </message>
    <message>
        <source>Tage:</source>
        <translation>Days:</translation>
    </message>
    <message>
        <source>Fünf und sieben Tage beginnen am Montag.</source>
        <translation>Five and seven days begin on Monday.</translation>
    </message>
    <message>
        <source>Ende:</source>
        <translation>End:</translation>
    </message>
    <message>
        <source>Beginn:</source>
        <translation>Begin:</translation>
    </message>
    <message>
        <source>Raster:</source>
        <translation>Raster:</translation>
    </message>
    <message>
        <source>Sortierung:</source>
        <translation>Order:</translation>
    </message>
    <message>
        <source>Kleine Zahlen stehen links.</source>
        <translation>Small numbers stand at the left.</translation>
    </message>
    <message>
        <source>Alle Filialen</source>
        <translation>All branches</translation>
    </message>
</context>
<context>
    <name>ViewTabs</name>
    <message>
        <source>Ansichten</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>Frei</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Beliebige Ressourcen für Tag, Woche, Monat oder Jahr</source>
        <translation>Any resources by day, week, month or year</translation>
    </message>
</context>
<context>
    <name>ViewsTab</name>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Filiale</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Ressourcen</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>Ansichten</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>Ansicht bearbeiten</source>
        <translation>Edit view</translation>
    </message>
    <message>
        <source>Jede Ansicht ist ein Reiter über dem Plan.</source>
        <translation>Each view is a tab above the plan.</translation>
    </message>
    <message>
        <source>Tage</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Ansicht löschen?</source>
        <translation>Delete view?</translation>
    </message>
    <message>
        <source>Ressourcen und Termine bleiben, wie sie sind.</source>
        <translation>Resources and appointments stay as they are.</translation>
    </message>
</context>
<context>
    <name>VisibilityGroup</name>
    <message>
        <source>Sichtbarkeit</source>
        <translation>Visibility</translation>
    </message>
    <message>
        <source>Sichtbar</source>
        <translation>Visible</translation>
    </message>
    <message>
        <source>Alle Filialen</source>
        <translation>All branches</translation>
    </message>
    <message>
        <source>Filialen</source>
        <translation>Branches</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>Wartelisteneintrag</source>
        <translation>Waiting list entry</translation>
    </message>
    <message>
        <source>– ohne –</source>
        <translation>– none –</translation>
    </message>
    <message>
        <source>– egal –</source>
        <translation>– any –</translation>
    </message>
    <message>
        <source>nur &amp;Zeiten anbieten, die ein Termin dieses Typs freigibt</source>
        <translation>offer only times that an appointment of this type gives &amp;up</translation>
    </message>
    <message>
        <source>ab</source>
        <translation>from</translation>
    </message>
    <message>
        <source>Zeitraum ab</source>
        <translation>Period from</translation>
    </message>
    <message>
        <source>bis</source>
        <translation>to</translation>
    </message>
    <message>
        <source>Zeitraum bis</source>
        <translation>Period to</translation>
    </message>
    <message>
        <source>Tageszeit ab</source>
        <translation>Time of day from</translation>
    </message>
    <message>
        <source>Tageszeit bis</source>
        <translation>Time of day to</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Kunde:</source>
        <translation>&amp;Customer:</translation>
    </message>
    <message>
        <source>&amp;Vorlage:</source>
        <translation>Temp&amp;late:</translation>
    </message>
    <message>
        <source>Bringt Typ, Dauer und Ressourcen mit, beim Buchen auch alles andere.</source>
        <translation>Brings type, length and resources, and everything else when it is booked.</translation>
    </message>
    <message>
        <source>T&amp;yp:</source>
        <translation>T&amp;ype:</translation>
    </message>
    <message>
        <source>Noch keine Ressource nimmt an der Warteliste teil. Das legen Sie in der Administration bei der Ressource fest.</source>
        <translation>No resource takes part in the waiting list yet. That is set in the Administration at the resource.</translation>
    </message>
    <message>
        <source>&amp;Ressourcen:</source>
        <translation>&amp;Resources:</translation>
    </message>
    <message>
        <source>Ohne Haken: jede.</source>
        <translation>None ticked: any.</translation>
    </message>
    <message>
        <source>&amp;Gesucht:</source>
        <translation>&amp;Wanted:</translation>
    </message>
    <message>
        <source>&amp;Dauer:</source>
        <translation>&amp;Duration:</translation>
    </message>
    <message>
        <source>Zeitraum:</source>
        <translation>Period:</translation>
    </message>
    <message>
        <source>Wochentage:</source>
        <translation>Weekdays:</translation>
    </message>
    <message>
        <source>Tageszeit:</source>
        <translation>Time of day:</translation>
    </message>
    <message>
        <source>&amp;Priorität:</source>
        <translation>&amp;Priority:</translation>
    </message>
    <message>
        <source>&amp;Bemerkung:</source>
        <translation>&amp;Note:</translation>
    </message>
    <message>
        <source>Angelegt am {day} von {name}</source>
        <translation>Created on {day} by {name}</translation>
    </message>
    <message>
        <source>Der Eintrag ist noch nicht gespeichert.</source>
        <translation>The entry has not been saved yet.</translation>
    </message>
</context>
<context>
    <name>WaitingListPanel</name>
    <message>
        <source>Passt in frei gewordene Zeiten</source>
        <translation>Suits times that became free</translation>
    </message>
    <message>
        <source>Warteliste filtern</source>
        <translation>Filter the waiting list</translation>
    </message>
    <message>
        <source>Kunde, Ressource oder Typ</source>
        <translation>Customer, resource or type</translation>
    </message>
    <message>
        <source>Wer wartet</source>
        <translation>Who is waiting</translation>
    </message>
    <message>
        <source>Den ersten Eintrag anlegen …</source>
        <translation>Create the first entry …</translation>
    </message>
    <message>
        <source>Auf die Warteliste …</source>
        <translation>Put on the waiting list …</translation>
    </message>
    <message>
        <source>Niemand wartet.</source>
        <translation>Nobody is waiting.</translation>
    </message>
    <message>
        <source>Erledigte zeigen</source>
        <translation>Show closed ones</translation>
    </message>
    <message>
        <source>In Plan übernehmen</source>
        <translation>Take into the plan</translation>
    </message>
    <message>
        <source>Auf diese Wörter passt niemand.</source>
        <translation>Nobody matches these words.</translation>
    </message>
    <message>
        <source>Noch nichts erledigt.</source>
        <translation>Nothing closed yet.</translation>
    </message>
    <message>
        <source>Niemand wartet. Welche Ressourcen an der Warteliste teilnehmen, legen Sie in der Administration bei der Ressource fest.</source>
        <translation>Nobody is waiting. Which resources take part in the waiting list is set in the Administration at the resource.</translation>
    </message>
    <message>
        <source>In &amp;Plan übernehmen</source>
        <translation>Take into the &amp;plan</translation>
    </message>
    <message>
        <source>&amp;Bearbeiten …</source>
        <translation>&amp;Edit …</translation>
    </message>
    <message>
        <source>Als &amp;erledigt ablegen</source>
        <translation>&amp;Close the entry</translation>
    </message>
    <message>
        <source>&amp;Wieder öffnen</source>
        <translation>&amp;Reopen</translation>
    </message>
    <message>
        <source>Von der &amp;Liste nehmen</source>
        <translation>Take off the &amp;list</translation>
    </message>
</context>
<context>
    <name>WaitingOffers</name>
    <message>
        <source>Ansehen</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Eine Person wartet auf eine solche Zeit.</source>
        <translation>One person is waiting for such a time.</translation>
    </message>
    <message>
        <source>{count} Personen warten auf eine solche Zeit.</source>
        <translation>{count} persons are waiting for such a time.</translation>
    </message>
</context>
<context>
    <name>WeekPlanOptions</name>
    <message>
        <source>&amp;Woche:</source>
        <translation>&amp;Week:</translation>
    </message>
    <message>
        <source>Wochenplan</source>
        <translation>Week plan</translation>
    </message>
    <message>
        <source>Mit Samstag und &amp;Sonntag</source>
        <translation>With Saturday and &amp;Sunday</translation>
    </message>
</context>
<context>
    <name>WhichDays</name>
    <message>
        <source>Verfügbarkeit ändern?</source>
        <translation>Change the availability?</translation>
    </message>
    <message>
        <source>Sie wiederholt sich. Für welche Tage gilt die Änderung?</source>
        <translation>It repeats. Which days does the change apply to?</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Verfügbarkeit löschen?</source>
        <translation>Delete availability?</translation>
    </message>
    <message>
        <source>Sie wiederholt sich. Was soll gelöscht werden?</source>
        <translation>It repeats. What shall be deleted?</translation>
    </message>
    <message>
        <source>Nur dieser Tag</source>
        <translation>Only this day</translation>
    </message>
    <message>
        <source>Dieser und alle folgenden</source>
        <translation>This one and all following</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>WishKeeping</name>
    <message>
        <source>{name} ist von der Liste genommen.</source>
        <translation>{name} was taken off the list.</translation>
    </message>
    <message>
        <source>{name} ist erledigt.</source>
        <translation>{name} is closed.</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>YearGrid</name>
    <message>
        <source>&amp;Tag zeigen: {day}</source>
        <translation>&amp;Show day: {day}</translation>
    </message>
    <message>
        <source>&amp;Abwesenheit eintragen: {days} …</source>
        <translation>Enter &amp;absence: {days} …</translation>
    </message>
    <message>
        <source>„{name}“ &amp;bearbeiten …</source>
        <translation>&amp;Edit “{name}” …</translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>Jahr</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Mehrere Tage: mit der Maus ziehen oder mit Umschalt und den Pfeiltasten; die Eingabetaste trägt dort eine Abwesenheit ein.</source>
        <translation>Several days: drag with the mouse, or use Shift and the arrow keys; Enter then adds an absence there.</translation>
    </message>
    <message>
        <source>Abwesenheiten von</source>
        <translation>Absences of</translation>
    </message>
    <message>
        <source>Alle Ressourcen</source>
        <translation>All resources</translation>
    </message>
</context>
<context>
    <name>_CatalogueForm</name>
    <message>
        <source>Termin findet nicht statt</source>
        <translation>The appointment does not take place</translation>
    </message>
    <message>
        <source>Bezeichnung:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Farbe:</source>
        <translation>Color:</translation>
    </message>
    <message>
        <source>Wer einem Termin diesen Status gibt, storniert ihn: Der Platz wird frei. Termine, die ihn schon haben, bleiben, wie sie sind.</source>
        <translation>Giving an appointment this status cancels it: its place becomes free. Appointments that already have it stay as they are.</translation>
    </message>
</context>
<context>
    <name>_InfoDialog</name>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Wochentag</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>verfügbar</source>
        <translation>available</translation>
    </message>
    <message>
        <source>nicht verfügbar</source>
        <translation>unavailable</translation>
    </message>
    <message>
        <source>Beginn</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Ende</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Wiederholung</source>
        <translation>Repetition</translation>
    </message>
    <message>
        <source>Schrittweite</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>wie Ressource</source>
        <translation>as resource</translation>
    </message>
    <message>
        <source>Min. Schrittweite</source>
        <translation>Min. step</translation>
    </message>
    <message>
        <source>ohne</source>
        <translation>without</translation>
    </message>
    <message>
        <source>Zeile entfernen</source>
        <translation>Remove row</translation>
    </message>
    <message>
        <source>Schrittweite:</source>
        <translation>Step:</translation>
    </message>
    <message>
        <source>Min. Schrittweite:</source>
        <translation>Min. step:</translation>
    </message>
    <message>
        <source>{first} bis {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>ab {first}</source>
        <translation>from {first}</translation>
    </message>
    <message>
        <source>bis {last}</source>
        <translation>until {last}</translation>
    </message>
</context>
<context>
    <name>_Occurrences</name>
    <message>
        <source>Im Plan zeigen: Doppelklick oder Eingabetaste</source>
        <translation>Show in the plan: double click or Enter</translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>Stornierte zeigen</source>
        <translation>Show canceled ones</translation>
    </message>
    <message>
        <source>Filter aufheben</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Ohne Haken bei Typ oder Status: alle.</source>
        <translation>Without a tick at type or status: all.</translation>
    </message>
    <message>
        <source>Ohne Haken: alle.</source>
        <translation>Without a tick: all.</translation>
    </message>
    <message>
        <source>Filiale</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>ohne Typ</source>
        <translation>without type</translation>
    </message>
    <message>
        <source>ohne Status</source>
        <translation>without status</translation>
    </message>
    <message>
        <source>Filtern</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Ressourcen filtern</source>
        <translation>Filter resources</translation>
    </message>
    <message>
        <source>Gezeigte Ressourcen</source>
        <translation>Shown resources</translation>
    </message>
    <message>
        <source>Alle zeigen</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Keine zeigen</source>
        <translation>Show none</translation>
    </message>
    <message>
        <source>Ziehen oder Alt mit den Pfeiltasten ändert die Reihenfolge.</source>
        <translation>Drag, or use Alt with the arrow keys, to change the order.</translation>
    </message>
</context>
<context>
    <name>allowance</name>
    <message>
        <source>nicht mit der Rolle „{role}“</source>
        <translation>not with the role “{role}”</translation>
    </message>
    <message>
        <source>Ihre Rolle „{role}“ erlaubt das nicht.</source>
        <translation>Your role “{role}” does not allow that.</translation>
    </message>
    <message>
        <source>Ihrem Benutzerkonto ist kein Mitarbeiter zugeordnet, deshalb können Sie nichts eintragen oder ändern. Bitte wenden Sie sich an einen Administrator: Er ordnet ihn in der Filialverwaltung unter „Benutzerkonten“ zu.</source>
        <translation>No employee is assigned to your user account, so you cannot enter or change anything. Please ask an administrator: they assign one under “User accounts” in “Branch management”.</translation>
    </message>
    <message>
        <source>Ihrem Konto fehlt der Mitarbeiter</source>
        <translation>your account lacks its employee</translation>
    </message>
</context>
<context>
    <name>chords</name>
    <message>
        <source>Strg</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Umschalt</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Pfeiltasten</source>
        <translation>Arrow keys</translation>
    </message>
    <message>
        <source>Pfeil auf/ab</source>
        <translation>Arrow up/down</translation>
    </message>
    <message>
        <source>Pfeil links/rechts</source>
        <translation>Arrow left/right</translation>
    </message>
    <message>
        <source>Bild auf/ab</source>
        <translation>Page up/down</translation>
    </message>
    <message>
        <source>Pos1/Ende</source>
        <translation>Home/End</translation>
    </message>
    <message>
        <source>Pfeil auf</source>
        <translation>Arrow up</translation>
    </message>
    <message>
        <source>Pfeil ab</source>
        <translation>Arrow down</translation>
    </message>
    <message>
        <source>Eingabe</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Entf</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Die Eingabe wurde nicht verstanden: {message}; Hilfe gibt {program} --help.</source>
        <translation>The input was not understood: {message}; {program} --help gives help.</translation>
    </message>
    <message>
        <source>Terminplaner mit Google-Kalender-Abgleich; ohne Befehl öffnet sich das Fenster.</source>
        <translation>Terminplaner with synchronization to Google Calendar; without a command the window opens.</translation>
    </message>
    <message>
        <source>Ordner für Datenbank, Protokolle, Sicherungen</source>
        <translation>folder for database, logs, backups</translation>
    </message>
    <message>
        <source>Datenbank als SQLAlchemy-URL</source>
        <translation>database as an SQLAlchemy URL</translation>
    </message>
    <message>
        <source>Sprache; ohne Angabe spricht das Fenster die an diesem Arbeitsplatz gewählte</source>
        <translation>Language; without it the window speaks the one chosen at this workstation</translation>
    </message>
    <message>
        <source>wer handelt; ohne Angabe admin</source>
        <translation>who acts; admin where not given</translation>
    </message>
    <message>
        <source>bei Fehlern den technischen Hintergrund zeigen</source>
        <translation>show the technical background of errors</translation>
    </message>
    <message>
        <source>Version anzeigen</source>
        <translation>show the version</translation>
    </message>
    <message>
        <source>prüfen, ob das installierte Programm vollständig ist</source>
        <translation>check whether the installed program is complete</translation>
    </message>
    <message>
        <source>ISO 8601, etwa 2026-11-24T17:00 (Ortszeit der Filiale)</source>
        <translation>ISO 8601, such as 2026-11-24T17:00 (local time of the branch)</translation>
    </message>
    <message>
        <source>Der Ordner fehlt</source>
        <translation>The folder is missing</translation>
    </message>
    <message>
        <source>Ergebnis als JSON auf stdout</source>
        <translation>result as JSON on stdout</translation>
    </message>
    <message>
        <source>Vorführung mit Beispieldaten und simuliertem Google</source>
        <translation>demonstration with sample data and a simulated Google</translation>
    </message>
    <message>
        <source>ohne Bildschirm; schreibt Bildschirmfotos</source>
        <translation>without a display; writes pictures of the windows</translation>
    </message>
    <message>
        <source>die Bilder des Handbuchs aufnehmen, ohne Bildschirm</source>
        <translation>take the pictures of the handbook, without a display</translation>
    </message>
    <message>
        <source>Datenbank anlegen</source>
        <translation>create the database</translation>
    </message>
    <message>
        <source>mit der Beispielfiliale 01 Stuttgart</source>
        <translation>with the sample branch 01 Stuttgart</translation>
    </message>
    <message>
        <source>alles in eine Datei sichern</source>
        <translation>back up everything into one file</translation>
    </message>
    <message>
        <source>eine Sicherung zurückspielen</source>
        <translation>restore a backup</translation>
    </message>
    <message>
        <source>prüfen, was läuft und was fehlt</source>
        <translation>check what works and what is missing</translation>
    </message>
    <message>
        <source>Schlüssel der Filialkette</source>
        <translation>key of the chain</translation>
    </message>
    <message>
        <source>durch einen neuen ersetzen</source>
        <translation>replace it by a new one</translation>
    </message>
    <message>
        <source>für einen anderen Arbeitsplatz ausgeben</source>
        <translation>hand it out for another workstation</translation>
    </message>
    <message>
        <source>übernehmen</source>
        <translation>take it over</translation>
    </message>
    <message>
        <source>Ressourcen</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>alle Ressourcen</source>
        <translation>all resources</translation>
    </message>
    <message>
        <source>Einstellungen der Filialkette</source>
        <translation>settings of the chain</translation>
    </message>
    <message>
        <source>einen Wert lesen</source>
        <translation>read a value</translation>
    </message>
    <message>
        <source>eine von {keys}</source>
        <translation>one of {keys}</translation>
    </message>
    <message>
        <source>einen Wert setzen</source>
        <translation>set a value</translation>
    </message>
    <message>
        <source>der Wert; bei google_client der Pfad der OAuth-Client-Datei (oder ihr Inhalt)</source>
        <translation>the value; for google_client the path of the OAuth client file (or its content)</translation>
    </message>
    <message>
        <source>Ressource mit einem Google-Kalender verknüpfen</source>
        <translation>link a resource with a Google calendar</translation>
    </message>
    <message>
        <source>einen neuen Kalender dieses Namens anlegen</source>
        <translation>create a new calendar of this name</translation>
    </message>
    <message>
        <source>diesen vorhandenen Kalender nehmen</source>
        <translation>take this existing calendar</translation>
    </message>
    <message>
        <source>Kalender nach einer Sicherung leeren</source>
        <translation>empty the calendar after a backup</translation>
    </message>
    <message>
        <source>Vorschau und Leeren bestätigen</source>
        <translation>confirm the preview and the emptying</translation>
    </message>
    <message>
        <source>Adresse der Freigabe ausgeben statt öffnen</source>
        <translation>print the address of the consent instead of opening it</translation>
    </message>
    <message>
        <source>Verknüpfung beenden</source>
        <translation>end a link</translation>
    </message>
    <message>
        <source>auch die Zustimmung bei Google zurückziehen</source>
        <translation>withdraw the consent at Google as well</translation>
    </message>
    <message>
        <source>sofort abgleichen</source>
        <translation>synchronize at once</translation>
    </message>
    <message>
        <source>alles vergleichen</source>
        <translation>compare everything</translation>
    </message>
    <message>
        <source>Stand der Verknüpfungen</source>
        <translation>state of the links</translation>
    </message>
    <message>
        <source>was auf eine Entscheidung wartet</source>
        <translation>what waits for a decision</translation>
    </message>
    <message>
        <source>offene Entscheidungen</source>
        <translation>open decisions</translation>
    </message>
    <message>
        <source>entscheiden</source>
        <translation>decide</translation>
    </message>
    <message>
        <source>Kennung aus „problems list“</source>
        <translation>ID from “problems list”</translation>
    </message>
    <message>
        <source>eine der dort in Klammern genannten Antworten</source>
        <translation>one of the answers given there in parentheses</translation>
    </message>
    <message>
        <source>Termine</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Termin anlegen</source>
        <translation>create an appointment</translation>
    </message>
    <message>
        <source>Name oder Kennung; mehrfach möglich</source>
        <translation>name or ID; may be repeated</translation>
    </message>
    <message>
        <source>Beginn; {time}</source>
        <translation>begin; {time}</translation>
    </message>
    <message>
        <source>Termin ändern</source>
        <translation>change an appointment</translation>
    </message>
    <message>
        <source>Kennung aus „appointment list“</source>
        <translation>ID from “appointment list”</translation>
    </message>
    <message>
        <source>neuer Beginn; {time}</source>
        <translation>new begin; {time}</translation>
    </message>
    <message>
        <source>Termine auflisten</source>
        <translation>list appointments</translation>
    </message>
    <message>
        <source>nur diese Ressource</source>
        <translation>only this resource</translation>
    </message>
    <message>
        <source>nur die stornierten</source>
        <translation>only the canceled ones</translation>
    </message>
    <message>
        <source>Termin stornieren</source>
        <translation>cancel an appointment</translation>
    </message>
    <message>
        <source>stornierten Termin wiederherstellen</source>
        <translation>restore a canceled appointment</translation>
    </message>
    <message>
        <source>iCalendar-Datei übernehmen</source>
        <translation>import an iCalendar file</translation>
    </message>
    <message>
        <source>Ressource, die die Termine bekommt</source>
        <translation>resource that gets the appointments</translation>
    </message>
    <message>
        <source>nur zeigen, was übernommen würde</source>
        <translation>only show what would be taken</translation>
    </message>
    <message>
        <source>Termine als iCalendar ausgeben</source>
        <translation>export appointments as iCalendar</translation>
    </message>
    <message>
        <source>Zieldatei statt stdout</source>
        <translation>target file instead of stdout</translation>
    </message>
    <message>
        <source>Ende; bei ganztägigen der Tag nach dem letzten</source>
        <translation>end; of all-day ones the day after the last</translation>
    </message>
    <message>
        <source>Dauer statt des Endes</source>
        <translation>duration instead of the end</translation>
    </message>
    <message>
        <source>ganztägig; Beginn und Ende sind dann Tage</source>
        <translation>all day; begin and end are then days</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Terminart</source>
        <translation>type</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>„Nachname, Vorname“ oder Nummer; ein unbekannter Name wird angelegt</source>
        <translation>“Last name, First name” or number; an unknown name is created</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>ab hier; {time}</source>
        <translation>from here on; {time}</translation>
    </message>
    <message>
        <source>bis hierher, ausschließlich</source>
        <translation>up to here, exclusive</translation>
    </message>
</context>
<context>
    <name>customer</name>
    <message>
        <source>geb. {day}</source>
        <translation>born {day}</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Feld leeren</source>
        <translation>Clear the field</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>„{resource}“ ist zu dieser Zeit nicht verfügbar.</source>
        <translation>“{resource}” is not available at this time.</translation>
    </message>
    <message>
        <source>Das liegt außerhalb der Öffnungszeiten: Am {day} ist von {hours} Uhr geöffnet.</source>
        <translation>That is outside the opening hours: on {day} they are {hours}.</translation>
    </message>
    <message>
        <source>Am {day} ist die Filiale geschlossen.</source>
        <translation>On {day} the branch is closed.</translation>
    </message>
    <message>
        <source>„{resource}“ ist abwesend: {kind}.</source>
        <translation>“{resource}” is away: {kind}.</translation>
    </message>
    <message>
        <source>Der {day} ist ein Feiertag ({name}).</source>
        <translation>{day} is a holiday ({name}).</translation>
    </message>
    <message>
        <source>Der Beginn liegt nicht im Raster von „{resource}“ ({minutes} Minuten).</source>
        <translation>The begin is not in the raster of “{resource}” ({minutes} minutes).</translation>
    </message>
    <message>
        <source>Der Termin liegt in der Vergangenheit.</source>
        <translation>The appointment lies in the past.</translation>
    </message>
    <message>
        <source>Neue Termine sollen in dieser Filialkette nur aus einer Terminvorlage entstehen.</source>
        <translation>In this chain new appointments should only be made from a template.</translation>
    </message>
    <message>
        <source>Synchronisiert</source>
        <translation>Synchronized</translation>
    </message>
    <message>
        <source>Google nicht erreichbar</source>
        <translation>Google cannot be reached</translation>
    </message>
    <message>
        <source>Freigabe nötig</source>
        <translation>Consent needed</translation>
    </message>
    <message>
        <source>Angehalten: ungewöhnlich viele Löschungen</source>
        <translation>Stopped: unusually many deletions</translation>
    </message>
    <message>
        <source>Kalender nicht gefunden</source>
        <translation>Calendar not found</translation>
    </message>
    <message>
        <source>Kalender schreibgeschützt</source>
        <translation>Calendar is read-only</translation>
    </message>
    <message>
        <source>Pause: Google-Kontingent erschöpft</source>
        <translation>Pause: Google’s quota is used up</translation>
    </message>
    <message>
        <source>Läuft an einem anderen Arbeitsplatz</source>
        <translation>Running at another workstation</translation>
    </message>
    <message>
        <source>Fehler</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Es würde ungewöhnlich viel gelöscht. Bitte entscheiden Sie unten, ob das gewollt ist.</source>
        <translation>Unusually much would be deleted. Please decide below whether that is intended.</translation>
    </message>
    <message>
        <source>Der Kalender ist bei Google nicht zu finden. Die Termine hier bleiben erhalten; bitte verknüpfen Sie die Ressource in der Administration neu.</source>
        <translation>The calendar cannot be found at Google. The appointments here are kept; please link the resource anew in the Administration.</translation>
    </message>
    <message>
        <source>In den Kalender darf nicht mehr geschrieben werden. Bitte stellen Sie die Rechte in Google wieder her oder verknüpfen Sie einen anderen Kalender.</source>
        <translation>The calendar may no longer be written to. Please restore the rights in Google or link another calendar.</translation>
    </message>
    <message>
        <source>Google nimmt vorübergehend nichts mehr an. Es geht von selbst weiter.</source>
        <translation>Google takes nothing more for the time being. It goes on by itself.</translation>
    </message>
    <message>
        <source>Ein anderer Arbeitsplatz synchronisiert diesen Kalender gerade. Es ist nichts zu tun.</source>
        <translation>Another workstation is synchronizing this calendar. There is nothing to do.</translation>
    </message>
    <message>
        <source>Der letzte Durchgang ist gescheitert. Bitte versuchen Sie es mit „Neu abgleichen“.</source>
        <translation>The last pass failed. Please try “Compare anew”.</translation>
    </message>
    <message>
        <source>Auf beiden Seiten geändert</source>
        <translation>Changed on both sides</translation>
    </message>
    <message>
        <source>Der Termin wurde hier und in Google verschieden geändert. Welche Fassung soll gelten?</source>
        <translation>The appointment was changed differently here and in Google. Which version shall count?</translation>
    </message>
    <message>
        <source>In Google gelöscht</source>
        <translation>Deleted in Google</translation>
    </message>
    <message>
        <source>Der Termin wurde in Google gelöscht. Soll er auch hier storniert werden?</source>
        <translation>The appointment was deleted in Google. Shall it be canceled here as well?</translation>
    </message>
    <message>
        <source>Überschneidung</source>
        <translation>Overlap</translation>
    </message>
    <message>
        <source>Aus Google kam ein Termin, der sich mit dem Termin eines Kunden überschneidet.</source>
        <translation>From Google came an appointment that overlaps with a customer’s appointment.</translation>
    </message>
    <message>
        <source>Ungewöhnlich viele Löschungen</source>
        <translation>Unusually many deletions</translation>
    </message>
    <message>
        <source>Auf einen Schlag würden ungewöhnlich viele Termine gelöscht. Es wurde noch nichts gelöscht. Ist das gewollt?</source>
        <translation>Unusually many appointments would be deleted at a stroke. Nothing has been deleted yet. Is that intended?</translation>
    </message>
    <message>
        <source>Nicht übertragbar</source>
        <translation>Cannot be transferred</translation>
    </message>
    <message>
        <source>Dieser Eintrag ließ sich nicht übertragen; alle anderen sind nicht betroffen. Er wird erneut versucht, sobald er auf einer Seite geändert wird.</source>
        <translation>This entry could not be transferred; no others are affected. It is tried again as soon as it is changed on either side.</translation>
    </message>
    <message>
        <source>Nach einer Wiederherstellung</source>
        <translation>After a restore</translation>
    </message>
    <message>
        <source>Die Datenbank wurde aus einer Sicherung wiederhergestellt. Bevor etwas nach Google geschrieben wird, bestätigen Sie bitte die Unterschiede.</source>
        <translation>The database was restored from a backup. Before anything is written to Google, please confirm the differences.</translation>
    </message>
    <message>
        <source>Terminplaner-Fassung behalten</source>
        <translation>Keep Terminplaner’s version</translation>
    </message>
    <message>
        <source>Googles Fassung übernehmen</source>
        <translation>Take Google’s version</translation>
    </message>
    <message>
        <source>Beide behalten</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Carry out</translation>
    </message>
    <message>
        <source>Wiederherstellen</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>So lassen</source>
        <translation>Leave as is</translation>
    </message>
    <message>
        <source>Termin anlegen</source>
        <translation>create an appointment</translation>
    </message>
    <message>
        <source>Termin ändern</source>
        <translation>change an appointment</translation>
    </message>
    <message>
        <source>Termin verschieben</source>
        <translation>Move appointment</translation>
    </message>
    <message>
        <source>Termin stornieren</source>
        <translation>Cancel appointment</translation>
    </message>
    <message>
        <source>Termin wiederherstellen</source>
        <translation>Restore appointment</translation>
    </message>
    <message>
        <source>Termine anlegen</source>
        <translation>Create appointments</translation>
    </message>
    <message>
        <source>Termine ändern</source>
        <translation>Change appointments</translation>
    </message>
    <message>
        <source>Termine verschieben</source>
        <translation>Move appointments</translation>
    </message>
    <message>
        <source>Termine stornieren</source>
        <translation>Cancel appointments</translation>
    </message>
    <message>
        <source>Terminserie anlegen</source>
        <translation>Create series</translation>
    </message>
    <message>
        <source>Terminserie ändern</source>
        <translation>Change the series</translation>
    </message>
    <message>
        <source>Terminserie verschieben</source>
        <translation>Move series</translation>
    </message>
    <message>
        <source>Terminserie stornieren</source>
        <translation>Cancel the series</translation>
    </message>
    <message>
        <source>Abwesenheit eintragen</source>
        <translation>Enter absence</translation>
    </message>
    <message>
        <source>Abwesenheit löschen</source>
        <translation>Delete absence</translation>
    </message>
    <message>
        <source>Verfügbarkeit ändern</source>
        <translation>Change availability</translation>
    </message>
    <message>
        <source>Verfügbarkeit löschen</source>
        <translation>Delete availability</translation>
    </message>
    <message>
        <source>Kalenderperiode vortragen</source>
        <translation>Carry the calendar period forward</translation>
    </message>
    <message>
        <source>Auf die Warteliste setzen</source>
        <translation>Put on the waiting list</translation>
    </message>
    <message>
        <source>Wartelisteneintrag ändern</source>
        <translation>Change waiting list entry</translation>
    </message>
    <message>
        <source>Von der Warteliste nehmen</source>
        <translation>Take off the waiting list</translation>
    </message>
    <message>
        <source>Wartelisteneintrag erledigen</source>
        <translation>Close waiting list entry</translation>
    </message>
    <message>
        <source>Wartelisteneintrag wieder öffnen</source>
        <translation>Reopen waiting list entry</translation>
    </message>
    <message>
        <source>Angelegt</source>
        <translation>Created</translation>
    </message>
    <message>
        <source>Geändert</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Storniert</source>
        <translation>Canceled</translation>
    </message>
    <message>
        <source>Gelöscht</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Nicht übertragen</source>
        <translation>Not transferred</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Planer</source>
        <translation>Planner</translation>
    </message>
    <message>
        <source>Terminvergabe</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>Terminvergabe in Arbeitszeiten</source>
        <translation>Booking within working hours</translation>
    </message>
    <message>
        <source>Mitarbeiter</source>
        <translation>Employee</translation>
    </message>
    <message>
        <source>Nur lesen</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>Darf alles: planen, Filialen, Ressourcen und Benutzer verwalten, Einstellungen ändern.</source>
        <translation>May do everything: plan, keep branches, resources and users, change settings.</translation>
    </message>
    <message>
        <source>Plant Termine, Abwesenheiten und Verfügbarkeiten für alle Ressourcen und betreut die Synchronisation, aber keine Administration.</source>
        <translation>Plans appointments, absences and availabilities for all resources and looks after the synchronization, but no administration.</translation>
    </message>
    <message>
        <source>Vergibt, verschiebt und storniert Termine für alle Ressourcen, aber keine Abwesenheiten und Verfügbarkeiten.</source>
        <translation>Books, moves and cancels appointments for all resources, but no absences and availabilities.</translation>
    </message>
    <message>
        <source>Wie „Terminvergabe“, aber nur innerhalb der Arbeitszeiten und nie über die Kapazität hinaus.</source>
        <translation>Like “Booking”, but only within the working hours and never beyond the capacity.</translation>
    </message>
    <message>
        <source>Plant nur die eigene Personenressource, mit Abwesenheiten und Verfügbarkeiten, und sieht alles andere.</source>
        <translation>Plans only their own person resource, with absences and availabilities, and sees everything else.</translation>
    </message>
    <message>
        <source>Sieht den Plan und alle Angaben, ändert aber nichts.</source>
        <translation>Sees the plan and all details, but changes nothing.</translation>
    </message>
    <message>
        <source>Urlaub</source>
        <translation>Vacation</translation>
    </message>
    <message>
        <source>Krank</source>
        <translation>Sick</translation>
    </message>
    <message>
        <source>Schulung</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Betriebsschließung</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Sonstiges</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Terminplaner</source>
        <translation>Terminplaner</translation>
    </message>
    <message>
        <source>Kommandozeile</source>
        <translation>Command line</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Intervall (Minuten)</source>
        <translation>Interval (minutes)</translation>
    </message>
    <message>
        <source>Vergangene Tage beim Verknüpfen</source>
        <translation>Past days when linking</translation>
    </message>
    <message>
        <source>Bezeichnung</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nachname</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Benutzername</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Farbe</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Schrittweite Minuten</source>
        <translation>Step in minutes</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Tage</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Ressourcen</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>Kapazität</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>Terminerinnerung</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>Vorbereitung</source>
        <translation>Preparation</translation>
    </message>
    <message>
        <source>Nachbereitung</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Dauer</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Intervall</source>
        <translation>Interval</translation>
    </message>
    <message>
        <source>Anzahl der Termine</source>
        <translation>Number of appointments</translation>
    </message>
    <message>
        <source>Wiederholung</source>
        <translation>Repetition</translation>
    </message>
    <message>
        <source>Gültig ab</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Min. Schrittweite</source>
        <translation>Min. step</translation>
    </message>
    <message>
        <source>Tage nach Ostersonntag</source>
        <translation>Days after Easter Sunday</translation>
    </message>
    <message>
        <source>Bundesland</source>
        <translation>Federal state</translation>
    </message>
    <message>
        <source>Zeitzone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Hier auch stornieren</source>
        <translation>Cancel here as well</translation>
    </message>
    <message>
        <source>In Google wieder eintragen</source>
        <translation>Enter in Google again</translation>
    </message>
    <message>
        <source>Löschungen ausführen</source>
        <translation>Carry out the deletions</translation>
    </message>
    <message>
        <source>Nichts löschen, wiederherstellen</source>
        <translation>Delete nothing, restore</translation>
    </message>
    <message>
        <source>Beide Seiten so lassen</source>
        <translation>Leave both sides as they are</translation>
    </message>
    <message>
        <source>Überschneidung belassen</source>
        <translation>Leave the overlap</translation>
    </message>
    <message>
        <source>Frühere Zeit behalten</source>
        <translation>Keep the earlier time</translation>
    </message>
    <message>
        <source>Zur Kenntnis genommen</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>Stand der Sicherung behalten</source>
        <translation>Keep the state of the backup</translation>
    </message>
    <message>
        <source>Stand von Google übernehmen</source>
        <translation>Take the state of Google</translation>
    </message>
    <message>
        <source>{day}, ganztägig</source>
        <translation>{day}, all day</translation>
    </message>
    <message>
        <source>Das ist fehlgeschlagen. Bitte versuchen Sie es erneut.</source>
        <translation>That failed. Please try again.</translation>
    </message>
    <message>
        <source>Der Vorgang wurde abgebrochen.</source>
        <translation>The action was canceled.</translation>
    </message>
    <message>
        <source>Diese Eingabe ist nicht gültig. Bitte prüfen Sie Ihre Angaben.</source>
        <translation>This input is not valid. Please check what you entered.</translation>
    </message>
    <message>
        <source>Der Eintrag ist nicht mehr vorhanden. Bitte laden Sie die Ansicht neu.</source>
        <translation>The entry no longer exists. Please reload the view.</translation>
    </message>
    <message>
        <source>Dafür fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an einen Administrator.</source>
        <translation>You lack the permission for this. Please ask an administrator.</translation>
    </message>
    <message>
        <source>Das Benutzerkonto „{user}“ wurde gelöscht. Bitte melden Sie sich unter einem anderen Namen an.</source>
        <translation>The user account “{user}” was deleted. Please sign in under another name.</translation>
    </message>
    <message>
        <source>Für „{user}“ wurde ein neues Passwort vergeben. Bitte melden Sie sich damit an.</source>
        <translation>“{user}” was given a new password. Please sign in with it.</translation>
    </message>
    <message>
        <source>Sie haben an einem anderen Arbeitsplatz ein neues Passwort für „{user}“ vergeben. Bitte melden Sie sich damit auch hier an.</source>
        <translation>You have given “{user}” a new password at another workstation. Please log in with it here, too.</translation>
    </message>
    <message>
        <source>Die Rechte von „{user}“ wurden soeben geändert, deshalb wurde nichts gespeichert. Bitte versuchen Sie es noch einmal.</source>
        <translation>The rights of “{user}” were changed just now, so nothing was saved. Please try again.</translation>
    </message>
    <message>
        <source>Benutzername oder Passwort stimmen nicht. Bitte versuchen Sie es erneut.</source>
        <translation>User name or password is wrong. Please try again.</translation>
    </message>
    <message>
        <source>Der Eintrag wurde inzwischen an anderer Stelle geändert. Bitte laden Sie ihn neu und wiederholen Sie Ihre Änderung.</source>
        <translation>The entry has meanwhile been changed elsewhere. Please reload it and repeat your change.</translation>
    </message>
    <message>
        <source>Bitte füllen Sie das Feld „{field}“ aus.</source>
        <translation>Please fill in the field “{field}”.</translation>
    </message>
    <message>
        <source>„{field}“ muss zwischen {low} und {high} liegen. Bitte ändern Sie den Wert.</source>
        <translation>“{field}” has to lie between {low} and {high}. Please change the value.</translation>
    </message>
    <message>
        <source>Die Bezeichnung „{name}“ ist schon vergeben. Bitte wählen Sie eine andere.</source>
        <translation>The name “{name}” is already taken. Please choose another one.</translation>
    </message>
    <message>
        <source>Einen {day}.{month}. gibt es nicht. Bitte prüfen Sie Tag und Monat.</source>
        <translation>There is no {day}.{month}. Please check day and month.</translation>
    </message>
    <message>
        <source>Eine Ressource steht zweimal in der Ansicht. Bitte entfernen Sie eine der beiden Spalten.</source>
        <translation>A resource stands in the view twice. Please remove one of the two columns.</translation>
    </message>
    <message>
        <source>In der ersten Zeile fehlen die Namen der Spalten. Erwartet werden: {columns}.</source>
        <translation>The first line lacks the names of the columns. Expected are: {columns}.</translation>
    </message>
    <message>
        <source>In der Spalte „{column}“ steht keine ganze Zahl: „{value}“.</source>
        <translation>The column “{column}” does not hold a whole number: “{value}”.</translation>
    </message>
    <message>
        <source>Importieren geht nur, solange es noch keine eigenen Feiertage gibt.</source>
        <translation>Importing works only as long as there are no own holidays.</translation>
    </message>
    <message>
        <source>Das ist keine Uhrzeit. Bitte geben Sie sie so ein: 14, 1430 oder 14:30.</source>
        <translation>This is not a time. Please enter it like this: 14, 1430 or 14:30.</translation>
    </message>
    <message>
        <source>Das ist kein Geburtsdatum. Bitte geben Sie es so ein: 3.5.1961.</source>
        <translation>This is no date of birth. Please enter it like this: 3.5.1961 (day, month, year).</translation>
    </message>
    <message>
        <source>Das Ende liegt vor dem Beginn. Bitte ändern Sie die Zeiten.</source>
        <translation>The end lies before the begin. Please change the times.</translation>
    </message>
    <message>
        <source>Beginn und Ende sind gleich. Bitte ändern Sie die Zeiten oder die Dauer.</source>
        <translation>Begin and end are the same. Please change the times or the duration.</translation>
    </message>
    <message>
        <source>Die Öffnungszeiten eines Tages überschneiden sich. Bitte ändern Sie sie.</source>
        <translation>The opening hours of a day overlap. Please change them.</translation>
    </message>
    <message>
        <source>Die Öffnungszeiten „{text}“ lassen sich nicht lesen. Bitte geben Sie sie so ein: 9–13, 14:30–18.</source>
        <translation>The opening hours “{text}” cannot be read. Please enter them like this: 9–13, 14:30–18.</translation>
    </message>
    <message>
        <source>Die Zeitangabe nennt keine Zeitzone. Bitte ergänzen Sie sie.</source>
        <translation>The time names no time zone. Please add it.</translation>
    </message>
    <message>
        <source>Diese Uhrzeit gibt es an diesem Tag nicht, weil die Uhr auf Sommerzeit umgestellt wird ({time}). Bitte wählen Sie eine andere.</source>
        <translation>This time does not exist on this day, because the clock is set to daylight saving time ({time}). Please choose another one.</translation>
    </message>
    <message>
        <source>Die Einstellung „{key}“ gibt es nicht. Bekannt sind: {known}.</source>
        <translation>There is no setting “{key}”. Known are: {known}.</translation>
    </message>
    <message>
        <source>„{value}“ passt nicht zur Einstellung „{key}“. Erlaubt sind: {allowed}.</source>
        <translation>“{value}” does not fit the setting “{key}”. Allowed are: {allowed}.</translation>
    </message>
    <message>
        <source>Es fehlt eine Ressource. Bitte wählen Sie mindestens eine aus.</source>
        <translation>A resource is missing. Please choose at least one.</translation>
    </message>
    <message>
        <source>Eine Nichtverfügbarkeit, die sich wiederholt, gilt für eine Ressource. Bitte wählen Sie nur eine aus, und tragen Sie sie für jede weitere eigens ein.</source>
        <translation>A repeated unavailability is of one resource. Please select only one, and enter it separately for each of the others.</translation>
    </message>
    <message>
        <source>Was sich jede Woche wiederholt, dauert höchstens eine Woche und geht nicht über Mitternacht. Bitte kürzen Sie den Zeitraum, oder tragen Sie jeden Tag eigens ein.</source>
        <translation>What comes again every week lasts a week at most and does not go past midnight. Please shorten it, or enter each day by itself.</translation>
    </message>
    <message>
        <source>Bitte kreuzen Sie mindestens einen Wochentag an.</source>
        <translation>Please tick at least one day of the week.</translation>
    </message>
    <message>
        <source>Bis zum Ende der Gültigkeit kommt nicht jeder angekreuzte Wochentag vor. Bitte wählen Sie ein späteres Ende oder weniger Tage.</source>
        <translation>Not every day of the week that is ticked comes before the validity ends. Please choose a later end or fewer days.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie den Kunden aus der Liste, oder legen Sie ihn neu an.</source>
        <translation>Please choose the customer from the list, or create a new one.</translation>
    </message>
    <message>
        <source>Wählen Sie einen Kunden, oder schreiben Sie in die Bemerkung, wer wartet.</source>
        <translation>Choose a customer, or write into the note who is waiting.</translation>
    </message>
    <message>
        <source>Dieser Eintrag der Warteliste ist inzwischen erledigt. Der Termin wurde nicht angelegt.</source>
        <translation>This waiting list entry has been closed meanwhile. The appointment was not created.</translation>
    </message>
    <message>
        <source>„{resource}“ ist zu dieser Zeit schon belegt: {colliding}. Bitte wählen Sie eine andere Zeit oder eine andere Ressource.</source>
        <translation>“{resource}” is taken at this time: {colliding}. Please choose another time or another resource.</translation>
    </message>
    <message>
        <source>Neue Termine entstehen hier nur aus einer Terminvorlage. Bitte wählen Sie eine aus.</source>
        <translation>New appointments are only made from a template here. Please choose one.</translation>
    </message>
    <message>
        <source>Der Termin braucht einen Typ. Bitte wählen Sie einen aus.</source>
        <translation>The appointment needs a type. Please choose one.</translation>
    </message>
    <message>
        <source>Diesen Termin darf nur entfernen, wer ihn angelegt hat ({creator}), oder ein Administrator.</source>
        <translation>Only the person who created this appointment ({creator}) or an administrator may remove it.</translation>
    </message>
    <message>
        <source>An diesen Tagen ist „{resource}“ schon belegt: {days}. Es wurde nichts gespeichert. Bitte lassen Sie diese Tage aus, oder wählen Sie eine andere Zeit.</source>
        <translation>On these days “{resource}” is taken already: {days}. Nothing has been saved. Please leave out these days, or choose another time.</translation>
    </message>
    <message>
        <source>An allen Tagen der Serie ist „{resource}“ schon belegt. Es wurde nichts gespeichert. Bitte wählen Sie eine andere Zeit.</source>
        <translation>On all days of the series “{resource}” is taken already. Nothing has been saved. Please choose another time.</translation>
    </message>
    <message>
        <source>Mit diesem Status findet ein Termin nicht statt. Bitte wählen Sie für die Serie einen anderen.</source>
        <translation>With this status an appointment does not take place. Please choose another one for the series.</translation>
    </message>
    <message>
        <source>Diese Wiederholung ergibt keinen einzigen Termin. Bitte ändern Sie das Intervall oder das Ende; endlose Serien reichen bis zum Ende der Kalenderperiode.</source>
        <translation>This repetition does not give a single appointment. Please change the interval or the end; endless series reach to the end of the calendar period.</translation>
    </message>
    <message>
        <source>Die Wiederholung endet vor dem ersten Termin. Bitte ändern Sie das Ende.</source>
        <translation>The repetition ends before the first appointment. Please change the end.</translation>
    </message>
    <message>
        <source>Eine Wiederholung darf höchstens {years} Jahre reichen. Bitte wählen Sie ein früheres Ende.</source>
        <translation>A repetition may reach {years} years at most. Please choose an earlier end.</translation>
    </message>
    <message>
        <source>Der Tag lässt sich nur für einen einzelnen Termin der Serie ändern. Bitte speichern Sie nur diesen Termin, oder legen Sie eine neue Serie an.</source>
        <translation>The day can only be changed for a single appointment of the series. Please save only this appointment, or create a new series.</translation>
    </message>
    <message>
        <source>Der Termin gehört zu keiner Serie. Bitte laden Sie die Ansicht neu.</source>
        <translation>The appointment belongs to no series. Please reload the view.</translation>
    </message>
    <message>
        <source>Der Termin gehört schon zu einer Serie. Bitte laden Sie die Ansicht neu.</source>
        <translation>The appointment belongs to a series already. Please reload the view.</translation>
    </message>
    <message>
        <source>Die Kalenderperiode reicht schon bis {present} und lässt sich nicht verkürzen. Bitte wählen Sie ein späteres Datum.</source>
        <translation>The calendar period already reaches to {present} and cannot be shortened. Please choose a later date.</translation>
    </message>
    <message>
        <source>Die Kalenderperiode darf höchstens {years} Jahre voraus reichen. Bitte wählen Sie ein früheres Datum.</source>
        <translation>The calendar period may reach {years} years ahead at most. Please choose an earlier date.</translation>
    </message>
    <message>
        <source>Die Kalenderperiode wird nicht eingestellt, sondern vorgetragen.</source>
        <translation>The calendar period is not set but carried forward.</translation>
    </message>
    <message>
        <source>Dieser Termin gehört einem Google-Kalender und kann hier nur angesehen werden. Bitte ändern Sie ihn in Google.</source>
        <translation>This appointment belongs to a Google calendar and can only be looked at here. Please change it in Google.</translation>
    </message>
    <message>
        <source>„{resource}“ übernimmt Termine nur aus Google. Diesen Termin ändern oder löschen Sie bitte dort, im Google-Kalender.</source>
        <translation>“{resource}” only takes events from Google. Please change or delete this appointment there, in the Google calendar.</translation>
    </message>
    <message>
        <source>„{resource}“ übernimmt Termine nur aus Google; darum wird im Google-Kalender nichts gelöscht.</source>
        <translation>“{resource}” only takes events from Google, so nothing is deleted in the Google calendar.</translation>
    </message>
    <message>
        <source>Dieser Termin ist in Google entstanden. Solche Termine ändert Ihre Filialkette nur dort, im Google-Kalender von „{resource}“.</source>
        <translation>This appointment was created in Google. Your chain changes such appointments only there, in the Google calendar of “{resource}”.</translation>
    </message>
    <message>
        <source>Dieser Termin ist in Google entstanden. Solche Termine löscht Ihre Filialkette nur dort, im Google-Kalender von „{resource}“.</source>
        <translation>This appointment was created in Google. Your chain deletes such appointments only there, in the Google calendar of “{resource}”.</translation>
    </message>
    <message>
        <source>Sie dürfen für „{resource}“ keine Termine planen. Bitte wenden Sie sich an einen Administrator.</source>
        <translation>You may not plan appointments for “{resource}”. Please ask an administrator.</translation>
    </message>
    <message>
        <source>Sie dürfen für „{resource}“ keine Abwesenheiten und Verfügbarkeiten eintragen. Bitte wenden Sie sich an einen Administrator.</source>
        <translation>You may not enter absences and availabilities for “{resource}”. Please ask an administrator.</translation>
    </message>
    <message>
        <source>{reason} Sie dürfen nur innerhalb der Arbeitszeiten planen. Bitte wählen Sie eine andere Zeit.</source>
        <translation>{reason} You may plan within the working hours only. Please choose another time.</translation>
    </message>
    <message>
        <source>Sie dürfen „{resource}“ nicht mit Google verknüpfen. Bitte wenden Sie sich an einen Administrator.</source>
        <translation>You may not link “{resource}” with Google. Please ask an administrator.</translation>
    </message>
    <message>
        <source>Der Termin muss bei „{resource}“ bleiben: Er ist in Google privat, und nur dort stehen seine Texte. Verschieben Sie ihn im Google-Kalender.</source>
        <translation>The appointment has to stay with “{resource}”: it is private in Google, and only there are its texts. Move it in the Google calendar.</translation>
    </message>
    <message>
        <source>Der Termin ist storniert. Bitte stellen Sie ihn wieder her, bevor Sie ihn ändern.</source>
        <translation>The appointment is canceled. Please restore it before you change it.</translation>
    </message>
    <message>
        <source>Der Termin wurde am {day} storniert. Wiederherstellen lässt er sich nur {days} Tage lang; bitte legen Sie ihn neu an.</source>
        <translation>The appointment was canceled on {day}. It can only be restored for {days} days; please create it anew.</translation>
    </message>
    <message>
        <source>Die Freigabe des Google-Kontos {account} hat jemand anders erteilt. Bitte starten Sie die Freigabe selbst, und melden Sie sich dabei mit Ihrem eigenen Konto an.</source>
        <translation>The consent of the Google account {account} was given by somebody else. Please start the consent yourself, and sign in with your own account.</translation>
    </message>
    <message>
        <source>„{resource}“ war bisher mit dem Google-Konto {before} verknüpft, angemeldet sind Sie jetzt mit {now}. Wenn Sie weitermachen, gilt ein Kalender von {now}; was im Kalender von {before} steht, bleibt dort unverändert. War das nicht gewollt, brechen Sie bitte ab, und melden Sie sich mit dem bisherigen Konto an.</source>
        <translation>“{resource}” was linked with the Google account {before} so far; you are now signed in with {now}. If you go on, a calendar of {now} counts; what stands in the calendar of {before} stays there unchanged. If that was not intended, please cancel, and sign in with the previous account.</translation>
    </message>
    <message>
        <source>Es gibt nichts rückgängig zu machen.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>Inzwischen wurde noch etwas anderes geändert. Rückgängig geht es der Reihe nach.</source>
        <translation>Something else was changed in the meantime. Undo works step by step.</translation>
    </message>
    <message>
        <source>Es gibt nichts zu wiederholen.</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <source>Dieser Eintrag hat hier keinen Termin geändert. Es gibt nichts zurückzunehmen.</source>
        <translation>This entry changed no appointment here. There is nothing to revert.</translation>
    </message>
    <message>
        <source>Der Termin wurde seither noch einmal geändert, zuletzt von {by}. Bitte ändern Sie ihn bei Bedarf im Terminplaner.</source>
        <translation>The appointment has been changed again since, last by {by}. Please change it in the planner if need be.</translation>
    </message>
    <message>
        <source>„{resource}“ ist mit einem Google-Kalender verknüpft. Bitte lösen Sie zuerst die Verknüpfung.</source>
        <translation>“{resource}” is linked with a Google calendar. Please end the link first.</translation>
    </message>
    <message>
        <source>„{resource}“ ist mit keinem Google-Kalender verknüpft. Bitte starten Sie zuerst die Freigabe.</source>
        <translation>“{resource}” is not linked with any Google calendar. Please start the consent first.</translation>
    </message>
    <message>
        <source>„{resource}“ hat noch {count} künftige Termine. Bitte verschieben oder stornieren Sie sie zuerst.</source>
        <translation>“{resource}” still has {count} future appointments. Please move or cancel them first.</translation>
    </message>
    <message>
        <source>„{name}“ hat noch {count} künftige Termine und kann deshalb nicht gelöscht werden. Bitte stornieren Sie sie zuerst.</source>
        <translation>“{name}” still has {count} appointments to come and can therefore not be deleted. Please cancel them first.</translation>
    </message>
    <message>
        <source>„{name}“ hat noch eine Serie ohne Ende und kann deshalb nicht gelöscht werden. Bitte stornieren Sie die Serie zuerst.</source>
        <translation>“{name}” still has a series without end and can therefore not be deleted. Please cancel the series first.</translation>
    </message>
    <message>
        <source>„{name}“ steht noch auf der Warteliste und kann deshalb nicht gelöscht werden. Bitte nehmen Sie den Eintrag zuerst von der Liste.</source>
        <translation>“{name}” is still on the waiting list and can therefore not be deleted. Please take the entry off the list first.</translation>
    </message>
    <message>
        <source>Diese Einträge verweisen noch auf „{employee}“: {names}. Bitte wählen Sie dort zuerst einen anderen Mitarbeiter oder keinen.</source>
        <translation>These entries still refer to “{employee}”: {names}. Please choose another employee or none there first.</translation>
    </message>
    <message>
        <source>Die Datenbank ist gerade nicht erreichbar. Bitte prüfen Sie die Verbindung und versuchen Sie es erneut.</source>
        <translation>The database cannot be reached. Please check the connection and try again.</translation>
    </message>
    <message>
        <source>Ein anderer Arbeitsplatz hat die Synchronisation übernommen. Es ist nichts weiter zu tun.</source>
        <translation>Another workstation has taken over the synchronization. There is nothing more to do.</translation>
    </message>
    <message>
        <source>In den Ordner „{path}“ kann nicht geschrieben werden ({reason}). Bitte prüfen Sie die Zugriffsrechte.</source>
        <translation>The folder “{path}” cannot be written to ({reason}). Please check the access rights.</translation>
    </message>
    <message>
        <source>Der Ordner „{path}“ enthält ein Fragezeichen und kann die Datenbank nicht aufnehmen. Bitte wählen Sie einen anderen.</source>
        <translation>The folder “{path}” contains a question mark and cannot hold the database. Please choose another one.</translation>
    </message>
    <message>
        <source>Für das Fenster fehlt ein Bildschirm (DISPLAY, WAYLAND_DISPLAY); ohne ihn gehen die Befehle aus „terminplaner --help“ und die Vorführung „terminplaner demo --headless“.</source>
        <translation>The window lacks a display (DISPLAY, WAYLAND_DISPLAY); without one the commands of “terminplaner --help” and the demonstration “terminplaner demo --headless” work.</translation>
    </message>
    <message>
        <source>Terminplaner ist an diesem Arbeitsplatz schon geöffnet. Bitte wechseln Sie zum offenen Fenster.</source>
        <translation>Terminplaner is already open at this workstation. Please switch to the open window.</translation>
    </message>
    <message>
        <source>Die Schlüsselverwaltung dieses Rechners ist nicht nutzbar. Bitte richten Sie einen Schlüsselbund ein.</source>
        <translation>The key management of this computer cannot be used. Please set up a keyring.</translation>
    </message>
    <message>
        <source>Auf diesem Rechner ist kein Schlüsselbund eingerichtet. Ohne ihn kann keine Freigabe gespeichert werden; bitte richten Sie einen ein oder nennen Sie in der Umgebungsvariablen TERMINPLANER_KEY_FILE eine Schlüsseldatei.</source>
        <translation>No keyring is set up on this computer. Without it no consent can be stored; please set one up, or name a key file in the environment variable TERMINPLANER_KEY_FILE.</translation>
    </message>
    <message>
        <source>Der Schlüsselbund dieses Rechners antwortet nicht ({reason}). Bitte entsperren Sie ihn und versuchen Sie es erneut.</source>
        <translation>The keyring of this computer does not answer ({reason}). Please unlock it and try again.</translation>
    </message>
    <message>
        <source>Der Schlüsselbund dieses Rechners hat den Schlüssel nicht behalten. Bitte prüfen Sie seine Einrichtung.</source>
        <translation>The keyring of this computer did not keep the key. Please check its setup.</translation>
    </message>
    <message>
        <source>Die Schlüsseldatei „{path}“ ist nicht lesbar oder beschädigt. Bitte prüfen Sie Pfad und Zugriffsrechte.</source>
        <translation>The key file “{path}” is not readable or is damaged. Please check the path and the access rights.</translation>
    </message>
    <message>
        <source>Die Schlüsseldatei „{path}“ kann nicht geschrieben werden. Bitte prüfen Sie Pfad und Zugriffsrechte.</source>
        <translation>The key file “{path}” cannot be written. Please check the path and the access rights.</translation>
    </message>
    <message>
        <source>Der Drucker „{name}“ nimmt den Auftrag nicht an. Bitte prüfen Sie, ob er eingeschaltet ist.</source>
        <translation>The printer “{name}” does not accept the job. Please check whether it is switched on.</translation>
    </message>
    <message>
        <source>Google hat die Anfrage nicht angenommen. Bitte versuchen Sie es später erneut.</source>
        <translation>Google did not accept the request. Please try again later.</translation>
    </message>
    <message>
        <source>Die Freigabe wurde nicht abgeschlossen. Bitte starten Sie sie erneut.</source>
        <translation>The consent was not completed. Please start it again.</translation>
    </message>
    <message>
        <source>Dieser Kalender kann nicht verknüpft werden. Bitte wählen Sie einen anderen.</source>
        <translation>This calendar cannot be linked. Please choose another one.</translation>
    </message>
    <message>
        <source>Google ist gerade nicht erreichbar. Die Termine bleiben hier gespeichert und werden nachgereicht.</source>
        <translation>Google cannot be reached. The appointments stay saved here and are sent later.</translation>
    </message>
    <message>
        <source>Die Freigabe bei Google gilt nicht mehr. Bitte starten Sie sie in der Administration über die Lupe erneut.</source>
        <translation>The consent at Google no longer holds. Please start it again in the Administration with the magnifier.</translation>
    </message>
    <message>
        <source>Die Freigabe wurde erteilt. Sie können dieses Fenster schließen.</source>
        <translation>The consent was given. You can close this window.</translation>
    </message>
    <message>
        <source>Die Freigabe wurde nicht abgeschlossen. Wie es weitergeht, steht im Terminplaner. Sie können dieses Fenster schließen.</source>
        <translation>The consent was not completed. Terminplaner says how to go on. You can close this window.</translation>
    </message>
    <message>
        <source>Die Freigabe wurde im Browser abgelehnt. Es wurde nichts gespeichert; Sie können sie jederzeit erneut starten.</source>
        <translation>The consent was denied in the browser. Nothing was saved; you can start it again at any time.</translation>
    </message>
    <message>
        <source>Innerhalb von {minutes} Minuten kam keine Antwort aus dem Browser. Bitte starten Sie die Freigabe erneut.</source>
        <translation>No answer came from the browser within {minutes} minutes. Please start the consent again.</translation>
    </message>
    <message>
        <source>Die Freigabe wurde abgebrochen. Es wurde nichts gespeichert.</source>
        <translation>The consent was canceled. Nothing was saved.</translation>
    </message>
    <message>
        <source>Google hat die Freigabe nicht abgeschlossen ({reason}). Bitte starten Sie sie erneut.</source>
        <translation>Google did not complete the consent ({reason}). Please start it again.</translation>
    </message>
    <message>
        <source>Der Administrator Ihres Google-Kontos erlaubt diese Freigabe nicht. Bitte wenden Sie sich an ihn oder nehmen Sie ein anderes Konto.</source>
        <translation>The administrator of your Google account does not allow this consent. Please ask them, or take another account.</translation>
    </message>
    <message>
        <source>Diese Freigabe ist nur für Konten einer bestimmten Organisation vorgesehen. Bitte nehmen Sie ein Konto dieser Organisation oder eine andere Client-Datei.</source>
        <translation>This consent is meant only for accounts of a certain organization. Please take an account of that organization or another client file.</translation>
    </message>
    <message>
        <source>Der Haken „Sekundäre Google-Kalender erstellen und Termine darin bearbeiten“ fehlte; ohne ihn ist keine Synchronisation möglich. Es wurde nichts gespeichert. Bitte starten Sie die Freigabe erneut und setzen Sie beide Haken.</source>
        <translation>The box “Make secondary Google calendars, and see, create, change, and delete events on them” was not ticked; without it no synchronization is possible. Nothing was saved. Please start the consent again and tick both boxes.</translation>
    </message>
    <message>
        <source>Der Haken „Die Liste der Google-Kalender ansehen“ fehlte; er wird für einen vorhandenen Kalender gebraucht. Bitte starten Sie die Freigabe erneut und setzen Sie alle Haken.</source>
        <translation>The box “See the list of Google calendars” was not ticked; it is needed for an existing calendar. Please start the consent again and tick all boxes.</translation>
    </message>
    <message>
        <source>Der Haken „Termine in eigenen Google-Kalendern bearbeiten“ fehlte; er wird für einen vorhandenen Kalender gebraucht. Bitte starten Sie die Freigabe erneut und setzen Sie alle Haken.</source>
        <translation>The box “See, create, change, and delete events on Google calendars you own” was not ticked; it is needed for an existing calendar. Please start the consent again and tick all boxes.</translation>
    </message>
    <message>
        <source>Google hat keine dauerhafte Freigabe erteilt. Bitte starten Sie die Freigabe erneut.</source>
        <translation>Google gave no lasting consent. Please start the consent again.</translation>
    </message>
    <message>
        <source>Google hat die Antwort aus dem Browser nicht angenommen ({reason}). Bitte starten Sie die Freigabe erneut.</source>
        <translation>Google did not accept the answer from the browser ({reason}). Please start the consent again.</translation>
    </message>
    <message>
        <source>Das Google-Konto ließ sich nicht feststellen. Es wurde nichts gespeichert; bitte starten Sie die Freigabe erneut.</source>
        <translation>The Google account could not be determined. Nothing was saved; please start the consent again.</translation>
    </message>
    <message>
        <source>An diesem Arbeitsplatz fehlt der Schlüssel der Filialkette. Bitte geben Sie ihn an einem verbundenen Arbeitsplatz mit „terminplaner key export“ aus und übernehmen Sie ihn hier mit „terminplaner key import“, oder ziehen Sie die bestehenden Zustimmungen zurück und verbinden Sie neu.</source>
        <translation>This workstation lacks the key of the chain. Please hand it out at a connected workstation with “terminplaner key export” and take it over here with “terminplaner key import”, or withdraw the present consents and connect anew.</translation>
    </message>
    <message>
        <source>Der Schlüssel an diesem Arbeitsplatz passt nicht zu dieser Filialkette; vielleicht wurde er ersetzt. Bitte geben Sie ihn an einem verbundenen Arbeitsplatz mit „terminplaner key export“ aus und übernehmen Sie ihn hier mit „terminplaner key import“, oder ziehen Sie die bestehenden Zustimmungen zurück und verbinden Sie neu.</source>
        <translation>The key at this workstation does not fit this chain; perhaps it was replaced. Please hand it out at a connected workstation with “terminplaner key export” and take it over here with “terminplaner key import”, or withdraw the present consents and connect anew.</translation>
    </message>
    <message>
        <source>Die Filialkette hat einen neuen Schlüssel. Die anderen Arbeitsplätze brauchen ihn, bevor sie wieder synchronisieren: bitte geben Sie ihn mit „terminplaner key export“ aus. Für Sicherungen von vorher sind nach einer Wiederherstellung neue Freigaben nötig.</source>
        <translation>The chain has a new key. The other workstations need it before they synchronize again: please hand it out with “terminplaner key export”. Backups from before need new consents after a restore.</translation>
    </message>
    <message>
        <source>Der Schlüssel der Filialkette liegt in {path}. Wer diese Datei hat, kann die Freigaben der Datenbank lesen: bitte löschen Sie sie, sobald der andere Arbeitsplatz den Schlüssel übernommen hat.</source>
        <translation>The key of the chain is in {path}. Whoever has this file can read the consents of the database: please delete it as soon as the other workstation has taken the key over.</translation>
    </message>
    <message>
        <source>Dieser Arbeitsplatz hat jetzt den Schlüssel der Filialkette. Bitte löschen Sie die Datei {path}.</source>
        <translation>This workstation now has the key of the chain. Please delete the file {path}.</translation>
    </message>
    <message>
        <source>Die Datei {path} enthält keinen Schlüssel. Bitte wählen Sie eine, die „terminplaner key export“ geschrieben hat.</source>
        <translation>The file {path} contains no key. Please choose one that “terminplaner key export” wrote.</translation>
    </message>
    <message>
        <source>Die Datei {path} gehört zu einer anderen Filialkette. Bitte geben Sie den Schlüssel an einem Arbeitsplatz dieser Filialkette aus.</source>
        <translation>The file {path} belongs to another chain. Please hand out the key at a workstation of this chain.</translation>
    </message>
    <message>
        <source>Es ist keine OAuth-Client-Datei von Google hinterlegt. Bitte importieren Sie sie in der Filialverwaltung unter Termine.</source>
        <translation>There is no OAuth client file of Google. Please import it in the branch management under Appointments.</translation>
    </message>
    <message>
        <source>Die OAuth-Client-Datei ist unbrauchbar. Bitte importieren Sie die Datei, die Google für eine „Desktop-App“ ausgibt.</source>
        <translation>The OAuth client file is unusable. Please import the file that Google gives out for a “Desktop app”.</translation>
    </message>
    <message>
        <source>Die OAuth-Client-Datei „{path}“ kann nicht gelesen werden. Bitte prüfen Sie Pfad und Zugriffsrechte.</source>
        <translation>The OAuth client file “{path}” cannot be read. Please check the path and the access rights.</translation>
    </message>
    <message>
        <source>Google nimmt die OAuth-Client-Datei nicht an ({error}). Bitte prüfen Sie sie in der Google Cloud Console.</source>
        <translation>Google does not accept the OAuth client file ({error}). Please check it in the Google Cloud Console.</translation>
    </message>
    <message>
        <source>Für die OAuth-Client-Datei ist die Google Calendar API nicht eingeschaltet. Bitte schalten Sie sie in der Google Cloud Console ein.</source>
        <translation>The Google Calendar API is not enabled for the OAuth client file. Please enable it in the Google Cloud Console.</translation>
    </message>
    <message>
        <source>Die Adresse „{address}“ ist unverschlüsselt; erlaubt ist das nur für diesen Rechner selbst. Bitte verwenden Sie https.</source>
        <translation>The address “{address}” is not encrypted; that is allowed only for this computer itself. Please use https.</translation>
    </message>
    <message>
        <source>Die Uhr dieses Rechners geht um {minutes} Minuten falsch, deshalb nimmt Google die Anmeldung nicht an. Bitte stellen Sie die Uhr.</source>
        <translation>The clock of this computer is off by {minutes} minutes, so Google does not accept the sign-in. Please set the clock.</translation>
    </message>
    <message>
        <source>Google ist nicht zu finden. Bitte prüfen Sie die Internetverbindung.</source>
        <translation>Google cannot be found. Please check the internet connection.</translation>
    </message>
    <message>
        <source>Die Verbindung zu Google wurde abgelehnt. Bitte prüfen Sie Internetverbindung und Firewall.</source>
        <translation>The connection to Google was refused. Please check internet connection and firewall.</translation>
    </message>
    <message>
        <source>Google antwortet nicht rechtzeitig. Bitte versuchen Sie es später erneut.</source>
        <translation>Google does not answer in time. Please try again later.</translation>
    </message>
    <message>
        <source>Die Verbindung zu Google ist abgerissen. Bitte versuchen Sie es erneut.</source>
        <translation>The connection to Google broke off. Please try again.</translation>
    </message>
    <message>
        <source>Das Zertifikat der Verbindung zu Google ist nicht vertrauenswürdig. Bitte prüfen Sie Virenscanner, Proxy und die Uhr dieses Rechners.</source>
        <translation>The certificate of the connection to Google is not trustworthy. Please check virus scanner, proxy and the clock of this computer.</translation>
    </message>
    <message>
        <source>Der eingestellte Proxy ist nicht erreichbar oder verweigert die Verbindung. Bitte prüfen Sie die Proxy-Einstellungen.</source>
        <translation>The proxy cannot be reached or refuses the connection. Please check the proxy settings.</translation>
    </message>
    <message>
        <source>Google nimmt gerade keine weiteren Anfragen an. Bitte versuchen Sie es in einigen Minuten erneut.</source>
        <translation>Google accepts no further requests at the moment. Please try again in a few minutes.</translation>
    </message>
    <message>
        <source>Google hat die Anfrage abgelehnt ({status} {reason}). Bitte versuchen Sie es erneut.</source>
        <translation>Google refused the request ({status} {reason}). Please try again.</translation>
    </message>
    <message>
        <source>Der Hauptkalender eines Google-Kontos kann nicht verknüpft werden, damit keine privaten Termine verloren gehen. Bitte wählen Sie einen anderen Kalender oder legen Sie einen neuen an.</source>
        <translation>The primary calendar of a Google account cannot be linked, so that no private appointments get lost. Please choose another calendar or create a new one.</translation>
    </message>
    <message>
        <source>Der Kalender „{calendar}“ gehört diesem Google-Konto nicht. Bitte wählen Sie einen eigenen Kalender.</source>
        <translation>The calendar “{calendar}” does not belong to this Google account. Please choose a calendar of your own.</translation>
    </message>
    <message>
        <source>Dieser Kalender ist schon mit „{resource}“ verknüpft. Bitte wählen Sie einen anderen oder lösen Sie zuerst diese Verknüpfung.</source>
        <translation>This calendar is already linked with “{resource}”. Please choose another one or end that link first.</translation>
    </message>
    <message>
        <source>Diesen Kalender gibt es in dem Google-Konto nicht. Bitte prüfen Sie die ID oder wählen Sie einen anderen.</source>
        <translation>This calendar does not exist in the Google account. Please check the ID or choose another one.</translation>
    </message>
    <message>
        <source>Für einen Kalender, den Terminplaner nicht angelegt hat, ist eine weitere Freigabe nötig.</source>
        <translation>A calendar that Terminplaner did not create needs a further consent.</translation>
    </message>
    <message>
        <source>Der Kalender „{name}“ wurde vielleicht schon angelegt. Bitte starten Sie die Freigabe erneut und setzen Sie beide Haken, damit er gefunden werden kann.</source>
        <translation>The calendar “{name}” may have been created already. Please start the consent again and tick both boxes, so that it can be found.</translation>
    </message>
    <message>
        <source>„{resource}“ ist jetzt mit dem Google-Kalender „{calendar}“ verknüpft.</source>
        <translation>“{resource}” is now linked with the Google calendar “{calendar}”.</translation>
    </message>
    <message>
        <source>Es wurde nichts verknüpft.</source>
        <translation>Nothing was linked.</translation>
    </message>
    <message>
        <source>Der Kalender „{calendar}“ wurde geleert, aber nicht verknüpft. Die Sicherung liegt unter „{path}“.</source>
        <translation>The calendar “{calendar}” was emptied but not linked. The backup is in “{path}”.</translation>
    </message>
    <message>
        <source>Das Löschen wurde abgebrochen. Was schon gelöscht ist, liegt in der Sicherung „{path}“. Der Kalender ist nicht verknüpft.</source>
        <translation>Deletion was canceled. What has been deleted already is in the backup “{path}”. The calendar is not linked.</translation>
    </message>
    <message>
        <source>Einige Termine ({count}) wurden nach der Sicherung geändert und sind deshalb geblieben.</source>
        <translation>Some appointments ({count}) were changed after the backup and therefore stayed.</translation>
    </message>
    <message>
        <source>Die Zustimmung besteht weiter.</source>
        <translation>The consent remains.</translation>
    </message>
    <message>
        <source>Die Zustimmung wurde zurückgezogen. Beendete Verknüpfungen: {resources}. Die Termine bleiben auf beiden Seiten erhalten.</source>
        <translation>The consent was withdrawn. Ended links: {resources}. The appointments stay on both sides.</translation>
    </message>
    <message>
        <source>Die Zustimmung wurde zurückgezogen. Die Termine bleiben auf beiden Seiten erhalten.</source>
        <translation>The consent was withdrawn. The appointments stay on both sides.</translation>
    </message>
    <message>
        <source>Hier ist die Freigabe gelöscht, aber Google hat es nicht bestätigt. Bitte entfernen Sie den Zugriff auch unter myaccount.google.com/permissions. Beendete Verknüpfungen: {resources}.</source>
        <translation>The consent is deleted here, but Google did not confirm it. Please remove the access under myaccount.google.com/permissions as well. Ended links: {resources}.</translation>
    </message>
    <message>
        <source>Im Programm ist ein unerwarteter Fehler aufgetreten ({kind}). Bitte geben Sie das Protokoll aus dem Ordner „logs“ des Profils an den Support weiter; mit --debug steht der Hintergrund auch hier.</source>
        <translation>An unexpected error has occurred in the program ({kind}). Please pass the log from the folder “logs” of the profile on to support; with --debug the background is shown here too.</translation>
    </message>
    <message>
        <source>Das Ergebnis konnte nicht ausgegeben werden ({reason}). Bitte prüfen Sie das Ziel der Ausgabe, und sehen Sie vor einem zweiten Versuch nach, was schon geschehen ist.</source>
        <translation>The result could not be written ({reason}). Please check where the output goes, and look at what has already happened before you try again.</translation>
    </message>
    <message>
        <source>Diese Zeit liegt zu weit entfernt. Bitte nennen Sie ein Jahr von {low} bis {high}.</source>
        <translation>This time lies too far away. Please name a year from {low} to {high}.</translation>
    </message>
    <message>
        <source>Ein ganztägiger Termin hat keine Minuten. Bitte nennen Sie mit --end den Tag nach seinem letzten, oder lassen Sie --minutes weg.</source>
        <translation>An all-day appointment has no minutes. Please name the day after its last with --end, or leave out --minutes.</translation>
    </message>
    <message>
        <source>In dieser Datenbank gibt es noch keine Filialkette. Bitte legen Sie sie mit „terminplaner init“ an.</source>
        <translation>There is no chain in this database yet. Please create it with “terminplaner init”.</translation>
    </message>
    <message>
        <source>Die Filialkette wurde angelegt.</source>
        <translation>The chain was created.</translation>
    </message>
    <message>
        <source>Die Filialkette ist schon angelegt; es wurde nichts geändert.</source>
        <translation>The chain exists already; nothing was changed.</translation>
    </message>
    <message>
        <source>Eine Ressource „{resource}“ gibt es nicht. „terminplaner resource list“ zeigt alle.</source>
        <translation>There is no resource “{resource}”. “terminplaner resource list” shows all.</translation>
    </message>
    <message>
        <source>„{name}“ steht nicht in der Liste {list}. Möglich sind: {known}.</source>
        <translation>“{name}” is not in the list {list}. Possible are: {known}.</translation>
    </message>
    <message>
        <source>Einen Kunden mit der Nummer {number} gibt es nicht. Bitte prüfen Sie die Nummer oder geben Sie den Namen an.</source>
        <translation>There is no customer with the number {number}. Please check the number or give the name.</translation>
    </message>
    <message>
        <source>Mehrere Kunden heißen „{name}“. Bitte geben Sie die Kundennummer an: {numbers}.</source>
        <translation>Several customers are called “{name}”. Please give the customer number: {numbers}.</translation>
    </message>
    <message>
        <source>„{text}“ ist keine Zeitangabe. Bitte schreiben Sie sie wie 2026-11-23T10:30.</source>
        <translation>“{text}” is not a time. Please write it like 2026-11-23T10:30.</translation>
    </message>
    <message>
        <source>„{text}“ ist kein Datum. Bitte schreiben Sie es wie 2026-11-23.</source>
        <translation>“{text}” is not a date. Please write it like 2026-11-23.</translation>
    </message>
    <message>
        <source>„{text}“ ist keine Kennung. Die Kennung steht am Anfang jeder Zeile von „terminplaner {listing}“.</source>
        <translation>“{text}” is not an ID. The ID stands at the beginning of each line of “terminplaner {listing}”.</translation>
    </message>
    <message>
        <source>Das Ende fehlt. Bitte geben Sie --end oder --minutes an.</source>
        <translation>The end is missing. Please give --end or --minutes.</translation>
    </message>
    <message>
        <source>Diese Verknüpfung braucht eine Bestätigung. Bitte rufen Sie den Befehl mit --yes oder in einem Terminal auf.</source>
        <translation>This link needs a confirmation. Please run the command with --yes or in a terminal.</translation>
    </message>
    <message>
        <source>Bitte öffnen Sie diese Adresse im Browser und erteilen Sie dort die Freigabe:</source>
        <translation>Please open this address in the browser and give your consent there:</translation>
    </message>
    <message>
        <source>Es ist noch keine Ressource mit einem Google-Kalender verknüpft; „terminplaner connect“ verknüpft eine.</source>
        <translation>No resource is linked with a Google calendar yet; “terminplaner connect” links one.</translation>
    </message>
    <message>
        <source>Es wartet nichts auf eine Entscheidung.</source>
        <translation>Nothing waits for a decision.</translation>
    </message>
    <message>
        <source>Es gibt noch keine Ressourcen; angelegt werden sie im Fenster unter „Administration“.</source>
        <translation>There are no resources yet; they are created in the window under “Administration”.</translation>
    </message>
    <message>
        <source>Es wurden keine Termine gefunden.</source>
        <translation>No appointments were found.</translation>
    </message>
    <message>
        <source>Es wurde nicht bestätigt; es wurde nichts geändert. Mit „ja“ oder --yes stimmen Sie zu.</source>
        <translation>It was not confirmed; nothing was changed. You agree with “yes” or --yes.</translation>
    </message>
    <message>
        <source>Kalender „{calendar}“: {adopted} Termine sind auf beiden Seiten, {imported} kommen aus Google, {to_push} gehen zu Google. Verknüpfen? (ja/nein)</source>
        <translation>Calendar “{calendar}”: {adopted} appointments are on both sides, {imported} come from Google, {to_push} go to Google. Link? (yes/no)</translation>
    </message>
    <message>
        <source>Alle {count} Termine im Kalender „{calendar}“ werden nach einer Sicherung gelöscht. Fortfahren? (ja/nein)</source>
        <translation>All {count} appointments in the calendar “{calendar}” will be deleted after a backup. Continue? (yes/no)</translation>
    </message>
    <message>
        <source>Die Termine des Kalenders sind gesichert in {path}. Jetzt wird er geleert.</source>
        <translation>The appointments of the calendar are backed up in {path}. It is emptied now.</translation>
    </message>
    <message>
        <source>Der Kalender ist zurzeit verknüpft. Die Verknüpfung endet mit dem Löschen; die Termine im Terminplaner bleiben und gehen in den Kalender, sobald er wieder verknüpft ist.</source>
        <translation>The calendar is linked at present. The link ends with the deletion; the appointments in Terminplaner stay and go into the calendar once it is linked again.</translation>
    </message>
    <message>
        <source>Der Kalender „{calendar}“ ist geleert: {deleted} Termine gelöscht, {kept} behalten, weil sie inzwischen geändert wurden. Die Sicherung liegt in {path}.</source>
        <translation>The calendar “{calendar}” is emptied: {deleted} appointments deleted, {kept} kept because they were changed meanwhile. The backup is in {path}.</translation>
    </message>
    <message>
        <source>Den Kalender „{calendar}“ hat nicht Terminplaner angelegt. Dafür ist eine zweite Freigabe nötig, die auch Termine eigener Kalender umfasst.</source>
        <translation>The calendar “{calendar}” was not created by Terminplaner. This needs a second consent, which covers the events of own calendars too.</translation>
    </message>
    <message>
        <source>Der Browser ließ sich nicht öffnen. Bitte öffnen Sie diese Adresse auf diesem Computer: {address}</source>
        <translation>The browser could not be opened. Please open this address on this computer: {address}</translation>
    </message>
    <message>
        <source>Die Verknüpfung von „{resource}“ ist beendet. Die Termine bleiben auf beiden Seiten.</source>
        <translation>The link of “{resource}” has ended. The appointments stay on both sides.</translation>
    </message>
    <message>
        <source>Die Synchronisation ist ausgeschaltet. Bitte schalten Sie sie in der Filialverwaltung oder mit „terminplaner settings set google_sync on“ ein.</source>
        <translation>The synchronization is switched off. Please switch it on in the branch management or with “terminplaner settings set google_sync on”.</translation>
    </message>
    <message>
        <source>Die Sicherung liegt in {path}.</source>
        <translation>The backup is in {path}.</translation>
    </message>
    <message>
        <source>Die Sicherung ist zurückgespielt. Der vorherige Stand liegt in {path}.</source>
        <translation>The backup is restored. The previous state is in {path}.</translation>
    </message>
    <message>
        <source>{imported} Termine übernommen, {updated} geändert, {unchanged} unverändert, {skipped} nicht übernommen.</source>
        <translation>{imported} appointments imported, {updated} changed, {unchanged} unchanged, {skipped} not imported.</translation>
    </message>
    <message>
        <source>Die Datei {path} gibt es schon. Bitte wählen Sie einen anderen Namen.</source>
        <translation>The file {path} exists already. Please choose another name.</translation>
    </message>
    <message>
        <source>Die Datei {path} lässt sich nicht schreiben. Bitte prüfen Sie Ordner und Rechte.</source>
        <translation>The file {path} cannot be written. Please check folder and rights.</translation>
    </message>
    <message>
        <source>Die Datei {path} lässt sich nicht lesen. Bitte prüfen Sie Name und Rechte.</source>
        <translation>The file {path} cannot be read. Please check name and rights.</translation>
    </message>
    <message>
        <source>Diese Verknüpfungen brauchen jemanden: {resources}. „terminplaner problems list“ zeigt, was zu entscheiden ist.</source>
        <translation>These links need somebody: {resources}. “terminplaner problems list” shows what is to be decided.</translation>
    </message>
    <message>
        <source>Die Datenbank antwortet.</source>
        <translation>The database answers.</translation>
    </message>
    <message>
        <source>Der Schlüsselspeicher ist benutzbar.</source>
        <translation>The key store can be used.</translation>
    </message>
    <message>
        <source>Die OAuth-Client-Datei ist in Ordnung.</source>
        <translation>The OAuth client file is in order.</translation>
    </message>
    <message>
        <source>Google ist erreichbar, und die Uhr stimmt.</source>
        <translation>Google can be reached, and the clock is right.</translation>
    </message>
    <message>
        <source>Alle Verknüpfungen sind in Ordnung.</source>
        <translation>All links are in order.</translation>
    </message>
    <message>
        <source>Das ist der letzte Administrator. Bitte geben Sie zuerst einem anderen Benutzer diese Rolle.</source>
        <translation>This is the last administrator. Please give this role to another user first.</translation>
    </message>
    <message>
        <source>„{value}“ ist für „{field}“ nicht möglich. Bitte wählen Sie einen anderen Wert.</source>
        <translation>“{value}” is not possible for “{field}”. Please choose another value.</translation>
    </message>
    <message>
        <source>Eine Ressource steht doppelt im Termin. Bitte nennen Sie jede nur einmal.</source>
        <translation>A resource stands twice in the appointment. Please name each only once.</translation>
    </message>
    <message>
        <source>Der Beginn fehlt. Bitte geben Sie ihn an.</source>
        <translation>The begin is missing. Please give it.</translation>
    </message>
    <message>
        <source>Diese Frage ist schon entschieden. Es ist nichts weiter zu tun.</source>
        <translation>This question has been decided already. There is nothing more to do.</translation>
    </message>
    <message>
        <source>„{choice}“ ist hier keine mögliche Antwort. Möglich sind: {choices}.</source>
        <translation>“{choice}” is not a possible answer here. Possible are: {choices}.</translation>
    </message>
    <message>
        <source>Die Datei ist keine iCalendar-Datei. Bitte wählen Sie eine Datei mit der Endung .ics.</source>
        <translation>The file is not an iCalendar file. Please choose a file that ends in .ics.</translation>
    </message>
    <message>
        <source>Der Eintrag ist unvollständig; sein Ende fehlt.</source>
        <translation>The entry is incomplete; its end is missing.</translation>
    </message>
    <message>
        <source>Der Eintrag ist beschädigt und ließ sich nicht lesen.</source>
        <translation>The entry is damaged and could not be read.</translation>
    </message>
    <message>
        <source>Der Eintrag ist kein Termin.</source>
        <translation>The entry is not an appointment.</translation>
    </message>
    <message>
        <source>Der Eintrag steht mehrfach in der Datei; gelesen wurde der neueste.</source>
        <translation>The entry stands in the file several times; the latest was read.</translation>
    </message>
    <message>
        <source>Die Serie geht weiter; eingelesen wurde sie bis zum Ende des Zeitraums.</source>
        <translation>The series goes on; it was read up to the end of the period.</translation>
    </message>
    <message>
        <source>Die Serie wiederholt sich öfter als täglich. Bitte legen Sie diese Termine einzeln an.</source>
        <translation>The series repeats more often than daily. Please create these appointments one by one.</translation>
    </message>
    <message>
        <source>Die Wiederholung des Eintrags ließ sich nicht lesen.</source>
        <translation>The repetition of the entry could not be read.</translation>
    </message>
    <message>
        <source>Beginn oder Ende des Eintrags ließen sich nicht lesen.</source>
        <translation>Begin or end of the entry could not be read.</translation>
    </message>
    <message>
        <source>Die Zeitzone des Eintrags ist nicht bekannt.</source>
        <translation>The time zone of the entry is not known.</translation>
    </message>
    <message>
        <source>Die Datenbank ist gerade durch einen anderen Vorgang belegt. Bitte versuchen Sie es gleich noch einmal.</source>
        <translation>The database is busy with another operation. Please try again in a moment.</translation>
    </message>
    <message>
        <source>Der Datenträger der Datenbank ist voll. Bitte schaffen Sie Platz und versuchen Sie es erneut.</source>
        <translation>The disk of the database is full. Please make room and try again.</translation>
    </message>
    <message>
        <source>Die Datenbank ist schreibgeschützt. Bitte prüfen Sie die Zugriffsrechte.</source>
        <translation>The database is read-only. Please check the access rights.</translation>
    </message>
    <message>
        <source>Die Datenbank ist nicht erreichbar. Bitte prüfen Sie Pfad, Netzwerk und Server.</source>
        <translation>The database cannot be reached. Please check path, network and server.</translation>
    </message>
    <message>
        <source>Die Datenbankdatei ist beschädigt. Bitte stellen Sie die letzte Sicherung wieder her.</source>
        <translation>The database file is damaged. Please restore the latest backup.</translation>
    </message>
    <message>
        <source>Ein verknüpfter Eintrag ist nicht mehr vorhanden. Bitte laden Sie die Ansicht neu.</source>
        <translation>A linked entry no longer exists. Please reload the view.</translation>
    </message>
    <message>
        <source>Diese Datenbankadresse wird nicht unterstützt. Bitte nennen Sie eine SQLite-Datei oder einen PostgreSQL-Server.</source>
        <translation>This database address is not supported. Please name an SQLite file or a PostgreSQL server.</translation>
    </message>
    <message>
        <source>Die Datenbank stammt von einer neueren Programmversion. Bitte aktualisieren Sie Terminplaner an diesem Arbeitsplatz.</source>
        <translation>The database comes from a newer version of the program. Please update Terminplaner at this workstation.</translation>
    </message>
    <message>
        <source>„{path}“ ist keine Sicherung von Terminplaner. Bitte wählen Sie eine andere Datei.</source>
        <translation>“{path}” is not a backup of Terminplaner. Please choose another file.</translation>
    </message>
    <message>
        <source>„{path}“ kann nicht geschrieben werden. Bitte prüfen Sie Ordner und Zugriffsrechte.</source>
        <translation>“{path}” cannot be written. Please check folder and access rights.</translation>
    </message>
    <message>
        <source>Der Text enthält Zeichen, die nicht gespeichert werden können. Bitte entfernen Sie sie.</source>
        <translation>The text contains characters that cannot be stored. Please remove them.</translation>
    </message>
    <message>
        <source>Die Sicherung „{path}“ konnte nicht geschrieben werden; es wurde nichts gelöscht. Bitte prüfen Sie Platz und Zugriffsrechte.</source>
        <translation>The backup “{path}” could not be written; nothing was deleted. Please check room and access rights.</translation>
    </message>
    <message>
        <source>Die Richtung von „{resource}“ wurde gerade geändert. Der nächste Durchgang vergleicht alles.</source>
        <translation>The direction of “{resource}” has just been changed. The next run compares everything.</translation>
    </message>
    <message>
        <source>Ein anderer Arbeitsplatz synchronisiert diesen Kalender gerade. Bitte versuchen Sie es gleich noch einmal.</source>
        <translation>Another workstation is synchronizing this calendar. Please try again in a moment.</translation>
    </message>
    <message>
        <source>Google zeigt von den Terminen dieses Kalenders nur noch die Zeiten und nicht mehr die Texte. Er wird deshalb nicht abgeglichen, und die Termine hier bleiben, wie sie sind. Bitte stellen Sie die Rechte in Google wieder her oder verknüpfen Sie einen anderen Kalender.</source>
        <translation>Google now shows only the times of the appointments in this calendar and no longer their texts. It is therefore not synced, and the appointments here stay as they are. Please restore the rights in Google or link another calendar.</translation>
    </message>
    <message>
        <source>Der Kalender gehört bei Google dem Konto {owner}, und nur dieses kann ihn löschen. Es wird weiter abgeglichen; bitte klären Sie mit dem Eigentümer, ob das so bleiben soll.</source>
        <translation>At Google the calendar belongs to the account {owner}, and only that account can delete it. It is still kept equal; please ask the owner whether it shall stay so.</translation>
    </message>
    <message>
        <source>Auf den Kalender besteht bei Google kein Zugriff mehr. Bitte geben Sie ihn dort wieder frei oder verknüpfen Sie einen anderen.</source>
        <translation>There is no access to the calendar at Google any more. Please share it there again or link another one.</translation>
    </message>
    <message>
        <source>Bei der Freigabe fehlte ein Haken. Bitte starten Sie sie in der Administration über die Lupe erneut und setzen Sie alle Haken.</source>
        <translation>A box was not ticked during the consent. Please start it again in the Administration with the magnifier and tick all boxes.</translation>
    </message>
    <message>
        <source>Google nimmt gerade nicht so viele Anfragen an. Es geht von selbst weiter.</source>
        <translation>Google does not accept so many requests at the moment. It goes on by itself.</translation>
    </message>
    <message>
        <source>Google hat gerade eine Störung ({status}). Es geht von selbst weiter.</source>
        <translation>Google has a disruption at the moment ({status}). It goes on by itself.</translation>
    </message>
    <message>
        <source>Das Tageskontingent des Google-Kontos ist erschöpft. Nach einer Pause geht es von selbst weiter.</source>
        <translation>The daily quota of the Google account is used up. After a pause it goes on by itself.</translation>
    </message>
    <message>
        <source>Google zeigt den Kalender plötzlich leer. Es wurde nichts gelöscht; bitte entscheiden Sie, was gelten soll.</source>
        <translation>Google suddenly shows the calendar empty. Nothing was deleted; please decide what shall count.</translation>
    </message>
    <message>
        <source>Der Termin wurde in Google zu einer Serie und wird hier nur noch angezeigt.</source>
        <translation>The appointment became a series in Google and is only shown here.</translation>
    </message>
    <message>
        <source>Der Termin wird fortwährend von beiden Seiten geändert, vermutlich von einem anderen Programm. Bitte entscheiden Sie, welche Fassung gilt.</source>
        <translation>The appointment is being changed again and again from both sides, probably by another program. Please decide which version counts.</translation>
    </message>
    <message>
        <source>Google nimmt diesen Termin nicht an. Bitte prüfen Sie Zeit und Texte.</source>
        <translation>Google does not accept this appointment. Please check time and texts.</translation>
    </message>
    <message>
        <source>Dieser Eintrag aus Google ließ sich nicht lesen. Bitte prüfen Sie ihn in Google.</source>
        <translation>This entry from Google could not be read. Please check it in Google.</translation>
    </message>
    <message>
        <source>Der Eintrag bleibt auf Ihren Wunsch unverändert.</source>
        <translation>The entry stays unchanged at your wish.</translation>
    </message>
    <message>
        <source>Auf einen Schlag würde ungewöhnlich viel gelöscht. Es wurde noch nichts gelöscht; bitte entscheiden Sie, ob das gewollt ist.</source>
        <translation>Unusually much would be deleted at a stroke. Nothing has been deleted yet; please decide whether that is intended.</translation>
    </message>
    <message>
        <source>Der Kalender ließ sich seitdem noch nicht lesen. Sobald das gelingt, stehen die Unterschiede hier; bis dahin wird er nicht abgeglichen.</source>
        <translation>The calendar could not be read since then. Once it can be, the differences are shown here; until then it is not synchronized.</translation>
    </message>
    <message>
        <source>Die Datenbank wurde aus einer Sicherung wiederhergestellt. Bitte bestätigen Sie die Unterschiede zu Google, bevor etwas übertragen wird.</source>
        <translation>The database was restored from a backup. Please confirm the differences to Google before anything is transferred.</translation>
    </message>
    <message>
        <source>Das Tageskontingent des Google-Kontos ist erschöpft. Bis {until} wird nichts nach Google geschrieben, nur gelesen; danach geht es von selbst weiter.</source>
        <translation>The daily quota of the Google account is used up. Until {until} nothing is written to Google, only read; then it goes on by itself.</translation>
    </message>
    <message>
        <source>Privat</source>
        <translation>Private</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
</context>
<context>
    <name>planner</name>
    <message>
        <source>U</source>
        <translation>V</translation>
    </message>
    <message>
        <source>K</source>
        <translation>S</translation>
    </message>
    <message>
        <source>S</source>
        <translation>T</translation>
    </message>
    <message>
        <source>B</source>
        <translation>C</translation>
    </message>
    <message>
        <source>A</source>
        <translation>O</translation>
    </message>
    <message>
        <source>N</source>
        <comment>a letter in the year: not available</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>F</source>
        <translation>H</translation>
    </message>
    <message>
        <source>Abwesenheit</source>
        <translation>Absence</translation>
    </message>
    <message>
        <source>Nichtverfügbarkeit</source>
        <translation>Unavailability</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Feiertag</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>Zahl: so viele zugleich</source>
        <translation>Number: so many at once</translation>
    </message>
    <message>
        <source>Ganztägig</source>
        <translation>All day</translation>
    </message>
    <message>
        <source>Angelegt {at} von {by}</source>
        <translation>Created {at} by {by}</translation>
    </message>
    <message>
        <source>geändert {at} von {by}</source>
        <translation>changed {at} by {by}</translation>
    </message>
    <message>
        <source>Herkunft: {origin}</source>
        <translation>Origin: {origin}</translation>
    </message>
    <message>
        <source>+{count} weitere</source>
        <translation>+{count} more</translation>
    </message>
    <message>
        <source>am ersten {day}</source>
        <translation>on the first {day}</translation>
    </message>
    <message>
        <source>am zweiten {day}</source>
        <translation>on the second {day}</translation>
    </message>
    <message>
        <source>am dritten {day}</source>
        <translation>on the third {day}</translation>
    </message>
    <message>
        <source>am vierten {day}</source>
        <translation>on the fourth {day}</translation>
    </message>
    <message>
        <source>am letzten {day}</source>
        <translation>on the last {day}</translation>
    </message>
    <message>
        <source>{day} im {month}</source>
        <translation>{day} of {month}</translation>
    </message>
    <message>
        <source>am {day}. {month}</source>
        <translation>on {month} {day}</translation>
    </message>
    <message>
        <source>am {day}.</source>
        <translation>on day {day}</translation>
    </message>
    <message>
        <source>am {days}</source>
        <translation>on {days}</translation>
    </message>
    <message>
        <source>bis {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>Termin {number} von {count}</source>
        <translation>Appointment {number} of {count}</translation>
    </message>
    <message>
        <source>angelegt bis {day}, endet nie</source>
        <translation>created up to {day}, never ends</translation>
    </message>
    <message>
        <source>{count} Termine</source>
        <translation>{count} appointments</translation>
    </message>
    <message>
        <source>endet nie</source>
        <translation>never ends</translation>
    </message>
    <message>
        <source>täglich</source>
        <translation>daily</translation>
    </message>
    <message>
        <source>wöchentlich</source>
        <translation>weekly</translation>
    </message>
    <message>
        <source>monatlich</source>
        <translation>monthly</translation>
    </message>
    <message>
        <source>jährlich</source>
        <translation>yearly</translation>
    </message>
    <message>
        <source>alle {count} Tage</source>
        <translation>every {count} days</translation>
    </message>
    <message>
        <source>alle {count} Wochen</source>
        <translation>every {count} weeks</translation>
    </message>
    <message>
        <source>alle {count} Monate</source>
        <translation>every {count} months</translation>
    </message>
    <message>
        <source>alle {count} Jahre</source>
        <translation>every {count} years</translation>
    </message>
    <message>
        <source>entfällt: {holiday}</source>
        <translation>left out: {holiday}</translation>
    </message>
    <message>
        <source>belegt: {others}</source>
        <translation>taken: {others}</translation>
    </message>
    <message>
        <source>zur selben Zeit: {others}</source>
        <translation>at the same time: {others}</translation>
    </message>
    <message>
        <source>ganztägig</source>
        <translation>all day</translation>
    </message>
    <message>
        <source>Achtung, liegt in einer Abwesenheit: {absences}</source>
        <translation>Caution, lies within an absence: {absences}</translation>
    </message>
    <message>
        <source>storniert</source>
        <translation>canceled</translation>
    </message>
    <message>
        <source>schreibgeschützt</source>
        <translation>read-only</translation>
    </message>
    <message>
        <source>Terminserie</source>
        <translation>series</translation>
    </message>
    <message>
        <source>aus einer Terminserie, einzeln geändert</source>
        <translation>of a series, changed on its own</translation>
    </message>
    <message>
        <source>Hausbesuch</source>
        <translation>Home visit</translation>
    </message>
    <message>
        <source>Paralleltermin</source>
        <translation>Parallel appointment</translation>
    </message>
    <message>
        <source>nicht verfügbar</source>
        <translation>unavailable</translation>
    </message>
    <message>
        <source>als frei angezeigt</source>
        <translation>shown as free</translation>
    </message>
    <message>
        <source>aus Google Kalender</source>
        <translation>from Google Calendar</translation>
    </message>
    <message>
        <source>Vorbereitung {before} min, Nachbereitung {after} min</source>
        <translation>Preparation {before} min, follow-up {after} min</translation>
    </message>
    <message>
        <source>Ein Termin ausgewählt</source>
        <translation>1 appointment selected</translation>
    </message>
    <message>
        <source>{count} Termine ausgewählt</source>
        <translation>{count} appointments selected</translation>
    </message>
    <message>
        <source>Verschieben: {what}</source>
        <translation>Moving: {what}</translation>
    </message>
    <message>
        <source>Kopieren: {what}</source>
        <translation>Copying: {what}</translation>
    </message>
    <message>
        <source>Eintragen: {what}</source>
        <translation>Booking: {what}</translation>
    </message>
    <message>
        <source>{title}, {minutes} min</source>
        <translation>{title}, {minutes} min</translation>
    </message>
    <message>
        <source>Für Sie nicht erlaubt</source>
        <translation>Not allowed for you</translation>
    </message>
    <message>
        <source>Belegt: hier ist kein Platz</source>
        <translation>Taken: there is no room here</translation>
    </message>
    <message>
        <source>Überschneidung</source>
        <translation>Overlap</translation>
    </message>
    <message>
        <source>Außerhalb der Verfügbarkeit</source>
        <translation>Outside the availability</translation>
    </message>
    <message>
        <source>Außerhalb der Öffnungszeiten</source>
        <translation>Outside the opening hours</translation>
    </message>
    <message>
        <source>In der Vergangenheit</source>
        <translation>In the past</translation>
    </message>
    <message>
        <source>dddd, d. MMMM yyyy</source>
        <comment>a date; letters as in QDate::toString</comment>
        <translation>dddd, MMMM d, yyyy</translation>
    </message>
    <message>
        <source>KW {week} · {first}–{last}</source>
        <translation>CW {week} · {first} – {last}</translation>
    </message>
    <message>
        <source>– ohne –</source>
        <translation>– none –</translation>
    </message>
    <message>
        <source>Kein weiterer Termin in dieser Richtung</source>
        <translation>No further appointment in this direction</translation>
    </message>
    <message>
        <source>„{name}“</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>{hours} Uhr</source>
        <translation>{hours}</translation>
    </message>
    <message>
        <source>Ohne Haken bei Filiale: die eigene, in einer Ansicht alle.</source>
        <translation>No branch ticked: your own, in a view all of them.</translation>
    </message>
    <message>
        <source>{resource} abwesend: {kind}</source>
        <translation>{resource} away: {kind}</translation>
    </message>
    <message>
        <source>{resource} nicht verfügbar</source>
        <translation>{resource} not available</translation>
    </message>
    <message>
        <source>außerhalb der Öffnungszeiten</source>
        <translation>outside the opening times</translation>
    </message>
    <message>
        <source>geschlossen</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>Feiertag: {name}</source>
        <translation>Holiday: {name}</translation>
    </message>
    <message>
        <source>nicht im Raster</source>
        <translation>not in the raster</translation>
    </message>
    <message>
        <source>vergangen</source>
        <translation>past</translation>
    </message>
    <message>
        <source>und {count} weitere</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>Bitte prüfen: {reasons} ({days}).</source>
        <translation>Please check: {reasons} ({days}).</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Tagesliste {day}</source>
        <translation>Day list {day}</translation>
    </message>
    <message>
        <source>Tagesliste</source>
        <translation>Day list</translation>
    </message>
    <message>
        <source>Fortsetzung</source>
        <translation>continued</translation>
    </message>
    <message>
        <source>{branch} · gedruckt am {time}</source>
        <translation>{branch} · printed on {time}</translation>
    </message>
    <message>
        <source>Seite {number} von {count}</source>
        <translation>Page {number} of {count}</translation>
    </message>
    <message>
        <source>1 Termin</source>
        <translation>1 appointment</translation>
    </message>
    <message>
        <source>{count} Termine</source>
        <translation>{count} appointments</translation>
    </message>
    <message>
        <source>Keine Termine an diesem Tag.</source>
        <translation>No appointments on this day.</translation>
    </message>
    <message>
        <source>Kunde {number}</source>
        <translation>Customer {number}</translation>
    </message>
    <message>
        <source>mit {names}</source>
        <translation>with {names}</translation>
    </message>
    <message>
        <source>Kunde kommt {minutes} min früher</source>
        <translation>Customer comes {minutes} min early</translation>
    </message>
    <message>
        <source>{minutes} min Vorbereitung</source>
        <translation>{minutes} min preparation</translation>
    </message>
    <message>
        <source>{minutes} min Nachbereitung</source>
        <translation>{minutes} min follow-up</translation>
    </message>
    <message>
        <source>Terminzettel {day}</source>
        <translation>Appointment slip {day}</translation>
    </message>
    <message>
        <source>Ihr Termin</source>
        <translation>Your appointment</translation>
    </message>
    <message>
        <source>Ihre Termine</source>
        <translation>Your appointments</translation>
    </message>
    <message>
        <source>{time} Uhr</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>bei {names}</source>
        <translation>with {names}</translation>
    </message>
    <message>
        <source>Wir kommen zu Ihnen.</source>
        <translation>We will come to you.</translation>
    </message>
    <message>
        <source>Wir kommen zu Ihnen: {address}</source>
        <translation>We will come to you: {address}</translation>
    </message>
    <message>
        <source>Bitte {minutes} Minuten früher kommen, also um {time} Uhr.</source>
        <translation>Please come {minutes} minutes early, that is at {time}.</translation>
    </message>
    <message>
        <source>Sie können nicht kommen? Bitte sagen Sie uns rechtzeitig Bescheid.</source>
        <translation>You cannot come? Please let us know in good time.</translation>
    </message>
    <message>
        <source>Wochenplan {day}</source>
        <translation>Week plan {day}</translation>
    </message>
    <message>
        <source>Wochenplan · {branch} · KW {week} · {first} – {last}</source>
        <translation>Week plan · {branch} · CW {week} · {first} – {last}</translation>
    </message>
    <message>
        <source>Im Wochenplan gekürzt</source>
        <translation>Shortened in the week plan</translation>
    </message>
</context>
<context>
    <name>rhythm</name>
    <message>
        <source>wöchentlich</source>
        <translation>weekly</translation>
    </message>
    <message>
        <source>monatlich {place}</source>
        <translation>monthly {place}</translation>
    </message>
    <message>
        <source>am ersten im Monat</source>
        <translation>on the first in the month</translation>
    </message>
    <message>
        <source>am zweiten im Monat</source>
        <translation>on the second in the month</translation>
    </message>
    <message>
        <source>am dritten im Monat</source>
        <translation>on the third in the month</translation>
    </message>
    <message>
        <source>am vierten im Monat</source>
        <translation>on the fourth in the month</translation>
    </message>
    <message>
        <source>am letzten im Monat</source>
        <translation>on the last in the month</translation>
    </message>
    <message>
        <source>alle {count} Wochen</source>
        <translation>every {count} weeks</translation>
    </message>
    <message>
        <source>alle </source>
        <translation>every </translation>
    </message>
    <message>
        <source> Wochen</source>
        <translation> weeks</translation>
    </message>
    <message>
        <source>jede Woche</source>
        <translation>every week</translation>
    </message>
    <message>
        <source>Abstand</source>
        <translation>Interval</translation>
    </message>
</context>
<context>
    <name>waiting list</name>
    <message>
        <source>Dringend</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Kann warten</source>
        <translation>Can wait</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>abgelaufen</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>seit {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>Person und Raum</source>
        <translation>Person and room</translation>
    </message>
    <message>
        <source>ab {clock}</source>
        <translation>from {clock}</translation>
    </message>
    <message>
        <source>bis {clock}</source>
        <translation>until {clock}</translation>
    </message>
    <message>
        <source>ab {day}</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>bis {day}</source>
        <translation>until {day}</translation>
    </message>
</context>
</TS>
