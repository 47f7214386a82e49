"""What was planned and what became of it: action plans, reviews, the procedure, the programme."""
