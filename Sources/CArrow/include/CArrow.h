// The binary interfaces through which Kith speaks to a database engine, declared for Swift.
//
// ArrowData.h: the Arrow C data and C stream interfaces (columns in memory).
// ADBC.h:      Arrow Database Connectivity 1.1 (a driver's table of functions).
// ArrowOwned.h: columns that Kith makes, in memory that the receiver frees.
#pragma once

#include "ADBC.h"
#include "ArrowData.h"
#include "ArrowOwned.h"
