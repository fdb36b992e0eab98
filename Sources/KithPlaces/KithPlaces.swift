// KithPlaces
