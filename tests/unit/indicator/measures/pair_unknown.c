/* Pairs of which one side is the people whose group is not known. */

#include <criterion/criterion.h>

#include "support/fifths.h"

static void expect_none(const char *group, struct measure_choice choice)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = FIFTHS_EVEN "deprivation,unknown,50,1000\n" });
	struct value value = statement_figure(
		statement, (struct figure_key){ .by = "deprivation", .group = group }, &choice);

	cr_expect_eq(value.state, VALUE_NOT_APPLICABLE, "%s", value_state_name(value.state));
	cr_expect_eq(value.reason, REASON_GROUP_UNKNOWN, "%s", value_reason_name(value.reason));
	statement_free(statement);
}

/* They are printed last and never compared. */
Test(pairs_with_unknown, have_no_figure_of_those_people)
{
	expect_none("unknown", measure_plain(MEASURE_GAP));
	expect_none("unknown", measure_plain(MEASURE_RATIO));
	expect_none("unknown", measure_plain(MEASURE_RELATIVE_GAP));
	expect_none("unknown", measure_plain(MEASURE_EXCESS));
}

/* Nor is anything compared with them. */
Test(pairs_with_unknown, have_no_figure_with_those_people_as_reference)
{
	struct measure_choice choice = measure_plain(MEASURE_RATIO);
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = FIFTHS_EVEN "deprivation,unknown,50,1000\n" });
	const struct dimensions *dimensions = statement->run.dataset->dimensions;

	choice.reference = group_find(
		dimensions
			->classifications[classification_find(dimensions, "deprivation-quintile")],
		"unknown");
	statement_free(statement);
	cr_assert_geq(choice.reference, 0);
	expect_none("2", choice);
}
