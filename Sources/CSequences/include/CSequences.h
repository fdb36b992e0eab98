#ifndef CSEQUENCES_H
#define CSEQUENCES_H

#include <stddef.h>
#include <stdint.h>

// How many sequences are compared with one at the same time.
#define CSEQUENCES_LANES 32

// One row of optimal matching of one sequence with 32 others: after[c + 1] is the least of before[c] + cost[c], before[c + 1]
// and after[c]. `cost` has columns × 32 numbers, `before` and `after` (columns + 1) × 32. What it costs to put in or leave out a
// state is taken from all beforehand, so that both are free here. The widest instructions of the processor are used.
void csequences_row(const double *cost, const double *before, double *after, size_t columns);

// How many states eight sequences of at most 64 places have in common with one, in order (Hyyro 2004, figure 5). Of the one, `states` has
// `length` places; `rows` has those of its beginning, up to `first`, and takes the others, eight words each. `masks` has eight words
// for each state: in which places of the eight it is.
void csequences_common(
    const uint64_t *masks, const uint8_t *states, uint64_t *rows, size_t first, size_t length, uint8_t *common);

#endif
