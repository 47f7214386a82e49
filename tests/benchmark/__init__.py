"""What a build costs, by stage and by kind of build: `make benchmark` prints the tables."""
