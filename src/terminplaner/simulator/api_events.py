"""events of the Calendar API."""

from terminplaner.simulator.call import Call
from terminplaner.simulator.errors import ApiError, not_found, required
from terminplaner.simulator.event_body import check_id
from terminplaner.simulator.events import Calendar, Event
from terminplaner.simulator.http import HttpResponse, first
from terminplaner.simulator.listing import Listings, shown_zone
from terminplaner.simulator.render import event_resource
from terminplaner.simulator.store import Store


class EventOperations:
    """Operations on events."""

    def __init__(self, store: Store, listings: Listings) -> None:
        self._store = store
        self._listings = listings

    def list(self, call: Call) -> HttpResponse:
        calendar = call.calendar()
        answer = self._listings.events(calendar, call.role(calendar), call.request.query, call.faults)
        return HttpResponse.of_json(200, answer)

    def instances(self, call: Call) -> HttpResponse:
        calendar = call.calendar()
        master = calendar.find(call.event_id)
        answer = self._listings.instances(calendar, call.role(calendar), master, call.request.query, call.faults)
        return HttpResponse.of_json(200, answer)

    def get(self, call: Call) -> HttpResponse:
        calendar = call.calendar()
        return self._resource(call, calendar, calendar.find(call.event_id))

    def insert(self, call: Call) -> HttpResponse:
        calendar = call.writable(call.calendar())
        body = call.request.json()
        if body.get("id") is not None:
            check_id(body["id"])
        if body.get("eventType", "default") != "default" and not calendar.primary:
            raise ApiError(400, "eventTypeRestriction", "Event type not allowed here.", domain="calendar")
        return self._resource(call, calendar, calendar.insert(body, call.grant.account))

    def patch(self, call: Call) -> HttpResponse:
        calendar = self._editable(call)
        return self._resource(call, calendar, calendar.patch(call.event_id, call.request.json(), call.if_match))

    def update(self, call: Call) -> HttpResponse:
        calendar = self._editable(call)
        return self._resource(call, calendar, calendar.update(call.event_id, call.request.json(), call.if_match))

    def delete(self, call: Call) -> HttpResponse:
        self._editable(call).delete(call.event_id, call.if_match)
        return HttpResponse(204)

    def move(self, call: Call) -> HttpResponse:
        source = self._editable(call)
        destination = first(call.request.query, "destination")
        if not destination:
            raise required("Required parameter: destination")
        target = call.writable(call.reachable(destination))
        event = source.find(call.event_id)
        if event.cancelled:
            raise not_found()
        return self._resource(call, target, move(source, target, event))

    @staticmethod
    def _editable(call: Call) -> Calendar:
        calendar = call.writable(call.calendar())
        event = calendar.find(call.event_id)
        body = event.body
        if event.cancelled:
            return calendar
        if body.get("eventType", "default") != "default":
            raise ApiError(
                400, "eventTypeRestriction", "This event type does not allow the change.", domain="calendar"
            )
        if body.get("locked") or body.get("organizer", {}).get("email") != calendar.id:
            raise ApiError(
                403,
                "forbiddenForNonOrganizer",
                "Shared properties can only be changed by the organizer of the event.",
                domain="calendar",
            )
        return calendar

    @staticmethod
    def _resource(call: Call, calendar: Calendar, event: Event) -> HttpResponse:
        resource = event_resource(calendar, event, call.role(calendar), shown_zone(call.request.query))
        return HttpResponse.of_json(200, resource, {"ETag": event.etag})


def move(source: Calendar, target: Calendar, event: Event) -> Event:
    """Moves an event with its id to another calendar, which becomes its organizer; a shell stays behind."""
    moved = target.put(event.body | {"organizer": {"email": target.id, "displayName": target.summary}})
    source.delete(event.body["id"])
    return moved
