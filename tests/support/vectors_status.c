#include "support/vectors_status.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *kind_of(enum stats_outcome outcome)
{
	if (outcome == STATS_OK)
		return "ok";
	if (outcome == STATS_TOO_FEW_EVENTS)
		return "suppressed";
	return outcome == STATS_ZERO_EVENTS_IN_GROUP || outcome == STATS_ALL_EVENTS_IN_GROUP
		       ? "undefined"
		       : "error";
}

void vectors_expect_status(const struct vectors *vectors, size_t row, enum stats_outcome outcome)
{
	const char *status = vectors_text(vectors, row, "status"), *kind = kind_of(outcome);

	cr_expect(strncmp(status, kind, strlen(kind)) == 0, "row %zu: %s, not %s", row + 1, kind,
		  status);
}
