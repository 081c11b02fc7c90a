"""`python -m nashra` is the `nashra` command."""

from nashra.cli import main

if __name__ == "__main__":
    main()
