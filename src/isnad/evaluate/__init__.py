"""How good the reader is: scoring against gold, and the benchmarks."""
