/* What would be gained if all groups did as well as a reference, through the whole program. */

#include <criterion/criterion.h>
#include <math.h>

#include "support/fifths.h"
#include "support/inequality.h"

static struct value figure_of(struct statement_parts parts, enum measure measure, int reference)
{
	struct statement *statement = statement_of(&parts);
	struct measure_choice choice = measure_plain(measure);
	struct value value;

	choice.reference = reference;
	value = statement_figure(statement, fifths_key, &choice);
	statement_free(statement);
	return value;
}

static void expect_state(struct statement_parts parts, int reference, enum value_state state,
			 enum value_reason reason)
{
	static const enum measure measures[] = { MEASURE_PAR, MEASURE_PAF };

	for (size_t i = 0; i < 2; i++) {
		struct value value = figure_of(parts, measures[i], reference);

		cr_expect_eq(value.state, state, "%s", value_state_name(value.state));
		cr_expect_eq(value.reason, reason, "%s", value_reason_name(value.reason));
		cr_expect_not(value.limits.known && !value_is_shown(&value));
	}
}

/* -- against the vectors ------------------------------------------------------------------------ */

/* A reference that does worse than all leaves nothing to be gained: 0, and no limits. */
static bool is_worse(const struct answers *expected, size_t row,
		     const struct inequality *inequality)
{
	double fraction = answers_need(expected, row, "estimate");

	return fraction == 0 && answers_number_or(expected, row, "se", 0) > 0 &&
	       inequality->ordered;
}

static void compare_row(struct answers_score *score, const struct answers *inputs,
			const struct answers *expected, size_t row, enum measure measure)
{
	struct inequality inequality = inequality_open(inputs, answers_text(expected, row, "case"));
	struct value got = statement_measure(inequality.statement, inequality.key, measure);

	if (inequality.count < 3) {
		cr_expect_eq(got.state, VALUE_NOT_AVAILABLE);
		cr_expect_eq(got.reason, REASON_FEW_GROUPS_FOR_SPREAD);
	} else if (is_worse(expected, row, &inequality) && !got.limits.known) {
		cr_expect_eq(got.state, VALUE_SHOWN);
		cr_expect_eq(got.estimate, 0);
	} else {
		inequality_compare(score, expected, row, &got, 1, -HUGE_VAL);
	}
	inequality_close(&inequality);
}

Test(attributable_measures, agree_with_the_vectors)
{
	struct answers *inputs = answers_open("inequality_inputs.csv");
	struct answers *expected = answers_open("inequality_expected.csv");
	struct answers_score score = { 0 };

	for (size_t i = 0; i < answers_count(expected); i++)
		if (answers_is(expected, i, "measure", "par"))
			compare_row(&score, inputs, expected, i, MEASURE_PAR);
		else if (answers_is(expected, i, "measure", "paf"))
			compare_row(&score, inputs, expected, i, MEASURE_PAF);
	cr_expect_geq(score.compared, 40, "only %zu figures were compared", score.compared);
	answers_judge(&score, expected);
	answers_close(expected);
	answers_close(inputs);
}

/* -- signs and references ----------------------------------------------------------------------- */

/*
 * 10% in the reference of 30, 25, 20, 15 and 10 in equal groups: 10 less 20. In counts of 1,000 each: with
 * events 100 of 1,000 in the reference and 900 of 4,000 elsewhere, Walter's error of the fraction is
 * sqrt(c N (a d (N - c) + b c^2) / ((a + c)^3 (c + d)^3)), a = 900, b = 3100, c = 100, d = 900, N = 5000:
 * sqrt(100 * 5000 * (810000 * 4900 + 3100 * 10000) / (1e9 * 1e9)) = sqrt(5e5 * 4e9 / 1e18) = 0.0447213595...
 */
