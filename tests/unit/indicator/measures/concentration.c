/* Concentration indices, through the whole program. */

#include <criterion/criterion.h>
#include <math.h>

#include "support/fifths.h"
#include "support/inequality.h"

static const struct {
	const char *name;
	enum measure measure;
} kinds[] = {
	{ "aci", MEASURE_CONCENTRATION_INDEX },
	{ "rci", MEASURE_RELATIVE_CONCENTRATION_INDEX },
	{ "rci_erreygers", MEASURE_ERREYGERS_INDEX },
	{ "rci_wagstaff", MEASURE_WAGSTAFF_INDEX },
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

/* The vectors are positive where the less deprived have more: raw. By polarity: where the deprived do worse. */
static void compare_row(struct answers_score *score, const struct answers *inputs,
			const struct answers *expected, size_t row, enum measure measure)
{
	struct inequality inequality = inequality_open(inputs, answers_text(expected, row, "case"));
	struct measure_choice choice = measure_plain(measure);
	struct value plain = statement_figure(inequality.statement, inequality.key, &choice), raw;

	choice.raw = true;
	raw = statement_figure(inequality.statement, inequality.key, &choice);
	inequality_compare(score, expected, row, &raw, 1, -HUGE_VAL);
	inequality_compare(score, expected, row, &plain, inequality.high_is_good ? 1 : -1,
			   -HUGE_VAL);
	inequality_close(&inequality);
}

Test(concentration_measures, agree_with_the_vectors)
{
	struct answers *inputs = answers_open("inequality_inputs.csv");
	struct answers *expected = answers_open("inequality_expected.csv");
	struct answers_score score = { 0 };

	for (size_t i = 0; i < answers_count(expected); i++)
		for (size_t kind = 0; kind < KINDS; kind++)
			if (answers_is(expected, i, "measure", kinds[kind].name))
				compare_row(&score, inputs, expected, i, kinds[kind].measure);
	cr_expect_geq(score.compared, 80, "only %zu figures were compared", score.compared);
	answers_judge(&score, expected);
	answers_close(expected);
	answers_close(inputs);
}

/*
 * 30, 25, 20, 15 and 10% in equal groups: 2 / 5 (-0.4 x 30 - 0.2 x 25 + 0.2 x 15 + 0.4 x 10) = -4, by its mean of
 * 20 -0.2; of fractions, four times -0.04 and -0.2 / (1 - 0.2). Nothing is better: more of the deprived.
 */
Test(concentration_measures, are_positive_where_the_deprived_have_more)
{
	const double wanted[KINDS] = { 4, 0.2, 0.16, 0.25 };

	for (size_t kind = 0; kind < KINDS; kind++) {
		struct value value = fifths_measure((struct statement_parts){ .rows = FIFTHS_EVEN },
						    kinds[kind].measure);

		cr_expect_float_eq(value.estimate, wanted[kind], 1e-12, "%s", kinds[kind].name);
		cr_expect(value.limits.known && value.limits.lower < value.limits.upper);
	}
}

/* Error of the absolute index: 2 / 5 sqrt(sum of (rank - 1/2)^2 p (1 - p) / n), in points. */
Test(concentration_measures, have_limits_from_those_of_the_groups)
{
	double variance =
		0.16 * 0.3 * 0.7 + 0.04 * 0.25 * 0.75 + 0.04 * 0.15 * 0.85 + 0.16 * 0.1 * 0.9;
	double half = 1.959963984540054 * 100 * 0.4 * sqrt(variance / 1000);
	struct value value = fifths_measure((struct statement_parts){ .rows = FIFTHS_EVEN },
					    MEASURE_CONCENTRATION_INDEX);

	cr_expect_float_eq(value.limits.lower, 4 - half, 1e-9);
	cr_expect_float_eq(value.limits.upper, 4 + half, 1e-9);
}

/* The slope index of a straight line is the index divided by twice the variance of the ranks, 0.08. */
Test(concentration_measures, go_with_the_slope_index)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = FIFTHS_EVEN });
	struct measure_choice choice = measure_plain(MEASURE_SII);
	struct value slope,
		index = statement_measure(statement, fifths_key, MEASURE_CONCENTRATION_INDEX);

	choice.transform = TRANSFORM_NONE;
	slope = statement_figure(statement, fifths_key, &choice);
	cr_expect_float_eq(slope.estimate, index.estimate / 0.16, 1e-10);
	statement_free(statement);
}

/* -- where there is none ------------------------------------------------------------------------ */

static void expect_state(struct statement_parts parts, enum measure measure, enum value_state state,
			 enum value_reason reason)
{
	struct value value = fifths_measure(parts, measure);

