// KithAggregates
