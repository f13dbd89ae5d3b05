"""The school's record: who practises here, what they handed in and how they answered, in one file on this machine.

Nothing is written before somebody opts in, or presses "I see it otherwise".
"""

from framing.records.records import Records
from framing.records.values import Answer, Attempt, Kept, Otherwise, Trainee

__all__ = ["Answer", "Attempt", "Kept", "Otherwise", "Records", "Trainee"]
