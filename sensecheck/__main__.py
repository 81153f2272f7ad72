"""`python -m sensecheck`."""

import sys

from sensecheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