Test(attributable_measures, are_negative_where_the_figure_would_fall)
{
	struct statement_parts parts = { .rows = FIFTHS_EVEN, .good = "low" };
	struct value par = figure_of(parts, MEASURE_PAR, REFERENCE_BY_MEASURE);
	struct value paf = figure_of(parts, MEASURE_PAF, REFERENCE_BY_MEASURE);
	double error = sqrt(5e5 * (810000.0 * 4900 + 3100.0 * 10000) / 1e18);

	cr_expect_float_eq(par.estimate, -10, 1e-12);
	cr_expect_float_eq(paf.estimate, -50, 1e-12);
	cr_expect_float_eq(paf.limits.lower, -50 - 1.959963984540054 * 100 * error, 1e-9);
	cr_expect_float_eq(paf.limits.upper, -50 + 1.959963984540054 * 100 * error, 1e-9);
	cr_expect_float_eq(par.limits.lower, -10 - 1.959963984540054 * 20 * error, 1e-9);
}

/* Higher is better, and the least deprived have least: they do worse than all. */
Test(attributable_measures, are_nothing_without_limits_where_the_reference_does_worse)
{
	struct statement_parts parts = { .rows = FIFTHS_EVEN, .good = "high" };
	struct value par = figure_of(parts, MEASURE_PAR, REFERENCE_BY_MEASURE);
	struct value best = figure_of(parts, MEASURE_PAR, REFERENCE_BEST);

	cr_expect_eq(par.state, VALUE_SHOWN);
	cr_expect_eq(par.estimate, 0);
	cr_expect_not(par.limits.known);
	cr_expect_float_eq(best.estimate, 30 - 20, 1e-12);
	cr_expect(best.limits.known);
}

/* Group 2 has 25%, the mean is 20%: the others would do worse. Group 4 has 15%: 5 points fewer. */
Test(attributable_measures, take_the_reference_that_is_asked_for)
{
	struct statement_parts parts = { .rows = FIFTHS_EVEN, .good = "low" };
	struct value fourth = figure_of(parts, MEASURE_PAR, 3);
	struct value second = figure_of(parts, MEASURE_PAR, 1);

	cr_expect_float_eq(fourth.estimate, -5, 1e-12);
	cr_expect_eq(second.estimate, 0);
	cr_expect_not(second.limits.known);
}

/* The same of equal groups: there is nothing to gain, and the formula says how sure that is. */
Test(attributable_measures, are_nothing_with_limits_where_all_are_alike)
{
	struct statement_parts parts = { .good = "low",
					 .rows = FIFTHS_HEAD
					 "deprivation,1,30,100\ndeprivation,2,30,100\n"
					 "deprivation,3,30,100\ndeprivation,4,30,100\n"
					 "deprivation,5,30,100\n" };
	struct value par = figure_of(parts, MEASURE_PAR, REFERENCE_BY_MEASURE);

	cr_expect_eq(par.estimate, 0);
	cr_expect(par.limits.known);
	cr_expect_lt(par.limits.lower, 0);
}

Test(attributable_measures, have_no_limits_from_a_reference_without_events)
{
	struct statement_parts parts = { .good = "low",
					 .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR
					 "deprivation,5,0,1000\n" };
	struct value paf = figure_of(parts, MEASURE_PAF, REFERENCE_BY_MEASURE);

	/* None of 1,000 is a figure as sure as any. */
	cr_expect_eq(paf.state, VALUE_SHOWN);
	cr_expect_float_eq(paf.estimate, -100, 1e-9);
	cr_expect_not(paf.limits.known);
}

/* -- where there is none ------------------------------------------------------------------------ */

Test(attributable_measures, need_a_direction_that_is_better)
{
	expect_state((struct statement_parts){ .rows = FIFTHS_EVEN }, REFERENCE_BY_MEASURE,
		     VALUE_NOT_APPLICABLE, REASON_NO_BEST_GROUP);
}

