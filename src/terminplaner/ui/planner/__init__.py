"""The calendar: layout (Qt-free), painting, overlay, and the page around them."""
