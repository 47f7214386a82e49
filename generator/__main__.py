"""`python -m generator` is the command `profiles`.

What lies in the working folder is imported by neither, but Python itself looks there before this
line; it does not with `python -I -m generator`, nor with `profiles`.
"""

import sys

if not sys.flags.safe_path:
    sys.path.append(sys.path.pop(0))

from generator.commands import main

if __name__ == "__main__":
    main()
