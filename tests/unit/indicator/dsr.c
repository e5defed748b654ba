/* method dsr: directly standardised rate, Dobson's interval. */

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/compute.h"
#include "indicator/method.h"
#include "stats/rate.h"
#include "support/answers.h"
#include "support/fixture.h"
#include "support/program.h"
#include "support/statement.h"

TestSuite(method_dsr, .init = fixture_set_up, .fini = fixture_tear_down);

static const char *const ages[] = { "0-4",   "5-9",   "10-14", "15-19", "20-24", "25-29", "30-34",
				    "35-39", "40-44", "45-49", "50-54", "55-59", "60-64", "65-69",
				    "70-74", "75-79", "80-84", "85-89", "90+" };
static const double weights[] = { 5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000,
				  7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000 };

enum { BANDS = 19 };

static struct statement_parts parts_of(const char *rows)
{
	return (struct statement_parts){ .method = "dsr",
					 .per = "100000",
					 .unit = "Admissions per 100,000 people",
					 .standard = "esp2013",
					 .rows = rows };
}

static struct result one_result(const char *rows)
{
	struct statement_parts parts = parts_of(rows);
	struct statement *statement = statement_of(&parts);
	struct result result = *statement_result(statement, (struct figure_key){ 0 });

	statement_free(statement);
	return result;
}

static int band_of(const char *age)
{
	for (int i = 0; i < BANDS; i++)
		if (strcmp(ages[i], age) == 0)
			return i;
	return -1;
}

/* True when all rows of a case have whole counts and the weights of the standard population. */
static bool is_european(const struct answers *inputs, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		int band = band_of(answers_text(inputs, i, "ageband"));
		double number;

		if (band < 0 || answers_need(inputs, i, "stdpop") != weights[band] ||
		    !answers_number(inputs, i, "x", &number))
			return false;
	}
	return true;
}

static void compare_case(const struct answers *inputs, size_t first, size_t end,
			 const struct answers *expected, struct answers_score *score)
{
	size_t row = answers_find(expected, "case", answers_text(inputs, first, "case"));
	struct result result;
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, "age,numerator,denominator\n");
	for (size_t i = first; i < end; i++)
		buffer_printf(&rows, "%s,%s,%s\n", answers_text(inputs, i, "ageband"),
			      answers_text(inputs, i, "x"), answers_text(inputs, i, "n"));
	result = one_result(buffer_finish(&rows, arena));
	answers_compare_cell(score, expected, row, "value",
			     value_is_shown(&result.value) ? result.value.estimate : nan(""), 1e-12,
			     1e-9);
	answers_compare_cell(score, expected, row, "lower95",
			     result.value.limits.known ? result.value.limits.lower : nan(""), 1e-12,
			     1e-9);
	answers_compare_cell(score, expected, row, "upper95",
			     result.value.limits.known ? result.value.limits.upper : nan(""), 1e-12,
			     1e-9);
}

Test(method_dsr, agrees_with_reference_figures)
{
	struct answers *inputs = answers_open("dsr_inputs.csv");
	struct answers *expected = answers_open("dsr_expected.csv");
	struct answers_score score = { 0 };

	for (size_t i = 0, end; i < answers_count(inputs); i = end) {
		end = answers_block_end(inputs, i, "case");
		if (is_european(inputs, i, end))
			compare_case(inputs, i, end, expected, &score);
	}
	cr_expect_geq(score.compared, 15, "only %zu figures were compared", score.compared);
	answers_judge(&score, expected);
	answers_close(expected);
	answers_close(inputs);
}

/* Rows of all bands with 600 people each and the events given; a row for all ages before when wanted. */
static const char *banded(const char *total, const char *const *events)
{
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, "age,numerator,denominator\n");
	if (total != NULL)
		buffer_printf(&rows, "all,%s,11400\n", total);
	for (int i = 0; i < BANDS; i++)
		buffer_printf(&rows, "%s,%s,600\n", ages[i], events[i]);
	return buffer_finish(&rows, arena);
}

static const char *const usual[BANDS] = { "2", "0", "1", "3", "0", "1", "1", "2",  "4", "3",
					  "5", "2", "1", "6", "7", "8", "9", "10", "11" };

/* With the last band, of 11 events, replaced. */
static struct result result_with_last(const char *total, const char *band)
{
	return one_result(text_replace(arena, banded(total, usual), "90+,11,600", band));
}

/* 100,000 x sum of weight x events / 600 / 100,000 = 310,000 / 600. */
Test(method_dsr, is_the_same_with_and_without_a_row_for_all_ages)
{
	struct result bands = one_result(banded(NULL, usual));
	struct result both = one_result(banded("76", usual));

	cr_expect_float_eq(bands.value.estimate, 310000.0 / 600, 1e-9);
	cr_expect_eq(bands.numerator.number, 76);
	cr_expect_eq(bands.denominator.number, 11400);
	cr_expect_eq(both.value.estimate, bands.value.estimate);
	cr_expect_eq(both.value.limits.lower, bands.value.limits.lower);
}

