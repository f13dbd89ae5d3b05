"""What is seen in the browser: a thin Streamlit script, and views that turn values into HTML strings."""
