/* method dsr-events: directly standardised rate of events that one person can have several of. */

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/compute.h"
#include "indicator/method.h"
#include "stats/rate.h"
#include "support/fixture.h"
#include "support/notes.h"
#include "support/program.h"
#include "support/statement.h"

TestSuite(method_dsr_events, .init = fixture_set_up, .fini = fixture_tear_down);

#define HEAD "age,events-per-person,numerator,denominator\n"

static struct statement_parts parts_of(const char *rows)
{
	return (struct statement_parts){ .method = "dsr-events",
					 .per = "100000",
					 .unit = "Admissions per 100,000 people",
					 .standard = "esp2013",
					 .rows = rows };
}

static struct result result_of(struct statement_parts parts)
{
	struct statement *statement = statement_of(&parts);
	struct result result = *statement_result(statement, (struct figure_key){ 0 });

	statement_free(statement);
	return result;
}

static struct result one_result(const char *rows)
{
	return result_of(parts_of(rows));
}

static void expect_without(const char *rows, enum value_state state, enum value_reason reason)
{
	struct result result = one_result(rows);

	cr_expect_eq(result.value.state, state, "%s", rows);
	cr_expect_eq(result.value.reason, reason, "%s", rows);
	cr_expect_not(result.value.limits.known);
}

/* -- by hand ---------------------------------------------------------------------------------- */

/*
 * 25 to 29: 10 people with one event and 5 with two of 100, 20 events; 30 to 34: 20 people with one of 200.
 * Rate (6,000 x 0.2 + 6,500 x 0.1) / 12,500 = 1,850 / 12,500. Variance
 * (6,000^2 (10 + 4 x 5) / 100^2 + 6,500^2 x 20 / 200^2) / 12,500^2 = (108,000 + 21,125) / 12,500^2.
 */
static const char usual[] = HEAD "25-29,1,10,100\n25-29,2,5,100\n30-34,1,20,200\n";

Test(method_dsr_events, counts_the_events_of_a_person_together)
{
	struct result result = one_result(usual);
	double variance = 129125.0 / 12500 / 12500, factor = sqrt(variance / 40);
	struct interval byar;

	cr_assert_eq(count_limits(40, 0.95, COUNT_BYAR_ALWAYS, &byar), STATS_OK);
	cr_expect_eq(result.numerator.number, 40);
	cr_expect_eq(result.denominator.number, 300);
	cr_expect_float_eq(result.value.estimate, 14800, 1e-8);
	cr_expect_float_eq(result.value.limits.lower, 14800 + 100000 * factor * (byar.lower - 40),
			   1e-7);
	cr_expect_float_eq(result.value.limits.upper, 14800 + 100000 * factor * (byar.upper - 40),
			   1e-7);
	cr_expect_float_eq(result.standard_error, 100000 * sqrt(variance), 1e-8);
}

Test(method_dsr_events, is_a_plain_rate_where_nobody_has_more_than_one_event)
{
	struct statement_parts parts =
		parts_of("age,numerator,denominator\n25-29,12,100\n30-34,20,200\n");
	struct result repeated =
		one_result(HEAD "25-29,1,12,100\n30-34,1,20,200\n30-34,2,0,200\n30-34,3,0,200\n");
	struct result plain;

	parts.method = "dsr";
	plain = result_of(parts);
	cr_expect_eq(repeated.value.estimate, plain.value.estimate);
	cr_expect_float_eq(repeated.value.limits.lower, plain.value.limits.lower, 1e-9);
	cr_expect_float_eq(repeated.value.limits.upper, plain.value.limits.upper, 1e-9);
}

/* Not by a last digit: sums are over ages and events in their own order. */
Test(method_dsr_events, is_the_same_in_whatever_order_the_rows_come)
{
	struct result result = one_result(HEAD "30-34,1,33,207\n30-34,2,3,207\n25-29,1,17,103\n"
					       "25-29,2,7,103\n25-29,3,1,103\n40-44,5,3,61\n");
	struct result other = one_result(HEAD "25-29,3,1,103\n40-44,5,3,61\n25-29,1,17,103\n"
					      "30-34,2,3,207\n25-29,2,7,103\n30-34,1,33,207\n");

	cr_expect_eq(result.value.estimate, other.value.estimate);
	cr_expect_eq(result.value.limits.lower, other.value.limits.lower);
	cr_expect_eq(result.value.limits.upper, other.value.limits.upper);
}

/* People without an event may have rows of their own: they are in the population. */
Test(method_dsr_events, passes_over_people_without_events)
{
	struct result result = one_result(HEAD "25-29,0,85,100\n25-29,1,10,100\n25-29,2,5,100\n"
					       "30-34,0,180,200\n30-34,1,20,200\n");

	cr_expect_eq(result.value.limits.upper, one_result(usual).value.limits.upper);
	cr_expect_eq(result.numerator.number, 40);
}

/* -- when there is no rate -------------------------------------------------------------------- */