Test(method_dsr, is_not_given_below_10_events)
{
	const char *events[BANDS];
	struct result result;

	for (int i = 0; i < BANDS; i++)
		events[i] = "0";
	events[4] = "9";
	result = one_result(banded(NULL, events));
	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result.value.reason, REASON_FEW_EVENTS_FOR_RATE);
	cr_expect_eq(result.numerator.number, 9);
	cr_expect_not(result.value.limits.known);
	events[4] = "10";
	result = one_result(banded(NULL, events));
	/* 10 / 600 x 6,000 of 100,000 */
	cr_expect_float_eq(result.value.estimate, 100, 1e-9);
}

Test(method_dsr, needs_people_in_every_age_band)
{
	struct result result = result_with_last(NULL, "90+,11,0");

	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result.value.reason, REASON_EMPTY_AGE_BAND);
}

Test(method_dsr, needs_counts_by_age)
{
	struct result many = one_result("numerator,denominator\n76,11400\n");
	struct result few = one_result("numerator,denominator\n8,11400\n");

	cr_expect_eq(many.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(many.value.reason, REASON_NO_AGE_BANDS);
	cr_expect_eq(few.value.reason, REASON_FEW_EVENTS_FOR_RATE);
}

Test(method_dsr, needs_the_people_of_every_band)
{
	struct result result = result_with_last("76", "90+,11,x");

	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result.value.reason, REASON_NO_DENOMINATOR);
}

/* A hidden count is no 0. */
Test(method_dsr, is_hidden_when_the_count_of_a_band_is)
{
	struct result result = result_with_last("76", "90+,*,600");

	cr_expect_eq(result.value.state, VALUE_SUPPRESSED);
	cr_expect_eq(result.value.estimate, 0);
}

Test(method_dsr, needs_the_count_of_every_band_that_comes_with_its_people)
{
	struct result result = result_with_last("76", "90+,x,600");

	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result.value.reason, REASON_NO_NUMERATOR);
}

/* Other groups have people of 30 to 34: without them the rate would be one of another range of ages. */
Test(method_dsr, needs_the_bands_that_other_groups_have)
{
	struct statement_parts parts =
		parts_of("dimension,group,age,numerator,denominator\ndeprivation,1,25-29,12,100\n"
			 "deprivation,1,30-34,30,200\ndeprivation,2,25-29,12,100\n");
	struct statement *statement = statement_of(&parts);
	const struct result *whole = statement_result(
		statement, (struct figure_key){ .by = "deprivation", .group = "1" });
	const struct result *part = statement_result(
		statement, (struct figure_key){ .by = "deprivation", .group = "2" });

	cr_expect_eq(whole->value.state, VALUE_SHOWN);
	cr_expect_eq(part->value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(part->value.reason, REASON_EMPTY_AGE_BAND);
	statement_free(statement);
}

/* Limits from 76 events would tell that there were 76, where only 75 may be shown. */
Test(method_dsr, has_the_limits_of_the_rounded_number_of_events_where_the_rule_rounds)
{
	struct statement_parts parts = parts_of(banded(NULL, usual));
	struct statement *statement;
	const struct result *result;
	struct interval byar;
	double width;

	parts.rule = "CVDP-5";
	statement = statement_of(&parts);
	result = statement_result(statement, (struct figure_key){ 0 });
	cr_assert_eq(count_limits(75, 0.95, COUNT_BYAR_ALWAYS, &byar), STATS_OK);
	cr_expect_float_eq(result->value.estimate, 516.7, 1e-9);
	width = (result->value.limits.upper - 516.7) / (516.7 - result->value.limits.lower);
	cr_expect_float_eq(width, (byar.upper - 75) / (75 - byar.lower), 1e-3);
	cr_expect(result->value.coarse);
	statement_free(statement);
}

Test(method_dsr, needs_bands_that_the_standard_population_has)
{
	struct result result = one_result("age,numerator,denominator\n0-17,40,1000\n18+,60,3000\n");

	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result.value.reason, REASON_NO_AGE_BANDS);
}

/* 12 / 100 x 6,000 and 30 / 200 x 6,500 by 12,500: (720 + 975) / 12,500. */
Test(method_dsr, weighs_a_restricted_range_of_ages_by_its_own_bands)
{
	struct result result =
		one_result("age,numerator,denominator\n25-29,12,100\n30-34,30,200\n");

	cr_expect_float_eq(result.value.estimate, 100000 * 1695.0 / 12500, 1e-7);
}

