"""A limit to what may come out of a package, against bombs."""

# Text packs to a tenth, repetitive text to a fiftieth; what unpacks to more than this many times its size is a bomb.
MOST_TIMES = 200
ALWAYS_ALLOWED = 256 * 1024 * 1024


class ExpandsTooFar(ValueError):
    """A package holds more than its budget."""


class Budget:
    """How many bytes may still come out of a package of `size` bytes, at all depths of packages inside packages."""

    def __init__(self, size: int) -> None:
        self._left = max(ALWAYS_ALLOWED, MOST_TIMES * size)

    def charge(self, count: int) -> None:
        """Take `count` bytes off. Raises ExpandsTooFar where that is more than what is left."""
        self._left -= count
        if self._left < 0:
            raise ExpandsTooFar(f"unpacks to more than {MOST_TIMES} times its size")
