/* Gap, ratio, relative gap and excess of two groups, through the whole program. */

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "support/fifths.h"
#include "support/inequality.h"

/* Also those of total: 1,000 of 5,000. */
static struct value figure_of(struct statement_parts parts, const char *group,
			      struct measure_choice choice)
{
	struct statement *statement = statement_of(&parts);
	struct value value = statement_figure(
		statement, (struct figure_key){ .by = "deprivation", .group = group }, &choice);

	statement_free(statement);
	return value;
}

static struct measure_choice from(enum measure measure, int reference)
{
	struct measure_choice choice = measure_plain(measure);

	choice.reference = reference;
	return choice;
}

static void expect_none(struct statement_parts parts, const char *group,
			struct measure_choice choice, enum value_state state,
			enum value_reason reason)
{
	struct value value = figure_of(parts, group, choice);

	cr_expect_eq(value.state, state, "%s", value_state_name(value.state));
	cr_expect_eq(value.reason, reason, "%s", value_reason_name(value.reason));
}

/* -- against the vectors ------------------------------------------------------------------------ */

/* The least deprived and the most; the best and the worst; the reference group in place of the better. */
struct ends {
	size_t better, worse;
};

static struct ends ends_of(const struct answers *inputs, const struct inequality *inequality)
{
	struct ends ends = { inequality->count - 1, 0 };
	double sign = inequality->high_is_good ? 1 : -1;

	if (inequality->ordered)
		return ends;
	ends = (struct ends){ 0, 0 };
	for (size_t i = 1; i < inequality->count; i++) {
		double value = sign * answers_need(inputs, inequality->first + i, "est");

		if (value > sign * answers_need(inputs, inequality->first + ends.better, "est"))
			ends.better = i;
		if (value < sign * answers_need(inputs, inequality->first + ends.worse, "est"))
			ends.worse = i;
	}
	if (inequality->reference < inequality->count)
		ends.better = inequality->reference;
	return ends;
}

/* The vectors have the better less the worse where higher is better, else the worse less the better. */
static void compare_row(struct answers_score *score, const struct answers *inputs,
			const struct answers *expected, size_t row, enum measure measure)
{
	struct inequality inequality = inequality_open(inputs, answers_text(expected, row, "case"));
	struct ends ends = ends_of(inputs, &inequality);
	bool high = inequality.high_is_good;
	struct figure_key key = inequality.key;
	char first[16];
	struct value got;
	struct measure_choice choice =
		from(measure, inequality_group(&inequality, high ? ends.worse : ends.better));

	snprintf(first, sizeof(first), "%zu", (high ? ends.better : ends.worse) + 1);
	key.group = first;
	got = statement_figure(inequality.statement, key, &choice);
	if (ends.better == ends.worse) {
		cr_expect_eq(got.reason, REASON_IS_REFERENCE);
	} else {
		inequality_compare(score, expected, row, &got, 1, -HUGE_VAL);
	}
	inequality_close(&inequality);
}

/* Ratios of rates have published limits even on the log scale, those of the vectors are not. */
static bool is_for_ratio(const struct answers *inputs, const char *name)
{
	return answers_is(inputs, answers_find(inputs, "case", name), "scaleval", "100");
}

Test(pair_measures, agree_with_the_vectors)
{
	struct answers *inputs = answers_open("inequality_inputs.csv");
	struct answers *expected = answers_open("inequality_expected.csv");
	struct answers_score score = { 0 };

	for (size_t i = 0; i < answers_count(expected); i++) {
		const char *name = answers_text(expected, i, "case");
		double estimate;

		if (!answers_number(expected, i, "estimate", &estimate) || isinf(estimate))
			continue;
		if (answers_is(expected, i, "measure", "d"))
			compare_row(&score, inputs, expected, i, MEASURE_GAP);
		else if (answers_is(expected, i, "measure", "r") && is_for_ratio(inputs, name))
			compare_row(&score, inputs, expected, i, MEASURE_RATIO);
	}
	cr_expect_geq(score.compared, 40, "only %zu figures were compared", score.compared);
	answers_judge(&score, expected);
	answers_close(expected);
	answers_close(inputs);
}

