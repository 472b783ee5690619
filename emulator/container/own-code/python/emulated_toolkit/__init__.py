"""Runs an inference.py as the Hugging Face inference toolkit does. Python's standard library only."""
