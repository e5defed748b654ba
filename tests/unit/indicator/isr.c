/* method isr: indirectly standardised rate, and what both indirect methods do with their rows. */

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/compute.h"
#include "indicator/method.h"
#include "stats/rate.h"
#include "support/fixture.h"
#include "support/indirect.h"
#include "support/notes.h"

TestSuite(method_isr, .init = fixture_set_up, .fini = fixture_tear_down);

/*
 * Rates of the reference: 10 and 20 per 1,000, 20 of 1,500 in all. Expected 200 x 0.01 + 500 x 0.02 = 12,
 * observed 18: 1.5 times; the rate of the reference is 1,500 per 100,000 of 2,000 people.
 */
#define REFERENCE "E92000001,0-14,10,1000\nE92000001,15+,20,1000\n"
#define BODY "QNV,0-14,6,200\nQNV,15+,12,500\n"
static const char usual[] = INDIRECT_COLUMNS REFERENCE BODY;

static void expect_without(const char *rows, enum value_state state, enum value_reason reason)
{
	struct result result = indirect_result("isr", rows);

	cr_expect_eq(result.value.state, state, "%s", rows);
	cr_expect_eq(result.value.reason, reason, "%s", rows);
	cr_expect_not(result.value.limits.known);
}

Test(method_isr, agrees_with_reference_figures)
{
	indirect_agree("isr", "per='100000'", 1,
		       (const char *const[]){ "rate", "rate_lower95", "rate_upper95",
					      "rate_lower998", "rate_upper998" });
}

Test(method_isr, is_the_rate_of_the_reference_times_observed_over_expected)
{
	struct result result = indirect_result("isr", usual);
	struct interval byar;

	cr_assert_eq(count_limits(18, 0.95, COUNT_EXACT_BELOW_TEN, &byar), STATS_OK);
	cr_expect_float_eq(result.value.estimate, 1.5 * 1500, 1e-9);
	cr_expect_float_eq(result.value.limits.lower, 1500 * byar.lower / 12, 1e-9);
	cr_expect_float_eq(result.value.limits.upper, 1500 * byar.upper / 12, 1e-9);
	/* The rates of the reference are taken as known: the observed count alone varies. */
	cr_expect_float_eq(result.standard_error, 1500 * sqrt(18) / 12, 1e-9);
	cr_expect_eq(result.numerator.number, 18);
	cr_expect_eq(result.denominator.number, 700);
}

/* What is observed may be known for all ages alone; people must be known by age. */
Test(method_isr, takes_one_total_of_events)
{
	struct result total = indirect_result("isr", INDIRECT_COLUMNS REFERENCE
					      "QNV,all,18,700\nQNV,0-14,,200\nQNV,15+,,500\n");

	cr_expect_eq(total.value.estimate, indirect_result("isr", usual).value.estimate);
	cr_expect_eq(total.value.limits.upper, indirect_result("isr", usual).value.limits.upper);
}

Test(method_isr, joins_ages_by_name_in_whatever_order)
{
	struct result result = indirect_result("isr", INDIRECT_COLUMNS
					       "QNV,15+,12,500\nE92000001,15 and over,20,1000\n"
					       "QNV,Under 15,6,200\nE92000001,0 to 14,10,1000\n");

	cr_expect_float_eq(result.value.estimate, 2250, 1e-9);
}

/* Nobody of that age there: expected 12 - 2 = 10. */
Test(method_isr, counts_a_band_that_the_body_lacks_as_nobody)
{
	struct result result =
		indirect_result("isr", INDIRECT_COLUMNS REFERENCE "QNV,15+,12,500\n");

	cr_expect_float_eq(result.value.estimate, 1.2 * 1500, 1e-9);
}

Test(method_isr, has_an_exact_interval_below_10_events)
{
	struct result result = indirect_result("isr", INDIRECT_COLUMNS REFERENCE
					       "QNV,0-14,0,200\nQNV,15+,0,500\n");

	/* Nobody observed: the upper limit of a count of 0 is -ln 0.025. */
	cr_expect_eq(result.value.estimate, 0);
	cr_expect_eq(result.value.limits.lower, 0);
	cr_expect_float_eq(result.value.limits.upper, 1500 * -log(0.025) / 12, 1e-9);
}