/* Events are counted, not people. */
Test(method_dsr_events, is_not_given_below_10_events)
{
	struct result result = one_result(HEAD "25-29,3,3,100\n30-34,1,0,200\n");

	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result.value.reason, REASON_FEW_EVENTS_FOR_RATE);
	cr_expect_eq(result.numerator.number, 9);
	result = one_result(HEAD "25-29,5,2,100\n30-34,1,0,200\n");
	/* 10 / 100 x 6,000 of 12,500 */
	cr_expect_float_eq(result.value.estimate, 100000 * 600.0 / 12500, 1e-8);
}

Test(method_dsr_events, needs_to_know_how_many_events_each_person_had)
{
	expect_without("age,numerator,denominator\n25-29,20,100\n30-34,20,200\n",
		       VALUE_NOT_AVAILABLE, REASON_NO_REPEATS);
	expect_without(HEAD "25-29,x,20,100\n30-34,1,20,200\n", VALUE_NOT_AVAILABLE,
		       REASON_NOT_IN_DATA);
	/* A band without any event tells it. */
	cr_expect_eq(one_result(HEAD "25-29,1,0,100\n30-34,1,20,200\n").value.state, VALUE_SHOWN);
	expect_note(parts_of(NULL), "age,numerator,denominator", "25-29,20,100\n30-34,20,200\n",
		    NULL,
		    "[x] not available: the data do not tell how many events each person had.");
}

Test(method_dsr_events, needs_people_in_every_age_band)
{
	expect_without(HEAD "25-29,1,20,100\n30-34,1,20,0\n", VALUE_NOT_AVAILABLE,
		       REASON_EMPTY_AGE_BAND);
	expect_without(HEAD "25-29,1,20,100\n30-34,1,20,x\n", VALUE_NOT_AVAILABLE,
		       REASON_NO_DENOMINATOR);
	expect_without("events-per-person,numerator,denominator\n1,20,100\n2,20,100\n",
		       VALUE_NOT_AVAILABLE, REASON_NO_AGE_BANDS);
}

/* One hidden or missing number of people makes all events of the band unknown. */
Test(method_dsr_events, needs_all_people_of_a_band)
{
	expect_without(HEAD "25-29,1,20,100\n25-29,2,*,100\n30-34,1,20,200\n", VALUE_SUPPRESSED,
		       REASON_MARKED_IN_DATA);
	expect_without(HEAD "25-29,1,20,100\n25-29,2,x,100\n30-34,1,20,200\n", VALUE_NOT_AVAILABLE,
		       REASON_NOT_IN_DATA);
}

Test(method_dsr_events, must_be_told_its_standard_population)
{
	struct statement_parts parts = parts_of(usual);
	struct statement *statement;

	parts.standard = NULL;
	statement = statement_try(&parts);
	cr_expect(statement_said(statement, "SPC33"));
	statement_free(statement);
}

/* People in a file of their own: 100 of 25 to 29 and 200 of 30 to 34. */
static struct statement_parts of_two_files(const char *rows)
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

/* -- disclosure ------------------------------------------------------------------------------- */

static const char *explained(struct statement_parts parts)
{
	struct statement *statement = statement_of(&parts);
	const struct result *result = statement_result(statement, (struct figure_key){ 0 });
	struct method_input input =
		results_input(statement->run.results, statement->run.reference, result);
	struct buffer out;

	buffer_init(&out);
	method_find("dsr-events")->explain(&input, result, &out);
	statement_free(statement);
	return buffer_finish(&out, arena);
}

Test(method_dsr_events, explains_itself_with_the_people_of_every_band)
{
	const char *text = explained(parts_of(usual));

	cr_expect_not_null(strstr(text, "   25-29: 20, 100, 6000, 1200\n"
					"              people with 1 event: 10\n"
					"              people with 2 events: 5\n"
					"       30-34: 20, 200, 6500, 650\n"
					"              people with 1 event: 20\n"),
			   "%s", text);
	/* 129,125 / 12,500^2 */
	cr_expect_not_null(strstr(text, "/ (sum of weights)^2 = 0.0008264\n"), "%s", text);
	cr_expect_not_null(strstr(text, "x 100000 = 14800\n"), "%s", text);
}

/* 40 events of 8 people: the events may be shown, the 8 people of 5 events each are nobody's business. */
Test(method_dsr_events, tells_no_people_under_a_rule_that_hides_small_counts)
{
	struct statement_parts parts =
		parts_of(HEAD "25-29,1,30,100\n25-29,5,2,100\n30-34,1,20,200\n");
	const char *text;

	parts.rule = "HES-5";
	text = explained(parts);
	cr_expect_null(strstr(text, "people with"), "%s", text);
	cr_expect_null(strstr(text, "variance of the rate"), "%s", text);
	cr_expect_not_null(strstr(text, "age band: events"), "%s", text);
}

