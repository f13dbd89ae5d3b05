"""Words that come from outside, as text: the names of files, the titles of uses, what an error found.

Nearly every label of Streamlit's is Markdown, in which a file's name could fetch a picture from elsewhere, link to a
script or become a formula, and no escape undoes all of it: emoji, icons and addresses are looked for after the escapes
have been read. So what was not written in this program's own code goes to `st.html` alone, through here.
"""

from __future__ import annotations

from html import escape
from typing import Literal

Style = Literal["name", "note", "cue", "lead"]


def plain(text: str, look: Style) -> str:
    """The text as one block of HTML that shows it letter by letter, for `st.html`; `look` names its style."""
    tag = "h3" if look == "name" else "p"
    return f'<{tag} class="fg-{look}">{escape(text)}</{tag}>'
