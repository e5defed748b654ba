/* Measures of groups without an order, through the whole program. */

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "support/fifths.h"
#include "support/inequality.h"
#include "support/own_rule.h"

/* What the vectors call it. A measure without limits of its own there has those of another row. */
static const struct {
	const char *name;
	enum measure measure;
	bool unweighted;
	enum { FROM_USUAL, FROM_BEST, FROM_REFERENCE } reference;
	bool drawn; /* limits from a bootstrap, to be met within a tolerance of the row */
} kinds[] = {
	{ "bgv", MEASURE_BETWEEN_GROUP_VARIANCE, false, FROM_USUAL, false },
	{ "bgsd_delta", MEASURE_BETWEEN_GROUP_STANDARD_DEVIATION, false, FROM_USUAL, false },
	{ "cov_delta", MEASURE_COEFFICIENT_OF_VARIATION, false, FROM_USUAL, false },
	{ "mdmu", MEASURE_MEAN_DIFFERENCE, true, FROM_USUAL, true },
	{ "mdmw", MEASURE_MEAN_DIFFERENCE, false, FROM_USUAL, true },
	{ "mdbu", MEASURE_MEAN_DIFFERENCE, true, FROM_BEST, true },
	{ "mdbw", MEASURE_MEAN_DIFFERENCE, false, FROM_BEST, true },
	{ "mdru", MEASURE_MEAN_DIFFERENCE, true, FROM_REFERENCE, true },
	{ "mdrw", MEASURE_MEAN_DIFFERENCE, false, FROM_REFERENCE, true },
	{ "idisu", MEASURE_INDEX_OF_DISPARITY, true, FROM_USUAL, true },
	{ "idisw", MEASURE_INDEX_OF_DISPARITY, false, FROM_USUAL, true },
	{ "ti", MEASURE_THEIL_INDEX, false, FROM_USUAL, false },
	{ "mld", MEASURE_MEAN_LOG_DEVIATION, false, FROM_USUAL, false },
};

static struct value figure_of(const struct inequality *inequality, size_t kind)
{
	struct measure_choice choice = measure_plain(kinds[kind].measure);

	choice.unweighted = kinds[kind].unweighted;
	if (kinds[kind].reference == FROM_BEST)
		choice.reference = REFERENCE_BEST;
	if (kinds[kind].reference == FROM_REFERENCE)
		choice.reference = inequality_group(inequality, inequality->reference);
	return statement_figure(inequality->statement, inequality->key, &choice);
}

/* Limits of ten thousand draws lie within the tolerance of that many; no tolerance: no draw differs. */
static void compare_drawn(struct answers_score *score, const struct answers *expected, size_t row,
			  const struct value *got)
{
	cr_assert(got->limits.known);
	answers_compare_cell(score, expected, row, "estimate", got->estimate, 1e-9, 1e-6);
	cr_expect_leq(fabs(got->limits.lower - answers_need(expected, row, "lower95")),
		      answers_number_or(expected, row, "tol_lower_10k", 1e-9), "row %zu", row);
	cr_expect_leq(fabs(got->limits.upper - answers_need(expected, row, "upper95")),
		      answers_number_or(expected, row, "tol_upper_10k", 1e-9), "row %zu", row);
}

static bool has_zero(const struct answers *inputs, const struct inequality *inequality)
{
	for (size_t i = 0; i < inequality->count; i++)
		if (answers_need(inputs, inequality->first + i, "est") == 0)
			return true;
	return false;
}

