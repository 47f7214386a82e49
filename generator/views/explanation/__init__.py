"""How a result came about, line by line."""
