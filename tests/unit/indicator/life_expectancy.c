/* method life-expectancy: years ahead at an age, from deaths and people by age band. */

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/compute.h"
#include "indicator/method.h"
#include "support/fixture.h"
#include "support/notes.h"
#include "support/statement.h"

TestSuite(method_life_expectancy, .init = fixture_set_up, .fini = fixture_tear_down);

#define COLUMNS "age,numerator,denominator\n"

/* -- by hand ---------------------------------------------------------------------------------- */

static struct statement_parts parts_of(const char *attributes, const char *rows)
{
	return (struct statement_parts){
		.indicators =
			arena_printf(arena,
				     "<indicator id='A' method='life-expectancy' %s><name>Life "
				     "expectancy</name><unit>Years</unit></indicator>",
				     attributes),
		.rows = rows,
	};
}

static struct result one_result(const char *attributes, const char *rows)
{
	struct statement_parts parts = parts_of(attributes, rows);
	struct statement *statement = statement_of(&parts);
	struct result result = *statement_result(statement, (struct figure_key){ 0 });

	statement_free(statement);
	return result;
}

static void expect_without(const char *attributes, const char *rows, enum value_state state,
			   enum value_reason reason)
{
	struct result result = one_result(attributes, rows);

	cr_expect_eq(result.value.state, state, "%s %s", attributes, rows);
	cr_expect_eq(result.value.reason, reason, "%s %s", attributes, rows);
	cr_expect_not(result.value.limits.known);
}

/*
 * Nobody dies before 65, and there 1 of 20 a year: 65 years and 20 more. The last band has a variance of
 * 4 / (d M^2), of which a quarter counts: its error is 1 / (M sqrt(d)) = 20 / 10.
 */
#define YOUNG "0,0,5000\n1-4,0,20000\n5-14,0,50000\n15-64,0,300000\n"
static const char simple[] = COLUMNS YOUNG "65+,100,2000\n";

Test(method_life_expectancy, is_what_a_table_by_hand_says)
{
	struct result result = one_result("", simple);
	double z = 1.959963984540054;

	cr_expect_float_eq(result.value.estimate, 85, 1e-9);
	cr_expect_float_eq(result.value.limits.lower, 85 - z * 2, 1e-9);
	cr_expect_float_eq(result.value.limits.upper, 85 + z * 2, 1e-9);
	cr_expect_float_eq(result.standard_error, 2, 1e-9);
	result = one_result("at-age='65'", simple);
	cr_expect_float_eq(result.value.estimate, 20, 1e-9);
	cr_expect_float_eq(result.standard_error, 2, 1e-9);
}

/* "Deaths and people that it rests on" are those from its age on. */
Test(method_life_expectancy, stands_beside_the_counts_from_its_age_on)
{
	struct result result = one_result("at-age='15'", simple);

	cr_expect_eq(result.numerator.number, 100);
	cr_expect_eq(result.denominator.number, 302000);
	result = one_result("at-age='65'",
			    COLUMNS YOUNG "all,120,380000\n65-69,40,1000\n70+,60,1000\n");
	cr_expect_eq(result.numerator.number, 100);
	cr_expect_eq(result.denominator.number, 2000);
	result = one_result("", simple);
	cr_expect_eq(result.denominator.number, 377000);
}

/* 40 and 60 deaths of 1,000 people each are 100 of 2,000. */
Test(method_life_expectancy, closes_its_table_where_the_report_says)
{
	struct result result = one_result("closing-age='65'", COLUMNS YOUNG
					  "65-69,40,1000\n70-74,10,400\n75+,50,600\n");

	cr_expect_float_eq(result.value.estimate, 85, 1e-9);
	result = one_result("at-age='65' closing-age='65'",
			    COLUMNS YOUNG "65-69,40,1000\n70-74,10,400\n75+,50,600\n");
	cr_expect_float_eq(result.value.estimate, 20, 1e-9);
	cr_expect_eq(result.numerator.number, 100);
	cr_expect_eq(result.denominator.number, 2000);
}

Test(method_life_expectancy, reads_bands_in_whatever_order)
{
	struct result result = one_result("", COLUMNS "65+,100,2000\n15-64,0,300000\n1-4,0,20000\n"
						      "0,0,5000\n5-14,0,50000\n");

	cr_expect_float_eq(result.value.estimate, 85, 1e-9);
	cr_expect_eq(result.value.estimate, one_result("", simple).value.estimate);
}

/* -- when there is none ----------------------------------------------------------------------- */

