"""What the dialog "Termin" presets."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Availability, Resource
from terminplaner.domain.when import Timed
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Store
from terminplaner.services.settings import chain_settings
from terminplaner.services.working_time import applies_on, rule_span


@dataclass(frozen=True, slots=True)
class Presets:
    store: Store

    def second_resource(self, actor: Actor, appointment: Appointment) -> UUID | None:
        """What goes with the first resource: the one its availability at that time names, else by the chain's
        option the acting user's own; None where there is neither."""
        with self.store.read() as reader:
            first_id = appointment.resource_ids[0]
            branch = reader.get(Branch, appointment.branch_id)
            live = {resource.id: resource for resource in reader.list(Resource)}
            if isinstance(appointment.when, Timed):
                day = appointment.when.start_at.astimezone(branch.tz).date()
                for rule in reader.list(Availability):
                    if rule.resource_id != first_id or not rule.is_available or not applies_on(rule, day):
                        continue
                    span = rule_span(rule, day, branch.tz)
                    is_meant = span.start_at <= appointment.when.start_at < span.end_at
                    if is_meant and rule.second_resource_id in live:
                        return rule.second_resource_id
            if not chain_settings(reader).preset_user_as_second_resource:
                return None
            own = (resource.id for resource in live.values() if actor.owns(resource) and resource.id != first_id)
            return next(own, None)
