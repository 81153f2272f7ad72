"""The program: `sensecheck` and `python -m sensecheck`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Runs the command line on the process's arguments; returns its exit code."""
    # A run is short and leaves no cycles behind that would be worth looking for; looking for them
    # is a twentieth of the start and most of reading a large file.
    gc.disable()
    from sensecheck import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