static void compare_row(struct answers_score *score, const struct answers *inputs,
			const struct answers *expected, size_t row, size_t kind)
{
	struct inequality inequality = inequality_open(inputs, answers_text(expected, row, "case"));
	struct value got = figure_of(&inequality, kind);

	if (inequality.count < 3) {
		cr_expect_eq(got.state, VALUE_NOT_AVAILABLE);
		cr_expect_eq(got.reason, REASON_FEW_GROUPS_FOR_SPREAD);
	} else if (kinds[kind].measure == MEASURE_MEAN_LOG_DEVIATION &&
		   has_zero(inputs, &inequality)) {
		cr_expect_eq(got.state, VALUE_NOT_AVAILABLE);
		cr_expect_eq(got.reason, REASON_ZERO_EVENTS_IN_GROUP);
	} else if (kinds[kind].drawn) {
		compare_drawn(score, expected, row, &got);
	} else {
		inequality_compare(score, expected, row, &got, 1, 0);
	}
	inequality_close(&inequality);
}

Test(spread_measures, agree_with_the_vectors)
{
	struct answers *inputs = answers_open("inequality_inputs.csv");
	struct answers *expected = answers_open("inequality_expected.csv");
	struct answers_score score = { 0 };

	for (size_t i = 0; i < answers_count(expected); i++)
		for (size_t kind = 0; kind < sizeof(kinds) / sizeof(kinds[0]); kind++)
			if (answers_is(expected, i, "measure", kinds[kind].name))
				compare_row(&score, inputs, expected, i, kind);
	cr_expect_geq(score.compared, 100, "only %zu figures were compared", score.compared);
	answers_judge(&score, expected);
	answers_close(expected);
	answers_close(inputs);
}

/* -- edges --------------------------------------------------------------------------------------- */

static const enum measure spreads[] = {
	MEASURE_BETWEEN_GROUP_VARIANCE,   MEASURE_BETWEEN_GROUP_STANDARD_DEVIATION,
	MEASURE_COEFFICIENT_OF_VARIATION, MEASURE_MEAN_DIFFERENCE,
	MEASURE_INDEX_OF_DISPARITY,       MEASURE_THEIL_INDEX,
	MEASURE_MEAN_LOG_DEVIATION,
};

enum { SPREADS = sizeof(spreads) / sizeof(spreads[0]) };

static struct value of_parts(struct statement_parts parts, const char *by,
			     struct measure_choice choice)
{
	struct statement *statement = statement_of(&parts);
	struct value value = statement_figure(statement, (struct figure_key){ .by = by }, &choice);

	statement_free(statement);
	return value;
}

static void expect_each(struct statement_parts parts, const char *by, enum value_state state,
			enum value_reason reason)
{
	for (size_t i = 0; i < SPREADS; i++) {
		struct value value = of_parts(parts, by, measure_plain(spreads[i]));

		cr_expect_eq(value.state, state, "%s is %s", measure_kind(spreads[i])->name,
			     value_state_name(value.state));
		cr_expect_eq(value.reason, reason, "%s: %s", measure_kind(spreads[i])->name,
			     value_reason_name(value.reason));
	}
}

Test(spread_measures, need_three_groups)
{
	expect_each((struct statement_parts){ .rows = FIFTHS_HEAD
					      "sex,Female,30,100\nsex,Male,20,100\n" },
		    "sex", VALUE_NOT_AVAILABLE, REASON_FEW_GROUPS_FOR_SPREAD);
}

