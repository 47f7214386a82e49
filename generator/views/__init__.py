"""What is shown, for every medium."""
