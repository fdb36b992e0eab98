// KithStatistics
