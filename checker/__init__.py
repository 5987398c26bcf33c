"""The judgement of the course: what a careful reader sees in a tweet, where and why. Pure Python, standard library
only.

Source of all criteria: the article "Errores de marketing en Twitter" (2011).
"""

from checker.grading import SubmissionError, grade
from checker.judging import judge_feed, judge_tweet

__all__ = ["SubmissionError", "grade", "judge_feed", "judge_tweet"]
