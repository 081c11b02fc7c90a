"""Builds that follow the change: what is kept between builds, and what is made anew."""
