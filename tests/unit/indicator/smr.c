/* method smr: observed over expected events. What it shares with isr is tested there. */

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

TestSuite(method_smr, .init = fixture_set_up, .fini = fixture_tear_down);

/* Expected 200 x 0.01 + 500 x 0.02 = 12. */
#define REFERENCE "E92000001,0-14,10,1000\nE92000001,15+,20,1000\n"
static const char usual[] = INDIRECT_COLUMNS REFERENCE "QNV,0-14,6,200\nQNV,15+,12,500\n";

Test(method_smr, agrees_with_reference_figures)
{
	static const char *const columns[] = { "ratio", "ratio_lower95", "ratio_upper95",
					       "ratio_lower998", "ratio_upper998" };

	indirect_agree("smr", "", 1, columns);
	indirect_agree("smr", "per='1000'", 10, columns);
}

/* 100 is the reference unless the report says otherwise. */
Test(method_smr, is_observed_over_expected_events)
{
	struct result result = indirect_result("smr", usual);
	struct interval byar;

	cr_assert_eq(count_limits(18, 0.95, COUNT_EXACT_BELOW_TEN, &byar), STATS_OK);
	cr_expect_float_eq(result.value.estimate, 150, 1e-9);
	cr_expect_float_eq(result.value.limits.lower, 100 * byar.lower / 12, 1e-9);
	cr_expect_float_eq(result.value.limits.upper, 100 * byar.upper / 12, 1e-9);
	cr_expect_float_eq(result.standard_error, 100 * sqrt(18) / 12, 1e-9);
}

Test(method_smr, is_100_for_the_reference_itself)
{
	struct statement_parts parts = indirect_parts("smr", "", usual);
	struct statement *statement = statement_of(&parts);
	const struct result *result =
		statement_result(statement, (struct figure_key){ .organisation = "E92000001" });

	cr_expect_float_eq(result->value.estimate, 100, 1e-9);
	statement_free(statement);
}

Test(method_smr, needs_expected_events)
{
	struct result result =
		indirect_result("smr", INDIRECT_COLUMNS REFERENCE "QNV,0-14,0,0\nQNV,15+,0,0\n");

	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result.value.reason, REASON_NO_EXPECTED_EVENTS);
}

/* As uncertain as the rate of the same events. */
Test(method_smr, is_unreliable_with_few_events)
{
	static const char few[] = INDIRECT_COLUMNS REFERENCE "QNV,0-14,1,200\nQNV,15+,2,500\n";

	cr_expect_eq(indirect_result("smr", few).value.state, VALUE_UNRELIABLE);
	cr_expect_eq(indirect_result("smr", few).value.reason, REASON_FEW_EVENTS);
	cr_expect_eq(indirect_result("isr", few).value.reason, REASON_FEW_EVENTS);
}

/* 100 is no number of people. */
Test(method_smr, is_headed_as_a_ratio)
{
	struct statement_parts parts = indirect_parts(
		"smr", "",
		"organisation,dimension,group,age,numerator,denominator\nE92000001,all,,0-14,10,1000\n"
		"QNV,sex,Female,0-14,30,2000\nQNV,sex,Male,0-14,40,2000\n");
	struct statement *statement;
	const char *table;

	parts.indicators =
		"<indicator id='A' method='smr' reference='E92000001'><name>Deaths</name>"
		"<unit>Ratio</unit></indicator>";
	parts.body = "<table by='sex'/>";
	statement = statement_of(&parts);
	table = statement_table(statement, 0);
	cr_expect_not_null(strstr(table, "Ratio"), "%s", table);
	cr_expect_null(strstr(table, "per 100"), "%s", table);
	statement_free(statement);
}

Test(method_smr, must_be_told_its_reference)
{
	expect_message((struct statement_parts){ .indicators = "<indicator id='A' method='smr'>"
							       "<name>A</name></indicator>",
						 .rows = usual },
		       "SPC33");
}

Test(method_smr, explains_itself_without_the_rate_of_the_reference)
{
	struct statement_parts parts = indirect_parts("smr", "", usual);
	struct statement *statement = statement_of(&parts);
	const struct result *result = statement_result(statement, (struct figure_key){ 0 });
	struct method_input input =
		results_input(statement->run.results, statement->run.reference, result);
	struct buffer out;
	const char *text;

	buffer_init(&out);
	method_find("smr")->explain(&input, result, &out);
	text = buffer_finish(&out, arena);
	cr_expect_not_null(strstr(text, "observed / expected = 18 / 12 = 1.5\n"), "%s", text);
	cr_expect_not_null(strstr(text, "observed / expected x 100 = 150\n"), "%s", text);
	cr_expect_null(strstr(text, "rate of the reference, all ages"), "%s", text);
	statement_free(statement);
}

/* -- disclosure ------------------------------------------------------------------------------- */

/* Of 11 + 20 events 30 may be shown. Over 30 expected they are 100; over 31 they would tell of 31. */
Test(method_smr, does_not_tell_how_many_events_its_reference_has)
{
	struct statement_parts parts =
		indirect_parts("smr", "",
			       INDIRECT_COLUMNS "E92000001,0-14,11,1000\nE92000001,15+,20,1000\n"
						"QNV,0-14,6,200\nQNV,15+,12,500\n");
	const struct result *result;
	struct statement *statement;
	struct method_input input;
	struct buffer out;
	const char *text;

	parts.rule = "HES-5";
	statement = statement_of(&parts);
	result = statement_result(statement, (struct figure_key){ .organisation = "E92000001" });
	cr_expect_float_eq(result->value.estimate, 100, 1e-12);
	/* 20 over (200 x 0.011 + 500 x 0.02) x 30 / 31, to the printed decimal. */
	result = statement_result(statement, (struct figure_key){ 0 });
	cr_expect_float_eq(result->value.estimate, 169.4, 1e-12);
	cr_expect(result->value.coarse);
	input = results_input(statement->run.results, statement->run.reference, result);
	buffer_init(&out);
	method_find("smr")->explain(&input, result, &out);
	text = buffer_finish(&out, arena);
	cr_expect_not_null(strstr(text, "observed / expected x 100 = 169.4\n"), "%s", text);
	cr_expect_null(strstr(text, "expected = sum of (population x rate of the reference) ="),
		       "%s", text);
	statement_free(statement);
}

/* One event and two: each rate is somebody's, and so would be their sum. */
Test(method_smr, is_hidden_where_the_events_of_its_reference_are)
{
	struct statement_parts parts =
		indirect_parts("smr", "",
			       INDIRECT_COLUMNS "E92000001,0-14,1,1000\nE92000001,15+,2,1000\n"
						"QNV,0-14,6,200\nQNV,15+,12,500\n");
	struct statement *statement;
	struct value value;

	parts.rule = "LOCAL-5";
	statement = statement_of(&parts);
	value = statement_result(statement, (struct figure_key){ 0 })->value;
	cr_expect_eq(value.state, VALUE_SUPPRESSED);
	cr_expect_eq(value.reason, REASON_GROUP_HIDDEN);
	statement_free(statement);
}
