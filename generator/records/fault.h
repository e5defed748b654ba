/*
 * fault.h - the fault that ends the reading of a file: of all that threads find, the first in the file.
 */
#ifndef GRADIENT_RECORDS_FAULT_H
#define GRADIENT_RECORDS_FAULT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"

/* offset of faults that lie nowhere in the file */
#define FAULT_NOWHERE UINT64_MAX

struct fault {
	bool found;
	uint64_t offset; /* bytes into the text: which of two is the first */
	uint64_t line;   /* 0: the file as a whole */
	unsigned column;
	enum diag_code code;
	const char *detail, *hint; /* in an arena, or constant */
};

static inline void fault_keep_first(struct fault *kept, const struct fault *other)
{
	if (other->found && (!kept->found || other->offset < kept->offset))
		*kept = *other;
}

#endif
