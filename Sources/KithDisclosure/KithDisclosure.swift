// KithDisclosure
