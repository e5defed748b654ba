/* One row as an observation: what each of its cells may say, and what is said about those that may not. */
#include "data/record.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/figures_expect.h"

TestSuite(data_record, .init = fixture_set_up, .fini = fixture_tear_down);

static void expect_said(const char *rows, const char *message)
{
	const struct figures_parts parts = { .rows = rows };
	struct figures figures = figures_of(arena, &parts);

	cr_expect_null(figures.dataset);
	cr_expect_not_null(strstr(figures.said, message), "%s\nis not\n%s", figures.said, message);
}

Test(data_record, refuses_cells_that_are_no_numbers)
{
	expect_said(
		PLAIN_HEAD "2024,QNV,all,,five,9\n",
		"data.csv:2:15: error: not a number: numerator=\"five\" [DAT24]\n    hint: declare "
		"a marker with missing value=\"...\" means=\"...\"\n");
	expect_said(
		PLAIN_HEAD "2024,QNV,all,,\"1,234\",9\n",
		"data.csv:2:15: error: not a number: numerator=\"1,234\" [DAT24]\n    hint: write "
		"thousands=\"true\" on the map when numbers have commas\n");
	expect_said(PLAIN_HEAD "2024,QNV,all,,5 (20%),9\n",
		    "hint: the cell holds more than a number; split the column in the file\n");
	expect_said(PLAIN_HEAD "2024,QNV,all,,1e400,9\n", "not a number: numerator=\"1e400\"");
	expect_said(PLAIN_HEAD "2024,QNV,all,,nan,9\n", "not a number: numerator=\"nan\"");
	expect_said(PLAIN_HEAD "2024,QNV,all,,0x10,9\n", "not a number: numerator=\"0x10\"");
}

Test(data_record, refuses_negative_counts)
{
	expect_said(
		PLAIN_HEAD "2024,QNV,all,,-1,9\n",
		"data.csv:2:15: error: a count is negative: numerator=\"-1\" [DAT25]\n    hint: "
		"declare it with missing when it stands for no value\n");
	expect_said(PLAIN_HEAD "2024,QNV,all,,1,-9\n", "data.csv:2:17: error: a count is negative: "
						       "denominator=\"-9\" [DAT25]\n");
}

/* A published value may be negative: a change, a temperature. */
Test(data_record, takes_negative_values)
{
	const struct figures_parts parts = {
		.rows = "period,v\n2024,-1.5\n",
		.rules = "<map column='period' as='period'/><map column='v' as='value'/>",
		.indicators = "<indicator id='A' method='given'><name>A</name></indicator>",
	};

	cr_expect_str_eq(figures_text(arena, figures_of(arena, &parts).dataset),
			 "A 2024 QNV - - - - - - -1.5 - - 2\n");
}

Test(data_record, refuses_groups_dimensions_and_ages_it_does_not_know)
{
	expect_said(PLAIN_HEAD "2024,QNV,deprivation,6,1,9\n",
		    "data.csv:2:22: error: unknown group: group=\"6\" [DAT23]\n");
	expect_said(PLAIN_HEAD "2024,QNV,sex,Femal,1,9\n",
		    "unknown group: group=\"Femal\" [DAT23]\n    "
		    "hint: did you mean \"Female\"?");
	expect_said(
		PLAIN_HEAD "2024,QNV,depravation,1,1,9\n",
		"data.csv:2:10: error: unknown dimension: dimension=\"depravation\" [DAT22]\n    "
		"hint: did you mean \"deprivation\"?");
	expect_said(
		PLAIN_HEAD "2024,QNV,age,adults,1,9\n",
		"unknown group: group=\"adults\" [DAT23]\n    hint: an age band is written 0-4, 5 to "
		"9, 90+ or Under 18; name others with label\n");
}

/* A dimension and its only classification often have one name. */
Test(data_record, lists_a_name_of_a_breakdown_once)
{
	const struct figures_parts parts = { .rows = PLAIN_HEAD "2024,QNV,nonsense,1,1,9\n" };
	const char *said = figures_of(arena, &parts).said, *first = strstr(said, " sex,");

	cr_assert_not_null(first, "%s", said);
	cr_expect_null(strstr(first + 1, " sex,"), "%s", said);
}