/* 12 events would be shown as 10, but they are all of 2 people. */
Test(method_dsr_events, is_hidden_where_the_people_are_few)
{
	struct statement_parts parts = parts_of(HEAD "25-29,6,2,100\n30-34,1,0,200\n");
	struct result result;

	parts.rule = "HES-5";
	result = result_of(parts);
	cr_expect_eq(result.value.state, VALUE_SUPPRESSED);
	cr_expect_eq(result.value.reason, REASON_CONFIDENTIAL);
	cr_expect_eq(result.numerator.state, VALUE_SUPPRESSED);
	/* 8 people are enough for that rule. */
	parts.rows = HEAD "25-29,6,8,100\n30-34,1,0,200\n";
	result = result_of(parts);
	cr_expect(value_is_shown(&result.value));
	cr_expect_eq(result.numerator.number, 50);
}

/* Bands that only the population has are of nobody with an event: they do not make the 2 people unknown. */
Test(method_dsr_events, is_hidden_where_the_people_are_few_whatever_bands_have_none)
{
	struct statement_parts parts = of_two_files("age,events-per-person,numerator\n25-29,6,2\n");
	struct result result;

	parts.rule = "HES-5";
	result = result_of(parts);
	cr_expect_eq(result.value.state, VALUE_SUPPRESSED);
	cr_expect_eq(result.value.reason, REASON_CONFIDENTIAL);
}

/* In a band of 12 events of one person the 12 are that person's, and near what the others leave. */
Test(method_dsr_events, tells_no_events_by_age_where_a_band_has_few_people)
{
	struct statement_parts parts = parts_of(HEAD "25-29,12,1,100\n30-34,1,20,200\n");
	const char *text;

	parts.rule = "HES-5";
	text = explained(parts);
	cr_expect_not_null(strstr(text, "   25-29: [c], 100"), "%s", text);
	cr_expect_not_null(strstr(text, "   30-34: [c], 200"), "%s", text);
}

/* -- the rows --------------------------------------------------------------------------------- */

static void expect_refused(const char *rows, const char *id)
{
	struct statement_parts parts = parts_of(rows);
	struct statement *statement = statement_try(&parts);

	cr_expect(statement_said(statement, id), "%s", rows);
	statement_free(statement);
}

Test(method_dsr_events, wants_the_same_people_in_all_rows_of_a_band)
{
	expect_refused(HEAD "25-29,1,10,100\n25-29,2,5,101\n30-34,1,20,200\n", "DAT28");
	/* Two numbers of people with 2 events. */
	expect_refused(HEAD "25-29,2,10,100\n25-29,2,5,100\n30-34,1,20,200\n", "DAT28");
}

Test(method_dsr_events, takes_a_repeated_row_once_and_a_population_of_some_rows_for_all)
{
	struct result result = one_result(HEAD "25-29,1,10,100\n25-29,2,5,100\n25-29,2,5,100\n"
					       "30-34,1,20,200\n");

	cr_expect_eq(result.value.limits.upper, one_result(usual).value.limits.upper);
	result = one_result(HEAD "25-29,1,10,100\n25-29,2,5,x\n30-34,1,20,200\n");
	cr_expect_eq(result.value.limits.upper, one_result(usual).value.limits.upper);
}

Test(method_dsr_events, takes_the_people_from_another_file)
{
	double upper = one_result(usual).value.limits.upper;

	cr_expect_eq(result_of(of_two_files("age,events-per-person,numerator\n25-29,1,10\n"
					    "25-29,2,5\n30-34,1,20\n"))
			     .value.limits.upper,
		     upper);
}

/* The band without a row had no event, and so nobody with several. */
Test(method_dsr_events, counts_no_events_in_bands_that_only_the_population_has)
{
	struct result result =
		result_of(of_two_files("age,events-per-person,numerator\n25-29,1,10\n25-29,2,5\n"));

	cr_expect_float_eq(result.value.estimate, 100000 * 1200.0 / 12500, 1e-8);
	cr_expect_float_eq(result.standard_error, 100000 * sqrt(108000) / 12500, 1e-8);
}

/* Ages by single years, as hospital data have them. */
Test(method_dsr_events, adds_up_single_years_with_the_people_of_each)
{
	struct result result = result_of(of_two_files("age,events-per-person,numerator\n25,1,4\n"
						      "27,2,5\n29,1,6\n30,1,20\n"));

	cr_expect_float_eq(result.value.limits.upper, one_result(usual).value.limits.upper, 1e-9);
	cr_expect_float_eq(result.value.limits.lower, one_result(usual).value.limits.lower, 1e-9);
}

/* Other methods see the events: 40 of 300. */
Test(method_dsr_events, leaves_events_for_other_methods)
{
	struct statement_parts parts = parts_of(usual);
	struct result result;

	parts.method = "crude-rate";
	parts.standard = NULL;
	result = result_of(parts);
	cr_expect_float_eq(result.value.estimate, 100000 * 40.0 / 300, 1e-8);
}
