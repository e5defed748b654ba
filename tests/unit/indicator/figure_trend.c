/* Recent trend: of whole series against reference figures, and when there is none. */

#include "indicator/figure.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/answers.h"
#include "support/own_rule.h"
#include "support/statement.h"

static const struct breakdown_result *trend_of(const struct statement *statement,
					       struct figure_key key, const char *group)
{
	struct view view = statement_view(statement, key);
	const struct view_group *found = NULL;

	if (group != NULL)
		found = view_find_group(&view, group_find(view.classification, group));
	return view_trend(&view, found);
}

/* -- reference figures ------------------------------------------------------------------------ */

/* A case of the vectors as a published series of calendar years from 2001. */
static const char *series_of(struct arena *arena, const struct answers *inputs, const char *name)
{
	struct buffer rows;
	const char *text;

	buffer_init(&rows);
	buffer_add_text(&rows, "period,value,lower,upper\n");
	for (size_t i = 0; i < answers_count(inputs); i++)
		if (answers_is(inputs, i, "case", name))
			buffer_printf(&rows, "%d,%s,%s,%s\n",
				      2000 + (int)answers_need(inputs, i, "period"),
				      answers_text(inputs, i, "value"),
				      answers_text(inputs, i, "lower"),
				      answers_text(inputs, i, "upper"));
	text = arena_strdup(arena, buffer_text(&rows));
	buffer_clear(&rows);
	return text;
}

static const char *good_of(const struct answers *expected, size_t row)
{
	if (answers_is(expected, row, "polarity", "high_good"))
		return "high";
	return answers_is(expected, row, "polarity", "low_good") ? "low" : "neither";
}

/* As the vectors put it. */
static const char *verdict_of_trend(const struct breakdown_result *trend, enum polarity polarity)
{
	int judgement = comparison_judgement(trend->change, polarity);
	bool up = trend->change == COMPARISON_HIGHER;

	if (trend->value.reason == REASON_FEW_YEARS)
		return "cannot be calculated";
	if (trend->change == COMPARISON_SIMILAR)
		return "no significant change";
	if (judgement > 0)
		return up ? "increasing, getting better" : "decreasing, getting better";
	if (judgement < 0)
		return up ? "increasing, getting worse" : "decreasing, getting worse";
	return up ? "increasing" : "decreasing";
}

Test(figure_trend, agrees_with_published_trends)
{
	struct answers *inputs = answers_open("recent_trend_inputs.csv");
	struct answers *expected = answers_open("recent_trend_expected.csv");
	struct answers_score score = { 0 };

	for (size_t row = 0; row < answers_count(expected); row++) {
		struct arena *arena = arena_new();
		const char *name = answers_text(expected, row, "case");
		struct statement *statement = statement_of(
			&(struct statement_parts){ .method = "given",
						   .unit = "Rate",
						   .per = "1",
						   .good = good_of(expected, row),
						   .data = "wide-intervals='unmarked'",
						   .rows = series_of(arena, inputs, name) });
		struct view view = statement_view(statement, (struct figure_key){ 0 });
		const struct breakdown_result *trend = view_trend(&view, NULL);
		bool shown = value_is_shown(&trend->value);

		answers_compare_cell(&score, expected, row, "slope",
				     shown ? trend->value.estimate : nan(""), 1e-9, 1e-6);
		cr_expect(answers_is(expected, row, "trend",
				     verdict_of_trend(trend, view.indicator->polarity)),
			  "%s: %s", name, verdict_of_trend(trend, view.indicator->polarity));
		statement_free(statement);
		arena_free(arena);
	}
	answers_judge(&score, expected);
	answers_close(expected);
	answers_close(inputs);
}

/* Slope by centred sums in an independent program. */
Test(figure_trend, is_worked_out_from_counts_with_their_limits)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,numerator,denominator\n2019/20,9999,10000\n2020/21,3600,10000\n"
			"2021/22,3800,10000\n2022/23,3900,10000\n2023/24,4100,10000\n"
			"2024/25,4400,10000\n" });
	const struct breakdown_result *trend = trend_of(statement, (struct figure_key){ 0 }, NULL);

	cr_expect_float_eq(trend->value.estimate, 1.8950748637122288, 1e-9);
	cr_expect_eq(trend->value.state, VALUE_SHOWN);
	cr_expect_not(trend->value.limits.known);
	cr_expect_eq(trend->change, COMPARISON_HIGHER);
	statement_free(statement);
}

/* The rule has limits of 95%, whatever the report prints. */
Test(figure_trend, is_the_same_at_another_confidence)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.data = "confidence='99.8'",
		.rows = "period,numerator,denominator\n2021,3600,10000\n2022,3800,10000\n"
			"2023,3900,10000\n2024,4100,10000\n2025,4400,10000\n" });

	cr_expect_float_eq(trend_of(statement, (struct figure_key){ 0 }, NULL)->value.estimate,
			   1.8950748637122288, 1e-9);
	statement_free(statement);
}

