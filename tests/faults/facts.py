"""The command `facts`, started by the Python that runs the tests."""

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="facts")
