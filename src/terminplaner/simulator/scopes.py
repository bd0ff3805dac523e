"""Google Calendar's scopes: how the consent page words them and which calls they open (discovery 20261030)."""

PREFIX = "https://www.googleapis.com/auth/"

FULL = PREFIX + "calendar"
READ_ALL = PREFIX + "calendar.readonly"
APP_CREATED = PREFIX + "calendar.app.created"
LIST = PREFIX + "calendar.calendarlist"
LIST_READ = PREFIX + "calendar.calendarlist.readonly"
CALENDARS = PREFIX + "calendar.calendars"
CALENDARS_READ = PREFIX + "calendar.calendars.readonly"
EVENTS = PREFIX + "calendar.events"
EVENTS_READ = PREFIX + "calendar.events.readonly"
EVENTS_OWNED = PREFIX + "calendar.events.owned"
EVENTS_OWNED_READ = PREFIX + "calendar.events.owned.readonly"

DESCRIPTIONS = {
    FULL: "Alle Kalender, auf die Sie über Google Kalender zugreifen können, ansehen, bearbeiten, freigeben und "
    "endgültig löschen",
    READ_ALL: "Alle Kalender, auf die Sie über Google Kalender zugreifen können, ansehen und herunterladen",
    APP_CREATED: "Sekundäre Google-Kalender erstellen und Termine darin ansehen, erstellen, ändern und löschen",
    LIST: "Google-Kalender, die Sie abonniert haben, ansehen, hinzufügen und entfernen",
    LIST_READ: "Die Liste der Google-Kalender ansehen, die Sie abonniert haben",
    CALENDARS: "Eigenschaften von Google-Kalendern, auf die Sie Zugriff haben, ansehen und ändern und sekundäre "
    "Kalender erstellen",
    CALENDARS_READ: "Titel, Beschreibung, Standardzeitzone und andere Eigenschaften von Google-Kalendern ansehen, "
    "auf die Sie Zugriff haben",
    EVENTS: "Termine in allen Ihren Kalendern ansehen und bearbeiten",
    EVENTS_READ: "Termine in allen Ihren Kalendern ansehen",
    EVENTS_OWNED: "Termine in Google-Kalendern, die Ihnen gehören, ansehen, erstellen, ändern und löschen",
    EVENTS_OWNED_READ: "Termine in Google-Kalendern ansehen, die Ihnen gehören",
}

_CALENDAR_WRITE = frozenset({FULL, APP_CREATED, CALENDARS})
_EVENT_WRITE = frozenset({FULL, APP_CREATED, EVENTS, EVENTS_OWNED})
_EVENT_READ = _EVENT_WRITE | {READ_ALL, EVENTS_READ, EVENTS_OWNED_READ}

# The scopes of which any one opens an operation.
OPENED_BY = {
    "calendarList.list": frozenset({FULL, READ_ALL, LIST, LIST_READ}),
    "calendarList.get": frozenset({FULL, READ_ALL, LIST, LIST_READ, APP_CREATED}),
    "calendars.get": _CALENDAR_WRITE | {READ_ALL, CALENDARS_READ},
    "calendars.insert": _CALENDAR_WRITE,
    "calendars.patch": _CALENDAR_WRITE,
    "calendars.update": _CALENDAR_WRITE,
    "calendars.delete": _CALENDAR_WRITE,
    "calendars.clear": frozenset({FULL, CALENDARS}),
    "events.list": _EVENT_READ,
    "events.get": _EVENT_READ,
    "events.instances": _EVENT_READ,
    "events.insert": _EVENT_WRITE,
    "events.patch": _EVENT_WRITE,
    "events.update": _EVENT_WRITE,
    "events.delete": _EVENT_WRITE,
    "events.move": frozenset({FULL, EVENTS, EVENTS_OWNED}),
}
# These scopes reach only calendars that the OAuth client created, and only those the account owns.
CREATED_ONLY = frozenset({APP_CREATED})
OWNED_ONLY = frozenset({EVENTS_OWNED, EVENTS_OWNED_READ})