Test(data_record, refuses_rows_without_period)
{
	expect_said(
		PLAIN_HEAD "2024,QNV,all,,1,9\n ,QNV,all,,1,9\n",
		"data.csv:3:1: error: a row does not say what it belongs to: period=\"\" [DAT21]\n    "
		"hint: the cell is empty; leave the row out with where, or set the period\n");
}

Test(data_record, refuses_cells_longer_than_any_name)
{
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, PLAIN_HEAD "2024,QNV,organisation,");
	for (int i = 0; i < 5000; i++)
		buffer_add_text(&rows, "\xc3\xa9");
	buffer_add_text(&rows, ",1,9\n");
	expect_said(buffer_finish(&rows, arena),
		    "\xc3\xa9\xc3\xa9...\" [DAT40]\n    hint: more than 2047 bytes\n");
}

/* 2,047 bytes are taken whole: two names that differ in the last letter are two bodies. */
Test(data_record, takes_long_names_whole)
{
	struct buffer rows;
	const struct figures_parts parts = { .about = "organisation='QNV'" };
	struct figures_parts with = parts;
	struct figures figures;

	buffer_init(&rows);
	buffer_add_text(&rows, PLAIN_HEAD);
	for (int row = 0; row < 2; row++) {
		buffer_add_text(&rows, "2024,");
		for (int i = 0; i < 2046; i++)
			buffer_add_char(&rows, 'x');
		buffer_printf(&rows, "%c,all,,1,9\n", 'a' + row);
	}
	with.rows = buffer_finish(&rows, arena);
	figures = figures_of(arena, &with);
	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_eq(figures.dataset->organisation_count, 2);
}

Test(data_record, refuses_characters_that_no_output_can_hold)
{
	expect_said(
		PLAIN_HEAD "2024,Q\x01V,all,,1,9\n",
		"data.csv:2:6: error: a cell cannot be used: organisation=\"Q V\" [DAT40]\n    hint: "
		"control character U+0001\n");
	expect_said(PLAIN_HEAD "2024,\xef\xbf\xbf,all,,1,9\n", "hint: a character that is none\n");
}

/* What nobody reads may hold anything. */
Test(data_record, passes_over_odd_cells_that_are_not_used)
{
	const struct figures_parts parts = { .rows = "period,n,remark\n2024,1,\x01\n",
					     .rules = "<map column='period' as='period'/>"
						      "<map column='n' as='numerator'/>" };

	cr_expect_str_eq(figures_of(arena, &parts).said, "");
}

Test(data_record, knows_a_body_by_all_its_codes_and_names)
{
	const struct figures_parts parts = {
		.rows = "code,name,period,n\nQNV,North Vale,2020,1\nqnv,,2021,2\nNORTH VALE,,2022,3\n"
			"E92000001,,2023,4\nENG,,2024,5\nengland,,2025,6\n",
		.rules = "<map column='code' as='organisation'/><map column='name' "
			 "as='organisation-name'/><map column='period' as='period'/>"
			 "<map column='n' as='numerator'/>",
	};
	struct figures figures = figures_of(arena, &parts);

	cr_expect_str_eq(figures_text(arena, figures.dataset),
			 "A 2020 QNV - - - - 1 - - - - 2\nA 2021 QNV - - - - 2 - - - - 3\n"
			 "A 2022 QNV - - - - 3 - - - - 4\nA 2023 E92000001 - - - - 4 - - - - 5\n"
			 "A 2024 E92000001 - - - - 5 - - - - 6\n"
			 "A 2025 E92000001 - - - - 6 - - - - 7\n");
	cr_expect_eq(figures.dataset->organisation_count, 2);
	cr_expect_str_eq(figures.dataset->organisations[0].name,
			 "North Vale Integrated Care Board");
	cr_expect_eq(organisation_find(figures.dataset, "North Vale"), 0);
	cr_expect_str_eq(figures.dataset->organisations[1].name, "England");
}

/* "2024/25" and "2024-25" are one year, however a file spells it. */
Test(data_record, knows_a_period_by_what_it_means)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD
		"2024/25,QNV,sex,M,1,9\n2024-25,QNV,sex,F,2,9\n202425,QNV,all,,3,18\n"
	};
	struct figures figures = figures_of(arena, &parts);

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_eq(figures.dataset->period_count, 1);
	cr_expect_str_eq(figures.dataset->periods[0].code, "2024/25");
}

