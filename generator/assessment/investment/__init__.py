"""Projects: cash flows, returns, conditions, funding, expected and achieved effects."""
