"""Bring Superset's own database up to date, make the login, import the dashboard.

Runs in Superset's environment, started by scripts/superset, which sends what to do as JSON: `is_new` where Superset's
own tables have to be made or brought up to date; `login`, and its `password` where it is new or another; `files` to
import, by their path in an export, none where they are imported already.
"""

import json
import logging
import sys

from flask_migrate import upgrade
from superset.app import create_app


def prepare(task: dict) -> None:
    """Do what `task` says, within a running application."""
    from superset import appbuilder, security_manager
    from superset.commands.importers.v1.assets import ImportAssetsCommand
    from superset.utils.core import override_user

    if task["is_new"]:
        upgrade()
        appbuilder.add_permissions(update_perms=True)
        security_manager.sync_role_definitions()
    login, password = task["login"], task["password"]
    user = security_manager.find_user(login)
    if user is None:
        role = security_manager.find_role("Admin")
        user = security_manager.add_user(login, "Reader", "of Attested", f"{login}@localhost", role, password)
    elif password:
        security_manager.reset_password(user.id, password)
    if task["files"]:
        with override_user(user):
            ImportAssetsCommand(task["files"]).run()


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    application = create_app()
    with application.app_context():
        prepare(json.load(sys.stdin))