/* The reference is everybody's: it observes what it expects. */
Test(method_isr, is_the_crude_rate_for_the_reference_itself)
{
	struct statement_parts parts = indirect_parts("isr", "per='100000'", usual);
	struct statement *statement = statement_of(&parts);
	const struct result *result =
		statement_result(statement, (struct figure_key){ .organisation = "E92000001" });

	cr_expect_float_eq(result->value.estimate, 1500, 1e-9);
	statement_free(statement);
}

/* -- when there is none ----------------------------------------------------------------------- */

Test(method_isr, needs_the_rates_of_its_reference)
{
	expect_without(INDIRECT_COLUMNS BODY, VALUE_NOT_AVAILABLE, REASON_NO_REFERENCE_RATES);
	expect_without(INDIRECT_COLUMNS "E92000001,all,30,2000\n" BODY, VALUE_NOT_AVAILABLE,
		       REASON_NO_REFERENCE_RATES);
	expect_without(INDIRECT_COLUMNS "E92000001,0-14,10,1000\nE92000001,15+,x,1000\n" BODY,
		       VALUE_NOT_AVAILABLE, REASON_NO_REFERENCE_RATES);
	expect_without(INDIRECT_COLUMNS "E92000001,0-14,10,1000\nE92000001,15+,5,0\n" BODY,
		       VALUE_NOT_AVAILABLE, REASON_NO_REFERENCE_RATES);
}

Test(method_isr, needs_the_population_by_the_ages_of_the_reference)
{
	expect_without(INDIRECT_COLUMNS REFERENCE "QNV,all,18,700\n", VALUE_NOT_AVAILABLE,
		       REASON_NO_POPULATION_BY_AGE);
	expect_without(INDIRECT_COLUMNS REFERENCE "QNV,all,18,700\nQNV,0-9,,200\nQNV,10+,,500\n",
		       VALUE_NOT_AVAILABLE, REASON_NO_POPULATION_BY_AGE);
	expect_without(INDIRECT_COLUMNS REFERENCE "QNV,all,18,700\nQNV,0-14,,x\nQNV,15+,,500\n",
		       VALUE_NOT_AVAILABLE, REASON_NO_POPULATION_BY_AGE);
}

Test(method_isr, needs_expected_events)
{
	expect_without(INDIRECT_COLUMNS "E92000001,0-14,0,1000\nE92000001,15+,0,1000\n" BODY,
		       VALUE_NOT_AVAILABLE, REASON_NO_EXPECTED_EVENTS);
	expect_without(INDIRECT_COLUMNS REFERENCE "QNV,0-14,0,0\nQNV,15+,0,0\n",
		       VALUE_NOT_AVAILABLE, REASON_NO_EXPECTED_EVENTS);
}

