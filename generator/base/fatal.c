#include "base/fatal.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/exit_status.h"

void fatal_out_of_memory(void)
{
	fatal_internal("out of memory");
}

void fatal_internal(const char *what)
{
	fprintf(stderr, "gradient: %s\n", what);
	exit(EXIT_STATUS_INTERNAL);
}
