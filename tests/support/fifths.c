#include "support/fifths.h"

#include <criterion/criterion.h>

const struct figure_key fifths_key = { .by = "deprivation" };

struct value fifths_measure(struct statement_parts parts, enum measure measure)
{
	struct statement *statement = statement_of(&parts);
	struct value value = statement_measure(statement, fifths_key, measure);

	statement_free(statement);
	return value;
}

void fifths_expect_state(const char *rows, enum measure measure, enum value_state state,
			 enum value_reason reason)
{
	struct value value = fifths_measure((struct statement_parts){ .rows = rows }, measure);

	cr_expect_eq(value.state, state, "%s is %s", measure_kind(measure)->name,
		     value_state_name(value.state));
	cr_expect_eq(value.reason, reason, "%s: %s", measure_kind(measure)->name,
		     value_reason_name(value.reason));
	cr_expect(value_state_is_shown(state) || value.estimate == 0);
}
