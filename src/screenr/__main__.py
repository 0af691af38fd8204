"""``python -m screenr``, for where the `screenr` script is not on the path."""

from screenr.cli.main import entry

if __name__ == "__main__":
    entry()
