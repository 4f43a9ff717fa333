"""Settings of Superset for one person on one machine, who looks at one published file."""

import os
from pathlib import Path

# Where scripts/superset keeps what belongs to one warehouse.
FOLDER = Path(os.environ["ATTESTED_SUPERSET"])

SECRET_KEY = (FOLDER / "secret_key").read_text(encoding="utf-8")
SQLALCHEMY_DATABASE_URI = f"sqlite:///{FOLDER / 'superset.db'}"
APP_NAME = "Attested"
LOGO_TARGET_PATH = "/superset/dashboard/attested/"
# Colours that people who see colours differently tell apart: those of the page that scripts/report writes.
COLOURS = ["#0072b2", "#c4500a", "#007a5a", "#a8477f", "#8a6d00", "#4b4b9b", "#7a3b12", "#2b7a8c"]
EXTRA_CATEGORICAL_COLOR_SCHEMES = [
    {"id": "attested", "label": "Attested", "description": "", "isDefault": True, "colors": COLOURS},
    {"id": "attested_one", "label": "One colour", "description": "", "isDefault": False, "colors": COLOURS[1:2]},
]
# The page may ask this server, and no other: Superset's own policy lets it report its readers and fetch maps.
TALISMAN_CONFIG = {
    "content_security_policy": {
        "base-uri": ["'self'"],
        "default-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "worker-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "object-src": "'none'",
        "style-src": ["'self'", "'unsafe-inline'"],
        "font-src": ["'self'"],
        "script-src": ["'self'", "'strict-dynamic'"],
    },
    "content_security_policy_nonce_in": ["script-src"],
    "force_https": False,
    "session_cookie_secure": False,
}
