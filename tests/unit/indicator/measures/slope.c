/* Slope index, relative index and absolute gradient, through the whole program. */

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/fifths.h"
#include "support/inequality.h"

static struct value figure_of(struct statement_parts parts, struct measure_choice choice)
{
	struct statement *statement = statement_of(&parts);
	struct value value = statement_figure(statement, fifths_key, &choice);

	statement_free(statement);
	return value;
}

static struct measure_choice slope(enum measure measure, enum measure_transform transform, bool raw)
{
	struct measure_choice choice = measure_plain(measure);

	choice.transform = transform;
	choice.raw = raw;
	return choice;
}

static void expect_none(struct statement_parts parts, struct measure_choice choice,
			enum value_state state, enum value_reason reason)
{
	struct value value = figure_of(parts, choice);

	cr_expect_eq(value.state, state, "%s", value_state_name(value.state));
	cr_expect_eq(value.reason, reason, "%s", value_reason_name(value.reason));
}

static const enum measure slopes[] = { MEASURE_SII, MEASURE_RII, MEASURE_ABSOLUTE_GRADIENT };

/* -- sign ---------------------------------------------------------------------------------------- */

/* A straight line from 32.5 to 7.5 through 30, 25, 20, 15 and 10% in equal groups: 25, and 13 / 3. */
Test(slope_measures, are_positive_where_the_most_deprived_are_worse_off)
{
	static const struct {
		const char *good;
		bool raw;
		double sign;
	} cases[] = {
		{ NULL, false, 1 }, { "low", false, 1 }, { "high", false, -1 },
		{ NULL, true, -1 }, { "low", true, -1 }, { "high", true, -1 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement_parts parts = { .rows = FIFTHS_EVEN, .good = cases[i].good };
		double sign = cases[i].sign;
		struct value value =
			figure_of(parts, slope(MEASURE_SII, TRANSFORM_NONE, cases[i].raw));

		cr_expect_float_eq(value.estimate, sign * 25, 1e-10);
		value = figure_of(
			parts, slope(MEASURE_ABSOLUTE_GRADIENT, TRANSFORM_BY_METHOD, cases[i].raw));
		cr_expect_float_eq(value.estimate, sign * 25, 1e-10);
		cr_expect(value.limits.known && value.limits.lower <= value.limits.upper);
		value = figure_of(parts, slope(MEASURE_RII, TRANSFORM_NONE, cases[i].raw));
		cr_expect_float_eq(value.estimate, pow(32.5 / 7.5, sign), 1e-10);
		cr_expect(value.limits.lower < value.estimate &&
			  value.estimate < value.limits.upper);
		value = figure_of(parts, slope(MEASURE_SII, TRANSFORM_LOGISTIC, cases[i].raw));
		cr_expect_gt(sign * value.estimate, 20);
		cr_expect(value.limits.lower < value.estimate &&
			  value.estimate < value.limits.upper);
		value = figure_of(parts, slope(MEASURE_RII, TRANSFORM_LOGISTIC, cases[i].raw));
		cr_expect_gt(pow(value.estimate, sign), 3);
		cr_expect(value.limits.lower < value.estimate &&
			  value.estimate < value.limits.upper);
	}
}

/* -- scales -------------------------------------------------------------------------------------- */

/*
 * Each scale by its own arithmetic: ranks 0.1 to 0.9, so slope = sum of (rank - 1/2) T(value) / 0.4 and the line's
 * middle is the mean of T(value).
 */
static double by_hand(enum measure_transform transform)
{
	const double values[] = { 0.3, 0.25, 0.2, 0.15, 0.1 };
	double middle = 0, rise = 0, first, last;

	for (int i = 0; i < 5; i++) {
		double t = values[i];

		if (transform == TRANSFORM_LOG)
			t = log(t);
		if (transform == TRANSFORM_LOGIT)
			t = log(t / (1 - t));
		middle += t / 5;
		rise += (0.2 * i - 0.4) * t / 0.4;
	}
	first = middle - rise / 2;
	last = middle + rise / 2;
	if (transform == TRANSFORM_LOG)
		return 100 * (exp(first) - exp(last));
	return 100 * (1 / (1 + exp(-first)) - 1 / (1 + exp(-last)));
}

Test(slope_measures, are_straight_on_the_scale_that_is_asked_for)
{
	struct statement_parts parts = { .rows = FIFTHS_EVEN };
	struct value plain = figure_of(parts, measure_plain(MEASURE_SII));
	struct value value = figure_of(parts, slope(MEASURE_SII, TRANSFORM_LOG, false));

	cr_expect_float_eq(value.estimate, by_hand(TRANSFORM_LOG), 1e-10);
	value = figure_of(parts, slope(MEASURE_SII, TRANSFORM_LOGIT, false));
	cr_expect_float_eq(value.estimate, by_hand(TRANSFORM_LOGIT), 1e-10);
	cr_expect_eq(plain.estimate, value.estimate, "percentages are on the logit scale");
	value = figure_of(parts, slope(MEASURE_SII, TRANSFORM_NONE, false));
	cr_expect_float_eq(value.estimate, 25, 1e-10);
}

Test(slope_measures, of_rates_are_on_the_log_scale_and_of_others_on_their_own)
{
	struct statement_parts parts = { .method = "crude-rate",
					 .per = "1000",
					 .unit = "Admissions per 1,000",
					 .rows = FIFTHS_EVEN };

	cr_expect_float_eq(figure_of(parts, measure_plain(MEASURE_SII)).estimate,
			   10 * by_hand(TRANSFORM_LOG), 1e-9);
	cr_expect_float_eq(figure_of(parts, slope(MEASURE_SII, TRANSFORM_NONE, false)).estimate,
			   250, 1e-9);
	parts = (struct statement_parts){ .method = "given",
					  .per = "1",
					  .unit = "Years",
					  .rows = "dimension,group,denominator,value,lower,upper\n"
						  "deprivation,1,100,74,73,75\n"
						  "deprivation,2,100,76,75,77\n"
						  "deprivation,3,100,78,77,79\n"
						  "deprivation,4,100,80,79,81\n"
						  "deprivation,5,100,82,81,83\n" };
	cr_expect_float_eq(figure_of(parts, measure_plain(MEASURE_SII)).estimate, -10, 1e-10);
}

/*
 * Limits of a straight line: c = share x (rank - 1/2) / 0.08 = -1, -1/2, 0, 1/2, 1; every group +-1 at 95%, so
 * +-sqrt(2.5) at 95% and in the ratio of the deviates elsewhere.
 */
Test(slope_measures, have_limits_at_every_level_from_those_at_95)
{
	struct statement_parts parts = { .method = "given",
					 .per = "1",
					 .unit = "Years",
					 .rows = "dimension,group,denominator,value,lower,upper\n"
						 "deprivation,1,100,74,73,75\n"
						 "deprivation,2,100,76,75,77\n"
						 "deprivation,3,100,78,77,79\n"
						 "deprivation,4,100,80,79,81\n"
						 "deprivation,5,100,82,81,83\n" };
	static const struct {
		double confidence, deviate;
	} cases[] = { { 0.9, 1.644853627 }, { 0.95, 1.959963985 }, { 0.998, 3.090232306 } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct measure_choice choice = measure_plain(MEASURE_SII);
		double half = sqrt(2.5) * cases[i].deviate / 1.959963985;
		struct value value;

		choice.confidence = cases[i].confidence;
		value = figure_of(parts, choice);
		cr_expect_float_eq(value.limits.lower, -10 - half, 1e-8);
		cr_expect_float_eq(value.limits.upper, -10 + half, 1e-8);
	}
}

/* -- logistic ------------------------------------------------------------------------------------ */

/* Cases of the vectors that count whole people: the reference rounds others to them. */
Test(slope_measures, agree_with_the_vectors_on_the_logistic_model)
{
	struct answers *inputs = answers_open("inequality_inputs.csv");
	struct answers *expected = answers_open("inequality_expected.csv");
	size_t compared = 0;

	for (size_t i = 0; i < answers_count(expected); i++) {
		enum measure measure =
			answers_is(expected, i, "measure", "sii_logit") ? MEASURE_SII : MEASURE_RII;
		struct inequality inequality;
		struct value value;

		if (!answers_is(expected, i, "measure", "sii_logit") &&
		    !answers_is(expected, i, "measure", "rii_logit"))
			continue;
		inequality = inequality_open(inputs, answers_text(expected, i, "case"));
		if (inequality.scale == 100) {
			double wanted = answers_need(expected, i, "estimate");

			value = statement_figure(
				inequality.statement, inequality.key,
				&(struct measure_choice){ .measure = measure,
							  .transform = TRANSFORM_LOGISTIC,
							  .reference = REFERENCE_BY_MEASURE,
							  .raw = true });
			cr_expect_leq(fabs(value.estimate - wanted), 1e-3 * fmax(fabs(wanted), 1),
				      "row %zu: %g, not %g", i, value.estimate, wanted);
			compared++;
		}
		inequality_close(&inequality);
	}
	cr_expect_geq(compared, 4);
	answers_close(expected);
	answers_close(inputs);
}

Test(slope_measures, of_counts_work_where_a_group_has_no_events)
{
	struct statement_parts parts = { .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR
					 "deprivation,5,0,1000\n" };

	expect_none(parts, measure_plain(MEASURE_SII), VALUE_NOT_AVAILABLE,
		    REASON_ZERO_EVENTS_IN_GROUP);
	cr_expect(value_is_shown(&(struct value){
		.state = figure_of(parts, slope(MEASURE_SII, TRANSFORM_LOGISTIC, false)).state }));
	/* Nobody anywhere has no slope. */
	parts.rows = FIFTHS_HEAD "deprivation,1,0,100\ndeprivation,2,0,100\ndeprivation,3,0,100\n"
				 "deprivation,4,0,100\ndeprivation,5,0,100\n";
	expect_none(parts, slope(MEASURE_SII, TRANSFORM_LOGISTIC, false), VALUE_NOT_AVAILABLE,
		    REASON_ZERO_EVENTS_IN_GROUP);
	expect_none(parts, slope(MEASURE_RII, TRANSFORM_LOGISTIC, false), VALUE_NOT_AVAILABLE,
		    REASON_ZERO_EVENTS_IN_GROUP);
}

Test(slope_measures, of_counts_need_three_groups_of_percentages_with_people)
{
	struct statement_parts parts = { .rows = FIFTHS_HEAD
					 "core20,Core20,30,100\ncore20,Other,20,100\n" };
	struct statement *statement = statement_of(&parts);
	struct measure_choice choice = slope(MEASURE_SII, TRANSFORM_LOGISTIC, false);
	struct value value =
		statement_figure(statement, (struct figure_key){ .by = "core20" }, &choice);

	cr_expect_eq(value.reason, REASON_FEW_GROUPS);
	statement_free(statement);
	parts.rows = FIFTHS_EVEN;
	parts.method = "crude-rate";
	parts.unit = "Admissions per 100";
	expect_none(parts, choice, VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	parts = (struct statement_parts){ .method = "given",
					  .rows = "dimension,group,value,lower,upper\n"
						  "deprivation,1,30,25,35\ndeprivation,2,25,20,30\n"
						  "deprivation,3,20,15,25\ndeprivation,4,15,10,20\n"
						  "deprivation,5,12,10,15\n" };
	expect_none(parts, choice, VALUE_NOT_AVAILABLE, REASON_NO_DENOMINATOR);
}

/* -- where there is none ------------------------------------------------------------------------- */

Test(slope_measures, need_every_group)
{
	for (size_t i = 0; i < sizeof(slopes) / sizeof(slopes[0]); i++) {
		fifths_expect_state(FIFTHS_HEAD FIFTHS_FIRST_FOUR, slopes[i], VALUE_NOT_AVAILABLE,
				    REASON_GROUP_MISSING);
		fifths_expect_state(FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,*,1000\n",
				    slopes[i], VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
		fifths_expect_state(FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,0,0\n", slopes[i],
				    VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
	}
}

Test(slope_measures, need_an_order)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = FIFTHS_HEAD "sex,Female,30,100\nsex,Male,20,100\n" });

	for (size_t i = 0; i < sizeof(slopes) / sizeof(slopes[0]); i++) {
		struct value value =
			statement_measure(statement, (struct figure_key){ .by = "sex" }, slopes[i]);

		cr_expect_eq(value.state, VALUE_NOT_APPLICABLE);
		cr_expect_eq(value.reason, REASON_NOT_ORDERED);
	}
	statement_free(statement);
}

Test(slope_measures, need_five_groups_or_three)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = FIFTHS_HEAD "core20,Core20,30,100\ncore20,Other,20,100\n" });
	const struct figure_key key = { .by = "core20" };

	cr_expect_eq(statement_measure(statement, key, MEASURE_SII).reason, REASON_FEW_GROUPS);
	cr_expect_eq(statement_measure(statement, key, MEASURE_RII).reason, REASON_FEW_GROUPS);
	cr_expect_eq(statement_measure(statement, key, MEASURE_ABSOLUTE_GRADIENT).reason,
		     REASON_FEW_GROUPS_FOR_SPREAD);
	statement_free(statement);
}

