"""What the planner keeps beside appointments: views, templates, series, absences, holidays, the waiting list."""

import sqlalchemy as sa
from alembic import op

from terminplaner.storage.words import joined, phone_texts, words_in

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SWITCHES = {
    "preparation_is_for_customer": False,
    "use_waiting_lists": True,
    "show_customer_pop_ups": True,
    "copy_repeatedly": False,
    "require_type": False,
    "only_from_templates": False,
    "show_customer_overlay": False,
    "preset_user_as_second_resource": False,
    "restrict_second_resource": False,
    "only_creator_cancels": False,
    "hide_customer_names": False,
}


def upgrade() -> None:
    _create_tables()
    for name, is_on in _SWITCHES.items():
        default = sa.true() if is_on else sa.false()
        op.add_column("chain_settings", sa.Column(name, sa.Boolean(), nullable=False, server_default=default))
    op.add_column("chain_settings", sa.Column("color_by", sa.Text(), nullable=False, server_default="type"))
    op.add_column("chain_settings", sa.Column("calendar_period_until_on", sa.Date(), nullable=True))
    op.add_column("customer", sa.Column("pop_up", sa.Text(), nullable=False, server_default=""))
    op.add_column("availability", sa.Column("interval_weeks", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("availability", sa.Column("step_minutes", sa.Integer(), nullable=True))
    op.add_column("availability", sa.Column("min_step_minutes", sa.Integer(), nullable=True))
    _add_reference("availability", "second_resource_id", "resource")
    op.add_column("availability", sa.Column("text", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "google_account", sa.Column("granted_by", sa.JSON(), nullable=False, server_default=sa.text("'[]'"))
    )
    op.create_index(op.f("ix_sync_run_finished_at"), "sync_run", ["finished_at"], unique=False)
    _add_reference("appointment", "series_id", "series")
    op.add_column("appointment", sa.Column("is_detached", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index(
        op.f("ix_appointment_series_id"),
        "appointment",
        ["series_id"],
        unique=False,
        sqlite_where=sa.text("series_id IS NOT NULL"),
        postgresql_where=sa.text("series_id IS NOT NULL"),
    )
    op.create_index(op.f("ix_appointment_modified_at"), "appointment", ["modified_at"], unique=False)
    op.add_column("appointment", sa.Column("words", sa.Text(), nullable=False, server_default=""))
    _create_word_tables()
    _find_customers()
    _find_appointments()
    _tell_events_their_transparency()


def _add_reference(table: str, column: str, other: str) -> None:
    """Within the column, because SQLite adds no constraint to a table that is there."""
    name = op.f(f"fk_{table}_{column}_{other}")
    reference = sa.Column(column, sa.Uuid(), sa.ForeignKey(f"{other}.id", name=name), nullable=True)
    op.add_column(table, reference, inline_references=True)


def _create_tables() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("when", sa.JSON(), nullable=False),
        sa.Column("resource_ids", sa.JSON(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_absence_branch_id_branch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_table(
        "holiday",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("easter_offset_days", sa.Integer(), nullable=True),
        sa.Column("branch_ids", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday")),
    )
    op.create_table(
        "appointment_template",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("type_id", sa.Uuid(), nullable=True),
        sa.Column("status_id", sa.Uuid(), nullable=True),
        sa.Column("prepare_minutes", sa.Integer(), nullable=False),
        sa.Column("follow_up_minutes", sa.Integer(), nullable=False),
        sa.Column("resource_ids", sa.JSON(), nullable=False),
        sa.Column("is_home_visit", sa.Boolean(), nullable=False),
        sa.Column("is_parallel", sa.Boolean(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branch.id"], name=op.f("fk_appointment_template_branch_id_branch")
        ),
        sa.ForeignKeyConstraint(
            ["status_id"],
            ["appointment_status.id"],
            name=op.f("fk_appointment_template_status_id_appointment_status"),
        ),
        sa.ForeignKeyConstraint(
            ["type_id"], ["appointment_type.id"], name=op.f("fk_appointment_template_type_id_appointment_type")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_template")),
    )
    op.create_table(
        "planner_view",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=True),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("ends_at", sa.Time(), nullable=False),
        sa.Column("raster_minutes", sa.Integer(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("shows_availability", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_planner_view_branch_id_branch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planner_view")),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("recurrence", sa.JSON(), nullable=False),
        sa.Column("pattern", sa.JSON(), nullable=False),
        sa.Column("generated_until_on", sa.Date(), nullable=False),
        sa.Column("includes_holidays", sa.Boolean(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    op.create_table(
        "waiting_list_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("type_id", sa.Uuid(), nullable=True),
        sa.Column("resource_ids", sa.JSON(), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=False),
        sa.Column("weekdays", sa.JSON(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("appointment_id", sa.Uuid(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_waiting_list_entry_appointment_id_appointment")
        ),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_waiting_list_entry_branch_id_branch")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_waiting_list_entry_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["type_id"], ["appointment_type.id"], name=op.f("fk_waiting_list_entry_type_id_appointment_type")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_list_entry")),
    )


def _create_word_tables() -> None:
    in_order = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "search_word",
        sa.Column("word", in_order, nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_search_word")),
        sqlite_with_rowid=False,
    )
    for kind in ("appointment", "customer"):
        op.create_table(
            f"{kind}_word",
            sa.Column("word", in_order, nullable=False),
            sa.Column(f"{kind}_id", sa.Uuid(), nullable=False),
            sa.ForeignKeyConstraint([f"{kind}_id"], [f"{kind}.id"], name=op.f(f"fk_{kind}_word_{kind}_id_{kind}")),
            sa.PrimaryKeyConstraint("word", f"{kind}_id", name=op.f(f"pk_{kind}_word")),
            sqlite_with_rowid=False,
        )


_KEEP = sa.text("INSERT INTO search_word (word) VALUES (:word) ON CONFLICT DO NOTHING")


def _find_customers() -> None:
    connection = op.get_bind()
    texts = sa.text("SELECT id, last_name, first_name, initials, number, phone FROM customer")
    link = sa.text("INSERT INTO customer_word (word, customer_id) VALUES (:word, :id)")
    for key, *names, phone in connection.execute(texts).all():
        if words := words_in(*names, *phone_texts(phone)):
            connection.execute(_KEEP, [{"word": word} for word in words])
            connection.execute(link, [{"word": word, "id": key} for word in words])


def _find_appointments() -> None:
    connection = op.get_bind()
    texts = "SELECT id, text, comment FROM appointment WHERE NOT is_private AND text || comment <> ''"
    write = sa.text("UPDATE appointment SET words = :words WHERE id = :id")
    link = sa.text("INSERT INTO appointment_word (word, appointment_id) VALUES (:word, :id)")
    for key, *written in connection.execute(sa.text(texts)).all():
        if words := words_in(*written):
            connection.execute(write, {"id": key, "words": joined(words)})
            connection.execute(_KEEP, [{"word": word} for word in words])
            connection.execute(link, [{"word": word, "id": key} for word in words])


def _tell_events_their_transparency() -> None:
    """The first release kept it for arrivals alone; every other event has its appointment's, or had it last."""
    theirs = "SELECT is_transparent FROM appointment WHERE appointment.id = event_mapping.appointment_id"
    op.execute(
        f"UPDATE event_mapping SET is_transparent = ({theirs}) WHERE appointment_id IS NOT NULL"  # noqa: S608
    )
