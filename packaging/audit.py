"""Looks for known holes in locked packages: `make audit`.

    python packaging/audit.py PIP_AUDIT LOCK

0: none is known; 1: some are, or a package could not be looked up; 2: the database cannot be reached from here.
"""

import subprocess
import sys

_UNREACHABLE = ("ConnectionError", "Max retries exceeded", "ServiceError", "Connection refused")


def main(program: str, lock: str) -> int:
    """Ask the database at osv.dev: the other one passes over what it does not know, as if that were no hole."""
    asked = [program, "--strict", "--disable-pip", "--progress-spinner", "off", "-s", "osv", "-r", lock]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    if answer.returncode and any(each in answer.stderr for each in _UNREACHABLE):
        print("The database at osv.dev cannot be reached from here: no package was looked up.", file=sys.stderr)
        return 2
    print(answer.stdout, answer.stderr, sep="")
    return 1 if answer.returncode else 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
