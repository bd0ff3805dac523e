"""The tables of the chain: its branches, its settings, its holidays, and which store this is."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Date, Integer, Table

from terminplaner.domain.chain import ColorBy, DeletionPolicy, OpeningSpan, PrivacyLevel
from terminplaner.storage.columns import Instant, PlainText, Structure, Word
from terminplaner.storage.tables.base import METADATA, EntityColumns, IdColumns, column


class BranchColumns(EntityColumns):
    number = column(PlainText)
    name = column(PlainText)
    zone = column(PlainText)
    federal_state = column(PlainText)
    address = column(PlainText)
    opening_hours = column(PlainText)
    opening_times = column(Structure(tuple[OpeningSpan, ...]))


BRANCHES = Table("branch", METADATA, BranchColumns)


class ChainSettingsColumns(EntityColumns):
    chain_name = column(PlainText)
    google_sync = column(Boolean)
    sync_interval_minutes = column(Integer)
    google_privacy = column(Word(PrivacyLevel))
    google_deletions = column(Word(DeletionPolicy))
    google_client = column(PlainText)
    google_allow_change = column(Boolean)
    google_allow_deletion = column(Boolean)
    google_free_events_busy = column(Boolean)
    google_all_day_busy = column(Boolean)
    google_look_back_days = column(Integer)
    allow_overbooking = column(Boolean)
    use_preparation_times = column(Boolean)
    preparation_is_for_customer = column(Boolean)
    use_waiting_lists = column(Boolean)
    show_customer_pop_ups = column(Boolean)
    copy_repeatedly = column(Boolean)
    require_type = column(Boolean)
    only_from_templates = column(Boolean)
    show_customer_overlay = column(Boolean)
    preset_user_as_second_resource = column(Boolean)
    restrict_second_resource = column(Boolean)
    only_creator_cancels = column(Boolean)
    hide_customer_names = column(Boolean)
    color_by = column(Word(ColorBy))
    calendar_period_until_on = column(Date, optional=True)


CHAIN_SETTINGS = Table("chain_settings", METADATA, ChainSettingsColumns)


class HolidayColumns(EntityColumns):
    name = column(PlainText)
    description = column(PlainText)
    month = column(Integer)
    day = column(Integer)
    easter_offset_days = column(Integer, optional=True)
    branch_ids = column(Structure(tuple[UUID, ...]))
    deleted_at = column(Instant, optional=True)


HOLIDAYS = Table("holiday", METADATA, HolidayColumns)


class StoreMetaColumns(IdColumns):
    """The one row that says which store this is (its ``id``) and how far it came."""

    epoch = column(BigInteger)


STORE_META = Table("store_meta", METADATA, StoreMetaColumns)
