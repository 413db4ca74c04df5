"""The process that fetches: `service.serve` all day long, `once.collect` for one time. One for each store."""
