"""What a code says, in German: the data of the catalogue in ``messages``.

A sentence says what is wrong and what to do.  ``{name}`` is filled with the parameter of that name.
"""

from __future__ import annotations

from collections.abc import Mapping


def QT_TRANSLATE_NOOP(_context: str, sentence: str) -> str:  # the name lupdate looks for
    """Mark a sentence for translation; PySide6's own is typed to return ``object``."""
    return sentence


SENTENCES: Mapping[str, str] = {
    # -- anything
    "error": QT_TRANSLATE_NOOP("messages", "Das ist fehlgeschlagen. Bitte versuchen Sie es erneut."),
    "cancelled": QT_TRANSLATE_NOOP("messages", "Der Vorgang wurde abgebrochen."),
    "invalid_input": QT_TRANSLATE_NOOP(
        "messages", "Diese Eingabe ist nicht gültig. Bitte prüfen Sie Ihre Angaben."
    ),
    "not_found": QT_TRANSLATE_NOOP(
        "messages", "Der Eintrag ist nicht mehr vorhanden. Bitte laden Sie die Ansicht neu."
    ),
    "permission_denied": QT_TRANSLATE_NOOP(
        "messages", "Dafür fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an einen Administrator."
    ),
    "user_deleted": QT_TRANSLATE_NOOP(
        "messages",
        "Das Benutzerkonto „{user}“ wurde gelöscht. Bitte melden Sie sich unter einem anderen Namen an.",
    ),
    "password_changed": QT_TRANSLATE_NOOP(
        "messages", "Für „{user}“ wurde ein neues Passwort vergeben. Bitte melden Sie sich damit an."
    ),
    "own_password_changed": QT_TRANSLATE_NOOP(
        "messages",
        "Sie haben an einem anderen Arbeitsplatz ein neues Passwort für „{user}“ vergeben. Bitte melden Sie sich "
        "damit auch hier an.",
    ),
    "rights_changed": QT_TRANSLATE_NOOP(
        "messages",
        "Die Rechte von „{user}“ wurden soeben geändert, deshalb wurde nichts gespeichert. Bitte versuchen Sie es "
        "noch einmal.",
    ),
    "login_failed": QT_TRANSLATE_NOOP(
        "messages", "Benutzername oder Passwort stimmen nicht. Bitte versuchen Sie es erneut."
    ),
    "stale_revision": QT_TRANSLATE_NOOP(
        "messages",
        "Der Eintrag wurde inzwischen an anderer Stelle geändert. Bitte laden Sie ihn neu und wiederholen Sie "
        "Ihre Änderung.",
    ),
    # -- input
    "field_missing": QT_TRANSLATE_NOOP("messages", "Bitte füllen Sie das Feld „{field}“ aus."),
    "number_out_of_range": QT_TRANSLATE_NOOP(
        "messages", "„{field}“ muss zwischen {low} und {high} liegen. Bitte ändern Sie den Wert."
    ),
    "name_taken": QT_TRANSLATE_NOOP(
        "messages", "Die Bezeichnung „{name}“ ist schon vergeben. Bitte wählen Sie eine andere."
    ),
    "holiday_without_day": QT_TRANSLATE_NOOP(
        "messages", "Einen {day}.{month}. gibt es nicht. Bitte prüfen Sie Tag und Monat."
    ),
    "view_names_resource_twice": QT_TRANSLATE_NOOP(
        "messages", "Eine Ressource steht zweimal in der Ansicht. Bitte entfernen Sie eine der beiden Spalten."
    ),
    "holiday_columns": QT_TRANSLATE_NOOP(
        "messages", "In der ersten Zeile fehlen die Namen der Spalten. Erwartet werden: {columns}."
    ),
    "holiday_number": QT_TRANSLATE_NOOP("messages", "In der Spalte „{column}“ steht keine ganze Zahl: „{value}“."),
    "holidays_exist": QT_TRANSLATE_NOOP(
        "messages", "Importieren geht nur, solange es noch keine eigenen Feiertage gibt."
    ),
    "typed_time_unreadable": QT_TRANSLATE_NOOP(
        "messages", "Das ist keine Uhrzeit. Bitte geben Sie sie so ein: 14, 1430 oder 14:30."
    ),
    "birth_unreadable": QT_TRANSLATE_NOOP(
        "messages", "Das ist kein Geburtsdatum. Bitte geben Sie es so ein: 3.5.1961."
    ),
    "end_before_start": QT_TRANSLATE_NOOP(
        "messages", "Das Ende liegt vor dem Beginn. Bitte ändern Sie die Zeiten."
    ),
    "length_missing": QT_TRANSLATE_NOOP(
        "messages", "Beginn und Ende sind gleich. Bitte ändern Sie die Zeiten oder die Dauer."
    ),
    "opening_overlaps": QT_TRANSLATE_NOOP(
        "messages", "Die Öffnungszeiten eines Tages überschneiden sich. Bitte ändern Sie sie."
    ),
    "opening_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Die Öffnungszeiten „{text}“ lassen sich nicht lesen. Bitte geben Sie sie so ein: 9–13, 14:30–18.",
    ),
    "naive_instant": QT_TRANSLATE_NOOP("messages", "Die Zeitangabe nennt keine Zeitzone. Bitte ergänzen Sie sie."),
    "nonexistent_local_time": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Uhrzeit gibt es an diesem Tag nicht, weil die Uhr auf Sommerzeit umgestellt wird ({time}). Bitte "
        "wählen Sie eine andere.",
    ),
    "unknown_setting": QT_TRANSLATE_NOOP(
        "messages", "Die Einstellung „{key}“ gibt es nicht. Bekannt sind: {known}."
    ),
    "setting_value": QT_TRANSLATE_NOOP(
        "messages", "„{value}“ passt nicht zur Einstellung „{key}“. Erlaubt sind: {allowed}."
    ),
    # -- appointments
    "resource_missing": QT_TRANSLATE_NOOP(
        "messages", "Es fehlt eine Ressource. Bitte wählen Sie mindestens eine aus."
    ),
    "several_resources_repeated": QT_TRANSLATE_NOOP(
        "messages",
        "Eine Nichtverfügbarkeit, die sich wiederholt, gilt für eine Ressource. Bitte wählen Sie nur eine aus, "
        "und tragen Sie sie für jede weitere eigens ein.",
    ),
    "several_days_repeated": QT_TRANSLATE_NOOP(
        "messages",
        "Was sich jede Woche wiederholt, dauert höchstens eine Woche und geht nicht über Mitternacht. Bitte "
        "kürzen Sie den Zeitraum, oder tragen Sie jeden Tag eigens ein.",
    ),
    "weekday_missing": QT_TRANSLATE_NOOP("messages", "Bitte kreuzen Sie mindestens einen Wochentag an."),
    "weekday_never_comes": QT_TRANSLATE_NOOP(
        "messages",
        "Bis zum Ende der Gültigkeit kommt nicht jeder angekreuzte Wochentag vor. Bitte wählen Sie ein späteres "
        "Ende oder weniger Tage.",
    ),
    "customer_unknown": QT_TRANSLATE_NOOP(
        "messages", "Bitte wählen Sie den Kunden aus der Liste, oder legen Sie ihn neu an."
    ),
    "waiting_for_nobody": QT_TRANSLATE_NOOP(
        "messages", "Wählen Sie einen Kunden, oder schreiben Sie in die Bemerkung, wer wartet."
    ),
    "waiting_no_more": QT_TRANSLATE_NOOP(
        "messages", "Dieser Eintrag der Warteliste ist inzwischen erledigt. Der Termin wurde nicht angelegt."
    ),
    "capacity_exceeded": QT_TRANSLATE_NOOP(
        "messages",
        "„{resource}“ ist zu dieser Zeit schon belegt: {colliding}. Bitte wählen Sie eine andere Zeit oder eine "
        "andere Ressource.",
    ),
    "template_missing": QT_TRANSLATE_NOOP(
        "messages", "Neue Termine entstehen hier nur aus einer Terminvorlage. Bitte wählen Sie eine aus."
    ),
    "type_missing": QT_TRANSLATE_NOOP("messages", "Der Termin braucht einen Typ. Bitte wählen Sie einen aus."),
    "only_creator_cancels": QT_TRANSLATE_NOOP(
        "messages",
        "Diesen Termin darf nur entfernen, wer ihn angelegt hat ({creator}), oder ein Administrator.",
    ),
    "series_collides": QT_TRANSLATE_NOOP(
        "messages",
        "An diesen Tagen ist „{resource}“ schon belegt: {days}. Es wurde nichts gespeichert. Bitte lassen Sie "
        "diese Tage aus, oder wählen Sie eine andere Zeit.",
    ),
    "series_full": QT_TRANSLATE_NOOP(
        "messages",
        "An allen Tagen der Serie ist „{resource}“ schon belegt. Es wurde nichts gespeichert. Bitte wählen Sie "
        "eine andere Zeit.",
    ),
    "series_called_off": QT_TRANSLATE_NOOP(
        "messages",
        "Mit diesem Status findet ein Termin nicht statt. Bitte wählen Sie für die Serie einen anderen.",
    ),
    "series_empty": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Wiederholung ergibt keinen einzigen Termin. Bitte ändern Sie das Intervall oder das Ende; endlose "
        "Serien reichen bis zum Ende der Kalenderperiode.",
    ),
    "series_ends_before_start": QT_TRANSLATE_NOOP(
        "messages", "Die Wiederholung endet vor dem ersten Termin. Bitte ändern Sie das Ende."
    ),
    "series_too_long": QT_TRANSLATE_NOOP(
        "messages", "Eine Wiederholung darf höchstens {years} Jahre reichen. Bitte wählen Sie ein früheres Ende."
    ),
    "series_day_fixed": QT_TRANSLATE_NOOP(
        "messages",
        "Der Tag lässt sich nur für einen einzelnen Termin der Serie ändern. Bitte speichern Sie nur diesen "
        "Termin, oder legen Sie eine neue Serie an.",
    ),
    "not_in_series": QT_TRANSLATE_NOOP(
        "messages", "Der Termin gehört zu keiner Serie. Bitte laden Sie die Ansicht neu."
    ),
    "already_in_series": QT_TRANSLATE_NOOP(
        "messages", "Der Termin gehört schon zu einer Serie. Bitte laden Sie die Ansicht neu."
    ),
    "calendar_period_shorter": QT_TRANSLATE_NOOP(
        "messages",
        "Die Kalenderperiode reicht schon bis {present} und lässt sich nicht verkürzen. Bitte wählen Sie ein "
        "späteres Datum.",
    ),
    "calendar_period_too_long": QT_TRANSLATE_NOOP(
        "messages",
        "Die Kalenderperiode darf höchstens {years} Jahre voraus reichen. Bitte wählen Sie ein früheres Datum.",
    ),
    "calendar_period_fixed": QT_TRANSLATE_NOOP(
        "messages", "Die Kalenderperiode wird nicht eingestellt, sondern vorgetragen."
    ),
    "read_only_appointment": QT_TRANSLATE_NOOP(
        "messages",
        "Dieser Termin gehört einem Google-Kalender und kann hier nur angesehen werden. Bitte ändern Sie ihn in "
        "Google.",
    ),
    "google_is_only_read": QT_TRANSLATE_NOOP(
        "messages",
        "„{resource}“ übernimmt Termine nur aus Google. Diesen Termin ändern oder löschen Sie bitte dort, im "
        "Google-Kalender.",
    ),
    "emptying_only_read": QT_TRANSLATE_NOOP(
        "messages",
        "„{resource}“ übernimmt Termine nur aus Google; darum wird im Google-Kalender nichts gelöscht.",
    ),
    "google_change_not_allowed": QT_TRANSLATE_NOOP(
        "messages",
        "Dieser Termin ist in Google entstanden. Solche Termine ändert Ihre Filialkette nur dort, im "
        "Google-Kalender von „{resource}“.",
    ),
    "google_deletion_not_allowed": QT_TRANSLATE_NOOP(
        "messages",
        "Dieser Termin ist in Google entstanden. Solche Termine löscht Ihre Filialkette nur dort, im "
        "Google-Kalender von „{resource}“.",
    ),
    "may_not_plan": QT_TRANSLATE_NOOP(
        "messages",
        "Sie dürfen für „{resource}“ keine Termine planen. Bitte wenden Sie sich an einen Administrator.",
    ),
    "may_not_plan_absences": QT_TRANSLATE_NOOP(
        "messages",
        "Sie dürfen für „{resource}“ keine Abwesenheiten und Verfügbarkeiten eintragen. Bitte wenden Sie sich an "
        "einen Administrator.",
    ),
    "outside_hours": QT_TRANSLATE_NOOP(
        "messages",
        "{reason} Sie dürfen nur innerhalb der Arbeitszeiten planen. Bitte wählen Sie eine andere Zeit.",
    ),
    "may_not_link": QT_TRANSLATE_NOOP(
        "messages",
        "Sie dürfen „{resource}“ nicht mit Google verknüpfen. Bitte wenden Sie sich an einen Administrator.",
    ),
    "private_stays": QT_TRANSLATE_NOOP(
        "messages",
        "Der Termin muss bei „{resource}“ bleiben: Er ist in Google privat, und nur dort stehen seine Texte. "
        "Verschieben Sie ihn im Google-Kalender.",
    ),
    "appointment_cancelled": QT_TRANSLATE_NOOP(
        "messages", "Der Termin ist storniert. Bitte stellen Sie ihn wieder her, bevor Sie ihn ändern."
    ),
    "restore_too_late": QT_TRANSLATE_NOOP(
        "messages",
        "Der Termin wurde am {day} storniert. Wiederherstellen lässt er sich nur {days} Tage lang; bitte legen "
        "Sie ihn neu an.",
    ),
    "account_of_another": QT_TRANSLATE_NOOP(
        "messages",
        "Die Freigabe des Google-Kontos {account} hat jemand anders erteilt. Bitte starten Sie die Freigabe "
        "selbst, und melden Sie sich dabei mit Ihrem eigenen Konto an.",
    ),
    "consent_other_account": QT_TRANSLATE_NOOP(
        "messages",
        "„{resource}“ war bisher mit dem Google-Konto {before} verknüpft, angemeldet sind Sie jetzt mit {now}. "
        "Wenn Sie weitermachen, gilt ein Kalender von {now}; was im Kalender von {before} steht, bleibt dort "
        "unverändert. War das nicht gewollt, brechen Sie bitte ab, und melden Sie sich mit dem bisherigen Konto "
        "an.",
    ),
    "nothing_to_undo": QT_TRANSLATE_NOOP("messages", "Es gibt nichts rückgängig zu machen."),
    "not_last_step": QT_TRANSLATE_NOOP(
        "messages", "Inzwischen wurde noch etwas anderes geändert. Rückgängig geht es der Reihe nach."
    ),
    "nothing_to_redo": QT_TRANSLATE_NOOP("messages", "Es gibt nichts zu wiederholen."),
    "not_revertible": QT_TRANSLATE_NOOP(
        "messages", "Dieser Eintrag hat hier keinen Termin geändert. Es gibt nichts zurückzunehmen."
    ),
    "changed_since": QT_TRANSLATE_NOOP(
        "messages",
        "Der Termin wurde seither noch einmal geändert, zuletzt von {by}. Bitte ändern Sie ihn bei Bedarf im "
        "Terminplaner.",
    ),
    # -- master data
    "resource_is_linked": QT_TRANSLATE_NOOP(
        "messages",
        "„{resource}“ ist mit einem Google-Kalender verknüpft. Bitte lösen Sie zuerst die Verknüpfung.",
    ),
    "resource_not_linked": QT_TRANSLATE_NOOP(
        "messages", "„{resource}“ ist mit keinem Google-Kalender verknüpft. Bitte starten Sie zuerst die Freigabe."
    ),
    "resource_has_future_appointments": QT_TRANSLATE_NOOP(
        "messages",
        "„{resource}“ hat noch {count} künftige Termine. Bitte verschieben oder stornieren Sie sie zuerst.",
    ),
    "customer_has_future_appointments": QT_TRANSLATE_NOOP(
        "messages",
        "„{name}“ hat noch {count} künftige Termine und kann deshalb nicht gelöscht werden. Bitte stornieren Sie "
        "sie zuerst.",
    ),
    "customer_has_series": QT_TRANSLATE_NOOP(
        "messages",
        "„{name}“ hat noch eine Serie ohne Ende und kann deshalb nicht gelöscht werden. Bitte stornieren Sie die "
        "Serie zuerst.",
    ),
    "customer_is_waiting": QT_TRANSLATE_NOOP(
        "messages",
        "„{name}“ steht noch auf der Warteliste und kann deshalb nicht gelöscht werden. Bitte nehmen Sie den "
        "Eintrag zuerst von der Liste.",
    ),
    "employee_in_use": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Einträge verweisen noch auf „{employee}“: {names}. Bitte wählen Sie dort zuerst einen anderen "
        "Mitarbeiter oder keinen.",
    ),
    # -- this workstation
    "storage": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datenbank ist gerade nicht erreichbar. Bitte prüfen Sie die Verbindung und versuchen Sie es erneut.",
    ),
    "lease_lost": QT_TRANSLATE_NOOP(
        "messages",
        "Ein anderer Arbeitsplatz hat die Synchronisation übernommen. Es ist nichts weiter zu tun.",
    ),
    "profile_not_writable": QT_TRANSLATE_NOOP(
        "messages",
        "In den Ordner „{path}“ kann nicht geschrieben werden ({reason}). Bitte prüfen Sie die Zugriffsrechte.",
    ),
    "profile_path_unusable": QT_TRANSLATE_NOOP(
        "messages",
        "Der Ordner „{path}“ enthält ein Fragezeichen und kann die Datenbank nicht aufnehmen. Bitte wählen Sie "
        "einen anderen.",
    ),
    "no_display": QT_TRANSLATE_NOOP(
        "messages",
        "Für das Fenster fehlt ein Bildschirm (DISPLAY, WAYLAND_DISPLAY); ohne ihn gehen die Befehle aus "
        "„terminplaner --help“ und die Vorführung „terminplaner demo --headless“.",
    ),
    "already_running": QT_TRANSLATE_NOOP(
        "messages",
        "Terminplaner ist an diesem Arbeitsplatz schon geöffnet. Bitte wechseln Sie zum offenen Fenster.",
    ),
    "secret_store": QT_TRANSLATE_NOOP(
        "messages",
        "Die Schlüsselverwaltung dieses Rechners ist nicht nutzbar. Bitte richten Sie einen Schlüsselbund ein.",
    ),
    "keyring_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Auf diesem Rechner ist kein Schlüsselbund eingerichtet. Ohne ihn kann keine Freigabe gespeichert werden; "
        "bitte richten Sie einen ein oder nennen Sie in der Umgebungsvariablen TERMINPLANER_KEY_FILE eine "
        "Schlüsseldatei.",
    ),
    "keyring_failed": QT_TRANSLATE_NOOP(
        "messages",
        "Der Schlüsselbund dieses Rechners antwortet nicht ({reason}). Bitte entsperren Sie ihn und versuchen "
        "Sie es erneut.",
    ),
    "keyring_forgets": QT_TRANSLATE_NOOP(
        "messages",
        "Der Schlüsselbund dieses Rechners hat den Schlüssel nicht behalten. Bitte prüfen Sie seine Einrichtung.",
    ),
    "key_file_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Die Schlüsseldatei „{path}“ ist nicht lesbar oder beschädigt. Bitte prüfen Sie Pfad und Zugriffsrechte.",
    ),
    "key_file_unwritable": QT_TRANSLATE_NOOP(
        "messages",
        "Die Schlüsseldatei „{path}“ kann nicht geschrieben werden. Bitte prüfen Sie Pfad und Zugriffsrechte.",
    ),
    # -- paper
    "printer_refused": QT_TRANSLATE_NOOP(
        "messages", "Der Drucker „{name}“ nimmt den Auftrag nicht an. Bitte prüfen Sie, ob er eingeschaltet ist."
    ),
    # -- Google
    "google": QT_TRANSLATE_NOOP(
        "messages", "Google hat die Anfrage nicht angenommen. Bitte versuchen Sie es später erneut."
    ),
    "consent": QT_TRANSLATE_NOOP(
        "messages", "Die Freigabe wurde nicht abgeschlossen. Bitte starten Sie sie erneut."
    ),
    "calendar_refused": QT_TRANSLATE_NOOP(
        "messages", "Dieser Kalender kann nicht verknüpft werden. Bitte wählen Sie einen anderen."
    ),
    "offline": QT_TRANSLATE_NOOP(
        "messages",
        "Google ist gerade nicht erreichbar. Die Termine bleiben hier gespeichert und werden nachgereicht.",
    ),
    "needs_consent": QT_TRANSLATE_NOOP(
        "messages",
        "Die Freigabe bei Google gilt nicht mehr. Bitte starten Sie sie in der Administration über die Lupe "
        "erneut.",
    ),
    # -- consent and linking
    "consent_page_title": QT_TRANSLATE_NOOP("messages", "Terminplaner"),
    "consent_page_granted": QT_TRANSLATE_NOOP(
        "messages", "Die Freigabe wurde erteilt. Sie können dieses Fenster schließen."
    ),
    "consent_page_refused": QT_TRANSLATE_NOOP(
        "messages",
        "Die Freigabe wurde nicht abgeschlossen. Wie es weitergeht, steht im Terminplaner. Sie können dieses "
        "Fenster schließen.",
    ),
    "consent_denied": QT_TRANSLATE_NOOP(
        "messages",
        "Die Freigabe wurde im Browser abgelehnt. Es wurde nichts gespeichert; Sie können sie jederzeit "
        "erneut starten.",
    ),
    "consent_timeout": QT_TRANSLATE_NOOP(
        "messages",
        "Innerhalb von {minutes} Minuten kam keine Antwort aus dem Browser. Bitte starten Sie die Freigabe "
        "erneut.",
    ),
    "consent_cancelled": QT_TRANSLATE_NOOP(
        "messages", "Die Freigabe wurde abgebrochen. Es wurde nichts gespeichert."
    ),
    "consent_failed": QT_TRANSLATE_NOOP(
        "messages", "Google hat die Freigabe nicht abgeschlossen ({reason}). Bitte starten Sie sie erneut."
    ),
    "admin_policy_enforced": QT_TRANSLATE_NOOP(
        "messages",
        "Der Administrator Ihres Google-Kontos erlaubt diese Freigabe nicht. Bitte wenden Sie sich an ihn "
        "oder nehmen Sie ein anderes Konto.",
    ),
    "org_internal": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Freigabe ist nur für Konten einer bestimmten Organisation vorgesehen. Bitte nehmen Sie ein "
        "Konto dieser Organisation oder eine andere Client-Datei.",
    ),
    "scope_missing_created": QT_TRANSLATE_NOOP(
        "messages",
        "Der Haken „Sekundäre Google-Kalender erstellen und Termine darin bearbeiten“ fehlte; ohne ihn ist "
        "keine Synchronisation möglich. Es wurde nichts gespeichert. Bitte starten Sie die Freigabe erneut "
        "und setzen Sie beide Haken.",
    ),
    "scope_missing_list": QT_TRANSLATE_NOOP(
        "messages",
        "Der Haken „Die Liste der Google-Kalender ansehen“ fehlte; er wird für einen vorhandenen Kalender "
        "gebraucht. Bitte starten Sie die Freigabe erneut und setzen Sie alle Haken.",
    ),
    "scope_missing_owned": QT_TRANSLATE_NOOP(
        "messages",
        "Der Haken „Termine in eigenen Google-Kalendern bearbeiten“ fehlte; er wird für einen vorhandenen "
        "Kalender gebraucht. Bitte starten Sie die Freigabe erneut und setzen Sie alle Haken.",
    ),
    "no_refresh_token": QT_TRANSLATE_NOOP(
        "messages", "Google hat keine dauerhafte Freigabe erteilt. Bitte starten Sie die Freigabe erneut."
    ),
    "token_exchange_failed": QT_TRANSLATE_NOOP(
        "messages",
        "Google hat die Antwort aus dem Browser nicht angenommen ({reason}). Bitte starten Sie die Freigabe "
        "erneut.",
    ),
    "account_unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Das Google-Konto ließ sich nicht feststellen. Es wurde nichts gespeichert; bitte starten Sie die "
        "Freigabe erneut.",
    ),
    "chain_key_missing": QT_TRANSLATE_NOOP(
        "messages",
        "An diesem Arbeitsplatz fehlt der Schlüssel der Filialkette. Bitte geben Sie ihn an einem verbundenen "
        "Arbeitsplatz mit „terminplaner key export“ aus und übernehmen Sie ihn hier mit „terminplaner key "
        "import“, oder ziehen Sie die bestehenden Zustimmungen zurück und verbinden Sie neu.",
    ),
    "chain_key_wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Der Schlüssel an diesem Arbeitsplatz passt nicht zu dieser Filialkette; vielleicht wurde er ersetzt. "
        "Bitte geben Sie ihn an einem verbundenen Arbeitsplatz mit „terminplaner key export“ aus und übernehmen "
        "Sie ihn hier mit „terminplaner key import“, oder ziehen Sie die bestehenden Zustimmungen zurück und "
        "verbinden Sie neu.",
    ),
    "key_rotated": QT_TRANSLATE_NOOP(
        "messages",
        "Die Filialkette hat einen neuen Schlüssel. Die anderen Arbeitsplätze brauchen ihn, bevor sie wieder "
        "synchronisieren: bitte geben Sie ihn mit „terminplaner key export“ aus. Für Sicherungen von vorher sind "
        "nach einer Wiederherstellung neue Freigaben nötig.",
    ),
    "key_exported": QT_TRANSLATE_NOOP(
        "messages",
        "Der Schlüssel der Filialkette liegt in {path}. Wer diese Datei hat, kann die Freigaben der Datenbank "
        "lesen: bitte löschen Sie sie, sobald der andere Arbeitsplatz den Schlüssel übernommen hat.",
    ),
    "key_imported": QT_TRANSLATE_NOOP(
        "messages",
        "Dieser Arbeitsplatz hat jetzt den Schlüssel der Filialkette. Bitte löschen Sie die Datei {path}.",
    ),
    "not_a_key_file": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datei {path} enthält keinen Schlüssel. Bitte wählen Sie eine, die „terminplaner key export“ "
        "geschrieben hat.",
    ),
    "key_of_another_chain": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datei {path} gehört zu einer anderen Filialkette. Bitte geben Sie den Schlüssel an einem "
        "Arbeitsplatz dieser Filialkette aus.",
    ),
    "client_file_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Es ist keine OAuth-Client-Datei von Google hinterlegt. Bitte importieren Sie sie in der "
        "Filialverwaltung unter Termine.",
    ),
    "client_file_invalid": QT_TRANSLATE_NOOP(
        "messages",
        "Die OAuth-Client-Datei ist unbrauchbar. Bitte importieren Sie die Datei, die Google für eine "
        "„Desktop-App“ ausgibt.",
    ),
    "client_file_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Die OAuth-Client-Datei „{path}“ kann nicht gelesen werden. Bitte prüfen Sie Pfad und Zugriffsrechte.",
    ),
    "client_refused": QT_TRANSLATE_NOOP(
        "messages",
        "Google nimmt die OAuth-Client-Datei nicht an ({error}). Bitte prüfen Sie sie in der Google Cloud "
        "Console.",
    ),
    "calendar_api_disabled": QT_TRANSLATE_NOOP(
        "messages",
        "Für die OAuth-Client-Datei ist die Google Calendar API nicht eingeschaltet. Bitte schalten Sie sie "
        "in der Google Cloud Console ein.",
    ),
    "insecure_address": QT_TRANSLATE_NOOP(
        "messages",
        "Die Adresse „{address}“ ist unverschlüsselt; erlaubt ist das nur für diesen Rechner selbst. Bitte "
        "verwenden Sie https.",
    ),
    "clock_wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Die Uhr dieses Rechners geht um {minutes} Minuten falsch, deshalb nimmt Google die Anmeldung nicht "
        "an. Bitte stellen Sie die Uhr.",
    ),
    "offline_dns": QT_TRANSLATE_NOOP(
        "messages", "Google ist nicht zu finden. Bitte prüfen Sie die Internetverbindung."
    ),
    "offline_refused": QT_TRANSLATE_NOOP(
        "messages", "Die Verbindung zu Google wurde abgelehnt. Bitte prüfen Sie Internetverbindung und Firewall."
    ),
    "offline_timeout": QT_TRANSLATE_NOOP(
        "messages", "Google antwortet nicht rechtzeitig. Bitte versuchen Sie es später erneut."
    ),
    "offline_dropped": QT_TRANSLATE_NOOP(
        "messages", "Die Verbindung zu Google ist abgerissen. Bitte versuchen Sie es erneut."
    ),
    "offline_certificate": QT_TRANSLATE_NOOP(
        "messages",
        "Das Zertifikat der Verbindung zu Google ist nicht vertrauenswürdig. Bitte prüfen Sie Virenscanner, "
        "Proxy und die Uhr dieses Rechners.",
    ),
    "offline_proxy": QT_TRANSLATE_NOOP(
        "messages",
        "Der eingestellte Proxy ist nicht erreichbar oder verweigert die Verbindung. Bitte prüfen Sie die "
        "Proxy-Einstellungen.",
    ),
    "google_busy": QT_TRANSLATE_NOOP(
        "messages",
        "Google nimmt gerade keine weiteren Anfragen an. Bitte versuchen Sie es in einigen Minuten erneut.",
    ),
    "google_refused": QT_TRANSLATE_NOOP(
        "messages", "Google hat die Anfrage abgelehnt ({status} {reason}). Bitte versuchen Sie es erneut."
    ),
    "calendar_is_primary": QT_TRANSLATE_NOOP(
        "messages",
        "Der Hauptkalender eines Google-Kontos kann nicht verknüpft werden, damit keine privaten Termine "
        "verloren gehen. Bitte wählen Sie einen anderen Kalender oder legen Sie einen neuen an.",
    ),
    "calendar_not_owned": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender „{calendar}“ gehört diesem Google-Konto nicht. Bitte wählen Sie einen eigenen Kalender.",
    ),
    "calendar_linked_elsewhere": QT_TRANSLATE_NOOP(
        "messages",
        "Dieser Kalender ist schon mit „{resource}“ verknüpft. Bitte wählen Sie einen anderen oder lösen Sie "
        "zuerst diese Verknüpfung.",
    ),
    "calendar_not_found": QT_TRANSLATE_NOOP(
        "messages",
        "Diesen Kalender gibt es in dem Google-Konto nicht. Bitte prüfen Sie die ID oder wählen Sie einen "
        "anderen.",
    ),
    "calendar_needs_consent": QT_TRANSLATE_NOOP(
        "messages", "Für einen Kalender, den Terminplaner nicht angelegt hat, ist eine weitere Freigabe nötig."
    ),
    "calendar_creation_unclear": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender „{name}“ wurde vielleicht schon angelegt. Bitte starten Sie die Freigabe erneut und "
        "setzen Sie beide Haken, damit er gefunden werden kann.",
    ),
    "link_connected": QT_TRANSLATE_NOOP(
        "messages", "„{resource}“ ist jetzt mit dem Google-Kalender „{calendar}“ verknüpft."
    ),
    "link_not_made": QT_TRANSLATE_NOOP("messages", "Es wurde nichts verknüpft."),
    "calendar_emptied_not_linked": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender „{calendar}“ wurde geleert, aber nicht verknüpft. Die Sicherung liegt unter „{path}“.",
    ),
    "emptying_cancelled": QT_TRANSLATE_NOOP(
        "messages",
        "Das Löschen wurde abgebrochen. Was schon gelöscht ist, liegt in der Sicherung „{path}“. Der Kalender ist "
        "nicht verknüpft.",
    ),
    "events_kept": QT_TRANSLATE_NOOP(
        "messages", "Einige Termine ({count}) wurden nach der Sicherung geändert und sind deshalb geblieben."
    ),
    "consent_kept": QT_TRANSLATE_NOOP("messages", "Die Zustimmung besteht weiter."),
    "consent_revoked": QT_TRANSLATE_NOOP(
        "messages",
        "Die Zustimmung wurde zurückgezogen. Beendete Verknüpfungen: {resources}. Die Termine bleiben auf "
        "beiden Seiten erhalten.",
    ),
    "consent_revoked_unlinked": QT_TRANSLATE_NOOP(
        "messages", "Die Zustimmung wurde zurückgezogen. Die Termine bleiben auf beiden Seiten erhalten."
    ),
    "consent_forgotten": QT_TRANSLATE_NOOP(
        "messages",
        "Hier ist die Freigabe gelöscht, aber Google hat es nicht bestätigt. Bitte entfernen Sie den Zugriff auch "
        "unter myaccount.google.com/permissions. Beendete Verknüpfungen: {resources}.",
    ),
    # -- the command line
    "defect": QT_TRANSLATE_NOOP(
        "messages",
        "Im Programm ist ein unerwarteter Fehler aufgetreten ({kind}). Bitte geben Sie das Protokoll aus dem "
        "Ordner „logs“ des Profils an den Support weiter; mit --debug steht der Hintergrund auch hier.",
    ),
    "output_not_writable": QT_TRANSLATE_NOOP(
        "messages",
        "Das Ergebnis konnte nicht ausgegeben werden ({reason}). Bitte prüfen Sie das Ziel der Ausgabe, und sehen "
        "Sie vor einem zweiten Versuch nach, was schon geschehen ist.",
    ),
    "time_out_of_range": QT_TRANSLATE_NOOP(
        "messages", "Diese Zeit liegt zu weit entfernt. Bitte nennen Sie ein Jahr von {low} bis {high}."
    ),
    "whole_days_have_no_minutes": QT_TRANSLATE_NOOP(
        "messages",
        "Ein ganztägiger Termin hat keine Minuten. Bitte nennen Sie mit --end den Tag nach seinem letzten, oder "
        "lassen Sie --minutes weg.",
    ),
    "no_chain": QT_TRANSLATE_NOOP(
        "messages",
        "In dieser Datenbank gibt es noch keine Filialkette. Bitte legen Sie sie mit „terminplaner init“ an.",
    ),
    "chain_founded": QT_TRANSLATE_NOOP("messages", "Die Filialkette wurde angelegt."),
    "chain_exists": QT_TRANSLATE_NOOP(
        "messages",
        "Die Filialkette ist schon angelegt; es wurde nichts geändert.",
    ),
    "unknown_resource": QT_TRANSLATE_NOOP(
        "messages",
        "Eine Ressource „{resource}“ gibt es nicht. „terminplaner resource list“ zeigt alle.",
    ),
    "unknown_list_entry": QT_TRANSLATE_NOOP(
        "messages",
        "„{name}“ steht nicht in der Liste {list}. Möglich sind: {known}.",
    ),
    "unknown_customer_number": QT_TRANSLATE_NOOP(
        "messages",
        "Einen Kunden mit der Nummer {number} gibt es nicht. Bitte prüfen Sie die Nummer oder geben Sie den "
        "Namen an.",
    ),
    "customer_ambiguous": QT_TRANSLATE_NOOP(
        "messages",
        "Mehrere Kunden heißen „{name}“. Bitte geben Sie die Kundennummer an: {numbers}.",
    ),
    "not_a_time": QT_TRANSLATE_NOOP(
        "messages",
        "„{text}“ ist keine Zeitangabe. Bitte schreiben Sie sie wie 2026-11-23T10:30.",
    ),
    "not_a_date": QT_TRANSLATE_NOOP(
        "messages",
        "„{text}“ ist kein Datum. Bitte schreiben Sie es wie 2026-11-23.",
    ),
    "not_an_id": QT_TRANSLATE_NOOP(
        "messages",
        "„{text}“ ist keine Kennung. Die Kennung steht am Anfang jeder Zeile von „terminplaner {listing}“.",
    ),
    "end_missing": QT_TRANSLATE_NOOP("messages", "Das Ende fehlt. Bitte geben Sie --end oder --minutes an."),
    "confirmation_needed": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Verknüpfung braucht eine Bestätigung. Bitte rufen Sie den Befehl mit --yes oder in einem "
        "Terminal auf.",
    ),
    "open_address_yourself": QT_TRANSLATE_NOOP(
        "messages", "Bitte öffnen Sie diese Adresse im Browser und erteilen Sie dort die Freigabe:"
    ),
    "no_links": QT_TRANSLATE_NOOP(
        "messages",
        "Es ist noch keine Ressource mit einem Google-Kalender verknüpft; „terminplaner connect“ verknüpft eine.",
    ),
    "no_problems": QT_TRANSLATE_NOOP("messages", "Es wartet nichts auf eine Entscheidung."),
    "no_resources": QT_TRANSLATE_NOOP(
        "messages", "Es gibt noch keine Ressourcen; angelegt werden sie im Fenster unter „Administration“."
    ),
    "no_appointments": QT_TRANSLATE_NOOP("messages", "Es wurden keine Termine gefunden."),
    "not_confirmed": QT_TRANSLATE_NOOP(
        "messages",
        "Es wurde nicht bestätigt; es wurde nichts geändert. Mit „ja“ oder --yes stimmen Sie zu.",
    ),
    "confirm_link": QT_TRANSLATE_NOOP(
        "messages",
        "Kalender „{calendar}“: {adopted} Termine sind auf beiden Seiten, {imported} kommen aus Google, "
        "{to_push} gehen zu Google. Verknüpfen? (ja/nein)",
    ),
    "confirm_emptying": QT_TRANSLATE_NOOP(
        "messages",
        "Alle {count} Termine im Kalender „{calendar}“ werden nach einer Sicherung gelöscht. Fortfahren? "
        "(ja/nein)",
    ),
    "emptying_backed_up": QT_TRANSLATE_NOOP(
        "messages", "Die Termine des Kalenders sind gesichert in {path}. Jetzt wird er geleert."
    ),
    "emptying_ends_link": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender ist zurzeit verknüpft. Die Verknüpfung endet mit dem Löschen; die Termine im Terminplaner "
        "bleiben und gehen in den Kalender, sobald er wieder verknüpft ist.",
    ),
    "calendar_emptied": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender „{calendar}“ ist geleert: {deleted} Termine gelöscht, {kept} behalten, weil sie "
        "inzwischen geändert wurden. Die Sicherung liegt in {path}.",
    ),
    "second_consent": QT_TRANSLATE_NOOP(
        "messages",
        "Den Kalender „{calendar}“ hat nicht Terminplaner angelegt. Dafür ist eine zweite Freigabe nötig, "
        "die auch Termine eigener Kalender umfasst.",
    ),
    "browser_not_opened": QT_TRANSLATE_NOOP(
        "messages",
        "Der Browser ließ sich nicht öffnen. Bitte öffnen Sie diese Adresse auf diesem Computer: {address}",
    ),
    "link_ended": QT_TRANSLATE_NOOP(
        "messages",
        "Die Verknüpfung von „{resource}“ ist beendet. Die Termine bleiben auf beiden Seiten.",
    ),
    "google_sync_is_off": QT_TRANSLATE_NOOP(
        "messages",
        "Die Synchronisation ist ausgeschaltet. Bitte schalten Sie sie in der Filialverwaltung oder mit "
        "„terminplaner settings set google_sync on“ ein.",
    ),
    "backup_written": QT_TRANSLATE_NOOP("messages", "Die Sicherung liegt in {path}."),
    "restored": QT_TRANSLATE_NOOP(
        "messages",
        "Die Sicherung ist zurückgespielt. Der vorherige Stand liegt in {path}.",
    ),
    "import_report": QT_TRANSLATE_NOOP(
        "messages",
        "{imported} Termine übernommen, {updated} geändert, {unchanged} unverändert, {skipped} nicht übernommen.",
    ),
    "file_exists": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datei {path} gibt es schon. Bitte wählen Sie einen anderen Namen.",
    ),
    "file_not_writable": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datei {path} lässt sich nicht schreiben. Bitte prüfen Sie Ordner und Rechte.",
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datei {path} lässt sich nicht lesen. Bitte prüfen Sie Name und Rechte.",
    ),
    "links_need_attention": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Verknüpfungen brauchen jemanden: {resources}. „terminplaner problems list“ zeigt, was zu "
        "entscheiden ist.",
    ),
    "check_database": QT_TRANSLATE_NOOP("messages", "Die Datenbank antwortet."),
    "check_keyring": QT_TRANSLATE_NOOP("messages", "Der Schlüsselspeicher ist benutzbar."),
    "check_google_client": QT_TRANSLATE_NOOP("messages", "Die OAuth-Client-Datei ist in Ordnung."),
    "check_network": QT_TRANSLATE_NOOP("messages", "Google ist erreichbar, und die Uhr stimmt."),
    "check_links": QT_TRANSLATE_NOOP("messages", "Alle Verknüpfungen sind in Ordnung."),
    # -- the sync
    "last_administrator": QT_TRANSLATE_NOOP(
        "messages",
        "Das ist der letzte Administrator. Bitte geben Sie zuerst einem anderen Benutzer diese Rolle.",
    ),
    "field_unknown": QT_TRANSLATE_NOOP(
        "messages",
        "„{value}“ ist für „{field}“ nicht möglich. Bitte wählen Sie einen anderen Wert.",
    ),
    "resource_twice": QT_TRANSLATE_NOOP(
        "messages",
        "Eine Ressource steht doppelt im Termin. Bitte nennen Sie jede nur einmal.",
    ),
    "start_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Der Beginn fehlt. Bitte geben Sie ihn an.",
    ),
    "problem_not_open": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Frage ist schon entschieden. Es ist nichts weiter zu tun.",
    ),
    "choice_does_not_fit": QT_TRANSLATE_NOOP(
        "messages",
        "„{choice}“ ist hier keine mögliche Antwort. Möglich sind: {choices}.",
    ),
    "not_icalendar": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datei ist keine iCalendar-Datei. Bitte wählen Sie eine Datei mit der Endung .ics.",
    ),
    "component_not_closed": QT_TRANSLATE_NOOP(
        "messages",
        "Der Eintrag ist unvollständig; sein Ende fehlt.",
    ),
    "component_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Der Eintrag ist beschädigt und ließ sich nicht lesen.",
    ),
    "not_an_event": QT_TRANSLATE_NOOP(
        "messages",
        "Der Eintrag ist kein Termin.",
    ),
    "duplicate_uid": QT_TRANSLATE_NOOP(
        "messages",
        "Der Eintrag steht mehrfach in der Datei; gelesen wurde der neueste.",
    ),
    "series_continues": QT_TRANSLATE_NOOP(
        "messages",
        "Die Serie geht weiter; eingelesen wurde sie bis zum Ende des Zeitraums.",
    ),
    "series_too_dense": QT_TRANSLATE_NOOP(
        "messages",
        "Die Serie wiederholt sich öfter als täglich. Bitte legen Sie diese Termine einzeln an.",
    ),
    "rule_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Die Wiederholung des Eintrags ließ sich nicht lesen.",
    ),
    "time_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Beginn oder Ende des Eintrags ließen sich nicht lesen.",
    ),
    "unknown_time_zone": QT_TRANSLATE_NOOP(
        "messages",
        "Die Zeitzone des Eintrags ist nicht bekannt.",
    ),
    "locked": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datenbank ist gerade durch einen anderen Vorgang belegt. Bitte versuchen Sie es gleich noch einmal.",
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "messages",
        "Der Datenträger der Datenbank ist voll. Bitte schaffen Sie Platz und versuchen Sie es erneut.",
    ),
    "read_only": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datenbank ist schreibgeschützt. Bitte prüfen Sie die Zugriffsrechte.",
    ),
    "unreachable": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datenbank ist nicht erreichbar. Bitte prüfen Sie Pfad, Netzwerk und Server.",
    ),
    "corrupt": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datenbankdatei ist beschädigt. Bitte stellen Sie die letzte Sicherung wieder her.",
    ),
    "unknown_reference": QT_TRANSLATE_NOOP(
        "messages",
        "Ein verknüpfter Eintrag ist nicht mehr vorhanden. Bitte laden Sie die Ansicht neu.",
    ),
    "unsupported_database": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Datenbankadresse wird nicht unterstützt. Bitte nennen Sie eine SQLite-Datei oder einen "
        "PostgreSQL-Server.",
    ),
    "newer_database": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datenbank stammt von einer neueren Programmversion. Bitte aktualisieren Sie Terminplaner an "
        "diesem Arbeitsplatz.",
    ),
    "not_a_backup": QT_TRANSLATE_NOOP(
        "messages",
        "„{path}“ ist keine Sicherung von Terminplaner. Bitte wählen Sie eine andere Datei.",
    ),
    "unwritable_target": QT_TRANSLATE_NOOP(
        "messages",
        "„{path}“ kann nicht geschrieben werden. Bitte prüfen Sie Ordner und Zugriffsrechte.",
    ),
    "unstorable_text": QT_TRANSLATE_NOOP(
        "messages",
        "Der Text enthält Zeichen, die nicht gespeichert werden können. Bitte entfernen Sie sie.",
    ),
    "backup_not_written": QT_TRANSLATE_NOOP(
        "messages",
        "Die Sicherung „{path}“ konnte nicht geschrieben werden; es wurde nichts gelöscht. Bitte prüfen "
        "Sie Platz und Zugriffsrechte.",
    ),
    "direction_changed": QT_TRANSLATE_NOOP(
        "messages",
        "Die Richtung von „{resource}“ wurde gerade geändert. Der nächste Durchgang vergleicht alles.",
    ),
    "held_elsewhere": QT_TRANSLATE_NOOP(
        "messages",
        "Ein anderer Arbeitsplatz synchronisiert diesen Kalender gerade. Bitte versuchen Sie es gleich "
        "noch einmal.",
    ),
    "calendar_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender ist bei Google nicht zu finden. Die Termine hier bleiben erhalten; bitte verknüpfen "
        "Sie die Ressource in der Administration neu.",
    ),
    "calendar_read_only": QT_TRANSLATE_NOOP(
        "messages",
        "In den Kalender darf nicht mehr geschrieben werden. Bitte stellen Sie die Rechte in Google wieder "
        "her oder verknüpfen Sie einen anderen Kalender.",
    ),
    "calendar_texts_hidden": QT_TRANSLATE_NOOP(
        "messages",
        "Google zeigt von den Terminen dieses Kalenders nur noch die Zeiten und nicht mehr die Texte. Er wird "
        "deshalb nicht abgeglichen, und die Termine hier bleiben, wie sie sind. Bitte stellen Sie die Rechte in "
        "Google wieder her oder verknüpfen Sie einen anderen Kalender.",
    ),
    "calendar_of_another": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender gehört bei Google dem Konto {owner}, und nur dieses kann ihn löschen. Es wird weiter "
        "abgeglichen; bitte klären Sie mit dem Eigentümer, ob das so bleiben soll.",
    ),
    "calendar_forbidden": QT_TRANSLATE_NOOP(
        "messages",
        "Auf den Kalender besteht bei Google kein Zugriff mehr. Bitte geben Sie ihn dort wieder frei oder "
        "verknüpfen Sie einen anderen.",
    ),
    "consent_gone": QT_TRANSLATE_NOOP(
        "messages",
        "Die Freigabe bei Google gilt nicht mehr. Bitte starten Sie sie in der Administration über die "
        "Lupe erneut.",
    ),
    "scope_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Bei der Freigabe fehlte ein Haken. Bitte starten Sie sie in der Administration über die Lupe "
        "erneut und setzen Sie alle Haken.",
    ),
    "rate_limited": QT_TRANSLATE_NOOP(
        "messages",
        "Google nimmt gerade nicht so viele Anfragen an. Es geht von selbst weiter.",
    ),
    "google_unavailable": QT_TRANSLATE_NOOP(
        "messages",
        "Google hat gerade eine Störung ({status}). Es geht von selbst weiter.",
    ),
    "quota_exceeded": QT_TRANSLATE_NOOP(
        "messages",
        "Das Tageskontingent des Google-Kontos ist erschöpft. Nach einer Pause geht es von selbst weiter.",
    ),
    "list_unexpectedly_empty": QT_TRANSLATE_NOOP(
        "messages",
        "Google zeigt den Kalender plötzlich leer. Es wurde nichts gelöscht; bitte entscheiden Sie, was "
        "gelten soll.",
    ),
    "became_series": QT_TRANSLATE_NOOP(
        "messages",
        "Der Termin wurde in Google zu einer Serie und wird hier nur noch angezeigt.",
    ),
    "ping_pong": QT_TRANSLATE_NOOP(
        "messages",
        "Der Termin wird fortwährend von beiden Seiten geändert, vermutlich von einem anderen Programm. "
        "Bitte entscheiden Sie, welche Fassung gilt.",
    ),
    "refused": QT_TRANSLATE_NOOP(
        "messages",
        "Google nimmt diesen Termin nicht an. Bitte prüfen Sie Zeit und Texte.",
    ),
    "unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Dieser Eintrag aus Google ließ sich nicht lesen. Bitte prüfen Sie ihn in Google.",
    ),
    "left_alone": QT_TRANSLATE_NOOP(
        "messages",
        "Der Eintrag bleibt auf Ihren Wunsch unverändert.",
    ),
    "deletions_held": QT_TRANSLATE_NOOP(
        "messages",
        "Auf einen Schlag würde ungewöhnlich viel gelöscht. Es wurde noch nichts gelöscht; bitte "
        "entscheiden Sie, ob das gewollt ist.",
    ),
    "calendar_not_read_yet": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender ließ sich seitdem noch nicht lesen. Sobald das gelingt, stehen die Unterschiede hier; bis "
        "dahin wird er nicht abgeglichen.",
    ),
    "store_restored": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datenbank wurde aus einer Sicherung wiederhergestellt. Bitte bestätigen Sie die "
        "Unterschiede zu Google, bevor etwas übertragen wird.",
    ),
    "quota_pause": QT_TRANSLATE_NOOP(
        "messages",
        "Das Tageskontingent des Google-Kontos ist erschöpft. Bis {until} wird nichts nach Google geschrieben, "
        "nur gelesen; danach geht es von selbst weiter.",
    ),
}
