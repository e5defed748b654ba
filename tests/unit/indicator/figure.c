/* Measures of a whole breakdown: gap, ratio, completeness. */

#include "indicator/figure.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/fifths.h"

/* -- gap and ratio ---------------------------------------------------------------------------- */

/* Most less least deprived: 30% and 10%; Newcombe's and Katz's limits by an independent program. */
Test(figure, takes_gap_and_ratio_from_the_most_and_the_least_deprived_group)
{
	struct value gap =
		fifths_measure((struct statement_parts){ .rows = FIFTHS_EVEN }, MEASURE_GAP);
	struct value ratio =
		fifths_measure((struct statement_parts){ .rows = FIFTHS_EVEN }, MEASURE_RATIO);

	cr_expect_float_eq(gap.estimate, 20, 1e-12);
	cr_expect_float_eq(gap.limits.lower, 16.5831535552, 1e-9);
	cr_expect_float_eq(gap.limits.upper, 23.3768126881, 1e-9);
	cr_expect_float_eq(ratio.estimate, 3, 1e-12);
	cr_expect_float_eq(ratio.limits.lower, 2.4350278383, 1e-9);
	cr_expect_float_eq(ratio.limits.upper, 3.6960563073, 1e-9);
}

Test(figure, has_a_negative_gap_when_the_least_deprived_have_more)
{
	struct value gap = fifths_measure(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\n"
				"deprivation,1,100,1000\ndeprivation,5,300,1000\n" },
		MEASURE_GAP);

	cr_expect_float_eq(gap.estimate, -20, 1e-12);
	cr_expect_float_eq(gap.limits.lower, -(23.3768126881), 1e-9);
}

Test(figure, compares_the_ends_by_their_place_and_not_by_their_value)
{
	struct value gap = fifths_measure(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\n"
				"deprivation,5,300,1000\ndeprivation,3,900,1000\ndeprivation,1,310,1000\n" },
		MEASURE_GAP);

	cr_expect_float_eq(gap.estimate, 1, 1e-12);
}

/* Group 10 stands after group 9, not after group 1. */
Test(figure, knows_the_tenth_group_of_ten)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\n"
			"deprivation-decile,1,300,1000\ndeprivation-decile,10,100,1000\n"
			"deprivation-decile,9,900,1000\ndeprivation-decile,2,800,1000\n" });

	cr_expect_float_eq(statement_measure(statement,
					     (struct figure_key){ .by = "deprivation-decile" },
					     MEASURE_GAP)
				   .estimate,
			   20, 1e-12);
	statement_free(statement);
}

