"""Find a Chromium for the browser tests; install Debian's where that is allowed; else ask in one clear line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

# The first has no window to draw, and the tests take it half the time.
LIGHTEST = "chromium-headless-shell"
NAMES = (LIGHTEST, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str | None:
    """The path of a Chromium: $CHROMIUM, or the first that is on the PATH."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def install_chromium() -> str | None:
    """Install Debian's Chromium where this user may and the system has apt; of its two packages the lighter, if it is there."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return find_chromium()
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, stdout=subprocess.DEVNULL)
    for package in (LIGHTEST, "chromium"):
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
        subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)
        if shutil.which(package):
            break
    return find_chromium()


def main() -> int:
    """Say where the Chromium is, or what to do."""
    if os.environ.get("CHROMIUM") or shutil.which(LIGHTEST) or install_chromium():
        return 0
    print(
        "The tests need a Chromium. Install one (Debian: sudo apt-get install chromium) or set CHROMIUM=/path/to/chromium.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
