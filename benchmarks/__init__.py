"""The benchmarks: each is a command of its own, and `python -m benchmarks` prints all tables."""