/* 0 to 14 weigh 16,000, 15 to 64 64,500, the others 19,500: 0.01 x 16,000 + 0.02 x 64,500 + 0.1 x 19,500. */
Test(method_dsr, adds_up_the_weights_of_bands_that_a_wider_one_is_made_of)
{
	struct result result =
		one_result("age,numerator,denominator\n0-14,10,1000\n15-64,40,2000\n65+,50,500\n");

	cr_expect_float_eq(result.value.estimate, 160 + 1290 + 1950, 1e-9);
}

/* The same people in single years and in a band have the same rate. */
Test(method_dsr, adds_up_single_years_to_a_band_of_the_standard)
{
	struct result years = one_result("age,numerator,denominator\n25,1,10\n26,2,20\n27,3,20\n"
					 "28,4,20\n29,2,30\n30-34,30,200\n");
	struct result bands = one_result("age,numerator,denominator\n25-29,12,100\n30-34,30,200\n");

	cr_expect_float_eq(years.value.estimate, bands.value.estimate, 1e-9);
	cr_expect_float_eq(years.value.limits.upper, bands.value.limits.upper, 1e-9);
}

/* The order of the rows says nothing, their ages do. */
Test(method_dsr, joins_the_weights_by_age)
{
	struct result result =
		one_result("age,numerator,denominator\n30-34,30,200\n25-29,12,100\n");

	cr_expect_float_eq(result.value.estimate, 100000 * 1695.0 / 12500, 1e-7);
}

Test(method_dsr, has_no_breakdown_by_age)
{
	struct statement_parts parts =
		parts_of("dimension,group,numerator,denominator\nage,0-17,400,10000\n");
	struct statement *statement = statement_of(&parts);
	const struct result *result =
		statement_result(statement, (struct figure_key){ .by = "age", .group = "0-17" });

	cr_expect_eq(result->value.state, VALUE_NOT_APPLICABLE);
	cr_expect_eq(result->value.reason, REASON_AGE_IS_STANDARDISED);
	statement_free(statement);
}

/* Events in rows, people in a file of their own: 100 of 25 to 29 and 200 of 30 to 34. */
static struct statement_parts with_people(const char *rows)
{
	struct statement_parts parts = parts_of(rows);

	parts.denominators = "p";
	parts.more_sources =
		"<source id='p' href='people.csv' title='People' rule='NONE'>"
		"<map column='age' as='age'/><map column='people' as='denominator'/>"
		"<set as='period' to='2024'/><set as='organisation' to='QNV'/></source>";
	parts.files[0].name = "people.csv";
	parts.files[0].text = "age,people\n25-29,100\n30-34,200\n";
	return parts;
}

/* A band that the data call missing is not one without events. */
Test(method_dsr, takes_a_missing_count_for_no_zero_where_people_come_from_elsewhere)
{
	struct statement_parts parts = with_people("age,numerator\n25-29,12\n30-34,x\n");
	struct statement *statement;

	statement = statement_of(&parts);
	cr_expect_eq(statement_result(statement, (struct figure_key){ 0 })->value.state,
		     VALUE_NOT_AVAILABLE);
	statement_free(statement);
}

/* A file of events leaves out the ages without any; the population has them all: (720 + 0) / 12,500. */
Test(method_dsr, counts_no_events_in_bands_that_only_the_population_has)
{
	struct statement_parts parts = with_people("age,numerator\n25-29,12\n");
	struct statement *statement;

	statement = statement_of(&parts);
	cr_expect_float_eq(statement_result(statement, (struct figure_key){ 0 })->value.estimate,
			   100000 * 720.0 / 12500, 1e-7);
	statement_free(statement);
}

/* -- disclosure ------------------------------------------------------------------------------- */

static const char *explained_under(const char *rule, const char *rows)
{
	struct statement_parts parts = parts_of(rows);
	struct statement *statement;
	const struct result *result;
	struct method_input input;
	struct buffer out;

	parts.rule = rule;
	statement = statement_of(&parts);
	result = statement_result(statement, (struct figure_key){ 0 });
	input = results_input(statement->run.results, statement->run.reference, result);
	buffer_init(&out);
	method_find("dsr")->explain(&input, result, &out);
	statement_free(statement);
	return buffer_finish(&out, arena);
}

/* They are counts of the file like the events. */
Test(method_dsr, explains_itself_with_people_as_they_may_be_shown)
{
	const char *text =
		explained_under("HES-5", "age,numerator,denominator\n25-29,12,101\n30-34,20,198\n");

	cr_expect_not_null(strstr(text, "25-29: 10, 100, 6000\n"), "%s", text);
	cr_expect_not_null(strstr(text, "30-34: 20, 200, 6500\n"), "%s", text);
	text = explained_under("LOCAL-5",
			       "age,numerator,denominator\n25-29,12,100\n30-34,0,3\n35-39,0,50\n");
	/* 3 of 153 people: the others would leave them. */
	cr_expect_not_null(strstr(text, "35-39: [c], [c], 7000\n"), "%s", text);
}