Test(figure, is_hidden_when_an_end_is_hidden)
{
	static const char rows[] = FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,*,1000\n";

	fifths_expect_state(rows, MEASURE_GAP, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	fifths_expect_state(rows, MEASURE_RATIO, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	fifths_expect_state(rows, MEASURE_SII, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	fifths_expect_state(rows, MEASURE_RII, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
}

/* The slope would let a hidden group be solved for. */
Test(figure, hides_the_slope_but_not_the_gap_when_a_middle_group_is_hidden)
{
	static const char rows[] = "dimension,group,numerator,denominator\n"
				   "deprivation,1,300,1000\ndeprivation,2,250,1000\n"
				   "deprivation,3,*,1000\ndeprivation,4,150,1000\n"
				   "deprivation,5,100,1000\n";

	fifths_expect_state(rows, MEASURE_GAP, VALUE_SHOWN, REASON_NONE);
	fifths_expect_state(rows, MEASURE_SII, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	fifths_expect_state(rows, MEASURE_RII, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
}

Test(figure, is_not_available_when_a_group_is_missing)
{
	static const char rows[] = FIFTHS_HEAD FIFTHS_FIRST_FOUR;

	fifths_expect_state(rows, MEASURE_GAP, VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
	fifths_expect_state(rows, MEASURE_SII, VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
}

Test(figure, is_unreliable_when_an_end_is)
{
	static const char rows[] = FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,12,20\n";

	fifths_expect_state(rows, MEASURE_GAP, VALUE_UNRELIABLE, REASON_SMALL_DENOMINATOR);
	fifths_expect_state(rows, MEASURE_SII, VALUE_UNRELIABLE, REASON_SMALL_DENOMINATOR);
}

Test(figure, has_a_gap_but_no_ratio_to_nothing)
{
	static const char rows[] = "dimension,group,numerator,denominator\n"
				   "deprivation,1,300,1000\ndeprivation,5,0,1000\n";
	struct value gap = fifths_measure((struct statement_parts){ .rows = rows }, MEASURE_GAP);

	cr_expect(value_is_shown(&gap));
	cr_expect_float_eq(gap.estimate, 30, 1e-12);
	fifths_expect_state(rows, MEASURE_RATIO, VALUE_NOT_AVAILABLE, REASON_ZERO_COMPARATOR);
}

Test(figure, has_a_ratio_of_nothing_without_limits)
{
	struct value ratio = fifths_measure(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\n"
				"deprivation,1,0,1000\ndeprivation,5,300,1000\n" },
		MEASURE_RATIO);

	cr_expect(value_is_shown(&ratio));
	cr_expect_eq(ratio.estimate, 0);
	cr_expect_not(ratio.limits.known);
}

/* 60 (54 to 66) and 30 (28 to 32): log errors ln(66/54) and ln(32/28) over 2 z. */
Test(figure, takes_errors_from_published_limits)
{
	struct statement_parts parts = {
		.method = "given",
		.unit = "Deaths per 100,000 people",
		.per = "100000",
		.rows = "dimension,group,value,lower,upper\n"
			"deprivation,1,60,54,66\ndeprivation,5,30,28,32\n"
	};
	struct value ratio = fifths_measure(parts, MEASURE_RATIO);
	double half = hypot(log(66.0 / 54), log(32.0 / 28)) / 2;

	cr_expect_eq(ratio.estimate, 2);
	cr_expect_float_eq(ratio.limits.lower, 2 * exp(-half), 1e-9);
	cr_expect_float_eq(ratio.limits.upper, 2 * exp(half), 1e-9);
}

/* -- groups of unknown people, groups without order ------------------------------------------- */

Test(figure, leaves_people_of_unknown_group_out_of_gap_and_slope)
{
	struct statement_parts with = {
		.rows = "dimension,group,numerator,denominator\nall,,1000,5000\n"
			"deprivation,1,300,1000\ndeprivation,2,250,1000\n"
			"deprivation,3,200,1000\ndeprivation,4,150,1000\n"
			"deprivation,5,100,1000\ndeprivation,unknown,900,1000\n"
	};
	struct statement_parts without = { .rows = FIFTHS_EVEN };

	cr_expect_eq(fifths_measure(with, MEASURE_GAP).estimate,
		     fifths_measure(without, MEASURE_GAP).estimate);
	cr_expect_eq(fifths_measure(with, MEASURE_SII).estimate,
		     fifths_measure(without, MEASURE_SII).estimate);
}

Test(figure, has_no_gap_between_groups_without_order)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\n"
			"ethnic-group,asian,300,1000\nethnic-group,white,200,1000\n" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "ethnic-group" });
	struct value gap = view_measure(&view, MEASURE_GAP);

	cr_expect_eq(gap.state, VALUE_NOT_APPLICABLE);
	cr_expect_eq(gap.reason, REASON_NOT_ORDERED);
	statement_free(statement);
}

/* -- completeness ----------------------------------------------------------------------------- */

static struct value completeness(struct statement_parts parts)
{
	return fifths_measure(parts, MEASURE_COMPLETENESS);
}

/* Records are the patients: 50 of 1,000 without a fifth. */
Test(figure, counts_complete_records_by_the_denominator)
{
	struct value value = completeness((struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nall,,200,1000\n"
			"deprivation,1,190,950\ndeprivation,unknown,10,50\n" });

	cr_expect_eq(value.state, VALUE_SHOWN);
	cr_expect_float_eq(value.estimate, 95, 1e-12);
	cr_expect_not(value.limits.known);
}

/* Admissions are the records when the people come from elsewhere: 8 of 160. */
Test(figure, counts_complete_records_by_the_events_of_a_rate)
{
	struct value value = completeness((struct statement_parts){
		.method = "crude-rate",
		.per = "1000",
		.unit = "Admissions per 1,000",
		.rows = "dimension,group,numerator,denominator\nall,,160,1000\n"
			"deprivation,1,152,1000\ndeprivation,unknown,8,x\n" });

	cr_expect_float_eq(value.estimate, 95, 1e-12);
}

Test(figure, hides_completeness_with_the_count_of_unknown_people)
{
	struct value value = completeness((struct statement_parts){
		.method = "crude-rate",
		.per = "1000",
		.unit = "Admissions per 1,000",
		.rule = "HES-5",
		.rows = "dimension,group,numerator,denominator\nall,,160,1000\n"
			"deprivation,1,157,1000\ndeprivation,unknown,3,x\n" });

	cr_expect_eq(value.state, VALUE_SUPPRESSED);
	cr_expect_eq(value.reason, REASON_GROUP_HIDDEN);
	cr_expect_eq(value.estimate, 0);
}

Test(figure, knows_no_completeness_without_a_total)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\n"
			"deprivation,1,190,950\ndeprivation,unknown,10,50\n" });
	struct view view = statement_view(statement, fifths_key);
	struct value value = view_measure(&view, MEASURE_COMPLETENESS);

	cr_expect_eq(value.state, VALUE_NOT_AVAILABLE);
	statement_free(statement);
}
