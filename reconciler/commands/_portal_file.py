"""Where the portal for rehearsal of a workspace is kept."""

from pathlib import Path

from reconciler.request import Folder
from reconciler.workspace.portal import local_only
from reconciler.workspace.settings import workspace_of


def portal_file(folder: Folder) -> Path:
    """The file of the workspace's portal for rehearsal.

    Raises:
        ConfigProblem: if the workspace has another portal.
    """
    workspace = workspace_of(folder)
    local_only(workspace)
    return workspace.root / workspace.settings.portal.path
