"""Alerts: rules over what a pass changed, the notices they come to, and the channels these go by."""
