"""From changes to orders with days."""
