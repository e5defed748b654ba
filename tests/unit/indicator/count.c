/* method count: the number itself with Poisson limits. */

#include <criterion/criterion.h>
#include <math.h>

#include "support/methods.h"
#include "support/statement.h"

Test(method_count, is_the_numerator_with_poisson_limits)
{
	struct result few = method_trial_run(
		(struct method_trial){ .method = "count", .numerator = 5, .denominator = 70 });
	struct result many =
		method_trial_run((struct method_trial){ .method = "count", .numerator = 846 });

	/* Chi-square quantiles at 10 and 12 degrees of freedom, halved. */
	cr_expect_eq(few.value.estimate, 5);
	cr_expect_float_eq(few.value.limits.lower, 1.6234863901184207, 1e-12);
	cr_expect_float_eq(few.value.limits.upper, 11.66833207932267, 1e-12);
	/* Byar's formula. */
	cr_expect_eq(many.value.estimate, 846);
	cr_expect_float_eq(many.value.limits.lower, 789.9447471391852, 1e-9);
	cr_expect_float_eq(many.value.limits.upper, 904.9829957955819, 1e-9);
	cr_expect_float_eq(many.standard_error, sqrt(846), 1e-12);
}

Test(method_count, of_nothing_is_0)
{
	struct result result = method_trial_run((struct method_trial){ .method = "count" });

	cr_expect_eq(result.value.state, VALUE_SHOWN);
	cr_expect_eq(result.value.estimate, 0);
	cr_expect_eq(result.value.limits.lower, 0);
}

Test(method_count, is_never_called_unreliable_nor_compared_with_the_total)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "count",
		.per = "1",
		.unit = "Waits",
		.rows = "dimension,group,numerator\nall,,60\ndeprivation,1,1\ndeprivation,2,0\n"
			"deprivation,3,19\ndeprivation,4,20\ndeprivation,5,20\n" });
	const struct result *one = statement_result(
		statement, (struct figure_key){ .by = "deprivation", .group = "1" });

	cr_expect_eq(one->value.state, VALUE_SHOWN);
	cr_expect_eq(one->against_all, COMPARISON_NONE);
	cr_expect_eq(statement_measure(statement, (struct figure_key){ .by = "deprivation" },
				       MEASURE_RATIO)
			     .state,
		     VALUE_NOT_APPLICABLE);
	cr_expect_eq(statement_measure(statement, (struct figure_key){ .by = "deprivation" },
				       MEASURE_SII)
			     .reason,
		     REASON_METHOD_HAS_NO_SUCH);
	statement_free(statement);
}

/* A file of deaths can have them in a column of values; 3 are no less somebody's for that. */
Test(method_count, obeys_the_rule_of_counts_where_it_comes_as_a_value)
{
	static const char rows[] =
		"dimension,group,value,lower,upper\nall,,100,81,122\ndeprivation,1,3,1,9\n"
		"deprivation,2,18,11,28\ndeprivation,3,23,15,35\ndeprivation,4,26,17,38\n"
		"deprivation,5,30,20,43\n";
	struct statement_parts parts = { .method = "count", .per = "1", .rows = rows };
	const struct result *result;
	struct statement *statement;

	parts.rule = "LOCAL-5";
	statement = statement_of(&parts);
	result = statement_result(statement,
				  (struct figure_key){ .by = "deprivation", .group = "1" });
	cr_expect_eq(result->value.state, VALUE_SUPPRESSED);
	cr_expect_eq(result->numerator.state, VALUE_SUPPRESSED);
	/* 18 is the next smallest, by which the 3 would follow from the total. */
	result = statement_result(statement,
				  (struct figure_key){ .by = "deprivation", .group = "2" });
	cr_expect_eq(result->value.state, VALUE_SUPPRESSED);
	statement_free(statement);
	parts.rule = "HES-5";
	statement = statement_of(&parts);
	result = statement_result(statement,
				  (struct figure_key){ .by = "deprivation", .group = "3" });
	cr_expect_eq(result->value.estimate, 25);
	cr_expect_eq(result->value.origin, VALUE_COMPUTED);
	statement_free(statement);
	parts.rule = "AS-PUBLISHED";
	statement = statement_of(&parts);
	result = statement_result(statement,
				  (struct figure_key){ .by = "deprivation", .group = "1" });
	cr_expect_eq(result->value.estimate, 3);
	cr_expect_eq(result->value.origin, VALUE_GIVEN);
	statement_free(statement);
}
