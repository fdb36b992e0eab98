// KithReports
