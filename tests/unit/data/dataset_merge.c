/* The rows of all sources as one set of cells: periods in order, populations beside their events. */
#include "data/dataset_merge.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/figures_expect.h"

#define PERIOD_AND_N "<map column='period' as='period'/><map column='n' as='numerator'/>"

TestSuite(data_dataset_merge, .init = fixture_set_up, .fini = fixture_tear_down);

/* Populations stand in the same file, in rows of their own kind, and are another source. */
static struct figures with_populations(const char *rows, const char *period)
{
	const char *population = arena_printf(
		arena,
		"<source id='p' href='data.csv' rule='NONE'><where column='kind' is='pop'/>%s"
		"<map column='age' as='age'/><map column='n' as='denominator'/></source>",
		period);
	const struct figures_parts parts = {
		.rows = rows,
		.rules = "<where column='kind' is='ev'/><map column='period' as='period'/>"
			 "<map column='age' as='age'/><map column='n' as='numerator'/>",
		.sources = population,
		.indicators = "<indicator id='A' method='crude-rate' per='1000' source='s' "
			      "denominators='p'><name>A</name></indicator>",
	};

	return figures_of(arena, &parts);
}

static void expect_rows(const struct figures *figures, const char *rows)
{
	cr_assert_not_null(figures->dataset, "%s", figures->said);
	cr_expect_str_eq(figures_text(arena, figures->dataset), rows);
}

Test(data_dataset_merge, gives_events_the_population_of_their_period_and_age)
{
	struct figures figures =
		with_populations("kind,period,age,n\nev,2023,0-4,1\nev,2024,0-4,2\nev,2024,5-9,3\n"
				 "pop,2023,0-4,100\npop,2024,0-4,200\npop,2024,5-9,300\n"
				 "pop,2023,5-9,150\n",
				 "<map column='period' as='period'/>");

	/* Nobody counted at ages 5 to 9 in 2023 is a row with no event. */
	expect_rows(&figures,
		    "A 2023 QNV - - - 0-4 1 100 - - - 2\nA 2023 QNV - - - 5-9 0 150 - - - 2\n"
		    "A 2024 QNV - - - 0-4 2 200 - - - 3\nA 2024 QNV - - - 5-9 3 300 - - - 4\n");
}

Test(data_dataset_merge, uses_populations_of_any_period_for_all)
{
	struct figures figures =
		with_populations("kind,period,age,n\nev,2023,0-4,1\nev,2024,0-4,2\npop,,0-4,100\n",
				 "<set as='period' to='any'/>");

	expect_rows(&figures, "A 2023 QNV - - - 0-4 1 100 - - - 2\n"
			      "A 2024 QNV - - - 0-4 2 100 - - - 3\n");
}

Test(data_dataset_merge, leaves_events_without_a_population_as_they_are)
{
	struct figures figures = with_populations(
		"kind,period,age,n\nev,2023,all,1\nev,2024,all,2\npop,2024,all,100\n",
		"<map column='period' as='period'/>");

	expect_rows(&figures, "A 2023 QNV - - - - 1 - - - - 2\nA 2024 QNV - - - - 2 100 - - - 3\n");
}

static void expect_periods(const char *rows, const char *wanted)
{
	const struct figures_parts parts = {
		.rows = rows,
		.rules = PERIOD_AND_N,
	};
	struct figures figures = figures_of(arena, &parts);
	const char *all = "";

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	for (size_t i = 0; i < figures.dataset->period_count; i++) {
		all = arena_printf(arena, "%s|%s", all, figures.dataset->periods[i].code);
		cr_expect_eq(figures.dataset->periods[i].order, (int)i);
	}
	cr_expect_str_eq(all, wanted);
}

Test(data_dataset_merge, orders_periods_by_their_days_and_words_as_they_come)
{
	expect_periods(
		"period,n\nlater,1\nDecember 2024,2\n2024/25,3\n2023,4\nearlier,5\nMarch 2024,6\n",
		"|2023|March 2024|December 2024|2024/25|later|earlier");
}

Test(data_dataset_merge, keeps_figures_with_their_period_when_periods_are_put_in_order)
{
	const struct figures_parts parts = {
		.rows = "period,n\n2024,24\n2022,22\n2023,23\n",
		.rules = PERIOD_AND_N,
	};

	figures_expect(&parts,
		       "A 2022 QNV - - - - 22 - - - - 3\nA 2023 QNV - - - - 23 - - - - 4\n"
		       "A 2024 QNV - - - - 24 - - - - 2\n",
		       "");
}

Test(data_dataset_merge, takes_numerators_and_denominators_from_two_files)
{
	const struct figures_parts parts = {
		.rows = "period,n,d\n2024,1,9\n",
		.rules = PERIOD_AND_N,
		.sources = "<source id='t' href='data.csv' rule='NONE'><map column='period' "
			   "as='period'/><map column='d' as='denominator'/></source>",
	};

	figures_expect(&parts, "A 2024 QNV - - - - 1 9 - - - 2\n", "");
}

