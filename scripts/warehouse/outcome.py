"""What a build came to, whichever engine made it, and a progress line meanwhile."""

import sys
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """What a build came to: counts, and a line for everything that did not hold."""

    models: int = 0
    tests_passed: int = 0
    failures: list[str] = field(default_factory=list)

    def __add__(self, other: "Outcome") -> "Outcome":
        """What two runs came to together."""
        return Outcome(
            self.models + other.models, self.tests_passed + other.tests_passed, self.failures + other.failures
        )


def show_step(number: int, total: int, description: str) -> None:
    """One line on a terminal that says which of how many steps is being taken."""
    if sys.stderr.isatty():
        print(f"\r\033[K{number}/{total} {description}"[:110], end="", file=sys.stderr, flush=True)


def end_progress() -> None:
    """Clear that line."""
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
