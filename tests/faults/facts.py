"""The command `facts`, run by the Python that runs the tests."""

from factsheets.cli import run

if __name__ == "__main__":
    run()