/* -- signs and references ----------------------------------------------------------------------- */

/* 30% and 10%: 20 points more, the least less the most where that is worse; raw as subtracted. */
Test(pair_measures, are_positive_where_the_most_deprived_are_worse_off)
{
	static const struct {
		const char *good;
		bool raw;
		double gap, relative, ratio;
	} cases[] = {
		{ NULL, false, 20, 200, 3 },     { "low", false, 20, 200, 3 },
		{ "high", false, -20, -200, 3 }, { "high", true, 20, 200, 3 },
		{ "low", true, 20, 200, 3 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement_parts parts = { .rows = FIFTHS_EVEN, .good = cases[i].good };
		struct measure_choice gap = measure_plain(MEASURE_GAP);
		struct measure_choice relative = measure_plain(MEASURE_RELATIVE_GAP);
		struct value value;

		gap.raw = relative.raw = cases[i].raw;
		value = figure_of(parts, NULL, gap);
		cr_expect_float_eq(value.estimate, cases[i].gap, 1e-12);
		cr_expect(value.limits.lower < value.estimate &&
			  value.estimate < value.limits.upper);
		value = figure_of(parts, NULL, relative);
		cr_expect_float_eq(value.estimate, cases[i].relative, 1e-9);
		cr_expect(value.limits.lower < value.estimate &&
			  value.estimate < value.limits.upper);
		value = figure_of(parts, NULL, measure_plain(MEASURE_RATIO));
		cr_expect_float_eq(value.estimate, cases[i].ratio, 1e-12);
	}
}

/* Naming the reference that it has anyway changes neither figure nor sign. */
Test(pair_measures, have_the_same_sign_from_the_least_deprived_by_name)
{
	struct statement_parts parts = { .rows = FIFTHS_EVEN, .good = "high" };

	cr_expect_float_eq(figure_of(parts, NULL, from(MEASURE_GAP, 4)).estimate, -20, 1e-12);
	cr_expect_float_eq(figure_of(parts, NULL, from(MEASURE_GAP, GROUP_ALL)).estimate, -10,
			   1e-12);
	cr_expect_float_eq(figure_of(parts, NULL, from(MEASURE_GAP, 2)).estimate, -10, 1e-12);
}

/* A group that is named: itself less its reference, whatever is better. */
Test(pair_measures, of_a_named_group_are_as_subtracted)
{
	struct statement_parts parts = { .rows = FIFTHS_EVEN, .good = "high" };
	struct value gap = figure_of(parts, "2", measure_plain(MEASURE_GAP));

	cr_expect_float_eq(gap.estimate, 25 - 10, 1e-12);
	gap = figure_of(parts, "2", from(MEASURE_GAP, GROUP_ALL));
	cr_expect_float_eq(gap.estimate, 25 - 20, 1e-12);
	gap = figure_of(parts, "2", from(MEASURE_RELATIVE_GAP, 0));
	cr_expect_float_eq(gap.estimate, 100 * (25.0 / 30 - 1), 1e-9);
	gap = figure_of(parts, "2", from(MEASURE_RATIO, 3));
	cr_expect_float_eq(gap.estimate, 25.0 / 15, 1e-12);
}

/* Limits of the ratio, less 1, in per cent. */
Test(pair_measures, have_a_relative_gap_with_the_limits_of_the_ratio)
{
	struct statement_parts parts = { .rows = FIFTHS_EVEN };
	struct value ratio = figure_of(parts, NULL, measure_plain(MEASURE_RATIO));
	struct value relative = figure_of(parts, NULL, measure_plain(MEASURE_RELATIVE_GAP));

	cr_expect_float_eq(relative.limits.lower, 100 * (ratio.limits.lower - 1), 1e-9);
	cr_expect_float_eq(relative.limits.upper, 100 * (ratio.limits.upper - 1), 1e-9);
	parts.good = "high";
	relative = figure_of(parts, NULL, measure_plain(MEASURE_RELATIVE_GAP));
	cr_expect_float_eq(relative.limits.lower, -100 * (ratio.limits.upper - 1), 1e-9);
	cr_expect_float_eq(relative.limits.upper, -100 * (ratio.limits.lower - 1), 1e-9);
}

/* Even on the log scale, so half the distance of the logarithms goes with the deviate: 2.5758 is that of 99%. */
Test(pair_measures, have_limits_at_other_levels)
{
	static const struct {
		double confidence, deviate;
	} cases[] = {
		{ 0.834, 1.385171608 },
		{ 0.9, 1.644853627 },
		{ 0.95, 1.959963985 },
		{ 0.998, 3.090232306 },
	};
	/* Katz: sqrt(1/300 - 1/1000 + 1/100 - 1/1000). */
	double error = sqrt(1 / 300.0 - 1 / 1000.0 + 1 / 100.0 - 1 / 1000.0);

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct measure_choice choice = measure_plain(MEASURE_RATIO);
		struct value value;

		choice.confidence = cases[i].confidence;
		value = figure_of((struct statement_parts){ .rows = FIFTHS_EVEN }, NULL, choice);
		cr_expect_float_eq(log(value.limits.upper / 3), cases[i].deviate * error, 1e-6);
		cr_expect_float_eq(log(3 / value.limits.lower), cases[i].deviate * error, 1e-6);
	}
}

