"""The changes whose cure is known: each makes one copy of a framed photograph, and its docstring says the cure."""