	cr_expect_eq(value.state, state, "%s", value_state_name(value.state));
	cr_expect_eq(value.reason, reason, "%s", value_reason_name(value.reason));
}

Test(concentration_measures, need_every_group_with_people)
{
	for (size_t kind = 0; kind < KINDS; kind++) {
		enum measure measure = kinds[kind].measure;

		fifths_expect_state(FIFTHS_HEAD FIFTHS_FIRST_FOUR, measure, VALUE_NOT_AVAILABLE,
				    REASON_GROUP_MISSING);
		fifths_expect_state(FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,*,1000\n", measure,
				    VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
		fifths_expect_state(FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,0,0\n", measure,
				    VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
	}
}

#define PUBLISHED "dimension,group,denominator,value,lower,upper\n"
#define PUBLISHED_FOUR                                                                             \
	"deprivation,1,100,30,25,35\ndeprivation,2,100,28,24,33\n"                                 \
	"deprivation,3,100,26,22,30\ndeprivation,4,100,25,20,30\n"

/* Published figures may come without a population. */
Test(concentration_measures, need_the_population_of_published_figures)
{
	struct statement_parts parts = { .method = "given" };

	parts.rows = PUBLISHED PUBLISHED_FOUR "deprivation,5,x,20,15,25\n";
	expect_state(parts, MEASURE_CONCENTRATION_INDEX, VALUE_NOT_AVAILABLE,
		     REASON_NO_DENOMINATOR);
	parts.rows = PUBLISHED PUBLISHED_FOUR "deprivation,5,*,20,15,25\n";
	expect_state(parts, MEASURE_CONCENTRATION_INDEX, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	parts.rows = PUBLISHED PUBLISHED_FOUR "deprivation,5,0,20,15,25\n";
	expect_state(parts, MEASURE_CONCENTRATION_INDEX, VALUE_NOT_AVAILABLE,
		     REASON_ZERO_DENOMINATOR);
}

Test(concentration_measures, have_no_limits_where_a_published_figure_has_none)
{
	struct value value =
		fifths_measure((struct statement_parts){ .method = "given",
							 .rows = PUBLISHED PUBLISHED_FOUR
							 "deprivation,5,100,20,x,x\n" },
			       MEASURE_CONCENTRATION_INDEX);

	cr_expect_eq(value.state, VALUE_SHOWN);
	cr_expect_not(value.limits.known);
}

Test(concentration_measures, of_bounded_figures_are_of_percentages)
{
	struct statement_parts rates = { .method = "crude-rate",
					 .per = "1000",
					 .unit = "Admissions per 1,000",
					 .rows = FIFTHS_EVEN };

	expect_state(rates, MEASURE_ERREYGERS_INDEX, VALUE_NOT_APPLICABLE,
		     REASON_METHOD_HAS_NO_SUCH);
	expect_state(rates, MEASURE_WAGSTAFF_INDEX, VALUE_NOT_APPLICABLE,
		     REASON_METHOD_HAS_NO_SUCH);
	expect_state((struct statement_parts){ .method = "count", .unit = "", .rows = FIFTHS_EVEN },
		     MEASURE_CONCENTRATION_INDEX, VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
}

Test(concentration_measures, have_no_share_of_nothing_and_none_below_it)
{
	const char *none = FIFTHS_HEAD "deprivation,1,0,100\ndeprivation,2,0,100\n"
				       "deprivation,3,0,100\ndeprivation,4,0,100\n"
				       "deprivation,5,0,100\n";

	fifths_expect_state(none, MEASURE_RELATIVE_CONCENTRATION_INDEX, VALUE_NOT_AVAILABLE,
			    REASON_MEAN_IS_ZERO);
	fifths_expect_state(none, MEASURE_WAGSTAFF_INDEX, VALUE_NOT_AVAILABLE, REASON_MEAN_IS_ZERO);
	expect_state((struct statement_parts){ .method = "given",
					       .per = "1",
					       .unit = "Points above target",
					       .rows = PUBLISHED PUBLISHED_FOUR
					       "deprivation,5,100,-20,-25,-15\n" },
		     MEASURE_RELATIVE_CONCENTRATION_INDEX, VALUE_NOT_APPLICABLE,
		     REASON_METHOD_HAS_NO_SUCH);
}

/* Of two groups, Core20 and others. */
Test(concentration_measures, need_three_groups)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = FIFTHS_HEAD "core20,Core20,30,100\ncore20,Other,20,100\n" });
	struct figure_key key = { .by = "core20" };
	struct value value = statement_measure(statement, key, MEASURE_CONCENTRATION_INDEX);

	cr_expect_eq(value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(value.reason, REASON_FEW_GROUPS_FOR_SPREAD);
	statement_free(statement);
}