/* A sum without one of its parts would be too small, and nobody would see it. */
Test(data_dataset_merge, does_not_add_what_is_not_there)
{
	const struct figures_parts parts = {
		.rows = "period,kind,n\n2022,a,1\n2022,b,2\n2023,a,1\n2023,b,[x]\n2024,a,\n2024,b,2\n"
			"2025,a,[c]\n2025,b,2\n",
		.attributes = "combine='sum'",
		.rules = PERIOD_AND_N,
	};

	figures_expect(&parts,
		       "A 2022 QNV - - - - 3 - - - - 2\nA 2023 QNV - - - - - - - - - 4\n"
		       "A 2024 QNV - - - - - - - - - 6\nA 2025 QNV - - - - * - - - - 8\n",
		       "");
}

/* But columns of other series are no missing parts. */
Test(data_dataset_merge, adds_over_series_that_give_other_columns)
{
	const struct figures_parts parts = {
		.rows = "period,n,m,d\n2024,1,2,9\n",
		.attributes = "combine='sum'",
		.rules = "<map column='period' as='period'/>"
			 "<series><map column='n' as='numerator'/></series>"
			 "<series><map column='m' as='numerator'/></series>"
			 "<series><map column='d' as='denominator'/></series>",
	};

	figures_expect(&parts, "A 2024 QNV - - - - 3 9 - - - 2\n", "");
}

/* The people of 0 to 17 are in narrower bands already. */
Test(data_dataset_merge, gives_no_empty_band_to_people_who_are_in_another)
{
	struct figures figures =
		with_populations("kind,period,age,n\nev,2024,0-4,1\nev,2024,5-17,2\n"
				 "pop,2024,0-17,300\npop,2024,0-4,100\npop,2024,5-17,200\n"
				 "pop,2024,18-64,400\npop,2024,65+,50\npop,2024,60+,80\n",
				 "<map column='period' as='period'/>");

	/* 60 and over overlaps 65 and over, which comes first. */
	expect_rows(&figures,
		    "A 2024 QNV - - - 0-4 1 100 - - - 2\nA 2024 QNV - - - 5-17 2 200 - - - 3\n"
		    "A 2024 QNV - - - 18-64 0 400 - - - 2\nA 2024 QNV - - - 65+ 0 50 - - - 2\n");
}

/* Sums over ages come out alike to the last digit, and life tables find their bands one after the other. */
Test(data_dataset_merge, orders_ages_whatever_the_order_of_the_rows)
{
	const struct figures_parts parts = {
		.rows = "period,age,n\n2024,90+,1\n2024,5 to 9,2\n2024,0-4,3\n2023,10-14,4\n"
			"2023,0-4,5\n",
		.rules = PERIOD_AND_N "<map column='age' as='age'/>",
	};

	figures_expect(&parts,
		       "A 2023 QNV - - - 0-4 5 - - - - 6\nA 2023 QNV - - - 10-14 4 - - - - 5\n"
		       "A 2024 QNV - - - 0-4 3 - - - - 4\nA 2024 QNV - - - 5-9 2 - - - - 3\n"
		       "A 2024 QNV - - - 90+ 1 - - - - 2\n",
		       "");
}

/* A row that repeats another one says nothing of its own. */
Test(data_dataset_merge, counts_the_rows_that_make_up_one)
{
	const struct figures_parts parts = {
		.rows = "period,n\n2024,1\n2024,2\n2024,4\n",
		.attributes = "combine='sum'",
		.rules = PERIOD_AND_N,
	};
	const struct figures_parts twice = { .rows = "period,n\n2024,1\n2024,1\n",
					     .rules = PERIOD_AND_N };

	cr_expect_eq(figures_of(arena, &parts).dataset->observations[0].more, 2);
	cr_expect_eq(figures_of(arena, &twice).dataset->observations[0].more, 0);
}

/* People at risk are people whatever a file of them is said to hold. */
Test(data_dataset_merge, multiplies_no_population)
{
	struct figures figures =
		with_populations("kind,period,age,n\nev,2024,0-4,2\npop,2024,0-4,200\n",
				 "<map column='period' as='period'/><set as='events-per-person' "
				 "to='3'/>");

	expect_rows(&figures, "A 2024 QNV - - - 0-4 2 200 - - - 2\n");
	figures = figures_of(
		arena,
		&(struct figures_parts){
			.rows = "kind,period,n\nev,2024,2\npop,2024,200\n",
			.rules = "<where column='kind' is='ev'/><map column='period' as='period'/>"
				 "<map column='n' as='numerator'/>",
			.sources =
				"<source id='p' href='data.csv' rule='NONE'><where column='kind' "
				"is='pop'/><map column='period' as='period'/><set "
				"as='events-per-person' to='3'/><map column='n' as='numerator'/>"
				"</source>",
			.indicators = "<indicator id='A' method='crude-rate' per='1000' source='s' "
				      "denominators='p'><name>A</name></indicator>" });
	expect_rows(&figures, "A 2024 QNV - - - - 2 200 - - - 2\n");
}
