"""From findings to advice: conditions, proposals, packages, practices, and what is urgent."""
