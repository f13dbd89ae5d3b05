"""A browser's camera over WebRTC, and painted pictures back: the only home of av and streamlit-webrtc."""
