"""What is built, what is kept, and how one build takes the place of another."""
