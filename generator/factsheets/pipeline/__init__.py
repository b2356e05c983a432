"""The whole program without disk or clock: files in, problems and pages out."""
