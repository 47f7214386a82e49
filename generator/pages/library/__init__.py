"""The pages of what cities can take up: recommendations, packages, practices, projects."""