/* -- which figures ---------------------------------------------------------------------------- */

#define YEARS_OF_GROUPS                                                                            \
	"period,dimension,group,numerator,denominator\n"                                           \
	"2021,all,,5000,10000\n2021,deprivation,1,3600,10000\n2021,deprivation,2,3600,10000\n"     \
	"2022,all,,4900,10000\n2022,deprivation,1,3800,10000\n2022,deprivation,2,3500,10000\n"     \
	"2023,all,,4800,10000\n2023,deprivation,1,3900,10000\n"                                    \
	"2024,all,,4700,10000\n2024,deprivation,1,4100,10000\n2024,deprivation,2,3600,10000\n"     \
	"2025,all,,4600,10000\n2025,deprivation,1,4400,10000\n2025,deprivation,2,3600,10000\n"

Test(figure_trend, is_of_the_group_or_of_the_total)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = YEARS_OF_GROUPS });
	const struct figure_key by = { .by = "deprivation" };

	cr_expect_float_eq(trend_of(statement, by, "1")->value.estimate, 1.8950748637122288, 1e-9);
	cr_expect_float_eq(trend_of(statement, by, NULL)->value.estimate, -1, 1e-3);
	cr_expect_eq(trend_of(statement, by, NULL)->change, COMPARISON_LOWER);
	cr_expect_eq(trend_of(statement, by, "2")->value.reason, REASON_FEW_YEARS);
	cr_expect_eq(trend_of(statement, by, "3")->value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(trend_of(statement, by, "3")->value.reason, REASON_NOT_IN_DATA);
	statement_free(statement);
}

Test(figure_trend, ends_with_the_period_that_it_is_asked_for)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,numerator,denominator\n2019,3600,10000\n2020,3800,10000\n"
			"2021,3900,10000\n2022,4100,10000\n2023,4400,10000\n2024,100,10000\n" });

	cr_expect_float_eq(
		trend_of(statement, (struct figure_key){ .period = "2023" }, NULL)->value.estimate,
		1.8950748637122288, 1e-9);
	cr_expect_eq(
		trend_of(statement, (struct figure_key){ .period = "2022" }, NULL)->value.reason,
		REASON_FEW_YEARS);
	statement_free(statement);
}

/* Rolling years overlap: those that end in the same month do not. */
Test(figure_trend, takes_every_fourth_of_rolling_years)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,numerator,denominator\n"
			"To March 2021,3600,10000\nTo June 2021,9000,10000\n"
			"To March 2022,3800,10000\nTo December 2022,1000,10000\n"
			"To March 2023,3900,10000\nTo March 2024,4100,10000\n"
			"To December 2024,9000,10000\nTo March 2025,4400,10000\n" });

	cr_expect_float_eq(trend_of(statement, (struct figure_key){ 0 }, NULL)->value.estimate,
			   1.8950748637122288, 1e-9);
	statement_free(statement);
}

Test(figure_trend, takes_a_census_of_every_year)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,numerator,denominator\n"
			"2021-03-31,3600,10000\n2022-03-31,3800,10000\n2022-09-30,9000,10000\n"
			"2023-03-31,3900,10000\n2024-03-31,4100,10000\n2025-03-31,4400,10000\n" });

	cr_expect_float_eq(trend_of(statement, (struct figure_key){ 0 }, NULL)->value.estimate,
			   1.8950748637122288, 1e-9);
	statement_free(statement);
}

/* -- states ----------------------------------------------------------------------------------- */

static void expect_none(struct statement_parts parts, enum value_state state,
			enum value_reason reason)
{
	struct statement *statement = statement_of(&parts);
	const struct breakdown_result *trend = trend_of(statement, (struct figure_key){ 0 }, NULL);

	cr_expect_eq(trend->value.state, state, "state %d", trend->value.state);
	cr_expect_eq(trend->value.reason, reason, "reason %s",
		     value_reason_name(trend->value.reason));
	cr_expect_eq(trend->change, COMPARISON_NONE);
	statement_free(statement);
}

#define FOUR_YEARS                                                                                 \
	"period,numerator,denominator\n2021,3600,10000\n2022,3800,10000\n2023,3900,10000\n"        \
	"2024,4100,10000\n"

Test(figure_trend, needs_five_years)
{
	expect_none((struct statement_parts){ .rows = FOUR_YEARS }, VALUE_NOT_AVAILABLE,
		    REASON_FEW_YEARS);
	expect_none(
		(struct statement_parts){
			.rows = "period,numerator,denominator\n2020,*,10000\n2021,3600,10000\n"
				"2022,3800,10000\n2023,3900,10000\n2024,4100,10000\n" },
		VALUE_NOT_AVAILABLE, REASON_FEW_YEARS);
}

