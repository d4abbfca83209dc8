"""lossledger: who said which war-loss figure, about whom, for which days, and does it add up?"""

__version__ = "0.1.0"
