"""Valid folders with one fault each, drawn by a seed, and what the check must say of each.

`grounds` are the folders, `faults_of_tables`, `faults_of_records` and `faults_of_files` what is
harmful in them, `doubtful_figures` what is possible but suspicious; `measuring` counts what the
check says.
"""
