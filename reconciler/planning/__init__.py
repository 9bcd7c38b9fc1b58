"""Planning: the stages in a row, from documents to a plan and what it says. Read this first."""
