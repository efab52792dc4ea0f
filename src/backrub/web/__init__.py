"""HTTP, the WebSocket and the pages."""
