"""What measures the guide: bench, doctor, evaluate, prove and sitter, and the rigs that they stand on."""
