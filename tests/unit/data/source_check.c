/*
 * source_check.c - what is said of counts that cannot be what they seem: where each message begins and ends.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/figures_expect.h"

TestSuite(data_source_check, .init = fixture_set_up, .fini = fixture_tear_down);

static const char *said_of(const char *rule, const char *rows)
{
	const struct figures_parts parts = {
		.rows = rows,
		.attributes = arena_printf(arena, "rule='%s'", rule),
	};

	return figures_of(arena, &parts).said;
}

/* A year for each count, of as many people. */
static const char *counts_from(int first, int step, int count, int people)
{
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, PLAIN_HEAD);
	for (int i = 0; i < count; i++)
		buffer_printf(&rows, "%d,QNV,all,,%d,%d\n", 1990 + i, first + i * step, people);
	return buffer_finish(&rows, arena);
}

/* -- fractions -------------------------------------------------------------------------------- */

Test(data_source_check, warns_of_a_numerator_with_decimals)
{
	cr_expect_str_eq(said_of("NONE", PLAIN_HEAD "2023,QNV,all,,4,9\n2024,QNV,all,,4.5,9\n"),
			 "data.csv:3: warning: a count is not a whole number: 4.5 as numerator of "
			 "A [DAT82]\n");
	cr_expect_str_eq(said_of("NONE", PLAIN_HEAD "2023,QNV,all,,0.1,9\n2024,QNV,all,,4.5,9\n"),
			 "data.csv:2: warning: a count is not a whole number: 0.1 as numerator of "
			 "A, and more rows [DAT82]\n");
}

/* A mean of two yearly estimates ends in a half. */
Test(data_source_check, warns_of_people_with_decimals_under_a_rule_for_small_counts_alone)
{
	const char *rows = PLAIN_HEAD "2024,QNV,all,,40,90.5\n";

	cr_expect_str_eq(said_of("NONE", rows), "");
	cr_expect_str_eq(said_of("AS-PUBLISHED", rows), "");
	cr_expect_str_eq(said_of("LOCAL-5", rows),
			 "data.csv:2: warning: a count is not a whole number: denominator of A "
			 "[DAT82]\n");
}

/* Thousands times 1,000 miss the whole number by what a computer cannot hold. */
Test(data_source_check, forgives_what_multiplying_does_to_a_number)
{
	const struct figures_parts parts = {
		.rows = "period,n,d\n2024,1.001,9.3\n",
		.rules = "<map column='period' as='period'/>"
			 "<map column='n' as='numerator' multiply='1000'/>"
			 "<map column='d' as='denominator' multiply='1000'/>",
	};

	cr_expect_str_eq(figures_of(arena, &parts).said, "");
}

Test(data_source_check, leaves_means_and_ratios_alone)
{
	static const char *const indicators[] = {
		"<indicator id='A' method='ratio' per='100'><name>A</name></indicator>",
		"<indicator id='A' method='mean'><name>A</name></indicator>",
	};

	for (size_t i = 0; i < 2; i++) {
		const struct figures_parts parts = {
			.rows = PLAIN_HEAD "2024,QNV,all,,4.5,9\n",
			.indicators = indicators[i],
		};

		cr_expect_null(strstr(figures_of(arena, &parts).said, "DAT82"), "%s",
			       indicators[i]);
	}
}

/* -- rounded already -------------------------------------------------------------------------- */

Test(data_source_check, notes_counts_that_are_all_multiples_of_five)
{
	const char *said = said_of("LOCAL-5", counts_from(5, 5, 20, 900));

	cr_expect_str_eq(said, "report.xml:4:1: note: the counts have been rounded already: s: all "
			       "counts are multiples of 5, none is from 1 to 4; its rule is "
			       "LOCAL-5 [DAT83]\n");
	cr_expect_not_null(strstr(said_of("ONS-DEATHS", counts_from(5, 5, 20, 900)), "DAT83"));
}

Test(data_source_check, takes_few_multiples_of_five_for_chance)
{
	cr_expect_str_eq(said_of("LOCAL-5", counts_from(5, 5, 19, 900)), "");
}

/* One exact count shows that nobody rounded; zeros show nothing. */
Test(data_source_check, takes_one_other_count_for_a_sign_of_exact_counts)
{
	const char *rounded = counts_from(5, 5, 30, 900);

	cr_expect_str_eq(
		said_of("LOCAL-5", arena_printf(arena, "%s2024,QNV,all,,7,900\n", rounded)), "");
	cr_expect_str_eq(said_of("LOCAL-5", counts_from(0, 0, 40, 900)), "");
}

Test(data_source_check, does_not_mind_rounding_where_the_rule_rounds_too_or_hides_nothing)
{
	cr_expect_null(strstr(said_of("HES-5", counts_from(5, 5, 40, 900)), "DAT83"));
	cr_expect_null(strstr(said_of("NONE", counts_from(5, 5, 40, 900)), "DAT83"));
}

/* -- percentages ------------------------------------------------------------------------------ */

static const char *said_of_percentage(const char *row)
{
	const struct figures_parts parts = {
		.rows = arena_printf(arena, "period,n,d,v\n2024,%s\n", row),
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>"
			 "<map column='d' as='denominator'/><map column='v' as='value'/>",
		.indicators = "<indicator id='A' method='given' per='100'><name>A</name>"
			      "<unit>%</unit></indicator>",
	};

	return figures_of(arena, &parts).said;
}

/* 61 of 203 are 30.05%. */
Test(data_source_check, warns_of_a_percentage_more_than_five_points_from_its_counts)
{
	cr_expect_str_eq(said_of_percentage("61,203,30.0"), "");
	cr_expect_str_eq(said_of_percentage("61,203,35.0"), "");
	cr_expect_str_eq(said_of_percentage("61,203,25.1"), "");
	cr_expect_str_eq(said_of_percentage("61,203,35.1"),
			 "data.csv:2: warning: a percentage does not fit its counts: 35.1% beside "
			 "61 of 203 for A [DAT85]\n");
	cr_expect_not_null(strstr(said_of_percentage("61,203,25.0"), "DAT85"));
	cr_expect_not_null(strstr(said_of_percentage("61,203,0.3"), "DAT85"));
}

/* 5 of 20 may have been 7 of 18, which is 38.9%, or 3 of 22, which is 13.6%. */
Test(data_source_check, allows_for_counts_that_were_rounded_to_five)
{
	cr_expect_str_eq(said_of_percentage("5,20,43"), "");
	cr_expect_str_eq(said_of_percentage("5,20,9"), "");
	cr_expect_not_null(strstr(said_of_percentage("5,20,49"), "DAT85"));
	cr_expect_not_null(strstr(said_of_percentage("5,20,5"), "DAT85"));
}

Test(data_source_check, does_not_hold_rates_against_their_counts)
{
	const struct figures_parts parts = {
		.rows = "period,n,d,v\n2024,61,203,900\n",
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>"
			 "<map column='d' as='denominator'/><map column='v' as='value'/>",
		.indicators = "<indicator id='A' method='given'><name>A</name>"
			      "<unit>Per 100,000</unit></indicator>",
	};

	cr_expect_str_eq(figures_of(arena, &parts).said, "");
}
