"""The register book of a year (form 06, sổ theo dõi hồ sơ): its numbers, its rows, as PDF and as Excel."""
