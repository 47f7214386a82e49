"""`python -m generator` is the command `profiles`."""

from generator.commands import main

if __name__ == "__main__":
    main()