/* -- excess ------------------------------------------------------------------------------------- */

/* 300 of 1,000 against 10%: 200 more. Limits: those of the gap per person, a thousand times. */
Test(pair_measures, count_the_events_beyond_those_of_the_reference)
{
	struct statement_parts parts = { .rows = FIFTHS_EVEN };
	struct value excess = figure_of(parts, NULL, measure_plain(MEASURE_EXCESS));
	struct value gap = figure_of(parts, NULL, measure_plain(MEASURE_GAP));

	cr_expect_float_eq(excess.estimate, 200, 1e-9);
	cr_expect_float_eq(excess.limits.lower, 10 * gap.limits.lower, 1e-9);
	cr_expect_float_eq(excess.limits.upper, 10 * gap.limits.upper, 1e-9);
	excess = figure_of(parts, "4", from(MEASURE_EXCESS, GROUP_ALL));
	cr_expect_float_eq(excess.estimate, 150 - 200, 1e-9);
}

/* 30 of 2,000 with 10 of 1,000 as the reference: 30 - 20. Limits of 10 events are Byar's, those of 9 exact. */
Test(pair_measures, count_the_excess_of_rates)
{
	struct statement_parts parts = { .method = "crude-rate",
					 .per = "1000",
					 .unit = "Admissions per 1,000",
					 .rows = FIFTHS_HEAD
					 "deprivation,1,30,2000\ndeprivation,2,20,1000\n"
					 "deprivation,5,10,1000\n" };
	struct value excess = figure_of(parts, NULL, measure_plain(MEASURE_EXCESS));
	struct value gap = figure_of(parts, NULL, measure_plain(MEASURE_GAP));

	cr_expect_float_eq(excess.estimate, 10, 1e-9);
	cr_expect_float_eq(excess.limits.lower, 2 * gap.limits.lower, 1e-9);
	cr_expect_float_eq(excess.limits.upper, 2 * gap.limits.upper, 1e-9);
}

/*
 * Hospital counts are shown to the nearest 5: 303 of 1,002 as 305 of 1,000, 98 of 999 as 100 of 1,000. Nothing of
 * the exact ones is in the figure.
 */
