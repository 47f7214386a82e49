"""From folders to files: the order of steps, what is made once and kept, the processes."""
