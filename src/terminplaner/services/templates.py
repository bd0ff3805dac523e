"""What a template (Terminvorlage) makes of a new appointment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.resource import Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import AppointmentRow


def offered_templates(
    templates: Iterable[AppointmentTemplate], branch_id: UUID
) -> tuple[AppointmentTemplate, ...]:
    """Those of a branch, in their order."""
    return tuple(template for template in templates if template.branch_id in (None, branch_id))


def needs_template(settings: ChainSettings, templates: Iterable[AppointmentTemplate], branch_id: UUID) -> bool:
    """Whether a new appointment of a branch is made from its templates only; where it has none, without."""
    return settings.only_from_templates and bool(offered_templates(templates, branch_id))


def with_template(
    row: AppointmentRow,
    template: AppointmentTemplate,
    resources: Iterable[Resource],
    types: Iterable[AppointmentType],
    statuses: Iterable[AppointmentStatus],
) -> AppointmentRow:
    """A draft with everything the template presets; begin, first resource and customer stay.

    What was deleted since the template was made presets nothing, nor does a status that would cancel.
    """
    draft = row.appointment
    known = {resource.id: resource for resource in (*resources, *row.resources)}
    wanted = dict.fromkeys((*draft.resource_ids[:1], *template.resource_ids))
    resource_ids = tuple(key for key in wanted if key in known)
    kind = next((item for item in types if item.id == template.type_id), None)
    status = next((item for item in statuses if item.id == template.status_id and not item.means_cancelled), None)
    when = draft.when
    if isinstance(when, Timed):
        when = Timed(when.start_at, when.start_at + timedelta(minutes=template.duration_minutes))
    appointment = replace(
        draft,
        when=when,
        resource_ids=resource_ids,
        text=draft.text or template.text,
        comment=draft.comment or template.comment,
        type_id=kind.id if kind else None,
        status_id=status.id if status else None,
        prepare_minutes=template.prepare_minutes,
        follow_up_minutes=template.follow_up_minutes,
        is_home_visit=template.is_home_visit,
        is_parallel=template.is_parallel,
        template_id=template.id,
        shows_as_unavailable=template.shows_as_unavailable and draft.customer_id is None,
    )
    return replace(
        row,
        appointment=appointment,
        resources=tuple(known[key] for key in resource_ids),
        type=kind,
        status=status,
    )