#define PUBLISHED "dimension,group,denominator,value,lower,upper\n"
#define PUBLISHED_FOUR                                                                             \
	"deprivation,1,100,30,25,35\ndeprivation,2,100,28,24,33\n"                                 \
	"deprivation,3,100,26,22,30\ndeprivation,4,100,25,20,30\n"

Test(slope_measures, of_published_figures_need_limits_and_people)
{
	struct statement_parts parts = { .method = "given" };
	const struct measure_choice sii = measure_plain(MEASURE_SII);
	const struct measure_choice gradient = measure_plain(MEASURE_ABSOLUTE_GRADIENT);

	parts.rows = PUBLISHED PUBLISHED_FOUR "deprivation,5,100,20,x,x\n";
	expect_none(parts, sii, VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
	cr_expect(figure_of(parts, gradient).limits.known, "its error is that of the line");
	parts.rows = PUBLISHED PUBLISHED_FOUR "deprivation,5,x,20,15,25\n";
	expect_none(parts, sii, VALUE_NOT_AVAILABLE, REASON_NO_DENOMINATOR);
	expect_none(parts, gradient, VALUE_NOT_AVAILABLE, REASON_NO_DENOMINATOR);
	parts.rows = PUBLISHED PUBLISHED_FOUR "deprivation,5,0,20,15,25\n";
	expect_none(parts, sii, VALUE_NOT_AVAILABLE, REASON_ZERO_DENOMINATOR);
	expect_none(parts, gradient, VALUE_NOT_AVAILABLE, REASON_ZERO_DENOMINATOR);
	parts.rows = PUBLISHED PUBLISHED_FOUR "deprivation,5,*,20,15,25\n";
	expect_none(parts, sii, VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	parts.rows = PUBLISHED PUBLISHED_FOUR "deprivation,5,100,0,0,3\n";
	expect_none(parts, sii, VALUE_NOT_AVAILABLE, REASON_ZERO_EVENTS_IN_GROUP);
	parts.rows = PUBLISHED PUBLISHED_FOUR "deprivation,5,100,100,97,100\n";
	expect_none(parts, sii, VALUE_NOT_AVAILABLE, REASON_ALL_EVENTS_IN_GROUP);
}

/* Points about a target may lie below 0, where there is no logarithm and no ratio. */
Test(slope_measures, below_nothing_have_a_straight_line_alone)
{
	struct statement_parts parts = { .method = "given",
					 .per = "1",
					 .unit = "Points",
					 .rows = PUBLISHED "deprivation,1,100,4,3,5\n"
							   "deprivation,2,100,2,1,3\n"
							   "deprivation,3,100,0,-1,1\n"
							   "deprivation,4,100,-2,-3,-1\n"
							   "deprivation,5,100,-4,-5,-3\n" };

	cr_expect_float_eq(figure_of(parts, measure_plain(MEASURE_SII)).estimate, 10, 1e-10);
	expect_none(parts, slope(MEASURE_SII, TRANSFORM_LOG, false), VALUE_NOT_APPLICABLE,
		    REASON_METHOD_HAS_NO_SUCH);
	expect_none(parts, measure_plain(MEASURE_RII), VALUE_NOT_AVAILABLE, REASON_ZERO_COMPARATOR);
}

/* From 1 to 9: the line starts at 0, and nothing is divided by that; near 0 there are no limits. */
Test(slope_measures, have_a_relative_index_as_far_as_the_line_lies_off_nothing)
{
	struct statement_parts parts = { .method = "given",
					 .per = "1",
					 .unit = "Points",
					 .rows = PUBLISHED "deprivation,1,100,9,8,10\n"
							   "deprivation,2,100,7,6,8\n"
							   "deprivation,3,100,5,4,6\n"
							   "deprivation,4,100,3,2,4\n"
							   "deprivation,5,100,1,0,2\n" };
	struct value value;

	expect_none(parts, measure_plain(MEASURE_RII), VALUE_NOT_AVAILABLE, REASON_ZERO_COMPARATOR);
	parts.rows = PUBLISHED "deprivation,1,100,10,8,12\ndeprivation,2,100,8,6,10\n"
			       "deprivation,3,100,6,4,8\ndeprivation,4,100,4,2,6\n"
			       "deprivation,5,100,2,0,4\n";
	value = figure_of(parts, measure_plain(MEASURE_RII));
	cr_expect_float_eq(value.estimate, 11, 1e-9);
	cr_expect_not(value.limits.known, "2 less an error of 2 is not safely above 0");
}

Test(slope_measures, of_counts_there_are_none)
{
	struct statement_parts parts = { .method = "count", .unit = "", .rows = FIFTHS_EVEN };

	for (size_t i = 0; i < sizeof(slopes) / sizeof(slopes[0]); i++)
		expect_none(parts, measure_plain(slopes[i]), VALUE_NOT_APPLICABLE,
			    REASON_METHOD_HAS_NO_SUCH);
}

/* -- absolute gradient --------------------------------------------------------------------------- */

/*
 * 30, 20, 20, 20 and 10% in equal groups: slope -(0.4 x 30 + 0.4 x -10 ...) by hand: sum of (rank - 1/2) y / 0.4 =
 * (-12 + 4) / 0.4 = -20. Left over at ranks 0.1 to 0.9 from 28, 24, 20, 16, 12: 2, -4, 0, 4, -2, squares 40 together;
 * error sqrt(40 / 3 / 0.4).
 */
Test(slope_measures, have_a_gradient_with_an_error_from_what_lies_off_the_line)
{
	struct value value = fifths_measure((struct statement_parts){ .rows = FIFTHS_HEAD
								      "deprivation,1,300,1000\n"
								      "deprivation,2,200,1000\n"
								      "deprivation,3,200,1000\n"
								      "deprivation,4,200,1000\n"
								      "deprivation,5,100,1000\n" },
					    MEASURE_ABSOLUTE_GRADIENT);
	double half = 1.959963984540054 * sqrt(40.0 / 3 / 0.4);

	cr_expect_float_eq(value.estimate, 20, 1e-10);
	cr_expect_float_eq(value.limits.lower, 20 - half, 1e-9);
	cr_expect_float_eq(value.limits.upper, 20 + half, 1e-9);
}

/* A line so steep that no number holds its end. */
Test(slope_measures, beyond_what_a_number_holds_have_none)
{
	struct statement_parts parts = { .method = "given",
					 .per = "1000",
					 .unit = "Events per 1,000",
					 .rows = PUBLISHED
					 "deprivation,1,100,1e300,1e299,1e301\n"
					 "deprivation,2,100,1e150,1e149,1e151\n"
					 "deprivation,3,100,1,0.1,10\n"
					 "deprivation,4,100,1e-150,1e-151,1e-149\n"
					 "deprivation,5,100,1e-300,1e-301,1e-299\n" };

	expect_none(parts, measure_plain(MEASURE_SII), VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
	expect_none(parts, measure_plain(MEASURE_RII), VALUE_NOT_AVAILABLE, REASON_ZERO_COMPARATOR);
}

Test(slope_measures, of_counts_are_not_of_a_percentage_that_may_pass_100)
{
	expect_none((struct statement_parts){ .method = "ratio", .rows = FIFTHS_EVEN },
		    slope(MEASURE_SII, TRANSFORM_LOGISTIC, false), VALUE_NOT_APPLICABLE,
		    REASON_METHOD_HAS_NO_SUCH);
}
