"""`python -m generator` is the console command `protokol`."""

from generator.cli import program

if __name__ == "__main__":
    program()
