import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # where badge.py is
extensions.append("badge")  # noqa: F821 – the list above
