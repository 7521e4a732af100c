"""Office: who the agency is, its dated settings, and the secret by which its receipts are known as genuine."""
