"""What every day brought up: states that cancel, opening times, types of availability, templates remembered."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_availability_types()
    _let_states_cancel()
    _add_reference("appointment", "template_id", "appointment_template")
    op.add_column("branch", sa.Column("opening_times", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))


def _add_reference(table: str, column: str, other: str) -> None:
    """Within the column, because SQLite adds no constraint to a table that is there."""
    name = op.f(f"fk_{table}_{column}_{other}")
    reference = sa.Column(column, sa.Uuid(), sa.ForeignKey(f"{other}.id", name=name), nullable=True)
    op.add_column(table, reference, inline_references=True)


def _create_availability_types() -> None:
    types = op.create_table(
        "availability_type",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("color", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_availability_type")),
    )
    is_founded = op.get_bind().scalar(sa.text("SELECT count(*) FROM chain_settings"))
    if is_founded:
        first = {"id": uuid4(), "name": "Arbeitszeit", "color": "#5a7d5a", "position": 0, "revision": 1}
        op.bulk_insert(types, [first])
    _add_reference("availability", "type_id", "availability_type")
    op.add_column("availability", sa.Column("comment", sa.Text(), nullable=False, server_default=""))


def _let_states_cancel() -> None:
    """What is cancelled already keeps its status for the day it is brought back."""
    op.add_column(
        "appointment_status", sa.Column("means_cancelled", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    _add_reference("appointment", "former_status_id", "appointment_status")
    op.execute("UPDATE appointment_status SET means_cancelled = true WHERE name IN ('Storniert', 'Geplatzt')")
    op.execute(
        "UPDATE appointment SET former_status_id = status_id WHERE cancelled_at IS NOT NULL AND status_id NOT IN"
        " (SELECT id FROM appointment_status WHERE means_cancelled)"
    )