Test(figure_trend, is_hidden_with_the_figure_that_it_ends_with)
{
	expect_none(
		(struct statement_parts){ .rows = FOUR_YEARS "2020,3000,10000\n2025,*,10000\n" },
		VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	expect_none(
		(struct statement_parts){ .rows = FOUR_YEARS "2020,3000,10000\n2025,x,10000\n" },
		VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
}

/* The last five valid points; t = 1 to 5 whichever years they are. */
Test(figure_trend, passes_over_a_hidden_year_and_says_so)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,numerator,denominator\n2018,9000,10000\n2019,3600,10000\n"
			"2020,3800,10000\n2021,*,10000\n2022,3900,10000\n2024,4100,10000\n"
			"2025,4400,10000\n" });
	const struct breakdown_result *trend = trend_of(statement, (struct figure_key){ 0 }, NULL);

	cr_expect_eq(trend->value.state, VALUE_UNRELIABLE);
	cr_expect_eq(trend->value.reason, REASON_YEARS_LEFT_OUT);
	cr_expect_float_eq(trend->value.estimate, 1.8950748637122288, 1e-9);
	cr_expect_eq(trend->change, COMPARISON_HIGHER);
	statement_free(statement);
}

Test(figure_trend, is_of_yearly_periods_alone)
{
	expect_none(
		(struct statement_parts){
			.rows = "period,numerator,denominator\n2025-01,3600,10000\n"
				"2025-02,3800,10000\n2025-03,3900,10000\n2025-04,4100,10000\n"
				"2025-05,4400,10000\n" },
		VALUE_NOT_APPLICABLE, REASON_NOT_YEARLY);
	expect_none(
		(struct statement_parts){
			.rows = "period,numerator,denominator\n2017-19,3600,10000\n"
				"2018-20,3800,10000\n2019-21,3900,10000\n2020-22,4100,10000\n"
				"2021-23,4400,10000\n" },
		VALUE_NOT_APPLICABLE, REASON_NOT_YEARLY);
	expect_none(
		(struct statement_parts){
			.rows = "period,numerator,denominator\nWave 1,3600,10000\n"
				"Wave 2,3800,10000\nWave 3,3900,10000\nWave 4,4100,10000\n"
				"Wave 5,4400,10000\n" },
		VALUE_NOT_APPLICABLE, REASON_NOT_YEARLY);
}

Test(figure_trend, is_of_proportions_rates_and_published_values)
{
	static const char *const without[] = { "count", "ratio" };

	for (size_t i = 0; i < 2; i++)
		expect_none((struct statement_parts){ .rows = FOUR_YEARS "2025,4400,10000\n",
						      .method = without[i],
						      .unit = "Events",
						      .per = "1" },
			    VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
}

Test(figure_trend, needs_limits)
{
	expect_none((struct statement_parts){ .method = "given",
					      .unit = "Rate",
					      .per = "1",
					      .rows = "period,value\n2021,50\n2022,52\n2023,55\n"
						      "2024,57\n2025,60\n" },
		    VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
	expect_none((struct statement_parts){ .method = "given",
					      .unit = "Rate",
					      .per = "1",
					      .rows = "period,value,lower,upper\n2021,50,50,50\n"
						      "2022,52,51,53\n2023,55,54,56\n"
						      "2024,57,56,58\n2025,60,59,61\n" },
		    VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
}

/* Nothing is said of figures that are uncertain. */
Test(figure_trend, has_no_direction_when_a_figure_is_unreliable)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,numerator,denominator\n2021,3600,10000\n2022,8,20\n"
			"2023,3900,10000\n2024,4100,10000\n2025,4400,10000\n" });
	const struct breakdown_result *trend = trend_of(statement, (struct figure_key){ 0 }, NULL);

	cr_expect_eq(trend->value.state, VALUE_UNRELIABLE);
	cr_expect_eq(trend->value.reason, REASON_SMALL_DENOMINATOR);
	cr_expect_eq(trend->change, COMPARISON_NONE);
	statement_free(statement);
}

/* Percentages from exact counts beside rounded ones: 36.0 to 44.0, the slope 1.9. */
Test(figure_trend, is_as_coarse_as_its_figures)
{
	struct workplace place = own_rule();
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = OWN_RULE_EXACT_RATES,
		.rows = "period,numerator,denominator\n2021,3601,10003\n2022,3802,10003\n"
			"2023,3903,10003\n2024,4104,10003\n2025,4402,10003\n" });
	const struct breakdown_result *trend = trend_of(statement, (struct figure_key){ 0 }, NULL);

	cr_expect(trend->value.coarse);
	cr_expect_eq(trend->value.estimate, 1.9);
	cr_expect_eq(trend->change, COMPARISON_HIGHER);
	statement_free(statement);
	workplace_free(&place);
}
