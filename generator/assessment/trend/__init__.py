"""From series to trends: towards a target, by growth, and since a plan was adopted."""