Test(spread_measures, need_all_but_15_in_100_of_the_groups)
{
	expect_each((struct statement_parts){ .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR },
		    "deprivation", VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
	expect_each((struct statement_parts){ .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR
					      "deprivation,5,*,1000\n" },
		    "deprivation", VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
}

#define NINE_TENTHS                                                                                \
	FIFTHS_HEAD                                                                                \
	"deprivation-decile,1,60,100\ndeprivation-decile,2,55,100\ndeprivation-decile,3,50,100\n"  \
	"deprivation-decile,4,45,100\ndeprivation-decile,5,40,100\ndeprivation-decile,6,35,100\n"  \
	"deprivation-decile,7,30,100\ndeprivation-decile,8,25,100\ndeprivation-decile,9,20,100\n"

/* One of ten is left out, and nothing of it is in the figure: not its people either. */
Test(spread_measures, say_that_a_group_is_left_out)
{
	struct statement_parts parts = { .rows = NINE_TENTHS };
	struct value missing[SPREADS];

	for (size_t i = 0; i < SPREADS; i++) {
		missing[i] = of_parts(parts, "deprivation-decile", measure_plain(spreads[i]));
		cr_expect_eq(missing[i].state, VALUE_UNRELIABLE);
		cr_expect_eq(missing[i].reason, REASON_GROUPS_LEFT_OUT);
	}
	parts.rows = NINE_TENTHS "deprivation-decile,10,*,987654\n";
	for (size_t i = 0; i < SPREADS; i++) {
		struct value hidden =
			of_parts(parts, "deprivation-decile", measure_plain(spreads[i]));

		cr_expect_eq(hidden.estimate, missing[i].estimate);
		cr_expect_eq(hidden.limits.lower, missing[i].limits.lower);
		cr_expect_eq(hidden.limits.upper, missing[i].limits.upper);
	}
	/* 60% to 20%: 20, 15, 10, 5, 0, 5, 10, 15 and 20 from the mean of 40. */
	cr_expect_float_eq(missing[3].estimate, 100.0 / 9, 1e-9);
}

/* A figure rests on its least reliable group. Fewer than 20 patients are few. */
Test(spread_measures, are_as_reliable_as_their_groups)
{
	expect_each((struct statement_parts){ .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR
					      "deprivation,5,9,19\n" },
		    "deprivation", VALUE_UNRELIABLE, REASON_SMALL_DENOMINATOR);
}

Test(spread_measures, are_of_figures_that_can_be_compared)
{
	expect_each((struct statement_parts){ .rows = FIFTHS_EVEN, .method = "count", .unit = "" },
		    "deprivation", VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
}

#define PUBLISHED_FOUR                                                                             \
	"dimension,group,denominator,value,lower,upper\n"                                          \
	"deprivation,1,100,30,25,35\ndeprivation,2,100,28,24,33\n"                                 \
	"deprivation,3,100,26,22,30\ndeprivation,4,100,25,20,30\n"

Test(spread_measures, need_the_population_of_published_figures)
{
	struct statement_parts parts = { .method = "given" };

	parts.rows = PUBLISHED_FOUR "deprivation,5,x,20,15,25\n";
	expect_each(parts, "deprivation", VALUE_NOT_AVAILABLE, REASON_NO_DENOMINATOR);
	parts.rows = PUBLISHED_FOUR "deprivation,5,*,20,15,25\n";
	expect_each(parts, "deprivation", VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	parts.rows = PUBLISHED_FOUR "deprivation,5,0,20,15,25\n";
	expect_each(parts, "deprivation", VALUE_NOT_AVAILABLE, REASON_ZERO_DENOMINATOR);
}

Test(spread_measures, have_no_limits_where_a_published_figure_has_none)
{
	struct statement_parts parts = { .method = "given",
					 .rows = PUBLISHED_FOUR "deprivation,5,100,20,x,x\n" };

	for (size_t i = 0; i < SPREADS; i++) {
		struct value value = of_parts(parts, "deprivation", measure_plain(spreads[i]));

		cr_expect_eq(value.state, VALUE_SHOWN);
		cr_expect_gt(value.estimate, 0);
		cr_expect_not(value.limits.known);
	}
}

/* Equal groups are 0 apart; how sure that is a formula cannot say, a bootstrap can. */
Test(spread_measures, of_equal_groups_are_nothing)
{
	struct statement_parts parts = { .rows = FIFTHS_HEAD
					 "deprivation,1,30,100\ndeprivation,2,60,200\n"
					 "deprivation,3,30,100\ndeprivation,4,30,100\n"
					 "deprivation,5,30,100\n" };

	for (size_t i = 0; i < SPREADS; i++) {
		struct value value = of_parts(parts, "deprivation", measure_plain(spreads[i]));
		bool drawn = spreads[i] == MEASURE_MEAN_DIFFERENCE ||
			     spreads[i] == MEASURE_INDEX_OF_DISPARITY;

		cr_expect_eq(value.estimate, 0);
		cr_expect_eq(value.limits.known,
			     drawn || spreads[i] == MEASURE_BETWEEN_GROUP_VARIANCE, "%s",
			     measure_kind(spreads[i])->name);
		cr_expect(!value.limits.known || value.limits.lower >= 0);
	}
}

#define NOTHING                                                                                    \
	FIFTHS_HEAD "deprivation,1,0,100\ndeprivation,2,0,100\ndeprivation,3,0,100\n"              \
		    "deprivation,4,0,100\ndeprivation,5,0,100\n"

Test(spread_measures, have_no_share_of_a_mean_of_nothing)
{
	static const enum measure shares[] = { MEASURE_COEFFICIENT_OF_VARIATION,
					       MEASURE_INDEX_OF_DISPARITY, MEASURE_THEIL_INDEX,
					       MEASURE_MEAN_LOG_DEVIATION };

	for (size_t i = 0; i < sizeof(shares) / sizeof(shares[0]); i++)
		fifths_expect_state(NOTHING, shares[i], VALUE_NOT_AVAILABLE, REASON_MEAN_IS_ZERO);
	cr_expect_eq(
		fifths_measure((struct statement_parts){ .rows = NOTHING }, MEASURE_MEAN_DIFFERENCE)
			.estimate,
		0);
}

Test(spread_measures, have_no_share_below_nothing)
{
	static const enum measure shares[] = { MEASURE_COEFFICIENT_OF_VARIATION,
					       MEASURE_INDEX_OF_DISPARITY, MEASURE_MEAN_DIFFERENCE,
					       MEASURE_THEIL_INDEX, MEASURE_MEAN_LOG_DEVIATION };
	struct statement_parts parts = { .method = "given",
					 .per = "1",
					 .unit = "Points",
					 .rows = PUBLISHED_FOUR "deprivation,5,100,-2,-4,-1\n" };

	for (size_t i = 0; i < sizeof(shares) / sizeof(shares[0]); i++) {
		struct value value = of_parts(parts, "deprivation", measure_plain(shares[i]));

		cr_expect_eq(value.state, VALUE_NOT_APPLICABLE);
		cr_expect_eq(value.reason, REASON_METHOD_HAS_NO_SUCH);
	}
}

/* -- references of a mean difference ------------------------------------------------------------- */

static struct measure_choice mean_difference(int reference)
{
	struct measure_choice choice = measure_plain(MEASURE_MEAN_DIFFERENCE);

	choice.reference = reference;
	return choice;
}

/* The total has people that the fifths have not: 40% of 10,000. From it 10, 15, 20, 25 and 30. */
Test(spread_measures, can_be_from_the_figure_of_all)
{
	struct statement_parts parts = { .rows = FIFTHS_HEAD "all,,4000,10000\n" FIFTHS_FIRST_FOUR
							     "deprivation,5,100,1000\n" };
	struct value value = of_parts(parts, "deprivation", mean_difference(GROUP_ALL));

	cr_expect_float_eq(value.estimate, 20, 1e-12);
	cr_expect(value.limits.known);
	parts.rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,100,1000\n";
	value = of_parts(parts, "deprivation", mean_difference(GROUP_ALL));
	cr_expect_eq(value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(value.reason, REASON_NO_TOTAL);
	parts.rows = FIFTHS_HEAD "all,,*,10000\n" FIFTHS_FIRST_FOUR "deprivation,5,100,1000\n";
	value = of_parts(parts, "deprivation", mean_difference(GROUP_ALL));
	cr_expect_eq(value.state, VALUE_SUPPRESSED);
	cr_expect_eq(value.reason, REASON_GROUP_HIDDEN);
}

Test(spread_measures, from_a_group_need_its_figure)
{
	struct statement_parts parts = { .rows = NINE_TENTHS };
	struct value value = of_parts(parts, "deprivation-decile", mean_difference(9));

	cr_expect_eq(value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(value.reason, REASON_GROUP_MISSING);
	parts.rows = NINE_TENTHS "deprivation-decile,10,*,100\n";
	value = of_parts(parts, "deprivation-decile", mean_difference(9));
	cr_expect_eq(value.state, VALUE_SUPPRESSED);
	cr_expect_eq(value.reason, REASON_GROUP_HIDDEN);
	value = of_parts(parts, "deprivation-decile", mean_difference(8));
	cr_expect_float_eq(value.estimate, 20, 1e-9);
}

Test(spread_measures, from_the_best_need_a_direction)
{
	struct statement_parts parts = { .rows = FIFTHS_EVEN };
	struct value value = of_parts(parts, "deprivation", mean_difference(REFERENCE_BEST));

	cr_expect_eq(value.state, VALUE_NOT_APPLICABLE);
	cr_expect_eq(value.reason, REASON_NO_BEST_GROUP);
	parts.good = "low";
	value = of_parts(parts, "deprivation", mean_difference(REFERENCE_BEST));
	cr_expect_float_eq(value.estimate, 10, 1e-12);
}

/* -- what changes nothing ------------------------------------------------------------------------ */

Test(spread_measures, are_the_same_in_any_order_of_the_rows)
{
	const char *turned = FIFTHS_HEAD "deprivation,4,150,1000\ndeprivation,1,300,1000\n"
					 "deprivation,5,100,1000\ndeprivation,2,250,1000\n"
					 "deprivation,3,200,1000\nall,,1000,5000\n";

	for (size_t i = 0; i < SPREADS; i++) {
		struct value one =
			fifths_measure((struct statement_parts){ .rows = FIFTHS_EVEN }, spreads[i]);
		struct value other =
			fifths_measure((struct statement_parts){ .rows = turned }, spreads[i]);

		cr_expect_eq(one.estimate, other.estimate);
		cr_expect_eq(one.limits.lower, other.limits.lower);
		cr_expect_eq(one.limits.upper, other.limits.upper);
	}
}

/* Bands of age come in the order of the data into the program, and out of it in that of age. */
Test(spread_measures, are_the_same_in_any_order_of_groups_that_are_not_listed)
{
	struct statement_parts parts = { .method = "given", .rows = NULL };
	static const char *const rows[] = {
		"dimension,group,denominator,value,lower,upper\nage,0-4,310,30,25,35\n"
		"age,5-9,120,21,15,28\nage,10-14,90,40,33,47\n",
		"dimension,group,denominator,value,lower,upper\nage,10-14,90,40,33,47\n"
		"age,0-4,310,30,25,35\nage,5-9,120,21,15,28\n",
	};

	for (size_t i = 0; i < SPREADS; i++) {
		struct value one, other;

		parts.rows = rows[0];
		one = of_parts(parts, "age", measure_plain(spreads[i]));
		parts.rows = rows[1];
		other = of_parts(parts, "age", measure_plain(spreads[i]));
		cr_expect_float_eq(one.estimate, other.estimate, 1e-12 * one.estimate);
		cr_expect_float_eq(one.limits.upper, other.limits.upper, 1e-12 * one.limits.upper);
	}
}

/* Wider at a higher level, and about the same figure. */
Test(spread_measures, have_limits_at_other_levels)
{
	for (size_t i = 0; i < SPREADS; i++) {
		static const double levels[] = { 0.834, 0.9, 0.95, 0.998 };
		double width = 0;

		for (size_t level = 0; level < 4; level++) {
			struct measure_choice choice = measure_plain(spreads[i]);
			struct value value;

			choice.confidence = levels[level];
			value = of_parts((struct statement_parts){ .rows = FIFTHS_EVEN },
					 "deprivation", choice);
			cr_expect_gt(value.limits.upper - value.limits.lower, width, "%s at %g",
				     measure_kind(spreads[i])->name, levels[level]);
			width = value.limits.upper - value.limits.lower;
		}
	}
}

/* -- what may not be seen ------------------------------------------------------------------------ */

/* Percentages of exact counts that are shown to the nearest 5: figures have their printed decimals alone. */
Test(spread_measures, of_exact_counts_have_no_more_than_is_printed)
{
	struct workplace place = own_rule();
	struct statement_parts parts = { .rule = OWN_RULE_EXACT_RATES,
					 .rows = FIFTHS_HEAD
					 "deprivation,1,3003,10007\ndeprivation,2,2511,10009\n"
					 "deprivation,3,2007,10013\ndeprivation,4,1499,10037\n"
					 "deprivation,5,1001,10039\n" };

	for (size_t i = 0; i < SPREADS; i++) {
		struct value value = of_parts(parts, "deprivation", measure_plain(spreads[i]));

		cr_assert_eq(value.state, VALUE_SHOWN);
		cr_expect_float_eq(value.estimate * 10, round(value.estimate * 10), 1e-9);
		cr_expect_float_eq(value.limits.lower * 10, round(value.limits.lower * 10), 1e-9);
		cr_expect_float_eq(value.limits.upper * 10, round(value.limits.upper * 10), 1e-9);
	}
	workplace_free(&place);
}

/* A variance of rates has digits that decimals do not cut: three figures are kept. */
Test(spread_measures, of_exact_counts_keep_three_figures_of_a_variance)
{
	struct workplace place = own_rule();
	struct statement_parts parts = { .method = "crude-rate",
					 .per = "100000",
					 .unit = "Admissions per 100,000",
					 .rule = OWN_RULE_EXACT_RATES,
					 .rows = FIFTHS_HEAD
					 "deprivation,1,303,10007\ndeprivation,2,251,10009\n"
					 "deprivation,3,207,10013\ndeprivation,4,149,10037\n"
					 "deprivation,5,101,10039\n" };
	struct value value =
		of_parts(parts, "deprivation", measure_plain(MEASURE_BETWEEN_GROUP_VARIANCE));
	double step = pow(10, floor(log10(value.estimate)) - 2);

	cr_expect_gt(value.estimate, 100000);
	cr_expect_eq(fmod(value.estimate, step), 0, "%.17g", value.estimate);
	cr_expect_eq(fmod(value.limits.upper, step), 0, "%.17g", value.limits.upper);
	workplace_free(&place);
}

/* Limits of thousands about a percentage: hardly a draw is one, and a bootstrap has no limits. */
Test(spread_measures, have_no_drawn_limits_from_errors_beyond_all_percentages)
{
	struct statement_parts parts = { .method = "given",
					 .rows = "dimension,group,denominator,value,lower,upper\n"
						 "deprivation,1,100,30,-99999,99999\n"
						 "deprivation,2,100,28,24,33\n"
						 "deprivation,3,100,26,22,30\n"
						 "deprivation,4,100,25,20,30\n"
						 "deprivation,5,100,20,15,25\n" };
	struct value value = of_parts(parts, "deprivation", measure_plain(MEASURE_MEAN_DIFFERENCE));

	cr_expect(value_is_shown(&value));
	cr_expect_not(value.limits.known);
}

/* One group is hidden and another missing: that one is hidden is what is said. */
Test(spread_measures, say_that_a_group_is_hidden_rather_than_missing)
{
	expect_each((struct statement_parts){ .rows = FIFTHS_HEAD
					      "deprivation,1,300,1000\ndeprivation,2,*,1000\n"
					      "deprivation,3,200,1000\ndeprivation,4,150,1000\n" },
		    "deprivation", VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
}