Test(method_isr, needs_what_was_observed)
{
	expect_without(INDIRECT_COLUMNS REFERENCE "QNV,0-14,*,200\nQNV,15+,12,500\n",
		       VALUE_SUPPRESSED, REASON_MARKED_IN_DATA);
	expect_without(INDIRECT_COLUMNS REFERENCE "QNV,0-14,x,200\nQNV,15+,12,500\n",
		       VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
}

Test(method_isr, has_no_breakdown_by_age)
{
	struct statement_parts parts = indirect_parts(
		"isr", "per='100000'",
		"organisation,dimension,group,age,numerator,denominator\nE92000001,all,,0-14,10,1000\n"
		"QNV,age,0-14,,6,200\n");
	struct statement *statement = statement_of(&parts);
	const struct result *result =
		statement_result(statement, (struct figure_key){ .by = "age", .group = "0-14" });

	cr_expect_eq(result->value.state, VALUE_NOT_APPLICABLE);
	cr_expect_eq(result->value.reason, REASON_AGE_IS_STANDARDISED);
	statement_free(statement);
}

Test(method_isr, must_be_told_reference_and_multiplier)
{
	expect_message((struct statement_parts){ .indicators = "<indicator id='A' method='isr' "
							       "per='1'><name>A</name></indicator>",
						 .rows = usual },
		       "SPC33");
	expect_message(indirect_parts("isr", "", usual), "SPC33");
}

/* -- what the reader is told ------------------------------------------------------------------ */

static const char head[] = "organisation,age,numerator,denominator";

Test(method_isr, tells_why_there_is_none)
{
	struct statement_parts parts = indirect_parts("isr", "per='100000'", NULL);

	expect_note(parts, head, BODY, NULL,
		    "[x] not available: the data do not hold the rates by age of the reference.");
	expect_note(
		parts, head, "QNV,all,18,700\n", REFERENCE,
		"[x] not available: the data do not hold the population by the age bands of the "
		"reference.");
	expect_note(parts, head, BODY, "E92000001,0-14,0,1000\nE92000001,15+,0,1000\n",
		    "[x] not available: the rates of the reference lead one to expect no events.");
}

static const char *explained(const char *rows)
{
	struct statement_parts parts = indirect_parts("isr", "per='100000'", rows);
	struct statement *statement = statement_of(&parts);
	const struct result *result = statement_result(statement, (struct figure_key){ 0 });
	struct method_input input =
		results_input(statement->run.results, statement->run.reference, result);
	struct buffer out;

	buffer_init(&out);
	method_find("isr")->explain(&input, result, &out);
	statement_free(statement);
	return buffer_finish(&out, arena);
}

Test(method_isr, explains_itself_step_by_step)
{
	const char *text = explained(usual);

	cr_expect_not_null(strstr(text, "reference: E92000001"), "%s", text);
	cr_expect_not_null(strstr(text, "= 12\n"), "%s", text);
	cr_expect_not_null(strstr(text, "observed / expected = 18 / 12 = 1.5\n"), "%s", text);
	cr_expect_not_null(strstr(text, "rate of the reference, all ages = 0.015\n"), "%s", text);
	cr_expect_not_null(strstr(text, "x 100000 = 2250\n"), "%s", text);
	cr_expect_not_null(strstr(text, "(Byar's)"), "%s", text);
	text = explained(INDIRECT_COLUMNS REFERENCE "QNV,0-14,2,200\nQNV,15+,4,500\n");
	cr_expect_not_null(strstr(text, "(exact Poisson)"), "%s", text);
}

/* -- slopes ----------------------------------------------------------------------------------- */

/* Five groups of the same ages as the body, with more events from the least to the most deprived. */
static const char *by_deprivation(void)
{
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, "organisation,dimension,group,age,numerator,denominator\n"
			       "E92000001,all,,0-14,10,1000\nE92000001,all,,15+,20,1000\n");
	for (int i = 1; i <= 5; i++)
		buffer_printf(&rows,
			      "QNV,deprivation,%d,0-14,%d,2000\nQNV,deprivation,%d,15+,%d,5000\n",
			      i, 70 - 10 * i, i, 170 - 20 * i);
	return buffer_finish(&rows, arena);
}

/* They compare with the reference, each by weights of its own. */
Test(method_isr, marks_a_slope_over_its_figures)
{
	struct statement_parts parts = indirect_parts("isr", "per='100000'", by_deprivation());
	struct statement *statement;

	parts.body = "<p><value of='sii' by='deprivation'/></p>";
	statement = statement_of(&parts);
	for (int i = 0; i < 2; i++) {
		struct value value = statement_measure(
			statement, (struct figure_key){ .by = "deprivation", .group = NULL },
			i == 0 ? MEASURE_SII : MEASURE_RII);

		cr_expect_eq(value.state, VALUE_UNRELIABLE);
		cr_expect_eq(value.reason, REASON_INDIRECT);
		cr_expect_gt(value.estimate, i);
		cr_expect(value.limits.known);
	}
	cr_expect_str_eq(strings_text(statement->words.strings, string_of_reason(REASON_INDIRECT)),
			 "figures standardised through a reference can be compared with it, not "
			 "strictly with each other");
	statement_free(statement);
}
