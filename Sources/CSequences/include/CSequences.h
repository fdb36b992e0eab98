#ifndef CSEQUENCES_H
#define CSEQUENCES_H

#include <stddef.h>

// How many sequences are compared with one at the same time.
#define CSEQUENCES_LANES 32

// One row of optimal matching of one sequence with 32 others: after[c + 1] is the least of before[c] + cost[c], before[c + 1]
// and after[c]. `cost` has columns × 32 numbers, `before` and `after` (columns + 1) × 32. What it costs to put in or leave out a
// state is taken from all beforehand, so that both are free here. The widest instructions of the processor are used.
void csequences_row(const double *cost, const double *before, double *after, size_t columns);

#endif
