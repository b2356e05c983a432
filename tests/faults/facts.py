"""The command `facts`, started by the Python that runs the tests."""

from factsheets.cli import run

if __name__ == "__main__":
    run()
