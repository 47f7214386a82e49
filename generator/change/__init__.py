"""Two publications with their results to what a change does: causes apart from consequences."""
