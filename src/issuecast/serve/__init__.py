"""SERVE: `episodes/` over HTTP, as podcast apps and browsers ask for it, before it is published."""
