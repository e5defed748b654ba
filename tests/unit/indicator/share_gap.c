/* method share-gap: share of all numerators less share of all denominators. */

#include <criterion/criterion.h>

#include "support/statement.h"

static const char rows[] = "dimension,group,numerator,denominator\n"
			   "all,,200,1000\n"
			   "deprivation,1,80,250\n"
			   "deprivation,2,40,250\n"
			   "deprivation,3,40,200\n"
			   "deprivation,4,20,200\n"
			   "deprivation,5,20,100\n";

static struct statement_parts parts_of(const char *text, const char *rule)
{
	return (struct statement_parts){
		.method = "share-gap", .unit = "Percentage points", .rows = text, .rule = rule
	};
}

static const struct result *group(const struct statement *statement, const char *name)
{
	return statement_result(statement,
				(struct figure_key){ .by = "deprivation", .group = name });
}

/* 80/200 - 250/1000 = 15 points; 20/200 - 200/1000 = -10 points; 40/200 - 200/1000 = 0. */
Test(method_share_gap, is_the_difference_of_two_shares)
{
	struct statement_parts parts = parts_of(rows, NULL);
	struct statement *statement = statement_of(&parts);

	cr_expect_float_eq(group(statement, "1")->value.estimate, 15, 1e-12);
	cr_expect_float_eq(group(statement, "4")->value.estimate, -10, 1e-12);
	cr_expect_float_eq(group(statement, "3")->value.estimate, 0, 1e-12);
	cr_expect_not(group(statement, "1")->value.limits.known);
	statement_free(statement);
}

Test(method_share_gap, has_no_meaning_for_the_whole)
{
	struct statement_parts parts = parts_of(rows, NULL);
	struct statement *statement = statement_of(&parts);
	const struct result *total = statement_result(statement, (struct figure_key){ 0 });

	cr_expect_eq(total->value.state, VALUE_NOT_APPLICABLE);
	cr_expect_eq(total->value.reason, REASON_METHOD_HAS_NO_SUCH);
	statement_free(statement);
}

Test(method_share_gap, needs_a_total_with_events)
{
	struct statement_parts without = parts_of("dimension,group,numerator,denominator\n"
						  "deprivation,1,80,250\n",
						  NULL);
	struct statement_parts empty = parts_of("dimension,group,numerator,denominator\n"
						"all,,0,1000\ndeprivation,1,0,250\n",
						NULL);
	struct statement *statement = statement_of(&without);

	cr_expect_eq(group(statement, "1")->value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(group(statement, "1")->value.reason, REASON_NO_TOTAL);
	statement_free(statement);
	statement = statement_of(&empty);
	cr_expect_eq(group(statement, "1")->value.reason, REASON_NO_TOTAL);
	statement_free(statement);
}

/* Exact: 81/202 - 252/1003; printed from 80/200 - 250/1005. */
Test(method_share_gap, works_from_the_counts_as_they_may_be_shown)
{
	struct statement_parts parts = parts_of("dimension,group,numerator,denominator\n"
						"all,,202,1003\ndeprivation,1,81,252\n",
						"HES-5");
	struct statement *statement = statement_of(&parts);

	cr_expect_float_eq(group(statement, "1")->value.estimate, 100 * (80.0 / 200 - 250.0 / 1005),
			   1e-12);
	statement_free(statement);
}
