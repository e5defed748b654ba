/* Slope index and relative index of inequality of a breakdown. */

#include "indicator/figure.h"

#include <criterion/criterion.h>

#include "support/fifths.h"

/* Weighted logistic line on ridits 0.1 to 0.9, by an independent program. */
Test(figure, fits_the_slope_of_percentages_on_the_logit_scale)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = FIFTHS_EVEN });
	struct value sii = statement_measure(statement, fifths_key, MEASURE_SII);
	struct value rii = statement_measure(statement, fifths_key, MEASURE_RII);

	cr_expect_float_eq(sii.estimate, 25.7819181316, 1e-8);
	cr_expect_float_eq(sii.limits.lower, 21.5667298390, 1e-8);
	cr_expect_float_eq(sii.limits.upper, 29.9966968361, 1e-8);
	cr_expect_float_eq(rii.estimate, 3.7955487009, 1e-8);
	cr_expect_float_eq(rii.limits.lower, 3.0695171069, 1e-8);
	cr_expect_float_eq(rii.limits.upper, 4.6809531721, 1e-8);
	statement_free(statement);
}

/* Rates of 50, 44, 38, 36 and 30 per 1,000 in groups of 1, 2, 3, 2 and 4 thousand, by an independent program. */
Test(figure, fits_the_slope_of_rates_on_the_log_scale_weighted_by_people)
{
	struct statement_parts parts = {
		.method = "crude-rate",
		.per = "1000",
		.unit = "Admissions per 1,000 people",
		.rows = "dimension,group,numerator,denominator\n"
			"deprivation,1,50,1000\ndeprivation,2,88,2000\ndeprivation,3,114,3000\n"
			"deprivation,4,72,2000\ndeprivation,5,120,4000\n"
	};
	struct value sii = fifths_measure(parts, MEASURE_SII),
		     rii = fifths_measure(parts, MEASURE_RII);

	cr_expect_float_eq(sii.estimate, 21.6239846147, 1e-8);
	cr_expect_float_eq(sii.limits.lower, 8.7898023083, 1e-8);
	cr_expect_float_eq(sii.limits.upper, 35.0992321174, 1e-8);
	cr_expect_float_eq(rii.estimate, 1.7936090296, 1e-8);
	cr_expect_float_eq(rii.limits.lower, 1.2716221171, 1e-8);
	cr_expect_float_eq(rii.limits.upper, 2.5298658366, 1e-8);
}

Test(figure, is_positive_when_the_most_deprived_have_more)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = FIFTHS_EVEN });
	struct cell_key key = { .classification = classification_find(
					statement->run.dataset->dimensions, "deprivation-quintile"),
				.group = GROUP_ALL,
				.sex = SEX_ALL };
	const struct breakdown_result *slope =
		results_breakdown(statement->run.results, &key, MEASURE_SII);

	cr_assert_not_null(slope);
	cr_expect_gt(slope->value.estimate, 0);
	cr_expect_float_eq(slope->fitted_most - slope->fitted_least, slope->value.estimate, 1e-9);
	cr_expect_float_eq(slope->fitted_most / slope->fitted_least,
			   statement_measure(statement, fifths_key, MEASURE_RII).estimate, 1e-9);
	statement_free(statement);
}

/* The slope takes the limits of 95% even when the report asks for others: only its own limits widen. */
Test(figure, changes_the_limits_of_the_slope_alone_with_the_confidence)
{
	struct statement_parts parts = { .rows = FIFTHS_EVEN };
	struct value at_95 = fifths_measure(parts, MEASURE_SII), at_998;

	parts.data = "confidence='99.8'";
	at_998 = fifths_measure(parts, MEASURE_SII);
	cr_expect_float_eq(at_998.estimate, at_95.estimate, 1e-9);
	cr_expect_float_eq(at_998.limits.lower, 19.1391417299, 1e-8);
	cr_expect_float_eq(at_998.limits.upper, 32.4224664321, 1e-8);
}

Test(figure, has_no_slope_when_a_group_has_no_events)
{
	static const char rows[] = FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,0,1000\n";

	fifths_expect_state(rows, MEASURE_SII, VALUE_NOT_AVAILABLE, REASON_ZERO_EVENTS_IN_GROUP);
	fifths_expect_state(rows, MEASURE_RII, VALUE_NOT_AVAILABLE, REASON_ZERO_EVENTS_IN_GROUP);
}

Test(figure, has_no_slope_when_all_in_a_group_have_the_event)
{
	static const char rows[] = "dimension,group,numerator,denominator\n"
				   "deprivation,1,1000,1000\ndeprivation,2,250,1000\n"
				   "deprivation,3,200,1000\ndeprivation,4,150,1000\n"
				   "deprivation,5,100,1000\n";

	fifths_expect_state(rows, MEASURE_SII, VALUE_NOT_AVAILABLE, REASON_ALL_EVENTS_IN_GROUP);
}

Test(figure, has_no_slope_without_people)
{
	struct statement_parts parts = {
		.method = "given",
		.rows = "dimension,group,value,lower,upper\ndeprivation,1,50,48,52\n"
			"deprivation,2,50,48,52\ndeprivation,3,50,48,52\ndeprivation,4,50,48,52\n"
			"deprivation,5,50,48,52\n"
	};
	struct value sii = fifths_measure(parts, MEASURE_SII);

	cr_expect_eq(sii.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(sii.reason, REASON_NO_DENOMINATOR);
}

Test(figure, has_neither_ratio_nor_slope_for_shares_less_shares)
{
	struct statement_parts parts = { .method = "share-gap",
					 .unit = "Percentage points",
					 .rows = FIFTHS_EVEN };

	cr_expect_eq(fifths_measure(parts, MEASURE_RATIO).state, VALUE_NOT_APPLICABLE);
	cr_expect_eq(fifths_measure(parts, MEASURE_SII).state, VALUE_NOT_APPLICABLE);
	cr_expect(value_state_is_shown(fifths_measure(parts, MEASURE_GAP).state));
}

/* The line that is drawn: it ends where the index is read, and is straight in the logits alone. */
Test(figure, gives_the_fitted_line_at_any_rank)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = FIFTHS_EVEN });
	struct view view = statement_view(statement, fifths_key);
	const struct breakdown_result *slope =
		results_breakdown(statement->words.results, &view.key, MEASURE_SII);
	double first, last, middle;

	cr_assert_not_null(slope);
	first = figure_fitted(statement->words.results, slope, 0);
	last = figure_fitted(statement->words.results, slope, 1);
	middle = figure_fitted(statement->words.results, slope, 0.5);
	cr_expect_float_eq(first - last, 25.7819181316, 1e-8);
	cr_expect_float_eq(first / last, 3.7955487009, 1e-8);
	cr_expect_float_eq(middle / (100 - middle) * (middle / (100 - middle)),
			   first / (100 - first) * (last / (100 - last)), 1e-9);
	cr_expect_lt(middle, (first + last) / 2 - 0.5);
	statement_free(statement);
}