Test(attributable_measures, are_not_from_all_together)
{
	expect_state((struct statement_parts){ .rows = FIFTHS_EVEN, .good = "low" }, GROUP_ALL,
		     VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
}

Test(attributable_measures, need_the_figure_of_their_reference)
{
	struct statement_parts parts = { .good = "low", .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR };

	/* One of five is more than 15%. */
	expect_state(parts, REFERENCE_BY_MEASURE, VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
	parts.rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,*,1000\n";
	expect_state(parts, REFERENCE_BY_MEASURE, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
}

#define TENTHS_BUT_LAST                                                                            \
	FIFTHS_HEAD                                                                                \
	"deprivation-decile,1,60,100\ndeprivation-decile,2,55,100\ndeprivation-decile,3,50,100\n"  \
	"deprivation-decile,4,45,100\ndeprivation-decile,5,40,100\ndeprivation-decile,6,35,100\n"  \
	"deprivation-decile,7,30,100\ndeprivation-decile,8,25,100\ndeprivation-decile,9,20,100\n"

/* One of ten is fewer than 15%, but it is the one that the others are measured by. */
Test(attributable_measures, say_that_their_reference_is_hidden_or_missing)
{
	struct statement_parts parts = { .good = "low", .rows = TENTHS_BUT_LAST };

	expect_state(parts, REFERENCE_BY_MEASURE, VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
	parts.rows = TENTHS_BUT_LAST "deprivation-decile,10,*,100\n";
	expect_state(parts, REFERENCE_BY_MEASURE, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	expect_state(parts, 9, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	parts.rows = TENTHS_BUT_LAST "deprivation-decile,10,x,100\n";
	expect_state(parts, REFERENCE_BY_MEASURE, VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
}

/* Nine tenths from 60% to 20%, mean 40%, reference 20%: the tenth is left out, and that is said. */
Test(attributable_measures, leave_a_group_without_a_figure_out_and_say_so)
{
	struct statement_parts parts = { .good = "low", .rows = TENTHS_BUT_LAST };
	struct value par = figure_of(parts, MEASURE_PAR, REFERENCE_BEST);

	cr_expect_eq(par.state, VALUE_UNRELIABLE);
	cr_expect_eq(par.reason, REASON_GROUPS_LEFT_OUT);
	cr_expect_float_eq(par.estimate, -20, 1e-9);
}

Test(attributable_measures, are_of_people_alone)
{
	/* Years of life, and scores between 0 and 1, are no shares of people. */
	expect_state((struct statement_parts){ .rows = "dimension,group,denominator,value\n"
						       "deprivation,1,100,0.5\n"
						       "deprivation,2,100,0.6\n"
						       "deprivation,3,100,0.7\n"
						       "deprivation,4,100,0.8\n"
						       "deprivation,5,100,0.9\n",
					       .method = "given",
					       .per = "1",
					       .unit = "Score",
					       .good = "high" },
		     REFERENCE_BY_MEASURE, VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	/* More events than people: somebody has several. */
	expect_state((struct statement_parts){ .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR
					       "deprivation,5,3000,1000\n",
					       .method = "crude-rate",
					       .per = "1000",
					       .unit = "Contacts per 1,000",
					       .good = "high" },
		     REFERENCE_BY_MEASURE, VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
}

Test(attributable_measures, have_no_share_of_nothing)
{
	expect_state((struct statement_parts){ .good = "low",
					       .rows = FIFTHS_HEAD
					       "deprivation,1,0,100\ndeprivation,2,0,100\n"
					       "deprivation,3,0,100\ndeprivation,4,0,100\n"
					       "deprivation,5,0,100\n" },
		     REFERENCE_BY_MEASURE, VALUE_NOT_AVAILABLE, REASON_MEAN_IS_ZERO);
}

/* Both sexes of the best are as good: the larger is the reference, in whatever order they come. */
Test(attributable_measures, are_from_the_largest_of_equally_good_groups)
{
	static const char *const rows[] = {
		FIFTHS_HEAD "age,0-4,10,100\nage,5-9,40,400\nage,10-14,60,200\n",
		FIFTHS_HEAD "age,0-4,40,400\nage,5-9,10,100\nage,10-14,60,200\n",
	};
	struct value value[2];

	for (size_t i = 0; i < 2; i++) {
		struct statement *statement =
			statement_of(&(struct statement_parts){ .rows = rows[i], .good = "low" });

		value[i] = statement_measure(statement, (struct figure_key){ .by = "age" },
					     MEASURE_PAF);
		statement_free(statement);
	}
	cr_expect_float_eq(value[0].estimate, value[1].estimate, 1e-12);
	cr_expect(value[0].limits.known);
	cr_expect_float_eq(value[0].limits.lower, value[1].limits.lower, 1e-9);
}
