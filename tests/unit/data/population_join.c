/* Denominators from files of populations: by label, added up, and what is said of those that are missing. */
#include "data/population_join.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/figures_expect.h"

TestSuite(data_population_join, .init = fixture_set_up, .fini = fixture_tear_down);

/* Events and people in one file, in rows of their own kind: kind,group,age,n. */
static struct figures of(const char *rows)
{
	const struct figures_parts parts = {
		.rows = arena_printf(arena, "kind,group,age,n\n%s", rows),
		.rules = "<where column='kind' is='ev'/><set as='period' to='2024'/>"
			 "<set as='dimension' to='deprivation'/><map column='group' as='group'/>"
			 "<map column='age' as='age'/><map column='n' as='numerator'/>"
			 "<missing value='*' means='suppressed'/>",
		.sources =
			"<source id='p' href='data.csv' rule='NONE'>"
			"<where column='kind' is='pop|old'/><map column='kind' as='period'/>"
			"<label as='period' from='pop' to='any'/>"
			"<label as='period' from='old' to='1999'/>"
			"<set as='dimension' to='deprivation'/><map column='group' as='group'/>"
			"<map column='age' as='age'/><map column='n' as='denominator'/></source>",
		.indicators = "<indicator id='A' method='crude-rate' per='1000' source='s' "
			      "denominators='p'><name>A</name></indicator>",
	};

	return figures_of(arena, &parts);
}

static void expect(const char *rows, const char *wanted, const char *said)
{
	struct figures figures = of(rows);
	const char *got;

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_str_eq(figures_text(arena, figures.dataset), wanted);
	got = strstr(figures.said, said);
	cr_expect(said[0] != '\0' ? got != NULL : strstr(figures.said, "population") == NULL,
		  "%s\nis not\n%s", figures.said, said);
}

/* However both files write it. */
Test(data_population_join, joins_age_bands_by_what_they_mean)
{
	static const char *const spellings[][2] = {
		{ "0 to 4", "0-4" },          { "0-4 yrs", "Aged 4 years and under" },
		{ "Age 0-4", "Under 5" },     { "00-04", "ages 0 to 4" },
		{ "90+", "90 and over" },     { "90 years and over", "Aged 90+" },
		{ "90 plus", "90 or older" }, { "<1", "0" },
		{ "Aged 1 year", "1" },       { "Under 18s", "0-17" },
	};

	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		struct figures figures = of(arena_printf(arena, "ev,all,%s,7\npop,all,%s,500\n",
							 spellings[i][0], spellings[i][1]));

		cr_assert_not_null(figures.dataset, "%s", figures.said);
		cr_expect_eq(figures.dataset->count, 1, "%s", spellings[i][0]);
		cr_expect_eq(figures.dataset->observations[0].denominator.number, 500, "%s and %s",
			     spellings[i][0], spellings[i][1]);
	}
}

Test(data_population_join, joins_all_ages_to_the_total)
{
	expect("ev,all,all,7\npop,all,All ages,500\n", "A 2024 QNV - - - - 7 500 - - - 2\n", "");
	/* The total beside its bands is not counted again. */
	expect("ev,all,0-17,7\nev,all,18+,8\npop,all,All ages,500\npop,all,0-17,200\n"
	       "pop,all,18 and over,300\n",
	       "A 2024 QNV - - - 0-17 7 200 - - - 2\nA 2024 QNV - - - 18+ 8 300 - - - 3\n", "");
}

Test(data_population_join, adds_up_people_of_single_years)
{
	expect("ev,all,0-2,7\nev,all,3+,8\npop,all,0,1\npop,all,1,20\npop,all,2,300\n"
	       "pop,all,3,4000\npop,all,4+,50000\n",
	       "A 2024 QNV - - - 0-2 7 321 - - - 2\nA 2024 QNV - - - 3+ 8 54000 - - - 3\n", "");
}

/* Years of age in which nobody was counted have no row. */
Test(data_population_join, adds_up_events_of_single_years)
{
	expect("ev,all,15,1\nev,all,17,20\nev,all,20-24,300\npop,all,15-19,1000\n"
	       "pop,all,20-24,2000\n",
	       "A 2024 QNV - - - 15-19 21 1000 - - - 2\nA 2024 QNV - - - 20-24 300 2000 - - - 4\n",
	       "");
	/* A hidden part hides the sum. */
	expect("ev,all,15,1\nev,all,17,*\npop,all,15-19,1000\n",
	       "A 2024 QNV - - - 15-19 * 1000 - - - 2\n", "");
}

