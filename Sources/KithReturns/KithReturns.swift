// KithReturns