Test(pair_measures, count_the_excess_from_counts_as_they_may_be_shown)
{
	struct statement_parts parts = { .rule = "HES-5",
					 .rows = FIFTHS_HEAD "deprivation,1,303,1002\n"
							     "deprivation,2,40,100\n"
							     "deprivation,3,40,100\n"
							     "deprivation,4,40,100\n"
							     "deprivation,5,98,999\n" };

	cr_expect_float_eq(figure_of(parts, NULL, measure_plain(MEASURE_EXCESS)).estimate,
			   305 - 100, 1e-9);
	parts.rule = "CVDP-5";
	cr_expect_float_eq(figure_of(parts, NULL, measure_plain(MEASURE_EXCESS)).estimate,
			   305 - 100, 1e-9);
}

/* All 13 of 13 are shown as 15 of 15; 12 of 12 as 10 of 10; 13 of 12 by rounding alone is all of them. */
Test(pair_measures, count_no_more_events_than_people)
{
	struct statement_parts parts = { .rule = "HES-5",
					 .rows = FIFTHS_HEAD "deprivation,1,13,17\n"
							     "deprivation,2,40,100\n"
							     "deprivation,3,40,100\n"
							     "deprivation,4,40,100\n"
							     "deprivation,5,50,100\n" };

	cr_expect_float_eq(figure_of(parts, NULL, measure_plain(MEASURE_EXCESS)).estimate, 15 - 7.5,
			   1e-9);
}