/* A file with several cuts: the narrowest one that all events beside it fit into. */
Test(data_population_join, adds_up_events_no_further_than_it_must)
{
	expect("ev,all,15,1\nev,all,18,20\nev,all,20-24,300\npop,all,0-24,9000\n"
	       "pop,all,15-19,1000\npop,all,20-24,2000\n",
	       "A 2024 QNV - - - 15-19 21 1000 - - - 2\nA 2024 QNV - - - 20-24 300 2000 - - - 4\n",
	       "");
}

Test(data_population_join, says_which_band_a_population_lacks)
{
	expect("ev,all,0-4,7\nev,all,5-14,8\npop,all,0-4,100\npop,all,5-9,200\npop,all,10-16,300\n",
	       "A 2024 QNV - - - 0-4 7 100 - - - 2\nA 2024 QNV - - - 5-14 8 - - - - 3\n",
	       "data.csv:3: warning: a population lacks an age band: 5-14 of A, 2024, QNV in p "
	       "[DAT46]\n    hint: it has 5-9, 10-16 with some of these ages\n");
	expect("ev,all,0-4,7\nev,all,90+,8\npop,all,0-4,100\n",
	       "A 2024 QNV - - - 0-4 7 100 - - - 2\nA 2024 QNV - - - 90+ 8 - - - - 3\n",
	       "hint: it has no band with these ages\n");
}

Test(data_population_join, says_which_figures_have_no_population)
{
	expect("ev,1,0-4,7\nev,2,0-4,8\nev,unknown,0-4,9\nold,1,0-4,100\npop,2,0-4,200\n",
	       "A 2024 QNV deprivation-quintile 1 - 0-4 7 - - - - 2\n"
	       "A 2024 QNV deprivation-quintile 2 - 0-4 8 200 - - - 3\n"
	       "A 2024 QNV deprivation-quintile unknown - 0-4 9 - - - - 4\n",
	       "data.csv:2: note: figures without a population: 1 row, the first for A, 2024, QNV, "
	       "1 most deprived [DAT47]\n");
}

Test(data_population_join, compares_wide_bands_with_their_parts)
{
	static const char rows[] = "ev,all,0-17,7\npop,all,All ages,%d\npop,all,0-17,%d\n"
				   "pop,all,0-4,400\npop,all,5-17,600\npop,all,18+,2000\n";
	const struct {
		int all, wide;
		const char *said;
	} cases[] = {
		{ 3000, 1000, "" },
		/* 1% of the larger one, for files of rounded numbers. */
		{ 3030, 1010, "" },
		{ 3000, 985,
		  "data.csv:4: warning: a population is not the sum of its age bands: "
		  "0-17: 985, its bands together 1000 [DAT48]\n" },
		{ 3100, 1000,
		  "data.csv:3: warning: a population is not the sum of its age bands: "
		  "all ages: 3100, its bands together 3000 [DAT48]\n" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct figures figures = of(arena_printf(arena, rows, cases[i].all, cases[i].wide));

		cr_assert_not_null(figures.dataset);
		if (cases[i].said[0] == '\0')
			cr_expect_null(strstr(figures.said, "DAT48"), "%s", figures.said);
		else
			cr_expect_not_null(strstr(figures.said, cases[i].said), "%s", figures.said);
		/* The band of the events is the band of the file, whatever its parts say. */
		cr_expect_eq(figures.dataset->observations[0].denominator.number, cases[i].wide);
	}
}

/* One fault, not another one that follows from it. */
Test(data_population_join, leaves_it_at_events_that_are_counted_twice)
{
	struct figures figures =
		of("ev,all,0-4,7\nev,all,3-9,8\npop,all,0-4,100\npop,all,5-9,200\n");

	cr_expect_null(figures.dataset);
	cr_expect_not_null(strstr(figures.said, "age bands overlap: 3-9 and 0-4"), "%s",
			   figures.said);
	cr_expect_null(strstr(figures.said, "DAT46"), "%s", figures.said);
}

Test(data_population_join, takes_populations_without_events)
{
	const struct figures_parts parts = {
		.rows = "age,n\n0-4,100\n5-9,200\n",
		.rules = "<set as='period' to='any'/><map column='age' as='age'/>"
			 "<map column='n' as='denominator'/>",
		.indicators = "<indicator id='A' method='crude-rate' per='1000' "
			      "denominators='s'><name>A</name></indicator>",
	};
	struct figures figures = figures_of(arena, &parts);

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_eq(figures.dataset->count, 0);
	cr_expect_not_null(strstr(figures.said, "no data for an indicator: A [DAT33]"), "%s",
			   figures.said);
}
