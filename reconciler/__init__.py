"""Telephony as code: a Cloud PBX kept in Git."""

__version__ = "0.1.0"
