"""The school's record: who practises here, what they handed in and how they answered, in one file on this machine.

Nothing is written before somebody opts in, or presses "I see it otherwise".
"""
