"""What tells namesakes apart and where a home visit goes: title, birthdate, mobile and address of a customer."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("title", "mobile", "address"):
        op.add_column("customer", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("customer", sa.Column("birth_on", sa.Date(), nullable=True))