Test(method_life_expectancy, needs_every_band_from_birth_to_the_end_of_life)
{
	/* No band for the first year, a gap, no end, no ages. */
	static const char *const rows[] = {
		COLUMNS "0-4,0,25000\n5-14,0,50000\n15-64,0,300000\n65+,100,2000\n",
		COLUMNS "0,0,5000\n1-4,0,20000\n15-64,0,300000\n65+,100,2000\n",
		COLUMNS YOUNG "65-89,100,2000\n",
		COLUMNS "all,100,377000\n",
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		expect_without("", rows[i], VALUE_NOT_AVAILABLE, REASON_LIFE_BANDS);
	expect_without("", COLUMNS "0,0,5000\n1-4,x,20000\n5-64,0,350000\n65+,100,2000\n",
		       VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	expect_without("", COLUMNS "0,0,5000\n1-4,0,x\n5-64,0,350000\n65+,100,2000\n",
		       VALUE_NOT_AVAILABLE, REASON_NO_DENOMINATOR);
	expect_without("at-age='67'", simple, VALUE_NOT_AVAILABLE, REASON_LIFE_BANDS);
	expect_without("at-age='65' closing-age='15'", simple, VALUE_NOT_AVAILABLE,
		       REASON_LIFE_BANDS);
	expect_without("closing-age='70'", simple, VALUE_NOT_AVAILABLE, REASON_LIFE_BANDS);
}

Test(method_life_expectancy, needs_more_than_5000_people)
{
	static const char small[] = COLUMNS "0,0,50\n1-4,0,200\n5-14,0,500\n15-64,0,3000\n65+,50,";

	expect_without("", arena_printf(arena, "%s1250\n", small), VALUE_NOT_AVAILABLE,
		       REASON_LIFE_FEW_PEOPLE);
	/* 5,001 are enough. */
	cr_expect_eq(one_result("", arena_printf(arena, "%s1251\n", small)).value.state,
		     VALUE_SHOWN);
}

Test(method_life_expectancy, needs_deaths_in_the_last_band)
{
	expect_without("", COLUMNS YOUNG "65+,0,2000\n", VALUE_NOT_AVAILABLE,
		       REASON_LIFE_WITHOUT_END);
}

Test(method_life_expectancy, needs_people_in_every_band_and_no_more_deaths_than_people)
{
	expect_without("",
		       COLUMNS "0,0,0\n1-4,0,20000\n5-14,0,50000\n15-64,0,300000\n65+,100,2000\n",
		       VALUE_NOT_AVAILABLE, REASON_LIFE_BANDS);
	expect_without("", COLUMNS YOUNG "65+,2001,2000\n", VALUE_NOT_AVAILABLE,
		       REASON_LIFE_MORE_DEATHS);
}

/* All of 15 to 64 die, so nobody is 65; there is a life expectancy at birth. */
Test(method_life_expectancy, needs_somebody_to_reach_the_age)
{
	const char *rows =
		COLUMNS "0,0,5000\n1-4,0,20000\n5-14,0,50000\n15-64,9000,10000\n65+,10,2000\n";

	cr_expect_eq(one_result("", rows).value.state, VALUE_SHOWN);
	expect_without("at-age='65'", rows, VALUE_NOT_AVAILABLE, REASON_LIFE_NO_SURVIVORS);
}

/*
 * The error is 1 / (M sqrt(d)) = people / d^1.5: with 1,000 people and 28 deaths 6.75 years, an interval of
 * 26.5 years; with 36 deaths 4.63 years and 18.1.
 */
Test(method_life_expectancy, is_withheld_when_its_interval_is_wider_than_20_years)
{
	expect_without("", COLUMNS YOUNG "65+,28,1000\n", VALUE_NOT_AVAILABLE,
		       REASON_LIFE_TOO_WIDE);
	cr_expect_eq(one_result("", COLUMNS YOUNG "65+,36,1000\n").value.state, VALUE_SHOWN);
}

/* Judged at 95%, whatever the report prints: at 99.8% it is 28.6 years wide. */
Test(method_life_expectancy, is_judged_by_its_interval_at_95_percent)
{
	struct statement_parts parts = parts_of("", COLUMNS YOUNG "65+,36,1000\n");
	struct statement *statement;
	struct value value;

	parts.data = "confidence='99.8'";
	statement = statement_of(&parts);
	value = statement_result(statement, (struct figure_key){ 0 })->value;
	cr_expect_eq(value.state, VALUE_SHOWN);
	cr_expect_gt(value.limits.upper - value.limits.lower, 20);
	statement_free(statement);
}

Test(method_life_expectancy, is_hidden_where_deaths_of_a_band_are)
{
	expect_without(
		"", COLUMNS "0,*,5000\n1-4,0,20000\n5-14,0,50000\n15-64,0,300000\n65+,100,2000\n",
		VALUE_SUPPRESSED, REASON_MARKED_IN_DATA);
}

Test(method_life_expectancy, has_no_breakdown_by_age)
{
	struct statement_parts parts =
		parts_of("", "dimension,group,numerator,denominator\nage,65+,100,2000\n");
	struct statement *statement = statement_of(&parts);
	const struct result *result =
		statement_result(statement, (struct figure_key){ .by = "age", .group = "65+" });

	cr_expect_eq(result->value.state, VALUE_NOT_APPLICABLE);
	cr_expect_eq(result->value.reason, REASON_AGE_IS_STANDARDISED);
	statement_free(statement);
}

/* -- what the reader is told ------------------------------------------------------------------ */

Test(method_life_expectancy, tells_why_there_is_none)
{
	static const char head[] = "age,numerator,denominator";
	static const struct {
		const char *rows, *attributes, *sentence;
	} cases[] = {
		{ "0,0,5000\n65+,10,2000\n", "",
		  "a life table needs deaths and people in every age band, from under 1 and 1 to 4 to the last, "
		  "and bands that begin at the ages it is asked for." },
		{ "0,0,50\n1-4,0,200\n5-64,0,3000\n65+,50,1000\n", "",
		  "life expectancy is not given for 5,000 people or fewer." },
		{ YOUNG "65+,2001,2000\n", "", "an age band has more deaths than people." },
		{ YOUNG "65+,0,2000\n", "",
		  "nobody in the last age band died, so that life would have no end." },
		{ YOUNG "65+,28,1000\n", "",
		  "the 95% interval of the life expectancy is wider than 20 years." },
		{ "0,0,5000\n1-4,0,20000\n5-14,0,50000\n15-64,9000,10000\n65+,10,2000\n",
		  "at-age='65'", "nobody reaches that age." },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect_note(parts_of(cases[i].attributes, NULL), head, cases[i].rows, NULL,
			    arena_printf(arena, "[x] not available: %s", cases[i].sentence));
}

static const char *explained(const char *attributes, const char *rows)
{
	struct statement_parts parts = parts_of(attributes, rows);
	struct statement *statement = statement_of(&parts);
	const struct result *result = statement_result(statement, (struct figure_key){ 0 });
	struct method_input input =
		results_input(statement->run.results, statement->run.reference, result);
	struct buffer out;

	buffer_init(&out);
	method_find("life-expectancy")->explain(&input, result, &out);
	statement_free(statement);
	return buffer_finish(&out, arena);
}

Test(method_life_expectancy, explains_its_table_and_names_the_closing_band)
{
	const char *text = explained("at-age='65'", simple);

	cr_expect_not_null(strstr(text, "life table of 5 age bands, closing at 65 and over"), "%s",
			   text);
	cr_expect_not_null(
		strstr(text, "years ahead at 65 = years lived from there on / survivors = 20\n"),
		"%s", text);
	cr_expect_not_null(strstr(text, "standard error = 2\n"), "%s", text);
	text = explained("closing-age='65'", COLUMNS YOUNG "65-69,40,1000\n70+,60,1000\n");
	cr_expect_not_null(strstr(text, "5 age bands, closing at 65 and over"), "%s", text);
}

/* -- slopes ----------------------------------------------------------------------------------- */

/*
 * Years on a straight scale: five groups of equal size, whose years rise by 2 a group from 81 (deaths of 20 / d
 * years after 65). The line goes through all: from rank 0 to 1 it rises by 5 x 2.
 */
Test(method_life_expectancy, has_a_slope_in_years)
{
	static const double after[] = { 16, 18, 20, 22, 24 };
	struct statement *statement;
	struct statement_parts parts;
	struct value value;
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, "dimension,group,age,numerator,denominator\n");
	for (int i = 0; i < 5; i++)
		buffer_printf(
			&rows,
			"deprivation,%d,0,0,5000\ndeprivation,%d,1-4,0,20000\ndeprivation,%d,5-64,0,"
			"300000\ndeprivation,%d,65+,%.17g,20000\n",
			i + 1, i + 1, i + 1, i + 1, 20000 / after[i]);
	parts = parts_of("good='high'", buffer_finish(&rows, arena));
	parts.body = "<p><value of='sii' by='deprivation'/></p>";
	statement = statement_of(&parts);
	value = statement_measure(statement, (struct figure_key){ .by = "deprivation" },
				  MEASURE_SII);
	cr_expect_eq(value.state, VALUE_SHOWN);
	cr_expect_float_eq(value.estimate, 10, 1e-8);
	statement_free(statement);
}
