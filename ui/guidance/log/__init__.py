"""The page of guidance: taking down what was advised while holding a telephone, ready texts, outreach."""
