"""What has been kept long enough: scans whose time is over."""
