"""The guide's own addresses beside Streamlit's."""

from framing.page.card_route import CARD_ROUTE
from framing.web.check import CHECK_ROUTE
from framing.web.kept import KEPT_ROUTES
from framing.web.pictures import PICTURE_ROUTES
from framing.web.push import PUSH_ROUTE
from framing.web.room_page import ROOM_PAGE_ROUTE
from framing.web.rooms import ROOM_ROUTES
from framing.web.sample import SAMPLE_ROUTES
from framing.web.school import SCHOOL_ROUTES
from framing.web.school_eye import EYE_ROUTES
from framing.web.school_otherwise import SCHOOL_OTHERWISE_ROUTES
from framing.web.school_records import SCHOOL_RECORD_ROUTES
from framing.web.school_reference import REFERENCE_ROUTES
from framing.web.school_study import STUDY_ROUTE
from framing.web.scripts import SCRIPT_ROUTE

ROUTES = [
    CARD_ROUTE, CHECK_ROUTE, *KEPT_ROUTES, *PICTURE_ROUTES, PUSH_ROUTE, ROOM_PAGE_ROUTE, *ROOM_ROUTES,
    *SAMPLE_ROUTES, *SCHOOL_ROUTES, *SCHOOL_RECORD_ROUTES, *SCHOOL_OTHERWISE_ROUTES, *EYE_ROUTES, *REFERENCE_ROUTES,
    STUDY_ROUTE, SCRIPT_ROUTE,
]  # fmt: skip
"""For the app's list of routes."""
