// KithRules
