"""A statement of what a version was made from: an in-toto statement with a SLSA provenance.

It is not signed: the workflow of the forge signs one of its own about the same files. Who makes a
version elsewhere is told as such, so that nobody takes the one for the other.
"""

import json
import platform
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

STATEMENT = "https://in-toto.io/Statement/v1"
PREDICATE = "https://slsa.dev/provenance/v1"
MADE_BY = "urn:city-profiles:make-dist:1"
"""How a version is made; CONTRIBUTING.md says what that is."""
SOMEWHERE = "urn:city-profiles:own-machine"
"""Who makes a version that no workflow makes."""
LOCKS = ("requirements.lock", "requirements-test.lock")
SCHEMES = ("https", "http", "ssh", "git")


def statement(
    root: Path, files: Iterable[Path], commit: str, tag: str, settings: Mapping[str, str]
) -> dict[str, Any]:
    """Return the statement about some files.

    `settings` are those of the environment: REPOSITORY, BUILDER and RUN, as a workflow gives them.
    """
    address = public_address(settings.get("REPOSITORY", ""))
    source = {
        "uri": f"git+{address}@refs/tags/{tag}" if address else f"urn:city-profiles:source:{tag}",
        "digest": {"gitCommit": commit},
    }
    locks = [{"name": name, "digest": _digest(root / name)} for name in LOCKS]
    run = settings.get("RUN", "")
    return {
        "_type": STATEMENT,
        "subject": [{"name": path.name, "digest": _digest(path)} for path in sorted(files)],
        "predicateType": PREDICATE,
        "predicate": {
            "buildDefinition": {
                "buildType": MADE_BY,
                "externalParameters": {"source": source["uri"], "command": "make dist"},
                "internalParameters": {
                    "python": platform.python_version(),
                    "system": platform.system().lower(),
                    "machine": platform.machine(),
                },
                "resolvedDependencies": [source, *locks],
            },
            "runDetails": {
                "builder": {"id": settings.get("BUILDER") or SOMEWHERE},
                "metadata": {"invocationId": run} if run else {},
            },
        },
    }


def public_address(given: str) -> str:
    """Return the address of a repository without names and passwords; "" for a folder."""
    try:
        parts = urlsplit(given)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in SCHEMES or not host:
        return ""
    return urlunsplit((parts.scheme, host, parts.path, "", ""))


def write_statement(path: Path, told: Mapping[str, Any]) -> None:
    text = json.dumps(told, indent=2, sort_keys=True, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _digest(path: Path) -> dict[str, str]:
    return {"sha256": sha256(path.read_bytes()).hexdigest()}
