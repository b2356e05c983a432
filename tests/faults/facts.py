"""The command `facts`, started by the Python that runs the tests."""

from generator.cli import run

if __name__ == "__main__":
    run()
