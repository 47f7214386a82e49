"""What builds cost, against what is wanted: `make benchmark` prints the table.

Only the commands are used that anybody has, each as a whole process.
"""
