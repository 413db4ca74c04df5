"""One pass over one source: fetch, parse, judge; everything that may become of it is an `Outcome`."""