Test(data_record, knows_groups_by_aliases_whatever_their_case)
{
	const struct figures_parts parts = {
		.rows = PLAIN_HEAD
		"2024,QNV,deprivation,01 - most deprived,1,9\n"
		"2024,QNV,deprivation,QUINTILE 2,2,9\n2024,QNV,deprivation, 3 ,3,9\n"
		"2024,QNV,deprivation-quintile,4,4,9\n2024,QNV,deprivation,5,5,9\n"
	};
	struct figures figures = figures_of(arena, &parts);
	const char *text = figures_text(arena, figures.dataset);

	cr_expect_str_eq(figures.said, "");
	for (int group = 1; group <= 5; group++)
		cr_expect_not_null(
			strstr(text, arena_printf(arena,
						  "A 2024 QNV deprivation-quintile %d - - "
						  "%d 9",
						  group, group)),
			"%s", text);
}

Test(data_record, takes_the_groups_of_the_classification_that_a_map_names)
{
	const struct figures_parts parts = {
		.rows = "period,group,n\n2024,10,1\n",
		.rules = "<map column='period' as='period'/><map column='n' as='numerator'/>"
			 "<map column='group' as='group' classification='deprivation-decile'/>",
	};

	cr_expect_str_eq(figures_text(arena, figures_of(arena, &parts).dataset),
			 "A 2024 QNV deprivation-decile 10 - - 1 - - - - 2\n");
}

#define REPEATS                                                                                    \
	"<map column='period' as='period'/><map column='f' as='events-per-person'/>"               \
	"<map column='n' as='numerator'/><missing value='?' means='not-available'/>"               \
	"<missing value='*' means='suppressed'/>"

/* Each row is of people with as many events each: what is counted are the events. */
Test(data_record, makes_events_of_people_with_several_each)
{
	const struct figures_parts parts = {
		.rows = "period,f,n\n2021,3,7\n2022,0,7\n2023,2,*\n2024,?,7\n2025,2,?\n",
		.rules = REPEATS,
	};
	const struct figures figures = figures_of(arena, &parts);
	const struct repeats *repeats;

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_str_eq(figures_text(arena, figures.dataset),
			 "A 2021 QNV - - - - 21 - - - - 2\nA 2022 QNV - - - - 0 - - - - 3\n"
			 "A 2023 QNV - - - - * - - - - 4\nA 2024 QNV - - - - - - - - - 5\n"
			 "A 2025 QNV - - - - - - - - - 6\n");
	repeats = figures.dataset->observations[0].repeats;
	cr_expect_eq(repeats->events, 3);
	cr_expect_eq(repeats->people, 7);
	cr_expect_null(repeats->next);
	cr_expect_eq(observation_people(&figures.dataset->observations[0]), 7);
	cr_expect_eq(observation_people(&figures.dataset->observations[1]), 0);
}

Test(data_record, wants_events_of_a_person_as_a_number)
{
	const struct figures_parts open = { .rows = "period,f,n\n2021,5+,7\n", .rules = REPEATS };
	const struct figures_parts negative = { .rows = "period,f,n\n2021,-1,7\n",
						.rules = REPEATS };

	cr_expect_str_eq(
		figures_of(arena, &open).said,
		"data.csv:2:6: error: not a number: events-per-person=\"5+\" [DAT24]\n"
		"    hint: the variance needs the number itself: \"5 or more\" has to be given as "
		"5, 6, 7 and so on\n");
	cr_expect_not_null(strstr(figures_of(arena, &negative).said,
				  "a count is negative: events-per-person=\"-1\" [DAT25]"));
}

/* A mean has one: it is no count of people, and never below 0. */
Test(data_record, reads_standard_deviations)
{
	const struct figures_parts parts = {
		.rows = "period,v,sd\n2024,-1.5,2.25\n2025,1,?\n",
		.rules = "<map column='period' as='period'/><map column='v' as='value'/>"
			 "<map column='sd' as='standard-deviation'/>"
			 "<missing value='?' means='not-available'/>",
		.indicators = "<indicator id='A' method='mean'><name>A</name></indicator>",
	};
	const struct figures figures = figures_of(arena, &parts);

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_eq(figures.dataset->observations[0].deviation.state, VALUE_SHOWN);
	cr_expect_eq(figures.dataset->observations[0].deviation.number, 2.25);
	cr_expect_eq(figures.dataset->observations[1].deviation.state, VALUE_NOT_AVAILABLE);
}
