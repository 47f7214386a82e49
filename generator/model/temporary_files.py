"""Files that editors keep beside what they edit: never read, and no reason to build."""

import re
from fnmatch import translate

PATTERNS = (
    "*~",  # the copy before the last save: Emacs, gedit, Vim
    "*.tmp",
    "*.sw[nopx]",  # Vim, nano
    "4913",  # with which Vim tries whether it may write
    ".#*",  # Emacs: the lock, and below the unsaved text
    "#*#",
    "~$*",  # Microsoft Office
    ".~lock.*#",  # LibreOffice
    ".goutputstream-*",  # GNOME
    "*.kate-swp",
)
_TEMPORARY = re.compile("|".join(translate(pattern) for pattern in PATTERNS))


def is_temporary(name: str) -> bool:
    """Return whether a file of this name is an editor's own, not its user's."""
    return _TEMPORARY.match(name) is not None