Test(pair_measures, have_no_excess_of_what_is_not_counted)
{
	const struct measure_choice excess = measure_plain(MEASURE_EXCESS);
	struct statement_parts parts = { .method = "given",
					 .rows = "dimension,group,denominator,value\n"
						 "deprivation,1,100,30\ndeprivation,2,100,30\n"
						 "deprivation,5,100,20\n" };

	expect_none(parts, NULL, excess, VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	/* Percentages that are published, with counts that are hidden, not given, or of nobody. */
	parts.method = "proportion";
	parts.rows = "dimension,group,numerator,denominator,value\n"
		     "deprivation,1,*,100,30\ndeprivation,5,20,100,20\n";
	expect_none(parts, NULL, excess, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	parts.rows = "dimension,group,numerator,denominator,value\n"
		     "deprivation,1,30,100,30\ndeprivation,5,x,100,20\n";
	expect_none(parts, NULL, excess, VALUE_NOT_AVAILABLE, REASON_NO_NUMERATOR);
	parts.rows = "dimension,group,numerator,denominator,value\n"
		     "deprivation,1,30,100,30\ndeprivation,5,20,x,20\n";
	expect_none(parts, NULL, excess, VALUE_NOT_AVAILABLE, REASON_NO_DENOMINATOR);
}

Test(pair_measures, have_no_excess_beyond_what_a_number_holds)
{
	struct statement_parts parts = { .method = "crude-rate",
					 .per = "1",
					 .unit = "Events",
					 .rows = FIFTHS_HEAD "deprivation,1,1,1e20\n"
							     "deprivation,5,1e300,1\n" };

	expect_none(parts, NULL, measure_plain(MEASURE_EXCESS), VALUE_NOT_APPLICABLE,
		    REASON_METHOD_HAS_NO_SUCH);
}

/* -- where there is none ------------------------------------------------------------------------ */

Test(pair_measures, need_both_groups)
{
	static const enum measure measures[] = { MEASURE_GAP, MEASURE_RATIO, MEASURE_RELATIVE_GAP,
						 MEASURE_EXCESS };

	for (size_t i = 0; i < sizeof(measures) / sizeof(measures[0]); i++) {
		struct measure_choice choice = measure_plain(measures[i]);

		fifths_expect_state(FIFTHS_HEAD FIFTHS_FIRST_FOUR, measures[i], VALUE_NOT_AVAILABLE,
				    REASON_GROUP_MISSING);
		fifths_expect_state(FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,*,1000\n",
				    measures[i], VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
		/* No total in the data, and a group against itself. */
		choice.reference = GROUP_ALL;
		expect_none((struct statement_parts){ .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR }, "2",
			    choice, VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
		choice.reference = 1;
		expect_none((struct statement_parts){ .rows = FIFTHS_EVEN }, "2", choice,
			    VALUE_NOT_APPLICABLE, REASON_IS_REFERENCE);
	}
}

Test(pair_measures, are_hidden_with_a_total_that_is_hidden)
{
	const char *rows = FIFTHS_HEAD "all,,*,5000\n" FIFTHS_FIRST_FOUR "deprivation,5,100,1000\n";

	expect_none((struct statement_parts){ .rows = rows }, "2", from(MEASURE_GAP, GROUP_ALL),
		    VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
}

Test(pair_measures, have_a_difference_but_no_ratio_to_nothing)
{
	const char *rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,0,1000\n";
	struct statement_parts parts = { .rows = rows };

	fifths_expect_state(rows, MEASURE_RATIO, VALUE_NOT_AVAILABLE, REASON_ZERO_COMPARATOR);
	fifths_expect_state(rows, MEASURE_RELATIVE_GAP, VALUE_NOT_AVAILABLE,
			    REASON_ZERO_COMPARATOR);
	cr_expect_float_eq(figure_of(parts, NULL, measure_plain(MEASURE_GAP)).estimate, 30, 1e-12);
	cr_expect_float_eq(figure_of(parts, NULL, measure_plain(MEASURE_EXCESS)).estimate, 300,
			   1e-9);
	/* Nothing against something is 0, which has no logarithm and so no limits. */
	parts.rows = FIFTHS_HEAD "deprivation,1,0,1000\ndeprivation,5,100,1000\n";
	cr_expect_eq(figure_of(parts, NULL, measure_plain(MEASURE_RATIO)).estimate, 0);
	cr_expect_not(figure_of(parts, NULL, measure_plain(MEASURE_RATIO)).limits.known);
	cr_expect_eq(figure_of(parts, NULL, measure_plain(MEASURE_RELATIVE_GAP)).estimate, -100);
	cr_expect_not(figure_of(parts, NULL, measure_plain(MEASURE_RELATIVE_GAP)).limits.known);
}

/* -- published figures -------------------------------------------------------------------------- */

#define PUBLISHED "dimension,group,value,lower,upper\n"

/* Rates of 40 (32 to 50) and 20 (16 to 25): the logarithms of the limits lie even. */
Test(pair_measures, of_published_rates_take_limits_as_even_on_the_log_scale)
{
	struct statement_parts parts = { .method = "given",
					 .per = "1000",
					 .unit = "Admissions per 1,000",
					 .rows = PUBLISHED "deprivation,1,40,32,50\n"
							   "deprivation,5,20,16,25\n" };
	double half = log(25.0 / 16) / 2;
	struct value ratio = figure_of(parts, NULL, measure_plain(MEASURE_RATIO));
	struct value gap = figure_of(parts, NULL, measure_plain(MEASURE_GAP));

	cr_expect_float_eq(ratio.estimate, 2, 1e-12);
	cr_expect_float_eq(log(ratio.limits.upper / 2), sqrt(2) * half, 1e-9);
	cr_expect_float_eq(gap.limits.lower, 20 - hypot(8, 5), 1e-12);
	cr_expect_float_eq(gap.limits.upper, 20 + hypot(10, 4), 1e-12);
}

/* Limits at 95% give the error that a ratio at 99.8% needs; of a difference they would have to be of 99.8%. */
Test(pair_measures, of_published_figures_have_a_ratio_at_another_level)
{
	struct statement_parts parts = { .method = "given",
					 .per = "1000",
					 .unit = "Admissions per 1,000",
					 .rows = PUBLISHED "deprivation,1,40,32,50\n"
							   "deprivation,5,20,16,25\n" };
	struct measure_choice choice = measure_plain(MEASURE_RATIO);
	struct value value;

	choice.confidence = 0.998;
	value = figure_of(parts, NULL, choice);
	cr_expect(value.limits.known);
	cr_expect_float_eq(log(value.limits.upper / 2),
			   sqrt(2) * log(25.0 / 16) / 2 * 3.090232306 / 1.959963985, 1e-8);
	choice.measure = MEASURE_GAP;
	value = figure_of(parts, NULL, choice);
	cr_expect_float_eq(value.estimate, 20, 1e-12);
	cr_expect_not(value.limits.known);
}

Test(pair_measures, of_published_figures_without_limits_have_none)
{
	struct statement_parts parts = { .method = "given",
					 .rows = "dimension,group,value\n"
						 "deprivation,1,40\ndeprivation,5,20\n" };

	cr_expect_not(figure_of(parts, NULL, measure_plain(MEASURE_GAP)).limits.known);
	cr_expect_not(figure_of(parts, NULL, measure_plain(MEASURE_RATIO)).limits.known);
	cr_expect_eq(figure_of(parts, NULL, measure_plain(MEASURE_RATIO)).estimate, 2);
}

/* Points above a target have a gap, but no ratio when one is below it; counts have none. */
Test(pair_measures, have_no_ratio_below_nothing_or_of_counts)
{
	struct statement_parts parts = { .method = "given",
					 .per = "1",
					 .unit = "Points",
					 .rows = "dimension,group,value\n"
						 "deprivation,1,4\ndeprivation,5,-2\n" };

	expect_none(parts, NULL, measure_plain(MEASURE_RATIO), VALUE_NOT_APPLICABLE,
		    REASON_METHOD_HAS_NO_SUCH);
	cr_expect_eq(figure_of(parts, NULL, measure_plain(MEASURE_GAP)).estimate, 6);
	parts.rows = "dimension,group,value\ndeprivation,1,-4\ndeprivation,5,2\n";
	expect_none(parts, NULL, measure_plain(MEASURE_RATIO), VALUE_NOT_APPLICABLE,
		    REASON_METHOD_HAS_NO_SUCH);
	expect_none((struct statement_parts){ .method = "count", .unit = "", .rows = FIFTHS_EVEN },
		    NULL, measure_plain(MEASURE_RATIO), VALUE_NOT_APPLICABLE,
		    REASON_METHOD_HAS_NO_SUCH);
}

/* Counts to the nearest 5 against people as they are: 13 of 14 are shown as 15, which is all of them and no more. */
Test(pair_measures, count_no_more_events_than_people_of_another_source)
{
	struct statement_parts parts = {
		.rule = "HES-5",
		.denominators = "people",
		.rows = FIFTHS_HEAD "deprivation,1,13,\ndeprivation,5,50,\n",
		.more_sources =
			"<source id='people' href='people.csv' rule='NONE'>"
			"<map column='dimension' as='dimension'/><map column='group' as='group'/>"
			"<map column='people' as='denominator'/><set as='period' to='2024'/>"
			"<set as='organisation' to='QNV'/></source>",
		.files = { { "people.csv",
			     "dimension,group,people\ndeprivation,1,14\ndeprivation,5,100\n" } },
	};
	struct value value = figure_of(parts, NULL, measure_plain(MEASURE_EXCESS));

	cr_expect(value_is_shown(&value), "%s", value_reason_name(value.reason));
	cr_expect_float_eq(value.estimate, 14 - 7, 1e-9);
}

/* A published figure outside its own limits has a difference, of which nobody knows how sure it is. */
Test(pair_measures, of_a_figure_outside_its_limits_have_none)
{
	struct statement_parts parts = { .method = "given",
					 .rows = PUBLISHED "deprivation,1,40,41,50\n"
							   "deprivation,5,20,16,25\n" };
	struct statement *statement = statement_try(&parts);

	if (statement->run.results != NULL)
		cr_expect_not(statement_measure(statement, fifths_key, MEASURE_GAP).limits.known);
	statement_free(statement);
}
